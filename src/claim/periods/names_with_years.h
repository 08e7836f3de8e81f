// claim/periods/names_with_years: years that are part of a name: "the 2025 Halden Prize list". Tested by
// tests/cases and the corpus.
#pragma once

#include "claim/periods/figures.h"

namespace figmine::periods {

// Answers questions about a time; changes nothing.
class NamesWithYears {
 public:
  explicit NamesWithYears(const Figures& figures)
      : figures_(figures), input_(figures.input()), look_(figures.look()) {}

  // "the Russell 2000 index"
  [[nodiscard]] bool is_in_name(std::size_t sentence, const TimeSpan& time) const;
  // "seats for Lantern Night 2024 are", "ISO 20121:2024": the year of a name. In "Acme 2025 sales" it is that
  // of the sales.
  [[nodiscard]] bool is_named_year(std::size_t sentence, const TimeSpan& time) const;
  // "the 2025 Halden Prize list", "a 2024 Norva Rialto valued at $20,000": the year of a name, which only a
  // rank is of. In "2025 Adjusted EBITDA" it is that of the measure.
  [[nodiscard]] bool is_year_of_name(const Draft& draft, const TimeSpan& time) const;

 private:
  const Figures& figures_;
  const ClaimInput& input_;
  const Looker& look_;
};

}  // namespace figmine::periods
