// claim/attribution/words: what the words for speakers are: a document, a kind of teller, a pronoun. Tested
// by tests/cases and the corpus.
#pragma once

#include <initializer_list>
#include <string>

#include "claim/draft.h"

namespace figmine::attribution {

// Looks words up; changes nothing.
class Words {
 public:
  explicit Words(const Looker& look) : look_(look) {}

  // Whether the lexicon has the words as one of the type.
  [[nodiscard]] bool is(const std::string& words, std::string_view type) const;
  [[nodiscard]] bool is_any(const std::string& words, std::initializer_list<std::string_view> types) const;
  // "economist", "bank", "ministry"
  [[nodiscard]] bool is_kind_of_teller(const std::string& noun) const;
  // Those, "report", "survey", "it".
  [[nodiscard]] bool is_teller(const std::string& noun) const;
  // "said", "adding"
  [[nodiscard]] bool is_saying(const std::string& verb) const;
  // "the report", "its survey"
  [[nodiscard]] bool is_document(TokenRange words) const;
  // "Inc", of "Halden, Inc. (NASDAQ: HLDN) Announces": a name that was cut.
  [[nodiscard]] bool is_legal_form(TokenRange words) const;
  // "HEALTH OFFICIALS": more than one word, all of them in capitals.
  [[nodiscard]] bool is_capitals(TokenRange words) const;
  // "he", "an official"
  [[nodiscard]] bool stands_for_other(TokenRange speaker) const;
  // "he"
  [[nodiscard]] bool stands_for_person(TokenRange speaker) const;
  // "it"
  [[nodiscard]] bool stands_for_thing(TokenRange speaker) const;

 private:
  const Looker& look_;
};

}  // namespace figmine::attribution
