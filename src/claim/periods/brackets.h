// claim/periods/brackets: brackets, which keep a time to themselves. Tested by tests/cases and the corpus.
#pragma once

#include "claim/periods/figures.h"

namespace figmine::periods {

// Answers questions about a sentence; changes nothing.
class Brackets {
 public:
  explicit Brackets(const Figures& figures) : figures_(figures), look_(figures.look()) {}

  // The bracket that holds the token; empty when none does.
  [[nodiscard]] TokenRange around(std::size_t sentence, std::uint32_t token) const;
  // "£146.8m (H1 2024: £139.1m)": a bracket that has a figure of its own keeps its time to itself, and one
  // behind a figure is that figure's: "beat 41.6 million (reached in May) by 3.4%".
  [[nodiscard]] bool is_in_other(const Draft& draft, const TimeSpan& time) const;

 private:
  [[nodiscard]] bool tells_life(TokenRange bracket) const;

  const Figures& figures_;
  const Looker& look_;
};

}  // namespace figmine::periods
