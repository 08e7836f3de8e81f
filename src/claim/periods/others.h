// claim/periods/others: times that are not the figure's: those of names, of other things, verbs and clauses.
// Tested by tests/cases and the corpus.
#pragma once

#include "claim/periods/asides.h"
#include "claim/periods/deadlines.h"
#include "claim/periods/names_with_years.h"
#include "claim/periods/other_clauses.h"
#include "claim/periods/other_things.h"
#include "claim/periods/other_verbs.h"

namespace figmine::periods {

constexpr int kFar = 80;  // tokens; beyond it a sentence is a table run together

// Asks each kind of evidence in turn.
class Others {
 public:
  Others(const Figures& figures, const Traits& traits, const Brackets& brackets,
         const OtherThings& other_things, const Deadlines& deadlines)
      : names_with_years_(figures),
        other_things_(other_things),
        deadlines_(deadlines),
        other_verbs_(figures, traits),
        other_clauses_(figures, brackets),
        asides_(figures) {}

  // Whether the time is a name's, a record's, a participle's, another verb's or another clause's.
  [[nodiscard]] bool have(const Draft& draft, const TimeSpan& time) const;

 private:
  NamesWithYears names_with_years_;
  const OtherThings& other_things_;
  const Deadlines& deadlines_;
  OtherVerbs other_verbs_;
  OtherClauses other_clauses_;
  Asides asides_;
};

}  // namespace figmine::periods
