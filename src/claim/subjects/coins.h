// claim/subjects/coins: the coins of crypto markets: which a phrase begins with, which "the coin" means,
// whose symbol counts tokens. Tested by tests/cases and the corpus.
#pragma once

#include "claim/subjects/figures.h"

namespace figmine::subjects {

// Finds coins; changes nothing.
class Coins {
 public:
  explicit Coins(const Figures& figures)
      : figures_(figures), input_(figures.input()), entities_(figures.entities()), look_(figures.look()) {}

  // "Corlan" of "Corlan Price Volatility": the coin that the phrase begins with; empty where it begins with
  // none.
  [[nodiscard]] TokenRange coin_in(const Analysis& a, TokenRange phrase) const;
  // "Bitcoin fell below $68,000", "the Bitcoin price": the coin whose price or size is measured.
  [[nodiscard]] TokenRange coin_in(const Draft& draft, TokenRange range) const;
  // "the coin may reach $5": the one named last in the paragraph.
  [[nodiscard]] TokenRange coin_meant(const Draft& draft, TokenRange words) const;
  // Whether the name is a known coin's, or of what the article gives a coin's symbol.
  [[nodiscard]] bool is_coin(TokenRange name) const;
  // "440 million $KSTR tokens are reserved": of the coin whose symbol counts them; nullptr where none does.
  [[nodiscard]] const Entity* counted_coin(const Draft& draft) const;

 private:
  [[nodiscard]] std::uint32_t block_begin(const Draft& draft) const;

  const Figures& figures_;
  const ClaimInput& input_;
  const Entities& entities_;
  const Looker& look_;
};

}  // namespace figmine::subjects
