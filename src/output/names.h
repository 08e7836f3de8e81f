// output/names: the words that a record's closed fields may hold, in the order of the schema. A test compares
// them with output/schema.h. Tested by tests/unit/read_json_test.cc.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace figmine::names {

using List = std::span<const std::string_view>;

template <class... Words>
constexpr std::array<std::string_view, sizeof...(Words)> words(Words... all) {
  return {all...};
}

inline constexpr auto kClass =
    words("identifier", "product", "date_part", "year", "clock_time", "phone", "address", "url", "version",
          "law", "name", "list_number", "ordinal", "partitive_one", "vague", "other");
inline constexpr auto kSection = words("headline", "lede", "body", "quote", "list", "table", "boilerplate");
inline constexpr auto kKind =
    words("money", "count", "percent", "percentage_points", "basis_points", "measure", "multiple", "fraction",
          "ratio", "rank", "index", "duration", "age", "temperature", "score", "number");
inline constexpr auto kOp = words("=", ">", ">=", "<", "<=", "..");
inline constexpr auto kSystem = words("ucum", "iso4217");
inline constexpr auto kEntityType = words("organization", "place", "product", "person", "other");
inline constexpr auto kDirection = words("up", "down", "flat");
inline constexpr auto kRole = words("by", "to", "from");
inline constexpr auto kBasis =
    words("year_on_year", "quarter_on_quarter", "month_on_month", "since", "versus");
inline constexpr auto kStatus = words("reported", "forecast", "target", "estimate", "hypothetical");
inline constexpr auto kRelation =
    words("equivalent", "delta_of", "old_level_of", "new_level_of", "part_of", "respectively", "restates");
inline constexpr auto kTimeType = words("date", "period", "duration", "set");

[[nodiscard]] constexpr bool contains(List list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace figmine::names
