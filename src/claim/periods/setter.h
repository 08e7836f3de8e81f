// claim/periods/setter: writes the period that was found into a fact. Tested by tests/cases and the corpus.
#pragma once

#include "claim/draft.h"

namespace figmine::periods {

class Setter {
 public:
  explicit Setter(const Looker& look) : look_(look) {}

  // The days that a time of the figure's sentence means.
  void set(Draft& draft, const TimeSpan& time, const Interval& days) const;
  // Days that the sentence does not tell.
  static void infer(Draft& draft, const Interval& days);

 private:
  const Looker& look_;
};

// Nothing where an end is open.
[[nodiscard]] std::optional<Interval> interval_of(const Period& period);

}  // namespace figmine::periods
