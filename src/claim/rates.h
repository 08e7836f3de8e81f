// claim/rates: kinds of quantity that tell by how much another one moved. Tested by tests/cases.
#pragma once

#include <string_view>

namespace figmine {

// Percent, percentage points or basis points: "The cut was 14%", unlike "The cut was 5 cm", which is how deep
// it is.
inline bool is_rate(std::string_view kind) {
  return kind == "percent" || kind == "percentage_points" || kind == "basis_points";
}

}  // namespace figmine
