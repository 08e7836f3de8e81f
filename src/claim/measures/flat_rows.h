// claim/measures/flat_rows: tables that lost their cells, labels and figures without a verb: "Revenues $
// 151,115 $ 92,993 Cost of goods sold (62,543) (24,750)". Tested by tests/cases and the corpus.
#pragma once

#include <map>

#include "claim/measures/figures.h"
#include "claim/measures/setter.h"

namespace figmine::measures {

// Finds the row's label. Keeps what it has told of a sentence; for one thread.
class FlatRows {
 public:
  FlatRows(const Figures& figures, const Setter& setter)
      : figures_(figures), look_(figures.look()), setter_(setter) {}

  // "Revenues $ 151,115 $ 92,993 Cost of goods sold (62,543) (24,750)": labels and figures without a verb.
  bool find(std::size_t index);

 private:
  [[nodiscard]] bool labelled_after(const Draft& draft) const;
  [[nodiscard]] std::uint32_t label_begin(std::size_t index, TokenRange label) const;
  [[nodiscard]] TokenRange without_joints(TokenRange label) const;
  [[nodiscard]] bool is_led_to(const Clauses& c, std::size_t figure) const;
  [[nodiscard]] static bool is_listed(const Clauses& c, std::size_t figure);
  [[nodiscard]] bool is_flat_table(std::size_t sentence);

  const Figures& figures_;
  const Looker& look_;
  const Setter& setter_;
  std::map<std::size_t, bool> flat_;  // by sentence: whether it is a table that lost its cells
};

}  // namespace figmine::measures
