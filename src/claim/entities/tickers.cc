#include "claim/entities/tickers.h"

namespace figmine::entities {

bool Tickers::is_ticker(const Analysis& a, std::uint32_t token) const {
  if (token <= a.range.begin + 1 || token + 1 >= a.range.end || look_.token_text(token - 1) != ":")
    return false;
  const std::string_view next = look_.token_text(token + 1);
  return look_.form(token).is(Shape::kUpper) && look_.form(token - 2).is(Shape::kCap) &&
         (next == ")" || next == ";" || next == ",");
}

bool Tickers::has_ticker(const Analysis& a, std::uint32_t open) const {
  constexpr std::uint32_t kWords = 3;  // "OTC Pink: ACME", "NYSE American: ACME"
  if (open + 3 >= a.range.end || look_.token_text(open) != "(" || !look_.word_is(open + 1, "exchange"))
    return false;
  for (std::uint32_t colon = open + 2; colon < open + 2 + kWords && colon + 1 < a.range.end; ++colon) {
    if (look_.token_text(colon) == ":") return true;
  }
  return false;
}

TokenRange Tickers::market_code(TokenRange bracket) const {
  constexpr std::size_t kMarket = 2;  // letters
  const bool three = bracket.begin + 3 == bracket.end && look_.token_text(bracket.begin + 1) == "." &&
                     look_.input().text.tokens[bracket.begin + 1].glued &&
                     look_.input().text.tokens[bracket.end - 1].glued;
  const bool code =
      three && look_.form(bracket.begin).is(Shape::kUpper) && look_.form(bracket.end - 1).is(Shape::kUpper) &&
      look_.token_text(bracket.end - 1).size() <= kMarket && look_.token_text(bracket.begin).size() > 1;
  return code ? bracket : TokenRange{};
}

TokenRange Tickers::symbol_within(TokenRange bracket) const {
  if (look_.token_text(bracket.begin) == "$") ++bracket.begin;
  const bool one = bracket.begin + 1 == bracket.end && look_.form(bracket.begin).is(Shape::kUpper);
  return one && look_.token_text(bracket.begin).size() > 1 ? bracket : TokenRange{};
}

bool Tickers::is_known_coin(const Analysis& a, std::uint32_t token) const {
  return look_.form(token).is(Shape::kUpper) && (look_.beginning_at(a, token, "crypto") != nullptr ||
                                                 look_.beginning_at(a, token, "crypto_ambiguous") != nullptr);
}

}  // namespace figmine::entities
