#include "claim/periods/old_levels.h"

namespace figmine::periods {

Draft* OldLevels::twin_of(std::size_t index) const {
  const Draft& draft = figures_[index];
  if (draft.text("rel") != "same" || index == 0) return nullptr;
  constexpr std::size_t kReach = 4;  // "$5m for the year ended March 31, 2024, or $0.06": the date's numbers
  std::size_t earlier = index - 1;
  while (earlier > 0 && !figures_[earlier].fact.claim && index - earlier < kReach) --earlier;
  Draft& before = figures_[earlier];
  const bool told = before.sentence == draft.sentence && before.mention->range == draft.range("link");
  return told && before.text("role") == "from" ? &before : nullptr;
}

bool OldLevels::is_old(const Draft& draft) const {
  return draft.text("role") == "from" || twin_of(figures_.index_of(draft)) != nullptr;
}

}  // namespace figmine::periods
