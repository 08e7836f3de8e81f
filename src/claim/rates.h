// claim/rates: kinds of quantity that tell by how much another one moved, and where it moved. Tested by
// tests/cases.
#pragma once

#include <string_view>

#include "base/decimal.h"

namespace figmine {

// Percent, percentage points or basis points: "The cut was 14%", unlike "The cut was 5 cm", which is how deep
// it is.
inline bool is_rate(std::string_view kind) {
  return kind == "percent" || kind == "percentage_points" || kind == "basis_points";
}

// "up", "down" or "flat", from one amount to another.
inline std::string_view direction_between(const Rational& then, const Rational& now) {
  return now > then ? "up" : now < then ? "down" : "flat";
}

}  // namespace figmine
