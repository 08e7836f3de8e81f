// claim/entities/title_name: the name that a title opens with where capitals alone do not show it: "Play It
// Over Sports Opens", "Vexa+ Is". The article repeats the words as they are. Tested by tests/cases.
#pragma once

#include "claim/entities/roll.h"
#include "claim/entities/title.h"

namespace figmine::entities {

// Looks at the headline once a document, and at every word of the text for what it opens with.
class TitleName {
 public:
  TitleName(const ClaimInput& input, const Looker& look, const Title& title, Roll& roll)
      : input_(input), look_(look), title_(title), roll_(roll) {}

  // Enters the name where no entity has it yet.
  void enter();

 private:
  [[nodiscard]] TokenRange name_before(TokenRange headline, std::uint32_t verb) const;
  [[nodiscard]] bool may_name(TokenRange words) const;
  [[nodiscard]] bool is_known(TokenRange words) const;
  [[nodiscard]] bool is_common(TokenRange words, std::size_t times) const;
  [[nodiscard]] std::vector<TokenRange> repeats(TokenRange words) const;
  [[nodiscard]] bool stands_at(TokenRange words, std::uint32_t token) const;

  const ClaimInput& input_;
  const Looker& look_;
  const Title& title_;
  Roll& roll_;
};

}  // namespace figmine::entities
