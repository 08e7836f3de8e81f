// claim/assembling/links: facts that tell the same once more, and movements with their levels: "$6 million
// (€5 million)", "up 3% to $5m". Tested by tests/cases and the corpus.
#pragma once

#include "claim/assembling/figures.h"

namespace figmine::assembling {

// Links facts of one sentence.
class Links {
 public:
  Links(const Figures& figures, std::vector<Warning>& warnings)
      : figures_(figures), input_(figures.input()), warnings_(warnings) {}

  // In the whole document. Amounts that can't be equal get a warning instead.
  void link() const;

 private:
  [[nodiscard]] Draft* at(TokenRange range, std::size_t sentence) const;
  void link_pair(std::size_t index) const;
  void link_change(std::size_t index) const;

  const Figures& figures_;
  const ClaimInput& input_;
  std::vector<Warning>& warnings_;
};

}  // namespace figmine::assembling
