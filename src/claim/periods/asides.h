// claim/periods/asides: times of what is told aside: a participle, an apposition. Tested by tests/cases and
// the corpus.
#pragma once

#include "claim/periods/figures.h"

namespace figmine::periods {

// Answers questions about a time; changes nothing.
class Asides {
 public:
  explicit Asides(const Figures& figures) : figures_(figures), look_(figures.look()) {}

  // "tickets bought in March 2021 and May 2023 were exchanged for 4 million passes": the time of a
  // participle within the subject of the figure's verb.
  [[nodiscard]] bool dates_participle(const Draft& draft, const TimeSpan& time) const;
  // "Lee, a trustee since 2022, has 35 years of practice": a time that commas part from the figure's verb.
  [[nodiscard]] bool is_in_apposition(const Draft& draft, const TimeSpan& time) const;
  // "The study, published in August 2024, describes 6 pits": the time of a participle that commas set
  // off.
  [[nodiscard]] bool dates_aside(const Draft& draft, const TimeSpan& time) const;

  // "July 2018 marked the purchase of Vexa, a pioneer of its field boasting 100 million users": what is held
  // is not of the time of what happened.
  [[nodiscard]] bool is_before_holding(const Draft& draft, const TimeSpan& time) const;

 private:
  const Figures& figures_;
  const Looker& look_;
};

}  // namespace figmine::periods
