// claim/assembling/bounds: whether a figure is exact, a bound, about or denied: "up to $400", "4,200+
// dealers". Tested by tests/cases and the corpus.
#pragma once

#include "claim/assembling/figures.h"

namespace figmine::assembling {

// Sets how exact a quantity is.
class Bounds {
 public:
  explicit Bounds(const Figures& figures) : figures_(figures), look_(figures.look()) {}

  // The operator, the words that tell it, negation and uncertainty.
  void set(Draft& draft) const;

  // The bound of the figure before, where it holds for this one too.
  void carry(Draft& draft) const;

 private:
  [[nodiscard]] bool is_no_bound(const Draft& draft) const;
  [[nodiscard]] static bool is_round_count(const Draft& draft);
  [[nodiscard]] static bool has_plus(std::string_view text);

  const Figures& figures_;
  const Looker& look_;
};

}  // namespace figmine::assembling
