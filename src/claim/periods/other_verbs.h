// claim/periods/other_verbs: times of a verb that does not tell the figure. Tested by tests/cases and the
// corpus.
#pragma once

#include "claim/periods/figures.h"
#include "claim/periods/traits.h"

namespace figmine::periods {

// Answers questions about a time; changes nothing.
class OtherVerbs {
 public:
  OtherVerbs(const Figures& figures, const Traits& traits)
      : figures_(figures), traits_(traits), look_(figures.look()) {}

  // "employs 460 people and plans five launches this year": what holds now is not of another verb's time.
  [[nodiscard]] bool own(const Draft& draft, const TimeSpan& time) const;

 private:
  [[nodiscard]] bool opens_content(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool describes_figure(const Draft& draft, std::size_t verb) const;
  [[nodiscard]] bool restricts_figure(const Draft& draft, std::size_t verb) const;
  [[nodiscard]] bool is_coordinated(const Clauses& clauses, TokenRange verb) const;
  [[nodiscard]] bool opens_joined_clause(const Clauses& clauses, TokenRange verb) const;
  [[nodiscard]] bool is_of_first_verb(const Draft& draft, const TimeSpan& time) const;

  const Figures& figures_;
  const Traits& traits_;
  const Looker& look_;
};

}  // namespace figmine::periods
