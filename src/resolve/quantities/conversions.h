// resolve/quantities/conversions: amounts of money that are told once more in another currency. Tested by
// tests/cases.
#pragma once

#include "resolve/quantities/sentence.h"

namespace figmine::quantities {

// "A$3.2 million ($2.1 million)", "$1,299 (£999, AU$1,899)": what brackets convert is in another currency,
// so a bare sign is not the one that is written in full.
void tell_conversions_apart(const SentenceView& sentence, std::vector<Mention>& mentions);

}  // namespace figmine::quantities
