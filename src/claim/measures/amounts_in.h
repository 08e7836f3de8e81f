// claim/measures/amounts_in: what an amount is in or of, behind it: "$1.6 billion in visitor spending", "$3
// million worth of Vexa bonds". Tested by tests/cases and the corpus.
#pragma once

#include "claim/measures/figures.h"
#include "claim/measures/nouns_behind.h"
#include "claim/measures/phrases.h"
#include "claim/measures/setter.h"
#include "claim/measures/verbs.h"

namespace figmine::measures {

// Sets measures by the phrase that a preposition joins to a figure.
class AmountsIn {
 public:
  AmountsIn(const Figures& figures, const Setter& setter, const Phrases& phrases, const Verbs& verbs,
            const NounsBehind& nouns)
      : figures_(figures),
        look_(figures.look()),
        setter_(setter),
        phrases_(phrases),
        verbs_(verbs),
        nouns_(nouns) {}

  // "$1.6 billion in visitor spending": the phrase, unless it tells where something is, or for whom.
  bool find(Draft& draft) const;
  // "a plan ($180 in savings)"
  bool counts_in(Draft& draft) const;
  // "The fund reached $1 billion in assets"
  bool reaches_in(Draft& draft) const;
  // "$3 million worth of Vexa bonds"
  bool is_worth_of(Draft& draft) const;
  // "the elimination of $2 million in old debt"
  bool is_amount_of(Draft& draft) const;
  // Whether the figure is what a verb of adding adds, of a measure of its own.
  [[nodiscard]] bool adds_own(const Draft& draft) const;

 private:
  [[nodiscard]] bool is_got(const Draft& draft) const;
  void take_list(Draft& draft) const;
  bool is_in_capitals(Draft& draft, TokenRange in) const;
  bool puts_in(Draft& draft, TokenRange in) const;
  [[nodiscard]] bool is_where(const Draft& draft, TokenRange in) const;
  bool take_sum(Draft& draft, TokenRange first) const;
  [[nodiscard]] bool is_given_for(const Draft& draft, TokenRange in) const;
  [[nodiscard]] bool is_object_of_adding(const Draft& draft, TokenRange in) const;

  const Figures& figures_;
  const Looker& look_;
  const Setter& setter_;
  const Phrases& phrases_;
  const Verbs& verbs_;
  const NounsBehind& nouns_;
};

}  // namespace figmine::measures
