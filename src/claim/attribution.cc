#include "claim/attribution.h"

#include <algorithm>

#include "claim/subjects/list_lead.h"
#include "claim/subjects/people.h"

namespace figmine {
namespace {

struct Speech {
  std::size_t sentence = 0;
  TokenRange whole;
  TokenRange speaker;  // the name alone
  TokenRange role;
  std::string verb;
  bool behind = false;    // the speaker stands behind the verb, or behind "according to"
  bool in_quote = false;  // the speaker is one whom a quote tells of
};

class AttributionFinder {
 public:
  AttributionFinder(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
                    const Entities& entities)
      : drafts_(drafts),
        input_(input),
        entities_(entities),
        look_(input),
        figures_(drafts, input, clauses, entities) {}

  void run() {
    for (std::size_t i = 0; i < input_.analyses.size(); ++i) collect(i);
    learn_roles();
    for (std::size_t i = 0; i < speeches_.size(); ++i) {
      if (!stands_for_other(look_.text_of(speeches_[i].speaker))) named_.push_back(i);
      if (is_person(speeches_[i])) persons_.push_back(speeches_[i]);
    }
    for (const Speech& titled : titled_) persons_.push_back(titled);
    std::stable_sort(persons_.begin(), persons_.end(),
                     [](const Speech& a, const Speech& b) { return a.speaker.begin < b.speaker.begin; });
    for (Draft& draft : drafts_) attribute(draft);
  }

 private:
  // ------------------------------------------------------------ reading

  void collect(std::size_t index) {
    const Analysis& a = input_.analyses[index];
    if (!look_.holds(a, "speech") && !look_.holds(a, "author")) return;
    for (const Annotation& annotation : a.annotations) {
      const bool author = look_.is(annotation, "author");
      if ((!author && !look_.is(annotation, "speech")) || annotation.layer == kNone) continue;
      const Speech speech = read(index, annotation);
      if (speech.speaker.empty() || (!author && !can_speak(speech))) continue;
      if (author) {
        if (!author_ || !look_.title_case(a)) author_ = speech;
      } else {
        speeches_.push_back(speech);
      }
    }
  }

  Speech read(std::size_t sentence, const Annotation& annotation) const {
    const Analysis& a = input_.analyses[sentence];
    Speech speech;
    speech.sentence = sentence;
    speech.whole = annotation.range;
    const Value speaker = feature(input_.program, annotation, "speaker");
    const Value role = feature(input_.program, annotation, "role");
    if (const auto* range = std::get_if<TokenRange>(&speaker)) speech.speaker = *range;
    if (const auto* range = std::get_if<TokenRange>(&role)) speech.role = *range;
    if (speech.speaker.empty()) return speech;
    speech.verb = feature_text(input_.program, annotation, "verb");
    speech.behind = speech.speaker.begin > speech.whole.begin;
    if (is_legal_form(speech.speaker) &&
        (!fold(speech.verb).starts_with("announce") || tells_clause(a, speech.whole.end)))
      speech.speaker = whole_name(a, speech.speaker);
    const TokenRange words = look_.without_article(a, speech.speaker);
    const bool source = fold(speech.verb) == "according to";
    speech.speaker = look_.title_case(a) ? words : without_office(without_description(words, source));
    if (speech.role.empty() && speech.speaker.begin > words.begin)
      speech.role = {words.begin, speech.speaker.begin};
    speech.in_quote = input_.text.tokens[speech.speaker.begin].quoted;
    return speech;
  }

  // "announced that it has sold", "announced today that".
  bool tells_clause(const Analysis& a, std::uint32_t token) const {
    const auto restricts = [&](std::uint32_t at) {
      return at < a.range.end && look_.small_word_is(at, "relative.restricting");
    };
    return restricts(token) || restricts(token + 1);
  }

  // "chief executive Ann Lee", "market researcher Vexa": the name behind small words that tell who it is;
  // behind "according to" whatever they are. In "its flagship Aurel" they tell nobody.
  TokenRange without_description(TokenRange words, bool source) const {
    std::uint32_t name = words.end;
    while (name > words.begin && look_.form(name - 1).is(Shape::kCap)) --name;
    const bool described =
        name > words.begin && name < words.end && look_.form(name - 1).is(Shape::kLower) &&
        (is_kind_of_teller(look_.form(name - 1).folded) || look_.word_is(name - 1, "speaker.kind") ||
         (source && !look_.word_is(name - 1, "pos.first.IN") && !look_.word_is(name - 1, "pos.first.CC")));
    return described ? TokenRange{name, words.end} : words;
  }

  // "Chief Operating Officer Luke Ross": the name behind an office; none in "General Electric Company".
  TokenRange without_office(TokenRange words) const {
    constexpr std::uint32_t kNames = 2;
    std::uint32_t name = words.end;
    while (name > words.begin && !look_.word_is(name - 1, "title.office")) --name;
    const bool person = name > words.begin && words.end - name >= kNames &&
                        look_.is_name({name, words.end}) &&
                        !look_.word_is(words.end - 1, "organization_word");
    return person ? TokenRange{name, words.end} : words;
  }

  // Who has a name, an office or a document's title tells; "rebar added 0.6%" tells nothing.
  bool can_speak(const Speech& speech) const {
    const Analysis& a = input_.analyses[speech.sentence];
    const std::string verb = fold(speech.verb);
    if (input_.program.lookup("change.verb", verb) != kNone && moves_figure(a, speech)) return false;
    const TokenRange words = speech.speaker;
    if (is_legal_form(words)) return false;  // "Halden, Inc. Announces": told of itself
    if (verb == "reported" && look_.word_is(words.end - 1, "segment.noun")) return false;  // what is told of
    if (finds_things(a, speech, verb)) return false;
    if (look_.word_is(speech.whole.end - 1, "content.verb") && look_.word_is(speech.whole.end, "preposition"))
      return false;                             // "reveals in vivid detail the journey"
    if (verb == ":") return is_person(speech);  // "Ann Lee: “We grew”"
    if (look_.is_name(words)) return true;
    // "according to a rival's brochure": whatever tells, but not "according to plan"
    if (verb == "according to") return !look_.word_is(words.end - 1, "procedure.noun");
    if (is_aside_of_quote(speech, verb)) return true;
    if (look_.word_is(words.end - 1, "document.plural") && look_.word_is(words.end, "documents.verb"))
      return true;  // "filings reveal that", not "has tracked reports and found that"
    const bool inverted = speech.behind && verb != "according to";
    if (inverted && is_document(words)) return false;  // "Acme, based in Lyon, reported strong results"
    for (std::uint32_t token = words.begin; token < words.end; ++token) {  // "analysts at Orb"
      const bool head = token + 1 == words.end || look_.beginning_at(a, token + 1, "pos.first.IN") != nullptr;
      if (head && is_teller(look_.form(token).folded)) return true;
    }
    return false;
  }

  // '"We grew," said a farmer': whoever it is.
  bool is_aside_of_quote(const Speech& speech, const std::string& verb) const {
    const bool says = input_.program.lookup("saying.verb", verb) != kNone ||
                      input_.program.lookup("quote.verb", verb) != kNone;
    return says && speech.behind && follows_quote(speech) && look_.form(speech.whole.end).is(Shape::kPunct);
  }

  // "added 300 cars", "added nearly 300 cars", "adds to the pain": no verb of saying.
  bool moves_figure(const Analysis& a, const Speech& speech) const {
    std::uint32_t token = speech.whole.end;
    if (const Annotation* bound = look_.beginning_at(a, token, "bound.before"); bound != nullptr)
      token = bound->range.end;
    if (look_.beginning_at(a, token, "q") != nullptr) return true;
    return !speech.behind && look_.word_is(token, "pos.first.TO");
  }

  // "Halden Rail, Inc" for "Inc".
  TokenRange whole_name(const Analysis& a, TokenRange form) const {
    constexpr std::uint32_t kReach = 6;  // tokens
    std::uint32_t begin = form.begin;
    if (begin > a.range.begin && look_.token_text(begin - 1) == ",") --begin;
    const std::uint32_t last = begin;
    while (begin > a.range.begin && last - begin < kReach && look_.form(begin - 1).is(Shape::kCap)) --begin;
    return begin == last ? form : TokenRange{begin, form.end};
  }

  // "Inc", of "Halden, Inc. (NASDAQ: HLDN) Announces": a name that was cut.
  bool is_legal_form(TokenRange words) const {
    return words.end - words.begin == 1 && look_.word_is(words.begin, "legal_form");
  }

  // "Police found 14 guns", unlike "The study found 12% of patients relapsed".
  bool finds_things(const Analysis& a, const Speech& speech, const std::string& verb) const {
    const Annotation* found = look_.beginning_at(a, speech.whole.end, "q");
    if (found == nullptr || speech.behind || is_document(speech.speaker) ||
        input_.program.lookup("find.verb", verb) == kNone)
      return false;
    const std::string kind = feature_text(input_.program, *found, "kind");
    const Annotation* next = look_.beginning_at(a, found->range.end, "vg");
    return (kind == "count" || kind == "money") && next == nullptr;
  }

  bool is_document(TokenRange words) const { return look_.word_is(words.end - 1, "document.noun"); }

  bool is_teller(const std::string& noun) const {
    return is_kind_of_teller(noun) ||
           is_any(noun, {"pronoun", "document.noun", "speaker_reference", "survey.noun", "speaker.plural"});
  }

  // "economist", "bank", "ministry"
  bool is_kind_of_teller(const std::string& noun) const {
    return is_any(noun, {"teller", "agent", "self_reference", "person_title", "agency_word"});
  }

  bool is_any(const std::string& noun, std::initializer_list<std::string_view> types) const {
    return std::any_of(types.begin(), types.end(),
                       [&](std::string_view type) { return input_.program.lookup(type, noun) != kNone; });
  }

  // "Zhang Yunming, vice minister of …" anywhere gives the role of "Zhang".
  void learn_roles() {
    for (const Speech& speech : speeches_) {
      if (!speech.role.empty()) roles_.emplace(full_name(speech.speaker), look_.text_of(speech.role));
    }
    for (std::size_t i = 0; i < input_.analyses.size(); ++i) {
      if (!look_.holds(input_.analyses[i], "titled")) continue;
      for (const Annotation& annotation : input_.analyses[i].annotations) {
        if (!look_.is(annotation, "titled") || annotation.layer == kNone) continue;
        const Value person = feature(input_.program, annotation, "speaker");
        const Value role = feature(input_.program, annotation, "role");
        const auto* name = std::get_if<TokenRange>(&person);
        const auto* title = std::get_if<TokenRange>(&role);
        if (name == nullptr || title == nullptr) continue;
        roles_.emplace(full_name(*name), look_.text_of(*title));
        if (!input_.text.tokens[name->begin].quoted && look_.is_name(*name))
          titled_.push_back({.sentence = i, .whole = annotation.range, .speaker = *name, .role = *title});
      }
    }
  }

  std::string full_name(TokenRange words) const {
    const std::string written = look_.text_of(words);
    const Entity* entity = entities_.find(written);
    return entity == nullptr ? written : entity->name;
  }

  bool is_person(const Speech& speech) const {
    const std::string written = look_.text_of(speech.speaker);
    if (stands_for_other(written) || !look_.is_name(speech.speaker)) return false;
    const Entity* entity = entities_.find(written);
    if (entity != nullptr && entity->type != "person" && entity->type != "other") return false;
    return (entity != nullptr && entity->type == "person") || roles_.count(full_name(speech.speaker)) > 0;
  }

  bool stands_for_other(const std::string& text) const {
    return input_.program.lookup("speaker_reference", fold(text)) != kNone;
  }

  // ------------------------------------------------------------ who says a figure

  void attribute(Draft& draft) {
    const std::span<const Speech> own = told_in(draft.sentence, draft.sentence + 1);
    if (const Speech* speech = telling(own, draft, false); speech != nullptr)
      return set(draft, *speech, false);
    if (author_ && !quoted(draft) && is_opinion(draft)) return set(draft, *author_, true);
    if (const Speech* speech = going_on(draft); speech != nullptr) return set(draft, *speech, true);
    if (const Speech* speech = telling(own, draft, true); speech != nullptr)
      return set(draft, *speech, false);
    if (const Speech* speech = leading_in(draft); speech != nullptr) set(draft, *speech, true);
  }

  // "According to a Halden survey: * 40% shop by phone": who tells the items of a list. What a firm reports
  // of itself has no speaker, but what it expects has.
  const Speech* leading_in(const Draft& draft) const {
    const std::size_t lead = list_lead_.lead_of(draft.sentence);
    if (lead == draft.sentence || quoted(draft) || !list_lead_.announces(lead)) return nullptr;
    const std::span<const Speech> told = told_in(lead, lead + 1);
    if (told.empty() || told.back().in_quote || follows_quote(told.back())) return nullptr;
    const Entity* main = entities_.main();
    const std::string speaker = full_name(told.back().speaker);
    const bool own = input_.program.lookup("self_reference", fold(speaker)) != kNone ||
                     (main != nullptr && speaker == main->name);
    return own && draft.fact.status == "reported" ? nullptr : &told.back();
  }

  // The speeches of some sentences.
  std::span<const Speech> told_in(std::size_t from, std::size_t to) const {
    const auto at = [&](std::size_t sentence) {
      return std::partition_point(speeches_.begin(), speeches_.end(),
                                  [&](const Speech& speech) { return speech.sentence < sentence; });
    };
    return {at(from), at(to)};
  }

  // The last of a sentence's speeches that tells the figure; those within the quote that the figure stands in
  // only where they are asked for.
  const Speech* telling(std::span<const Speech> speeches, const Draft& draft, bool within) const {
    const Speech* best = nullptr;
    for (const Speech& speech : speeches) {
      if (quoted(draft) ? speech.in_quote == within : !within && tells(speech, draft)) best = &speech;
    }
    return best;
  }

  // Whether the speech tells a figure that is not quoted: "Acme said it sold 300 cars", "300 cars were sold,
  // Acme said"; of the three figures in "It runs 12 plants and expects sales of $5m, Orb of $3m" the first is
  // no one's word.
  bool tells(const Speech& speech, const Draft& draft) const {
    if (speech.in_quote) return false;
    const std::uint32_t figure = draft.mention->range.begin;
    if (figure < speech.whole.begin) return closes(speech);
    if (is_parted(speech, figure)) return false;
    return !follows_quote(speech) || says_more({speech.whole.end, figure});
  }

  // "Police Says Permit Invalid; Norvia Down 300 Homes", "OFFICIALS SEE HARM: It has been two years": the
  // next item of a headline, or what a heading in capitals stands before.
  bool is_parted(const Speech& speech, std::uint32_t figure) const {
    const bool says = input_.program.lookup("saying.verb", fold(speech.verb)) != kNone;
    const bool title = says && is_title(speech);  // a firm that reports results tells all of the headline
    const bool capitals = is_capitals(speech.speaker);
    if (!title && !capitals) return false;
    constexpr std::uint32_t kReach = 80;  // tokens
    const std::uint32_t end = std::min(figure, speech.whole.end + kReach);
    for (std::uint32_t token = speech.whole.end; token < end; ++token) {
      if (title && look_.token_text(token) == ";") return true;
      if (capitals && look_.token_text(token) == ":") return true;
    }
    return false;
  }

  bool is_title(const Speech& speech) const {
    return input_.text.sentences[speech.sentence].section == Section::kHeadline ||
           look_.title_case(input_.analyses[speech.sentence]);
  }

  // "HEALTH OFFICIALS": more than one word, all of them in capitals.
  bool is_capitals(TokenRange words) const {
    if (words.end - words.begin < 2) return false;
    for (std::uint32_t token = words.begin; token < words.end; ++token) {
      if (!look_.form(token).is(Shape::kUpper)) return false;
    }
    return true;
  }

  // '"We sold 300 cars," said Lee, adding that 50 more were on order'; no "said Lee, who runs 12 shops"
  bool says_more(TokenRange between) const {
    std::uint32_t token = between.begin;
    while (token < between.end && !look_.word_is(token, "saying.verb")) ++token;
    return token < between.end;
  }

  // Whether the speech closes what is told before it: "…, the company said on Monday", "… according to Orb".
  // "a battery the company says will last", "and the company expects $6m" and what follows a quote don't.
  bool closes(const Speech& speech) const {
    const Analysis& a = input_.analyses[speech.sentence];
    const std::uint32_t begin = speech.whole.begin;
    if (begin == a.range.begin) return false;
    const bool set_off = look_.form(begin - 1).is(Shape::kPunct);
    if (follows_quote(speech) || (look_.token_text(begin - 1) == ";" && is_title(speech))) return false;
    if (speech.behind) return set_off || look_.beginning_at(a, begin - 1, "pos.first.CC") == nullptr;
    const std::uint32_t end = speech.whole.end;
    return set_off &&
           (end >= a.range.end || look_.form(end).is(Shape::kPunct) ||
            look_.word_is(end - 1, "telling.verb") || look_.beginning_at(a, end, "time") != nullptr ||
            look_.beginning_at(a, end, "rb") != nullptr ||
            (look_.word_is(end, "pos.first.IN") && look_.token_text(end) != "that"));
  }

  // '"We sold 300 cars," said Lee'
  bool follows_quote(const Speech& speech) const {
    const std::uint32_t start = input_.analyses[speech.sentence].range.begin;
    std::uint32_t token = speech.whole.begin;
    while (token > start && look_.form(token - 1).is(Shape::kPunct) && !input_.text.tokens[token - 1].quoted)
      --token;
    return token > start && input_.text.tokens[token - 1].quoted;
  }

  // Who goes on telling: the speaker of the paragraph's other sentences for what is quoted, and over a few
  // sentences a person who is not.
  const Speech* going_on(const Draft& draft) const {
    const std::uint32_t block = input_.text.sentences[draft.sentence].block;
    const std::span<const Speech> here = told_in(block);
    const Speech* last = beside(here, draft.sentence, false);
    if (last == nullptr && quoted(draft)) last = beside(here, draft.sentence, true);
    if (last == nullptr && quoted(draft) && block > 0) last = announcing(told_in(block - 1));
    if (last == nullptr && quoted(draft)) last = over_paragraphs(block);
    return last != nullptr && goes_on(*last, draft) ? last : nullptr;
  }

  // Who speaks in a paragraph that is all quote, as in the one before it: '"We grew," said Lee.' and then
  // '"We will sell 300 cars this year."'; or who closes, in the next one, the quote that this one leaves
  // open.
  const Speech* over_paragraphs(std::uint32_t block) const {
    constexpr std::uint32_t kReach = 4;  // paragraphs
    if (!begins_with_quote(block)) return nullptr;
    for (std::uint32_t before = block; before-- > 0 && block - before <= kReach;) {
      if (!holds_quote(sentences_of(before))) break;
      const std::span<const Speech> told = told_in(before);
      const auto last =
          std::find_if(told.rbegin(), told.rend(), [](const Speech& speech) { return !speech.in_quote; });
      if (last != told.rend()) return &*last;
      if (!begins_with_quote(before)) break;
    }
    const TokenRange words = sentences_of(block);
    if (!input_.text.tokens[words.end - 1].quoted || !begins_with_quote(block + 1)) return nullptr;
    const std::span<const Speech> next = told_in(block + 1);
    return next.empty() ? nullptr : beside(next, next.front().sentence, true);
  }

  // The tokens of a paragraph; none where there is no such paragraph.
  TokenRange sentences_of(std::uint32_t block) const {
    const auto [from, to] = places_of(block);
    if (from == to) return {};
    return {input_.analyses[from].range.begin, input_.analyses[to - 1].range.end};
  }

  // The first sentence of a paragraph, and the first behind it.
  std::pair<std::size_t, std::size_t> places_of(std::uint32_t block) const {
    const std::vector<Sentence>& sentences = input_.text.sentences;
    const auto from = std::partition_point(sentences.begin(), sentences.end(),
                                           [&](const Sentence& s) { return s.block < block; });
    const auto to =
        std::partition_point(from, sentences.end(), [&](const Sentence& s) { return s.block == block; });
    return {static_cast<std::size_t>(from - sentences.begin()),
            static_cast<std::size_t>(to - sentences.begin())};
  }

  bool begins_with_quote(std::uint32_t block) const {
    const TokenRange words = sentences_of(block);
    return !words.empty() && look_.form(words.begin).is(Shape::kPunct) &&
           input_.text.tokens[words.begin].quoted;
  }

  // The speeches of a paragraph.
  std::span<const Speech> told_in(std::uint32_t block) const {
    const auto [from, to] = places_of(block);
    return told_in(from, to);
  }

  // The nearest of the speeches outside quotes in the sentences before one, or in those behind it.
  static const Speech* beside(std::span<const Speech> speeches, std::size_t sentence, bool behind) {
    constexpr std::size_t kReach = 64;  // speeches
    const std::size_t limit = behind ? sentence + 1 : sentence;
    std::size_t at = static_cast<std::size_t>(
        std::partition_point(speeches.begin(), speeches.end(),
                             [&](const Speech& speech) { return speech.sentence < limit; }) -
        speeches.begin());
    for (std::size_t steps = 0; steps < kReach && (behind ? at < speeches.size() : at > 0); ++steps) {
      const Speech& speech = speeches[behind ? at++ : --at];
      if (!speech.in_quote) return &speech;
    }
    return nullptr;
  }

  // "Ann Lee, chief executive of Acme, commented:" above a quote.
  const Speech* announcing(std::span<const Speech> speeches) const {
    if (speeches.empty()) return nullptr;
    const TokenRange sentence = input_.analyses[speeches.back().sentence].range;
    return look_.token_text(sentence.end - 1) == ":" ? &speeches.back() : nullptr;
  }

  // Whether what is said goes on to the figure: a quote to what is quoted, a person's other speech over a few
  // sentences. '"We sold 300 cars," said Lee. The firm has 12 plants' and "The company expects $5m. It runs
  // 12 plants": the article speaks again.
  bool goes_on(const Speech& speech, const Draft& draft) const {
    constexpr std::size_t kReach = 4;  // sentences
    if (quoted(draft)) return true;
    if (draft.sentence <= speech.sentence + kReach && asks(speech) && tells_of_asked(draft)) return true;
    return draft.sentence <= speech.sentence + kReach &&
           !holds_quote(input_.analyses[speech.sentence].range) &&
           input_.program.lookup("saying.verb", fold(speech.verb)) != kNone &&
           (is_person(speech) || stands_for_person(speech));
  }

  // "The survey found that", "Orb's poll shows": a survey, or who made one.
  bool asks(const Speech& speech) const {
    const std::string verb = fold(speech.verb);
    const bool finds = is_document(speech.speaker) || verb == "according to" ||
                       is_any(verb, {"find.verb", "documents.verb"});
    return finds && !stands_for_person(speech) && !is_person(speech) &&
           look_.holds_word(input_.analyses[speech.sentence].range, "survey.noun");
  }

  // "Another 30% of respondents agree": those whom a survey asked.
  bool tells_of_asked(const Draft& draft) const {
    return look_.holds_word(input_.analyses[draft.sentence].range, "asked.people");
  }

  bool holds_quote(TokenRange range) const {
    for (std::uint32_t token = range.begin; token < range.end; ++token) {
      if (input_.text.tokens[token].quoted) return true;
    }
    return false;
  }

  // "our estimates of $44m", "this arrives at a valuation of …": what the article's author holds.
  bool is_opinion(const Draft& draft) const {
    const Analysis& a = input_.analyses[draft.sentence];
    const bool awaited = draft.fact.status == "estimate" || draft.fact.status == "target";
    if (awaited && look_.holds(a, "measure.valuation")) return true;
    return look_.holds(a, "first_person") && draft.fact.status != "reported";
  }

  bool quoted(const Draft& draft) const { return input_.text.tokens[draft.mention->range.begin].quoted; }

  bool stands_for_person(const Speech& speech) const {
    return look_.word_is(speech.speaker.begin, "pronoun.person");
  }

  // "he": the person named last before the speech, by a speech or an office. "An official": the last who
  // speaks, else the next.
  const Speech* resolve_reference(const Speech& speech) const {
    constexpr std::size_t kNear = 1;    // sentences
    constexpr std::size_t kReach = 64;  // persons
    if (stands_for_person(speech)) {
      const auto next = std::partition_point(persons_.begin(), persons_.end(), [&](const Speech& other) {
        return other.speaker.begin < speech.speaker.begin;
      });
      std::size_t steps = 0;
      for (auto person = next; person != persons_.begin() && steps < kReach; ++steps) {
        --person;
        const bool near = speech.sentence - person->sentence <= kNear;
        if (!person->verb.empty() || near) return &*person;  // one who spoke, or who was named close by
      }
      return nullptr;
    }
    const auto next = std::partition_point(named_.begin(), named_.end(), [&](std::size_t other) {
      return speeches_[other].sentence <= speech.sentence;
    });
    if (next != named_.begin()) return &speeches_[*(next - 1)];
    return next == named_.end() ? nullptr : &speeches_[*next];
  }

  std::uint32_t block_of(const Speech& speech) const { return input_.text.sentences[speech.sentence].block; }

  void set(Draft& draft, const Speech& speech, bool inferred) {
    const Speech* source = &speech;
    const Entity* person = nullptr;
    std::string written = look_.text_of(speech.speaker);
    if (author_ && !quoted(draft) && input_.program.lookup("first_person", fold(written)) != kNone) {
      source = &*author_;  // "we believe", in a research note
    } else if (stands_for_other(written)) {
      const Speech* named = resolve_reference(speech);
      if (named != nullptr) source = named;
      if (stands_for_person(speech) && (named == nullptr || block_of(*named) != block_of(speech)))
        person = people_.speaking(speech.speaker, speech.sentence, named != nullptr);
    }
    written = person != nullptr ? person->name : look_.text_of(source->speaker);
    Attribution attribution;
    const bool by_author = author_ && source->speaker.begin == author_->speaker.begin;
    const bool whole = by_author || person != nullptr;  // the rule knows its name's end
    attribution.speaker = whole ? written : full_name(source->speaker);
    const bool issuer =
        input_.program.lookup("self_reference", fold(written)) != kNone &&
        input_.program.lookup("teller", fold(written)) == kNone;  // "management" says so itself
    if (issuer && entities_.main() != nullptr && entities_.main()->type != "place") {
      attribution.speaker = entities_.main()->name;
    } else if (input_.program.lookup("pronoun", fold(written)) != kNone) {
      return;  // "it said": who is not told
    }
    if (const auto role = roles_.find(attribution.speaker); role != roles_.end())
      attribution.role = role->second;
    attribution.verb = speech.verb;
    attribution.quoted = quoted(draft);
    attribution.inferred = inferred;
    attribution.span = look_.span_of(source->speaker);
    draft.fact.attribution = attribution;
  }

  std::vector<Draft>& drafts_;
  const ClaimInput& input_;
  const Entities& entities_;
  Looker look_;
  subjects::Figures figures_;
  subjects::People people_{figures_};
  subjects::ListLead list_lead_{figures_};
  std::vector<Speech> speeches_;    // by sentence
  std::vector<std::size_t> named_;  // of speeches_: those by a name rather than "he"
  std::vector<Speech> titled_;      // persons named with their office: "Ann Lee, director of the fund,"
  std::vector<Speech> persons_;     // speeches by a named person and titled_, in text order
  std::optional<Speech> author_;    // of a research note: "Orb Capital updates its coverage on Acme"
  std::map<std::string, std::string> roles_;
};

}  // namespace

void find_attributions(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
                       const Entities& entities) {
  AttributionFinder(drafts, input, clauses, entities).run();
}

}  // namespace figmine
