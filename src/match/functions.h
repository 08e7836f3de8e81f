// match/functions: the pure functions of the rule language; rules/README.md lists them. Arguments that a
// function can't use give no value. Tested by tests/unit/match_functions_test.cc.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "match/annotation.h"

namespace figmine {

// `reference` is the publication date, for functions that need a "now".
[[nodiscard]] Value call_function(std::string_view name, const std::vector<Value>& arguments,
                                  std::optional<Day> reference);

// "1,234.5", "12,34,567", "1'234", "1.234.567,89", ".5" -> the number; nothing where the marks do not make
// one number.
[[nodiscard]] std::optional<Decimal> parse_numeral(std::string_view text);
// "½" -> 1/2.
[[nodiscard]] std::optional<Ratio> parse_vulgar_fraction(std::string_view text);

[[nodiscard]] std::optional<Decimal> to_decimal(const Value& value);
[[nodiscard]] std::optional<long long> to_count(const Value& value);  // nothing but whole numbers
[[nodiscard]] bool is_true(const Value& value);                       // monostate, false, 0 and "" are not

}  // namespace figmine
