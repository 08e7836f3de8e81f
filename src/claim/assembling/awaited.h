// claim/assembling/awaited: figures told with a day to come: "$9 billion by 2033". Tested by tests/cases.
#pragma once

#include "claim/assembling/figures.h"

namespace figmine::assembling {

// Sets the status of facts by their own time.
class Awaited {
 public:
  explicit Awaited(const Figures& figures) : figures_(figures), look_(figures.look()) {}

  // "is growing towards a worth of €9 billion by 2033": a figure right before the day by which it holds,
  // where that comes after the article, is a forecast, unless another word tells its status; so is what
  // stands behind a year to come as its label.
  void set(Draft& draft) const;

 private:
  [[nodiscard]] bool is_label_to_come(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool is_followed_by(const Draft& draft, const TimeSpan& time) const;

  const Figures& figures_;
  const Looker& look_;
};

}  // namespace figmine::assembling
