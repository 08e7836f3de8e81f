// resolve/quantities/values: the exact numbers of a quantity: its value or range, what they are by a
// factor, and the value in SI units. Tested by tests/unit/claim_test.cc and
// tests/unit/pipeline_test.cc.
#pragma once

#include "resolve/quantities/sentence.h"

namespace figmine::quantities {

// Digits that carry meaning: all of the first numeral but leading zeros, and trailing zeros of a whole
// number.
[[nodiscard]] int significant_digits(std::string_view text);

// The value, or the ends of the range, that a rule has read.
void set_values(const SentenceView& sentence, const Annotation& annotation, Quantity& quantity);

// The numbers by a factor, exactly: "62 cents" are 0.62 of the currency that the code names, "3.4" in a table
// in millions is 3,400,000. The surface stays.
void multiply(const Rational& factor, Quantity& quantity);

// The value of what is measured in SI units; nothing where the unit has none.
void set_si(Quantity& quantity, const std::optional<ResolvedUnit>& unit);

}  // namespace figmine::quantities
