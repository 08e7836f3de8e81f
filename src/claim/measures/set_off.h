// claim/measures/set_off: shares that commas or "with" set off from the rest: "Cloud revenue, now 12% of
// sales, rose", "With 60% of its stock kept in Oslo". Tested by tests/cases and the corpus.
#pragma once

#include "claim/measures/figures.h"
#include "claim/measures/predicates.h"
#include "claim/measures/setter.h"

namespace figmine::measures {

// Sets the measures of such shares.
class SetOff {
 public:
  SetOff(const Figures& figures, const Setter& setter, const Predicates& predicates)
      : figures_(figures), look_(figures.look()), setter_(setter), predicates_(predicates) {}

  // "Cloud revenue, now 12% of sales, rose": the phrase before the comma.
  bool by_commas(Draft& draft, TokenRange whole) const;
  // "With 60% of its stock kept in Oslo,", "with 65% of adults feeling safer": what "with" tells of the part.
  bool by_with(Draft& draft, TokenRange whole) const;

 private:
  const Figures& figures_;
  const Looker& look_;
  const Setter& setter_;
  const Predicates& predicates_;
};

}  // namespace figmine::measures
