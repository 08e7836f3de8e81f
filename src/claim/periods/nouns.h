// claim/periods/nouns: times that stand with a noun: the figure's own, or what another is named by. Tested by
// tests/cases and the corpus.
#pragma once

#include "claim/periods/days.h"
#include "claim/periods/figures.h"
#include "claim/periods/traits.h"

namespace figmine::periods {

// Answers questions about a time; changes nothing.
class Nouns {
 public:
  Nouns(const Figures& figures, const Traits& traits, const Days& days)
      : figures_(figures), traits_(traits), days_(days), look_(figures.look()) {}

  // "the February rate of 1,446,000": the figure is of the noun that the time stands before.
  [[nodiscard]] bool is_told_of(const TimeSpan& time, const Draft& draft) const;
  // "nearly doubling April's production": what is multiplied.
  [[nodiscard]] bool is_multiplied(const Draft& draft, const TimeSpan& time) const;
  // "its launch on May 4, and a network of 50 shops": the day of something else that is named before.
  [[nodiscard]] bool is_of_named_before(const Draft& draft, const TimeSpan& time, TokenRange gap) const;
  // "a P/E of 11x on FY25 estimates": the year is that of the estimates.
  [[nodiscard]] bool is_multiple_of_estimates(const Draft& draft, const TimeSpan& time) const;
  // "1.6 million users, just shy of its December 2023 record", "two tickets to the May 13 game": the time of
  // the noun that it stands before, behind the figure.
  [[nodiscard]] bool is_of_noun_behind(const Draft& draft, const TimeSpan& time) const;

 private:
  const Figures& figures_;
  const Traits& traits_;
  const Days& days_;
  const Looker& look_;
};

}  // namespace figmine::periods
