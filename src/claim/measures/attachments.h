// claim/measures/attachments: what stands behind the noun that a figure describes and says more of it: "a 34%
// stake in a sailing school", "a 4% commission for selling tickets". Tested by tests/cases and the corpus.
#pragma once

#include "claim/measures/figures.h"
#include "claim/measures/setter.h"

namespace figmine::measures {

// Sets measures by the noun behind a figure.
class Attachments {
 public:
  Attachments(const Figures& figures, const Setter& setter)
      : figures_(figures), look_(figures.look()), setter_(setter) {}

  // The phrase behind a figure with what says more of it, where that names a measure.
  bool take_with_attachments(Draft& draft, TokenRange after) const;

 private:
  bool takes_stake(Draft& draft, TokenRange after) const;
  bool takes_rate_of(Draft& draft, TokenRange after) const;
  bool with_purpose(Draft& draft, std::uint32_t end) const;
  bool with_partner(Draft& draft) const;

  const Figures& figures_;
  const Looker& look_;
  const Setter& setter_;
};

}  // namespace figmine::measures
