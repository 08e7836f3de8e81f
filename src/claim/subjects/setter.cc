#include "claim/subjects/setter.h"

#include <algorithm>

#include "base/ascii.h"

namespace figmine::subjects {

bool Setter::take(Draft& draft, TokenRange words, std::string_view rule) const {
  return !words.empty() && set(draft, words, rule);
}

bool Setter::set(Draft& draft, TokenRange range, std::string_view rule) const {
  range = look_.without_article(figures_.analysis(draft), range);
  if (range.end > range.begin + 1 && look_.word_is(range.end - 1, "possessive")) --range.end;
  if (range.empty() || is_time(figures_.analysis(draft), range)) return false;
  if (look_.form(range.begin).is(Shape::kLower))
    range.begin = words_.hyphened_begin(figures_.analysis(draft), range.begin);
  if (look_.word_is(range.end - 1, "metal.equivalent")) return false;  // "9,000 oz Au Eq"
  const bool pronoun = namer_.is_pronoun(range);
  if (range.end == range.begin + 1 && look_.token_text(range.begin).size() == 1 && !pronoun)
    return false;  // the "P" of "P/BV"
  if (const Named* project = projects_.behind(draft, range); project != nullptr) {
    set_thing(draft, *project, "subject/project");
    return true;
  }
  if (const TokenRange coin = coins_.coin_meant(draft, range); !coin.empty()) return set(draft, coin, rule);
  if (look_.word_is(range.end - 1, "relative.owner")) return set_owner(draft, range, rule);
  if (pronoun && opens_empty(draft, range)) return false;
  if (pronoun && (is_nothing(draft, range) || set_person_meant(draft, range))) return true;
  if (const Entity* other = pronoun ? nullptr : other_of_sort(range); other != nullptr) {
    infer_as(draft, range, Named{0, other, range}, rule);
    return true;
  }
  if (namer_.stands_for_main(figures_.analysis(draft), range)) {
    if (pronoun ? set_thing_meant(draft, range) : set_firm_meant(draft, range)) return true;
    if (set_main(draft, range, "subject/self-reference")) return true;
    if (pronoun) return false;
  }
  if (words_.is_bare_market(figures_.analysis(draft), range)) {
    if (const TokenRange market = topics_.market_before(draft, range.begin); !market.empty())
      return set_words(draft, market, rule);
  }
  if (const TokenRange name = identity_.name_of(draft, range); !name.empty()) return set(draft, name, rule);
  if (const TokenRange name =
          mentions_.named_thing(range) == nullptr ? descriptions_.meant(range) : TokenRange{};
      !name.empty()) {
    infer_as(draft, range, Named{0, entities_.find(look_.text_of(name)), name}, "subject/called");
    return true;
  }
  if (const TokenRange firm = described_firm(draft, range); !firm.empty()) {
    infer_as(draft, range, Named{0, entities_.find(look_.text_of(firm)), firm}, "subject/firm-told");
    return true;
  }
  set_named(draft, range, rule);
  return true;
}

// "Orders at Skarne rose, but the Swedish group's margin fell": in an article of a few sentences, the name
// told last before a definite word for a firm; empty where the words are no such.
TokenRange Setter::described_firm(const Draft& draft, TokenRange range) const {
  constexpr std::uint32_t kReach = 60;  // tokens
  const std::uint32_t head = range.end - 1;
  if (entities_.main() != nullptr || !article_.is_lone() || !look_.word_is(head, "firm.noun") ||
      look_.holds_word(range, "firm.other") || !look_.form(head).is(Shape::kLower) || range.begin == 0 ||
      !look_.word_is(range.begin - 1, "article.definite"))
    return {};
  const std::size_t index = figures_.index_of(draft);
  if (index > 0 && figures_[index - 1].fact.subject) {
    const TokenRange told = look_.tokens_in(figures_[index - 1].fact.subject->span);
    const bool named = look_.form(told.begin).is(Shape::kCap) && look_.form(told.end - 1).is(Shape::kCap);
    if (named && may_be_firm(told)) return told;
  }
  for (std::size_t sentence = draft.sentence + 1; sentence-- > 0;) {
    const Analysis& a = figures_.input().analyses[sentence];
    std::uint32_t end = std::min(range.begin, a.range.end);
    while (end > a.range.begin && range.begin - end < kReach) {
      const TokenRange name = namer_.name_ending(a, end);
      if (!name.empty() && may_be_firm(name)) return name;
      end = name.empty() ? end - 1 : name.begin;
    }
  }
  return {};
}

// Neither a place, a person, a time nor a common word that begins a sentence.
bool Setter::may_be_firm(TokenRange name) const {
  const Entity* entity = entities_.find(look_.text_of(name));
  if (entity != nullptr) return entity->type != "place" && entity->type != "person";
  const auto& program = figures_.input().program;
  if (program.lookup("place", fold(look_.text_of(name))) != kNone) return false;
  for (const std::string_view type :
       {"month", "weekday", "pos.first.J", "pos.first.DT", "pos.first.IN", "pos.first.CC", "pos.first.R",
        "pos.first.PRP", "pos.SUB", "pos.N", "pos.NS"}) {
    if (name.end == name.begin + 1 && look_.word_is(name.begin, type)) return false;
  }
  return !look_.word_is(name.begin, "first_name");
}

// "It takes nine years to open a mine": "it" stands for nobody.
bool Setter::is_nothing(const Draft& draft, TokenRange pronoun) const {
  if (draft.fact.quantity.kind != "duration" || !look_.word_is(pronoun.begin, "pronoun.empty")) return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t at = c.at(pronoun.begin);
  const std::size_t verb = c.after(at);
  const std::size_t left = c.before(at);
  const bool object = c.is(left, Part::kVerb) || c.is(left, Part::kPhrase);  // "Winning it took nine years"
  return !object && c.is(verb, Part::kVerb) && look_.small_word_is(c[verb].range.end - 1, "time.taking") &&
         c.verb_before(c.at(draft.mention->range.begin)) == verb;
}

// "It is possible to play on five maps", "It is believed that 40 shops": only opens the clause.
bool Setter::opens_empty(const Draft& draft, TokenRange pronoun) const {
  if (!look_.word_is(pronoun.begin, "pronoun.empty")) return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.after(c.at(pronoun.begin));
  if (!c.is(verb, Part::kVerb) || !look_.word_is(c[verb].range.begin, "copula")) return false;
  const std::uint32_t end = c[verb].range.end;
  const bool known = look_.word_is(end - 1, "empty.participle");
  const std::uint32_t link = known ? end : end + 1;
  const bool clause = look_.small_word_is(link, "relative.restricting");
  return known
             ? clause
             : look_.word_is(end, "empty.adjective") && (clause || look_.small_word_is(link, "pos.first.TO"));
}

// "you", "I", "he", "they": done where nobody is meant, too.
bool Setter::set_person_meant(Draft& draft, TokenRange pronoun) const {
  if (look_.word_is(pronoun.begin, "pronoun.reader")) return true;  // "you" is nobody in the article
  if (look_.word_is(pronoun.begin, "pronoun.one") && article_.is_firm_main() &&
      !mentions_.names_person(draft.sentence))
    return true;                                       // "I" of a person without a name is no firm
  if (look_.word_is(pronoun.begin, "pronoun.person"))  // "he" is no firm
    return set_person(draft, pronoun) || article_.main_of(draft) != nullptr;
  return look_.word_is(pronoun.begin, "pronoun.people") &&
         (set_antecedent(draft, pronoun) || set_several_before(draft, pronoun) ||
          set_people_told(draft, pronoun));
}

// "it", "its": what the sentence or the paragraph names, where that is not the article's own.
bool Setter::set_thing_meant(Draft& draft, TokenRange pronoun) const {
  if (article_.is_lone() && set_antecedent(draft, pronoun)) return true;
  if (look_.word_is(pronoun.begin, "pos.first.PRPS")) {  // "With its price of $5, Vexa is …"
    const TokenRange named = fronted_.behind_fronted(draft);
    if (!named.empty() && named != pronoun) return set(draft, named, "subject/fronted");
  }
  if (const TokenRange people = people_told(draft, pronoun); !people.empty())
    return set(draft, people, "subject/actor");
  if (look_.word_is(pronoun.begin, "determiner.near")) return set_earlier(draft, pronoun);
  if (!look_.word_is(pronoun.begin, "pronoun.thing")) return false;
  if (const TokenRange label = topics_.label_before(draft, pronoun.begin); !label.empty())
    return set_label(draft, label);
  if (const TokenRange near = topics_.acting_before(draft, pronoun.begin); !near.empty())
    return set_topic(draft, near);
  if (const TokenRange named = topics_.named_before(draft, pronoun.begin); !named.empty())
    return set_topic(draft, named);
  const TokenRange topic = topics_.topic_before(draft, pronoun.begin, Topics::For::kPronoun);
  // "The pump market grew. Its sales rose": a firm's; "It is put at $5 million": the market
  const bool owner = look_.word_is(pronoun.begin, "pos.first.PRPS");
  const bool market = owner && !topic.empty() && look_.small_word_is(topic.end - 1, "market.whole");
  if (!topic.empty()) return !market && set_topic(draft, topic);
  const TokenRange thing = owner ? TokenRange{} : topics_.thing_before(draft);
  return !thing.empty() && set_topic(draft, thing);
}

// "Those who come first will get $5": the pronoun with what its relative clause tells.
TokenRange Setter::people_told(const Draft& draft, TokenRange pronoun) const {
  constexpr std::uint32_t kLongest = 12;  // tokens
  const Clauses& c = figures_.clauses(draft);
  const std::size_t at = c.at(pronoun.begin);
  if (at == Clauses::kNoChunk || !c.is(at + 1, Part::kRelative)) return {};
  const std::size_t told = c.is(at + 2, Part::kAdverb) ? at + 3 : at + 2;  // "who first come"
  const std::size_t verb = c.verb_before(c.at(draft.mention->range.begin));
  const bool those = look_.word_is(pronoun.begin, "determiner.people") && c.is(told, Part::kVerb) &&
                     verb != Clauses::kNoChunk && verb > told;
  if (!those || c.subject_of(verb) != at) return {};
  std::size_t main = told + 1;
  while (main < verb && main - told <= kLongest && !c.is(main, Part::kVerb)) ++main;  // "will each receive"
  TokenRange words{pronoun.begin, c[c.before(main)].range.end};
  for (std::uint32_t token = c[told].range.end; token < words.end; ++token) {
    if (look_.word_is(token, "pos.first.MD")) words.end = token;
  }
  return words.end - words.begin <= kLongest ? words : TokenRange{};
}

// "Solmar's mine holds 5 Mt. This translates to 2 Mt of metal": whom the sentence or the one before told of
// last.
bool Setter::set_earlier(Draft& draft, TokenRange pronoun) const {
  const Clauses& c = figures_.clauses(draft);
  if (!c.is(c.after(c.at(pronoun.begin)), Part::kVerb)) return false;  // "those who"
  const std::size_t index = figures_.index_of(draft);
  for (std::size_t i = index; i-- > 0;) {
    const Draft& earlier = figures_[i];
    if (earlier.mention->range.begin > pronoun.begin) continue;
    const bool near =
        earlier.sentence + 1 >= draft.sentence && input_.same_block(earlier.sentence, draft.sentence);
    if (!near) return false;
    if (!earlier.fact.claim) continue;
    const bool named = earlier.fact.subject && std::any_of(earlier.fact.subject->name.begin(),
                                                           earlier.fact.subject->name.end(), is_upper);
    if (!named) return false;
    draft.fact.subject = earlier.fact.subject;
    draft.fact.rules.emplace_back("subject/carried");
    return true;
  }
  return false;
}

// "Fors, President of Corlan Group, said the company has six clients": another firm than the article's own,
// which the sentence or the paragraph names.
bool Setter::set_firm_meant(Draft& draft, TokenRange words) const {
  const bool definite = words.end == words.begin + 1 && words.begin > 0 &&
                        look_.small_word_is(words.begin, "firm.noun") &&  // "the Company" is the article's
                        look_.word_is(words.begin - 1, "article.definite");
  if (!definite) return false;
  const TokenRange firm = topics_.firm_before(draft, words.begin);
  return !firm.empty() && set_words(draft, firm, "subject/firm-told");
}

// "The Association" in an article that names a Halden Pump Association; nullptr where the words are none.
const Entity* Setter::meant_by_sort(TokenRange range) const {
  const bool sort = range.end == range.begin + 1 && range.begin > 0 &&
                    look_.form(range.begin).is(Shape::kCap) && !look_.form(range.begin).is(Shape::kUpper) &&
                    look_.word_is(range.begin - 1, "article.definite");
  const Entity* own = sort ? entities_.find(look_.text_of(range)) : nullptr;
  if (!sort || (own != nullptr && (own->name != look_.token_text(range.begin) ||
                                   !look_.word_is(range.begin, "organization_word"))))
    return nullptr;
  return mentions_.firm_of_sort(look_.token_text(range.begin));
}

// "The Institute" beside Tolvik Institute in Vexa's article: a word that Vexa's own name and the article's
// words for Vexa do not have, and no word for any firm; nullptr where it may be Vexa.
const Entity* Setter::other_of_sort(TokenRange range) const {
  const Entity* main = entities_.main();
  if (range.end != range.begin + 1 || main == nullptr || look_.word_is(range.begin, "firm.noun"))
    return nullptr;
  const Entity* meant = meant_by_sort(range);
  const std::string& word = look_.form(range.begin).folded;
  const auto has_word = [&](const std::string& name) { return fold(name).find(word) != std::string::npos; };
  const bool own = entities_.is_own_word(word) || has_word(main->name) ||
                   std::any_of(main->aliases.begin(), main->aliases.end(), has_word);
  return meant == main || own ? nullptr : meant;
}

// "Rotor and Blade Systems" of "Rotor and Blade Systems revenue", "Imagery and Maps segment": a part of a
// firm whose name goes on behind "and".
TokenRange Setter::with_joined(const Analysis& a, TokenRange range) const {
  constexpr std::uint32_t kWords = 4;
  const std::uint32_t link = range.end;
  if (link >= a.range.end || !look_.word_is(link, "joint.and")) return range;
  const Entity* entity = entities_.find(look_.text_of(range));
  const bool known = entity != nullptr && (entity->type != "other" || entity->mentions.size() > 1);
  if (known || !look_.form(range.begin).is(Shape::kCap) || look_.title_case(a)) return range;
  std::uint32_t end = link + 1;
  while (end < a.range.end && end - link <= kWords && look_.form(end).is(Shape::kCap)) ++end;
  if (end == link + 1 || end >= a.range.end) return range;
  if (does_alone(end)) return {range.begin, end};
  if (look_.small_word_is(end, "measure.segment")) return {range.begin, end + 1};
  // "Rotor and Blade jobs" are of either
  const bool one = look_.covering(a, end, "nns") == nullptr || look_.word_is(end, "macro.own");
  return one && look_.small_word_is(end, "measure.noun") ? TokenRange{range.begin, end} : range;
}

// "Fors and Tarn Law Centre has": one name, as its verb is of one.
TokenRange Setter::with_first_part(const Analysis& a, TokenRange range) const {
  constexpr std::uint32_t kWords = 3;
  if (range.begin < a.range.begin + 2 || !look_.word_is(range.begin - 1, "joint.and") ||
      !look_.word_is(range.end - 1, "organization_word") || !does_alone(range.end) || look_.title_case(a))
    return range;
  std::uint32_t begin = range.begin - 1;
  while (begin > a.range.begin && range.begin - begin <= kWords && look_.form(begin - 1).is(Shape::kCap))
    --begin;
  const bool opens = begin == a.range.begin || look_.token_text(begin - 1) == "," ||
                     look_.word_is(begin - 1, "article.definite");
  const Entity* first = entities_.find(look_.text_of({begin, range.begin - 1}));
  const bool other = (first != nullptr && (first->type != "other" || first->mentions.size() > 1)) ||
                     look_.ending_at(a, range.begin - 1, "place") != nullptr;
  return begin < range.begin - 1 && opens && !other ? TokenRange{begin, range.end} : range;
}

// "has", "is", "serves": what one does.
bool Setter::does_alone(std::uint32_t verb) const {
  return look_.small_word_is(verb, "singular.auxiliary") || look_.small_word_is(verb, "pos.first.VZ");
}

// "Vexa" of "Milestone Vexa", where a heading runs into the sentence, of "new Vexa" and "supply Vexa": the
// firm or coin that the words end with, where a common word stands before it.
TokenRange Setter::without_lead(TokenRange range) const {
  constexpr std::size_t kMentions = 3;
  const Entity* whole = entities_.find(look_.text_of(range));
  if (whole != nullptr && (whole == entities_.main() || whole->mentions.size() >= kMentions)) return range;
  for (std::uint32_t begin = range.begin + 1; begin < range.end; ++begin) {
    const bool hyphen = look_.token_text(begin - 1) == "-";  // "Pre-Sale Days Vexa"
    if (hyphen && begin + 1 < range.end) continue;
    const bool word = look_.form(begin - 1).is(Shape::kWordlike);
    const bool joins = look_.word_is(begin - 1, "preposition") || look_.word_is(begin - 1, "pos.first.CC");
    if (!word || joins || look_.word_is(begin, "possessive")) return range;
    const Entity* entity = entities_.find(look_.text_of({begin, range.end}));
    const bool full = entity == entities_.main() && range.end > begin + 1;  // "Milestone Corlan Group"
    if (!full && !namer_.is_common(begin - 1)) continue;
    const bool known = entity != nullptr && entity != whole &&
                       (entity == entities_.main() || entities_.is_coin(*entity) ||
                        (look_.form(begin - 1).is(Shape::kLower) && look_.form(begin).is(Shape::kCap)) ||
                        (entity->type == "organization" && entity->mentions.size() >= kMentions));
    if (known) return {begin, range.end};
  }
  return range;
}

// "Vexa Cup Season 6" of "Vexa Cup Season", "Orvane 2000": the number that is no figure but part of the name.
TokenRange Setter::with_number(const Draft& draft, TokenRange range) const {
  const std::span<const Draft> told = of_sentence(figures_.drafts(), draft.sentence);
  const auto next = std::partition_point(
      told.begin(), told.end(), [&](const Draft& other) { return other.mention->range.end <= range.end; });
  if (next == told.end() || next->fact.claim || next->mention->range.begin > range.end) return range;
  const Entity* known = entities_.find(look_.text_of(range));
  if (known != nullptr && known == entities_.main()) return range;  // the voucher "VEXA50"
  const std::string& sort = next->fact.non_claim_class;
  const bool named = sort == "name" || sort == "product" || sort == "version" || sort == "address";
  const TokenRange whole{range.begin, next->mention->range.end};
  const bool one = whole.end == range.end + 1 && look_.form(range.end).is(Shape::kDigit) &&
                   look_.form(range.end - 1).is(Shape::kCap);
  return named && one ? whole : range;
}

void Setter::set_named(Draft& draft, TokenRange range, std::string_view rule) const {
  const Analysis& a = figures_.analysis(draft);
  range = with_number(draft, with_joined(a, with_first_part(a, without_lead(range))));
  if (const Entity* meant = meant_by_sort(range); meant != nullptr)
    return infer_as(draft, range, Named{0, meant, range}, rule);
  draft.subject = range;
  if (const Named* named = mentions_.named_thing(range); named != nullptr)
    return infer_as(draft, range, *named, rule);
  Subject subject;
  subject.text = look_.text_of(range);
  subject.span = look_.span_of(range);
  subject.name = subject.text;
  const bool stands_for_place = input_.program.lookup("place_reference", fold(subject.text)) != kNone;
  const Entity* entity = stands_for_place ? entities_.main_place() : entities_.find(subject.text);
  if (entity != nullptr) name_after(subject, *entity);
  draft.fact.subject = subject;
  if (!rule.empty()) draft.fact.rules.emplace_back(rule);
}

// "Acme, whose sales rose 5%": what stands before.
bool Setter::set_owner(Draft& draft, TokenRange relative, std::string_view rule) const {
  const Analysis& a = figures_.analysis(draft);
  std::uint32_t end = relative.begin;
  if (end > a.range.begin && look_.token_text(end - 1) == ",") --end;
  const Annotation* owner = look_.ending_at(a, end, "np");
  return owner != nullptr && set(draft, owner->range, rule);
}

// "For the full year, it expects …"
bool Setter::is_time(const Analysis& a, TokenRange range) const {
  return look_.ending_at(a, range.end, "grain") != nullptr ||
         look_.ending_at(a, range.end, "time") != nullptr;
}

// "He has signed a contract"
bool Setter::set_person(Draft& draft, TokenRange pronoun) const {
  const Entity* person = people_.meant(pronoun, draft.sentence);
  if (person == nullptr) return false;
  Subject subject{look_.text_of(pronoun), "", "", "", look_.span_of(pronoun)};
  name_after(subject, *person);
  draft.fact.subject = subject;
  draft.fact.rules.emplace_back("subject/person");
  return true;
}

void Setter::name_after(Subject& subject, const Entity& entity) const {
  subject.name = entities_.usual_name(entity);
  subject.type = entity.type;
  subject.entity = entity.id;
}

bool Setter::set_main(Draft& draft, TokenRange written, std::string_view rule) const {
  const Entity* main = article_.main_of(draft);
  if (main == nullptr) return false;
  if (written.empty()) return infer(draft, *main, rule), true;
  Subject subject{look_.text_of(written), "", "", "", look_.span_of(written)};
  name_after(subject, *main);
  draft.fact.subject = subject;
  draft.fact.rules.emplace_back(rule);
  return true;
}

void Setter::infer_as(Draft& draft, TokenRange written, const Named& named, std::string_view rule) const {
  Subject subject{look_.text_of(written), look_.text_of(named.words), "", "", look_.span_of(written)};
  if (named.entity != nullptr) name_after(subject, *named.entity);
  draft.fact.subject = subject;
  if (!rule.empty()) draft.fact.rules.emplace_back(rule);
}

void Setter::infer(Draft& draft, const Entity& entity, std::string_view rule) const {
  Subject subject{entity.name, "", "", "", entity.mentions.empty() ? Span{} : entity.mentions.front()};
  name_after(subject, entity);
  draft.fact.subject = subject;
  draft.fact.rules.emplace_back(rule);
}

// "The company said it has 1,000 customers": in an article about nobody known, the subject of the sentence.
bool Setter::set_antecedent(Draft& draft, TokenRange pronoun) const {
  const Clauses& c = figures_.clauses(draft);
  if (look_.word_is(pronoun.begin, "pronoun.speaker")) return false;  // "I", "we": who speaks
  const TokenRange doer =
      look_.word_is(pronoun.begin, "pronoun.thing") ? named_doer(draft, pronoun) : TokenRange{};
  if (!doer.empty()) return set(draft, doer, "subject/antecedent");
  std::size_t first = c.at(pronoun.begin);
  while (first > 0 && !c.is(first - 1, Part::kColon)) --first;  // not the label before a colon
  for (std::size_t i = first; i < c.chunks().size() && c[i].range.begin < pronoun.begin; ++i) {
    const TokenRange words = look_.without_article(figures_.analysis(draft), c[i].range);
    if (i == 0 && look_.form(c[i].range.end - 1).folded.ends_with("ing") && c.is(1, Part::kPronoun))
      return false;  // "Joining them are"
    if (const Draft* measured = c[i].part == Part::kPhrase ? measured_before(draft, c[i].range) : nullptr;
        measured != nullptr) {
      if (!measured->fact.subject) return false;
      draft.fact.subject = measured->fact.subject;
      draft.fact.rules.emplace_back("subject/carried");
      return true;
    }
    if (c[i].part == Part::kPhrase && !namer_.is_pronoun(words))
      return agrees(draft, pronoun, words) && set(draft, words, "subject/antecedent");
    if (c[i].part == Part::kVerb) break;
  }
  return false;
}

// "Vexa's occupancy averaged 78% and its daily rate rose 6%": the figure that measures the phrase, which is
// nobody; nullptr where none does.
const Draft* Setter::measured_before(const Draft& draft, TokenRange phrase) const {
  constexpr std::size_t kReach = 8;  // figures
  const std::size_t index = figures_.index_of(draft);
  for (std::size_t i = index; i-- > 0 && index - i <= kReach && figures_[i].sentence == draft.sentence;) {
    const TokenRange measure = figures_[i].measure;
    if (!measure.empty() && phrase.contains(measure) && measure.end == phrase.end) return &figures_[i];
  }
  return nullptr;
}

// "After a strong year, Vexa cut its costs": the name that does what the pronoun stands behind.
TokenRange Setter::named_doer(const Draft& draft, TokenRange pronoun) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(c.at(pronoun.begin));
  const std::size_t subject = verb == Clauses::kNoChunk ? verb : c.subject_of(verb);
  if (!c.is(subject, Part::kPhrase) || c[subject].range.begin > pronoun.begin) return {};
  const TokenRange words = look_.without_article(a, c[subject].range);
  return namer_.is_name(a, words) && agrees(draft, pronoun, words) ? words : TokenRange{};
}

// "Vexa's new pricing shows that patients who buy more may cut their cost to $5", "40% say they owe $5":
// those who are told of before the pronoun, in its sentence.
bool Setter::set_several_before(Draft& draft, TokenRange pronoun) const {
  constexpr std::size_t kReach = 30;  // chunks
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t at = c.at(pronoun.begin);
  std::size_t doer = Clauses::kNoChunk;  // of the verb passed last, which may only tell
  bool tells = false;
  for (std::size_t i = at; i-- > 0 && at - i <= kReach;) {
    if (c.is(i, Part::kVerb)) {
      doer = c.subject_of(i);
      tells = c[i].says || c[i].views;
    }
    if (c.is(i, Part::kFigure) && doer == i && set_as_share(draft, c[i].range)) return true;
    if (!c.is(i, Part::kPhrase)) continue;
    const TokenRange words = look_.without_article(a, c[i].range);
    const std::uint32_t head = words.end - 1;
    const bool several = doer == i && !tells && look_.covering(a, head, "nns") != nullptr &&
                         !look_.is_owned(a, words.begin) && !namer_.stands_for_main(a, words);
    const bool nobody = look_.word_is(head, "measure.noun") || look_.word_is(head, "teller") ||
                        look_.word_is(head, "sort.number");
    if (several && !nobody) return set(draft, words, "subject/antecedent");
  }
  return false;
}

// "40% say they owe $5": as the share, so what those have.
bool Setter::set_as_share(Draft& draft, TokenRange figure) const {
  const Draft* share = figures_.earlier_within(draft, figure);
  if (share == nullptr || !Figures::is_share(*share) || !share->fact.subject) return false;
  draft.fact.subject = share->fact.subject;
  draft.fact.rules.emplace_back("subject/carried");
  return true;
}

// "Most employers cut jobs. They cite costs (48%)": the people or firms that the sentence before tells of.
bool Setter::set_people_told(Draft& draft, TokenRange pronoun) const {
  const std::size_t before = draft.sentence - 1;
  const bool part =
      pronoun.begin > 0 && look_.word_is(pronoun.begin - 1, "preposition.part");  // "one of them"
  if (part || draft.sentence == 0 || !input_.same_block(before, draft.sentence)) return false;
  const TokenRange people = topics_.people_of(before);
  if (people.empty() || look_.word_is(people.end - 1, "teller")) return false;  // who speaks for a firm
  draft.fact.subject = words_.named(people);
  draft.fact.rules.emplace_back("subject/antecedent");
  return true;
}

// "If growth slows they need staff": "they" are several, "it" is one.
bool Setter::agrees(const Draft& draft, TokenRange pronoun, TokenRange words) const {
  const Analysis& a = figures_.analysis(draft);
  const bool plural = look_.covering(a, words.end - 1, "nns") != nullptr;
  if (look_.word_is(pronoun.begin, "pronoun.thing")) return !plural || look_.is_name(words);
  if (look_.word_is(pronoun.begin, "pronoun.person"))  // "he" is none of the "Prosecutors"
    return !plural || (look_.is_name(words) && !look_.word_is(words.end - 1, "agent"));
  if (!look_.word_is(pronoun.begin, "pronoun.people")) return true;
  return plural || look_.is_name(words) || look_.word_is(words.end - 1, "agent");
}

bool Setter::set_topic(Draft& draft, TokenRange topic) const {
  if (const Named* named = mentions_.named_thing(topic); named != nullptr) {
    infer_as(draft, topic, *named, "subject/topic");
    return true;
  }
  if (const Entity* meant = meant_by_sort(topic); meant != nullptr) {
    infer_as(draft, topic, Named{0, meant, topic}, "subject/topic");
    return true;
  }
  return set_words(draft, topic, "subject/topic");
}

void Setter::set_thing(Draft& draft, const Named& thing, std::string_view rule) const {
  if (thing.entity != nullptr) return infer(draft, *thing.entity, rule);
  infer_as(draft, thing.words, thing, rule);
}

void Setter::set_list_party(Draft& draft, TokenRange party) const {
  set_words(draft, party, "subject/list-party");
}

bool Setter::set_label(Draft& draft, TokenRange label) const {
  return set_words(draft, label, "subject/label");
}

bool Setter::set_words(Draft& draft, TokenRange words, std::string_view rule) const {
  words = look_.without_article(figures_.analysis(draft), words);
  Subject subject = words_.named(words);
  const Entity* entity = entities_.find(subject.text);
  const bool sort = look_.word_is(words.end - 1, "item.noun");  // "Solana Plan" beside "Solana Plan Plus"
  if (entity != nullptr && !sort) name_after(subject, *entity);
  draft.fact.subject = subject;
  draft.fact.rules.emplace_back(rule);
  return true;
}

}  // namespace figmine::subjects
