// claim/entities/tickers: what in a bracket is the ticker or symbol of a listed firm or coin. Tested by
// tests/cases and the corpus.
#pragma once

#include "claim/draft.h"

namespace figmine::entities {

// Answers questions about tokens; changes nothing.
class Tickers {
 public:
  explicit Tickers(const Looker& look) : look_(look) {}

  // "(NYSE: ACME)": whether the token is the letters behind an exchange.
  [[nodiscard]] bool is_ticker(const Analysis& a, std::uint32_t token) const;
  // "(NASDAQ: ACHR)": whether a bracket with a ticker opens there.
  [[nodiscard]] bool has_ticker(const Analysis& a, std::uint32_t open) const;
  // "(CRLN.MI)": a ticker with its market's code; empty where the bracket holds anything else.
  [[nodiscard]] TokenRange market_code(TokenRange bracket) const;
  // "(KES)", "($KES)": the letters of a coin's or share's symbol; empty where the bracket holds anything
  // else.
  [[nodiscard]] TokenRange symbol_within(TokenRange bracket) const;
  // "XRP": whether the letters are the symbol of a coin that the lexicons know.
  [[nodiscard]] bool is_known_coin(const Analysis& a, std::uint32_t token) const;

 private:
  const Looker& look_;
};

}  // namespace figmine::entities
