// feed/dates: the day that a carrier's date field names. Tested by tests/unit/feed_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace figmine {

// ISO date of "2025-11-19T08:00:00Z", "20251119T080000Z" (ISO 8601, RFC 3339) or "Wed, 19 Nov 2025 08:00 GMT"
// (RFC 5322), as it is where the date was written; nothing for any other text.
[[nodiscard]] std::optional<std::string> day_of(std::string_view date);

}  // namespace figmine
