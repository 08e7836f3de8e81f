// claim/periods/traits: which figures no period, or another than their neighbours', can be looked for: what
// holds now, what a thing is at any time, what is traded. Tested by tests/cases and the corpus.
#pragma once

#include "claim/periods/figures.h"

namespace figmine::periods {

// Answers questions about figures; changes nothing.
class Traits {
 public:
  explicit Traits(const Figures& figures) : figures_(figures), look_(figures.look()) {}

  // Whether a word of the measure is of the type.
  [[nodiscard]] bool measures(const Draft& draft, Wanted type) const;
  // "a nine-storey tower", "a three-year agreement": what a thing is, at any time.
  [[nodiscard]] bool is_attribute(const Draft& draft) const;
  // "Owner Ann Lee, 44, says"
  [[nodiscard]] bool is_person_age(const Draft& draft) const;
  // "Silver shed 1.6 percent", "Brent crude futures for May delivery settled at": what is traded moves.
  [[nodiscard]] bool is_traded(const Draft& draft) const;
  // "employs 460 people": whether the governing verb tells what holds at the time of writing.
  [[nodiscard]] bool tells_now(const Draft& draft, const Governor& governor) const;
  // "which now offers 500 wines": what holds as the article appears; the word stands behind the token `from`.
  [[nodiscard]] bool is_of_now(const Draft& draft, std::uint32_t from) const;
  // "is trading at $0.31", "its current price of $5": a price as the article appears.
  [[nodiscard]] bool is_price_of_now(const Draft& draft) const;
  // "was revised down to $6m from $5m", "lifted its forecast to $6m from $5m"
  [[nodiscard]] bool is_revised(const Draft& draft) const;
  // "in the coming years", "as of this release": a time of the figure's own that no dates are known of.
  [[nodiscard]] bool has_vague_time(const Draft& draft) const;

 private:
  [[nodiscard]] bool is_demonstrative(const Clauses& clauses, TokenRange verb) const;
  template <class Test>
  [[nodiscard]] bool leads_level(const Draft& draft, Test test) const;
  [[nodiscard]] bool leads_movement(const Analysis& a, std::uint32_t token) const;

  const Figures& figures_;
  const Looker& look_;
};

}  // namespace figmine::periods
