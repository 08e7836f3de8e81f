// claim/measures/predicates: a measure that is what somebody or something does: "60% of owners expect a
// recession" gives "expect a recession". Tested by tests/cases and the corpus.
#pragma once

#include "claim/measures/figures.h"
#include "claim/measures/setter.h"

namespace figmine::measures {

// Sets what a verb and the words behind it tell.
class Predicates {
 public:
  Predicates(const Figures& figures, const Setter& setter)
      : figures_(figures), look_(figures.look()), setter_(setter) {}

  // What the verb and the words behind it tell; "14% of gardeners say the same" is what the answer before
  // was.
  void set(Draft& draft, std::size_t verb) const;
  // The words and what goes on behind them, up to where a predicate would end.
  void set_rest(Draft& draft, TokenRange begin) const;
  // Without auxiliaries that only carry tense: "will buy" is "buy"; not "have no savings".
  [[nodiscard]] TokenRange without_auxiliaries(TokenRange range) const;
  // The verb that tells what is done: the clause's own behind a participle, else the verb itself.
  [[nodiscard]] std::size_t told_verb(const Draft& draft, std::size_t verb) const;
  // Where the clause that the words begin ends.
  [[nodiscard]] std::uint32_t end_of(const Draft& draft, TokenRange range) const;

 private:
  [[nodiscard]] TokenRange without_time(const Clauses& c, TokenRange range) const;
  [[nodiscard]] const Draft* answer_before(const Draft& draft) const;
  [[nodiscard]] TokenRange predicate(const Draft& draft, std::size_t verb) const;
  [[nodiscard]] bool is_within_list(const Clauses& c, std::size_t comma, std::uint32_t begin) const;
  [[nodiscard]] bool ends_before(const Draft& draft, TokenRange range) const;
  [[nodiscard]] bool leads_to_share(std::uint32_t token) const;
  [[nodiscard]] bool begins_share(const Draft& draft, std::size_t conjunction, TokenRange range) const;
  [[nodiscard]] bool begins_comparison(const Draft& draft, std::uint32_t token) const;
  [[nodiscard]] bool opens_quote(TokenRange range) const;
  [[nodiscard]] bool is_main_have(std::uint32_t token) const;
  [[nodiscard]] bool begins_clause(const Clauses& c, std::size_t conjunction) const;
  [[nodiscard]] bool leads_to_noun(std::uint32_t token) const;
  [[nodiscard]] bool leads_on(std::uint32_t token) const;

  const Figures& figures_;
  const Looker& look_;
  const Setter& setter_;
};

}  // namespace figmine::measures
