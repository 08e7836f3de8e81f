// output/amount: figures and periods for people: "> ≈ 1,200,000 CNY per share", "2025 Q3". Tested by
// tests/unit/report_test.cc.
#pragma once

#include <string>

#include "figmine/fact.h"

namespace figmine {

enum class Digits { kPlain, kGrouped };  // 1200000 or 1,200,000

// A whole year, half, quarter or month by its name ("2025", "2025 H1", "2025 Q3", "2025-07"), else its dates.
[[nodiscard]] std::string period_text(const Period& period);

[[nodiscard]] std::string amount_text(const Quantity& quantity, Digits digits);

}  // namespace figmine
