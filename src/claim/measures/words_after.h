// claim/measures/words_after: the words right behind a figure, and the phrase before its bracket: "a 15% net
// margin", "lodging revenue ($116.5M)", "$1.6 billion in visitor spending". Tested by tests/cases and the
// corpus.
#pragma once

#include "claim/measures/counts.h"
#include "claim/measures/figures.h"
#include "claim/measures/phrases.h"
#include "claim/measures/setter.h"
#include "claim/measures/shares.h"
#include "claim/measures/verbs.h"

namespace figmine::measures {

// Finds measures in the words that stand with a figure.
class WordsAfter {
 public:
  WordsAfter(const Figures& figures, const Setter& setter, const Phrases& phrases, const Verbs& verbs,
             const Counts& counts, const Shares& shares)
      : figures_(figures),
        look_(figures.look()),
        setter_(setter),
        phrases_(phrases),
        verbs_(verbs),
        counts_(counts),
        shares_(shares) {}

  // "a 15% net margin", "lodging revenue ($116.5M)", "$1.6 billion in visitor spending".
  bool find(std::size_t index) const;
  // "the purchase of a 51% stake", "Pricing of €40 Million Green Bond": behind an article, or where only
  // what happened stands before it, the figure belongs to the noun that follows.
  bool describes_noun(Draft& draft) const;
  // "a 300,000-square-foot expansion": how large what was added is.
  bool sizes_movement(Draft& draft) const;
  // "4% less propellant": what there is more or less of stands behind the figure.
  [[nodiscard]] bool compares(const Draft& draft) const;
  // "a 40% cut from the $90,000 trading loss": the old level has a phrase of its own.
  [[nodiscard]] bool is_described_old_level(const Draft& draft) const;
  // "the next 50x gains": of a multiple that only its movement's noun tells.
  bool multiplies_movement(Draft& draft) const;
  // Whether the figure is what a verb of adding adds, of a measure of its own.
  [[nodiscard]] bool adds_own(const Draft& draft) const;

 private:
  bool from_label(Draft& draft) const;
  bool counts_in(Draft& draft) const;
  bool names_length(Draft& draft) const;
  bool reaches_in(Draft& draft) const;
  bool with_purpose(Draft& draft, std::uint32_t end) const;
  bool is_amount_of(Draft& draft) const;
  bool holds_level(Draft& draft) const;
  [[nodiscard]] bool names_level(TokenRange words) const;
  bool marks_level(Draft& draft) const;
  bool is_worth_of(Draft& draft) const;
  bool take_with_attachments(Draft& draft, TokenRange after) const;
  bool with_partner(Draft& draft) const;
  bool takes_stake(Draft& draft, TokenRange after) const;
  bool takes_rate_of(Draft& draft, TokenRange after) const;
  [[nodiscard]] bool is_given_for(const Draft& draft, TokenRange in) const;
  bool puts_in(Draft& draft, TokenRange in) const;
  [[nodiscard]] bool is_where(const Draft& draft, TokenRange in) const;
  bool take_sum(Draft& draft, TokenRange first) const;
  [[nodiscard]] bool is_object_of_adding(const Draft& draft, TokenRange in) const;
  bool describes_named(Draft& draft, TokenRange after) const;
  bool describes_held(Draft& draft, TokenRange after) const;
  bool completes_copula(Draft& draft) const;
  [[nodiscard]] bool is_acronym(const Draft& draft, TokenRange after) const;
  [[nodiscard]] TokenRange titled_sum(const Draft& draft, TokenRange after) const;
  [[nodiscard]] bool is_titled_noun(TokenRange words, bool determined) const;
  [[nodiscard]] bool is_participle(std::uint32_t token) const;
  [[nodiscard]] bool is_holder(TokenRange words) const;
  [[nodiscard]] bool is_reach(const Draft& draft, TokenRange after) const;
  [[nodiscard]] bool is_titled_thing(const Draft& draft, TokenRange after) const;
  [[nodiscard]] bool is_described_level(const Draft& draft) const;
  [[nodiscard]] bool is_denominator(const Draft& draft, TokenRange after) const;
  [[nodiscard]] bool is_rated(TokenRange after) const;
  bool from_bracket(std::size_t index, TokenRange bracket) const;
  [[nodiscard]] bool is_item(const Draft& draft, TokenRange bracket) const;
  [[nodiscard]] bool is_stop_head(const Analysis& a, TokenRange range) const;

  const Figures& figures_;
  const Looker& look_;
  const Setter& setter_;
  const Phrases& phrases_;
  const Verbs& verbs_;
  const Counts& counts_;
  const Shares& shares_;
};

}  // namespace figmine::measures
