// claim/attribution/telling: which of a sentence's own speeches tells a figure of it: "Acme said it sold 300
// cars", "300 cars were sold, Acme said". Tested by tests/cases and the corpus.
#pragma once

#include <span>

#include "claim/attribution/quotes.h"
#include "claim/attribution/words.h"

namespace figmine::attribution {

// Judges speeches; changes nothing.
class Telling {
 public:
  Telling(const Looker& look, const Words& words, const Quotes& quotes)
      : look_(look), input_(look.input()), words_(words), quotes_(quotes) {}

  // The last of a sentence's speeches that tells the figure; those within the quote that the figure stands in
  // only where they are asked for.
  [[nodiscard]] const Speech* of(std::span<const Speech> speeches, const Draft& draft, bool within) const;

 private:
  [[nodiscard]] bool tells(const Speech& speech, const Draft& draft) const;
  [[nodiscard]] bool is_parted(const Speech& speech, std::uint32_t figure) const;
  [[nodiscard]] bool is_title(const Speech& speech) const;
  [[nodiscard]] bool says_more(TokenRange between) const;
  [[nodiscard]] bool closes(const Speech& speech) const;
  [[nodiscard]] std::uint32_t opening_of(const Analysis& a, const Speech& speech) const;
  [[nodiscard]] bool ends_clause(const Analysis& a, std::uint32_t token) const;

  const Looker& look_;
  const ClaimInput& input_;
  const Words& words_;
  const Quotes& quotes_;
};

}  // namespace figmine::attribution
