#include "claim/periods/old_levels.h"

namespace figmine::periods {

Draft* OldLevels::twin_of(std::size_t index) const {
  const Draft& draft = figures_[index];
  if (draft.text("rel") != "same" || index == 0) return nullptr;
  Draft& before = figures_[index - 1];
  const bool told = before.sentence == draft.sentence && before.mention->range == draft.range("link");
  return told && before.text("role") == "from" ? &before : nullptr;
}

bool OldLevels::is_old(const Draft& draft) const {
  return draft.text("role") == "from" || twin_of(figures_.index_of(draft)) != nullptr;
}

}  // namespace figmine::periods
