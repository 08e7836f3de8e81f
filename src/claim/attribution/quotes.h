// claim/attribution/quotes: what stands in quotation marks, and the paragraphs of a text by their quotes.
// Tested by tests/cases and the corpus.
#pragma once

#include <utility>

#include "claim/attribution/speech.h"

namespace figmine::attribution {

// Looks at the text; changes nothing.
class Quotes {
 public:
  explicit Quotes(const Looker& look) : look_(look), input_(look.input()) {}

  // Whether the figure stands in a quote.
  [[nodiscard]] bool holds(const Draft& draft) const { return is_quoted(draft.mention->range.begin); }
  // Whether one of the tokens does.
  [[nodiscard]] bool any_in(TokenRange range) const;
  // '"We sold 300 cars," said Lee'
  [[nodiscard]] bool are_before(const Speech& speech) const;
  // Whether a paragraph's first word stands in a quote; false where there is no such paragraph.
  [[nodiscard]] bool open(std::uint32_t block) const;
  // Whether a paragraph's last word does.
  [[nodiscard]] bool close(std::uint32_t block) const;
  // The tokens of a paragraph; none where there is no such paragraph.
  [[nodiscard]] TokenRange words_of(std::uint32_t block) const;
  // The first sentence of a paragraph, and the first behind it.
  [[nodiscard]] std::pair<std::size_t, std::size_t> places_of(std::uint32_t block) const;
  [[nodiscard]] std::uint32_t block_of(std::size_t sentence) const {
    return input_.text.sentences[sentence].block;
  }

 private:
  [[nodiscard]] bool is_quoted(std::uint32_t token) const { return input_.text.tokens[token].quoted; }

  const Looker& look_;
  const ClaimInput& input_;
};

}  // namespace figmine::attribution
