// claim/assembling/existing: figures of what is there or was told already, whatever their clause expects:
// "will serve the almost 9,000 tenants living nearby". Tested by tests/cases and the corpus.
#pragma once

#include "claim/assembling/figures.h"
#include "claim/clauses.h"

namespace figmine::assembling {

// Answers questions about figures and the words beside them; changes nothing.
class Existing {
 public:
  explicit Existing(const Figures& figures) : figures_(figures), look_(figures.look()) {}

  // Whether the figure is of who or what is there, for a word of expectation in the chunk before it.
  [[nodiscard]] bool exists_already(const Draft& draft, const Clauses& c, std::size_t chunk) const;
  // "will drill across the 120 km² property"
  [[nodiscard]] bool is_size_of_known(const Draft& draft, const Clauses& c) const;
  // "these four plants will run on gas"
  [[nodiscard]] bool is_pointed_at(const Draft& draft) const;
  // "plans to spend $30m, up from $22m"
  [[nodiscard]] bool is_past_level(const Draft& draft) const;
  // "higher than the £0.40 Acme booked a year ago"
  [[nodiscard]] bool is_told_behind(const Draft& draft, const Clauses& c) const;

 private:
  [[nodiscard]] bool is_there_now(const Draft& draft) const;
  [[nodiscard]] bool is_apposed_to_name(const Draft& draft, const Clauses& c) const;
  [[nodiscard]] bool is_age_told_of(const Draft& draft) const;
  [[nodiscard]] bool is_means(const Draft& draft, const Clauses& c, std::size_t chunk) const;
  [[nodiscard]] bool is_apposed_rank(const Draft& draft) const;
  [[nodiscard]] bool is_worth_of_known(const Draft& draft, const Clauses& c) const;
  [[nodiscard]] bool is_known(const Draft& draft, const Clauses& c) const;
  [[nodiscard]] bool is_of_known_group(const Clauses& c, std::uint32_t of) const;

  const Figures& figures_;
  const Looker& look_;
};

}  // namespace figmine::assembling
