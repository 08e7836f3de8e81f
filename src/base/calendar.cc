#include "base/calendar.h"

#include <fmt/format.h>

namespace figmine {

namespace chrono = std::chrono;

std::optional<Day> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int parts[3] = {0, 0, 0};
  int part = 0;
  for (const char c : text) {
    if (c == '-') {
      ++part;
      continue;
    }
    if (c < '0' || c > '9' || part > 2) return std::nullopt;
    parts[part] = parts[part] * 10 + (c - '0');
  }
  return make_day(parts[0], parts[1], parts[2]);
}

std::string to_iso(Day day) {
  const chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::optional<Day> make_day(long long year, long long month, long long day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const chrono::year_month_day date{chrono::year(static_cast<int>(year)),
                                    chrono::month(static_cast<unsigned>(month)),
                                    chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return chrono::sys_days(date);
}

int year_of(Day day) { return static_cast<int>(chrono::year_month_day(day).year()); }
unsigned month_of(Day day) { return static_cast<unsigned>(chrono::year_month_day(day).month()); }

std::optional<Day> add_months(Day day, long long months) {
  if (months > 120000 || months < -120000) return std::nullopt;
  chrono::year_month_day date(day);
  date += chrono::months(months);
  if (static_cast<int>(date.year()) < 1 || static_cast<int>(date.year()) > 9999) return std::nullopt;
  if (!date.ok()) date = date.year() / date.month() / chrono::last;
  return chrono::sys_days(date);
}

std::optional<Day> add(Day day, Grain grain, long long count) {
  if (count > 4000000 || count < -4000000) return std::nullopt;
  switch (grain) {
    case Grain::kDay:
    case Grain::kWeek: {
      const Day moved = day + chrono::days(grain == Grain::kWeek ? 7 * count : count);
      if (moved < *make_day(1, 1, 1) || moved > *make_day(9999, 12, 31)) return std::nullopt;
      return moved;
    }
    case Grain::kMonth:
      return add_months(day, count);
    case Grain::kQuarter:
      return add_months(day, 3 * count);
    case Grain::kHalf:
      return add_months(day, 6 * count);
    case Grain::kYear:
      return add_months(day, 12 * count);
  }
  return std::nullopt;
}

Interval containing(Day day, Grain grain) {
  if (grain == Grain::kDay) return {day, day};
  if (grain == Grain::kWeek) {
    const unsigned from_monday = chrono::weekday(day).iso_encoding() - 1;
    const Day monday = day - chrono::days(from_monday);
    return {monday, monday + chrono::days(6)};
  }
  const long long length = grain == Grain::kMonth     ? 1
                           : grain == Grain::kQuarter ? 3
                           : grain == Grain::kHalf    ? 6
                                                      : 12;
  const long long month = (month_of(day) - 1) / length * length + 1;
  const std::optional<Day> start = make_day(year_of(day), month, 1);
  const std::optional<Day> next = add_months(*start, length);
  return {start, next ? *next - chrono::days(1) : *make_day(9999, 12, 31)};
}

std::optional<Interval> shift(const Interval& interval, Grain grain, long long count) {
  Interval moved;
  if (interval.start) {
    moved.start = add(*interval.start, grain, count);
    if (!moved.start) return std::nullopt;
  }
  if (interval.end) {
    // Shifting the day after the end keeps whole months whole.
    const std::optional<Day> next = add(*interval.end + chrono::days(1), grain, count);
    if (!next) return std::nullopt;
    moved.end = *next - chrono::days(1);
  }
  return moved;
}

// The algorithm of Meeus, Jones and Butcher.
std::optional<Day> easter(long long year) {
  if (year < 1583 || year > 9999) return std::nullopt;
  const long long golden = year % 19;
  const long long century = year / 100;
  const long long rest = year % 100;
  const long long moon = (century - (century + 8) / 25 + 1) / 3;
  const long long epact = (19 * golden + century - century / 4 - moon + 15) % 30;
  const long long sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
  const long long late = (golden + 11 * epact + 22 * sunday) / 451;
  const long long from_march = epact + sunday - 7 * late + 114;
  return make_day(year, from_march / 31, from_march % 31 + 1);
}

// Meeus's algorithm for the Julian calendar, whose days are 10 behind the Gregorian ones from 1583, 13 now.
std::optional<Day> orthodox_easter(long long year) {
  if (year < 1583 || year > 9999) return std::nullopt;
  const long long moon = (19 * (year % 19) + 15) % 30;
  const long long sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const long long from_march = moon + sunday + 114;
  const std::optional<Day> julian = make_day(year, from_march / 31, from_march % 31 + 1);
  if (!julian) return std::nullopt;
  return *julian + chrono::days(year / 100 - year / 400 - 2);
}

std::optional<Day> nth_weekday(const Interval& interval, long long weekday, long long n) {
  if (!interval.start || !interval.end || weekday < 1 || weekday > 7 || n == 0 || n > 5000 || n < -5000)
    return std::nullopt;
  const Day from = n > 0 ? *interval.start : *interval.end;
  const long long there = chrono::weekday(from).iso_encoding();
  const long long distance =
      n > 0 ? (weekday - there + 7) % 7 + 7 * (n - 1) : -((there - weekday + 7) % 7) + 7 * (n + 1);
  const Day found = from + chrono::days(distance);
  if (found < *interval.start || found > *interval.end) return std::nullopt;
  return found;
}

Interval weeks_of(const Interval& interval) {
  constexpr int kThursday = 3;  // days after Monday
  const auto monday = [](Day day) { return *containing(day, Grain::kWeek).start; };
  const auto day = chrono::days(1);
  Day first = monday(*interval.start);
  if (first + kThursday * day < *interval.start) first += 7 * day;
  Day last = monday(*interval.end);
  if (last + kThursday * day > *interval.end) last -= 7 * day;
  return {first, last + 6 * day};
}

}  // namespace figmine
