// claim/lists: items "Horseshoe Casino: $15.1 million" of a list whose labels are names, or are what its
// heading divides by ("Engagement Rates by Industry:"): the label is the subject. So it is in
// a row within a sentence: "Sales by region: Europe $40 million, Asia $30 million". Tested by tests/cases.
#pragma once

#include "claim/draft.h"

namespace figmine {

// Before find_measures: gives subject, and measure where the heading has it, to the figures of such lists.
void read_lists(std::vector<Draft>& drafts, const ClaimInput& input);

}  // namespace figmine
