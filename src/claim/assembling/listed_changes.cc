#include "claim/assembling/listed_changes.h"

#include <algorithm>

namespace figmine::assembling {
namespace {

// "$8m ($1.20 a share)", "$8m, or $1.20 a share": the second of two figures that tell one thing.
bool is_twin(const Draft& first, const Draft& second) {
  return second.text("rel") == "same" && second.range("link") == first.mention->range &&
         first.sentence == second.sentence;
}

}  // namespace

const Draft* ListedChanges::before(std::size_t index, const ClaimBefore& claim_before) const {
  const Draft* earlier = claim_before.of(index);  // not "in 1951"
  if (earlier == nullptr || !earlier->fact.change) return nullptr;
  const Draft& draft = figures_[index];
  if (is_twin(*earlier, draft) || is_told_again(*earlier, draft) || is_coordinated(*earlier, draft))
    return earlier;
  return dated_before(*earlier, index, claim_before);
}

// "fell 12 points (0.5%)": the same movement once more, in percent; "grew to 539 km² (133,000 acres)": in
// another unit.
bool ListedChanges::is_told_again(const Draft& earlier, const Draft& later) {
  const bool bracket = later.text("rel") == "equivalent" && later.range("link") == earlier.mention->range &&
                       later.came_by("link/equivalent-bracket");
  if (!bracket) return false;
  const std::string& kind = later.fact.quantity.kind;
  const std::string& before = earlier.fact.quantity.kind;
  if (kind == before) return kind == "money" || kind == "measure";
  return earlier.fact.change->role == "by" && kind == "percent";
}

// Only "and", "or" or a comma stands between two figures of one kind, and the later one has no words of its
// own behind it.
bool ListedChanges::is_coordinated(const Draft& earlier, const Draft& later) const {
  if (earlier.sentence != later.sentence || !earlier.fact.claim || !later.fact.claim) return false;
  const bool same =
      earlier.fact.quantity.kind == later.fact.quantity.kind || earlier.fact.quantity.kind == "number";
  const std::uint32_t from = earlier.mention->range.end;
  const std::uint32_t to = later.mention->range.begin;
  const Annotation* verb = look_.beginning_at(figures_.analysis(later), later.mention->range.end, "vg");
  const bool acts = verb != nullptr && !later.mention->noun.empty();  // ", and 43 schools will close"
  return same && !acts && figures_.only_joins(from, to);
}

// "rose to 6 pence in 1938, 9 pence in 1947": figures of one kind, each with its time, whatever tells them
// once more: "from $11m, or $0.47 a share, in May and $9m, or $0.41 a share, in April".
const Draft* ListedChanges::dated_before(const Draft& earlier, std::size_t index,
                                         const ClaimBefore& claim_before) const {
  const Draft& later = figures_[index];
  const Draft* twin = twin_behind(index);
  const std::uint32_t comma = time_behind(earlier);
  const bool dated = comma != 0 && (time_behind(later) != 0 || (twin != nullptr && time_behind(*twin) != 0));
  if (!dated || !figures_.only_joins(comma, later.mention->range.begin)) return nullptr;
  const Draft* first = claim_before.of(figures_.index_of(earlier));
  const Draft& like = first != nullptr && is_twin(*first, earlier) ? *first : earlier;
  return like.fact.quantity.kind == later.fact.quantity.kind && like.fact.change ? &like : nullptr;
}

const Draft* ListedChanges::twin_behind(std::size_t index) const {
  constexpr std::size_t kReach = 4;  // figures: the numbers of a date between
  const std::vector<Draft>& drafts = figures_.drafts();
  const std::size_t last = std::min(drafts.size() - 1, index + kReach);
  for (std::size_t i = index + 1; i <= last; ++i) {
    if (is_twin(drafts[index], drafts[i])) return &drafts[i];
  }
  return nullptr;
}

// Where the time ends that stands behind the figure, a comma and a preposition at most between them; 0 where
// none does.
std::uint32_t ListedChanges::time_behind(const Draft& draft) const {
  std::uint32_t end = past_rate(draft);
  if (end < figures_.analysis(draft).range.end && look_.token_text(end) == ",") ++end;
  for (const TimeSpan& time : input_.resolved[draft.sentence].times) {
    const bool next = time.range.begin == end;
    const bool joined = time.range.begin == end + 1 && look_.word_is(end, "pos.first.IN");
    if (next || joined) return time.range.end;
  }
  return 0;
}

// Where the figure ends with what it is per.
std::uint32_t ListedChanges::past_rate(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const std::uint32_t end = draft.mention->range.end;
  if (!draft.has("per") || end + 1 >= a.range.end) return end;
  const std::uint32_t begin = look_.small_word_is(end, "preposition.rate") ? end + 1 : end;  // "a share"
  const Annotation* denominator = look_.beginning_at(a, begin, "np");
  return denominator == nullptr ? end : denominator->range.end;
}

}  // namespace figmine::assembling
