// claim/clauses/chains: phrases that belong together: those that prepositions and conjunctions join, those of
// a list. Tested by tests/unit/claim_test.cc.
#pragma once

#include "claim/clauses.h"

namespace figmine::clauses {

// Looks at the chunks of a sentence; changes nothing.
class Chains {
 public:
  explicit Chains(const Clauses& clauses) : clauses_(clauses) {}

  // As Clauses::chain_ending(), chain_beginning() and list_end() say.
  [[nodiscard]] TokenRange ending(std::size_t chunk) const;
  [[nodiscard]] TokenRange beginning(std::size_t chunk) const;
  [[nodiscard]] std::size_t list_end(std::size_t chunk) const;

 private:
  [[nodiscard]] std::size_t joined_before(std::size_t chunk, bool& listed) const;
  [[nodiscard]] std::size_t before_preposition(std::size_t preposition) const;
  [[nodiscard]] bool is_led_by_participle(std::size_t preposition) const;
  [[nodiscard]] bool closes_list(std::size_t comma) const;
  [[nodiscard]] bool splits_phrase(std::size_t figure) const;
  [[nodiscard]] std::size_t before_time(std::size_t chunk) const;

  const Clauses& clauses_;
};

}  // namespace figmine::clauses
