#include "claim/assembling/status_cues.h"

#include "claim/clauses/insertions.h"
#include "claim/tense.h"

namespace figmine::assembling {

void StatusCues::set(Draft& draft, const ClauseTable& clauses) {
  if (draft.fact.quantity.kind == "score") return;                      // "approved the plan 220-211"
  if (draft.has("status") && draft.fact.quantity.kind != "duration") {  // not "its 3-year forecast"
    draft.fact.status = draft.text("status");
    return;
  }
  std::uint32_t row = has_cue(draft.sentence) ? status_before(draft, clauses.of(draft.sentence)) : kNone;
  if (row == kNone) row = condition_after(draft, clauses.of(draft.sentence));
  if (row == kNone && (row = heads_.row_of_head(draft, clauses)) != kNone) {
    draft.fact.status = std::string(input_.program.row_attribute(row, "status"));
    draft.fact.rules.emplace_back("status/head");
    return;
  }
  if (row == kNone) {
    if (is_announced(draft, clauses.of(draft.sentence))) {
      draft.fact.status = "forecast";
      draft.fields.emplace("status", draft.fact.status);
      draft.fact.rules.emplace_back("status/title");
    }
    if (is_valued(draft, clauses.of(draft.sentence))) draft.fact.status = "estimate";
    return;
  }
  std::string status(input_.program.row_attribute(row, "status"));
  if (status == "forecast" && opens_example(draft, clauses.of(draft.sentence))) status = "hypothetical";
  const bool ahead = status == "forecast" || status == "target";
  if (ahead &&
      (existing_.is_past_level(draft) || existing_.is_told_behind(draft, clauses.of(draft.sentence))))
    return;
  draft.fact.status = status;
  draft.fields.emplace("status", draft.fact.status);
  draft.fact.rules.emplace_back("status/cue");
}

// "For example, inviting 5 friends will earn $5": what would be, were it so; not "For example, Halden will
// buy $5 of oats", which is to be.
bool StatusCues::opens_example(const Draft& draft, const Clauses& c) const {
  const Analysis& a = figures_.analysis(draft);
  const std::size_t verb = c.verb_before(c.at(draft.mention->range.begin));
  if (look_.beginning_at(a, a.range.begin, "example.opener") == nullptr || verb == Clauses::kNoChunk ||
      !look_.holds_word(c[verb].range, "pos.first.MD"))
    return false;
  const std::size_t subject = c.subject_of(verb);
  return !c.is(subject, Part::kPhrase) || !look_.is_name(c[subject].range);
}

// "a valuation range of $32 to $38"; a market's valuation and "net income fell to $74m on the fair value of
// assets" are told.
bool StatusCues::is_valued(const Draft& draft, const Clauses& clauses) const {
  const Analysis& a = figures_.analysis(draft);
  if (!look_.holds(a, "measure.valuation") || !look_.holds(a, "valuation.range")) return false;
  return !draft.fact.change || governor_of(look_, a, clauses, draft.mention->range).tense != Tense::kPast;
}

// Whether the sentence has a word of expectation anywhere; looked up once for all its figures.
bool StatusCues::has_cue(std::size_t sentence) {
  if (cue_sentence_ != sentence) {
    cue_sentence_ = sentence;
    cue_in_sentence_ = look_.holds(input_.analyses[sentence], "status");
  }
  return cue_in_sentence_;
}

// "Kite Market to Reach $2 Billion", "Vexa to Open 50 Shops", "Vexa Grows Again – Price to Hit $4": what a
// headline, or its part behind a dash, begins with is to do so.
bool StatusCues::is_announced(const Draft& draft, const Clauses& c) const {
  constexpr std::size_t kNear = 3;  // chunks: "to Create Up to 50"
  if (draft.text("role") == "from") return false;
  const std::size_t figure = c.at(draft.mention->range.begin);
  const std::size_t verb = c.verb_before(figure);
  if (verb == Clauses::kNoChunk || verb < 2 || figure - verb > kNear) return false;
  const std::uint32_t word = c[verb].range.begin;
  const bool title = input_.text.sentences[draft.sentence].section == Section::kHeadline ||
                     look_.title_case(figures_.analysis(draft)) || look_.form(word).is(Shape::kCap);
  return title && look_.word_is(word - 1, "pos.first.TO") && look_.word_is(word, "title.verb") &&
         c.is(verb - 1, Part::kPreposition) && opens_title(c, verb - 2);
}

// "Vexa", "Vexa (VXA)": whether nothing but phrases stands between the head's begin, or a dash, and the
// chunk.
bool StatusCues::opens_title(const Clauses& c, std::size_t chunk) const {
  constexpr std::size_t kReach = 24;  // chunks
  if (!c.is(chunk, Part::kPhrase) && !c.is(chunk, Part::kClose)) return false;
  for (std::size_t i = chunk + 1; i-- > 0;) {
    const std::uint32_t first = c[i].range.begin;
    const std::string_view text = look_.token_text(first);
    const bool hyphen = text == "-" && !input_.text.tokens[first].glued;
    if (hyphen || text == "–" || text == "—") return c.is(i + 1, Part::kPhrase);
    if (chunk - i > kReach) return false;
    if (c.is(i, Part::kVerb) || c.is(i, Part::kStop) || c.is(i, Part::kColon) || c.is(i, Part::kComma))
      return false;
  }
  return c.is(0, Part::kPhrase);
}

// The lexicon's row of the cue; kNone when there is none.
std::uint32_t StatusCues::status_before(const Draft& draft, const Clauses& c) const {
  const Analysis& a = figures_.analysis(draft);
  if (scope_.answers(draft, c)) return kNone;
  int verbs = 0;
  bool labelled = false;  // "Guidance: Acme ended the year with $5m"
  bool copula = false;    // the only verb: "guidance is unchanged at"
  for (std::size_t i = c.at(draft.mention->range.begin); i-- > 0;) {
    const Chunk& chunk = c[i];
    const std::string_view text = look_.token_text(chunk.range.begin);
    if (chunk.part == Part::kTime) continue;
    if (chunk.part == Part::kStop || text == "—" || text == "–") return kNone;
    if (look_.beginning_at(a, chunk.range.begin, "clause_break") != nullptr) return kNone;
    if (chunk.part == Part::kFigure) continue;  // "scored 31 goals in 33 games"
    for (std::uint32_t token = chunk.range.end; token-- > chunk.range.begin;) {
      const Annotation* cue = look_.ending_at(a, token + 1, "status");
      if (cue == nullptr || !words_.tells(draft, c, i, *cue)) continue;
      // "guidance was raised to", but not of "the objective response"
      const bool set = copula || (verbs == 1 && !labelled && look_.word_is(token, "revised.noun"));
      const CuePlace place{.chunk = i, .verbs = verbs, .head = set && token + 1 == chunk.range.end};
      if (!scope_.reaches(draft, c, place, *cue)) continue;
      if (scope_.ends_before(draft, c, i, *cue) || existing_.exists_already(draft, c, i)) return kNone;
      if (const Annotation* noun = words_.noun_of(a, *cue); noun != nullptr) return noun->row;
      if (is_promise_told(c, i, *cue)) return words_.forecast_row();
      const Annotation* condition = condition_before(a, c, i, *cue);
      return condition == nullptr ? cue->row : condition->row;
    }
    copula = chunk.part == Part::kVerb ? verbs == 0 && look_.word_is(chunk.range.end - 1, "copula") : copula;
    if (chunk.part == Part::kVerb) ++verbs;
    labelled = labelled || chunk.part == Part::kColon;
  }
  return kNone;
}

// "The council said that it would pay $5m", "promised investors it would pay $5m", "said in May it would":
// the future of what was said, no condition.
bool StatusCues::is_promise_told(const Clauses& c, std::size_t chunk, const Annotation& cue) const {
  if (look_.token_text(cue.range.begin) != "would" || chunk < 2) return false;
  std::size_t before = chunk - 1;
  if (c.is(before, Part::kComma)) {  // "said the miner, which had $3m in cash, would produce"
    const std::size_t told = clauses::Insertions(c).before(before);
    if (told == Clauses::kNoChunk || told == 0) return false;
    before = told - 1;
  }
  if (!c.is(before, Part::kPronoun) && !c.is(before, Part::kPhrase)) return false;
  --before;
  if (before > 0 && (c.is(before, Part::kRelative) || c.is(before, Part::kSubordinator))) --before;
  if (c.is(before + 1, Part::kRelative) && c.is(before, Part::kPhrase) &&
      look_.word_is(c[before].range.end - 1, "promise.noun"))
    return true;  // "repeated a forecast that supply would grow 4%"
  if (before > 1 && c.is(before, Part::kTime) && c.is(before - 1, Part::kPreposition)) before -= 2;
  if (before > 0 && c.is(before, Part::kPhrase) && c.is(before - 1, Part::kVerb)) --before;
  if (!c.is(before, Part::kVerb) || !look_.word_is(c[before].range.end - 1, "promising.verb")) return false;
  const std::size_t opener = c.before(c.before(before));  // "If it said it would pay"
  return !c.is(opener, Part::kSubordinator) || !look_.word_is(c[opener].range.begin, "condition.opener");
}

// "If your team sells 40 tickets, you will receive a $50 bonus": the condition, before the comma, of what the
// cue expects; nullptr where none is put. "If the trend goes on" and "even if it rained" put none.
const Annotation* StatusCues::condition_before(const Analysis& a, const Clauses& c, std::size_t chunk,
                                               const Annotation& cue) const {
  constexpr std::size_t kReach = 60;  // chunks
  if (!look_.word_is(cue.range.begin, "future.auxiliary")) return nullptr;
  bool comma = false;
  for (std::size_t i = chunk; i-- > 0 && chunk - i < kReach && !c.is(i, Part::kStop);) {
    comma = comma || c.is(i, Part::kComma);
    if (comma && c.is(i, Part::kVerb) && look_.word_is(c[i].range.end - 1, "condition.going_on"))
      return nullptr;
    const Annotation* opener = look_.beginning_at(a, c[i].range.begin, "status");
    if (!comma || opener == nullptr || !look_.word_is(opener->range.begin, "condition.opener")) continue;
    const bool open = i == 0 || (!c.is(i - 1, Part::kVerb) && !c.is(i - 1, Part::kAdverb));
    return open ? opener : nullptr;  // not "asked if", "even if"
  }
  return nullptr;
}

// The comma that closes an aside with a participle, for the one that opens it.
std::size_t StatusCues::end_of_aside(const Clauses& c, std::size_t comma) const {
  constexpr std::size_t kReach = 12;  // chunks
  if (!c.is(comma + 1, Part::kVerb) || !look_.form(c[comma + 1].range.begin).folded.ends_with("ing"))
    return Clauses::kNoChunk;
  std::size_t end = comma + 2;
  while (end < c.chunks().size() && end - comma < kReach && !c.is(end, Part::kComma) &&
         !c.is(end, Part::kVerb) && !c.is(end, Part::kStop))
    ++end;
  return end < c.chunks().size() && c.is(end, Part::kComma) && c.is(end + 1, Part::kVerb) ? end
                                                                                          : Clauses::kNoChunk;
}

// "Some 400 guests from 12 towns will attend": those who are counted begin the sentence, whatever stands
// between them and the verb tells of them.
bool StatusCues::opens_sentence(const Draft& draft, const Clauses& c) {
  constexpr std::size_t kOpening = 2;  // chunks: "A record"
  const std::size_t figure = c.at(draft.mention->range.begin);
  const bool counted = draft.fact.quantity.kind == "count" && !draft.mention->noun.empty();
  if ((!counted && !tells_share(draft.fact.quantity)) || figure > kOpening) return false;
  for (std::size_t i = 0; i < figure; ++i) {
    if (!c.is(i, Part::kOther) && !c.is(i, Part::kAdverb) && !c.is(i, Part::kPhrase)) return false;
  }
  return true;
}

// "A 3% stake at a price of $40 could bring $12 million", "two roundabouts will replace them": the verb
// whose subject the figure stands in.
std::uint32_t StatusCues::condition_after(const Draft& draft, const Clauses& c) const {
  if (!c.verb_follows(c.at(draft.mention->range.begin)) || existing_.is_size_of_known(draft, c)) return kNone;
  if (look_.word_is(draft.mention->range.end, "size.adjective")) return kNone;  // "a film 30 nm thick can"
  const Analysis& a = figures_.analysis(draft);
  const bool head = opens_sentence(draft, c);
  bool near = true;  // nothing but the figure's own noun stands before the verb
  for (std::size_t i = c.at(draft.mention->range.begin) + 1; i < c.chunks().size(); ++i) {
    switch (c[i].part) {
      case Part::kVerb: {
        const Annotation* cue = words_.first_in(a, c[i].range);
        if (cue == nullptr || words_.is_cause(c, *cue) || scope_.is_answer(draft, c, i, *cue)) return kNone;
        const std::string_view status = input_.program.row_attribute(cue->row, "status");
        const bool condition = status == "hypothetical";
        // "met 18 funds aiming at Peru": what those do, not how many were met
        const bool participle = look_.form(cue->range.begin).folded.ends_with("ing");
        if (participle && !condition && cue->range == c[i].range) return kNone;
        if (cue->range.begin == c[i].range.begin && look_.word_is(cue->range.begin, "purpose.participle"))
          return kNone;  // "two parks aimed at families", "a six-wing ward designed to"
        if (scope_.lacks_movement(draft, *cue)) return kNone;
        if (!condition && existing_.is_pointed_at(draft)) return kNone;
        return condition || near ? cue->row : kNone;
      }
      case Part::kPhrase:
      case Part::kAdverb:
        break;
      case Part::kPreposition:
        near = near && (head || look_.small_word_is(c[i].range.begin, "preposition.part") ||
                        look_.small_word_is(c[i].range.begin, "preposition.rate"));
        break;
      case Part::kConjunction:  // "$7m, or $0.09 a share, will be paid"
        if (!c.is(i + 1, Part::kFigure)) return kNone;
        ++i;
        break;
      case Part::kFigure:
        near = near && head;
        break;
      case Part::kOther:  // "60% of the 300 jobs will"
        near = near && head && look_.word_is(c[i].range.begin, "article");
        break;
      case Part::kColon:
        near = false;
        break;
      case Part::kComma:  // "40 shares, representing 5% of them, will be paid"
        i = end_of_aside(c, i);
        if (i == Clauses::kNoChunk) return kNone;
        break;
      default:
        return kNone;
    }
  }
  return kNone;
}

}  // namespace figmine::assembling
