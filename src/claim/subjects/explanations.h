// claim/subjects/explanations: whom relative clauses and the words between commas explain: "Halden Corp., a
// firm that has 50 shops", "60 adults with asthma who took part in two tests". Tested by tests/cases and the
// corpus.
#pragma once

#include "claim/subjects/acting.h"
#include "claim/subjects/figures.h"
#include "claim/subjects/words.h"

namespace figmine::subjects {

// Finds who is explained; changes nothing.
class Explanations {
 public:
  Explanations(const Figures& figures, const Words& words)
      : look_(figures.look()), namer_(figures.namer()), words_(words) {}

  // Whom "who" behind the phrase stands for, where that is not the phrase itself.
  [[nodiscard]] TokenRange who_meant(const Analysis& a, const Clauses& c, std::size_t phrase) const;
  // The name that the verb's subject explains, or that the verb gives it.
  [[nodiscard]] TokenRange name_told(const Analysis& a, const Clauses& c, const Acting& acting) const;
  // "One of them, Natrion ApS, raised $12 million": the firm right before the verb.
  [[nodiscard]] TokenRange name_set_off(const Analysis& a, const Clauses& c, std::size_t verb,
                                        bool personal) const;
  // "Our approach is a choice that brings five gains": whether the relative's phrase only says what or where
  // somebody is.
  [[nodiscard]] bool says_what(const Analysis& a, const Clauses& c, std::size_t phrase) const;

 private:
  [[nodiscard]] TokenRange officer_meant(const Analysis& a, const Clauses& c, std::size_t firm) const;
  [[nodiscard]] TokenRange people_meant(const Analysis& a, const Clauses& c, std::size_t phrase) const;
  [[nodiscard]] TokenRange apposed_name(const Analysis& a, const Clauses& c, std::size_t phrase) const;
  [[nodiscard]] TokenRange name_explained(const Analysis& a, const Clauses& c, const Acting& acting) const;
  [[nodiscard]] TokenRange identified(const Clauses& c, std::size_t verb, TokenRange chain) const;

  const Looker& look_;
  const Namer& namer_;
  const Words& words_;
};

}  // namespace figmine::subjects
