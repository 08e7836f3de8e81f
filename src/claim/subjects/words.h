// claim/subjects/words: what words name where no clause is needed to tell: a person, people, somebody who can
// have a figure, a market, a target. Tested by tests/cases and the corpus.
#pragma once

#include "claim/subjects/figures.h"

namespace figmine::subjects {

// Answers questions about phrases and about what a draft measures; changes nothing.
class Words {
 public:
  explicit Words(const Figures& figures)
      : entities_(figures.entities()), look_(figures.look()), namer_(figures.namer()) {}

  // A subject by these words, of no known entity.
  [[nodiscard]] Subject named(TokenRange words) const;
  // A name of neither a person nor a place, which "in" may have added.
  [[nodiscard]] bool is_known_holder(const Analysis& a, TokenRange range) const;
  // Somebody with a title, whom the article knows as a person, or by surname alone.
  [[nodiscard]] bool is_person(TokenRange range) const;
  [[nodiscard]] bool is_surname(TokenRange range) const;
  // "participants", "small employers"
  [[nodiscard]] bool is_several(const Analysis& a, TokenRange words) const;
  // "first-place winner" of "place winner": where the word that hyphens join before the token begins.
  [[nodiscard]] std::uint32_t hyphened_begin(const Analysis& a, std::uint32_t begin) const;
  // "in Laval", "across the U.S."
  [[nodiscard]] bool is_placed(TokenRange place) const;
  // "Halden Bank carries a target price of $18": not the bank's own.
  [[nodiscard]] bool is_target(const Draft& draft) const;
  // The phrase where it names a market that is nobody's: not "its addressable market", "a large market",
  // "Rowan Markets".
  [[nodiscard]] TokenRange market_words(const Analysis& a, TokenRange phrase, Wanted type) const;
  // "the market", "this industry": a market that was told of before.
  [[nodiscard]] bool is_bare_market(const Analysis& a, TokenRange words) const;

 private:
  [[nodiscard]] bool is_named_market(const Analysis& a, TokenRange words) const;
  [[nodiscard]] TokenRange with_traded(const Analysis& a, TokenRange market) const;
  const Entities& entities_;
  const Looker& look_;
  const Namer& namer_;
};

}  // namespace figmine::subjects
