// claim/comparison: whether two figures are compared over time or as those of two groups: "6.3%, compared to
// 41% among tents without it" is no movement. Tested by tests/cases and the corpus.
#pragma once

#include "claim/draft.h"

namespace figmine {

// Whether the figure, which stands behind "compared with", is another group's at the same time. A figure that
// has a time of its own is not.
[[nodiscard]] bool compares_groups(const Looker& look, const Draft& draft);

// "30% of sales, compared with 25% in 2023": whether the later figure is a share of the same whole.
[[nodiscard]] bool is_compared_share(const Draft& earlier, const Draft& later);

}  // namespace figmine
