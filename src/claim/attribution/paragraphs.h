// claim/attribution/paragraphs: who goes on telling: the speaker of a paragraph's other sentences for what is
// quoted, and over a few sentences a person who is not. Tested by tests/cases and the corpus.
#pragma once

#include <span>

#include "claim/attribution/persons.h"

namespace figmine::attribution {

// Looks at the sentences around a figure; changes nothing.
class Paragraphs {
 public:
  Paragraphs(const Looker& look, const Words& words, const Quotes& quotes, const Speeches& speeches,
             const Persons& persons)
      : look_(look),
        input_(look.input()),
        words_(words),
        quotes_(quotes),
        speeches_(speeches),
        persons_(persons) {}

  // The speech that goes on to the figure; nullptr where there is none.
  [[nodiscard]] const Speech* going_on(const Draft& draft) const;

 private:
  [[nodiscard]] const Speech* of_quote(const Draft& draft, std::span<const Speech> here) const;
  [[nodiscard]] const Speech* over_paragraphs(std::uint32_t block) const;
  [[nodiscard]] const Speech* before_quote(std::uint32_t block) const;
  [[nodiscard]] const Speech* behind_quote(std::uint32_t block) const;
  [[nodiscard]] std::span<const Speech> told_in(std::uint32_t block) const;
  [[nodiscard]] static const Speech* beside(std::span<const Speech> speeches, std::size_t sentence,
                                            bool behind);
  [[nodiscard]] const Speech* announcing(std::span<const Speech> speeches) const;
  [[nodiscard]] bool goes_on(const Speech& speech, const Draft& draft) const;
  [[nodiscard]] bool asks(const Speech& speech) const;
  [[nodiscard]] bool tells_of_asked(const Draft& draft) const;

  const Looker& look_;
  const ClaimInput& input_;
  const Words& words_;
  const Quotes& quotes_;
  const Speeches& speeches_;
  const Persons& persons_;
};

}  // namespace figmine::attribution
