#include <gtest/gtest.h>

#include "base/calendar.h"
#include "match/functions.h"
#include "resolve/fiscal.h"

namespace figmine {
namespace {

Day day_of(std::string_view iso) { return *parse_iso_date(iso); }

// What the function gives, with Tuesday 10 March 2026 as the reference date.
std::string call(std::string_view name, const std::vector<Value>& arguments) {
  return to_text(call_function(name, arguments, day_of("2026-03-10")));
}

Time span(std::string_view start, std::string_view end) {
  Time time;
  time.interval = {day_of(start), day_of(end)};
  return time;
}

Value text(const char* word) { return std::string(word); }

TEST(Calendar, FindsEaster) {
  EXPECT_EQ(to_iso(*easter(2018)), "2018-04-01");
  EXPECT_EQ(to_iso(*easter(2026)), "2026-04-05");
  EXPECT_EQ(to_iso(*easter(1961)), "1961-04-02");
  EXPECT_EQ(to_iso(*orthodox_easter(2018)), "2018-04-08");
  EXPECT_EQ(to_iso(*orthodox_easter(2020)), "2020-04-19");
  EXPECT_FALSE(easter(1500));
}

TEST(Calendar, CountsWeekdaysFromBothEnds) {
  const Interval november = containing(day_of("2025-11-10"), Grain::kMonth);
  EXPECT_EQ(to_iso(*nth_weekday(november, 4, 4)), "2025-11-27");
  EXPECT_EQ(to_iso(*nth_weekday(november, 7, -1)), "2025-11-30");
  EXPECT_EQ(to_iso(*nth_weekday(november, 6, 1)), "2025-11-01");
  EXPECT_FALSE(nth_weekday(november, 1, 5));
  EXPECT_FALSE(nth_weekday(november, 8, 1));
}

TEST(Calendar, GivesAWeekToTheTimeThatHasItsThursday) {
  const Interval year = weeks_of(containing(day_of("2021-06-01"), Grain::kYear));
  EXPECT_EQ(to_iso(*year.start), "2021-01-04");
  EXPECT_EQ(to_iso(*year.end), "2022-01-02");
}

TEST(TimeFunctions, YearOfATimeThatComesEveryYear) {
  EXPECT_EQ(call("month", {{}, Decimal(9)}), "2025-09-01..2025-09-30");
  EXPECT_EQ(call("month", {text("coming"), Decimal(9)}), "2026-09-01..2026-09-30");
  EXPECT_EQ(call("month", {text("past"), Decimal(3)}), "2025-03-01..2025-03-31");
  EXPECT_EQ(call("day", {{}, Decimal(6), Decimal(30)}), "2026-06-30");
  EXPECT_EQ(call("day", {text("past"), Decimal(6), Decimal(30)}), "2025-06-30");
  EXPECT_EQ(call("day", {{}, Decimal(2), Decimal(29)}), "2028-02-29");
  EXPECT_EQ(call("easter", {text("past")}), "2025-04-20");
  EXPECT_EQ(call("weekday_of_month", {{}, Decimal(11), Decimal(4), Decimal(4)}), "2025-11-27");
  EXPECT_TRUE(std::holds_alternative<Time>(call_function("easter", {Value()}, std::nullopt)));
}

TEST(TimeFunctions, PartsOfATime) {
  const Time july = span("2025-07-01", "2025-07-31");
  EXPECT_EQ(call("nth", {Decimal(2), text("week"), july}), "2025-07-07..2025-07-13");
  EXPECT_EQ(call("nth", {Decimal(-1), text("day"), july}), "2025-07-31");
  EXPECT_EQ(call("weekday_in", {Decimal(-1), Decimal(5), july}), "2025-07-25");
  EXPECT_EQ(call("stretch", {july, text("early")}), "2025-07-01..2025-07-10");
  EXPECT_EQ(call("stretch", {span("2025-01-01", "2025-12-31"), text("mid")}), "2025-05-01..2025-08-31");
  EXPECT_EQ(call("stretch", {span("2000-01-01", "2009-12-31"), text("late")}), "2007-01-01..2009-12-31");
  EXPECT_EQ(call("weekend", {span("2023-11-23", "2023-11-23")}), "2023-11-23..2023-11-26");
  EXPECT_EQ(call("weekend", {span("2021-09-06", "2021-09-06")}), "2021-09-04..2021-09-06");
  EXPECT_EQ(call("rest_of", {span("2026-01-01", "2026-12-31")}), "2026-03-10..2026-12-31");
  EXPECT_EQ(call("rest_of", {july}), "");
}

TEST(TimeFunctions, SpansFromTheReferenceDate) {
  EXPECT_EQ(call("last", {Decimal(5), text("year")}), "2021-03-10..2026-03-09");
  EXPECT_EQ(call("last_whole", {Decimal(2), text("quarter")}), "2025-07-01..2025-12-31");
  EXPECT_EQ(call("next", {Decimal(2), text("month")}), "2026-03-11..2026-05-10");
  EXPECT_EQ(call("next_whole", {Decimal(3), text("week")}), "2026-03-16..2026-04-05");
  EXPECT_EQ(call("business_days", {Decimal(4)}), "2026-03-11..2026-03-16");
  EXPECT_EQ(call("business_days", {Decimal(-2)}), "2026-03-06..2026-03-09");
  EXPECT_EQ(call("business_days", {Decimal(0)}), "");
  EXPECT_EQ(call("day_of_month", {Decimal(0), Decimal(13), Decimal(5)}), "2026-03-13");
  EXPECT_EQ(call("day_of_month", {Decimal(-1), Decimal(15), {}}), "2026-02-15");
}

TEST(TimeFunctions, OpenEndsKeepASingleDay) {
  EXPECT_EQ(call("after", {span("2024-01-01", "2024-12-31")}), "2025-01-01..");
  EXPECT_EQ(call("after", {span("2025-05-03", "2025-05-03")}), "2025-05-03..");
  EXPECT_EQ(call("before", {span("2024-01-01", "2024-12-31")}), "..2023-12-31");
}

TEST(TimeFunctions, QuartersOfThirteenWeeks) {
  EXPECT_EQ(call("ending", {Decimal(1), text("quarter"), span("2024-10-27", "2024-10-27")}),
            "2024-07-29..2024-10-27");
  EXPECT_EQ(call("ending", {Decimal(12), text("month"), span("2025-01-26", "2025-01-26")}),
            "2024-01-29..2025-01-26");
  EXPECT_EQ(call("ending", {Decimal(1), text("year"), span("2025-04-05", "2025-04-05")}),
            "2024-04-06..2025-04-05");
}

std::string in_year(const Time& time, const FiscalYear& year, bool to_come = false) {
  return to_text(in_fiscal_year(time, year, day_of("2024-11-20"), to_come));
}

TEST(FiscalYear, WeeksOfAYearThatEndsOnASunday) {
  const FiscalYear year{day_of("2025-01-26"), 2025, true};
  EXPECT_EQ(in_year(span("2025-07-01", "2025-09-30"), year), "2024-07-29..2024-10-27");
  EXPECT_EQ(in_year(span("2025-01-01", "2025-12-31"), year), "2024-01-29..2025-01-26");
  EXPECT_EQ(in_year(span("2024-01-01", "2024-12-31"), year), "2023-01-30..2024-01-28");
}

TEST(FiscalYear, MonthsOfAYearThatEndsInJune) {
  const FiscalYear year{day_of("2025-06-30"), 2025, false};
  EXPECT_EQ(in_year(span("2025-01-01", "2025-09-30"), year), "2024-07-01..2025-03-31");
  EXPECT_EQ(in_year(span("2026-01-01", "2026-03-31"), year), "2025-07-01..2025-09-30");
}

TEST(FiscalYear, BeginsOnTheDayAfterTheLast) {
  const FiscalYear year{day_of("2025-06-30"), 2025, false};
  const auto begin = [&](const char* day) { return begin_of_fiscal_year(day_of(day), year); };
  EXPECT_EQ(begin("2025-06-30"), day_of("2024-07-01"));
  EXPECT_EQ(begin("2025-07-01"), day_of("2025-07-01"));
  EXPECT_EQ(begin("2024-03-31"), day_of("2023-07-01"));
  EXPECT_FALSE(begin("1990-03-31").has_value());
}

TEST(FiscalYear, TwoCalendarYearsAreOneFiscalYear) {
  const FiscalYear year{day_of("2026-03-31"), 2026, false};
  EXPECT_EQ(to_text(fiscal_year_ending_in(span("2026-01-01", "2027-12-31"), year)), "2026-04-01..2027-03-31");
}

TEST(FiscalYear, YearlessQuarters) {
  const FiscalYear year{day_of("2025-01-26"), std::nullopt, true};
  Time quarter = span("2024-10-01", "2024-12-31");
  EXPECT_EQ(in_year(quarter, year), "2024-10-01..2024-12-31");
  quarter.yearless = true;
  EXPECT_EQ(in_year(quarter, year), "2024-10-28..2025-01-26");
  Time first = span("2024-01-01", "2024-03-31");
  first.yearless = true;
  EXPECT_EQ(in_year(first, year), "2024-01-29..2024-04-28");
  EXPECT_EQ(in_year(first, year, true), "2025-01-27..2025-04-27");
}

}  // namespace
}  // namespace figmine
