// claim/periods/told: the periods that an article names anywhere, to find the one that a step back leads to.
// Tested by tests/cases and the corpus.
#pragma once

#include <map>

#include "claim/draft.h"

namespace figmine::periods {

// Reads all times of the document when it is made.
class ToldPeriods {
 public:
  explicit ToldPeriods(const ClaimInput& input);

  // The period that the article names within some days of this one: quarters of weeks shift a little. Both
  // ends are known.
  [[nodiscard]] std::optional<Interval> near(const Interval& interval) const;
  // How often the article tells of the period a step before.
  [[nodiscard]] int times_before(const Interval& base, Grain grain) const;

 private:
  using Told = std::map<std::pair<Day, Day>, int>;  // (start, end) -> times told
  [[nodiscard]] Told::const_iterator at(const Interval& interval) const;

  Told told_;
};

}  // namespace figmine::periods
