// claim/assembling/figures: the figures of a document in the making, and what several steps ask of the words
// beside them. Tested by tests/cases and the corpus.
#pragma once

#include "claim/figures.h"

namespace figmine::assembling {

// What every step works with.
class Figures : public DraftList {
 public:
  using DraftList::DraftList;

  // "wins only 55", "lost nearly 40": where the adverbs before the token begin.
  [[nodiscard]] std::uint32_t before_adverbs(const Analysis& a, std::uint32_t at) const;
  // Whether nothing but a comma, "and" or "or" stands between the tokens, and something does.
  [[nodiscard]] bool only_joins(std::uint32_t from, std::uint32_t to) const;
  // "Of the 48 growers asked, 31 expect rain": a bare number that begins a clause, told of what was counted.
  [[nodiscard]] bool counts_some_of(const Draft& draft, const Draft& earlier) const;
  // "lost 190 points": not said of what.
  [[nodiscard]] bool is_bare_point(const Quantity& quantity) const;
};

// The point of an index, as it is written.
[[nodiscard]] Unit index_point(const std::string& text);
// The point of a percentage, as it is written.
[[nodiscard]] Unit share_point(const std::string& text);

// The figure is no claim; `why` is what it is instead.
void reject(Draft& draft, std::string_view why);

}  // namespace figmine::assembling
