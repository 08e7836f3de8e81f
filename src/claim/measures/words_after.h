// claim/measures/words_after: the words right behind a figure, and the phrase before its bracket: "a 15% net
// margin", "lodging revenue ($116.5M)", "$1.6 billion in visitor spending". Tested by tests/cases and the
// corpus.
#pragma once

#include "claim/measures/amounts_in.h"
#include "claim/measures/attachments.h"
#include "claim/measures/counts.h"
#include "claim/measures/described.h"
#include "claim/measures/figures.h"
#include "claim/measures/levels.h"
#include "claim/measures/nouns_behind.h"
#include "claim/measures/setter.h"
#include "claim/measures/shares.h"
#include "claim/measures/verbs.h"

namespace figmine::measures {

// Finds measures in the words that stand with a figure.
class WordsAfter {
 public:
  WordsAfter(const Figures& figures, const Setter& setter, const Verbs& verbs, const Counts& counts,
             const Shares& shares, const NounsBehind& nouns, const Attachments& attachments,
             const Described& described, const Levels& levels, const AmountsIn& amounts_in)
      : figures_(figures),
        look_(figures.look()),
        setter_(setter),
        verbs_(verbs),
        counts_(counts),
        shares_(shares),
        nouns_(nouns),
        attachments_(attachments),
        described_(described),
        levels_(levels),
        amounts_in_(amounts_in) {}

  // "a 15% net margin", "lodging revenue ($116.5M)", "$1.6 billion in visitor spending".
  bool find(std::size_t index) const;
  // "the purchase of a 51% stake", "Pricing of €40 Million Green Bond": behind an article, or where only
  // what happened stands before it, the figure belongs to the noun that follows.
  bool describes_noun(Draft& draft) const;
  // "the next 50x gains": of a multiple that only its movement's noun tells.
  bool multiplies_movement(Draft& draft) const;

 private:
  bool sizes_movement(Draft& draft) const;
  bool from_label(Draft& draft) const;
  bool names_length(Draft& draft) const;
  [[nodiscard]] TokenRange told_by_bracket(const Draft& draft, TokenRange bracket) const;
  bool from_bracket(std::size_t index, TokenRange bracket) const;
  [[nodiscard]] bool is_item(const Draft& draft, TokenRange bracket) const;

  const Figures& figures_;
  const Looker& look_;
  const Setter& setter_;
  const Verbs& verbs_;
  const Counts& counts_;
  const Shares& shares_;
  const NounsBehind& nouns_;
  const Attachments& attachments_;
  const Described& described_;
  const Levels& levels_;
  const AmountsIn& amounts_in_;
};

}  // namespace figmine::measures
