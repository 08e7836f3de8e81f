// claim/measures/leading_verb: the verb that leads to a figure: its object, else its subject, else what it
// tells itself. Tested by tests/cases and the corpus.
#pragma once

#include "claim/measures/figures.h"
#include "claim/measures/phrases.h"
#include "claim/measures/predicates.h"
#include "claim/measures/setter.h"
#include "claim/measures/verbs.h"
#include "claim/measures/words_before.h"

namespace figmine::measures {

// Finds measures by the clause that a figure stands in.
class LeadingVerb {
 public:
  LeadingVerb(const Figures& figures, const Setter& setter, const Phrases& phrases, const Verbs& verbs,
              const Predicates& predicates, const WordsBefore& words_before)
      : figures_(figures),
        look_(figures.look()),
        setter_(setter),
        phrases_(phrases),
        verbs_(verbs),
        predicates_(predicates),
        words_before_(words_before) {}

  // Whether the verb that leads to the figure, or what stands in its place, tells the measure.
  bool find(std::size_t index) const;
  // "More than $10 billion was raised", "A sum of €5 million was promised": of money that is a clause's
  // subject, what is done with it.
  bool is_done_with(Draft& draft) const;
  // "The waves were 9 metres high", "the crater is 34 metres across", unlike "prices are 5 cents above".
  bool tells_how_large(Draft& draft) const;
  // "is available in two sizes starting at $30 a month for 3 months": the price of what is offered.
  bool prices_offer(Draft& draft) const;
  // "Vexa is valued at $5 million": the verb, where nothing else tells what the amount measures.
  bool values(Draft& draft) const;

 private:
  bool from_verb(std::size_t index, std::size_t verb) const;
  bool from_subject(std::size_t index, std::size_t verb, std::size_t subject) const;
  bool tells_of_which(Draft& draft, std::size_t subject) const;
  bool tells_itself(Draft& draft, std::size_t verb) const;
  bool brings_amount(Draft& draft, std::size_t verb) const;
  bool describes_nearest(Draft& draft, std::size_t verb) const;
  bool describes_object(Draft& draft) const;
  [[nodiscard]] bool stands_for_plural(std::size_t index, std::size_t verb, std::size_t subject) const;
  [[nodiscard]] bool tells_time_passed(const Draft& draft, std::size_t verb) const;
  [[nodiscard]] bool tells_nothing(const Draft& draft, std::size_t verb) const;
  [[nodiscard]] bool stands_for_those(const Clauses& c, std::size_t subject) const;
  bool takes_up_object(Draft& draft, std::size_t verb) const;
  [[nodiscard]] bool moves_itself(const Draft& draft, std::size_t verb, std::size_t subject) const;
  bool tells_movement(std::size_t index, std::size_t subject) const;
  [[nodiscard]] bool stands_for_figure(const Draft& draft, std::size_t subject) const;
  bool tells_score(Draft& draft, std::size_t verb) const;
  bool tells_size(Draft& draft, std::size_t verb) const;
  bool completes_verb(Draft& draft, std::size_t figure) const;
  bool goes_on(std::size_t index) const;
  bool amounts_to(std::size_t index, std::size_t verb) const;
  bool sums_up(std::size_t index, std::size_t verb) const;
  bool beats(std::size_t index, std::size_t verb) const;
  bool adds_up(std::size_t index, std::size_t verb, std::size_t subject) const;
  [[nodiscard]] static bool opens_told_clause(const Clauses& c, std::size_t figure);
  [[nodiscard]] bool opens_clause(const Draft& draft, std::size_t figure) const;
  bool given_to(Draft& draft, std::size_t figure) const;
  [[nodiscard]] bool is_prefix(std::uint32_t token) const;
  [[nodiscard]] std::size_t object_of(const Clauses& c, std::size_t verb) const;
  bool takes_up_first(std::size_t index) const;

  const Figures& figures_;
  const Looker& look_;
  const Setter& setter_;
  const Phrases& phrases_;
  const Verbs& verbs_;
  const Predicates& predicates_;
  const WordsBefore& words_before_;
};

}  // namespace figmine::measures
