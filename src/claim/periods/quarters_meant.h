// claim/periods/quarters_meant: which days "the quarter", "the full year" are in their sentence and article.
// Tested by tests/cases and the corpus.
#pragma once

#include "claim/periods/comparisons.h"
#include "claim/periods/figures.h"

namespace figmine::periods {

// Answers questions about figures; changes nothing.
class QuartersMeant {
 public:
  // `lead` is the period that the article is about.
  QuartersMeant(const Figures& figures, const Comparisons& comparisons, const std::optional<Interval>& lead)
      : figures_(figures), input_(figures.input()), comparisons_(comparisons), lead_(lead) {}

  // The period of that size that the sentence names before, else the article's, else the last named before.
  [[nodiscard]] std::optional<Interval> days_of(const Draft& draft, const TimeSpan& time) const;

 private:
  [[nodiscard]] std::optional<Interval> named_in(std::size_t sentence, std::uint32_t before,
                                                 const Draft& draft, Grain grain) const;
  [[nodiscard]] std::optional<Interval> named_before(const Draft& draft, Grain grain) const;
  [[nodiscard]] std::optional<Interval> month_named(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] std::optional<Interval> year_that_runs(const Draft& draft, Grain grain) const;

  const Figures& figures_;
  const ClaimInput& input_;
  const Comparisons& comparisons_;
  const std::optional<Interval>& lead_;
};

}  // namespace figmine::periods
