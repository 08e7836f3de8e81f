#include "claim/assembling/cue_scope.h"

#include <algorithm>

#include "claim/clauses/insertions.h"

namespace figmine::assembling {

bool CueScope::reaches(const Draft& draft, const Clauses& c, const CuePlace& place,
                       const Annotation& cue) const {
  if (is_of_other_figure(draft, c, place.chunk, cue) || is_offer(draft, cue)) return false;
  if (place.verbs > 0 && !place.head && !leads_infinitive(cue, c, place.verbs) &&
      (words_.has_scope(cue, "phrase") || words_.has_scope(cue, "price")))
    return false;
  if (words_.has_scope(cue, "price") && !is_price(draft)) return false;
  if (is_length(draft) && words_.has_scope(cue, "phrase")) return false;
  if (is_past_change(draft, cue)) return false;
  if (words_.has_scope(cue, "noun") && !stands_in_phrase(draft, c, place.chunk)) return false;
  if (lacks_movement(draft, cue) && !is_sum(draft, place, cue)) return false;
  if (words_.has_scope(cue, "most") && !is_most(draft)) return false;
  return !is_attribute(draft, c, place.chunk, cue, place.verbs);
}

bool CueScope::ends_before(const Draft& draft, const Clauses& c, std::size_t chunk,
                           const Annotation& cue) const {
  if (is_left_behind(draft, c, chunk, cue) || is_beaten(draft, c, chunk, cue) ||
      is_of_other_answer(draft, c, chunk) || is_told_behind(draft, c))
    return true;
  return !words_.has_scope(cue, "sentence") &&
         (is_in_closed_clause(draft, c, chunk) || is_in_past_clause(draft, c, chunk));
}

// "53% would back a ban, a seven-point jump since May": what has moved up to now.
bool CueScope::is_past_change(const Draft& draft, const Annotation& cue) const {
  return draft.fact.change && draft.fact.change->basis == "since" &&
         input_.program.row_attribute(cue.row, "status") == "hypothetical";
}

// "can choose from 4 designs", unlike "can cut costs by 5%", "can hold up to 4 people"
bool CueScope::lacks_movement(const Draft& draft, const Annotation& cue) const {
  const bool scoped = words_.has_scope(cue, "movement") || words_.has_scope(cue, "sum");
  return scoped && !draft.fact.change && !is_most(draft);
}

// "can end 2027 at $5": what is reached or earned.
bool CueScope::is_sum(const Draft& draft, const CuePlace& place, const Annotation& cue) const {
  return words_.has_scope(cue, "sum") && place.verbs == 0 && is_price(draft);
}

// "An estimated 300 people came, and 5% of them stayed": what describes another figure.
bool CueScope::is_of_other_figure(const Draft& draft, const Clauses& c, std::size_t chunk,
                                  const Annotation& cue) const {
  const std::size_t next = c.at(cue.range.end);
  const std::size_t own = c.at(draft.mention->range.begin);
  if (c.is(chunk, Part::kVerb) || !c.is(next, Part::kFigure) || next == own) return false;
  if (opens_clause(look_, c, own)) return true;  // "an estimated 300 people came, and 15 have stayed"
  return look_.form(cue.range.end - 1).folded.ends_with("ed") && !stands_in_phrase(draft, c, chunk);
}

// "95% reached their intended goal, with 72% employed": an aim and what describes a noun reach no further
// than what is told of that noun.
bool CueScope::is_attribute(const Draft& draft, const Clauses& c, std::size_t chunk, const Annotation& cue,
                            int verbs) const {
  const bool describes = words_.has_scope(cue, "clause") && cue.range.end < c[chunk].range.end &&
                         (look_.word_is(cue.range.end - 1, "pos.VN") ||
                          look_.form(cue.range.end).is(Shape::kCap) ||  // "Targeted Lending", a name
                          look_.covering(figures_.analysis(draft), cue.range.end - 1, "vbn") != nullptr);
  const bool aim =
      words_.has_scope(cue, "phrase") && input_.program.row_attribute(cue.row, "status") == "target";
  if (!c.is(chunk, Part::kPhrase) || (!describes && !aim) || stands_in_phrase(draft, c, chunk)) return false;
  return verbs > 1 || comma_in(c, chunk + 1, c.at(draft.mention->range.begin));
}

// "expects to open 50 shops, fewer than the 71 it added last year": a clause of its own tells what was.
bool CueScope::is_told_behind(const Draft& draft, const Clauses& c) const {
  const std::size_t own = c.at(draft.mention->range.begin);
  if (!c.is(own + 1, Part::kPronoun) || !c.is(own + 2, Part::kVerb) || c[own + 2].says) return false;
  const Tense tense = tense_of(look_, figures_.analysis(draft), c, c[own + 2].range);
  return tense == Tense::kPast || tense == Tense::kPerfect;
}

// "will not repeat the rally of 2021 when it reached $5", "cut its guidance and disclosed that two customers
// had left", "plans to cut costs and had spent $5m": what the clause tells is over.
bool CueScope::is_in_past_clause(const Draft& draft, const Clauses& c, std::size_t chunk) const {
  const Governor governor = governor_of(look_, figures_.analysis(draft), c, draft.mention->range);
  if (governor.tense != Tense::kPast) return false;
  const std::size_t verb = c.at(governor.verb.begin);
  const std::size_t end = std::min(verb + 1, c.at(draft.mention->range.begin));
  for (std::size_t i = chunk + 1; i < end; ++i) {
    if (c.is(i, Part::kSubordinator) && look_.small_word_is(c[i].range.begin, "past.opener")) return true;
    const bool joined = c.is(i, Part::kVerb) && c.is(c.before(i), Part::kConjunction);
    if (joined && (c[i].says || look_.word_is(c[i].range.begin, "verb.past"))) return true;
  }
  return false;
}

// "Halden, which expects to grow, employs 300 people", "While prices may rise, drops of 8% are normal": the
// cue stands in a clause that a comma closes before the figure, whose own verb tells what is.
bool CueScope::is_in_closed_clause(const Draft& draft, const Clauses& c, std::size_t chunk) const {
  const Governor governor = governor_of(look_, figures_.analysis(draft), c, draft.mention->range);
  if (governor.tense == Tense::kUntold || governor.tense == Tense::kOpen) return false;
  const std::size_t verb = c.at(governor.verb.begin);
  if (verb == Clauses::kNoChunk || verb <= chunk) return false;
  const std::size_t end = std::min(verb, c.at(draft.mention->range.begin));
  std::size_t comma = chunk + 1;
  while (comma < end && !c.is(comma, Part::kComma)) ++comma;
  if (comma >= end) return false;
  if (c.is(0, Part::kSubordinator) && look_.word_is(c[0].range.begin, "telling.opener")) return true;
  const std::size_t before = clauses::Insertions(c).before(comma);
  return before != Clauses::kNoChunk && before < chunk;
}

// "beat estimates by 9%", "topping the upper end of guidance by 2 cents", "beating its goal of $6m by 8%":
// by how much is told; "surpassed its forecast, selling 300 desks": what was done.
bool CueScope::is_beaten(const Draft& draft, const Clauses& c, std::size_t chunk,
                         const Annotation& cue) const {
  const std::uint32_t figure = draft.mention->range.begin;
  const std::size_t own = c.at(figure);
  if (c.is(chunk, Part::kVerb) || chunk == 0 || own == 0) return false;
  const std::size_t led = c.before(own);
  const bool by = c.is(led, Part::kPreposition) && look_.word_is(c[led].range.begin, "preposition.doer");
  const bool told = by || look_.word_is(cue.range.end, "preposition.doer") ||
                    look_.word_is(cue.range.end, "preposition.bearing") || comma_in(c, chunk + 1, own);
  if (!told) return false;
  std::size_t before = c.before(c.at(cue.range.begin));
  // "beat the $2.04 estimate by $0.06"
  while (c.is(before, Part::kFigure) || c.is(before, Part::kOther)) before = c.before(before);
  if (c.is(before, Part::kPreposition)) before = c.before(c.before(before));
  return c.is(before, Part::kVerb) && look_.word_is(c[before].range.end - 1, "beat.verb");
}

// "Golfers may register for $40": what is open to them, unlike "shares may drop 4%".
bool CueScope::is_offer(const Draft& draft, const Annotation& cue) const {
  return !draft.fact.change && !is_most(draft) && look_.word_is(cue.range.begin, "permission.auxiliary") &&
         look_.word_is(cue.range.end, "sign_up.verb");
}

// "63% of firms plan to lease one", "28% would share it": what people answered is told.
bool CueScope::is_answer(const Draft& draft, const Clauses& c, std::size_t verb,
                         const Annotation& cue) const {
  const bool moves =
      draft.fact.change && draft.fact.change->role == "by";  // not "4% plan cuts, down from 7%"
  if (!tells_share(draft.fact.quantity) || moves) return false;
  if (!look_.holds_word(cue.range, "opinion.cue")) return false;
  const std::size_t figure = c.at(draft.mention->range.begin);
  if (verb == figure + 1) return true;
  // "One in five employers expects"
  if (verb == figure + 2 && c.is(figure + 1, Part::kPhrase) &&
      look_.word_is(c[figure + 1].range.end - 1, "people"))
    return true;
  const bool of = c.is(figure + 1, Part::kPreposition) &&
                  look_.word_is(c[figure + 1].range.begin, "preposition.part") &&
                  c.is(figure + 2, Part::kPhrase);
  return of && (look_.word_is(c[figure + 2].range.end - 1, "people") ||
                !look_.word_is(cue.range.end - 1, "opinion.would"));
}

// Not "70% of the intervals stated."
bool CueScope::answers(const Draft& draft, const Clauses& c) const {
  if (!tells_share(draft.fact.quantity)) return false;
  const auto behind_bracket = [&](std::size_t at) {
    if (!c.is(at, Part::kOpen)) return at;
    while (at < c.chunks().size() && !c.is(at, Part::kClose)) ++at;
    return c.after(at);
  };
  std::size_t at = c.after(c.at(draft.mention->range.begin));
  if (c.is(at, Part::kClose)) at = c.after(at);  // "almost 1 in 4 Danes (23%) agreed"
  at = behind_bracket(at);
  const bool of = c.is(at, Part::kPreposition) && look_.word_is(c[at].range.begin, "preposition.part") &&
                  c.is(at + 1, Part::kPhrase);
  if (of) ++at;
  const bool group = c.is(at, Part::kPhrase);
  if (group) at = behind_bracket(c.after_attachments(at));
  const std::size_t next = c.after(at);
  const bool told = !group || (next != Clauses::kNoChunk && !c.is(next, Part::kStop));
  if (!told || !c.is(at, Part::kVerb) || look_.holds_word(c[at].range, "pos.first.MD")) return false;
  const bool participle = c.is(next, Part::kVerb) && !c[next].gerund;  // "the drivers cited will leave"
  return !participle && is_answering(c[at].range.end - 1);
}

bool CueScope::is_answering(std::uint32_t verb) const {
  return look_.word_is(verb, "reporting.verb") || look_.word_is(verb, "answering.verb");
}

// "43% say a cap would help them, followed by walkers (38%)": the cue tells what the share before answered.
bool CueScope::is_of_other_answer(const Draft& draft, const Clauses& c, std::size_t chunk) const {
  if (!tells_share(draft.fact.quantity) || draft.fact.change) return false;
  constexpr std::size_t kReach = 12;  // figures
  const std::size_t verb = answering_verb(c, chunk);
  if (verb == Clauses::kNoChunk || !comma_in(c, chunk + 1, c.at(draft.mention->range.begin))) return false;
  const std::size_t index = figures_.index_of(draft);
  for (std::size_t i = index; i-- > 0 && index - i <= kReach && figures_[i].sentence == draft.sentence;) {
    if (figures_[i].mention->range.end <= c[verb].range.begin && tells_share(figures_[i].fact.quantity))
      return true;
  }
  return false;
}

// "say that the new cap would help": the verb of answering whose clause the chunk is the verb of.
std::size_t CueScope::answering_verb(const Clauses& c, std::size_t chunk) const {
  constexpr std::size_t kReach = 6;  // chunks
  for (std::size_t i = chunk; i-- > 0 && chunk - i <= kReach;) {
    if (c.is(i, Part::kVerb)) return is_answering(c[i].range.end - 1) ? i : Clauses::kNoChunk;
    const bool subject = c.is(i, Part::kPhrase) || c.is(i, Part::kPronoun) || c.is(i, Part::kRelative) ||
                         c.is(i, Part::kPreposition) || c.is(i, Part::kAdverb);
    if (!subject) break;
  }
  return Clauses::kNoChunk;
}

// "its goal to plant 9 million", "a letter of intent (LOI), dated May 4, to buy $5m": the only verb between
// is what the noun is about.
bool CueScope::leads_infinitive(const Annotation& cue, const Clauses& c, int verbs) const {
  constexpr std::size_t kReach = 8;  // chunks
  if (verbs != 1) return false;
  const auto is_aside = [&](std::size_t i) {
    return c.is(i, Part::kOpen) || c.is(i, Part::kClose) || c.is(i, Part::kTime) || c.is(i, Part::kComma) ||
           c.is(i, Part::kOther) || (c.is(i, Part::kPreposition) && c.is(i + 1, Part::kTime)) ||
           (c.is(i, Part::kPhrase) && c.is(i + 1, Part::kClose));
  };
  std::size_t next = c.at(cue.range.end);
  for (std::size_t steps = 0; steps < kReach && is_aside(next); ++steps) ++next;
  if (next >= c.chunks().size() || !look_.word_is(c[next].range.begin, "pos.first.TO")) return false;
  return c.is(next + 1, Part::kVerb);
}

// "potential savings of $5m": nothing but phrases that prepositions join stands between the chunk and the
// figure; "potential tremors. The tower is", "on top of potential gains, doubling" part them.
bool CueScope::stands_in_phrase(const Draft& draft, const Clauses& c, std::size_t chunk) const {
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
    const bool beside = c.is(i, Part::kPreposition) &&  // "shows potential amid sales of $5m"
                        look_.word_is(c[i].range.begin, "preposition.circumstance");
    if (!joins || beside) return false;
  }
  return true;
}

// "up to $400", "as much as 15%", unlike "fewer than half"
bool CueScope::is_most(const Draft& draft) { return draft.fact.quantity.op == "<="; }

// "has been above its target for seven weeks"
bool CueScope::is_length(const Draft& draft) const {
  const std::uint32_t figure = draft.mention->range.begin;
  return draft.fact.quantity.kind == "duration" && figure > figures_.analysis(draft).range.begin &&
         look_.word_is(figure - 1, "preposition.length");
}

// "$5m", "60%": what a buyer agrees on; what is bought has its size already.
bool CueScope::is_price(const Draft& draft) {
  return draft.fact.quantity.kind == "money" || tells_share(draft.fact.quantity);
}

// "could cut emissions, as it uses 70% less", "a small company that may grow, whose stock has rallied
// 350%": the figure is of a later clause that tells what is. The reason may be told of what is only
// expected.
bool CueScope::is_of_told_clause(const Draft& draft, const Clauses& c, std::size_t chunk,
                                 bool condition) const {
  const Governor governor = governor_of(look_, figures_.analysis(draft), c, draft.mention->range);
  const bool over = governor.tense == Tense::kPast || governor.tense == Tense::kPerfect;
  const bool present = governor.tense == Tense::kPresent;
  if (!over && !present) return false;
  const std::size_t figure = c.at(draft.mention->range.begin);
  for (std::size_t i = chunk + 1; i < figure; ++i) {
    const bool reason = c.is(i, Part::kPreposition) && look_.word_is(c[i].range.begin, "pos.SUB");
    const bool apart = c.is(i - 1, Part::kComma) && (reason || c.is(i, Part::kSubordinator));  // ", as coil"
    const bool opens = c.is(i, Part::kRelative) || c.is(i, Part::kSubordinator) || (reason && apart);
    if (!over && !condition && !apart) continue;
    if (opens && c[i].range.begin < governor.verb.begin && look_.word_is(c[i].range.begin, "telling.opener"))
      return true;
  }
  return false;
}

// Whether the figure's own verb stands behind the cue and tells what is: "With a projected life of 40
// years, costs stand at $1.5bn", "positions anticipating a rise totaled $250m". A condition holds all the
// same.
bool CueScope::is_left_behind(const Draft& draft, const Clauses& c, std::size_t chunk,
                              const Annotation& cue) const {
  const bool condition = input_.program.row_attribute(cue.row, "status") == "hypothetical";
  if (!words_.has_scope(cue, "sentence") && is_of_told_clause(draft, c, chunk, condition)) return true;
  const Governor governor = governor_of(look_, figures_.analysis(draft), c, draft.mention->range);
  if (!words_.has_scope(cue, "sentence") && begins_clause(draft, c, chunk, governor)) return true;
  if (!condition && !words_.has_scope(cue, "sentence") && is_of_other_verb(c, chunk, draft, governor))
    return true;
  const bool told = governor.tense == Tense::kPast || governor.tense == Tense::kPresent ||
                    governor.tense == Tense::kPerfect;
  const std::size_t verb = told ? c.at(governor.verb.begin) : Clauses::kNoChunk;
  if (is_fronted(draft, c, chunk, governor)) return true;
  if (verb == Clauses::kNoChunk || verb <= chunk || governor.verb.begin > draft.mention->range.begin ||
      words_.has_scope(cue, "sentence"))
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

// "Despite the anticipated decline, a profit of $5m was made": the cue describes a noun of the opening
// phrase.
bool CueScope::is_fronted(const Draft& draft, const Clauses& c, std::size_t chunk,
                          const Governor& governor) const {
  const std::size_t figure = c.at(draft.mention->range.begin);
  const bool beside = c.is(0, Part::kPreposition) &&  // "Amid strong forecasts, $5m of sales cements it"
                      look_.word_is(c[0].range.begin, "preposition.circumstance");
  const bool told = governor.tense == Tense::kPast || governor.tense == Tense::kPerfect ||
                    (beside && governor.tense == Tense::kPresent);
  if (!told || governor.verb.begin < draft.mention->range.end || c.is(chunk, Part::kVerb)) return false;
  return c.is(0, Part::kPreposition) && comma_in(c, chunk + 1, figure);
}

// "63% plan to lease one, and 28% have done so": the subject of the next clause, whose verb stands behind it.
bool CueScope::begins_clause(const Draft& draft, const Clauses& c, std::size_t chunk,
                             const Governor& governor) const {
  const std::size_t figure = c.at(draft.mention->range.begin);
  if (!c.is(chunk, Part::kVerb) || governor.tense == Tense::kUntold ||
      governor.verb.begin < draft.mention->range.end || figure <= chunk + 1)
    return false;
  if (c.at(governor.verb.begin) == figure + 2 && !c.is(figure + 1, Part::kPhrase)) return false;
  if (c.at(governor.verb.begin) > figure + 2) return false;
  const std::size_t before = c.before(figure);
  if (c.is(before, Part::kConjunction)) return c.at(governor.verb.begin) == figure + 1;
  if (governor.tense == Tense::kPerfect && c.is(before, Part::kOther) &&
      c.is(c.before_adverbs(figure), Part::kConjunction))
    return true;  // "and a $20,000 review fee has been paid"
  // "could fail as 7 in 10 people say no"
  return c.is(before, Part::kSubordinator) && look_.word_is(c[before].range.begin, "telling.opener") &&
         governor.tense != Tense::kOpen;
}

// "hopes to grow and still owes $4 million", "wants to sell its foundry, which employs 75 people", "will pay
// it from a fund that stood at $74 million": the figure's own verb is told and joined to the one that
// expects.
bool CueScope::is_of_other_verb(const Clauses& c, std::size_t chunk, const Draft& draft,
                                const Governor& governor) const {
  const std::size_t verb = c.at(governor.verb.begin);
  if (verb == Clauses::kNoChunk || verb <= chunk || !c.is(chunk, Part::kVerb) ||
      governor.verb.begin > draft.mention->range.begin)
    return false;
  std::uint32_t first = governor.verb.begin;  // "and still owes"
  while (first + 1 < governor.verb.end && look_.word_is(first, "pos.first.R")) ++first;
  const bool present = governor.tense == Tense::kPresent &&
                       (look_.word_is(first, "pos.first.VZ") || look_.word_is(first, "verb.present"));
  if (!present && governor.tense != Tense::kPast && governor.tense != Tense::kPerfect) return false;
  const std::size_t before = c.before(verb);
  const Tense tense = tense_of(look_, figures_.analysis(draft), c, c[chunk].range);
  if (c.is(before, Part::kConjunction)) return present || tense != Tense::kOpen;  // "will be cut and sold"
  if (look_.word_is(governor.verb.end - 1, "implying.verb")) return false;  // what the whole clause makes
  if (!c.is(before, Part::kRelative) || before == 0) return false;
  return c.is(before - 1, Part::kComma) ? present
                                        : governor.tense == Tense::kPast && c.is(before - 1, Part::kPhrase);
}

bool CueScope::comma_in(const Clauses& c, std::size_t from, std::size_t to) {
  while (from < to && !c.is(from, Part::kComma)) ++from;
  return from < to;
}

}  // namespace figmine::assembling
