// claim/assembling/shared_units: bare numbers that have the unit of the figure that they are coordinated or
// compared with: "68,400 people … and 95,800". Tested by tests/cases and the corpus.
#pragma once

#include "claim/assembling/figures.h"

namespace figmine::assembling {

// Finds the figure whose unit a bare number has.
class SharedUnits {
 public:
  explicit SharedUnits(const Figures& figures) : figures_(figures), look_(figures.look()) {}

  // "to 3.9 million headsets from 2.4 million", "68,400 people … and 95,800 …": a bare number has the unit
  // of the figure that it is coordinated or compared with.
  void share();

 private:
  [[nodiscard]] const Draft* converted_like(std::size_t index) const;
  [[nodiscard]] const Unit* unit_in_brackets(std::size_t index) const;
  [[nodiscard]] bool is_place_labelled(const Draft& draft) const;
  [[nodiscard]] const Draft* item_before(std::size_t index) const;
  [[nodiscard]] bool is_of_which(const Draft& draft) const;
  [[nodiscard]] bool is_so_many_more(const Draft& draft) const;
  [[nodiscard]] const Draft* more_of_those(std::size_t index) const;
  [[nodiscard]] const Draft* unit_partner(std::size_t index) const;
  [[nodiscard]] bool is_part(const Draft& draft) const;
  [[nodiscard]] bool is_expected_amount(const Draft& draft) const;
  [[nodiscard]] bool is_forecast(const Draft& draft) const;
  [[nodiscard]] bool is_further_measure(const Draft& draft, const Draft& earlier) const;
  [[nodiscard]] bool is_further_amount(const Draft& draft, const Draft& earlier) const;
  [[nodiscard]] bool is_difference(const Draft& draft, const Draft& earlier) const;
  [[nodiscard]] bool goes_to_next(const Draft& draft, const Draft& earlier) const;
  [[nodiscard]] static bool is_scaled(const Draft& draft);
  [[nodiscard]] bool is_next_of_kind(const Draft& draft, const Draft& earlier) const;
  [[nodiscard]] static bool same_precision(const Draft& a, const Draft& b);
  [[nodiscard]] static bool is_old_and_new(const Draft& draft, const Draft& earlier);
  [[nodiscard]] const Draft* points_of_movement(std::size_t index) const;
  [[nodiscard]] bool is_elliptic(const Draft& draft) const;
  [[nodiscard]] bool is_ranked_after(const Draft& draft, const Draft& earlier) const;
  [[nodiscard]] bool is_apportioned(const Draft& draft) const;
  [[nodiscard]] bool follows_and(const Draft& draft) const;

  const Figures& figures_;
  const Looker& look_;
  std::vector<const Draft*> unit_before_;  // by draft: the claim with a unit that stands last before it
};

}  // namespace figmine::assembling
