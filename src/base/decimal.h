// base/decimal: exact decimal numbers of any length, coefficient * 10^exponent, for values from end to end of
// the pipeline. No binary floating point anywhere. Tested by tests/unit/base_test.cc.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace figmine {

using Integer = boost::multiprecision::cpp_int;
using Rational = boost::multiprecision::cpp_rational;

class Decimal {
 public:
  Decimal() = default;
  Decimal(long long value) : coefficient_(value) { normalize(); }  // NOLINT(google-explicit-constructor)
  Decimal(Integer coefficient, int exponent) : coefficient_(std::move(coefficient)), exponent_(exponent) {
    normalize();
  }

  // A plain or scientific literal in ASCII: [+-]digits[.digits][(e|E)[+-]digits]. Nothing for any other text,
  // for more than kMaxDigits digits or an exponent beyond +-kMaxExponent.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view literal);

  // a / b, exact where the quotient terminates, else rounded half-even to `digits` significant digits.
  // Nothing when b is 0.
  [[nodiscard]] static std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int digits = 16);

  // The rational, exact where it terminates, else rounded half-even to `digits` significant digits.
  [[nodiscard]] static Decimal from_rational(const Rational& value, int digits = 16);

  [[nodiscard]] Rational to_rational() const;
  [[nodiscard]] std::string to_string() const;  // plain literal, no exponent: "1780000", "-0.14"
  [[nodiscard]] bool is_zero() const { return coefficient_.is_zero(); }
  [[nodiscard]] bool is_negative() const { return coefficient_ < 0; }
  [[nodiscard]] bool is_integer() const { return exponent_ >= 0; }
  // The value where it is an integer that fits; nothing otherwise.
  [[nodiscard]] std::optional<long long> to_integer() const;

  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b);
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a) { return Decimal(-a.coefficient_, a.exponent_); }
  friend bool operator==(const Decimal& a, const Decimal& b) {
    return a.exponent_ == b.exponent_ && a.coefficient_ == b.coefficient_;
  }
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

  static constexpr int kMaxDigits = 400;
  static constexpr int kMaxExponent = 400;

 private:
  void normalize();  // no trailing zeros in the coefficient; zero has exponent 0

  Integer coefficient_ = 0;
  int exponent_ = 0;
};

}  // namespace figmine
