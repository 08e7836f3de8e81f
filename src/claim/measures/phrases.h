// claim/measures/phrases: how far the words of a measure go from a phrase that was found: "revenue" of
// "revenue of the unit". Tested by tests/cases and the corpus.
#pragma once

#include "claim/measures/figures.h"

namespace figmine::measures {

// Widens phrases within their sentence; changes nothing.
class Phrases {
 public:
  explicit Phrases(const Figures& figures)
      : figures_(figures), look_(figures.look()), namer_(figures.namer()) {}

  // The phrase with those that go on from it: "in port and canal toll income".
  [[nodiscard]] TokenRange chain_of(const Draft& draft, TokenRange phrase) const;
  // The object with the phrases that go on up to the figure: "cutting second-hand stock by 60%".
  [[nodiscard]] static TokenRange object_chain(const Clauses& c, std::size_t object, std::size_t figure);
  // A measure found by a rule, with the "of" phrases that follow it before the figure.
  [[nodiscard]] TokenRange widen(const Analysis& a, TokenRange range, const Draft& draft) const;
  // "an internal rate of return of 12%": what stands before the phrase's own "of".
  [[nodiscard]] TokenRange with_head(const Draft& draft, TokenRange range) const;
  // "cash, deposits and securities of $18m": what is held is told together, where all that is listed is.
  [[nodiscard]] TokenRange with_holdings(const Draft& draft, TokenRange range) const;
  // "Sales of SUVs accounted for": all of the verb's subject.
  [[nodiscard]] TokenRange part_of(const Draft& draft, TokenRange part) const;
  // Whether the phrase names neither a measure nor anybody: "a total".
  [[nodiscard]] bool names_nothing(const Draft& draft, TokenRange phrase) const;

 private:
  [[nodiscard]] bool has_own_figure(const Clauses& c, std::size_t phrase) const;
  [[nodiscard]] bool begins_anew(const Clauses& c, std::size_t phrase) const;

  const Figures& figures_;
  const Looker& look_;
  const Namer& namer_;
};

}  // namespace figmine::measures
