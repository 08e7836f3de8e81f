// claim/attribution/voices: who can speak: who has a name, an office or a document's title; "rebar added
// 0.6%" tells nothing. Tested by tests/cases and the corpus.
#pragma once

#include "claim/attribution/names.h"
#include "claim/attribution/quotes.h"

namespace figmine::attribution {

// Judges speeches; changes nothing.
class Voices {
 public:
  Voices(const Looker& look, const Words& words, const Quotes& quotes, const Names& names)
      : look_(look), input_(look.input()), words_(words), quotes_(quotes), names_(names) {}

  [[nodiscard]] bool can_speak(const Speech& speech) const;

 private:
  [[nodiscard]] bool acts(const Analysis& a, const Speech& speech, const std::string& verb) const;
  [[nodiscard]] bool moves_figure(const Analysis& a, const Speech& speech, const std::string& verb) const;
  [[nodiscard]] bool finds_things(const Analysis& a, const Speech& speech, const std::string& verb) const;
  [[nodiscard]] bool shows_things(const Speech& speech) const;
  [[nodiscard]] bool does_things(const Analysis& a, const Speech& speech, const std::string& verb) const;
  [[nodiscard]] bool is_nobody(const Analysis& a, TokenRange words) const;
  [[nodiscard]] bool is_aside_of_quote(const Speech& speech, const std::string& verb) const;
  [[nodiscard]] bool are_documents(TokenRange words) const;
  [[nodiscard]] bool is_teller(const Analysis& a, TokenRange words) const;

  const Looker& look_;
  const ClaimInput& input_;
  const Words& words_;
  const Quotes& quotes_;
  const Names& names_;
};

}  // namespace figmine::attribution
