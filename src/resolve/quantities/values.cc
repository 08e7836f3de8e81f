#include "resolve/quantities/values.h"

#include <set>

#include "base/ascii.h"

namespace figmine::quantities {

int significant_digits(std::string_view text) {
  constexpr std::string_view kWithin = ",.'";
  std::string digits;
  bool point = false;
  for (const char c : text) {
    const bool digit = is_digit(c);
    if (!digits.empty() && !digit && kWithin.find(c) == std::string_view::npos) break;
    if (digit) digits += c;
    point = point || c == '.';
  }
  const std::size_t first = digits.find_first_not_of('0');
  if (first == std::string::npos) return digits.empty() ? 0 : 1;
  digits.erase(0, first);
  if (!point) digits.erase(digits.find_last_not_of('0') + 1);
  return static_cast<int>(digits.size());
}

void set_values(const SentenceView& sentence, const Annotation& annotation, Quantity& quantity) {
  const Value value = feature(sentence.program(), annotation, "value");
  if (const auto* ratio = std::get_if<Ratio>(&value))
    quantity.fraction = {ratio->numerator.str(), ratio->denominator.str()};
  if (const std::optional<Decimal> number = sentence.decimal(annotation, "value"))
    quantity.value = number->to_string();
  const std::optional<Decimal> low = sentence.decimal(annotation, "low");
  const std::optional<Decimal> high = sentence.decimal(annotation, "high");
  if (low && high) {
    quantity.op = "..";
    quantity.low = low->to_string();
    quantity.high = high->to_string();
  }
}

void multiply(const Rational& factor, Quantity& quantity) {
  for (std::optional<std::string>* field :
       {&quantity.value, &quantity.low, &quantity.high, &quantity.uncertainty}) {
    const std::optional<Decimal> number = Decimal::parse(field->value_or(""));
    if (number) *field = Decimal::from_rational(number->to_rational() * factor).to_string();
  }
}

void set_si(Quantity& quantity, const std::optional<ResolvedUnit>& unit) {
  static const std::set<std::string_view> kMeasured = {"measure", "duration", "temperature"};
  if (!unit || unit->si_unit.empty() || kMeasured.count(quantity.kind) == 0) return;
  const std::optional<Decimal> value = Decimal::parse(quantity.value.value_or(""));
  if (value) quantity.si = SiValue{to_si(*value, *unit).to_string(), unit->si_unit};
}

}  // namespace figmine::quantities
