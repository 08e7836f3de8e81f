// claim/measures/context: what the sentence, the paragraph, the list or the heading told before. Tested by
// tests/cases and the corpus.
#pragma once

#include "claim/measures/figures.h"
#include "claim/measures/list_items.h"
#include "claim/measures/rankings.h"
#include "claim/measures/setter.h"
#include "claim/measures/verbs.h"

namespace figmine::measures {

// Finds measures outside the figure's own clause; the last resort.
class Context {
 public:
  Context(const Figures& figures, const Setter& setter, const Verbs& verbs, const ListItems& list_items,
          const Rankings& rankings)
      : figures_(figures),
        look_(figures.look()),
        namer_(figures.namer()),
        setter_(setter),
        verbs_(verbs),
        list_items_(list_items),
        rankings_(rankings) {}

  // What figures, lists and headings before it tell; else the name that moves, else a weak word for it.
  void find(std::size_t index) const;
  // "The index rose 5%": the name itself; a coin moves in price, which nothing names but the word for it.
  void name_mover(Draft& draft) const;
  // "Solana breaks the $200 mark": a coin's amount is a price, where nothing but a mark is named.
  void price_coin(Draft& draft) const;
  // Whether the draft is to measure nothing but a coin's name.
  [[nodiscard]] bool measures_coin(const Draft& draft) const;

 private:
  void take_price(Draft& draft) const;
  [[nodiscard]] bool tells_motion(const Draft& draft) const;
  [[nodiscard]] bool lost_money(const Draft& draft, std::size_t verb) const;
  bool counts_within_subject(Draft& draft) const;
  [[nodiscard]] bool is_of_thing(std::uint32_t price) const;
  [[nodiscard]] bool is_coin_noun(TokenRange words) const;
  [[nodiscard]] bool is_coin(TokenRange name) const;
  bool from_list_before(std::size_t index) const;
  [[nodiscard]] static bool told_by_noun(const Draft& draft);
  [[nodiscard]] bool prices(const Draft* told) const;
  [[nodiscard]] bool moves_apart(std::size_t index) const;
  [[nodiscard]] bool names_mover(TokenRange words) const;
  bool price_extreme(Draft& draft) const;
  bool from_cell_before(Draft& draft) const;
  [[nodiscard]] std::uint32_t without_bracket(TokenRange range) const;
  [[nodiscard]] bool is_figure_cell(std::size_t sentence) const;
  [[nodiscard]] bool is_label_cell(std::size_t sentence) const;
  [[nodiscard]] TokenRange label_words(std::size_t sentence) const;
  [[nodiscard]] bool goes_on_in_cells(std::size_t label, std::size_t figure) const;
  bool from_heading(Draft& draft) const;
  bool from_lead(Draft& draft) const;

  const Figures& figures_;
  const Looker& look_;
  const Namer& namer_;
  const Setter& setter_;
  const Verbs& verbs_;
  const ListItems& list_items_;
  const Rankings& rankings_;
};

}  // namespace figmine::measures
