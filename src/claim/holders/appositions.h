// claim/holders/appositions: who a name beside a figure is: "Vexa Bank, a €4 trillion lender". Tested by
// tests/cases.
#pragma once

#include "claim/holders/names.h"
#include "claim/holders/sentence.h"

namespace figmine::holders {

// Looks at one sentence; changes nothing. Words are empty where nobody stands there.
class Appositions {
 public:
  Appositions(const Sentence& sentence, const Names& names)
      : look_(sentence.look), analysis_(sentence.analysis), clauses_(sentence.clauses), names_(names) {}

  // "Vexa Bank, a €4 trillion lender", "Halden Park, a 20-acre, two-building project": who the name is.
  [[nodiscard]] TokenRange before(const Draft& draft, std::size_t figure) const;
  // "Vexa Bank, a pioneer in shared farming tools": the name before, for the last phrase of what is set
  // beside it.
  [[nodiscard]] TokenRange name_of(std::size_t phrase) const;

 private:
  [[nodiscard]] std::size_t noun_of(std::size_t figure) const;
  [[nodiscard]] std::size_t behind_bracket(std::size_t chunk) const;
  [[nodiscard]] std::size_t comma_before_stack(std::size_t figure) const;
  [[nodiscard]] bool sizes(const Draft& draft, std::size_t head) const;
  [[nodiscard]] bool acts(std::size_t chunk) const;
  [[nodiscard]] bool says_more(std::size_t chunk) const;

  const Looker& look_;
  const Analysis& analysis_;
  const Clauses& clauses_;
  const Names& names_;
};

}  // namespace figmine::holders
