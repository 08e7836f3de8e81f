// claim/holders/owners: whose a figure is by a possessive: "Corlan's 40% surge". Tested by tests/cases.
#pragma once

#include "claim/holders/sentence.h"

namespace figmine::holders {

// Looks at one sentence; changes nothing. Words are empty where nobody stands there.
class Owners {
 public:
  explicit Owners(const Sentence& sentence)
      : namer_(sentence.namer),
        look_(sentence.look),
        analysis_(sentence.analysis),
        clauses_(sentence.clauses) {}

  // "citing Corlan's 40% surge": whose the figure is; not "Wall Street's €4.30 estimate", "Chile's second
  // city".
  [[nodiscard]] TokenRange before(const Draft& draft, std::size_t figure) const;

 private:
  [[nodiscard]] TokenRange collector(std::size_t figure) const;
  [[nodiscard]] bool owns(std::uint32_t sign) const;
  [[nodiscard]] bool is_told(std::size_t phrase) const;

  const Namer& namer_;
  const Looker& look_;
  const Analysis& analysis_;
  const Clauses& clauses_;
};

}  // namespace figmine::holders
