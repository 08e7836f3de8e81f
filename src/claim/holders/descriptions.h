// claim/holders/descriptions: who a name beside a figure is, by what it does or has: "the Orvane Property,
// comprising six claims". Tested by tests/cases.
#pragma once

#include "claim/holders/appositions.h"
#include "claim/holders/brackets.h"
#include "claim/holders/names.h"
#include "claim/holders/sentence.h"

namespace figmine::holders {

// Looks at one sentence; changes nothing. Words are empty where nobody stands there.
class Descriptions {
 public:
  Descriptions(const Sentence& sentence, const Names& names, const Brackets& brackets,
               const Appositions& appositions)
      : look_(sentence.look),
        clauses_(sentence.clauses),
        names_(names),
        brackets_(brackets),
        appositions_(appositions) {}

  // "Vexa Bank, a lender to farms serving 40,000 clients, …", "Vexa Capital (which manages $4 billion)",
  // "the Orvane Property, comprising six claims": who a name beside is, by what it does or has.
  [[nodiscard]] TokenRange before(const Draft& draft, std::size_t figure) const;

 private:
  [[nodiscard]] std::size_t first_of(std::size_t figure) const;
  [[nodiscard]] TokenRange told_apart_from(std::size_t verb) const;
  [[nodiscard]] TokenRange set_off(std::size_t figure) const;
  [[nodiscard]] bool is_participle(std::size_t chunk) const;
  [[nodiscard]] TokenRange name_right_before(std::size_t verb) const;

  const Looker& look_;
  const Clauses& clauses_;
  const Names& names_;
  const Brackets& brackets_;
  const Appositions& appositions_;
};

}  // namespace figmine::holders
