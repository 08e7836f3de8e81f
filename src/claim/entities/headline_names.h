// claim/entities/headline_names: the short name by which the headline tells of a firm that the text names in
// full: "Halden Pumps Opens 40 Shops", of Halden Pumps Group Inc. Tested by tests/cases.
#pragma once

#include <string>

#include "claim/entities/roll.h"
#include "claim/entities/title.h"

namespace figmine::entities {

// Looks at the first words of the headline once a document.
class HeadlineNames {
 public:
  HeadlineNames(const ClaimInput& input, const Looker& look, const Title& title, Roll& roll)
      : input_(input), look_(look), title_(title), roll_(roll) {}

  // Enters them as other names of their entities.
  void enter();

 private:
  [[nodiscard]] bool may_be_short(TokenRange title, TokenRange words) const;
  [[nodiscard]] bool is_short_for(const std::string& words, const Entity& entity) const;

  const ClaimInput& input_;
  const Looker& look_;
  const Title& title_;
  Roll& roll_;
};

}  // namespace figmine::entities
