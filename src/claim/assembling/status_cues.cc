#include "claim/assembling/status_cues.h"

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
  if (row == kNone) {
    if (is_valued(draft, clauses.of(draft.sentence))) draft.fact.status = "estimate";
    return;
  }
  const std::string status(input_.program.row_attribute(row, "status"));
  const bool ahead = status == "forecast" || status == "target";
  if (ahead && (is_past_level(draft) || is_told_behind(draft, clauses.of(draft.sentence)))) return;
  draft.fact.status = status;
  draft.fields.emplace("status", draft.fact.status);
  draft.fact.rules.emplace_back("status/cue");
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

// Whether a cue in a chunk that is no verb tells something. Nouns in -s seldom stand before their noun: in
// "Acme projects sales" it is a verb after all.
bool StatusCues::tells_as_noun(const Analysis& a, const Annotation& cue, const Chunk& chunk) const {
  const std::string_view as = input_.program.row_attribute(cue.row, "as");
  const bool before_noun = cue.range.end < chunk.range.end;
  return as.empty() || (before_noun && look_.form(cue.range.end - 1).folded.ends_with('s')) ||
         (as == "verb or purpose" && look_.beginning_at(a, cue.range.end, "purpose") != nullptr);
}

// "plans to spend $30m, up from $22m": what was, unless an earlier forecast is told.
bool StatusCues::is_past_level(const Draft& draft) const {
  if (draft.text("role") != "from" || draft.fact.quantity.op == "..") return false;
  const Analysis& a = figures_.analysis(draft);
  for (std::uint32_t token = a.range.begin; token < draft.mention->range.begin; ++token) {
    for (const std::string_view type : {"superseded", "revised.noun", "renewed"}) {
      if (look_.word_is(token, type)) return false;
    }
  }
  return true;
}

// "higher than the £0.40 Acme booked a year ago": the figure is what was told.
bool StatusCues::is_told_behind(const Draft& draft, const Clauses& c) const {
  const std::size_t figure = c.at(draft.mention->range.begin);
  std::size_t next = c.after(figure);
  if (!c.is(next, Part::kPhrase) && !c.is(next, Part::kPronoun)) return false;
  next = c.after(next);
  if (!c.is(next, Part::kVerb)) return false;
  const TokenRange verb = c[next].range;
  return verb.end - verb.begin == 1 && look_.word_is(verb.begin, "told.verb");
}

// The lexicon's row of the cue; kNone when there is none.
std::uint32_t StatusCues::status_before(const Draft& draft, const Clauses& c) const {
  const Analysis& a = figures_.analysis(draft);
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
      if (cue == nullptr || is_scored(a, *cue)) continue;
      // "guidance was raised to", but not of "the objective response"
      const bool set = copula || (verbs == 1 && !labelled && look_.word_is(token, "revised.noun"));
      const bool head = set && token + 1 == chunk.range.end;
      if (verbs > 0 && !head && !leads_infinitive(*cue, c, verbs) && has_scope(*cue, "phrase")) continue;
      if (has_scope(*cue, "noun") && !stands_in_phrase(draft, c, i)) continue;
      if (has_scope(*cue, "movement") && !draft.fact.change && !is_most(draft)) continue;
      if (has_scope(*cue, "most") && !is_most(draft)) continue;
      // "freight-forecasting startup": a gerund tells only as a verb
      if (chunk.part != Part::kVerb && look_.form(token).folded.ends_with("ing")) continue;
      if (chunk.part != Part::kVerb && !tells_as_noun(a, *cue, chunk)) continue;
      if (is_left_behind(draft, c, i, *cue)) return kNone;
      const Annotation* noun = look_.ending_at(a, cue->range.begin, "status");  // "the plan is to hire"
      return noun == nullptr ? cue->row : noun->row;
    }
    copula = chunk.part == Part::kVerb ? verbs == 0 && look_.word_is(chunk.range.end - 1, "copula") : copula;
    if (chunk.part == Part::kVerb) ++verbs;
    labelled = labelled || chunk.part == Part::kColon;
  }
  return kNone;
}

bool StatusCues::has_scope(const Annotation& cue, std::string_view scope) const {
  return input_.program.row_attribute(cue.row, "scope") == scope;
}

// "its goal to plant 9 million": the only verb between is what the noun is about.
bool StatusCues::leads_infinitive(const Annotation& cue, const Clauses& c, int verbs) const {
  if (verbs != 1 || !look_.word_is(cue.range.end, "pos.first.TO")) return false;
  return c.is(c.at(cue.range.end + 1), Part::kVerb);
}

// "potential savings of $5m": nothing but phrases that prepositions join stands between the chunk and the
// figure; "potential tremors. The tower is", "on top of potential gains, doubling" part them.
bool StatusCues::stands_in_phrase(const Draft& draft, const Clauses& c, std::size_t chunk) const {
  const std::size_t figure = c.at(draft.mention->range.begin);
  bool listed = false;  // figures stand before
  for (std::size_t i = chunk + 1; i < figure; ++i) {
    if (c.is(i, Part::kComma) || c.is(i, Part::kConjunction)) {  // "of up to $30m, $3m in cash and $60m"
      if (!listed) return false;
      continue;
    }
    listed = listed || c.is(i, Part::kFigure);
    const bool joins = c.is(i, Part::kPhrase) || c.is(i, Part::kPreposition) || c.is(i, Part::kAdverb) ||
                       c.is(i, Part::kOther) || c.is(i, Part::kTime) || c.is(i, Part::kFigure);
    if (!joins) return false;
  }
  return true;
}

// "up to $400", "as much as 15%"
bool StatusCues::is_most(const Draft& draft) {
  return draft.fact.quantity.op == "<=" || draft.fact.quantity.op == "<";
}

// "could cut emissions, as it uses 70% less", "a small company that may grow, whose stock has rallied
// 350%": the figure is of a later clause that tells what is. The reason may be told of what is only
// expected.
bool StatusCues::is_of_told_clause(const Draft& draft, const Clauses& c, std::size_t chunk,
                                   bool condition) const {
  const Governor governor = governor_of(look_, figures_.analysis(draft), c, draft.mention->range);
  const bool over = governor.tense == Tense::kPast || governor.tense == Tense::kPerfect;
  if (!over && (!condition || governor.tense != Tense::kPresent)) return false;
  const std::size_t figure = c.at(draft.mention->range.begin);
  for (std::size_t i = chunk + 1; i < figure; ++i) {
    const bool opens = c.is(i, Part::kRelative) || c.is(i, Part::kSubordinator);
    if (opens && c[i].range.begin < governor.verb.begin && look_.word_is(c[i].range.begin, "telling.opener"))
      return true;
  }
  return false;
}

// "his 42nd goal of the season": what is numbered is no aim.
bool StatusCues::is_scored(const Analysis& a, const Annotation& cue) const {
  return look_.word_is(cue.range.begin, "contest.noun") &&
         (look_.ending_at(a, cue.range.begin, "ord") != nullptr ||
          look_.ending_at(a, cue.range.begin, "num") != nullptr);
}

// Whether the figure's own verb stands behind the cue and tells what is: "With a projected life of 40
// years, costs stand at $1.5bn", "positions anticipating a rise totaled $250m". A condition holds all the
// same.
bool StatusCues::is_left_behind(const Draft& draft, const Clauses& c, std::size_t chunk,
                                const Annotation& cue) const {
  const bool condition = input_.program.row_attribute(cue.row, "status") == "hypothetical";
  if (!has_scope(cue, "sentence") && is_of_told_clause(draft, c, chunk, condition)) return true;
  const Governor governor = governor_of(look_, figures_.analysis(draft), c, draft.mention->range);
  const bool told = governor.tense == Tense::kPast || governor.tense == Tense::kPresent ||
                    governor.tense == Tense::kPerfect;
  const std::size_t verb = told ? c.at(governor.verb.begin) : Clauses::kNoChunk;
  if (verb == Clauses::kNoChunk || verb <= chunk || governor.verb.begin > draft.mention->range.begin ||
      has_scope(cue, "sentence"))
    return false;
  const bool participle = c.is(chunk, Part::kVerb) && cue.range.begin == c[chunk].range.begin &&
                          look_.form(cue.range.begin).folded.ends_with("ing");
  if (participle && governor.tense == Tense::kPast) return true;
  const std::size_t subject = c.subject_of(verb);
  if (subject == Clauses::kNoChunk || subject <= chunk) return false;
  const TokenRange phrase = c[subject].range;  // "37% intend to, and among parents the share is 49%"
  if (phrase.end - phrase.begin <= 2 && look_.word_is(phrase.end - 1, "resumed.noun")) return false;
  for (std::size_t i = verb + 1; i + 1 < c.at(draft.mention->range.begin); ++i) {
    if (c.is(i, Part::kComma) && c.is(i + 1, Part::kConjunction)) return false;  // a clause without a verb
  }
  return comma_in(c, chunk + 1, subject);
}

bool StatusCues::comma_in(const Clauses& c, std::size_t from, std::size_t to) {
  while (from < to && !c.is(from, Part::kComma)) ++from;
  return from < to;
}

// "is planned": the first cue of a verb group.
const Annotation* StatusCues::cue_in(const Analysis& a, TokenRange verb) const {
  for (std::uint32_t token = verb.begin; token < verb.end; ++token) {
    if (const Annotation* cue = look_.beginning_at(a, token, "status"); cue != nullptr) return cue;
  }
  return nullptr;
}

// "A 3% stake at a price of $40 could bring $12 million", "two roundabouts will replace them": the verb
// whose subject the figure stands in.
std::uint32_t StatusCues::condition_after(const Draft& draft, const Clauses& c) const {
  if (!c.verb_follows(c.at(draft.mention->range.begin))) return kNone;
  if (look_.word_is(draft.mention->range.end, "size.adjective")) return kNone;  // "a film 30 nm thick can"
  const Analysis& a = figures_.analysis(draft);
  bool near = true;  // nothing but the figure's own noun stands before the verb
  for (std::size_t i = c.at(draft.mention->range.begin) + 1; i < c.chunks().size(); ++i) {
    switch (c[i].part) {
      case Part::kVerb: {
        const Annotation* cue = cue_in(a, c[i].range);
        if (cue == nullptr) return kNone;
        const std::string_view status = input_.program.row_attribute(cue->row, "status");
        const bool condition = status == "hypothetical";
        // "met 18 funds aiming at Peru": what those do, not how many were met
        const bool participle = look_.form(cue->range.begin).folded.ends_with("ing");
        if (participle && !condition && cue->range == c[i].range) return kNone;
        return condition || near ? cue->row : kNone;
      }
      case Part::kPhrase:
      case Part::kAdverb:
        break;
      case Part::kPreposition:
        near = near && look_.small_word_is(c[i].range.begin, "preposition.part");
        break;
      case Part::kFigure:
      case Part::kColon:
      case Part::kOther:
        near = false;
        break;
      default:
        return kNone;
    }
  }
  return kNone;
}

}  // namespace figmine::assembling
