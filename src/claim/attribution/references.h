// claim/attribution/references: whom "he", "it" and "an official" mean who speak. Tested by tests/cases and
// the corpus.
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

  // Whom "he", "it" or "an official" stands for; nothing where nobody is known.
  [[nodiscard]] Meant meant(const Speech& speech) const;

 private:
  [[nodiscard]] const Speech* person_before(const Speech& speech) const;
  [[nodiscard]] const Speech* teller_before(const Speech& speech) const;
  [[nodiscard]] bool may_be_it(const Speech& other) const;
  [[nodiscard]] bool names_main(std::size_t sentence) const;
  [[nodiscard]] const Speech* speaker_beside(const Speech& speech) const;

  const subjects::Figures& figures_;
  const Words& words_;
  const Quotes& quotes_;
  const Speeches& speeches_;
  const Persons& persons_;
  subjects::People people_;
  std::vector<const Speech*> named_;  // speeches by a name rather than "he"
};

}  // namespace figmine::attribution
