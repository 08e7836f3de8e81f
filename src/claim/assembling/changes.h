// claim/assembling/changes: movements: which figures are a new level, an old one or what lies between, and
// whether up or down. Tested by tests/cases and the corpus.
#pragma once

#include "claim/assembling/figures.h"
#include "claim/assembling/listed_changes.h"
#include "claim/assembling/old_levels.h"

namespace figmine::assembling {

// Sets the change of each fact.
class Changes {
 public:
  Changes(const Figures& figures, const OldLevels& old_levels)
      : figures_(figures), look_(figures.look()), input_(figures.input()), old_levels_(old_levels) {}

  // The roles and directions of all figures.
  void set() const;
  // "Operating loss improved 60%": what is better lower moves down. Two values tell that by themselves.
  void turn_improvement(Draft& draft) const;

 private:
  [[nodiscard]] bool is_better_lower(const Draft& draft) const;
  void set_change(std::size_t index, const ClaimBefore& claim_before) const;
  [[nodiscard]] bool is_beside_movement(const Draft& draft) const;
  [[nodiscard]] static bool is_source(const Draft& draft, const Draft* before);
  [[nodiscard]] static bool is_delta_kind(std::string_view kind);
  [[nodiscard]] bool look_verb(const Draft& draft) const;
  [[nodiscard]] bool is_added_in_bracket(std::size_t index) const;
  [[nodiscard]] static bool is_signed(const Quantity& quantity);

  const Figures& figures_;
  const Looker& look_;
  const ClaimInput& input_;
  const OldLevels& old_levels_;
  ListedChanges listed_{figures_};
};

}  // namespace figmine::assembling
