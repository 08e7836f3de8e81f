#include "output/amount.h"

#include <algorithm>
#include <optional>

#include "base/calendar.h"

namespace figmine {
namespace {

std::string number_text(const std::optional<std::string>& literal, Digits digits) {
  std::string out = literal.value_or("");
  if (digits == Digits::kPlain) return out;
  constexpr std::size_t kGroup = 3;
  const std::size_t first = out.starts_with('-') ? 1 : 0;
  std::size_t at = std::min(out.find('.'), out.size());
  while (at > first + kGroup) out.insert(at -= kGroup, 1, ',');
  return out;
}

}  // namespace

std::string period_text(const Period& period) {
  if (period.start == period.end) return period.start;
  const std::optional<Day> start = parse_iso_date(period.start);
  const std::optional<Day> end = parse_iso_date(period.end);
  if (!start || !end) return period.start + " – " + period.end;
  const Interval dates{*start, *end};
  const std::string year = period.start.substr(0, 4);
  constexpr unsigned kMonthsOfHalf = 6;
  constexpr unsigned kMonthsOfQuarter = 3;
  if (dates == containing(*start, Grain::kYear)) return year;
  if (dates == containing(*start, Grain::kHalf))
    return year + " H" + std::to_string(month_of(*end) / kMonthsOfHalf);
  if (dates == containing(*start, Grain::kQuarter))
    return year + " Q" + std::to_string(month_of(*end) / kMonthsOfQuarter);
  if (dates == containing(*start, Grain::kMonth)) return period.start.substr(0, 7);
  return period.start + " – " + period.end;
}

std::string amount_text(const Quantity& quantity, Digits digits) {
  std::string out = quantity.op == "=" || quantity.op == ".." ? "" : quantity.op + " ";
  if (quantity.approx) out += "≈ ";
  out += quantity.op == ".." ? number_text(quantity.low, digits) + " – " + number_text(quantity.high, digits)
                             : number_text(quantity.value, digits);
  if (!quantity.unit) return out;
  const Unit& unit = *quantity.unit;
  out += " " + (unit.system == "iso4217" || unit.name.empty() ? unit.code : unit.name);
  return unit.per.empty() ? out : out + " per " + unit.per;
}

}  // namespace figmine
