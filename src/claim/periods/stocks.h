// claim/periods/stocks: what is held at a point in time, which is told as of its period's end. Tested by
// tests/cases and the corpus.
#pragma once

#include "claim/periods/figures.h"
#include "claim/periods/traits.h"

namespace figmine::periods {

// Changes the periods of figures.
class Stocks {
 public:
  Stocks(const Figures& figures, const Traits& traits, bool surveyed)
      : figures_(figures), look_(figures.look()), traits_(traits), surveyed_(surveyed) {}

  // What is held at a point in time ("cash", "deposits") is told as of the period's end.
  void close(Draft& draft) const;

 private:
  [[nodiscard]] bool is_told_over(const Draft& draft) const;
  [[nodiscard]] bool is_moved(const Draft& draft) const;

  const Figures& figures_;
  const Looker& look_;
  const Traits& traits_;
  bool surveyed_;  // the article tells what people answered
};

}  // namespace figmine::periods
