// claim/attribution/reader: annotations of the layer `speech` -> speeches, with the speaker's name as it is
// to be given: whole, and without what describes it. Tested by tests/cases and the corpus.
#pragma once

#include "claim/attribution/quotes.h"
#include "claim/attribution/words.h"

namespace figmine::attribution {

// Reads annotations; changes nothing.
class Reader {
 public:
  Reader(const Looker& look, const Words& words) : look_(look), input_(look.input()), words_(words) {}

  // What an annotation of the sentence tells; without a speaker where it names none.
  [[nodiscard]] Speech read(std::size_t sentence, const Annotation& annotation) const;

 private:
  [[nodiscard]] bool opens_with_share(std::size_t sentence, TokenRange speaker) const;
  [[nodiscard]] TokenRange name_of(const Analysis& a, const Speech& speech, TokenRange words) const;
  [[nodiscard]] bool tells_clause(const Analysis& a, std::uint32_t token) const;
  [[nodiscard]] TokenRange whole_name(const Analysis& a, TokenRange form) const;
  [[nodiscard]] TokenRange without_description(TokenRange words, bool source) const;
  [[nodiscard]] bool describes(std::uint32_t token, bool source) const;
  [[nodiscard]] TokenRange without_office(TokenRange words) const;

  const Looker& look_;
  const ClaimInput& input_;
  const Words& words_;
};

}  // namespace figmine::attribution
