// claim/measures/spent: what a length of time is spent on, told by the gerund behind it: "has spent twenty
// years building boats", "her ten years teaching chess". Tested by tests/cases and the corpus.
#pragma once

#include "claim/measures/figures.h"
#include "claim/measures/setter.h"

namespace figmine::measures {

// Finds the measures of lengths of time that a gerund follows.
class Spent {
 public:
  Spent(const Figures& figures, const Setter& setter)
      : figures_(figures), look_(figures.look()), setter_(setter) {}

  // "has spent twenty years building boats", "two decades of making films": what is done for so long.
  bool on_doing(Draft& draft) const;
  // "built six years before the flood", where nothing else is told.
  bool apart_from(Draft& draft) const;

 private:
  [[nodiscard]] std::uint32_t doing_behind(const Draft& draft) const;
  [[nodiscard]] bool is_spent(const Draft& draft) const;
  [[nodiscard]] std::uint32_t end_of(const Clauses& c, std::uint32_t doing) const;

  const Figures& figures_;
  const Looker& look_;
  const Setter& setter_;
};

}  // namespace figmine::measures
