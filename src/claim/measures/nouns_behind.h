// claim/measures/nouns_behind: how a figure goes with the noun behind it: "a 48% margin", "43% more sales",
// but not "$187 a night", "5% last year". Tested by tests/cases and the corpus.
#pragma once

#include "claim/measures/figures.h"

namespace figmine::measures {

// Answers questions about figures and the words behind them; changes nothing.
class NounsBehind {
 public:
  explicit NounsBehind(const Figures& figures) : figures_(figures), look_(figures.look()) {}

  // "4% less propellant": what there is more or less of stands behind the figure.
  [[nodiscard]] bool compares(const Draft& draft) const;
  // "meaning a 48% margin, up 90 basis points": the level that something moved to has a phrase of its own.
  [[nodiscard]] bool is_described_level(const Draft& draft) const;
  // "a 40% cut from the $90,000 trading loss": the old level has a phrase of its own.
  [[nodiscard]] bool is_described_old_level(const Draft& draft) const;
  // "$187 a night": what the figure is per.
  [[nodiscard]] bool is_denominator(const Draft& draft, TokenRange after) const;
  // Whether the words name no measure: a time, a unit, a bound.
  [[nodiscard]] bool is_stop_head(const Analysis& a, TokenRange range) const;

 private:
  [[nodiscard]] bool is_rated(TokenRange after) const;

  const Figures& figures_;
  const Looker& look_;
};

}  // namespace figmine::measures
