// claim/entities/phrases: which words of a noun phrase are a name: without titles and a heading's verb, with
// the legal form or the office that belongs to it. Tested by tests/cases and the corpus.
#pragma once

#include "claim/draft.h"

namespace figmine::entities {

// Answers questions about tokens; changes nothing.
class Phrases {
 public:
  explicit Phrases(const Looker& look) : look_(look) {}

  // The name with what belongs to it before the phrase.
  [[nodiscard]] TokenRange whole(const Analysis& a, TokenRange range) const {
    return with_office(a, with_legal_form(a, range));
  }
  // "Fors, Orth & Keller LLP" of "Orth & Keller LLP": a firm's first partners stand before commas.
  [[nodiscard]] TokenRange with_partners(const Analysis& a, TokenRange range) const;
  // The name alone; empty where the phrase has none.
  [[nodiscard]] TokenRange bare(TokenRange range) const;
  // "Acme Chief Business Officer Lena Orth", "Acme CEO Lena Orth": the title between a firm and its person;
  // empty where none is. "Dollar General Stores" has none.
  [[nodiscard]] TokenRange title_within(TokenRange range) const;
  // "Halden Department" of "Halden Department of Health": a name whose rest is told behind it.
  [[nodiscard]] bool is_office_of(const Analysis& a, TokenRange range) const;

 private:
  [[nodiscard]] TokenRange without_titles(TokenRange range) const;
  [[nodiscard]] bool is_headline_verb(TokenRange range) const;
  [[nodiscard]] TokenRange with_legal_form(const Analysis& a, TokenRange range) const;
  [[nodiscard]] TokenRange with_office(const Analysis& a, TokenRange range) const;

  const Looker& look_;
};

}  // namespace figmine::entities
