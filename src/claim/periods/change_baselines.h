// claim/periods/change_baselines: what a change is measured against. Tested by tests/cases and the corpus.
#pragma once

#include "claim/periods/comparisons.h"
#include "claim/periods/figures.h"

namespace figmine::periods {

// Sets the baseline of a change, once the facts have their periods.
class ChangeBaselines {
 public:
  ChangeBaselines(const Figures& figures, const Comparisons& comparisons)
      : figures_(figures), look_(figures.look()), comparisons_(comparisons) {}

  // "up 2% on August", "more than in 2019", "40% down since 2010": the time behind; "than a year earlier": as
  // far before the fact's own period.
  void set(Draft& draft) const;

 private:
  [[nodiscard]] const TimeSpan* told_behind(const Draft& draft) const;
  [[nodiscard]] bool is_of_set_beside(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool is_told_against(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool names_other(const Draft& draft, TokenRange gap) const;
  [[nodiscard]] std::optional<Interval> days_of_baseline(const Draft& draft, const TimeSpan& time) const;

  const Figures& figures_;
  const Looker& look_;
  const Comparisons& comparisons_;
};

}  // namespace figmine::periods
