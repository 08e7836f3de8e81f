// claim/periods/lead: the period that an article is about: the first quarter, half, year or month that its
// headline and first sentences name. Tested by tests/cases and the corpus.
#pragma once

#include "claim/draft.h"

namespace figmine::periods {

constexpr std::size_t kLeadSentences = 8;  // in which an article says what it is about
constexpr std::size_t kLede = 3;           // sentences

// Whether the article tells what people answered.
[[nodiscard]] bool tells_survey(const ClaimInput& input);

// When people were asked: "Fielded in May 2025, the poll", "The poll was fielded from 3 to 9 May".
[[nodiscard]] std::optional<Interval> survey_time(const ClaimInput& input);

// The period that figures are of whose sentences don't tell; `surveyed` as tells_survey() says.
[[nodiscard]] std::optional<Interval> leading_period(const ClaimInput& input, bool surveyed);

}  // namespace figmine::periods
