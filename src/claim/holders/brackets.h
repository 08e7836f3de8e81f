// claim/holders/brackets: who stands before a figure's bracket: "Orvane Inc. (5.87%)". Tested by tests/cases.
#pragma once

#include "claim/holders/names.h"
#include "claim/holders/sentence.h"

namespace figmine::holders {

// Looks at one sentence; changes nothing. Words are empty where nobody stands there.
class Brackets {
 public:
  Brackets(const Sentence& sentence, const Names& names)
      : look_(sentence.look), clauses_(sentence.clauses), names_(names) {}

  // "Orvane Inc. (5.87%)", "Tolvik (up 2%)"
  [[nodiscard]] TokenRange before_bracket(std::size_t figure) const;
  // "Corlan fell to $56 (down 5% from $60) and Vexa to $13 (down 7% from $14)": the verb of an earlier figure
  // goes on, and what stands in its bracket is of the same.
  [[nodiscard]] TokenRange gapped(std::size_t figure) const;
  // The bracket that holds the chunk; kNoChunk where none does.
  [[nodiscard]] std::size_t around(std::size_t chunk) const;

 private:
  [[nodiscard]] TokenRange with_city(std::size_t state, TokenRange name) const;
  [[nodiscard]] bool is_active(std::size_t verb) const;
  [[nodiscard]] bool is_third_person(std::size_t verb) const;
  [[nodiscard]] bool is_people(std::size_t phrase) const;
  [[nodiscard]] bool has_model(std::size_t link) const;

  const Looker& look_;
  const Clauses& clauses_;
  const Names& names_;
};

}  // namespace figmine::holders
