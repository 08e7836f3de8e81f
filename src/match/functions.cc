#include "match/functions.h"

#include <map>

#include "base/lexer.h"

namespace figmine {
namespace {

using Arguments = std::vector<Value>;

struct Now {
  std::optional<Day> reference;
  bool decimal_comma = false;  // how the article writes numbers
};

std::optional<long long> to_count(const Value& value) {
  const std::optional<Decimal> number = to_decimal(value);
  return number ? number->to_integer() : std::nullopt;
}

const Time* to_time(const Value& value) { return std::get_if<Time>(&value); }

std::optional<Grain> to_grain(const Value& value) {
  const auto* name = std::get_if<std::string>(&value);
  if (name == nullptr) return std::nullopt;
  static const std::map<std::string_view, Grain> kGrains = {
      {"day", Grain::kDay},         {"week", Grain::kWeek}, {"month", Grain::kMonth},
      {"quarter", Grain::kQuarter}, {"half", Grain::kHalf}, {"year", Grain::kYear}};
  const auto it = kGrains.find(*name);
  return it == kGrains.end() ? std::nullopt : std::optional(it->second);
}

// "24" in "FY24" is 2024, "98" is 1998 (the POSIX window: 69..99 are 19xx).
std::optional<long long> to_year(const Value& value) {
  const std::optional<long long> year = to_count(value);
  if (!year) return std::nullopt;
  if (*year >= 0 && *year < 100) return *year < 69 ? 2000 + *year : 1900 + *year;
  return *year;
}

Time period(Interval interval, Grain grain) {
  Time time;
  time.interval = interval;
  time.grain = grain;
  return time;
}

// A time that is known to be one, but whose days need a reference date that the document does not have.
Value unresolved(Grain grain) {
  Time time;
  time.grain = grain;
  time.relative = true;
  return time;
}

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

Value numeral(const Arguments& a, const Now& now) {
  const std::string text = compatible(to_text(a[0]));
  const std::optional<Decimal> value = parse_numeral(text, now.decimal_comma);
  return value ? Value(*value) : Value();
}

Value vulgar(const Arguments& a) {
  const std::optional<Ratio> ratio = parse_vulgar_fraction(to_text(a[0]));
  return ratio ? Value(*ratio) : Value();
}

// ---------------------------------------------------------------- time

// The named part of the year `year`, or of the latest year in which it had begun by the reference date.
template <class Make>
Value in_year(const Value& year_value, const Now& now, Grain grain, Make make) {
  std::optional<long long> year = to_year(year_value);
  const bool yearless = !year;
  if (!year && !now.reference) return unresolved(grain);
  if (!year) year = year_of(*now.reference);
  std::optional<Interval> interval = make(*year);
  if (yearless && interval && interval->start > now.reference) interval = make(*year - 1);
  if (!interval) return {};
  Time time = period(*interval, grain);
  time.yearless = yearless;
  return time;
}

std::optional<Interval> months(long long year, long long first, long long count) {
  const std::optional<Day> start = make_day(year, first, 1);
  if (!start) return std::nullopt;
  const std::optional<Day> next = add_months(*start, count);
  if (!next) return std::nullopt;
  return Interval{start, *next - std::chrono::days(1)};
}

Value year(const Arguments& a) {
  const std::optional<long long> number = to_year(a[0]);
  const std::optional<Interval> interval = number ? months(*number, 1, 12) : std::nullopt;
  return interval ? Value(period(*interval, Grain::kYear)) : Value();
}

Value month(const Arguments& a, const Now& now) {
  const std::optional<long long> number = to_count(a[1]);
  if (!number) return {};
  return in_year(a[0], now, Grain::kMonth, [&](long long y) { return months(y, *number, 1); });
}

// A day without a year is the nearest one: "May 5" in a June article is last May, in an April article next
// May.
Value day(const Arguments& a, const Now& now) {
  const std::optional<long long> month_number = to_count(a[1]);
  const std::optional<long long> day_number = to_count(a[2]);
  if (!month_number || !day_number) return {};
  std::optional<long long> year_number = to_year(a[0]);
  const bool yearless = !year_number;
  if (!year_number && !now.reference) return unresolved(Grain::kDay);
  std::optional<Day> best;
  if (year_number) {
    best = make_day(*year_number, *month_number, *day_number);
  } else {
    for (long long y = year_of(*now.reference) - 1; y <= year_of(*now.reference) + 1; ++y) {
      const std::optional<Day> candidate = make_day(y, *month_number, *day_number);
      if (candidate && (!best || abs(*candidate - *now.reference) < abs(*best - *now.reference)))
        best = candidate;
    }
  }
  if (!best) return {};
  Time time = period({best, best}, Grain::kDay);
  time.kind = Time::Kind::kDate;
  time.yearless = yearless;
  return time;
}

Value division_of_year(const Arguments& a, const Now& now, Grain grain) {
  const std::optional<long long> number = to_count(a[1]);
  const long long length = grain == Grain::kQuarter ? 3 : 6;
  if (!number || *number < 1 || *number > 12 / length) return {};
  return in_year(a[0], now, grain,
                 [&](long long y) { return months(y, (*number - 1) * length + 1, length); });
}

// Northern meteorological seasons, whole months; winter is the one that begins in December.
Value season(const Arguments& a, const Now& now) {
  static const std::map<std::string, long long> kFirstMonth = {
      {"spring", 3}, {"summer", 6}, {"autumn", 9}, {"winter", 12}};
  const auto it = kFirstMonth.find(to_text(a[1]));
  if (it == kFirstMonth.end()) return {};
  return in_year(a[0], now, Grain::kQuarter, [&](long long y) { return months(y, it->second, 3); });
}

Value decade(const Arguments& a) {
  std::optional<long long> first = to_count(a[0]);
  if (first && *first < 100) first = *first < 30 ? 2000 + *first : 1900 + *first;
  const std::optional<Interval> interval = first ? months(*first, 1, 120) : std::nullopt;
  return interval ? Value(period(*interval, Grain::kYear)) : Value();
}

Value century(const Arguments& a) {
  const std::optional<long long> number = to_count(a[0]);
  const std::optional<Interval> interval = number ? months((*number - 1) * 100 + 1, 1, 1200) : std::nullopt;
  return interval ? Value(period(*interval, Grain::kYear)) : Value();
}

Value this_grain(const Arguments& a, const Now& now) {
  const std::optional<Grain> grain = to_grain(a[0]);
  if (!grain) return {};
  if (!now.reference) return unresolved(*grain);
  Time time = period(containing(*now.reference, *grain), *grain);
  if (*grain == Grain::kDay) time.kind = Time::Kind::kDate;
  time.relative = true;
  return time;
}

Value shifted(const Arguments& a) {
  const Time* time = to_time(a[0]);
  const std::optional<Grain> grain = to_grain(a[1]);
  const std::optional<long long> count = to_count(a[2]);
  if (time == nullptr || !grain || !count) return {};
  const std::optional<Interval> moved = shift(time->interval, *grain, *count);
  if (!moved) return {};
  Time out = *time;
  out.interval = *moved;
  return out;
}

// "January–September 2025", "May to July": a first end without a year takes the latest year that puts it
// before the second.
Value between(const Arguments& a) {
  const Time* from = to_time(a[0]);
  const Time* to = to_time(a[1]);
  if (from == nullptr || to == nullptr || !from->interval.start || !to->interval.end) return {};
  Interval start = from->interval;
  if (from->yearless) {
    const int difference = year_of(*to->interval.end) - year_of(*start.start);
    const std::optional<Interval> moved = shift(start, Grain::kYear, difference);
    if (!moved) return {};
    start = *moved;
    if (*start.start > *to->interval.end) start = shift(start, Grain::kYear, -1).value_or(start);
  }
  if (*start.start > *to->interval.end) return {};
  Time out = period({start.start, to->interval.end}, to->grain);
  out.yearless = from->yearless && to->yearless;
  return out;
}

Value open_ended(const Arguments& a, bool since) {
  const Time* time = to_time(a[0]);
  if (time == nullptr) return {};
  Time out = *time;
  out.kind = Time::Kind::kPeriod;
  (since ? out.interval.end : out.interval.start).reset();
  return out;
}

// A time whose year was only guessed, moved back until it is not after the reference date: what has ended is
// past.
Value past(const Arguments& a, const Now& now) {
  const Time* time = to_time(a[0]);
  if (time == nullptr) return {};
  if (!time->yearless || !now.reference || !time->interval.start || *time->interval.start <= *now.reference)
    return *time;
  return shifted({*time, std::string("year"), Decimal(-1)});
}

// "the three months ended June 30": `count` grains up to the end of the time.
Value ending(const Arguments& a) {
  const std::optional<long long> count = to_count(a[0]);
  const std::optional<Grain> grain = to_grain(a[1]);
  const Time* time = to_time(a[2]);
  if (!count || !grain || time == nullptr) return {};
  if (!time->interval.end) return *time;
  const std::optional<Day> start = add(*time->interval.end + std::chrono::days(1), *grain, -*count);
  if (!start) return {};
  Time out = period({start, time->interval.end}, *grain);
  out.yearless = time->yearless;
  return out;
}

// "the past five years": whole grains before the one that holds the reference date; next: those after it.
Value neighbours(const Arguments& a, const Now& now, bool future) {
  const std::optional<long long> count = to_count(a[0]);
  const std::optional<Grain> grain = to_grain(a[1]);
  if (!count || *count < 1 || !grain) return {};
  if (!now.reference) return unresolved(*grain);
  const std::optional<Day> other = add(*now.reference, *grain, future ? *count : -*count);
  if (!other) return {};
  const auto one = std::chrono::days(1);
  Time out = period(future ? Interval{*now.reference + one, *other} : Interval{*other + one, *now.reference},
                    *grain);
  out.relative = true;
  return out;
}

Value duration(const Arguments& a, Time::Kind kind) {
  const std::optional<Decimal> count = to_decimal(a[0]);
  const std::optional<Grain> grain = to_grain(a[1]);
  if (!count || !grain) return {};
  Time out;
  out.kind = kind;
  out.count = count;
  out.grain = *grain;
  return out;
}

// The day of the week (1 is Monday, ISO 8601) before the reference date (-1), the nearest one up to it (0),
// or after it (1).
Value weekday(const Arguments& a, const Now& now) {
  const std::optional<long long> number = to_count(a[0]);
  const std::optional<long long> direction = to_count(a[1]);
  if (!number || !direction || *number < 1 || *number > 7) return {};
  if (!now.reference) return unresolved(Grain::kDay);
  const long long today = std::chrono::weekday(*now.reference).iso_encoding();
  long long distance = *number - today;
  if (*direction > 0 && distance <= 0) distance += 7;
  if (*direction == 0 && distance > 0) distance -= 7;
  if (*direction < 0 && distance >= 0) distance -= 7;
  const Day found = *now.reference + std::chrono::days(distance);
  Time time = period({found, found}, Grain::kDay);
  time.kind = Time::Kind::kDate;
  time.relative = true;
  return time;
}

// The first (count > 0) or last (count < 0) grains of a time: "the first three quarters of 2025".
Value part(const Arguments& a) {
  const std::optional<long long> count = to_count(a[0]);
  const std::optional<Grain> grain = to_grain(a[1]);
  const Time* time = to_time(a[2]);
  if (!count || *count == 0 || !grain || time == nullptr || !time->interval.start || !time->interval.end)
    return {};
  Interval interval = time->interval;
  if (*count > 0) {
    const std::optional<Day> next = add(*interval.start, *grain, *count);
    if (!next) return {};
    interval.end = *next - std::chrono::days(1);
  } else {
    interval.start = add(*interval.end + std::chrono::days(1), *grain, *count);
    if (!interval.start) return {};
  }
  Time out = *time;
  out.interval = interval;
  out.grain = *grain;
  return out;
}

// The n-th grain of a time, from 1; from the end when negative: "the third quarter of fiscal 2025".
Value nth(const Arguments& a) {
  const std::optional<long long> number = to_count(a[0]);
  if (!number || *number == 0) return {};
  const Value upto = part(a);
  const Time* time = to_time(upto);
  if (time == nullptr) return {};
  return part({Decimal(*number > 0 ? -1 : 1), a[1], *time});
}

Value to_date(const Arguments& a, const Now& now) {
  const Time* time = to_time(a[0]);
  if (time == nullptr || !now.reference || !time->interval.start || *time->interval.start > *now.reference)
    return {};
  Time out = *time;
  out.interval.end = now.reference;
  return out;
}

// A time moved into another time's year: "the same quarter of 2024".
Value same_period(const Arguments& a) {
  const std::optional<Grain> grain = to_grain(a[0]);
  const std::optional<long long> count = to_count(a[1]);
  if (!grain || !count) return {};
  Time out;
  out.grain = *grain;
  out.shift_count = static_cast<int>(*count);
  out.relative = true;
  return out;
}

Value edge_of(const Arguments& a, bool start) {
  const Time* time = to_time(a[0]);
  if (time == nullptr) return {};
  const std::optional<Day> at = start ? time->interval.start : time->interval.end;
  if (!at) return {};
  Time out = *time;
  out.kind = Time::Kind::kDate;
  out.interval = {at, at};
  return out;
}

Value year_of_time(const Arguments& a) {
  const Time* time = to_time(a[0]);
  if (time == nullptr || !time->interval.start || time->yearless) return {};
  return Decimal(year_of(*time->interval.start));
}

Value month_of_time(const Arguments& a) {
  const Time* time = to_time(a[0]);
  if (time == nullptr || !time->interval.start) return {};
  return Decimal(static_cast<long long>(month_of(*time->interval.start)));
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

using Function = Value (*)(const Arguments&, const Now&);

const std::map<std::string_view, Function>& table() {
  static const std::map<std::string_view, Function> kTable = {
      {"+", [](const Arguments& a, const Now&) { return arithmetic('+', a); }},
      {"-", [](const Arguments& a, const Now&) { return arithmetic('-', a); }},
      {"*", [](const Arguments& a, const Now&) { return arithmetic('*', a); }},
      {"/", [](const Arguments& a, const Now&) { return arithmetic('/', a); }},
      {"none", [](const Arguments&, const Now&) { return Value(); }},
      {"coalesce", [](const Arguments& a, const Now&) { return coalesce(a); }},
      {"less", [](const Arguments& a, const Now&) { return compare("less", a); }},
      {"equal", [](const Arguments& a, const Now&) { return compare("equal", a); }},
      {"max", [](const Arguments& a, const Now&) { return compare("max", a); }},
      {"min", [](const Arguments& a, const Now&) { return compare("min", a); }},
      {"not", [](const Arguments& a, const Now&) { return Value(!is_true(a[0])); }},
      {"and", [](const Arguments& a, const Now&) { return all_or_any(a, true); }},
      {"or", [](const Arguments& a, const Now&) { return all_or_any(a, false); }},
      {"neg",
       [](const Arguments& a, const Now&) {
         return arithmetic('-', {Decimal(0), a[0]});
       }},
      {"pow", [](const Arguments& a, const Now&) { return power(a); }},
      {"low_end", [](const Arguments& a, const Now&) { return low_end(a); }},
      {"fraction", [](const Arguments& a, const Now&) { return fraction(a); }},
      {"vulgar", [](const Arguments& a, const Now&) { return vulgar(a); }},
      {"numeral", [](const Arguments& a, const Now& n) { return numeral(a, n); }},
      {"lower", [](const Arguments& a, const Now&) { return Value(fold(to_text(a[0]))); }},
      {"concat", [](const Arguments& a, const Now&) { return concat(a); }},
      {"year", [](const Arguments& a, const Now&) { return year(a); }},
      {"month", [](const Arguments& a, const Now& n) { return month(a, n); }},
      {"day", [](const Arguments& a, const Now& n) { return day(a, n); }},
      {"quarter", [](const Arguments& a, const Now& n) { return division_of_year(a, n, Grain::kQuarter); }},
      {"half", [](const Arguments& a, const Now& n) { return division_of_year(a, n, Grain::kHalf); }},
      {"season", [](const Arguments& a, const Now& n) { return season(a, n); }},
      {"decade", [](const Arguments& a, const Now&) { return decade(a); }},
      {"century", [](const Arguments& a, const Now&) { return century(a); }},
      {"this", [](const Arguments& a, const Now& n) { return this_grain(a, n); }},
      {"shift", [](const Arguments& a, const Now&) { return shifted(a); }},
      {"between", [](const Arguments& a, const Now&) { return between(a); }},
      {"since", [](const Arguments& a, const Now&) { return open_ended(a, true); }},
      {"until", [](const Arguments& a, const Now&) { return open_ended(a, false); }},
      {"ending", [](const Arguments& a, const Now&) { return ending(a); }},
      {"past", [](const Arguments& a, const Now& n) { return past(a, n); }},
      {"last", [](const Arguments& a, const Now& n) { return neighbours(a, n, false); }},
      {"next", [](const Arguments& a, const Now& n) { return neighbours(a, n, true); }},
      {"duration", [](const Arguments& a, const Now&) { return duration(a, Time::Kind::kDuration); }},
      {"set_of", [](const Arguments& a, const Now&) { return duration(a, Time::Kind::kSet); }},
      {"weekday", [](const Arguments& a, const Now& n) { return weekday(a, n); }},
      {"part", [](const Arguments& a, const Now&) { return part(a); }},
      {"nth", [](const Arguments& a, const Now&) { return nth(a); }},
      {"to_date", [](const Arguments& a, const Now& n) { return to_date(a, n); }},
      {"same_period", [](const Arguments& a, const Now&) { return same_period(a); }},
      {"start_of", [](const Arguments& a, const Now&) { return edge_of(a, true); }},
      {"end_of", [](const Arguments& a, const Now&) { return edge_of(a, false); }},
      {"month_of", [](const Arguments& a, const Now&) { return month_of_time(a); }},
      {"year_of", [](const Arguments& a, const Now&) { return year_of_time(a); }},
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

bool is_true(const Value& value) {
  if (std::holds_alternative<std::monostate>(value)) return false;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  if (const auto* decimal = std::get_if<Decimal>(&value)) return !decimal->is_zero();
  if (const auto* text = std::get_if<std::string>(&value)) return !text->empty();
  return true;
}

Value call_function(std::string_view name, const std::vector<Value>& arguments, std::optional<Day> reference,
                    bool decimal_comma) {
  const auto it = table().find(name);
  return it == table().end() ? Value() : it->second(arguments, Now{reference, decimal_comma});
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
