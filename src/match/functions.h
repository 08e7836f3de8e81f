// match/functions: the pure functions of the rule language; rules/README.md lists them. Arguments that a
// function can't use give no value. Tested by tests/unit/rules_test.cc.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "match/annotation.h"

namespace figmine {

// `reference` is the publication date, for functions that need a "now"; `decimal_comma` how numerals that
// could be either are read.
[[nodiscard]] Value call_function(std::string_view name, const std::vector<Value>& arguments,
                                  std::optional<Day> reference, bool decimal_comma = false);

// "1,234.5", "12,34,567", "1'234", "1.234.567,89", ".5" -> the number; nothing where the marks do not make
// one number. "1,234" and "1.234" are read by `decimal_comma`.
[[nodiscard]] std::optional<Decimal> parse_numeral(std::string_view text, bool decimal_comma = false);
// Whether the marks of a numeral show a decimal comma; nothing where they could be either.
[[nodiscard]] std::optional<bool> has_decimal_comma(std::string_view text);
// "½" -> 1/2.
[[nodiscard]] std::optional<Ratio> parse_vulgar_fraction(std::string_view text);

[[nodiscard]] std::optional<Decimal> to_decimal(const Value& value);
[[nodiscard]] std::optional<long long> to_count(const Value& value);  // nothing but whole numbers
[[nodiscard]] bool is_true(const Value& value);                       // monostate, false, 0 and "" are not

}  // namespace figmine
