// claim/periods/fit: which of a sentence's times a figure is of: the nearest of those that date neither a
// comparison, another verb, a name nor the telling itself. Tested by tests/cases and the corpus.
#pragma once

#include <set>

#include "claim/periods/comparisons.h"
#include "claim/periods/days.h"
#include "claim/periods/gaps.h"
#include "claim/periods/nouns.h"
#include "claim/periods/others.h"

namespace figmine::periods {

// Made once a document; remembers which times are old levels'.
class TimeFit {
 public:
  TimeFit(const Figures& figures, const Traits& traits, const Brackets& brackets, const Days& days,
          const Comparisons& comparisons, const OtherThings& other_things, const Deadlines& deadlines,
          const Others& others)
      : figures_(figures),
        look_(figures.look()),
        traits_(traits),
        brackets_(brackets),
        days_(days),
        comparisons_(comparisons),
        other_things_(other_things),
        deadlines_(deadlines),
        others_(others),
        nouns_(figures, traits, days),
        gaps_(figures, traits) {}

  // The time that fits the figure best, the first of those that fit alike; nullptr when none of its sentence
  // does. Looks from the figure outwards, until the tokens between are more than the best one's distance.
  [[nodiscard]] const TimeSpan* nearest(const Draft& draft) const;
  // "up from $3m in the second quarter of 2024, a 50% rise": the time right behind an old level is its own.
  void take(const Draft& old_level);
  // "2048" among a table's figures is one of them; a row's times stand in its head.
  [[nodiscard]] bool in_data_cell(std::size_t sentence, const TimeSpan& time) const;

 private:
  [[nodiscard]] bool may_date(const Draft& draft, const TimeSpan& time, bool old_level) const;
  [[nodiscard]] int distance_to(const Draft& draft, const TimeSpan& time, bool old_level) const;

  const Figures& figures_;
  const Looker& look_;
  const Traits& traits_;
  const Brackets& brackets_;
  const Days& days_;
  const Comparisons& comparisons_;
  const OtherThings& other_things_;
  const Deadlines& deadlines_;
  const Others& others_;
  Nouns nouns_;
  Gaps gaps_;
  std::set<const TimeSpan*> taken_;  // by old levels
};

}  // namespace figmine::periods
