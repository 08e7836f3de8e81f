// claim/attribution/names: a speaker by the article's entities: the whole name of a surname, and whether it
// is a person's. Tested by tests/cases and the corpus.
#pragma once

#include <string>

#include "claim/attribution/words.h"
#include "claim/entities.h"

namespace figmine::attribution {

// Looks names up; changes nothing.
class Names {
 public:
  Names(const Looker& look, const Entities& entities, const Words& words)
      : look_(look), entities_(entities), words_(words) {}

  // "Zhang Yunming" for "Zhang"; the words themselves where no entity has them.
  [[nodiscard]] std::string full_name(TokenRange words) const;
  // A name that is not known to be another thing's.
  [[nodiscard]] bool may_be_person(TokenRange speaker) const;
  // A name that is known to be a person's.
  [[nodiscard]] bool is_person(TokenRange speaker) const;

 private:
  const Looker& look_;
  const Entities& entities_;
  const Words& words_;
};

}  // namespace figmine::attribution
