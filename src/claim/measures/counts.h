// claim/measures/counts: what a count measures: its own noun, or what the sentence names where the noun is
// only a unit: "shipments exceeded 1.78 million units". Tested by tests/cases and the corpus.
#pragma once

#include "claim/measures/figures.h"
#include "claim/measures/phrases.h"
#include "claim/measures/setter.h"
#include "claim/measures/verbs.h"

namespace figmine::measures {

// Finds the measures of counts.
class Counts {
 public:
  Counts(const Figures& figures, const Setter& setter, const Phrases& phrases, const Verbs& verbs)
      : figures_(figures), look_(figures.look()), setter_(setter), phrases_(phrases), verbs_(verbs) {}

  // What the count's own noun measures, with the phrase that says which ones; else what the sentence names.
  void find(Draft& draft) const;
  // "shipments exceeded 1.78 million units": a unit counts what the sentence names.
  bool named_elsewhere(Draft& draft) const;
  // "14 people were killed and 30 injured": what was counted before.
  [[nodiscard]] bool shares_noun(const Draft& draft) const;

 private:
  [[nodiscard]] std::uint32_t attributes_begin(const Draft& draft, TokenRange noun) const;
  [[nodiscard]] TokenRange lasted(const Draft& draft, TokenRange noun) const;
  [[nodiscard]] TokenRange place_before(const Draft& draft) const;
  [[nodiscard]] bool is_labelled(const Draft& draft) const;
  bool describes_somebody(Draft& draft, TokenRange hyphened) const;
  [[nodiscard]] bool is_of_harm(const Draft& draft) const;
  [[nodiscard]] bool is_amount_of_coins(const Draft& draft) const;
  [[nodiscard]] bool is_raised(const Draft& draft) const;
  [[nodiscard]] bool is_collection(const Draft& draft, TokenRange words) const;
  [[nodiscard]] std::uint32_t joined_end(const Draft& draft, TokenRange noun) const;
  [[nodiscard]] bool goes_on_apart(const Draft& draft, std::size_t phrase) const;
  [[nodiscard]] bool is_bare_plural(const Draft& draft, std::size_t phrase) const;
  [[nodiscard]] TokenRange described(const Draft& draft, TokenRange hyphened) const;
  [[nodiscard]] bool counts_by_subject(const Draft& draft) const;
  [[nodiscard]] bool moves(const Draft& draft) const;
  [[nodiscard]] bool counts_others(const Draft& draft, std::size_t verb) const;

  const Figures& figures_;
  const Looker& look_;
  const Setter& setter_;
  const Phrases& phrases_;
  const Verbs& verbs_;
};

}  // namespace figmine::measures
