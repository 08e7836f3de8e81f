// claim/assembling/rows: rows of names, holders and times: "A, B and C", "in Chile, Peru and the north",
// "2025 and 2024". Tested by tests/cases and the corpus.
#pragma once

#include "claim/assembling/figures.h"

namespace figmine::assembling {

// Finds the rows that figures may pair with in order.
class Rows {
 public:
  explicit Rows(const Figures& figures) : figures_(figures), look_(figures.look()), input_(figures.input()) {}

  // "A, B and C" before the token, skipping a verb: the last chain of coordinated noun phrases.
  [[nodiscard]] std::vector<TokenRange> names_before(const Analysis& a, std::uint32_t limit) const;
  // The parts of "in Chile, Peru and the north" between the token and the limit; none where other things
  // stand there.
  [[nodiscard]] std::vector<TokenRange> holders_behind(const Analysis& a, std::uint32_t token,
                                                       std::uint32_t limit) const;
  // The `count` times of a sentence between which only commas and "and" stand; none where there is no such
  // row.
  [[nodiscard]] std::vector<const TimeSpan*> coordinated_times(std::size_t sentence, std::size_t count) const;
  // The row of times that ends right before the token, a comma apart at most; those too that are told by
  // another one, as "the prior quarter" is. None where fewer than two are.
  [[nodiscard]] std::vector<const TimeSpan*> times_before(std::size_t sentence, std::uint32_t token) const;

 private:
  [[nodiscard]] std::uint32_t behind_teller(TokenRange phrase) const;
  [[nodiscard]] std::uint32_t with_rate(const Analysis& a, std::uint32_t end, std::uint32_t limit) const;

  const Figures& figures_;
  const Looker& look_;
  const ClaimInput& input_;
};

}  // namespace figmine::assembling
