// claim/periods/named_times: which days a time means that a figure is of: "by June", "this quarter", "year to
// date". Tested by tests/cases and the corpus.
#pragma once

#include "claim/periods/days.h"
#include "claim/periods/figures.h"

namespace figmine::periods {

// Answers questions about times; changes nothing.
class NamedTimes {
 public:
  NamedTimes(const Figures& figures, const Days& days, const std::optional<Interval>& lead)
      : figures_(figures), input_(figures.input()), look_(figures.look()), days_(days), lead_(lead) {}

  // The days of the figure's time. "EPS for this quarter": in an article about a quarter that is over, that
  // one rather than the one it appears in.
  [[nodiscard]] Interval period_of(const Draft& draft, const TimeSpan& time) const;
  // "For the quarter ended December 31, sales were $8m, bringing annual revenue to $40m": the year that ends
  // with the quarter.
  [[nodiscard]] std::optional<Interval> whole_year(const Draft& draft, const TimeSpan& time) const;
  // "growth of 4% in 2025 and 2026", "in January and February": both, of the sentence's only figure of its
  // kind.
  [[nodiscard]] std::optional<Interval> both(const Draft& draft, const TimeSpan& time) const;

 private:
  [[nodiscard]] std::optional<Interval> accounted_to_date(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool is_reached(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool is_next(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool is_coming_weekday(const Draft& draft, const TimeSpan& time) const;

  const Figures& figures_;
  const ClaimInput& input_;
  const Looker& look_;
  const Days& days_;
  const std::optional<Interval>& lead_;  // the article's
};

}  // namespace figmine::periods
