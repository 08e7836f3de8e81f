// claim/periods/times: what a single time of a sentence tells: whether a figure may be of it, how long it is,
// whether it is over, what leads to it. Tested by tests/cases and the corpus.
#pragma once

#include "claim/draft.h"

namespace figmine::periods {

// Whether a figure may be of the time: no length, no "every year", nothing that is aside.
[[nodiscard]] bool usable(const TimeSpan& time);

// Days after a period's end within which its results come.
inline constexpr long long kResultsDelay = 120;

// 0 where an end is open.
[[nodiscard]] long long days_of(const Interval& interval);
// By the calendar: "the past week" is seven days long, though it goes on up to the day on which it is told.
[[nodiscard]] inline long long days_of(const TimeSpan& time) { return days_of(time.calendar); }

// "over the past year": whether the period ends as the article appears; false where the end is open.
[[nodiscard]] bool ends_now(const Interval& interval, const std::optional<Day>& published);

// Whether the period was all but over when the article appeared: "returns in 2024", told in May, is no period
// that figures without a time are of.
[[nodiscard]] bool is_over(const Interval& interval, const std::optional<Day>& published);

// "Over the past six years it has planted 775 trees": whether the period ends as the article appears and is
// no day.
[[nodiscard]] bool spans_to_now(const Interval& interval, const std::optional<Day>& published);

// "over the next 12 months": whether the period begins as the article appears.
[[nodiscard]] bool spans_from_now(const Looker& look, const TimeSpan& time,
                                  const std::optional<Day>& published);

// What a time means that tells how far it is from another period, which is `base`: "a year earlier", "the
// second quarter of the prior year". The company's own year decides where a year begins.
[[nodiscard]] std::optional<Interval> moved(const Interval& base, const TimeSpan& time,
                                            const std::optional<FiscalYear>& own_year);

// Days before the publication in which a period that is carried must have ended.
constexpr long long kLongAgo = 420;
[[nodiscard]] bool is_long_past(const Interval& interval, const std::optional<Day>& published);

// "founded in 1921", "started in May": when something began.
[[nodiscard]] bool is_origin(const Looker& look, const Analysis& a, const TimeSpan& time);

// Whether a word of the type stands right before the time, or before the level that the time tells:
// "below the revised February rate", "than in September", "3% above the level of 2019".
[[nodiscard]] bool led_by(const Looker& look, const Analysis& a, const TimeSpan& time, std::string_view type);

}  // namespace figmine::periods
