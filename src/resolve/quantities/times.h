// resolve/quantities/times: the times that rules have found, in the company's own year, and those that are
// none of the calendar. Tested by tests/cases.
#pragma once

#include "resolve/quantities/sentence.h"

namespace figmine::quantities {

// The time of the annotation with that index; "fiscal 2025" in the article's accounting year.
[[nodiscard]] TimeSpan read_time(const SentenceView& sentence, std::uint32_t index);

// "two goals in the first half", "outscored 35-18 in the fourth quarter": no times of the calendar.
void drop_parts_of_game(const SentenceView& sentence, Resolved& resolved);

}  // namespace figmine::quantities
