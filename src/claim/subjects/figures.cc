#include "claim/subjects/figures.h"

namespace figmine::subjects {

const Draft* Figures::earlier_within(const Draft& draft, TokenRange words) const {
  constexpr std::size_t kReach = 40;  // figures
  const std::size_t index = index_of(draft);
  for (std::size_t i = index; i-- > 0 && index - i <= kReach;) {
    const Draft& earlier = (*this)[i];
    if (earlier.sentence != draft.sentence) return nullptr;
    if (earlier.mention->range.overlaps(words)) return &earlier;
  }
  return nullptr;
}

bool Figures::is_share(const Draft& draft) {
  return draft.fact.share_of && !draft.has("share_of_previous") && draft.fact.quantity.kind != "money" &&
         !draft.came_by("share/consists-of") &&    // "Vexa's fleet consisted of 67% barges"
         !draft.came_by("share/of-percentage") &&  // "Vexa's share of the trade rose to 5%"
         !draft.came_by("share/as-part-of") &&     // "Vexa's debt as a share of its assets"
         !draft.came_by("share/of-supply");        // "Vexa has a supply of 9 billion, with 65% for sale"
}

bool Figures::is_age_of_other(const Draft& draft) const {
  const bool named = !draft.measure.empty() && look().word_is(draft.measure.end - 1, "age_head");
  return draft.fact.quantity.kind == "age" && !named;
}

}  // namespace figmine::subjects
