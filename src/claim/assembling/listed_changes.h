// claim/assembling/listed_changes: figures that move as one does that they are listed behind. Tested by
// tests/cases and the corpus.
#pragma once

#include "claim/assembling/figures.h"

namespace figmine::assembling {

// Answers questions about figures; changes nothing.
class ListedChanges {
 public:
  explicit ListedChanges(const Figures& figures)
      : figures_(figures), look_(figures.look()), input_(figures.input()) {}

  // The figure with a change that this one is listed behind; nullptr where there is none.
  [[nodiscard]] const Draft* before(std::size_t index, const ClaimBefore& claim_before) const;

 private:
  [[nodiscard]] static bool is_told_again(const Draft& earlier, const Draft& later);
  [[nodiscard]] bool is_coordinated(const Draft& earlier, const Draft& later) const;
  [[nodiscard]] const Draft* dated_before(const Draft& earlier, std::size_t index,
                                          const ClaimBefore& claim_before) const;
  [[nodiscard]] const Draft* twin_behind(std::size_t index) const;
  [[nodiscard]] std::uint32_t time_behind(const Draft& draft) const;
  [[nodiscard]] std::uint32_t past_rate(const Draft& draft) const;

  const Figures& figures_;
  const Looker& look_;
  const ClaimInput& input_;
};

}  // namespace figmine::assembling
