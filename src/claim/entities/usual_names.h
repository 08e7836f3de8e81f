// claim/entities/usual_names: under which of its names an article tells of each entity. Tested by tests/cases
// and the corpus.
#pragma once

#include "claim/entities/roll.h"

namespace figmine::entities {

// Works on the roll once short names are bound.
class UsualNames {
 public:
  UsualNames(const Program& program, Roll& roll) : program_(program), roll_(roll) {}

  // Where a short form is written more often than the full name, it is the usual one; a coin's symbol is
  // none, and no word for a sort.
  void choose();

 private:
  [[nodiscard]] bool is_sort(const std::string& alias) const;

  const Program& program_;
  Roll& roll_;
};

}  // namespace figmine::entities
