// claim/entities/headline_names: the short name by which the headline tells of a firm that the text names in
// full: "Halden Pumps Opens 40 Shops", of Halden Pumps Group Inc. Tested by tests/cases.
#pragma once

#include <string>

#include "claim/entities/roll.h"

namespace figmine::entities {

// Looks at the first words of the headline once for each entity of a document.
class HeadlineNames {
 public:
  HeadlineNames(const ClaimInput& input, const Looker& look, Roll& roll)
      : input_(input), look_(look), roll_(roll) {}

  // Enters them as other names of their entities.
  void enter();

 private:
  [[nodiscard]] TokenRange headline() const;
  [[nodiscard]] std::string short_name_in(TokenRange headline, const std::string& name) const;
  [[nodiscard]] bool is_shared(std::size_t entity, const std::string& name) const;

  const ClaimInput& input_;
  const Looker& look_;
  Roll& roll_;
};

}  // namespace figmine::entities
