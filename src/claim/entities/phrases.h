// claim/entities/phrases: which words of a noun phrase are a name: without titles and a heading's verb, with
// the legal form or the office that belongs to it. Tested by tests/cases and the corpus.
#pragma once

#include "claim/draft.h"

namespace figmine::entities {

// Answers questions about tokens; changes nothing.
class Phrases {
 public:
  explicit Phrases(const Looker& look) : look_(look) {}

  // "Halden Holdings, Inc." of "Inc.": a legal form behind a comma belongs to the name before it.
  [[nodiscard]] TokenRange with_legal_form(const Analysis& a, TokenRange range) const;
  // "Fors, Orth & Keller LLP" of "Orth & Keller LLP": a firm's first partners stand before commas.
  [[nodiscard]] TokenRange with_partners(const Analysis& a, TokenRange range) const;
  // The name alone; empty where the phrase has none.
  [[nodiscard]] TokenRange bare(const Analysis& a, TokenRange range) const;
  // "Acme Chief Business Officer Lena Orth", "Acme CEO Lena Orth": the title between a firm and its person;
  // empty where none is. "Dollar General Stores" has none.
  [[nodiscard]] TokenRange title_within(TokenRange range) const;
  // "Department of Trade" of "Department of Trade officials"; empty where the phrase is of no office, or all
  // of it is its name.
  [[nodiscard]] TokenRange leading_office(TokenRange range) const;
  // "National Institute" of "National Institute of Trade": the office without what it is for; empty where
  // that leaves a single word.
  [[nodiscard]] TokenRange office_of(TokenRange name) const;

 private:
  [[nodiscard]] TokenRange without_lead(const Analysis& a, TokenRange range) const;
  [[nodiscard]] TokenRange said_once(TokenRange range) const;
  [[nodiscard]] TokenRange without_titles(TokenRange range) const;
  [[nodiscard]] bool is_headline_verb(TokenRange range) const;

  const Looker& look_;
};

}  // namespace figmine::entities
