// claim/assembling/relation_values: what the rules' relations say of each figure, gathered by their names.
// Tested by tests/cases and the corpus.
#pragma once

#include "claim/assembling/figures.h"

namespace figmine::assembling {

// Fills the fields that later steps read.
class RelationValues {
 public:
  explicit RelationValues(const Figures& figures)
      : figures_(figures), look_(figures.look()), input_(figures.input()) {}

  // Values of the relations that point to this mention: the first rule in file order wins, then the shorter
  // match.
  void gather(Draft& draft) const;

 private:
  [[nodiscard]] bool moves_nothing(const Draft& draft) const;
  [[nodiscard]] static bool is_attribute_of_object(const Draft& draft);
  [[nodiscard]] bool in_one_cell(const Draft& draft, const Relation& relation) const;
  [[nodiscard]] bool agrees(const Draft& draft, const Relation& relation) const;

  const Figures& figures_;
  const Looker& look_;
  const ClaimInput& input_;
};

}  // namespace figmine::assembling
