// claim/measures/levels: marks that a price or a share moves about: "resistance near the $40 level", "held to
// a higher 30% threshold". Tested by tests/cases and the corpus.
#pragma once

#include "claim/measures/figures.h"
#include "claim/measures/setter.h"

namespace figmine::measures {

// Sets measures by the words beside a level.
class Levels {
 public:
  Levels(const Figures& figures, const Setter& setter)
      : figures_(figures), look_(figures.look()), setter_(setter) {}

  // "meets resistance near the $40 level", "critical levels at $41": what the level is of.
  bool holds_level(Draft& draft) const;
  // "hovering around the $40 mark": the mark itself.
  bool marks_level(Draft& draft) const;

 private:
  [[nodiscard]] bool names_level(TokenRange words) const;

  const Figures& figures_;
  const Looker& look_;
  const Setter& setter_;
};

}  // namespace figmine::measures
