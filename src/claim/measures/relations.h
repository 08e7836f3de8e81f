// claim/measures/relations: what relations of the rules gave: "revenue of $5m", "raised accuracy to 99%",
// "Free cash flow: £44m", "a 15% increase in sales". Tested by tests/cases and the corpus.
#pragma once

#include "claim/measures/amounts_in.h"
#include "claim/measures/figures.h"
#include "claim/measures/list_items.h"
#include "claim/measures/nouns_behind.h"
#include "claim/measures/phrases.h"
#include "claim/measures/setter.h"
#include "claim/measures/verbs.h"
#include "claim/measures/words_after.h"

namespace figmine::measures {

// Finds measures by the fields that relations left in the draft.
class Relations {
 public:
  Relations(const Figures& figures, const Setter& setter, const Phrases& phrases, const Verbs& verbs,
            const NounsBehind& nouns, const AmountsIn& amounts_in, const WordsAfter& words_after,
            const ListItems& list_items)
      : figures_(figures),
        look_(figures.look()),
        setter_(setter),
        phrases_(phrases),
        verbs_(verbs),
        nouns_(nouns),
        amounts_in_(amounts_in),
        words_after_(words_after),
        list_items_(list_items) {}

  // Whether a relation gave the measure, or says that it is the one told before.
  bool find(std::size_t index) const;

 private:
  bool sets_reach(Draft& draft, TokenRange own) const;
  bool sets_growth(Draft& draft, TokenRange own) const;
  [[nodiscard]] bool is_described_part(const Draft& draft) const;
  [[nodiscard]] bool moves_by_itself(std::size_t index) const;
  bool mover_moves(Draft& draft) const;
  bool moves_from_other(Draft& draft, const Draft* old_level) const;
  [[nodiscard]] bool sums_up(std::size_t index) const;
  bool from_own(Draft& draft, TokenRange own) const;
  bool sets_moved_or_gauge(Draft& draft, TokenRange own) const;
  bool from_chain(Draft& draft, TokenRange own) const;
  [[nodiscard]] bool is_whole_label(const Draft& draft, TokenRange own) const;
  [[nodiscard]] bool is_gauge(const Draft& draft, TokenRange own) const;
  bool sets_sum_of(Draft& draft, TokenRange own) const;
  [[nodiscard]] bool has_or_sets(const Draft& draft, TokenRange own) const;
  [[nodiscard]] bool reaches_by(const Draft& movement, const Draft& level) const;
  [[nodiscard]] bool has_own_phrase(const Draft& draft) const;
  [[nodiscard]] bool is_compared_in_bracket(const Draft& draft) const;
  [[nodiscard]] static bool answered_before(const Draft& earlier, const Draft& draft);
  bool find_change_noun(std::size_t index) const;
  bool owner_grows(Draft& draft) const;
  bool tells_growth(Draft& draft) const;

  const Figures& figures_;
  const Looker& look_;
  const Setter& setter_;
  const Phrases& phrases_;
  const Verbs& verbs_;
  const NounsBehind& nouns_;
  const AmountsIn& amounts_in_;
  const WordsAfter& words_after_;
  const ListItems& list_items_;
};

}  // namespace figmine::measures
