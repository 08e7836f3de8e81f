// claim/entities/brackets: what a bracket behind a name tells of it: a ticker, a symbol, an acronym, a short
// form, that it is the article's own ("the Company"). Tested by tests/unit/claim_test.cc.
#pragma once

#include "claim/entities/roll.h"
#include "claim/entities/tickers.h"
#include "claim/entities/title.h"

namespace figmine::entities {

// Writes what it finds into the roll.
class Brackets {
 public:
  Brackets(const ClaimInput& input, const Looker& look, const Title& title, const Tickers& tickers,
           Roll& roll)
      : input_(input), look_(look), title_(title), tickers_(tickers), roll_(roll) {}

  // "Orvane Tidal Group Inc. (NASDAQ: ORTG)", "(the “Company”)", "(UP)", and those right behind it; nothing
  // where no bracket stands there.
  void read(const Analysis& a, TokenRange name, std::size_t entity);

 private:
  [[nodiscard]] TokenRange within_bracket(const Analysis& a, std::uint32_t open) const;
  void read_owner(const Analysis& a, TokenRange bracket, std::size_t entity);
  void read_one(const Analysis& a, TokenRange name, TokenRange bracket, std::size_t entity);
  void read_listing(const Analysis& a, TokenRange bracket, std::size_t entity);
  [[nodiscard]] bool ends_listing(std::uint32_t token) const;
  void set_ticker(const Analysis& a, std::size_t entity, const std::string& id, const std::string& ticker);
  void read_short_forms(TokenRange name, TokenRange bracket, std::size_t entity);
  void read_symbol(TokenRange name, TokenRange symbol, bool known, std::size_t entity);
  [[nodiscard]] static bool abbreviates(const std::string& name, const std::string& symbol);
  [[nodiscard]] bool introduces(const Analysis& a) const;
  [[nodiscard]] std::string quoted_from(std::uint32_t token, std::uint32_t close) const;
  [[nodiscard]] bool initials_fit(TokenRange range, std::string_view acronym) const;

  const ClaimInput& input_;
  const Looker& look_;
  const Title& title_;
  const Tickers& tickers_;
  Roll& roll_;
};

}  // namespace figmine::entities
