// claim/assembling/rates: what an amount is per: "$12 a share", "EPS was $1.58". Tested by tests/cases and
// the corpus.
#pragma once

#include "claim/assembling/figures.h"

namespace figmine::assembling {

// Sets what a unit is per.
class Rates {
 public:
  explicit Rates(const Figures& figures) : look_(figures.look()), input_(figures.input()) {}

  // "$12 a share", "per 1,000 residents": what the words beside the figure say.
  void set(Draft& draft) const;
  // "FFO per share … of $0.33", "EPS was $1.58": what the measure's own words say the amount is per; "Users
  // grew by 3,000 per day": of what turned out to be a count.
  void note(Draft& draft) const;

 private:
  [[nodiscard]] bool is_unit(const std::string& word) const;
  [[nodiscard]] std::uint32_t rate_end(std::uint32_t begin, std::uint32_t limit) const;

  const Looker& look_;
  const ClaimInput& input_;
};

}  // namespace figmine::assembling
