// claim/periods/deadlines: times by which something is to be reached. Tested by tests/cases and the corpus.
#pragma once

#include "claim/periods/figures.h"

namespace figmine::periods {

// Answers questions about a time; changes nothing.
class Deadlines {
 public:
  explicit Deadlines(const Figures& figures) : figures_(figures) {}

  // "Sixty states supported tripling it by 2030": what is past is of no time by which something is to be
  // reached.
  [[nodiscard]] bool is_deadline_ahead(const Draft& draft, const TimeSpan& time) const;
  // "could pass $5m by the end of the week": a deadline of what is to come.
  [[nodiscard]] static bool is_awaited(const Draft& draft, const TimeSpan& time);
  // "surged 40%, set to pass its rival in 2031", "extends $6 million in bonds to 2031": what is told is not
  // of a time to come that a comma or another verb parts from it.
  [[nodiscard]] bool is_of_what_comes(const Draft& draft, const TimeSpan& time) const;

 private:
  [[nodiscard]] bool is_parted(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool is_in_answer(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool tells_ahead_beside(const Draft& draft) const;

  const Figures& figures_;
};

}  // namespace figmine::periods
