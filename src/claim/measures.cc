#include "claim/measures.h"

#include <algorithm>

#include "claim/tense.h"

namespace figmine {
namespace {

class MeasureFinder {
 public:
  MeasureFinder(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
                const Entities& entities)
      : drafts_(drafts),
        input_(input),
        clauses_(clauses),
        look_(input),
        namer_(look_, entities),
        claim_before_(drafts) {}

  void run() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (!in_flat_row(i)) find(i);
    }
  }

 private:
  const Analysis& analysis(const Draft& draft) const { return input_.analyses[draft.sentence]; }
  const Clauses& clauses(const Draft& draft) const { return clauses_.of(draft.sentence); }
  std::size_t chunk_of(const Draft& draft) const { return clauses(draft).at(draft.mention->range.begin); }

  // ------------------------------------------------------------ setting

  void set(Draft& draft, TokenRange words, std::string_view rule) {
    while (!words.empty() && !look_.form(words.begin).is(Shape::kWordlike) &&
           !look_.form(words.begin).is(Shape::kDigit))
      ++words.begin;
    if (words.empty()) return;
    draft.measure = words;
    draft.fact.measure = Measure{look_.text_of(words), head_of(analysis(draft), words), look_.span_of(words)};
    if (!rule.empty()) draft.fact.rules.emplace_back(rule);
  }

  // The chain's measure where it names one; whom it names is kept for the subject.
  bool take(Draft& draft, TokenRange chain, std::string_view rule,
            Namer::Movement movement = Namer::Movement::kIsTold) {
    if (chain.empty()) return false;
    const Naming naming = namer_.name(analysis(draft), clauses(draft), chain, movement);
    if (draft.subject.empty()) draft.subject = naming.subject;
    if (naming.measure.empty()) return false;
    if (draft.subject.empty()) draft.subject = named_before_time(draft, naming.measure);
    set(draft, with_tail(draft, naming.measure), rule);
    return true;
  }

  // "earnings per share", "assets under management", "tons sold", "costs as a percentage of revenue": what
  // goes with the words behind them, before the verb that tells the figure.
  TokenRange with_tail(const Draft& draft, TokenRange words) const {
    const Analysis& a = analysis(draft);
    TokenRange out = words;
    if (const Annotation* tail = look_.beginning_at(a, out.end, "measure.tail")) out.end = tail->range.end;
    if (const Annotation* share = look_.beginning_at(a, out.end, "measure.percentage"))
      out.end = phrase_end(a, share->range.end, out.end);
    // "a 10% increase in revenue per account", but not "a cup of coffee per day", "21% interest per year"
    const bool before = words.end <= draft.mention->range.begin ||
                        (draft.fact.quantity.kind == "percent" && !look_.word_is(out.end + 1, "unit.rate"));
    if (before && out.end < a.range.end && look_.small_word_is(out.end, "preposition.rate"))
      out.end = phrase_end(a, out.end + 1, out.end);
    const std::size_t next = clauses(draft).at(out.end + 1);
    if (out.end + 1 < a.range.end && look_.word_is(out.end, "measure.done") &&
        clauses(draft).is(next, Part::kVerb))
      ++out.end;
    return out.end <= draft.mention->range.begin || words.begin >= draft.mention->range.end ? out : words;
  }

  // The end of the phrase that begins at the token; `otherwise` where none does.
  std::uint32_t phrase_end(const Analysis& a, std::uint32_t token, std::uint32_t otherwise) const {
    const Annotation* np = look_.beginning_at(a, token, "np");
    return np == nullptr ? otherwise : np->range.end;
  }

  // "Acme's third-quarter profit rose": whose it is.
  TokenRange owner_before(const Draft& draft, std::uint32_t time) const {
    const bool owned = time > analysis(draft).range.begin + 1 && look_.word_is(time - 1, "possessive");
    const Annotation* np = owned ? look_.ending_at(analysis(draft), time - 1, "np") : nullptr;
    return np == nullptr || look_.word_is(time - 2, "teller") ? TokenRange{} : np->range;
  }

  // "Acme 2025 sales rose": the name that a time parts from what is measured.
  TokenRange named_before_time(const Draft& draft, TokenRange measure) const {
    const Clauses& c = clauses(draft);
    const std::size_t at = c.at(measure.begin);
    if (at == Clauses::kNoChunk || at < 2 || !c.is(at - 1, Part::kTime)) return {};
    if (const TokenRange owner = owner_before(draft, c[at - 1].range.begin); !owner.empty()) return owner;
    if (!c.is(at - 2, Part::kPhrase)) return {};
    const bool governed = at > 2 && (c.is(at - 3, Part::kPreposition) || c.is(at - 3, Part::kVerb));
    const TokenRange name = c[at - 2].range;
    const bool named = namer_.is_name(analysis(draft), name) ||
                       (look_.is_name(name) && !namer_.is_common(name.begin));  // a sentence's first word
    return named && !governed ? name : TokenRange{};
  }

  // "a 2% share", "its current price of $3".
  bool take_weak(Draft& draft, TokenRange chain) {
    const TokenRange words = chain.empty() ? chain : namer_.weak(analysis(draft), chain);
    if (words.empty()) return false;
    set(draft, words, "measure/weak");
    return true;
  }

  // The last word of the first noun phrase: "shipments" of "shipments of smart glasses"; "births" of "the
  // number of live births".
  std::string head_of(const Analysis& a, TokenRange range) const {
    if (look_.word_is(range.begin, "counting.noun") &&
        look_.small_word_is(range.begin + 1, "preposition.part"))
      range.begin = std::min(range.begin + 2, range.end - 1);
    std::uint32_t end = range.end;
    for (std::uint32_t token = range.begin + 1; token < range.end; ++token) {
      if (look_.beginning_at(a, token, "preposition") != nullptr) {
        end = token;
        break;
      }
    }
    return std::string(look_.token_text(end - 1));
  }

  // Two figures of one dimension can measure the same thing; "600 hp, and 100 km/h in 3.5 seconds" can't.
  // What moves may move by a percentage, and what is counted or done can have a price.
  bool comparable(const Draft& earlier, const Draft& later) const {
    const Quantity& a = earlier.fact.quantity;
    const Quantity& b = later.fact.quantity;
    if (b.kind != "percent" && is_growth_rate(earlier)) return false;
    const auto open = [](const std::string& kind) {
      return kind == "percent" || kind == "percentage_points" || kind == "basis_points" ||
             kind == "multiple" || kind == "fraction" || kind == "number" || kind == "index";
    };
    if (open(a.kind) || open(b.kind) || later.text("role") == "from") return true;
    if (b.kind == "money" && (a.kind == "count" || earlier.came_by("measure/verb"))) return true;
    return a.si && b.si ? a.si->unit == b.si->unit : a.kind == b.kind;
  }

  // "a CAGR of 39%"
  bool is_growth_rate(const Draft& draft) const {
    return !draft.measure.empty() &&
           look_.ending_at(analysis(draft), draft.measure.end, "growth.rate") != nullptr;
  }

  bool inherit(Draft& draft, const Draft* from, std::string_view rule) {
    if (from == nullptr || !from->fact.measure) return false;
    if (rule != "measure/equivalent" && !comparable(*from, draft)) return false;
    draft.fact.measure = from->fact.measure;
    draft.measure = {};
    draft.fact.rules.emplace_back(rule);
    return true;
  }

  // ------------------------------------------------------------ neighbours

  const Draft* before(std::size_t index) const { return claim_before_.of(index); }

  // The sentence's last figure of the same kind, else its last: "kept 82% of capacity after 1,500 cycles,
  // while others fell below 60%".
  const Draft* alike_before(std::size_t index) const {
    for (std::size_t i = index; i-- > 0 && drafts_[i].sentence == drafts_[index].sentence;) {
      const Fact& fact = drafts_[i].fact;
      if (fact.claim && fact.measure && fact.quantity.kind == drafts_[index].fact.quantity.kind)
        return &drafts_[i];
    }
    return before(index);
  }

  // The last figure of the sentences before in the same block (or the block before) that has a measure.
  const Draft* told_before(std::size_t index) const {
    const std::uint32_t block = input_.text.sentences[drafts_[index].sentence].block;
    for (std::size_t i = index; i-- > 0;) {
      if (input_.text.sentences[drafts_[i].sentence].block + 1 < block) return nullptr;
      if (drafts_[i].sentence == drafts_[index].sentence || !drafts_[i].fact.claim) continue;
      if (drafts_[i].fact.measure) return &drafts_[i];
    }
    return nullptr;
  }

  // No clause with another subject stands between two figures.
  bool same_clause(const Draft& earlier, const Draft& later) const {
    const Clauses& c = clauses(later);
    const std::size_t figure = chunk_of(earlier);
    for (std::size_t i = figure + 1; i < chunk_of(later); ++i) {
      if (c[i].part == Part::kStop) return false;
      const bool contrast = look_.word_is(c[i].range.begin, "clause.contrast");
      if (contrast && c.is(c.after(i), Part::kPhrase)) return false;  // "while copper, a metal, fell"
      if (c[i].part != Part::kVerb) continue;
      std::size_t left = c.before(i);
      if (c.is(left, Part::kClose)) left = c.before(c.opening(left));  // "traffic (RPK) went up"
      if (c.is(left, Part::kPhrase) || c.is(left, Part::kPronoun) || c.is(left, Part::kRelative))
        return false;
      if (left == figure && c.subject_of(i) != figure) return false;  // "Output at two mines rose 5%"
    }
    return true;
  }

  // ------------------------------------------------------------ the order of evidence

  void find(std::size_t index) {
    Draft& draft = drafts_[index];
    if (draft.fact.measure) return;  // a table's cell
    if (draft.came_by("link/share-told-twice") && inherit(draft, before(index), "measure/equivalent")) return;
    const Quantity& quantity = draft.fact.quantity;
    note_whole(index);
    if (quantity.kind == "rank" && rank_of_what(draft)) return;
    if (const TokenRange told = draft.range("told_of_part"); !told.empty())
      return set(draft, without_auxiliaries(look_.without_article(analysis(draft), told)), "");
    const bool part_of_count = quantity.kind == "count" && draft.has("of_number");  // "Eight of ten plants"
    if (quantity.kind == "count" && !draft.mention->noun.empty() && !part_of_count) return find_count(draft);
    const bool share = quantity.kind == "percent" || quantity.kind == "fraction" || part_of_count;
    // "One in five adults rents."
    if (quantity.kind == "fraction" && !draft.has("share_of") && draft.has("measure_after"))
      draft.fields.emplace("share_of", draft.range("measure_after"));
    if (share && draft.has("share_of") && tells_holders(draft))
      return set(draft, note_share(draft), "measure/whole");
    if (share && draft.has("share_of") && (!draft.has("measure") || is_labelled_answer(draft)))
      return find_share(index);
    const bool part = draft.has("shareverb") || draft.has("share_of_previous");
    if (share && !part && (tells_state(index) || answers(draft))) return;
    if (draft.has("paired") && inherit(draft, before(index), "measure/pair")) return;
    if (shares_noun(draft) && inherit(draft, before(index), "measure/same-clause")) return;
    if (is_stacked(index) || lasts(draft)) return;
    if (from_relations(index)) return;
    if (from_words_after(index)) return;
    if (draft.has("link") && inherit(draft, before(index), "measure/equivalent")) return;
    if (has_done_for(draft) || from_verb(index) || is_done_with(draft)) return;
    from_context(index);
  }

  // "has been operating in India for more than 17 years": how long something has been done.
  bool has_done_for(Draft& draft) {
    constexpr std::uint32_t kLongest = 8;
    const Clauses& c = clauses(draft);
    const std::size_t link = length_link(draft);
    const std::size_t verb = c.verb_before(link);
    if (verb == Clauses::kNoChunk || !goes_on_for(draft, c[verb].range)) return false;
    const TokenRange done{c[verb].range.end - 1, c[link].range.begin};
    if (done.end - done.begin > kLongest) return false;
    set(draft, done, "measure/lasting");
    return true;
  }

  // The "for" that leads to a length of time; kNoChunk where none does.
  std::size_t length_link(const Draft& draft) const {
    const Clauses& c = clauses(draft);
    const std::size_t link = c.before(chunk_of(draft));
    const bool leads = draft.fact.quantity.kind == "duration" && c.is(link, Part::kPreposition) &&
                       look_.small_word_is(c[link].range.begin, "preposition.length");
    return leads ? link : Clauses::kNoChunk;
  }

  // "has been running", "has served"
  bool goes_on_for(const Draft& draft, TokenRange verb) const {
    const bool progressive = look_.covering(analysis(draft), verb.end - 1, "vbg") != nullptr;
    const bool perfect = verb.end - verb.begin > 1 && look_.word_is(verb.begin, "have.verb") &&
                         !look_.word_is(verb.end - 1, "pos.first.AUX");
    return progressive || perfect;
  }

  // "14 people were killed and 30 injured": what was counted before.
  bool shares_noun(const Draft& draft) const {
    return draft.came_by("unit/shared") && draft.text("role").empty() && !draft.has("measure") &&
           !draft.has("measure_after") && !draft.has("measure_in_np") && !levels(draft) &&
           !look_.small_word_is(draft.mention->range.end, "preposition.part");
  }

  // "a 300 hp 2.0-liter V6 engine": figures in a row describe the noun that the last one stands before.
  bool is_stacked(std::size_t index) {
    Draft& draft = drafts_[index];
    if (index + 1 == drafts_.size() || draft.has("measure_after") || !draft.text("role").empty())
      return false;
    const Draft& next = drafts_[index + 1];
    const std::uint32_t end = draft.mention->range.end;
    const bool adjacent = next.sentence == draft.sentence && next.fact.claim && next.text("role").empty() &&
                          next.mention->range.begin == end && is_attribute(draft) && is_attribute(next);
    if (!adjacent) return false;
    find(index + 1);
    if (next.measure.empty() || next.measure.end <= next.mention->range.begin) return false;
    const bool counted = next.fact.quantity.kind == "count";  // "a 2.0-liter four-cylinder engine"
    set(draft, {counted ? next.measure.end - 1 : next.measure.begin, next.measure.end}, "measure/stacked");
    return true;
  }

  // A figure that may stand before the noun that it describes.
  static bool is_attribute(const Draft& draft) {
    const std::string& kind = draft.fact.quantity.kind;
    return kind == "measure" || kind == "duration" || kind == "temperature" ||
           (kind == "count" && !draft.mention->noun.empty());
  }

  // "Bleak Outlook: 57% of owners expect a recession": behind a label the clause itself tells what the share
  // is of.
  bool is_labelled_answer(const Draft& draft) const {
    const Clauses& c = clauses(draft);
    const TokenRange whole = draft.range("share_of");
    if (!draft.came_by("measure/colon") || !c.is(c.before(chunk_of(draft)), Part::kColon)) return false;
    const std::size_t verb = verb_of_share(draft, whole);
    const bool people = look_.word_is(whole.end - 1, "people") || look_.word_is(whole.end - 1, "agent");
    return c.is(verb, Part::kVerb) && (people || is_finite(look_, analysis(draft), c, c[verb].range));
  }

  // "More than $10 billion was raised", "A total of $5 million was pledged": of money that is a clause's
  // subject, what is done with it.
  bool is_done_with(Draft& draft) {
    const Clauses& c = clauses(draft);
    const std::size_t figure = chunk_of(draft);
    const std::size_t verb = c.after(figure);
    if (draft.fact.quantity.kind != "money" || !c.is(verb, Part::kVerb)) return false;
    const TokenRange group = c[verb].range;
    const bool passive = group.end - group.begin > 1 && look_.word_is(group.begin, "pos.first.AUX") &&
                         look_.covering(analysis(draft), group.end - 1, "vbn") != nullptr;
    const bool reached = look_.word_is(group.end - 1, "reach.verb");
    return passive && !reached && opens_clause(draft, figure) && set_verb(draft, verb);
  }

  // The chunk before "a total of" where the preposition is the latter's; else the preposition itself.
  std::size_t before_total(const Draft& draft, std::size_t preposition) const {
    const Clauses& c = clauses(draft);
    const std::size_t total = c.before(preposition);
    const bool sums = c.is(preposition, Part::kPreposition) && c.is(total, Part::kPhrase) &&
                      names_nothing(draft, c[total].range);
    return sums ? c.before(total) : preposition;
  }

  // But for "a total of".
  bool opens_clause(const Draft& draft, std::size_t figure) const {
    const Clauses& c = clauses(draft);
    const std::size_t at = before_total(draft, c.before(figure));
    return at == Clauses::kNoChunk || c.is(at, Part::kComma) || c.is(at, Part::kStop) ||
           c.is(at, Part::kSubordinator) || c.is(at, Part::kRelative) || c.is(at, Part::kTime);
  }

  // "Holders of 17% of the shares": those who have a share measure nothing.
  bool tells_holders(const Draft& draft) const {
    const TokenRange holders = draft.range("measure");
    return !holders.empty() && draft.text("attach") == "of" && look_.word_is(holders.end - 1, "people");
  }

  // "with nearly 80% comprising AI glasses": the whole is what was told before.
  void note_whole(std::size_t index) {
    Draft& draft = drafts_[index];
    const Draft* whole = before(index);
    if (draft.has("share_of_previous") && whole != nullptr && whole->fact.measure)
      draft.fact.share_of = Phrase{whole->fact.measure->text, whole->fact.measure->span};
    if (const TokenRange all = look_.without_article(analysis(draft), draft.range("part_of")); !all.empty())
      draft.fact.share_of = Phrase{look_.text_of(all), look_.span_of(all)};
  }

  // "its third straight day of gains", "the fifth-largest bank in the state".
  bool rank_of_what(Draft& draft) {
    if (const TokenRange in = draft.range("ranked_in"); !in.empty() && take(draft, chain_of(draft, in), ""))
      return true;  // "ranks second in trading volume"
    const TokenRange after = draft.range("measure_after");
    if (after.empty()) return false;
    set(draft, chain_of(draft, after), "measure/rank");
    return true;
  }

  // ------------------------------------------------------------ tables that lost their cells

  // "Revenues $ 151,115 $ 92,993 Cost of goods sold (62,543) (24,750)": labels and figures without a verb.
  bool in_flat_row(std::size_t index) {
    Draft& draft = drafts_[index];
    if (draft.fact.measure || !is_flat_table(draft.sentence)) return false;
    const Clauses& c = clauses(draft);
    const std::size_t figure = chunk_of(draft);
    std::size_t first = figure;
    while (first > 0 && c[first - 1].part != Part::kFigure && c[first - 1].part != Part::kTime) --first;
    TokenRange label{0, 0};
    for (std::size_t i = first; i < figure; ++i) {
      if (!look_.form(c[i].range.begin).is(Shape::kWordlike)) continue;
      label = {label.empty() ? c[i].range.begin : label.begin, c[i].range.end};
    }
    if (!label.empty()) label = without_joints({label_begin(index, label), label.end});
    if (label.empty()) return inherit(draft, before(index), "measure/flat-row");
    set(draft, label, "measure/flat-row");
    return true;
  }

  // "7,245 Net income (loss) before tax 3,835": what the figure before seems to count is the next row's name.
  std::uint32_t label_begin(std::size_t index, TokenRange label) const {
    constexpr std::uint32_t kBracket = 2;  // tokens between: "(loss"
    if (index == 0 || drafts_[index - 1].sentence != drafts_[index].sentence) return label.begin;
    const TokenRange noun = drafts_[index - 1].mention->noun;
    const bool row = !noun.empty() && noun.end <= label.begin && label.begin - noun.end <= kBracket &&
                     look_.form(noun.begin).is(Shape::kCap);
    return row ? noun.begin : label.begin;
  }

  // Without the small words at its ends, which join it to what stands around it.
  TokenRange without_joints(TokenRange label) const {
    const auto joins = [&](std::uint32_t token) {
      return look_.small_word_is(token, "preposition") || look_.small_word_is(token, "flat.joint") ||
             !look_.form(token).is(Shape::kWordlike);
    };
    while (!label.empty() && joins(label.begin)) ++label.begin;
    while (!label.empty() && joins(label.end - 1)) --label.end;
    std::uint32_t open = label.begin;
    while (open < label.end && look_.token_text(open) != "(") ++open;
    if (open < label.end && look_.token_text(label.end) == ")") ++label.end;  // "Net income (loss)"
    return label;
  }

  // Whether a word leads to the figure, as in a sentence: "drew $3.56 billion across 179 projects".
  bool is_led_to(const Clauses& c, std::size_t figure) const {
    return figure > 0 && look_.small_word_is(c[figure - 1].range.end - 1, "preposition");
  }

  bool is_flat_table(std::size_t sentence) {
    constexpr std::size_t kFigures = 8;
    const auto known = flat_.find(sentence);
    if (known != flat_.end()) return known->second;
    std::size_t figures = 0;
    std::size_t verbs = 0;
    std::size_t led = 0;
    const Clauses& c = clauses_.of(sentence);
    for (std::size_t i = 0; i < c.chunks().size(); ++i) {
      if (c[i].part == Part::kVerb) ++verbs;
      if (c[i].part != Part::kFigure) continue;
      ++figures;
      if (is_led_to(c, i)) ++led;
    }
    return flat_[sentence] = figures >= kFigures && verbs * 4 <= figures && led * 4 <= figures;
  }

  // What rules gave: "revenue of $5m", "raised accuracy to 99%", "Free cash flow: £44m".
  bool from_relations(std::size_t index) {
    Draft& draft = drafts_[index];
    const Analysis& a = analysis(draft);
    if (const TokenRange in = draft.range("measure_in_np");
        draft.fact.quantity.kind == "money" && draft.has("shareverb") && take(draft, chain_of(draft, in), ""))
      return true;
    if (describes_noun(draft)) return true;
    if (const TokenRange own = draft.range("measure"); !own.empty()) {
      if (clauses(draft).is(clauses(draft).at(own.begin), Part::kFigure)) {
        set(draft, own, "");  // "25 scholarships of $10,000 each"
        return true;
      }
      const bool of = draft.text("attach") == "of" && !look_.title_case(a);
      const TokenRange whole = draft.has("shareverb") ? part_of(draft, own)
                               : of                   ? with_holdings(draft, with_head(draft, own))
                                                      : own;
      if (take(draft, widen(a, whole, draft), "")) return true;
      const bool reach = look_.word_is(own.end - 1, "reach.noun") && draft.fact.quantity.kind == "measure" &&
                         draft.fact.quantity.op != "..";  // "a range of 258 miles"
      if (reach) {
        set(draft, look_.without_article(a, own), "measure/reach");
        return true;
      }
      if (look_.word_is(own.end - 1, "growth.noun") && draft.text("attach") == "of") {
        set(draft, look_.without_article(a, own), "measure/growth");
        return true;
      }
      if (has_or_sets(draft, own)) {
        const Clauses& c = clauses(draft);
        const TokenRange chain = object_chain(c, c.at(own.end - 1), chunk_of(draft));
        set(draft, look_.without_article(a, {own.begin, std::max(own.end, chain.end)}), "measure/of-holder");
        return true;
      }
      // "distributions to NCI of $11m"
      const std::size_t chunk = clauses(draft).at(own.end - 1);
      if (clauses(draft).is(chunk, Part::kPhrase) && take(draft, clauses(draft).chain_ending(chunk), ""))
        return true;
    }
    const std::string role = draft.text("role");
    const Draft* earlier = before(index);
    if ((role == "by" || role == "from") && draft.text("measure_in") != "after" && earlier != nullptr &&
        !has_own_phrase(draft) && (same_clause(*earlier, draft) || answered_before(*earlier, draft)) &&
        inherit(draft, earlier, "measure/same-clause"))
      return true;
    // "cut infection rates from 9.5% with standard care to 3.8%"
    if (role == "to" && earlier != nullptr && earlier->text("role") == "from" &&
        same_clause(*earlier, draft) && inherit(draft, earlier, "measure/same-clause"))
      return true;
    return draft.text("measure_in") == "after" && find_change_noun(index);
  }

  // "The car has a range of 310 miles", "the bank cut its forecast to 2%": a noun that elsewhere only says
  // what sort of figure follows is what somebody has or sets.
  bool has_or_sets(const Draft& draft, TokenRange own) const {
    if (draft.has("compared") && before(index_of(draft)) != nullptr)
      return false;                                                // "with our forecast of $5m"
    const bool weak = look_.word_is(own.end - 1, "measure.weak");  // "raised its key rate to 4%"
    if (!weak && !look_.word_is(own.end - 1, "measure.held")) return false;
    for (std::uint32_t token = own.begin; token < own.end; ++token) {
      if (look_.word_is(token, "teller")) return false;  // "the analysts' estimate"
    }
    if (look_.is_owned(analysis(draft), own.begin)) return true;
    const Clauses& c = clauses(draft);
    const std::size_t before = c.before(c.at(own.begin));
    const bool has = c.is(before, Part::kVerb) && look_.word_is(c[before].range.end - 1, "have.verb");
    return has || (c.is(before, Part::kPreposition) &&
                   look_.small_word_is(c[before].range.begin, "preposition.bearing"));
  }

  // "the purchase of a 51% stake": behind an article the figure belongs to the noun that follows.
  bool describes_noun(Draft& draft) {
    const std::uint32_t begin = draft.mention->range.begin;
    const TokenRange after = draft.range("measure_after");
    const bool article = begin > 0 && look_.word_is(begin - 1, "article");
    return article && draft.text("attach") == "of" && draft.text("role").empty() && !after.empty() &&
           !is_stop_head(analysis(draft), after) && take_with_attachments(draft, after);
  }

  // "premiums rose 11%, with average prices up 4%", "and lending income up 5%": the words before the
  // direction name a measure of their own.
  bool has_own_phrase(const Draft& draft) const {
    const Clauses& c = clauses(draft);
    const std::size_t figure = chunk_of(draft);
    std::size_t at = figure > 0 ? figure - 1 : Clauses::kNoChunk;
    while (at != Clauses::kNoChunk && at > 0 && c[at].part == Part::kAdverb) --at;
    if (at == Clauses::kNoChunk || at < 2 || !look_.word_is(c[at].range.end - 1, "change.updown"))
      return false;
    const bool joined = c.is(at - 2, Part::kConjunction) || c.is(at - 2, Part::kComma);
    const bool borne =
        c.is(at - 2, Part::kPreposition) && look_.small_word_is(c[at - 2].range.begin, "preposition.bearing");
    return c.is(at - 1, Part::kPhrase) && (joined || borne);
  }

  // "60% of respondents plan to spend more, up from 48%": the old share is of the same answer.
  static bool answered_before(const Draft& earlier, const Draft& draft) {
    return draft.text("role") == "from" && earlier.came_by("measure/predicate") &&
           draft.fact.quantity.kind == earlier.fact.quantity.kind;
  }

  // "cash, deposits and securities of $18m": what is held is told together, where all that is listed is.
  TokenRange with_holdings(const Draft& draft, TokenRange range) const {
    const Clauses& c = clauses(draft);
    const std::size_t last = c.at(range.begin);
    if (!c.is(last, Part::kPhrase)) return range;
    const std::uint32_t begin = c.chain_ending(last).begin;
    for (std::size_t i = c.at(begin); i <= last; ++i) {
      const bool held = look_.word_is(c[i].range.end - 1, "measure.stock");
      if (c[i].part == Part::kPreposition || (c[i].part == Part::kPhrase && !held)) return range;
    }
    return {begin, range.end};
  }

  // "Sales of SUVs accounted for": all of the verb's subject.
  TokenRange part_of(const Draft& draft, TokenRange part) const {
    const Clauses& c = clauses(draft);
    const std::size_t chunk = c.at(part.end - 1);
    return c.is(chunk, Part::kPhrase) ? c.chain_ending(chunk) : part;
  }

  // A measure found by a rule, with the "of" phrases that follow it before the figure.
  TokenRange widen(const Analysis& a, TokenRange range, const Draft& draft) const {
    while (range.end + 1 < a.range.end && range.end < draft.mention->range.begin &&
           look_.small_word_is(range.end, "preposition.part")) {
      const Annotation* next = look_.beginning_at(a, range.end + 1, "np");
      if (next == nullptr || next->range.overlaps(draft.mention->range)) break;
      range.end = next->range.end;
    }
    return range;
  }

  // "an internal rate of return of 17.1%": what stands before the phrase's own "of".
  TokenRange with_head(const Draft& draft, TokenRange range) const {
    const Clauses& c = clauses(draft);
    for (std::size_t at = c.at(range.begin); at != Clauses::kNoChunk && at >= 2; at -= 2) {
      const TokenRange head = c[at - 2].range;
      const bool joined = c.is(at - 1, Part::kPreposition) &&
                          look_.small_word_is(c[at - 1].range.begin, "preposition.part") &&
                          c.is(at - 2, Part::kPhrase);
      if (!joined || look_.covering(analysis(draft), head.end - 1, "change.noun") != nullptr ||
          look_.word_is(head.end - 1, "growth.noun") ||
          (names_nothing(draft, head) && !look_.word_is(head.end - 1, "measure.weak")))
        break;
      range.begin = head.begin;
    }
    const Annotation* compound = look_.covering(analysis(draft), range.begin, "measure.compound");
    if (compound != nullptr && compound->range.begin < range.begin) {  // "loss from operations"
      const std::size_t head = c.at(compound->range.begin);
      if (c.is(head, Part::kPhrase)) range.begin = c[head].range.begin;
    }
    return range;
  }

  // "a 51% stake in a vocational school": the phrase behind a figure with what says more of it; where a thing
  // of some size is says nothing of it: "a 40 m tower on the hill".
  bool take_with_attachments(Draft& draft, TokenRange after) {
    if (look_.token_text(after.begin) == "-") ++after.begin;
    const bool spans = after.end - after.begin > 1 && look_.word_is(after.begin, "size.adjective");
    if (spans) ++after.begin;  // "a 37 m-long skeleton"
    if (!take(draft, after, "")) return false;
    const Clauses& c = clauses(draft);
    const bool sized = draft.fact.quantity.kind == "measure";
    TokenRange chain = after;
    for (std::size_t i = c.at(after.end - 1); c.is(i + 1, Part::kPreposition) && c.is(i + 2, Part::kPhrase);
         i += 2) {
      if (sized && !look_.small_word_is(c[i + 1].range.begin, "preposition.holder")) break;
      chain.end = c[i + 2].range.end;
    }
    return take(draft, chain, "") && with_partner(draft);
  }

  // "a $5m contract with Acme": with whom.
  bool with_partner(Draft& draft) {
    const Clauses& c = clauses(draft);
    const std::size_t link = c.at(draft.measure.end);
    const bool partner = look_.word_is(draft.measure.end - 1, "partner.noun") &&
                         c.is(link, Part::kPreposition) && c.is(link + 1, Part::kPhrase) &&
                         look_.small_word_is(draft.measure.end, "preposition.bearing");
    if (!partner) return true;
    TokenRange words{draft.measure.begin, c[link + 1].range.end};
    if (look_.small_word_is(words.end, "preposition.part") && c.is(link + 3, Part::kPhrase))
      words.end = c[link + 3].range.end;  // "with the city of Oslo"
    set(draft, words, "");
    return true;
  }

  // "a 15% net margin", "lodging revenue ($116.5M)", "$1.6 billion in visitor spending".
  bool from_words_after(std::size_t index) {
    Draft& draft = drafts_[index];
    const Analysis& a = analysis(draft);
    const bool plain = draft.text("role").empty();
    if (const TokenRange label = draft.range("label"); !label.empty()) {
      set(draft, label, "");
      return true;
    }
    if (levels(draft) && named_elsewhere(draft)) return true;
    if (const TokenRange after = draft.range("measure_after");
        !after.empty() && (plain || compares(draft, after) || is_described_level(draft)) &&
        !is_stop_head(a, after) && !is_denominator(draft, after) &&
        (take_with_attachments(draft, after) || take_weak(draft, after) || describes_named(draft, after)))
      return true;
    if (const TokenRange done = draft.range("done_after");
        plain && draft.fact.quantity.kind == "money" && !done.empty()) {
      set(draft, done, "");
      return true;
    }
    if (const TokenRange bracket = draft.range("bracket_np"); !bracket.empty()) {
      if (from_bracket(index, bracket)) return true;
    }
    const bool share = draft.fact.quantity.kind == "percent" || draft.fact.quantity.kind == "fraction";
    const TokenRange in = draft.range("measure_in_np");
    if (in.empty() || (!plain && draft.text("role") != "to" && !is_object_of_adding(draft, in)) || share)
      return false;
    const bool price = draft.fact.quantity.kind == "money" && look_.word_is(in.end - 1, "people") &&
                       look_.small_word_is(in.begin - 1, "preposition.aim");
    if (price) return false;  // "costs $35 for adults"
    if (puts_in(draft, in)) return true;
    const TokenRange holder = draft.subject;
    if (take_sum(draft, in) || take(draft, chain_of(draft, in), "")) return true;
    if (is_given_for(draft, in)) draft.subject = holder;
    return false;
  }

  // "Orvik paid $5 million for Halden": the payer's.
  bool is_given_for(const Draft& draft, TokenRange in) const {
    const Clauses& c = clauses(draft);
    const std::size_t verb = c.verb_before(chunk_of(draft));
    return verb != Clauses::kNoChunk && look_.word_is(c[verb].range.end - 1, "give.verb") &&
           c.is(c.subject_of(verb), Part::kPhrase) && look_.small_word_is(in.begin - 1, "preposition.aim");
  }

  // "would invest $500 million in a plant": what it goes into is not measured.
  bool puts_in(Draft& draft, TokenRange in) {
    const Clauses& c = clauses(draft);
    const std::size_t verb = governor(draft, chunk_of(draft));
    const bool puts = draft.fact.quantity.kind == "money" && verb != Clauses::kNoChunk &&
                      look_.word_is(c[verb].range.end - 1, "put.verb") &&
                      look_.small_word_is(in.begin - 1, "preposition.place");
    return puts && set_verb(draft, verb);
  }

  // "$5 million in cash, cash equivalents and securities": the figure is of all that is listed.
  bool take_sum(Draft& draft, TokenRange first) {
    const Clauses& c = clauses(draft);
    const std::size_t chunk = c.at(first.begin);
    const std::size_t last = c.is(chunk, Part::kPhrase) ? c.list_end(chunk) : chunk;
    if (last == chunk || !take(draft, c[chunk].range, "")) return false;
    set(draft, {draft.measure.begin, c[last].range.end}, "");
    return true;
  }

  // "added 12 million tonnes of capacity": what there is more of.
  bool is_object_of_adding(const Draft& draft, TokenRange in) const {
    const std::string& kind = draft.fact.quantity.kind;
    const std::uint32_t link = draft.mention->range.end;
    return (kind == "measure" || kind == "money") && in.begin <= link + 2 &&
           look_.small_word_is(link, "preposition.part");
  }

  // "the $230m Colquiri Norte project": what sort of thing the name is of.
  bool describes_named(Draft& draft, TokenRange after) {
    const std::uint32_t head = after.end - 1;
    const bool sort = after.end - after.begin > 1 && look_.form(head).is(Shape::kLower) &&
                      look_.word_is(head, "measure.segment");
    if (!sort) return false;
    set(draft, {head, after.end}, "measure/described");
    return true;
  }

  // The phrase with those that go on from it: "in state and local tax revenue".
  TokenRange chain_of(const Draft& draft, TokenRange phrase) const {
    const Clauses& c = clauses(draft);
    const std::size_t chunk = c.at(phrase.begin);
    return c.is(chunk, Part::kPhrase) ? c.chain_beginning(chunk) : phrase;
  }

  // "Free cash flow was $33m for a margin of 20%": a verb of being or reaching says of what the figure is.
  bool levels(const Draft& draft) const {
    const Clauses& c = clauses(draft);
    std::size_t at = c.before(chunk_of(draft));
    if (c.is(at, Part::kPreposition)) at = c.before(at);
    if (c.is(at, Part::kOther) && c.is(at - 1, Part::kVerb)) --at;  // "held steady at"
    if (!c.is(at, Part::kVerb)) return false;
    const std::uint32_t last = c[at].range.end - 1;
    return look_.word_is(last, "copula") || look_.word_is(last, "level.word") ||
           (draft.text("role") == "to" && look_.word_is(last, "change.verb"));
  }

  // "representing a 56% margin, up 111 basis points"
  bool is_described_level(const Draft& draft) const {
    const std::uint32_t begin = draft.mention->range.begin;
    return draft.text("role") == "to" && begin > 0 && look_.word_is(begin - 1, "article");
  }

  // "4% less propellant": what there is more or less of.
  bool compares(const Draft& draft, TokenRange after) const {
    return draft.fact.quantity.kind == "percent" && draft.text("role") == "by" &&
           look_.word_is(after.begin, "change.adjective") && after.end - after.begin > 1;
  }

  // "$187 a night": what the figure is per.
  static bool is_denominator(const Draft& draft, TokenRange after) {
    return draft.has("per") && after.begin <= draft.mention->range.end + 1;
  }

  // "Marquette County ($268.3 million)": a name in a list is the subject, and the measure goes on.
  bool from_bracket(std::size_t index, TokenRange bracket) {
    Draft& draft = drafts_[index];
    if (take(draft, clauses(draft).chain_ending(clauses(draft).at(bracket.end - 1)), "measure/bracket"))
      return true;
    if (look_.word_is(bracket.end - 1, "growth.noun")) {  // "the highest growth (+11.8%)"
      set(draft, {bracket.end - 1, bracket.end}, "measure/growth");
      return true;
    }
    if (!draft.subject.empty()) draft.subject = bracket;
    return inherit(draft, before(index), "measure/list");
  }

  // ------------------------------------------------------------ the verb

  // "the sector grows with revenues rising 5%": where the phrase that "with" gives its own verb begins; the
  // chain's beginning where there is none.
  std::uint32_t borne_from(const Clauses& c, TokenRange chain, std::size_t subject) const {
    for (std::size_t i = subject; i > 0 && c[i].range.begin > chain.begin; --i) {
      if (c[i - 1].part == Part::kPreposition &&
          look_.small_word_is(c[i - 1].range.begin, "preposition.bearing"))
        return c[i].range.begin;
    }
    return chain.begin;
  }

  // The words of the verb's subject. "ties with Acme, which is 43 percent owned": a relative goes with the
  // name right before it, and with what an "of" joins to it.
  TokenRange subject_chain(const Draft& draft, std::size_t verb, std::size_t subject) const {
    const Clauses& c = clauses(draft);
    TokenRange chain = c.chain_ending(subject);
    if (c.is(subject + 1, Part::kVerb) && c[subject + 1].attached)
      chain.begin = std::max(chain.begin, borne_from(c, chain, subject));
    const Naming nearest = namer_.name(analysis(draft), c, c[subject].range);
    if (!c.is(c.before(verb), Part::kRelative) || !nearest.measure.empty()) return chain;
    for (std::size_t i = c.at(chain.begin); i < subject; ++i) {
      if (c[i].part == Part::kPreposition && look_.small_word_is(c[i].range.begin, "preposition.loose"))
        chain.begin = c[i + 1].range.begin;
    }
    return chain;
  }

  // The verb that leads to the figure: its object, else its subject.
  // "Wage growth slowed to 4.1%", "Growth was revised to 2.4%": the verb moves the movement.
  Namer::Movement movement_of(const Draft& draft, const Clauses& c, std::size_t verb) const {
    const std::uint32_t last = c[verb].range.end - 1;
    const bool moves = look_.covering(analysis(draft), last, "change.verb") != nullptr ||
                       look_.word_is(last, "revising.verb");
    const bool direct = c.is(c.before(verb), Part::kPhrase);  // not "a spike in volume, which rose 5%"
    return moves && direct && !draft.text("role").empty() ? Namer::Movement::kIsMeasured
                                                          : Namer::Movement::kIsTold;
  }

  bool from_verb(std::size_t index) {
    Draft& draft = drafts_[index];
    const Clauses& c = clauses(draft);
    const std::size_t figure = chunk_of(draft);
    if (draft.came_by("change/exceed-after-movement") && goes_on(index)) return true;
    if (given_to(draft, figure) || is_apposed(draft, figure)) return true;
    if (is_compared(index, figure) || takes_so_long(index, figure)) return true;
    if (phrase_touches(draft, figure)) return true;
    if (opens_told_clause(c, figure)) {
      if (!is_done_with(draft)) set_predicate(draft, c.after(figure));
      return true;
    }
    const std::size_t verb = c.verb_before(figure);
    if (verb == Clauses::kNoChunk) return weak_phrase_before(draft, figure);
    if (const std::size_t object = object_of(c, verb);
        object < figure && c.is(object, Part::kPhrase) &&
        take(draft, object_chain(c, object, figure), "measure/object"))
      return true;
    const std::size_t subject = c.subject_of(verb);
    if (adds_up(index, verb, subject)) return true;
    // "recorded a 4% sales gain, reaching $3.3 billion": a participle goes on with what was just told.
    if (c.is(c.before(verb), Part::kComma) && c.is(subject, Part::kPhrase) && before(index) != nullptr &&
        same_clause(*before(index), draft) && inherit(draft, before(index), "measure/same-clause"))
      return true;
    if (amounts_to(index, verb)) return true;
    if (subject != Clauses::kNoChunk) {
      if (c[subject].part == Part::kPhrase && !acts(draft, verb, subject) &&
          take(draft, subject_chain(draft, verb, subject), "measure/subject-of-verb",
               movement_of(draft, c, verb)))
        return true;
      const bool anaphor =
          c[subject].part == Part::kPronoun && look_.word_is(c[subject].range.begin, "anaphor");
      const bool acting = anaphor || c[subject].part == Part::kFigure || acts(draft, verb, subject) ||
                          !draft.subject.empty() || does_something(draft, verb, subject);
      const bool does = acting && (draft.text("role") != "by" || tells_act(c, verb)) &&
                        draft.fact.section != "list" && governor(draft, figure) == verb &&
                        tells_what(draft, verb);
      if (!does && anaphor &&
          (inherit(draft, before(index), "measure/anaphor") ||
           inherit(draft, told_before(index), "measure/anaphor")))
        return true;
      if (does) return set_verb(draft, verb);
    } else if (tells_act(c, verb) && !needs(draft, c[verb].range.end - 1) &&
               governor(draft, figure) == verb) {
      return set_verb(draft, verb);
    }
    if (takes_up_first(index) || weak_phrase_before(draft, figure)) return true;
    if (const std::size_t next = c.after(figure);
        next != Clauses::kNoChunk && c[next].part == Part::kPreposition &&
        !look_.small_word_is(c[next].range.begin, "preposition.loose") &&
        c.is(c.after(next), Part::kPhrase) && draft.text("role").empty())
      return take(draft, c.chain_beginning(c.after(next)), "measure/complement");
    return false;
  }

  // "prices rose 30% in 2000, during the boom, reaching $500,000", "the market will grow at a CAGR of 39%,
  // reaching $3.2 billion": what rose is what reached the level.
  bool goes_on(std::size_t index) {
    Draft& draft = drafts_[index];
    const Draft* moved = before(index);
    const Clauses& c = clauses(draft);
    if (moved == nullptr) {  // "saw revenue growth in the quarter, reaching a high of $5m"
      for (std::size_t i = chunk_of(draft); i-- > 0;) {
        if (c.is(i, Part::kPhrase) && look_.word_is(c[i].range.end - 1, "change.noun"))
          return take(draft, c[i].range, "measure/moved");
      }
      return false;
    }
    if (inherit(draft, moved, "measure/same-clause")) return true;
    const std::size_t subject = c.subject_before(chunk_of(*moved));
    return c.is(subject, Part::kPhrase) && take(draft, c.chain_ending(subject), "measure/subject-of-verb");
  }

  // "costs $42,500 before tax, working out to $21 per square foot": another way to tell the figure before.
  bool amounts_to(std::size_t index, std::size_t verb) {
    Draft& draft = drafts_[index];
    const Clauses& c = clauses(draft);
    const std::size_t link = c.before(chunk_of(draft));
    const bool goes_on = c[verb].gerund && c.is(c.before(verb), Part::kComma) &&
                         c.is(link, Part::kPreposition) &&
                         look_.small_word_is(c[link].range.begin, "level.joint") && link <= verb + 2;
    if (!goes_on) return false;
    for (std::size_t i = index; i-- > 0 && drafts_[i].sentence == draft.sentence;) {
      const bool same = drafts_[i].fact.claim && drafts_[i].fact.quantity.kind == draft.fact.quantity.kind;
      if (same) return inherit(draft, &drafts_[i], "measure/same-clause");
    }
    return false;
  }

  // "closed 21 loans totaling $8m": the amount is of what was counted.
  bool adds_up(std::size_t index, std::size_t verb, std::size_t subject) {
    const Draft* counted = before(index);
    const Clauses& c = clauses(drafts_[index]);
    return c.is(subject, Part::kFigure) && counted != nullptr && counted->fact.quantity.kind == "count" &&
           chunk_of(*counted) == subject && look_.word_is(c[verb].range.end - 1, "level.verb") &&
           inherit(drafts_[index], counted, "measure/same-clause");
  }

  // "predicts that 5,000 will be sold": what another verb tells begins with the figure.
  static bool opens_told_clause(const Clauses& c, std::size_t figure) {
    std::size_t left = c.before(figure);
    if (c.is(left, Part::kPreposition)) left = c.before(left);  // "that between 5 and 7"
    return c.is(left, Part::kRelative) && c.is(c.before(left), Part::kVerb) &&
           c.is(c.after(figure), Part::kVerb);
  }

  // "analysts see 5%", "players spending $5m", "the Halvorsen family gave $40m": who does what a verb tells
  // measures nothing.
  bool acts(const Draft& draft, std::size_t verb, std::size_t subject) const {
    const Clauses& c = clauses(draft);
    const std::uint32_t last = c[verb].range.end - 1;
    const std::size_t first = c.at(c.chain_ending(subject).begin);
    const std::uint32_t name = c[first].range.end - 1;
    const bool measured =
        c.is(first, Part::kPhrase) && look_.word_is(name, "measure.noun") && !look_.word_is(name, "people");
    const std::uint32_t head = c[measured ? first : subject].range.end - 1;  // "Shares in the group"
    if (needs(draft, last)) return look_.word_is(head, "agent");
    if (is_aim(c[verb])) return !look_.word_is(head, "measure.noun");
    if (tells_act(c, verb))
      return !is_passive(c[verb]) && (!look_.word_is(head, "measure.noun") || look_.word_is(head, "people"));
    const bool measures = look_.word_is(last, "change.verb") || look_.word_is(last, "level.verb") ||
                          look_.word_is(last, "copula") || look_.word_is(last, "exceed.verb") ||
                          look_.word_is(last, "reach.verb");
    return !measures && look_.word_is(head, "agent");
  }

  // "They have raised $5m", "researchers were awarded $5m": nothing measured is named, unlike "repairs cost
  // $5m".
  bool does_something(const Draft& draft, std::size_t verb, std::size_t subject) const {
    const Clauses& c = clauses(draft);
    const std::uint32_t last = c[verb].range.end - 1;
    if (!tells_act(c, verb)) return false;
    if (c.is(subject, Part::kPronoun)) return true;
    return !look_.word_is(c[subject].range.end - 1, "measure.noun") && !needs(draft, last);
  }

  // "Repairs cost $5m", "clearance takes two hours": the verb tells what its subject needs.
  bool needs(const Draft& draft, std::uint32_t verb) const {
    const std::string& kind = draft.fact.quantity.kind;
    return (kind == "money" || kind == "duration") && look_.word_is(verb, "need.verb");
  }

  // "The goal is to unite a million people": the subject is what somebody means to do.
  bool is_aim(const Chunk& verb) const {
    const std::uint32_t last = verb.range.end - 1;
    return verb.range.end - verb.range.begin > 2 && look_.word_is(last - 1, "pos.first.TO") &&
           look_.word_is(last - 2, "copula");
  }

  bool tells_act(const Clauses& c, std::size_t verb) const {
    return look_.word_is(c[verb].range.end - 1, "act.verb");
  }

  bool set_verb(Draft& draft, std::size_t verb) {
    const std::uint32_t end = clauses(draft)[verb].range.end;
    set(draft, {end - 1, end}, "measure/verb");
    return true;
  }

  // The verb whose object the figure is: "paid a median $410,000", "signed for another 220 GWh"; kNoChunk
  // where what is measured stands between.
  std::size_t governor(const Draft& draft, std::size_t figure) const {
    const Clauses& c = clauses(draft);
    std::size_t at = before_total(draft, c.before(figure));
    if (c.is(at, Part::kPreposition) && c.is(c.before(at), Part::kVerb)) {
      const std::size_t verb = c.before(at);
      return tells_act(c, verb) ? verb : Clauses::kNoChunk;
    }
    if (c.is(at, Part::kVerb) && c.is(c.before(at), Part::kOther)) at = c.before(at);  // "a combined"
    if (c.is(at, Part::kPhrase) && names_nothing(draft, c[at].range)) at = c.before(at);
    while (c.is(at, Part::kOther) && describes_figure(draft, c[at].range.begin)) at = c.before(at);
    return c.is(at, Part::kVerb) ? at : Clauses::kNoChunk;
  }

  // "a record", "a modest": words between a verb and the figure that is its object.
  bool describes_figure(const Draft& draft, std::uint32_t token) const {
    return look_.word_is(token, "indefinite") || look_.covering(analysis(draft), token, "jj") != nullptr;
  }

  bool names_nothing(const Draft& draft, TokenRange phrase) const {
    const Naming naming = namer_.name(analysis(draft), clauses(draft), phrase);
    return naming.measure.empty() && naming.subject.empty();
  }

  // "cost the terminal 45,000 units", "saved us $7 million": whom a verb of giving gives it to measures
  // nothing.
  bool given_to(Draft& draft, std::size_t figure) {
    const Clauses& c = clauses(draft);
    std::size_t at = c.before(figure);
    while (c.is(at, Part::kOther) && look_.form(c[at].range.begin).is(Shape::kWordlike) &&
           look_.token_text(c[at].range.begin) != "the")
      at = c.before(at);  // "the terminal there an estimated", "one customer"
    if (!draft.text("role").empty() || (!c.is(at, Part::kPhrase) && !c.is(at, Part::kPronoun))) return false;
    at = c.before(at);
    while (c.is(at, Part::kOther) && is_prefix(c[at].range.begin)) at = c.before(at);  // "the then-mayor"
    if (!c.is(at, Part::kVerb) || !look_.word_is(c[at].range.end - 1, "give.verb")) return false;
    const std::size_t subject = c.subject_of(at);
    if (needs(draft, c[at].range.end - 1) && c.is(subject, Part::kPhrase) &&
        take(draft, c.chain_ending(subject), "measure/subject-of-verb"))
      return true;
    return set_verb(draft, at);
  }

  bool is_prefix(std::uint32_t token) const {
    return look_.token_text(token) == "-" || look_.word_is(token, "article");
  }

  bool is_passive(const Chunk& verb) const {
    const std::uint32_t last = verb.range.end - 1;
    if (look_.word_is(last, "pos.VG")) return false;
    for (std::uint32_t token = verb.range.begin; token < last; ++token) {
      if (look_.word_is(token, "copula")) return true;
    }
    return false;
  }

  // "produced 2.1 Mt", "owe $5,000": a verb that says itself what is measured, unlike "was", "has",
  // "reached".
  bool tells_what(const Draft& draft, std::size_t verb) const {
    const Clauses& c = clauses(draft);
    const std::uint32_t last = c[verb].range.end - 1;
    if (needs(draft, last))  // "It will cost $5m"
      return !c.is(c.subject_of(verb), Part::kPhrase) || acts(draft, verb, c.subject_of(verb));
    if (tells_act(c, verb)) return true;
    if (draft.text("role").empty() && look_.word_is(last, "change.transitive")) return true;  // "raised $5m"
    for (const std::string_view type :
         {"pos.first.AUX", "pos.first.MD", "copula", "have.verb", "level.verb", "change.verb", "exceed.verb",
          "reach.verb", "share.verb", "say.verb", "reporting.verb", "move.verb", "view.verb"}) {
      if (look_.word_is(last, type)) return false;
    }
    return true;
  }

  // What stands right behind the verb: "has a remarkably low cost".
  std::size_t object_of(const Clauses& c, std::size_t verb) const {
    const std::size_t next = c.after(verb);
    const bool article = c.is(next, Part::kOther) && look_.word_is(c[next].range.begin, "article");
    return article ? c.after(next) : next;
  }

  // The object with the phrases that go on up to the figure: "cutting non-performing assets by 75%".
  static TokenRange object_chain(const Clauses& c, std::size_t object, std::size_t figure) {
    TokenRange range = c[object].range;
    for (std::size_t i = object;
         i + 2 < figure && c.is(i + 1, Part::kPreposition) && c.is(i + 2, Part::kPhrase); i += 2)
      range.end = c[i + 2].range.end;
    return range;
  }

  // "revenue up 5%", "prices from $5": only small words stand between the phrase and the figure.
  // "$24 per tonne for lithium and $6": what another figure is per measures nothing.
  bool is_rate(const Clauses& c, TokenRange chain) const {
    const std::size_t first = c.at(chain.begin);
    if (first == Clauses::kNoChunk || first == 0) return false;
    const bool article =
        c.is(first - 1, Part::kFigure) && look_.word_is(chain.begin, "article");  // "$5 a ton"
    return article || (c.is(first - 1, Part::kPreposition) &&
                       look_.small_word_is(c[first - 1].range.begin, "preposition.rate"));
  }

  std::size_t index_of(const Draft& draft) const { return static_cast<std::size_t>(&draft - drafts_.data()); }

  // "delays, fires and a closure for two months": one thing behind several is no part of what they are.
  bool begins_anew(const Clauses& c, std::size_t phrase) const {
    return phrase >= 2 && c.is(phrase - 1, Part::kConjunction) && c.is(phrase - 2, Part::kPhrase) &&
           look_.word_is(c[phrase].range.begin, "indefinite") &&
           !look_.word_is(c[phrase - 2].range.begin, "article");
  }

  bool phrase_touches(Draft& draft, std::size_t figure) {
    const Clauses& c = clauses(draft);
    std::size_t at = figure;
    for (int steps = 0; steps < 4 && at != Clauses::kNoChunk && at > 0; ++steps) {
      --at;
      if (c[at].part == Part::kPhrase) {
        const TokenRange chain = begins_anew(c, at) ? c[at].range : c.chain_ending(at);
        if (is_rate(c, chain)) return inherit(draft, before(index_of(draft)), "measure/same-clause");
        return take(draft, chain, "measure/phrase-before") || labels(draft, at, figure);
      }
      const bool small = c[at].part == Part::kPreposition || c[at].part == Part::kAdverb ||
                         c[at].part == Part::kColon ||
                         (c[at].part == Part::kOther && look_.form(c[at].range.begin).is(Shape::kWordlike));
      if (!small) return false;
    }
    return false;
  }

  // "was closed for three weeks", "has been unemployed for two years": the state that lasts.
  bool lasts(Draft& draft) {
    const Clauses& c = clauses(draft);
    const std::size_t state = c.before(length_link(draft));
    if (state == Clauses::kNoChunk) return false;
    const std::uint32_t word = c[state].range.end - 1;
    const bool adjective = c.is(state, Part::kOther) &&
                           look_.covering(analysis(draft), word, "jj") != nullptr &&
                           is_state(c, c.before(state));
    const bool passive =
        c.is(state, Part::kVerb) && is_passive(c[state]) && look_.word_is(word, "state.verb");
    const std::size_t verb = passive ? state : c.before(state);
    if ((!adjective && !passive) || names_lasting(c, verb)) return false;
    set(draft, {word, word + 1}, "measure/state");
    return true;
  }

  // "The offer is valid for 30 days": a thing that lasts is measured itself; who is out of work is not.
  bool names_lasting(const Clauses& c, std::size_t verb) const {
    const std::size_t subject = c.subject_of(verb);
    return c.is(subject, Part::kPhrase) && !c.is(c.before(verb), Part::kRelative) &&
           !look_.word_is(c[subject].range.end - 1, "people");
  }

  // "is", "remained"
  bool is_state(const Clauses& c, std::size_t verb) const {
    return c.is(verb, Part::kVerb) && (look_.word_is(c[verb].range.end - 1, "copula") ||
                                       look_.word_is(c[verb].range.end - 1, "remain.verb"));
  }

  // "will hire 50,000 workers over 10 years": how long what was told before takes.
  bool takes_so_long(std::size_t index, std::size_t figure) {
    Draft& draft = drafts_[index];
    const Clauses& c = clauses(draft);
    const Draft* earlier = before(index);
    const std::size_t link = c.before(figure);
    const bool spans = draft.fact.quantity.kind == "duration" && c.is(link, Part::kPreposition) &&
                       look_.small_word_is(c[link].range.begin, "preposition.span");
    if (!spans || earlier == nullptr || !earlier->fact.measure || !same_clause(*earlier, draft)) return false;
    draft.fact.measure = earlier->fact.measure;
    draft.fact.rules.emplace_back("measure/same-clause");
    return true;
  }

  // "a larger battery, 4500 mAh, than the Corlan with 3687 mAh": of the other, the same.
  bool is_compared(std::size_t index, std::size_t figure) {
    Draft& draft = drafts_[index];
    const Clauses& c = clauses(draft);
    const bool other = figure >= 3 && c.is(figure - 1, Part::kPreposition) &&
                       c.is(figure - 2, Part::kPhrase) &&
                       look_.small_word_is(c[figure - 1].range.begin, "preposition.bearing") &&
                       look_.token_text(c[figure - 3].range.begin) == "than";
    if (!other || !draft.text("role").empty() || !inherit(draft, before(index), "measure/same-sentence"))
      return false;
    draft.subject = c[figure - 2].range;
    return true;
  }

  // "has a larger battery, 4500 mAh, than": a figure between commas says how much the phrase before it is.
  bool is_apposed(Draft& draft, std::size_t figure) {
    const Clauses& c = clauses(draft);
    const bool set_off =
        c.is(figure - 1, Part::kComma) && c.is(figure - 2, Part::kPhrase) &&
        (figure + 1 == c.chunks().size() || c.is(figure + 1, Part::kComma) || c.is(figure + 1, Part::kStop));
    if (figure < 2 || !set_off || !draft.text("role").empty()) return false;
    if (draft.fact.quantity.kind == "age") {  // "Lee, 42, said"
      draft.subject = c[figure - 2].range;
      return true;
    }
    if (namer_.name(analysis(draft), c, c[figure - 2].range).measure.empty())
      return take_weak(draft, c[figure - 2].range);
    return take(draft, c.chain_ending(figure - 2), "measure/apposed");
  }

  // "Recovery 91.8%; share 5%": a phrase that stands right before the figure.
  bool labels(Draft& draft, std::size_t phrase, std::size_t figure) {
    const Clauses& c = clauses(draft);
    const bool opens = phrase == 0 || c.is(phrase - 1, Part::kStop) || c.is(phrase - 1, Part::kColon);
    const std::uint32_t head = c[phrase].range.end - 1;
    const bool names = look_.word_is(head, "change.noun") || look_.word_is(head, "measure.weak");
    if (!opens || !names || phrase + 1 != figure) return false;
    set(draft, look_.without_article(analysis(draft), c[phrase].range), "measure/label");
    return true;
  }

  bool weak_phrase_before(Draft& draft, std::size_t figure) {
    const Clauses& c = clauses(draft);
    if (!draft.subject.empty() && !draft.text("role").empty() && moves_by_name(draft)) return false;
    const std::size_t begin = clause_begin(draft, figure);
    bool named = false;
    for (std::size_t at = figure; at-- > begin && figure - at < 8;) {
      if (c[at].part == Part::kStop || (named && c[at].part == Part::kColon)) return false;
      if (c[at].part != Part::kPhrase) continue;
      TokenRange chain = c.chain_ending(at);
      chain.begin = std::max(chain.begin, c[begin].range.begin);
      if (is_rate(c, chain)) return inherit(draft, before(index_of(draft)), "measure/same-clause");
      if (take(draft, chain, "measure/phrase-before")) return true;
      named = true;  // "Key players: Ned Tarn (15.3)": what is before the colon is only what sort the name is
    }
    return false;
  }

  // Where the clause begins, if its subject only names somebody: "In the film, Gump runs for 3 years" is no
  // figure of the film.
  std::size_t clause_begin(const Draft& draft, std::size_t figure) const {
    const Clauses& c = clauses(draft);
    const std::size_t subject = c.subject_before(figure);
    if (!c.is(subject, Part::kPhrase) || subject > figure) return 0;
    const Naming naming = namer_.name(analysis(draft), c, c[subject].range);
    return naming.measure.empty() && !naming.subject.empty() ? subject : 0;
  }

  // ------------------------------------------------------------ what was told before

  void from_context(std::size_t index) {
    Draft& draft = drafts_[index];
    if (moves_apart(index)) return set_name(draft);
    if (inherit(draft, alike_before(index), "measure/same-sentence")) return;
    if (from_heading(draft) || from_list_before(index)) return;
    if (const TokenRange after = draft.range("measure_after"); !after.empty() && take(draft, after, ""))
      return;
    if (const TokenRange in = draft.range("measure_in_np"); !in.empty() && take(draft, in, "")) return;
    const bool same_block = index > 0 && input_.text.sentences[drafts_[index - 1].sentence].block ==
                                             input_.text.sentences[draft.sentence].block;
    if (!draft.text("role").empty() && same_block &&
        inherit(draft, told_before(index), "measure/sentence-before"))
      return;
    if (!draft.subject.empty() && !draft.text("role").empty() && moves_by_name(draft)) set_name(draft);
    if (draft.fact.measure) return;
    // "The annual rate has been revised to 3.2%"
    const std::size_t subject = clauses(draft).subject_before(chunk_of(draft));
    if (clauses(draft).is(subject, Part::kPhrase)) take_weak(draft, clauses(draft).chain_ending(subject));
  }

  // "Europe: 1.84 million TEU": a list of names goes on with what figures of its unit measured before.
  bool from_list_before(std::size_t index) {
    constexpr std::size_t kReach = 12;
    Draft& draft = drafts_[index];
    const bool item = draft.fact.section == "list" || draft.came_by("measure/colon");
    if (!item || draft.subject.empty()) return false;
    const auto unit = [](const Draft& d) {
      return d.fact.quantity.unit ? d.fact.quantity.unit->name : std::string();
    };
    for (std::size_t i = index; i-- > 0 && index - i < kReach;) {
      const Draft& earlier = drafts_[i];
      const bool same =
          earlier.fact.quantity.kind == draft.fact.quantity.kind && unit(earlier) == unit(draft);
      // What another item tells behind its first figure is not what this one begins with.
      const bool first =
          earlier.fact.section != "list" || &of_sentence(drafts_, earlier.sentence).front() == &earlier;
      if (earlier.fact.claim && same && first && inherit(draft, &earlier, "measure/list")) return true;
    }
    return false;
  }

  // "The Cordia World Index rose 0.4 percent": what is named is itself what moves.
  bool moves_by_name(const Draft& draft) const {
    const Clauses& c = clauses(draft);
    const std::size_t subject = c.subject_before(chunk_of(draft));
    if (!c.is(subject, Part::kPhrase) || !c[subject].range.contains(draft.subject)) return false;
    const TokenRange chain = c.chain_ending(subject);
    return namer_.weak(analysis(draft), chain).empty();  // "the rate in Spain rose"
  }

  // "Stocks are at 138 million tonnes, or 29 days of use, and they could drop below 130 million": a pronoun
  // takes up what the sentence's first figure was of.
  bool takes_up_first(std::size_t index) {
    Draft& draft = drafts_[index];
    const Clauses& c = clauses(draft);
    const std::size_t subject = c.subject_before(chunk_of(draft));
    if (!c.is(subject, Part::kPronoun) || look_.word_is(c[subject].range.begin, "pronoun.person"))
      return false;
    for (const Draft& first : of_sentence(drafts_, draft.sentence)) {
      if (&first == &draft) break;
      if (first.fact.claim && first.came_by("measure/subject-of-verb"))
        return inherit(draft, &first, "measure/anaphor");
    }
    return false;
  }

  void set_name(Draft& draft) {
    set(draft, look_.without_article(analysis(draft), draft.subject), "measure/name");
  }

  // "Corlan jumped 8% and Vexa gained 3%": two names, of which each moves by itself.
  bool moves_apart(std::size_t index) const {
    const Draft& draft = drafts_[index];
    if (draft.text("role").empty() || draft.subject.empty() || !moves_by_name(draft)) return false;
    const Draft* earlier = before(index);
    while (earlier != nullptr && earlier->fact.measure && earlier->measure.empty())  // inherited
      earlier = before(static_cast<std::size_t>(earlier - drafts_.data()));
    return earlier != nullptr && !earlier->measure.empty() && names_mover(earlier->measure);
  }

  // What is measured is a name or an index, which moves itself.
  bool names_mover(TokenRange words) const {
    const bool common = words.end - words.begin == 1 && namer_.is_common(words.begin);
    return look_.word_is(words.end - 1, "index.noun") || (look_.is_name(words) && !common);
  }

  // "Top counties by visitor spending:" above a list gives the list's measure.
  bool from_heading(Draft& draft) {
    if (draft.fact.section != "list") return false;
    for (std::size_t sentence = draft.sentence; sentence-- > 0 && draft.sentence - sentence < 12;) {
      const Analysis& a = input_.analyses[sentence];
      if (a.range.empty() || !input_.resolved[sentence].mentions.empty()) continue;
      if (look_.token_text(a.range.end - 1) != ":" &&
          input_.document.blocks[input_.text.sentences[sentence].block].kind != BlockKind::kHeading)
        continue;
      return from_heading_words(draft, sentence);
    }
    return false;
  }

  bool from_heading_words(Draft& draft, std::size_t sentence) {
    const Analysis& a = input_.analyses[sentence];
    for (std::uint32_t token = a.range.end; token-- > a.range.begin + 1;) {
      const Annotation* phrase = look_.beginning_at(a, token, "np");
      if (phrase == nullptr || !look_.word_is(token - 1, "preposition.doer")) continue;
      const TokenRange words = look_.without_article(a, phrase->range);
      draft.fact.measure =
          Measure{look_.text_of(words), std::string(look_.token_text(words.end - 1)), look_.span_of(words)};
      draft.fact.rules.emplace_back("measure/heading");
      return true;
    }
    return false;
  }

  // ------------------------------------------------------------ shares, counts, movements

  // "The group was 51% male and 49% female", "the road is 70% complete": the state that a part of the subject
  // is in.
  bool tells_state(std::size_t index) {
    Draft& draft = drafts_[index];
    const Clauses& c = clauses(draft);
    const std::size_t figure = chunk_of(draft);
    const std::size_t left = c.before(figure);
    const Draft* earlier = before(index);
    const bool listed = (c.is(left, Part::kConjunction) || c.is(left, Part::kComma)) && earlier != nullptr &&
                        earlier->came_by("measure/state") && chunk_of(*earlier) + 2 == left;
    const bool told = c.is(left, Part::kVerb) && look_.word_is(c[left].range.end - 1, "copula");
    const std::uint32_t token = draft.mention->range.end;
    if ((!told && !listed) || !draft.text("role").empty() || !is_state(draft, token)) return false;
    set(draft, {token, token + 1}, "measure/state");
    return true;
  }

  // An adjective or participle that no noun follows.
  bool is_state(const Draft& draft, std::uint32_t token) const {
    const Analysis& a = analysis(draft);
    if (token >= a.range.end || look_.word_is(token, "compare.word") ||
        look_.word_is(token, "change.adjective") || look_.word_is(token, "change.updown") ||
        look_.covering(a, token, "time") != nullptr || look_.covering(a, token, "basis") != nullptr)
      return false;
    const bool describes =
        look_.covering(a, token, "jj") != nullptr || look_.covering(a, token, "vbn") != nullptr;
    const Clauses& c = clauses(draft);
    const std::size_t next = c.at(token + 1);
    const bool ends = next == Clauses::kNoChunk || c.is(next, Part::kConjunction) ||
                      c.is(next, Part::kComma) || c.is(next, Part::kStop) || c.is(next, Part::kPreposition) ||
                      c.is(next, Part::kOpen);
    return describes && ends && (next == Clauses::kNoChunk || c[next].range.begin == token + 1);
  }

  // "68% are betting …", "with nearly 18% believing …": what the part does is what is measured.
  bool answers(Draft& draft) {
    if (!opens_clause(draft)) return false;
    const std::size_t verb = verb_after(draft);
    if (verb == Clauses::kNoChunk) return false;
    set_predicate(draft, verb);
    if (draft.fact.change && draft.fact.change->role != "to") draft.fact.change.reset();
    return true;
  }

  bool opens_clause(const Draft& draft) const {
    const Clauses& c = clauses(draft);
    const std::size_t left = c.before(chunk_of(draft));
    if (left == Clauses::kNoChunk || c.is(left, Part::kColon)) return true;
    const std::string word = fold(look_.text_of(c[left].range));
    return input_.program.lookup("clause_opener", word) != kNone;
  }

  // The verb group right after the figure, or after a bracket that follows it.
  std::size_t verb_after(const Draft& draft) const {
    const Clauses& c = clauses(draft);
    const std::size_t at = behind_bracket(c, c.after(chunk_of(draft)));
    return c.is(at, Part::kVerb) ? at : Clauses::kNoChunk;
  }

  // The chunk after the bracket that the chunk opens; the chunk itself where it opens none.
  static std::size_t behind_bracket(const Clauses& c, std::size_t at) {
    if (!c.is(at, Part::kOpen)) return at;
    while (at < c.chunks().size() && c[at].part != Part::kClose) ++at;
    return at < c.chunks().size() ? c.after(at) : Clauses::kNoChunk;
  }

  // What a share is of, noted in the fact.
  TokenRange note_share(Draft& draft) const {
    const TokenRange whole = look_.without_article(analysis(draft), draft.range("share_of"));
    draft.fact.share_of = Phrase{look_.text_of(whole), look_.span_of(whole)};
    return whole;
  }

  // "cut 650 jobs, or about 5% of its workforce"
  bool shares_own(std::size_t index) const {
    const Draft* counted = before(index);
    return drafts_[index].came_by("link/or") && counted != nullptr &&
           counted->fact.quantity.kind == "count" &&
           look_.word_is(drafts_[index].range("share_of").begin, "pos.first.PRPS");
  }

  // "80% of users pay monthly": what is measured is what the part does.
  void find_share(std::size_t index) {
    Draft& draft = drafts_[index];
    const Clauses& c = clauses(draft);
    const TokenRange whole = note_share(draft);
    if (shares_own(index)) return set(draft, whole, "measure/whole");
    if (const std::size_t told = verb_of_share(draft, whole); told != Clauses::kNoChunk)
      return set_predicate(draft, told);
    const std::size_t left = c.before(chunk_of(draft));
    // "kept 82% of their capacity": the whole is the subject's own
    if (look_.word_is(draft.range("share_of").begin, "pos.first.PRPS") && c.is(left, Part::kVerb))
      return set(draft, whole, "measure/whole");
    const std::size_t verb = c.verb_before(chunk_of(draft));
    const std::size_t subject = verb == Clauses::kNoChunk ? verb : c.subject_of(verb);
    const bool apart =
        c.is(left, Part::kPreposition) &&
        look_.small_word_is(c[left].range.begin, "preposition.bearing");  // ", with 65% of users"
    if (apart || (subject != Clauses::kNoChunk && acts(draft, verb, subject)))
      return set(draft, whole, "measure/whole");
    if (c.is(subject, Part::kPhrase) && take(draft, c.chain_ending(subject), "measure/subject-of-verb"))
      return;
    if (inherit(draft, before(index), "measure/same-sentence")) return;
    set(draft, whole, "measure/whole");
  }

  // The verb that tells what the part of the whole does; kNoChunk where none does.
  std::size_t verb_of_share(const Draft& draft, TokenRange whole) const {
    const Clauses& c = clauses(draft);
    const std::size_t left = c.before(chunk_of(draft));
    const bool borne =
        c.is(left, Part::kPreposition) && look_.word_is(c[left].range.begin, "preposition.bearing");
    const bool governed = !borne && (c.is(left, Part::kVerb) || c.is(left, Part::kPreposition));
    const std::size_t end = c.at(whole.end - 1);
    const std::size_t behind = behind_bracket(c, c.after_attachments(end));
    const std::size_t next = governed ? c.after(end) : behind;
    std::size_t verb = c.is(next, Part::kVerb) ? next : Clauses::kNoChunk;
    const bool near = behind == c.after(end);  // not "93% of the lithium from brines that averaged 140 ppm"
    const bool related =
        c.is(behind, Part::kRelative) && (near ? look_.word_is(c[behind].range.begin, "relative")
                                               : look_.word_is(c[behind].range.begin, "relative.person"));
    if (related && c.is(c.after(behind), Part::kVerb)) verb = c.after(behind);
    if (verb != Clauses::kNoChunk) {  // "patients receiving it had a stroke", "people who smoke die"
      const bool describes = verb != next || !is_finite(look_, analysis(draft), c, c[verb].range);
      const std::size_t main = governed || !describes ? Clauses::kNoChunk : verb_behind_relative(draft, verb);
      return main == Clauses::kNoChunk ? verb : main;
    }
    return !governed && c.is(behind, Part::kComma) ? verb_behind_insertion(draft, behind) : Clauses::kNoChunk;
  }

  // "people who have an arrest outside of a hospital die": the finite verb after that of the relative clause.
  std::size_t verb_behind_relative(const Draft& draft, std::size_t relative) const {
    const Clauses& c = clauses(draft);
    for (std::size_t i = relative + 1; i < c.chunks().size(); ++i) {
      const Part part = c[i].part;
      if (part == Part::kVerb && is_finite(look_, analysis(draft), c, c[i].range) &&
          (ends_phrase(c, i - 1) || i == relative + 1))
        return i;
      const bool within = part == Part::kPhrase ||
                          (part == Part::kFigure && !ends_phrase(c, i - 1) && !c.is(i - 1, Part::kOther)) ||
                          part == Part::kPreposition || part == Part::kAdverb || part == Part::kTime ||
                          (part == Part::kOther && look_.form(c[i].range.begin).is(Shape::kWordlike));
      if (!within) break;
    }
    return Clauses::kNoChunk;
  }

  static bool ends_phrase(const Clauses& c, std::size_t chunk) {
    return c.is(chunk, Part::kPhrase) || c.is(chunk, Part::kTime);
  }

  // "participants with asthma, including those on drugs, were able": the verb after what two commas set off.
  std::size_t verb_behind_insertion(const Draft& draft, std::size_t comma) const {
    constexpr std::size_t kLongest = 14;  // chunks
    const Clauses& c = clauses(draft);
    for (std::size_t i = comma + 1; i < c.chunks().size() && i - comma <= kLongest; ++i) {
      if (c.is(i, Part::kStop) || c.is(i, Part::kColon) || c.is(i, Part::kConjunction)) break;
      if (!c.is(i, Part::kComma)) continue;
      const std::size_t verb = c.after(i);
      const bool told = c.is(verb, Part::kVerb) && is_finite(look_, analysis(draft), c, c[verb].range);
      return told ? verb : Clauses::kNoChunk;
    }
    return Clauses::kNoChunk;
  }

  // "11% of Millennials say the same": what the answer before was.
  void set_predicate(Draft& draft, std::size_t verb) {
    const std::uint32_t behind = clauses(draft)[verb].range.end;
    const bool same =
        look_.small_word_is(behind, "pos.first.DT") && look_.small_word_is(behind + 1, "predicate.same");
    if (same && inherit(draft, answer_before(draft), "measure/predicate")) return;
    set(draft, predicate(draft, verb), "measure/predicate");
  }

  // The last answer told before, a few figures back at most; nullptr when there is none.
  const Draft* answer_before(const Draft& draft) const {
    constexpr std::size_t kReach = 6;
    const std::size_t index = index_of(draft);
    for (std::size_t i = index; i-- > 0 && index - i <= kReach;) {
      if (drafts_[i].fact.claim && drafts_[i].came_by("measure/predicate")) return &drafts_[i];
    }
    return nullptr;
  }

  // From the verb to the end of its clause, without auxiliaries that only carry tense and without the verb of
  // answering.
  // What stands before something it belongs to: articles, prepositions, "and", a hyphen.
  bool leads_on(std::uint32_t token) const {
    return look_.token_text(token) == "-" || look_.word_is(token, "pos.first.DT") ||
           look_.word_is(token, "pos.first.PRPS") || look_.word_is(token, "preposition") ||
           look_.word_is(token, "pos.first.TO") || look_.word_is(token, "pos.first.CC");
  }

  TokenRange predicate(const Draft& draft, std::size_t verb) const {
    constexpr std::uint32_t kLongest = 14;
    const Analysis& a = analysis(draft);
    const Clauses& c = clauses(draft);
    TokenRange range = c[verb].range;
    if (look_.word_is(range.end - 1, "reporting.verb") && range.end + 1 < a.range.end) {
      const std::size_t next = c.after(verb);
      if (c.is(next, Part::kVerb)) range = c[next].range;
      if (c.is(next, Part::kRelative)) range = {c[next].range.end, c[next].range.end};
      const bool own = c.is(next, Part::kPronoun) && c.is(c.after(next), Part::kVerb);
      if (own) range = c[c.after(next)].range;  // "said they would buy"
    }
    const std::uint32_t begin = range.begin;
    while (range.end < a.range.end && range.end - begin < kLongest) {
      const Part part = c[c.at(range.end)].part;
      if (part == Part::kStop || part == Part::kComma || part == Part::kColon || part == Part::kOpen) break;
      if (look_.token_text(range.end) == "”" || look_.token_text(range.end) == "\"") break;
      if (part == Part::kSubordinator || look_.word_is(range.end, "clause_break")) break;
      const std::size_t chunk = c.at(range.end);
      if (part == Part::kConjunction && c.is(chunk + 1, Part::kPronoun)) break;
      // "paid in cash, up from 50%"
      const bool old = look_.word_is(range.end, "change.updown") && range.end + 1 < a.range.end &&
                       look_.small_word_is(range.end + 1, "preposition.source");
      if (old) break;
      ++range.end;
    }
    const bool cut = range.end - begin == kLongest;
    while (cut && range.end > range.begin + 1 && leads_on(range.end - 1)) --range.end;  // "soured in the"
    return without_auxiliaries(range);
  }

  TokenRange without_auxiliaries(TokenRange range) const {
    while (range.begin + 1 < range.end &&
           (look_.word_is(range.begin, "pos.first.AUX") || look_.word_is(range.begin, "pos.first.MD")))
      ++range.begin;
    return range;
  }

  // "Departures totalled 21,090 passengers", "The number of arrivals was …": the subject names a count
  // itself.
  bool counts_by_subject(const Draft& draft) const {
    if (!levels(draft)) return false;
    const Clauses& c = clauses(draft);
    const std::size_t verb = c.verb_before(chunk_of(draft));
    const std::size_t subject = verb == Clauses::kNoChunk ? verb : c.subject_of(verb);
    if (!c.is(subject, Part::kPhrase)) return false;
    const TokenRange chain = subject_chain(draft, verb, subject);
    const std::uint32_t head = c[c.at(chain.begin)].range.end - 1;
    return look_.word_is(head, "count_head") || look_.word_is(head, "counting.noun");
  }

  void find_count(Draft& draft) {
    const std::string head = draft.fact.quantity.unit ? draft.fact.quantity.unit->name : "";
    const bool generic = input_.program.lookup("generic_count", fold(head)) != kNone;
    // "Vessel productivity averaged 31.6 moves per crane hour"
    const std::uint32_t end = draft.mention->range.end;
    const bool rate =
        end < analysis(draft).range.end && look_.small_word_is(end, "preposition.rate") && levels(draft);
    TokenRange noun = draft.mention->noun;
    if (const TokenRange done = draft.range("done_after");
        generic && !done.empty() && draft.text("role").empty())
      return set(draft, {noun.begin, done.end}, "measure/counted-noun");  // "passed 5,000 units sold"
    if ((generic || rate || moves(draft) || counts_by_subject(draft)) && named_elsewhere(draft)) return;
    // "a 44-bed neonatal unit": the phrase that the hyphened noun describes.
    const Annotation* described = look_.beginning_at(analysis(draft), noun.end, "np");
    if (look_.token_text(noun.begin - 1) == "-" && described != nullptr) noun.end = described->range.end;
    // "17 branches of the bank": the phrase that says which ones belongs to the measure.
    const Clauses& c = clauses(draft);
    const std::size_t next = c.at(noun.end);
    if (c.is(next, Part::kPreposition) && look_.small_word_is(noun.end, "preposition.part") &&
        c.is(next + 1, Part::kPhrase))
      noun.end = c[next + 1].range.end;
    set(draft, noun, "measure/counted-noun");
  }

  // "The fertility rate fell to 1.38 children per woman", but not "the company cut 300 jobs".
  bool moves(const Draft& draft) const {
    if (draft.came_by("change/adding")) return false;  // "add 14 stations"
    if (draft.text("role").empty() || draft.text("measure_in") == "after") return false;
    const Clauses& c = clauses(draft);
    const std::size_t verb = c.verb_before(chunk_of(draft));
    if (verb == Clauses::kNoChunk) return false;
    const Annotation* change = look_.covering(analysis(draft), c[verb].range.end - 1, "change.verb");
    if (change == nullptr || input_.program.row_attribute(change->row, "transitive") == "yes") return false;
    const std::size_t subject = c.subject_of(verb);
    return c.is(subject, Part::kPhrase) && !look_.word_is(c[subject].range.end - 1, "agent");
  }

  // "shipments exceeded 1.78 million units": a unit counts what the sentence names.
  bool named_elsewhere(Draft& draft) {
    if (draft.has("measure") && take(draft, widen(analysis(draft), draft.range("measure"), draft), ""))
      return true;
    const Clauses& c = clauses(draft);
    const std::size_t verb = c.verb_before(chunk_of(draft));
    const std::size_t subject = verb == Clauses::kNoChunk ? verb : c.subject_of(verb);
    return c.is(subject, Part::kPhrase) && !acts(draft, verb, subject) && !counts_others(draft, verb) &&
           take(draft, subject_chain(draft, verb, subject), "measure/subject-of-verb",
                movement_of(draft, c, verb));
  }

  // "The plant employs 4,500 people", "Police said 14 people were killed": no level of the subject's.
  bool counts_others(const Draft& draft, std::size_t verb) const {
    if (draft.fact.quantity.kind != "count") return false;
    const std::uint32_t last = clauses(draft)[verb].range.end - 1;
    if (look_.word_is(last, "staff.verb")) return true;
    for (const std::string_view type : {"change.verb", "level.verb", "level.word", "copula", "exceed.verb",
                                        "reach.verb", "revising.verb", "need.verb", "move.verb"}) {
      if (look_.word_is(last, type)) return false;
    }
    return true;
  }

  // "a 15% increase in sales" and "its 6% revenue growth"; else what the sentence is about.
  bool find_change_noun(std::size_t index) {
    Draft& draft = drafts_[index];
    const Draft* earlier = before(index);
    if (const TokenRange after = draft.range("measure_after"); !after.empty() && take(draft, after, ""))
      return true;
    if (earlier != nullptr && same_clause(*earlier, draft) && inherit(draft, earlier, "measure/same-clause"))
      return true;
    const Clauses& c = clauses(draft);
    const std::size_t verb = c.verb_before(chunk_of(draft));
    const std::size_t subject = verb == Clauses::kNoChunk ? verb : c.subject_of(verb);
    if (c.is(subject, Part::kPhrase) && !acts(draft, verb, subject) &&
        take(draft, c.chain_ending(subject), "measure/subject-of-verb"))
      return true;
    return tells_growth(draft) || inherit(draft, told_before(index), "measure/sentence-before");
  }

  // "The unit posted 20% growth": where nothing is named that grew.
  bool tells_growth(Draft& draft) {
    const TokenRange after = draft.range("measure_after");
    if (after.empty() || !look_.word_is(after.end - 1, "growth.noun")) return false;
    set(draft, {after.end - 1, after.end}, "measure/growth");
    return true;
  }

  bool is_stop_head(const Analysis& a, TokenRange range) const {
    return look_.ending_at(a, range.end, "time") != nullptr ||
           look_.covering(a, range.begin, "time") != nullptr ||
           (range.end - range.begin == 1 && look_.word_is(range.begin, "grading.word")) ||
           (range.end - range.begin == 1 && look_.word_is(range.begin, "compass.point")) ||
           look_.ending_at(a, range.end, "grain") != nullptr ||
           (range.end - range.begin <= 2 && look_.ending_at(a, range.end, "unit") != nullptr &&
            !look_.word_is(range.begin, "state.change")) ||
           look_.ending_at(a, range.end, "change.adjective") != nullptr ||
           look_.ending_at(a, range.end, "bound.after") != nullptr;
  }

  std::vector<Draft>& drafts_;
  const ClaimInput& input_;
  const ClauseTable& clauses_;
  Looker look_;
  Namer namer_;
  ClaimBefore claim_before_;
  std::map<std::size_t, bool> flat_;  // by sentence: whether it is a table that lost its cells
};

}  // namespace

void find_measures(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
                   const Entities& entities) {
  MeasureFinder(drafts, input, clauses, entities).run();
}

}  // namespace figmine
