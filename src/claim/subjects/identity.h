// claim/subjects/identity: the name behind words that only describe: "Vexa, a broker with 12 desks", "Vexa is
// a broker with 12 desks" are both about Vexa. Tested by tests/cases and the corpus.
#pragma once

#include "claim/subjects/figures.h"
#include "claim/subjects/fronted.h"

namespace figmine::subjects {

// Finds names; changes nothing.
class Identity {
 public:
  Identity(const Figures& figures, const Fronted& fronted)
      : figures_(figures), look_(figures.look()), namer_(figures.namer()), fronted_(fronted) {}

  // The name that the words are said to be, in apposition, as a predicate or before the name; empty where the
  // words are a name themselves or nobody's description.
  [[nodiscard]] TokenRange name_of(const Draft& draft, TokenRange words) const;

 private:
  [[nodiscard]] std::size_t beginning_of_one(const Analysis& a, const Clauses& c, std::size_t phrase) const;
  [[nodiscard]] bool acts(const Analysis& a, const Clauses& c, std::size_t phrase) const;
  [[nodiscard]] TokenRange apposed_to(const Analysis& a, const Clauses& c, std::size_t beginning) const;
  [[nodiscard]] TokenRange predicated_of(const Analysis& a, const Clauses& c, std::size_t phrase) const;

  const Figures& figures_;
  const Looker& look_;
  const Namer& namer_;
  const Fronted& fronted_;
};

}  // namespace figmine::subjects
