// claim/measures/list_items: what the words that a list's item begins with, or a label, name: "- Plum Tart
// ($9): with cream", "Student Ticket: $99". Tested by tests/cases and the corpus.
#pragma once

#include "claim/measures/figures.h"
#include "claim/measures/setter.h"

namespace figmine::measures {

// Finds measures in labels that are written as names and name nobody.
class ListItems {
 public:
  ListItems(const Figures& figures, const Setter& setter)
      : figures_(figures), look_(figures.look()), namer_(figures.namer()), setter_(setter) {}

  // "- Plum Tart ($9): with cream": what has the price.
  bool prices_item(std::size_t index) const;
  // "Student Ticket: $99": a label of common words, where nothing else says what is measured.
  bool is_labelled(Draft& draft) const;
  // "Internal Rate of Return (IRR): 44%", "Life of mine revenue: $40 million": all of the label, where a part
  // of it was taken.
  void widen(Draft& draft) const;
  // "noise  Price: $40": the label without what two spaces set off from it.
  [[nodiscard]] TokenRange label_alone(const Draft& draft, TokenRange label) const;

 private:
  [[nodiscard]] TokenRange words_of_item(const Draft& draft, std::uint32_t end) const;
  [[nodiscard]] bool goes_on_with_amounts(std::size_t index) const;
  [[nodiscard]] TokenRange label_before(const Draft& draft) const;
  [[nodiscard]] bool names_nobody(TokenRange label) const;
  [[nodiscard]] bool is_common(TokenRange label) const;

  const Figures& figures_;
  const Looker& look_;
  const Namer& namer_;
  const Setter& setter_;
};

}  // namespace figmine::measures
