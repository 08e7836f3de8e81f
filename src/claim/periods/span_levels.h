// claim/periods/span_levels: the levels at the two ends of a stretch of time: "From 2016 to 2024 its sales
// rose from $5 million to $9 million". Tested by tests/cases and the corpus.
#pragma once

#include "claim/periods/figures.h"

namespace figmine::periods {

struct SpanLevel {
  const TimeSpan* span = nullptr;  // nullptr: no level of a stretch
  Interval days;
};

// Reads the figures' own times; changes nothing.
class SpanLevels {
 public:
  explicit SpanLevels(const Figures& figures)
      : figures_(figures), input_(figures.input()), look_(figures.look()) {}

  // An old level without a time of its own, right before the new one: the stretch's first year or day, or the
  // whole of "the past week".
  [[nodiscard]] SpanLevel of_old(std::size_t index) const;
  // The last year or day of the time, which is the new level's.
  [[nodiscard]] std::optional<Interval> of_new(std::size_t index, const TimeSpan& time) const;

 private:
  [[nodiscard]] bool is_pair(std::size_t old_level, std::size_t new_level) const;
  [[nodiscard]] bool has_ends(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] Interval end_of(const Draft& draft, const TimeSpan& span, bool first) const;
  [[nodiscard]] const TimeSpan* stretch_of(const Draft& new_level) const;

  const Figures& figures_;
  const ClaimInput& input_;
  const Looker& look_;
};

}  // namespace figmine::periods
