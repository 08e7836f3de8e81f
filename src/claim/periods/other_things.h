// claim/periods/other_things: times of records, ranks, contracts and beginnings, which are no figure's.
// Tested by tests/cases and the corpus.
#pragma once

#include "claim/periods/figures.h"

namespace figmine::periods {

// Answers questions about a time; changes nothing.
class OtherThings {
 public:
  explicit OtherThings(const Figures& figures)
      : figures_(figures), input_(figures.input()), look_(figures.look()) {}

  // "founded in 1921", "the January contract", "for May delivery": no time of what is measured.
  [[nodiscard]] bool dates_something_else(std::size_t sentence, const TimeSpan& time) const;
  // "the largest crowd since 1998", "for the first time since the cold days of April": how far back a
  // record reaches.
  [[nodiscard]] bool bounds_record(std::size_t sentence, const TimeSpan& time) const;
  // "November ranked 11th": the month is what has the rank.
  [[nodiscard]] bool is_ranked(std::size_t sentence, const TimeSpan& time) const;

 private:
  const Figures& figures_;
  const ClaimInput& input_;
  const Looker& look_;
};

}  // namespace figmine::periods
