#include "claim/measures/groups.h"

namespace figmine::measures {

bool Groups::find(std::size_t index) const {
  Draft& draft = figures_[index];
  const TokenRange before = draft.range("bracket_np");
  if (before.empty() || draft.has("measure_after") || !tells_two(index)) return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t open = c.at(before.end);
  const std::size_t comparison = comparison_before(c, open);
  if (!is_group(before.end - 1) && comparison == Clauses::kNoChunk) return false;
  return from_clause(draft, comparison == Clauses::kNoChunk ? open : comparison);
}

bool Groups::is_group(std::uint32_t head) const {
  return look_.word_is(head, "people") || look_.word_is(head, "group.noun");
}

// "(34% for readers and 29% for viewers)", "(3.4% vs. 1%, respectively)"
bool Groups::tells_two(std::size_t index) const {
  const Draft& draft = figures_[index];
  if (draft.fact.quantity.kind != "percent" || index + 1 == figures_.drafts().size()) return false;
  const Draft& next = figures_[index + 1];
  const Clauses& c = figures_.clauses(draft);
  if (next.sentence != draft.sentence || next.fact.quantity.kind != "percent") return false;
  for (std::size_t i = figures_.chunk_of(draft); i < figures_.chunk_of(next); ++i) {
    if (c.is(i, Part::kClose)) return false;
  }
  return true;
}

// "higher than with chemotherapy (", "compared to patients who had none (": the chunk that the comparison
// begins with.
std::size_t Groups::comparison_before(const Clauses& c, std::size_t open) const {
  constexpr std::size_t kReach = 10;  // chunks
  for (std::size_t i = open; i-- > 0 && open - i <= kReach;) {
    if (c.is(i, Part::kStop) || c.is(i, Part::kClose)) break;
    if (look_.word_is(c[i].range.begin, "chain_break")) return i;
  }
  return Clauses::kNoChunk;
}

// What the clause up to there is about; "cyclists had more punctures", "riders had a 24% smaller chance" are
// about what they had.
bool Groups::from_clause(Draft& draft, std::size_t end) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(end);
  const std::size_t subject = verb == Clauses::kNoChunk ? verb : c.subject_of(verb);
  if (!c.is(subject, Part::kPhrase)) return false;
  const TokenRange chain = c.chain_ending(subject);
  if (!is_group(c[subject].range.end - 1) && !is_group(c[c.at(chain.begin)].range.end - 1) &&
      !look_.word_is(c[verb].range.end - 1, "have.verb"))
    return setter_.take(draft, chain, "measure/of-groups");
  std::size_t object = verb + 1;
  while (object < end && !c.is(object, Part::kPhrase)) ++object;
  if (object == end) return false;
  return setter_.take(draft, Phrases::object_chain(c, object, end), "measure/of-groups");
}

}  // namespace figmine::measures
