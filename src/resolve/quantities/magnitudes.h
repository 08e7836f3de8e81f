// resolve/quantities/magnitudes: the magnitude that coordinated numbers share. Tested by tests/cases.
#pragma once

#include "resolve/quantities/sentence.h"

namespace figmine::quantities {

struct Scaled {
  Decimal base;       // the number before its magnitude
  Decimal magnitude;  // 1 where it has none
};

// "5 million" -> 5, 1000000; nothing where the mention has no number.
[[nodiscard]] std::optional<Scaled> scaled(const SentenceView& sentence, const Mention& mention);

// "3, 4 and 5 million units", "$2 or $3 million": the smaller numbers before the last one have its
// magnitude too. Backwards, each from the next.
void share_magnitudes(const SentenceView& sentence, std::vector<Mention>& mentions);

}  // namespace figmine::quantities
