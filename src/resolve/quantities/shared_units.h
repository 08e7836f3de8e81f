// resolve/quantities/shared_units: the unit that coordinated numbers share. Tested by tests/cases.
#pragma once

#include "resolve/quantities/sentence.h"

namespace figmine::quantities {

// "10, 20 and 30 mM", "eight or nine euros", "8.5 x 11 inches", "from 5 million to 6 million tonnes": the
// numbers before the last one have its unit too. Backwards, each from the next.
void share_units(const SentenceView& sentence, std::vector<Mention>& mentions);

}  // namespace figmine::quantities
