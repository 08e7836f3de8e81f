// claim/clauses/insertions: what commas set off within a clause: ", which makes pumps,", ", he said,". Tested
// by tests/unit/claim_test.cc.
#pragma once

#include "claim/clauses.h"

namespace figmine::clauses {

// Looks at the chunks of a sentence, which may not know their verbs yet; changes nothing.
class Insertions {
 public:
  explicit Insertions(const Clauses& clauses) : clauses_(clauses) {}

  // "Acme, which makes pumps, valves and taps, closed": the chunk before the insertion that ends at the
  // comma; kNoChunk where the comma ends none.
  [[nodiscard]] std::size_t before(std::size_t comma) const;

 private:
  [[nodiscard]] bool says_only(std::size_t comma, std::size_t end) const;
  [[nodiscard]] bool closes_participle(std::size_t comma) const;
  [[nodiscard]] bool says_what(std::size_t comma) const;
  [[nodiscard]] bool is_participle(std::size_t verb) const;
  [[nodiscard]] bool explains_opening(std::size_t comma, std::size_t end) const;

  const Clauses& clauses_;
};

}  // namespace figmine::clauses
