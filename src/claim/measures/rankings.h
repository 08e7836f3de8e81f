// claim/measures/rankings: lists that rank what they name: "Highest rent growth" above "1. Austin, TX
// (3.4%)". Tested by tests/cases.
#pragma once

#include "claim/measures/figures.h"

namespace figmine::measures {

// Finds measures above a list, of items that only name somebody.
class Rankings {
 public:
  explicit Rankings(const Figures& figures) : figures_(figures), look_(figures.look()) {}

  // Of an item that is nothing but a name and its figure, or one of several behind a label.
  bool find(Draft& draft) const;
  // "cheese output" of "Top valleys by cheese output:", where the heading tells so.
  bool tells_by(Draft& draft, std::size_t head) const;

 private:
  [[nodiscard]] TokenRange name_alone(const Draft& draft) const;
  [[nodiscard]] bool is_heading(std::size_t sentence) const;
  bool take(Draft& draft, TokenRange words) const;
  [[nodiscard]] TokenRange label_before(const Draft& draft) const;
  [[nodiscard]] bool only_names(TokenRange words) const;
  [[nodiscard]] bool ranks(std::size_t heading) const;
  [[nodiscard]] TokenRange ranked_by(TokenRange words) const;

  const Figures& figures_;
  const Looker& look_;
};

}  // namespace figmine::measures
