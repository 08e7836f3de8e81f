// claim/period_lead: the period that an article is about, and what its sentences' times tell of it. The
// article's leading period is the first quarter, half, year or month that its headline and first sentences
// name. Tested by tests/cases and the corpus.
#pragma once

#include <map>

#include "claim/draft.h"

namespace figmine {

constexpr std::size_t kLeadSentences = 8;  // in which an article says what it is about
constexpr std::size_t kLede = 3;           // sentences
constexpr long long kLongAgo =
    420;  // days before the publication in which a period that is carried must have ended

// The sentence that the article begins with: a page's menu may stand before it.
[[nodiscard]] std::size_t opening_of(const ClaimInput& input);

// Whether a figure may be of the time: no length, no "every year", nothing that is aside.
[[nodiscard]] bool usable(const TimeSpan& time);

// 0 where an end is open.
[[nodiscard]] long long days_of(const Interval& interval);

// "over the past year": whether the period ends as the article appears; false where the end is open.
[[nodiscard]] bool ends_now(const Interval& interval, const std::optional<Day>& published);

// Whether the period was all but over when the article appeared: "returns in 2024", told in May, is no period
// that figures without a time are of.
[[nodiscard]] bool is_over(const Interval& interval, const std::optional<Day>& published);

// "founded in 1921", "started in May": when something began.
[[nodiscard]] bool is_origin(const Looker& look, const Analysis& a, const TimeSpan& time);

// Whether the article tells what people answered.
[[nodiscard]] bool tells_survey(const ClaimInput& input);

// Whether a word of the type stands right before the time, or before the level that the time tells:
// "below the revised February rate", "than in September", "3% above the level of 2019".
[[nodiscard]] bool led_by(const Looker& look, const Analysis& a, const TimeSpan& time, std::string_view type);

// (start, end) -> times told
using ToldIntervals = std::map<std::pair<Day, Day>, int>;
[[nodiscard]] ToldIntervals told_intervals(const ClaimInput& input);

// The period that figures are of whose sentences don't tell; `surveyed` as tells_survey() says.
[[nodiscard]] std::optional<Interval> leading_period(const ClaimInput& input, bool surveyed);

}  // namespace figmine
