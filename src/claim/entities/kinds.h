// claim/entities/kinds: whether a name is an organisation's, a place's, a person's or another's. Tested by
// tests/unit/claim_test.cc.
#pragma once

#include "claim/entities/title.h"

namespace figmine::entities {

// Answers questions about names; changes nothing.
class Kinds {
 public:
  Kinds(const Looker& look, const Title& title) : look_(look), title_(title) {}

  // "organization", "place", "person" or "other", for a name of the sentence.
  [[nodiscard]] std::string of(const Analysis& a, TokenRange range) const;
  // "Lena Fors said", "Lena Fors, the firm's president": a person by what the sentence says.
  [[nodiscard]] bool is_told_person(const Analysis& a, TokenRange range) const;
  // "Bitcoin", "XRP": whether the lexicons know the name as a coin's.
  [[nodiscard]] bool is_known_coin(const Analysis& a, TokenRange range) const;

 private:
  [[nodiscard]] bool ends_like_firm(const Analysis& a, TokenRange range) const;
  [[nodiscard]] bool is_firm_of_kin(TokenRange range) const;
  [[nodiscard]] bool is_town(const Analysis& a, TokenRange range) const;
  [[nodiscard]] bool is_titled(const Analysis& a, TokenRange range) const;
  [[nodiscard]] bool may_be_person(TokenRange range) const;
  [[nodiscard]] bool has_first_name(TokenRange range) const;
  [[nodiscard]] bool tells_results(const Analysis& a, std::uint32_t verb) const;
  [[nodiscard]] bool is_never_person(TokenRange range) const;

  const Looker& look_;
  const Title& title_;
};

}  // namespace figmine::entities
