// claim/attribution/references: whom "he" and "an official" mean who speak. Tested by tests/cases and the
// corpus.
#pragma once

#include "claim/attribution/persons.h"
#include "claim/subjects/people.h"

namespace figmine::attribution {

// Whom a speaker's words stand for: another speech's, or a person whom no speech names.
struct Meant {
  const Speech* speech = nullptr;
  const Entity* person = nullptr;  // comes first
};

// Made once a document.
class References {
 public:
  References(const subjects::Figures& figures, const Words& words, const Quotes& quotes,
             const Speeches& speeches, const Persons& persons);

  // Whom "he" or "an official" stands for; nothing where nobody is known.
  [[nodiscard]] Meant meant(const Speech& speech) const;

 private:
  [[nodiscard]] const Speech* person_before(const Speech& speech) const;
  [[nodiscard]] const Speech* speaker_beside(const Speech& speech) const;

  const Words& words_;
  const Quotes& quotes_;
  const Persons& persons_;
  subjects::People people_;
  std::vector<const Speech*> named_;  // speeches by a name rather than "he"
};

}  // namespace figmine::attribution
