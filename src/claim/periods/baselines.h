// claim/periods/baselines: the period of an old level: a year or a quarter before, or as a shift tells.
// Tested by tests/cases and the corpus.
#pragma once

#include "claim/periods/carrying.h"
#include "claim/periods/figures.h"
#include "claim/periods/old_levels.h"
#include "claim/periods/told.h"
#include "claim/periods/traits.h"

namespace figmine::periods {

// Answers questions about figures; changes nothing.
class Baselines {
 public:
  Baselines(const Figures& figures, const Traits& traits, const OldLevels& old_levels,
            const ToldPeriods& told, const Carrying& carrying)
      : figures_(figures),
        look_(figures.look()),
        traits_(traits),
        old_levels_(old_levels),
        told_(told),
        carrying_(carrying) {}

  // A step before the current period where the basis says which, else a year before where the article tells
  // of that; nothing where neither is known.
  [[nodiscard]] std::optional<Interval> untold(std::size_t index) const;
  // "a year earlier": the current period moved.
  [[nodiscard]] std::optional<Interval> shifted(std::size_t index, const TimeSpan& time) const;
  // "$0.74 last year" beside a quarter's $0.81: that quarter of the year before.
  [[nodiscard]] std::optional<Interval> part_of_year(std::size_t index, const TimeSpan& time) const;

 private:
  [[nodiscard]] std::optional<Interval> of_old_level_before(std::size_t index) const;
  [[nodiscard]] std::optional<Interval> of_level_before(std::size_t index) const;
  [[nodiscard]] std::string basis_told(std::size_t index) const;
  [[nodiscard]] std::optional<Interval> as_earlier(std::size_t index, const Interval& base) const;
  [[nodiscard]] bool is_year_before(std::size_t old_level) const;
  [[nodiscard]] bool compares_years(const Draft& draft, const Interval& base) const;
  [[nodiscard]] bool tells_now(std::size_t index, const Interval& base) const;
  [[nodiscard]] bool is_norm(const Draft& draft) const;
  [[nodiscard]] bool is_superseded(const Draft& draft) const;

  const Figures& figures_;
  const Looker& look_;
  const Traits& traits_;
  const OldLevels& old_levels_;
  const ToldPeriods& told_;
  const Carrying& carrying_;
};

}  // namespace figmine::periods
