// claim/periods/old_levels: which figures are old levels, and which two go together. Tested by tests/cases
// and the corpus.
#pragma once

#include "claim/periods/figures.h"

namespace figmine::periods {

// Answers questions about figures; changes nothing.
class OldLevels {
 public:
  explicit OldLevels(const Figures& figures) : figures_(figures) {}

  // "up from $2.3 billion", and its twin.
  [[nodiscard]] bool is_old(const Draft& draft) const;
  // The old level before "or": "from $2.3 billion, or $4.10 a share".
  [[nodiscard]] Draft* twin_of(std::size_t index) const;

 private:
  const Figures& figures_;
};

}  // namespace figmine::periods
