#include "match/time_functions.h"

#include <algorithm>

#include "match/functions.h"

namespace figmine {
namespace {

using Arguments = std::vector<Value>;

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

Time one_day(Day day) {
  Time time = period({day, day}, Grain::kDay);
  time.kind = Time::Kind::kDate;
  return time;
}

// A time that is known to be one, but whose days need a reference date that the document does not have.
Value unresolved(Grain grain) {
  Time time;
  if (grain == Grain::kDay) time.kind = Time::Kind::kDate;
  time.grain = grain;
  time.relative = true;
  return time;
}

// The number of days from the reference date to a time: 0 while it lasts.
long long distance_to(const Interval& interval, Day reference) {
  if (*interval.end < reference) return (*interval.end - reference).count();
  return *interval.start > reference ? (*interval.start - reference).count() : 0;
}

enum class Way { kPast, kNearest, kComing };

// Of the times that `make` gives for the years around the reference date: the last that is past, the nearest,
// or the first to come.
template <class Make>
std::optional<Interval> closest_year(Way way, Day reference, Make make) {
  std::optional<Interval> best;
  for (long long year = year_of(reference) - 2; year <= year_of(reference) + 2; ++year) {
    const std::optional<Interval> interval = make(year);
    if (!interval) continue;
    const long long distance = distance_to(*interval, reference);
    if ((way == Way::kPast && distance >= 0) || (way == Way::kComing && distance <= 0)) continue;
    if (!best || std::abs(distance) < std::abs(distance_to(*best, reference))) best = interval;
  }
  return best;
}

// A time of every year: that of the year named; of the last one past ('past') or the first to come
// ('coming'); without a year by `yearless`.
template <class Make, class Yearless>
Value of_year(const Value& which, const Now& now, Grain grain, Make make, Yearless yearless) {
  const std::optional<long long> year = to_year(which);
  if (!year && !now.reference) return unresolved(grain);
  const std::string word = to_text(which);
  const std::optional<Interval> interval = year             ? make(*year)
                                           : word == "past" ? closest_year(Way::kPast, *now.reference, make)
                                           : word == "coming"
                                               ? closest_year(Way::kComing, *now.reference, make)
                                               : yearless(*now.reference);
  if (!interval) return {};
  Time time = period(*interval, grain);
  if (grain == Grain::kDay) time.kind = Time::Kind::kDate;
  time.yearless = !year && word.empty();
  return time;
}

// A month or quarter without a year is the latest that has begun by the reference date.
template <class Make>
Value in_year(const Value& year, const Now& now, Grain grain, Make make) {
  return of_year(year, now, grain, make, [&](Day reference) {
    const std::optional<Interval> interval = make(year_of(reference));
    return interval && *interval->start > reference ? make(year_of(reference) - 1) : interval;
  });
}

// A day without a year is the nearest one: "May 5" in a June article is last May, in an April article next
// May.
template <class Make>
Value day_in_year(const Value& year, const Now& now, Make make) {
  const auto interval = [&](long long y) -> std::optional<Interval> {
    const std::optional<Day> day = make(y);
    return day ? std::optional(Interval{day, day}) : std::nullopt;
  };
  return of_year(year, now, Grain::kDay, interval,
                 [&](Day reference) { return closest_year(Way::kNearest, reference, interval); });
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

Value day(const Arguments& a, const Now& now) {
  const std::optional<long long> month = to_count(a[1]);
  const std::optional<long long> day = to_count(a[2]);
  if (!month || !day) return {};
  return day_in_year(a[0], now, [&](long long y) { return make_day(y, *month, *day); });
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
  const std::optional<Interval> interval = first ? months(*first / 10 * 10, 1, 120) : std::nullopt;
  return interval ? Value(period(*interval, Grain::kYear)) : Value();
}

// ISO 8601: the 21st century is the hundred years whose numbers begin with 20.
Value century(const Arguments& a) {
  const std::optional<long long> number = to_count(a[0]);
  const std::optional<Interval> interval =
      number && *number > 1 && *number < 100 ? months((*number - 1) * 100, 1, 1200) : std::nullopt;
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

// Moves a time whose year was guessed by whole years, so that it is in the year of `day`.
Interval in_year_of(const Interval& interval, Day day) {
  const int difference = year_of(day) - year_of(*interval.start);
  return shift(interval, Grain::kYear, difference).value_or(interval);
}

// The years that two yearless ends share: the present ones, where the span would hold the reference date
// then.
Interval around(const Interval& span, std::optional<Day> reference) {
  if (!reference || *span.end >= *reference) return span;
  const std::optional<Interval> later = shift(span, Grain::kYear, 1);
  return later && *later->start <= *reference && *later->end >= *reference ? *later : span;
}

// "January–September 2025", "13 May 2025 to 5 June": an end without a year takes the year of the other one,
// or the next that keeps their order.
Value between(const Arguments& a, const Now& now) {
  const Time* from = to_time(a[0]);
  const Time* to = to_time(a[1]);
  if (from == nullptr || to == nullptr || !from->interval.start || !to->interval.end) return {};
  Interval start = from->interval;
  Interval end = to->interval;
  if (from->yearless) {
    start = in_year_of(start, *end.end);
    if (*start.start > *end.end) start = shift(start, Grain::kYear, -1).value_or(start);
  } else if (to->yearless && end.start) {
    end = in_year_of(end, *start.start);
    if (*end.end < *start.start) end = shift(end, Grain::kYear, 1).value_or(end);
  }
  if (*start.start > *end.end) return {};
  Time out = period({start.start, end.end}, to->grain);
  out.yearless = from->yearless && to->yearless;
  if (out.yearless) out.interval = around(out.interval, now.reference);
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

// "after 2024" begins in 2025, "before March" ends with February. A single day stays in: what is after the
// results of 3 May may be on 3 May.
Value beyond(const Arguments& a, bool after) {
  const Time* time = to_time(a[0]);
  if (time == nullptr || !time->interval.start || !time->interval.end) return {};
  Interval rest{time->interval.start, time->interval.end};
  const auto step = std::chrono::days(time->interval.start == time->interval.end ? 0 : 1);
  if (after) {
    rest.start = *rest.end + step;
  } else {
    rest.end = *rest.start - step;
  }
  Time out = *time;
  out.interval = rest;
  return open_ended({out}, after);
}

// A time whose year was only guessed, moved back until it is not after the reference date: what has ended is
// past. Or forward: what is to come has not ended.
Value past(const Arguments& a, const Now& now) {
  const Time* time = to_time(a[0]);
  if (time == nullptr) return {};
  if (!time->yearless || !now.reference || !time->interval.start || *time->interval.start <= *now.reference)
    return *time;
  return shifted({*time, std::string("year"), Decimal(-1)});
}

Value upcoming(const Arguments& a, const Now& now) {
  const Time* time = to_time(a[0]);
  if (time == nullptr) return {};
  if (!time->yearless || !now.reference || !time->interval.end || *time->interval.end >= *now.reference)
    return *time;
  return shifted({*time, std::string("year"), Decimal(1)});
}

// Weeks of that many quarters of 13; 0 where they are no quarters.
long long weeks_in(long long count, Grain grain) {
  switch (grain) {
    case Grain::kMonth:
      return count % 3 == 0 ? count / 3 * 13 : 0;
    case Grain::kQuarter:
      return count * 13;
    case Grain::kHalf:
      return count * 26;
    case Grain::kYear:
      return count * 52;
    default:
      return 0;
  }
}

// Years of 52 or 53 weeks end on one weekday near a month's end, but seldom on its last day: mostly on a
// Saturday or Sunday, never in the middle of the week on the first of a month.
bool is_near_month_end(Day day) {
  const auto month = [](Day d) { return month_of(d); };
  const std::chrono::weekday weekday{day};
  const bool midweek =
      weekday != std::chrono::Friday && weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
  if (midweek && month(day - std::chrono::days(1)) != month(day)) return false;
  if (month(day + std::chrono::days(1)) != month(day)) return false;
  return month(day + std::chrono::days(7)) != month(day) || month(day - std::chrono::days(3)) != month(day);
}

// "the three months ended June 30": `count` grains up to the end of the time.
Value ending(const Arguments& a) {
  const std::optional<long long> count = to_count(a[0]);
  const std::optional<Grain> grain = to_grain(a[1]);
  const Time* time = to_time(a[2]);
  if (!count || !grain || time == nullptr) return {};
  if (!time->interval.end) return *time;
  const long long weeks = weeks_in(*count, *grain);
  const bool by_weeks = weeks > 0 && is_near_month_end(*time->interval.end);
  const std::optional<Day> start = add(*time->interval.end + std::chrono::days(1),
                                       by_weeks ? Grain::kWeek : *grain, by_weeks ? -weeks : -*count);
  if (!start) return {};
  Time out = period({start, time->interval.end}, *grain);
  out.yearless = time->yearless;
  return out;
}

// "the past five years" end on the day before the reference date; next: those that begin on the day after it.
// `whole`: calendar years, months and so on, without the one that holds the reference date.
Value neighbours(const Arguments& a, const Now& now, bool future, bool whole) {
  const std::optional<long long> count = to_count(a[0]);
  const std::optional<Grain> grain = to_grain(a[1]);
  if (!count || *count < 1 || !grain) return {};
  if (!now.reference) return unresolved(*grain);
  const Interval present =
      whole ? containing(*now.reference, *grain) : Interval{now.reference, now.reference};
  const auto one = std::chrono::days(1);
  const Day near = future ? *present.end + one : *present.start;
  const std::optional<Day> far = add(near, *grain, future ? *count : -*count);
  if (!far) return {};
  Time out = period(future ? Interval{near, *far - one} : Interval{*far, near - one}, *grain);
  out.relative = true;
  return out;
}

// The n business days, Monday to Friday, after the reference date, or before it when negative.
Value business_days(const Arguments& a, const Now& now) {
  const std::optional<long long> count = to_count(a[0]);
  if (!count || *count == 0 || *count > 1000 || *count < -1000) return {};
  if (!now.reference) return unresolved(Grain::kDay);
  const auto step = std::chrono::days(*count > 0 ? 1 : -1);
  std::optional<Day> first;
  Day last = *now.reference;
  for (long long left = std::abs(*count); left > 0;) {
    last += step;
    if (std::chrono::weekday(last).iso_encoding() > 5) continue;
    if (!first) first = last;
    --left;
  }
  Time out = period(*count > 0 ? Interval{first, last} : Interval{last, first}, Grain::kDay);
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
  Time time = one_day(*now.reference + std::chrono::days(distance));
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
  Interval interval = *grain == Grain::kWeek ? weeks_of(time->interval) : time->interval;
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
  if (*grain == Grain::kDay && interval.start == interval.end) out.kind = Time::Kind::kDate;
  return out;
}

// "10 days from 18 December": `count` grains from the start of the time.
Value starting(const Arguments& a) {
  const std::optional<long long> count = to_count(a[0]);
  const std::optional<Grain> grain = to_grain(a[1]);
  const Time* time = to_time(a[2]);
  if (!count || *count < 1 || !grain || time == nullptr || !time->interval.start) return {};
  const std::optional<Day> next = add(*time->interval.start, *grain, *count);
  if (!next) return {};
  Time out = period({time->interval.start, *next - std::chrono::days(1)}, *grain);
  out.yearless = time->yearless;
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
  out.interval.end = std::min(time->interval.end.value_or(*now.reference), *now.reference);
  return out;
}

// The period that the text is about, moved by so many grains; the third argument is what the words mean where
// it is about none.
Value same_period(const Arguments& a) {
  const std::optional<Grain> grain = to_grain(a[0]);
  const std::optional<long long> count = to_count(a[1]);
  if (!grain || !count) return {};
  const Time* fallback = a.size() > 2 ? to_time(a[2]) : nullptr;
  Time out = fallback == nullptr ? Time{} : *fallback;
  out.grain = *grain;
  out.shift_count = static_cast<int>(*count);
  out.relative = true;
  return out;
}

// From the reference date, or the start where that is later, to the time's end: "the rest of the year".
Value rest_of(const Arguments& a, const Now& now) {
  const Time* time = to_time(a[0]);
  if (time == nullptr || !now.reference || !time->interval.end || *time->interval.end < *now.reference)
    return {};
  Time out = *time;
  out.interval.start = std::max(time->interval.start.value_or(*now.reference), *now.reference);
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

Value day_time(std::optional<Day> day, bool yearless) {
  if (!day) return {};
  Time time = one_day(*day);
  time.yearless = yearless;
  return time;
}

// The n-th weekday (1 is Monday) of a time, from its end when negative: "the last Friday of October".
Value weekday_in(const Arguments& a) {
  const std::optional<long long> number = to_count(a[0]);
  const std::optional<long long> weekday = to_count(a[1]);
  const Time* time = to_time(a[2]);
  if (!number || !weekday || time == nullptr) return {};
  return day_time(nth_weekday(time->interval, *weekday, *number), time->yearless);
}

// The same of a month of every year: "Thanksgiving".
Value weekday_of_month(const Arguments& a, const Now& now) {
  const std::optional<long long> month = to_count(a[1]);
  const std::optional<long long> weekday = to_count(a[2]);
  const std::optional<long long> number = to_count(a[3]);
  if (!month || !weekday || !number) return {};
  return day_in_year(a[0], now, [&](long long y) -> std::optional<Day> {
    const std::optional<Interval> days = months(y, *month, 1);
    return days ? nth_weekday(*days, *weekday, *number) : std::nullopt;
  });
}

Value easter_of(const Arguments& a, const Now& now, bool orthodox) {
  return day_in_year(a[0], now, [&](long long y) { return orthodox ? orthodox_easter(y) : easter(y); });
}

// "the 15th", "Friday the 13th": the nearest such day of a month to the reference date (direction 0), or the
// last one up to it (-1). The weekday (1 is Monday) may be absent.
Value day_of_month(const Arguments& a, const Now& now) {
  const std::optional<long long> direction = to_count(a[0]);
  const std::optional<long long> number = to_count(a[1]);
  const std::optional<long long> weekday = to_count(a[2]);
  if (!direction || !number || *number < 1 || *number > 31) return {};
  if (!now.reference) return unresolved(Grain::kDay);
  constexpr long long kMonths = 14;  // a weekday comes round to a day of the month within them
  std::optional<Day> best;
  for (long long i = -kMonths; i <= (*direction < 0 ? 0 : kMonths); ++i) {
    const Day month = *add_months(*containing(*now.reference, Grain::kMonth).start, i);
    const std::optional<Day> day = make_day(year_of(month), month_of(month), *number);
    if (!day || (*direction < 0 && *day > *now.reference)) continue;
    if (weekday && std::chrono::weekday(*day).iso_encoding() != *weekday) continue;
    if (!best || abs(*day - *now.reference) < abs(*best - *now.reference)) best = day;
  }
  return day_time(best, true);
}

// "week", the size of what the time names.
Value grain_of(const Arguments& a) {
  static constexpr std::string_view kNames[] = {"day", "week", "month", "quarter", "half", "year"};
  const Time* time = to_time(a[0]);
  return time == nullptr ? Value() : Value(std::string(kNames[static_cast<std::size_t>(time->grain)]));
}

// The calendar week, month and so on in which a time begins.
Value containing_time(const Arguments& a) {
  const Time* time = to_time(a[0]);
  const std::optional<Grain> grain = to_grain(a[1]);
  if (time == nullptr || !grain || !time->interval.start) return {};
  Time out = period(containing(*time->interval.start, *grain), *grain);
  out.yearless = time->yearless;
  return out;
}

// A part that words name loosely, as long as the part before and after it together are the rest: "early" a
// year is its first four months, "mid" the next four, "late" the last ones; of a month ten days each, of a
// week three days, one and three. "start" is a year's first quarter.
struct Loose {
  Grain step;
  long long early;  // steps before mid begins
  long long mid;    // steps before late begins
  long long start;
};

Loose loose_parts(long long days) {
  if (days < 7) return {Grain::kDay, (days + 2) / 3, (days + 1) * 2 / 3, (days + 2) / 3};
  if (days == 7) return {Grain::kDay, 3, 4, 3};
  if (days <= 31) return {Grain::kDay, 10, 20, 10};
  if (days > 1200) return {Grain::kYear, (days / 365 + 2) / 3, (days / 365 * 2 + 2) / 3, 1};
  const long long months = (days + 15) * 12 / 365;
  return {Grain::kMonth, (months + 2) / 3, (months * 2 + 2) / 3, std::max(1LL, months / 4)};
}

Value stretch(const Arguments& a) {
  const Time* time = to_time(a[0]);
  const std::string which = to_text(a[1]);
  if (time == nullptr || !time->interval.start || !time->interval.end) return {};
  const Loose parts = loose_parts((*time->interval.end - *time->interval.start).count() + 1);
  const auto after = [&](long long steps) { return add(*time->interval.start, parts.step, steps); };
  const std::optional<Day> mid = after(which == "start" ? parts.start : parts.early);
  const std::optional<Day> late = after(parts.mid);
  if (!mid || !late || *late > *time->interval.end) return *time;
  const auto one = std::chrono::days(1);
  Time out = *time;
  out.kind = Time::Kind::kPeriod;
  if (which == "early" || which == "start") out.interval.end = *mid - one;
  if (which == "mid") out.interval = {mid, *late - one};
  if (which == "late") out.interval.start = late;
  return out;
}

// Saturday and Sunday of the week in which the time begins; a Monday's, Thursday's or Friday's weekend is the
// one that it makes longer.
Value weekend(const Arguments& a) {
  const Time* time = to_time(a[0]);
  if (time == nullptr || !time->interval.start || !time->interval.end) return {};
  const auto one = std::chrono::days(1);
  const Interval week = containing(*time->interval.start, Grain::kWeek);
  Interval days{*week.end - one, week.end};
  if (time->interval.start == time->interval.end) {
    const unsigned day = std::chrono::weekday(*time->interval.start).iso_encoding();
    if (day == 1) days = {*week.start - 2 * one, week.start};
    if (day == 4 || day == 5) days.start = time->interval.start;
  }
  Time out = *time;
  out.kind = Time::Kind::kPeriod;
  out.grain = Grain::kDay;
  out.interval = days;
  return out;
}

}  // namespace

const std::map<std::string_view, TimeFunction>& time_functions() {
  static const std::map<std::string_view, TimeFunction> kTable = {
      {"year", [](const Arguments& a, const Now&) { return year(a); }},
      {"month", [](const Arguments& a, const Now& n) { return month(a, n); }},
      {"day", [](const Arguments& a, const Now& n) { return day(a, n); }},
      {"season", [](const Arguments& a, const Now& n) { return season(a, n); }},
      {"decade", [](const Arguments& a, const Now&) { return decade(a); }},
      {"century", [](const Arguments& a, const Now&) { return century(a); }},
      {"this", [](const Arguments& a, const Now& n) { return this_grain(a, n); }},
      {"shift", [](const Arguments& a, const Now&) { return shifted(a); }},
      {"between", [](const Arguments& a, const Now& n) { return between(a, n); }},
      {"since", [](const Arguments& a, const Now&) { return open_ended(a, true); }},
      {"until", [](const Arguments& a, const Now&) { return open_ended(a, false); }},
      {"ending", [](const Arguments& a, const Now&) { return ending(a); }},
      {"past", [](const Arguments& a, const Now& n) { return past(a, n); }},
      {"last", [](const Arguments& a, const Now& n) { return neighbours(a, n, false, false); }},
      {"next", [](const Arguments& a, const Now& n) { return neighbours(a, n, true, false); }},
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
      {"quarter", [](const Arguments& a, const Now& n) { return division_of_year(a, n, Grain::kQuarter); }},
      {"half", [](const Arguments& a, const Now& n) { return division_of_year(a, n, Grain::kHalf); }},
      {"after", [](const Arguments& a, const Now&) { return beyond(a, true); }},
      {"before", [](const Arguments& a, const Now&) { return beyond(a, false); }},
      {"upcoming", [](const Arguments& a, const Now& n) { return upcoming(a, n); }},
      {"starting", [](const Arguments& a, const Now&) { return starting(a); }},
      {"last_whole", [](const Arguments& a, const Now& n) { return neighbours(a, n, false, true); }},
      {"next_whole", [](const Arguments& a, const Now& n) { return neighbours(a, n, true, true); }},
      {"business_days", [](const Arguments& a, const Now& n) { return business_days(a, n); }},
      {"rest_of", [](const Arguments& a, const Now& n) { return rest_of(a, n); }},
      {"weekday_in", [](const Arguments& a, const Now&) { return weekday_in(a); }},
      {"weekday_of_month", [](const Arguments& a, const Now& n) { return weekday_of_month(a, n); }},
      {"easter", [](const Arguments& a, const Now& n) { return easter_of(a, n, false); }},
      {"orthodox_easter", [](const Arguments& a, const Now& n) { return easter_of(a, n, true); }},
      {"day_of_month", [](const Arguments& a, const Now& n) { return day_of_month(a, n); }},
      {"stretch", [](const Arguments& a, const Now&) { return stretch(a); }},
      {"grain_of", [](const Arguments& a, const Now&) { return grain_of(a); }},
      {"containing", [](const Arguments& a, const Now&) { return containing_time(a); }},
      {"weekend", [](const Arguments& a, const Now&) { return weekend(a); }},
  };
  return kTable;
}

}  // namespace figmine
