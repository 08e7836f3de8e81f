#include "match/functions.h"

#include <map>

#include "base/lexer.h"
#include "match/time_functions.h"

namespace figmine {
namespace {

using Arguments = std::vector<Value>;

// ---------------------------------------------------------------- numbers and text

Value arithmetic(char operation, const Arguments& a) {
  const std::optional<Decimal> left = to_decimal(a[0]);
  const std::optional<Decimal> right = to_decimal(a[1]);
  if (!left || !right) return {};
  switch (operation) {
    case '+':
      return *left + *right;
    case '-':
      return *left - *right;
    case '*':
      return *left * *right;
    default: {
      const std::optional<Decimal> quotient = Decimal::divide(*left, *right);
      return quotient ? Value(*quotient) : Value();
    }
  }
}

Value compare(std::string_view name, const Arguments& a) {
  const std::optional<Decimal> left = to_decimal(a[0]);
  const std::optional<Decimal> right = to_decimal(a[1]);
  if (name == "equal" && (!left || !right)) return to_text(a[0]) == to_text(a[1]);
  if (!left || !right) return {};
  if (name == "less") return *left < *right;
  if (name == "equal") return *left == *right;
  return name == "max" ? std::max(*left, *right) : std::min(*left, *right);
}

Value power(const Arguments& a) {
  const std::optional<Decimal> base = to_decimal(a[0]);
  const std::optional<long long> exponent = to_count(a[1]);
  if (!base || !exponent || *exponent > 60 || *exponent < -60) return {};
  Decimal result = 1;
  for (long long i = 0; i < std::abs(*exponent); ++i) result = result * *base;
  if (*exponent >= 0) return result;
  const std::optional<Decimal> inverse = Decimal::divide(Decimal(1), result);
  return inverse ? Value(*inverse) : Value();
}

Value fraction(const Arguments& a) {
  const std::optional<long long> top = to_count(a[0]);
  const std::optional<long long> bottom = to_count(a[1]);
  if (!top || !bottom || *bottom <= 0 || *top < 0) return {};
  return Ratio{*top, *bottom};
}

// The low end of a range: the number `a` with its own magnitude, else with the one that the high end shares
// with it ("5-6 million", "2.27 to 2.28 billion"; `base` is the high end before its magnitude). Nothing where
// it is not below the high end.
Value low_end(const Arguments& a) {
  const std::optional<Decimal> number = to_decimal(a[0]);
  const std::optional<Decimal> own = to_decimal(a[1]);
  const std::optional<Decimal> base = to_decimal(a[2]);
  const std::optional<Decimal> shared = to_decimal(a[3]);
  const std::optional<Decimal> high = to_decimal(a[4]);
  if (!number || !high) return {};
  Decimal low = *number;
  if (own) {
    low = low * *own;
  } else if (base && shared && low < *base) {
    low = low * *shared;
  }
  return low < *high ? Value(low) : Value();
}

Value concat(const Arguments& a) {
  std::string out;
  for (const Value& value : a) out += to_text(value);
  return out;
}

Value numeral(const Arguments& a, bool decimal_comma) {
  const std::string text = compatible(to_text(a[0]));
  const std::optional<Decimal> value = parse_numeral(text, decimal_comma);
  return value ? Value(*value) : Value();
}

Value vulgar(const Arguments& a) {
  const std::optional<Ratio> ratio = parse_vulgar_fraction(to_text(a[0]));
  return ratio ? Value(*ratio) : Value();
}

// The nth number of "31.12.2025".
Value dotted(const Arguments& a) {
  std::string text = to_text(a[0]);
  const std::optional<long long> wanted = to_count(a[1]);
  if (!wanted || *wanted < 1) return {};
  for (long long n = 1; n < *wanted; ++n) {
    const std::size_t dot = text.find('.');
    if (dot == std::string::npos) return {};
    text.erase(0, dot + 1);
  }
  const std::optional<Decimal> value = Decimal::parse(text.substr(0, text.find('.')));
  return value ? Value(*value) : Value();
}

Value coalesce(const Arguments& a) {
  for (const Value& value : a) {
    if (!std::holds_alternative<std::monostate>(value)) return value;
  }
  return {};
}

Value all_or_any(const Arguments& a, bool all) {
  for (const Value& value : a) {
    if (is_true(value) != all) return !all;
  }
  return all;
}

using Function = Value (*)(const Arguments&);

const std::map<std::string_view, Function>& table() {
  static const std::map<std::string_view, Function> kTable = {
      {"+", [](const Arguments& a) { return arithmetic('+', a); }},
      {"-", [](const Arguments& a) { return arithmetic('-', a); }},
      {"*", [](const Arguments& a) { return arithmetic('*', a); }},
      {"/", [](const Arguments& a) { return arithmetic('/', a); }},
      {"none", [](const Arguments&) { return Value(); }},
      {"coalesce", [](const Arguments& a) { return coalesce(a); }},
      {"less", [](const Arguments& a) { return compare("less", a); }},
      {"equal", [](const Arguments& a) { return compare("equal", a); }},
      {"max", [](const Arguments& a) { return compare("max", a); }},
      {"min", [](const Arguments& a) { return compare("min", a); }},
      {"not", [](const Arguments& a) { return Value(!is_true(a[0])); }},
      {"and", [](const Arguments& a) { return all_or_any(a, true); }},
      {"or", [](const Arguments& a) { return all_or_any(a, false); }},
      {"neg",
       [](const Arguments& a) {
         return arithmetic('-', {Decimal(0), a[0]});
       }},
      {"pow", [](const Arguments& a) { return power(a); }},
      {"low_end", [](const Arguments& a) { return low_end(a); }},
      {"fraction", [](const Arguments& a) { return fraction(a); }},
      {"vulgar", [](const Arguments& a) { return vulgar(a); }},
      {"dotted", [](const Arguments& a) { return dotted(a); }},
      {"lower", [](const Arguments& a) { return Value(fold(to_text(a[0]))); }},
      {"concat", [](const Arguments& a) { return concat(a); }},
  };
  return kTable;
}

bool digits_only(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "1,234,567" or "12,34,567" (lakh and crore) around the separator -> the digits.
std::optional<std::string> ungroup(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> groups;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find(separator, begin);
    groups.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) break;
    begin = end + separator.size();
  }
  if (groups.size() == 1) return digits_only(text) ? std::optional(std::string(text)) : std::nullopt;
  std::string out;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (!digits_only(groups[i])) return std::nullopt;
    const std::size_t size = groups[i].size();
    const bool last = i + 1 == groups.size();
    const bool inner_fits = size == 3 || (size == 2 && separator == ",");
    if (i == 0 ? size > 3 : last ? size != 3 : !inner_fits) return std::nullopt;
    out += groups[i];
  }
  return out;
}

}  // namespace

std::optional<Decimal> to_decimal(const Value& value) {
  if (const auto* decimal = std::get_if<Decimal>(&value)) return *decimal;
  if (const auto* text = std::get_if<std::string>(&value)) return Decimal::parse(*text);
  if (const auto* ratio = std::get_if<Ratio>(&value))
    return Decimal::from_rational(Rational(ratio->numerator, ratio->denominator));
  return std::nullopt;
}

std::optional<long long> to_count(const Value& value) {
  const std::optional<Decimal> number = to_decimal(value);
  return number ? number->to_integer() : std::nullopt;
}

bool is_true(const Value& value) {
  if (std::holds_alternative<std::monostate>(value)) return false;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  if (const auto* decimal = std::get_if<Decimal>(&value)) return !decimal->is_zero();
  if (const auto* text = std::get_if<std::string>(&value)) return !text->empty();
  return true;
}

Value call_function(std::string_view name, const std::vector<Value>& arguments, std::optional<Day> reference,
                    bool decimal_comma) {
  if (name == "numeral") return numeral(arguments, decimal_comma);
  if (const auto it = table().find(name); it != table().end()) return it->second(arguments);
  const auto it = time_functions().find(name);
  return it == time_functions().end() ? Value() : it->second(arguments, Now{reference});
}

// "1.234.567,89": several dots, or a comma after a dot. "1,3" and "0,125": the only mark is a comma that
// cannot group thousands. "1,234" and "1.234" tell nothing.
std::optional<bool> has_decimal_comma(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  const std::size_t comma = text.rfind(',');
  const std::size_t npos = std::string_view::npos;
  if (dot == npos && comma == npos) return std::nullopt;
  if (dot != npos && comma != npos) return comma > dot || dot != text.find('.');
  const std::size_t mark = dot == npos ? comma : dot;
  if (mark != text.find(text[mark])) return dot != npos;  // it groups
  const bool groups = text.size() - mark == 4 && mark > 0 && mark < 4 && text.front() != '0';
  if (groups) return std::nullopt;
  return dot == npos && (text.size() - mark < 4 || text.front() == '0');
}

std::optional<Decimal> parse_numeral(std::string_view text, bool decimal_comma) {
  constexpr std::size_t kMaxCharacters = 60;
  if (text.empty() || text.size() > kMaxCharacters) return std::nullopt;
  std::string plain(text);
  for (std::size_t at = plain.find("\u2019"); at != std::string::npos; at = plain.find("\u2019"))
    plain.replace(at, 3, "'");
  if (plain.front() == '.') return digits_only(plain.substr(1)) ? Decimal::parse("0" + plain) : std::nullopt;
  const char decimal_mark = has_decimal_comma(plain).value_or(decimal_comma) ? ',' : '.';
  const std::size_t mark = plain.rfind(decimal_mark);
  const std::string whole = plain.substr(0, mark);
  const std::string places = mark == std::string::npos ? "" : plain.substr(mark + 1);
  if (mark != std::string::npos && !digits_only(places)) return std::nullopt;
  const std::string_view separator = whole.find('\'') != std::string::npos  ? "'"
                                     : whole.find(' ') != std::string::npos ? " "
                                     : decimal_mark == ','                  ? "."
                                                                            : ",";
  const std::optional<std::string> digits = ungroup(whole, separator);
  if (!digits) return std::nullopt;
  return Decimal::parse(places.empty() ? *digits : *digits + "." + places);
}

std::optional<Ratio> parse_vulgar_fraction(std::string_view text) {
  static const std::map<std::string_view, std::pair<int, int>> kFractions = {
      {"½", {1, 2}}, {"⅓", {1, 3}}, {"⅔", {2, 3}}, {"¼", {1, 4}}, {"¾", {3, 4}}, {"⅕", {1, 5}},
      {"⅖", {2, 5}}, {"⅗", {3, 5}}, {"⅘", {4, 5}}, {"⅙", {1, 6}}, {"⅚", {5, 6}}, {"⅐", {1, 7}},
      {"⅛", {1, 8}}, {"⅜", {3, 8}}, {"⅝", {5, 8}}, {"⅞", {7, 8}}, {"⅑", {1, 9}}, {"⅒", {1, 10}}};
  const auto it = kFractions.find(text);
  if (it == kFractions.end()) return std::nullopt;
  return Ratio{it->second.first, it->second.second};
}

}  // namespace figmine
