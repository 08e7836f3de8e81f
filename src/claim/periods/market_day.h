// claim/periods/market_day: the day that a report on markets is about, for what is traded. Tested by
// tests/cases and the corpus.
#pragma once

#include "claim/periods/comparisons.h"
#include "claim/periods/days.h"
#include "claim/periods/figures.h"
#include "claim/periods/timeless.h"
#include "claim/periods/traits.h"

namespace figmine::periods {

// The day that the opening tells.
struct Session {
  std::optional<Interval> day;
  bool told_of = false;  // the opening tells of the market on that day, else it only was told on it
};

// Reads the opening when it is made.
class MarketDay {
 public:
  MarketDay(const Figures& figures, const Traits& traits, const Days& days, const Comparisons& comparisons,
            const Timeless& timeless);

  // Nothing where the article is no such report.
  [[nodiscard]] const std::optional<Interval>& day() const { return session_.day; }
  // The day for a figure of what is traded; nothing for others.
  [[nodiscard]] std::optional<Interval> of(const Draft& draft) const;

 private:
  [[nodiscard]] Session session_day() const;
  [[nodiscard]] bool tells_clock_time(std::size_t sentence) const;

  const Figures& figures_;
  const ClaimInput& input_;
  const Looker& look_;
  const Traits& traits_;
  const Days& days_;
  const Comparisons& comparisons_;
  const Timeless& timeless_;
  Session session_;
};

}  // namespace figmine::periods
