#include "base/decimal.h"

#include <algorithm>
#include <limits>

#include "base/ascii.h"

namespace figmine {
namespace {

Integer power_of_ten(int n) { return boost::multiprecision::pow(Integer(10), static_cast<unsigned>(n)); }

int digit_count(const Integer& value) { return static_cast<int>(Integer(abs(value)).str().size()); }

// numerator / denominator rounded half-even to an integer; denominator > 0.
Integer round_half_even(const Integer& numerator, const Integer& denominator) {
  Integer quotient;
  Integer remainder;
  boost::multiprecision::divide_qr(Integer(abs(numerator)), denominator, quotient, remainder);
  const Integer twice = remainder * 2;
  if (twice > denominator || (twice == denominator && quotient % 2 != 0)) ++quotient;
  return numerator < 0 ? Integer(-quotient) : quotient;
}

}  // namespace

void Decimal::normalize() {
  if (coefficient_.is_zero()) {
    exponent_ = 0;
    return;
  }
  Integer quotient;
  Integer remainder;
  const Integer ten = 10;
  while (true) {
    boost::multiprecision::divide_qr(coefficient_, ten, quotient, remainder);
    if (!remainder.is_zero()) break;
    coefficient_ = quotient;
    ++exponent_;
  }
}

std::optional<Decimal> Decimal::parse(std::string_view literal) {
  std::size_t i = 0;
  bool negative = false;
  if (i < literal.size() && (literal[i] == '+' || literal[i] == '-')) negative = literal[i++] == '-';
  std::string digits;
  int exponent = 0;
  bool point = false;
  for (; i < literal.size() && (is_digit(literal[i]) || (literal[i] == '.' && !point)); ++i) {
    if (literal[i] == '.') {
      point = true;
      continue;
    }
    digits += literal[i];
    if (point) --exponent;
    if (digits.size() > static_cast<std::size_t>(kMaxDigits)) return std::nullopt;
  }
  if (digits.empty()) return std::nullopt;
  if (i < literal.size() && (literal[i] == 'e' || literal[i] == 'E')) {
    ++i;
    bool minus = false;
    if (i < literal.size() && (literal[i] == '+' || literal[i] == '-')) minus = literal[i++] == '-';
    int power = 0;
    std::size_t seen = 0;
    for (; i < literal.size() && is_digit(literal[i]) && seen < 4; ++i, ++seen)
      power = power * 10 + (literal[i] - '0');
    if (seen == 0 || power > kMaxExponent) return std::nullopt;
    exponent += minus ? -power : power;
  }
  if (i != literal.size()) return std::nullopt;
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  Integer coefficient(digits.substr(first));  // cpp_int reads a leading zero as octal
  return Decimal(negative ? Integer(-coefficient) : coefficient, exponent);
}

std::optional<Decimal> Decimal::divide(const Decimal& a, const Decimal& b, int digits) {
  if (b.is_zero()) return std::nullopt;
  return from_rational(a.to_rational() / b.to_rational(), digits);
}

Decimal Decimal::from_rational(const Rational& value, int digits) {
  Integer top = numerator(value);
  Integer bottom = denominator(value);
  Integer rest = bottom;
  int twos = 0;
  int fives = 0;
  while (rest % 2 == 0) rest /= 2, ++twos;
  while (rest % 5 == 0) rest /= 5, ++fives;
  if (rest == 1) {
    const int places = std::max(twos, fives);
    return Decimal(top * power_of_ten(places) / bottom, -places);
  }
  int shift = digits - (digit_count(top) - digit_count(bottom)) + 1;
  Integer scaled = shift >= 0 ? Integer(top * power_of_ten(shift)) : top;
  if (shift < 0) bottom *= power_of_ten(-shift);
  const int surplus = digit_count(Integer(scaled / bottom)) - digits;
  if (surplus > 0) {
    bottom *= power_of_ten(surplus);
    shift -= surplus;
  }
  return Decimal(round_half_even(scaled, bottom), -shift);
}

Rational Decimal::to_rational() const {
  if (exponent_ >= 0) return Rational(coefficient_ * power_of_ten(exponent_));
  return Rational(coefficient_, power_of_ten(-exponent_));
}

std::string Decimal::to_string() const {
  std::string digits = Integer(abs(coefficient_)).str();
  if (exponent_ >= 0) {
    digits.append(static_cast<std::size_t>(exponent_), '0');
  } else {
    const std::size_t places = static_cast<std::size_t>(-exponent_);
    if (digits.size() <= places) digits.insert(0, places - digits.size() + 1, '0');
    digits.insert(digits.size() - places, 1, '.');
  }
  return is_negative() ? "-" + digits : digits;
}

std::optional<long long> Decimal::to_integer() const {
  if (!is_integer() || exponent_ > 18) return std::nullopt;
  const Integer value = coefficient_ * power_of_ten(exponent_);
  if (abs(value) > Integer(std::numeric_limits<long long>::max())) return std::nullopt;
  return value.convert_to<long long>();
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  const int exponent = std::min(a.exponent_, b.exponent_);
  return Decimal(a.coefficient_ * power_of_ten(a.exponent_ - exponent) +
                     b.coefficient_ * power_of_ten(b.exponent_ - exponent),
                 exponent);
}

Decimal operator-(const Decimal& a, const Decimal& b) { return a + -b; }

Decimal operator*(const Decimal& a, const Decimal& b) {
  return Decimal(a.coefficient_ * b.coefficient_, a.exponent_ + b.exponent_);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const Integer difference = (a - b).coefficient_;
  if (difference < 0) return std::strong_ordering::less;
  return difference.is_zero() ? std::strong_ordering::equal : std::strong_ordering::greater;
}

}  // namespace figmine
