// claim/measures/wholes: the whole of a share with what restricts it: "firms that export to Spain", "adults
// aged 18 to 30". Tested by tests/cases and the corpus.
#pragma once

#include "claim/measures/figures.h"
#include "claim/measures/predicates.h"

namespace figmine::measures {

// Widens what a share is of; notes it in the fact.
class Wholes {
 public:
  Wholes(const Figures& figures, const Predicates& predicates)
      : figures_(figures), look_(figures.look()), predicates_(predicates) {}

  // "Two-thirds of the homes in the valley meet the standard": up to the verb that tells what the part does.
  void widen(Draft& draft, TokenRange whole, std::size_t verb) const;
  // The same up to a token within a phrase.
  void widen_to(Draft& draft, TokenRange whole, std::uint32_t verb) const;
  // "was seen in 60% of patients who took it": what is attached to a group that no such verb follows.
  void widen_attached(Draft& draft, TokenRange whole) const;
  // People, or "those".
  [[nodiscard]] bool is_group(const Draft& draft, TokenRange whole) const;

 private:
  void note(Draft& draft, TokenRange whole) const;
  [[nodiscard]] bool restricts(const Clauses& c, std::size_t chunk) const;
  [[nodiscard]] std::uint32_t attached_end(const Draft& draft, std::size_t chunk) const;
  [[nodiscard]] bool is_instrument(const Draft& draft, std::size_t preposition) const;

  const Figures& figures_;
  const Looker& look_;
  const Predicates& predicates_;
};

}  // namespace figmine::measures
