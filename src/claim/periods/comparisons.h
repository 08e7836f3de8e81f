// claim/periods/comparisons: times that tell what a figure is compared with. Tested by tests/cases and the
// corpus.
#pragma once

#include "claim/periods/figures.h"

namespace figmine::periods {

// Answers questions about a time; changes nothing.
class Comparisons {
 public:
  explicit Comparisons(const Figures& figures) : figures_(figures), look_(figures.look()) {}

  // "than in September", "an increase of 9,000 on July 2024": whether the time is what a figure is set
  // against.
  [[nodiscard]] bool is_compared(std::size_t sentence, const TimeSpan& time) const;
  // An old level's own time says nothing of the figures beside it.
  [[nodiscard]] bool is_baseline(const TimeSpan& time, std::size_t sentence) const;
  // Whether the figure is compared with what the time tells: "5% more than in May", "up 3% on September".
  [[nodiscard]] bool is_baseline_of(const Draft& draft, const TimeSpan& time) const;
  // "over the past week", "over the next 24 hours": a span that ends or begins as the article appears.
  [[nodiscard]] bool is_span_to_now(const TimeSpan& time) const;

 private:
  [[nodiscard]] bool is_span(const TimeSpan& time) const;
  [[nodiscard]] bool is_source(const Analysis& a, const TimeSpan& time) const;
  [[nodiscard]] bool follows_delta(std::size_t sentence, const TimeSpan& time) const;
  [[nodiscard]] bool leads_to_source(const Draft& draft, std::uint32_t token, const TimeSpan& time) const;
  [[nodiscard]] bool bounds_figure(const Analysis& a, std::uint32_t token) const;
  [[nodiscard]] bool is_in_basis(const Analysis& a, std::uint32_t token, const TimeSpan& time) const;

  const Figures& figures_;
  const Looker& look_;
};

}  // namespace figmine::periods
