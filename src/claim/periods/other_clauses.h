// claim/periods/other_clauses: times of the clause before or behind the figure's. Tested by tests/cases and
// the corpus.
#pragma once

#include "claim/periods/brackets.h"
#include "claim/periods/figures.h"

namespace figmine::periods {

// Answers questions about a time; changes nothing.
class OtherClauses {
 public:
  OtherClauses(const Figures& figures, const Brackets& brackets)
      : figures_(figures), brackets_(brackets), look_(figures.look()) {}

  // "was let go in April, and creditors are now pushing to recover $30m": what the next clause tells in
  // another tense is not of that time.
  [[nodiscard]] bool is_of_past_clause(const Draft& draft, const TimeSpan& time) const;
  // "has sold 200 seats and expects to sell 350 by the end of June", "doubled to 500, and growth is expected
  // in 2026", "has recovered $2 billion and was ranked third in 2023": the time of the next clause, which
  // tells what is to come, or what was.
  [[nodiscard]] bool is_of_next_clause(const Draft& draft, const TimeSpan& time) const;
  // "sales of $2 million, and as of May 12 have more", "rose to $27m and full-year profit fell": a time
  // that opens the next clause, whose verb stands behind it.
  [[nodiscard]] bool opens_next_clause(const Draft& draft, const TimeSpan& time) const;
  // "which employs 460 people, plans five launches this year": the time stands past the relative clause.
  [[nodiscard]] bool is_past_relative(const Draft& draft, const TimeSpan& time) const;
  // "interviews 18,500 persons, of whom 71 per cent responded in July": the time of a relative clause that is
  // not told of the figure itself.
  [[nodiscard]] bool is_in_relative(const Draft& draft, const TimeSpan& time) const;
  // "The yen, which has fallen 9% this year, rose 1%": the time of what is set off before the figure, where
  // it is told of a figure there.
  [[nodiscard]] bool is_of_insertion_before(const Draft& draft, const TimeSpan& time) const;
  // "After losing $5 million in 2024, Vexa earned $3 million": that came later.
  [[nodiscard]] bool is_of_what_came_before(const Draft& draft, const TimeSpan& time) const;
  // "says that it will profit by May and that the price passed $2": the time of what else is told.
  [[nodiscard]] bool is_of_other_content(const Draft& draft, const TimeSpan& time) const;
  // "is on sale at $500, with shipping beginning in June": when something else begins.
  [[nodiscard]] bool is_of_start_ahead(const Draft& draft, const TimeSpan& time) const;

 private:
  [[nodiscard]] bool opens_clause(std::uint32_t token) const;
  [[nodiscard]] bool ends_subject(const Draft& draft, std::size_t phrase, std::size_t time) const;

  const Figures& figures_;
  const Brackets& brackets_;
  const Looker& look_;
};

}  // namespace figmine::periods
