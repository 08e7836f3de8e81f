// base/calendar: days of the proleptic Gregorian calendar, and arithmetic on them. Dates are whole days;
// there are no zones. Tested by tests/unit/base_test.cc.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace figmine {

using Day = std::chrono::sys_days;

enum class Grain { kDay, kWeek, kMonth, kQuarter, kHalf, kYear };

// An interval of days, both ends inclusive; an end that is open is absent.
struct Interval {
  std::optional<Day> start;
  std::optional<Day> end;
  friend bool operator==(const Interval&, const Interval&) = default;
};

// YYYY-MM-DD of an existing day of the years 1..9999 (ISO 8601 extended format); nothing for any other text.
[[nodiscard]] std::optional<Day> parse_iso_date(std::string_view text);
[[nodiscard]] std::string to_iso(Day day);

// Nothing where there is no such day (30 February) or the year is outside 1..9999.
[[nodiscard]] std::optional<Day> make_day(long long year, long long month, long long day);
[[nodiscard]] int year_of(Day day);
[[nodiscard]] unsigned month_of(Day day);

// The day `months` later; a day beyond the month's end becomes its last day (31 January + 1 month = 28
// February).
[[nodiscard]] std::optional<Day> add_months(Day day, long long months);
// The day `count` grains later.
[[nodiscard]] std::optional<Day> add(Day day, Grain grain, long long count);
// The calendar year, half, quarter, month, week (from Monday) or day that holds `day`.
[[nodiscard]] Interval containing(Day day, Grain grain);
// `interval` moved by `count` grains; whole months stay whole (February moved by a year ends on its last
// day).
[[nodiscard]] std::optional<Interval> shift(const Interval& interval, Grain grain, long long count);

// Western Easter Sunday, and that of the Orthodox churches, as Gregorian days; nothing outside 1583..9999.
[[nodiscard]] std::optional<Day> easter(long long year);
[[nodiscard]] std::optional<Day> orthodox_easter(long long year);
// The n-th Monday (1) .. Sunday (7) of a closed interval, from its end where n is negative; nothing where it
// has none.
[[nodiscard]] std::optional<Day> nth_weekday(const Interval& interval, long long weekday, long long n);
// The weeks of a closed interval: from the Monday of the first to the Sunday of the last one that has most of
// its days (its Thursday, ISO 8601) inside.
[[nodiscard]] Interval weeks_of(const Interval& interval);

}  // namespace figmine
