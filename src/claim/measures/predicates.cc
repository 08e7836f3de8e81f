#include "claim/measures/predicates.h"

namespace figmine::measures {

void Predicates::set(Draft& draft, std::size_t verb) const {
  const std::uint32_t behind = figures_.clauses(draft)[verb].range.end;
  const Draft* before = figures_.before(figures_.index_of(draft));
  const bool so = look_.small_word_is(behind, "predicate.so") && before != nullptr &&
                  before->came_by("measure/predicate");
  const bool same = so || (look_.small_word_is(behind, "pos.first.DT") &&
                           look_.small_word_is(behind + 1, "predicate.same"));
  if (same && setter_.inherit(draft, answer_before(draft), "measure/predicate")) return;
  setter_.set(draft, predicate(draft, verb), "measure/predicate");
}

TokenRange Predicates::without_auxiliaries(TokenRange range) const {
  while (range.begin + 1 < range.end &&
         (look_.word_is(range.begin, "pos.first.AUX") || look_.word_is(range.begin, "pos.first.MD")) &&
         !is_main_have(range.begin))
    ++range.begin;
  return range;
}

// "have no savings", unlike "have saved", "have to save", "have not saved"
bool Predicates::is_main_have(std::uint32_t token) const {
  if (!look_.word_is(token, "have.finite")) return false;
  for (const std::string_view type :
       {"pos.VN", "pos.VD", "pos.first.AUX", "pos.first.TO", "pos.first.R", "pos.first.NEG"}) {
    if (look_.word_is(token + 1, type)) return false;
  }
  return true;
}

// "disagreed and 18% had no opinion": a figure that a verb follows begins another clause.
bool Predicates::begins_clause(const Clauses& c, std::size_t conjunction) const {
  if (c.is(conjunction + 1, Part::kPronoun)) return true;
  const std::size_t figure = c.after(conjunction);
  return c.is(figure, Part::kFigure) && c.is(c.after_attachments(figure), Part::kVerb);
}

// The last answer told before, a few figures back at most; nullptr when there is none.
const Draft* Predicates::answer_before(const Draft& draft) const {
  constexpr std::size_t kReach = 6;
  const std::size_t index = figures_.index_of(draft);
  for (std::size_t i = index; i-- > 0 && index - i <= kReach;) {
    if (figures_[i].fact.claim && figures_[i].came_by("measure/predicate")) return &figures_[i];
  }
  return nullptr;
}

// From the verb to the end of its clause, without auxiliaries that only carry tense and without the verb of
// answering.
TokenRange Predicates::predicate(const Draft& draft, std::size_t verb) const {
  constexpr std::uint32_t kLongest = 14;
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
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
    if (part == Part::kConjunction && begins_clause(c, chunk)) break;
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

// What stands before something it belongs to: articles, prepositions, "and", a hyphen.
bool Predicates::leads_on(std::uint32_t token) const {
  return look_.token_text(token) == "-" || look_.word_is(token, "pos.first.DT") ||
         look_.word_is(token, "pos.first.PRPS") || look_.word_is(token, "preposition") ||
         look_.word_is(token, "pos.first.TO") || look_.word_is(token, "pos.first.CC");
}

}  // namespace figmine::measures
