// resolve/quantities/joints: what joins a figure to the next one: a list, an old and a new level, a part and
// its whole. Tested by tests/cases.
#pragma once

#include "resolve/quantities/sentence.h"

namespace figmine::quantities {

// The words between two mentions, joined; empty where there are none or too many for a list.
[[nodiscard]] std::string separator(const SentenceView& sentence, std::uint32_t from, std::uint32_t to);

// The words without a mark before them: ", and" -> "and".
[[nodiscard]] std::string_view without(std::string_view words, char mark);

// "from 200 to 300 jobs"
[[nodiscard]] bool is_old_and_new(const SentenceView& sentence, const Mention& mention,
                                  std::string_view between);

// "340 million of the 2.1 billion crowns", "81 out of the 1,064 clubs", not "one of the 12 cities"
[[nodiscard]] bool is_part(const SentenceView& sentence, const Mention& mention, const Mention& whole);

// "130/80 mm Hg": both are told in the unit of the second one.
[[nodiscard]] bool is_pair_of_measures(const Mention& mention, const Mention& next,
                                       const std::string& between);

}  // namespace figmine::quantities
