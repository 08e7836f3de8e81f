// claim/topic: "the quarter", "the full year" in an article about a period: which days they are. Tested by
// tests/unit/claim_test.cc.
#pragma once

#include "claim/draft.h"

namespace figmine {

// The period of that size which an article about `lead` means: `lead` itself where it has that size, the
// company's year that `lead` ends in, the last quarter of nine months. With `ahead`, for guidance, the first
// such period that has not ended when the article appears.
[[nodiscard]] std::optional<Interval> topic_period(Grain grain, const Interval& lead, const ClaimInput& input,
                                                   bool ahead);

}  // namespace figmine
