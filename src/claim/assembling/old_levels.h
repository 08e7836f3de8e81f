// claim/assembling/old_levels: a level and the old one that it is compared with: "$2m, compared with $5m".
// Tested by tests/cases and the corpus.
#pragma once

#include "claim/assembling/figures.h"

namespace figmine::assembling {

// Pairs levels with their old ones.
class OldLevels {
 public:
  explicit OldLevels(const Figures& figures) : figures_(figures) {}

  // A level before "compared with" is the new one; the two values then tell the direction.
  void complete_pairs() const;
  // "a profit of $2m, compared with a loss of $5m" went up; "a loss of $(2)m, compared with $(5)m" down: once
  // the measures are known.
  void turn_losses() const;
  // "was $0.35 per share, down from $0.38": per share too, where both tell one measure.
  void share_rates() const;
  // "$2m, compared with $5m": the movement is that of the two values, where the level's own is not told.
  [[nodiscard]] std::string direction_of_partner(std::size_t index) const;

 private:
  void take_direction(std::size_t index) const;
  [[nodiscard]] std::size_t level_before(std::size_t index) const;
  [[nodiscard]] static bool is_money_without_rate(const Fact& fact);
  [[nodiscard]] static bool is_open(const Draft& old_level, const Draft& level);
  [[nodiscard]] bool measures(const Draft& draft, Wanted type) const;
  [[nodiscard]] std::size_t level_beside(std::size_t index, bool same_per) const;

  const Figures& figures_;
};

}  // namespace figmine::assembling
