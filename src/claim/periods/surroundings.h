// claim/periods/surroundings: the period that the words around a sentence tell: the sentence before, a list's
// introduction, a heading. Tested by tests/cases and the corpus.
#pragma once

#include "claim/periods/days.h"
#include "claim/periods/figures.h"

namespace figmine::periods {

// Answers questions about sentences; changes nothing.
class Surroundings {
 public:
  Surroundings(const Figures& figures, const Days& days)
      : input_(figures.input()), look_(figures.look()), days_(days) {}

  // "Orvane posted weak third-quarter results. Earnings were $3 a share": the period of results that the
  // sentence before tells, where it has no figure of its own.
  [[nodiscard]] std::optional<Interval> told_before(std::size_t sentence) const;
  // "raised its guidance for FY25. Sales guidance is $5m": the time of the outlook that a sentence of the
  // paragraph before tells of.
  [[nodiscard]] std::optional<Interval> outlook_before(std::size_t sentence) const;
  // "As of March 20, prices have changed. Tin stands at $5": the day that a sentence of the paragraph before
  // begins with, where no sentence between tells another time.
  [[nodiscard]] std::optional<Interval> day_before(std::size_t sentence) const;
  // "As of the end of September:" above a list.
  [[nodiscard]] std::optional<Interval> list_period(std::size_t sentence) const;
  // "Third quarter 2025" above a paragraph or a list.
  [[nodiscard]] std::optional<Interval> heading_period(std::size_t sentence) const;

 private:
  const ClaimInput& input_;
  const Looker& look_;
  const Days& days_;
};

}  // namespace figmine::periods
