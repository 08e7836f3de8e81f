// claim/periods/growth_spans: the years over which a rate of growth runs: "from $8 billion in 2023 to $12
// billion by 2029, at a CAGR of 6%". Tested by tests/cases and the corpus.
#pragma once

#include "claim/periods/figures.h"

namespace figmine::periods {

// Reads the figures' own times; changes nothing.
class GrowthSpans {
 public:
  explicit GrowthSpans(const Figures& figures) : figures_(figures), look_(figures.look()) {}

  // From the year of the level that the growth starts with to the year until which it is told; nothing where
  // the sentence tells no such level.
  [[nodiscard]] std::optional<Interval> of(std::size_t index) const;

 private:
  [[nodiscard]] bool is_rate(const Draft& draft) const;
  [[nodiscard]] const Draft* beside(std::size_t index, bool deadline, const std::optional<Day>& before) const;

  const Figures& figures_;
  const Looker& look_;
};

}  // namespace figmine::periods
