// claim/periods/told_last: which time "during this period" goes back to. Tested by tests/cases and the
// corpus.
#pragma once

#include "claim/periods/evidence.h"

namespace figmine::periods {

// Answers questions about times; changes nothing.
class ToldLast {
 public:
  explicit ToldLast(const Evidence& evidence)
      : input_(evidence.figures.input()),
        look_(evidence.figures.look()),
        comparisons_(evidence.comparisons),
        other_things_(evidence.other_things) {}

  // The last time of more than a day before this one in its sentence or the few before; nullptr where none
  // is.
  [[nodiscard]] const TimeSpan* before(std::size_t sentence, const TimeSpan& time) const;

 private:
  [[nodiscard]] bool is_stretch(std::size_t sentence, const TimeSpan& time) const;

  const ClaimInput& input_;
  const Looker& look_;
  const Comparisons& comparisons_;
  const OtherThings& other_things_;
};

}  // namespace figmine::periods
