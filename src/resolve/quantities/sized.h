// resolve/quantities/sized: bare numbers of things whose size, or rating, is told before their noun. Tested
// by tests/cases.
#pragma once

#include "resolve/quantities/sentence.h"

namespace figmine::quantities {

// "two 40-foot containers", "five of the 6-ton cranes": the noun behind the size is what is counted.
void count_sized(const SentenceView& sentence, std::vector<Mention>& mentions);

}  // namespace figmine::quantities
