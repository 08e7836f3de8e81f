// claim/entities/non_names: capitalised words that name no entity: tickers, legal forms, "the Group",
// datelines, labels of links. Tested by tests/cases and the corpus.
#pragma once

#include "claim/entities/tickers.h"

namespace figmine::entities {

// Answers questions about tokens; changes nothing.
class NonNames {
 public:
  NonNames(const Looker& look, const Tickers& tickers) : look_(look), tickers_(tickers) {}

  // Whether the words, which are not empty, are such.
  [[nodiscard]] bool holds(const Analysis& a, TokenRange range) const;

 private:
  [[nodiscard]] bool is_numbered(const Analysis& a, TokenRange range) const;
  [[nodiscard]] bool stands_for_other(TokenRange range) const;
  [[nodiscard]] bool labels_link(const Analysis& a, TokenRange range) const;

  const Looker& look_;
  const Tickers& tickers_;
};

}  // namespace figmine::entities
