// claim/periods/gaps: how far a time stands from a figure, by the words between them. Tested by tests/cases
// and the corpus.
#pragma once

#include "claim/periods/figures.h"
#include "claim/periods/traits.h"

namespace figmine::periods {

// Weighs what stands between; changes nothing.
class Gaps {
 public:
  Gaps(const Figures& figures, const Traits& traits)
      : figures_(figures), traits_(traits), look_(figures.look()) {}

  // How far the time stands from the figure, by what stands between them; nothing where that parts them.
  [[nodiscard]] std::optional<int> cost(const Draft& draft, TokenRange gap, bool after) const;

 private:
  [[nodiscard]] TokenRange behind_bracket(TokenRange gap) const;
  [[nodiscard]] bool opens(const Analysis& a, std::uint32_t end) const;
  [[nodiscard]] bool leads_gerund(const Analysis& a, std::uint32_t token) const;

  const Figures& figures_;
  const Traits& traits_;
  const Looker& look_;
};

}  // namespace figmine::periods
