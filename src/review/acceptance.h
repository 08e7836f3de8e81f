// review/acceptance: what stands of a store's logs -> how often each rule's facts were accepted, and how far
// the reviewers agree. Tested by tests/unit/review_test.cc.
#pragma once

#include <filesystem>
#include <optional>

#include "figmine/result.h"
#include "review/ledger.h"
#include "stats/review_stats.h"

namespace figmine {

[[nodiscard]] ReviewStats acceptance_of(const Ledger& ledger);

// Of a store's logs; nothing where nobody decided anything. Errors: as read_ledger().
[[nodiscard]] Result<std::optional<ReviewStats>> acceptance_in(const std::filesystem::path& out);

}  // namespace figmine
