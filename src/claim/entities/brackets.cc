#include "claim/entities/brackets.h"

namespace figmine::entities {

namespace {

constexpr int kSingledOut = 20;  // weights of what tells that the article is about an entity
constexpr int kMentioned = 4;

}  // namespace

void Brackets::read(const Analysis& a, TokenRange name, std::size_t entity) {
  constexpr int kMost = 3;  // "Halden Property Trust (the “Trust”) (TSX: HLD.UN)"
  if (name.end < a.range.end && look_.word_is(name.end, "possessive"))
    return read_owner(a, within_bracket(a, name.end + 1), entity);
  TokenRange bracket = within_bracket(a, name.end);
  for (int i = 0; i < kMost && !bracket.empty(); ++i) {
    read_one(a, name, bracket, entity);
    bracket = within_bracket(a, bracket.end + 1);
  }
}

// "Vexa's (NYSE: VEX) drug": only where it is listed; other brackets tell of the drug.
void Brackets::read_owner(const Analysis& a, TokenRange bracket, std::size_t entity) {
  const bool listing = bracket.end - bracket.begin > 1 &&
                       input_.program.lookup("exchange", look_.form(bracket.begin).folded) != kNone;
  if (listing) read_listing(a, bracket, entity);
}

void Brackets::read_one(const Analysis& a, TokenRange name, TokenRange bracket, std::size_t entity) {
  const bool exchange = input_.program.lookup("exchange", look_.form(bracket.begin).folded) != kNone;
  if (exchange && bracket.end - bracket.begin > 1) return read_listing(a, bracket, entity);
  if (const TokenRange code = tickers_.market_code(bracket); !code.empty())
    return set_ticker(a, entity, look_.text_of(code), look_.text_of({code.begin, code.begin + 1}));
  if (const TokenRange symbol = tickers_.symbol_within(bracket); !symbol.empty())
    read_symbol(name, symbol, symbol.begin > bracket.begin || tickers_.is_known_coin(a, symbol.begin),
                entity);
  read_short_forms(name, bracket, entity);
}

// The words within the bracket that opens at the token or behind a full stop there; empty where none does.
TokenRange Brackets::within_bracket(const Analysis& a, std::uint32_t open) const {
  constexpr std::uint32_t kLongest = 14;  // tokens
  if (open < a.range.end && look_.token_text(open) == ".") ++open;
  if (open + 2 >= a.range.end || look_.token_text(open) != "(") return {};
  std::uint32_t close = open + 1;
  while (close < a.range.end && close < open + kLongest && look_.token_text(close) != ")") ++close;
  const bool closed = close < a.range.end && look_.token_text(close) == ")";
  return closed ? TokenRange{open + 1, close} : TokenRange{};
}

// "NASDAQ: ORTG", "NYSE American: ORV", "NYSE ORV; TSX: ORV"
void Brackets::read_listing(const Analysis& a, TokenRange bracket, std::size_t entity) {
  const std::uint32_t second = bracket.begin + 1;
  std::uint32_t colon = second;
  while (colon < bracket.end && look_.token_text(colon) != ":" && !ends_listing(colon)) ++colon;
  const bool market = colon < bracket.end && look_.token_text(colon) == ":";
  const std::uint32_t symbol = market ? colon + 1 : second;
  std::uint32_t stop = symbol;
  while (stop < bracket.end && !ends_listing(stop)) ++stop;
  if (stop == symbol)  // "NYSE, NASDAQ: ORV"
    return stop + 2 < bracket.end ? read_listing(a, {stop + 1, bracket.end}, entity) : void();
  const std::string exchange = look_.text_of({bracket.begin, market ? colon : second});
  const std::string ticker = look_.text_of({symbol, stop});
  set_ticker(a, entity, exchange + ":" + ticker, ticker);
}

// What parts a listing from the next one: "NYSE: ORV | TSX: ORV".
bool Brackets::ends_listing(std::uint32_t token) const {
  const std::string_view text = look_.token_text(token);
  const std::vector<Token>& tokens = look_.input().text.tokens;
  const bool inner = token + 1 < tokens.size() && tokens[token].glued && tokens[token + 1].glued;  // "BRK/B"
  return text == ";" || text == "," || text == "|" || text == "and" ||
         ((text == "/" || text == "&") && !inner);
}

void Brackets::set_ticker(const Analysis& a, std::size_t entity, const std::string& id,
                          const std::string& ticker) {
  Entity& listed = roll_.parts.list[entity];
  listed.ids.emplace_back("ticker", id);
  const bool coin = input_.program.lookup("exchange.of_coins", fold(id.substr(0, id.find(':')))) != kNone;
  if (coin) roll_.parts.coin_tickers.insert(id);
  if (!coin) listed.type = "organization";
  roll_.alias(entity, ticker);
  if (coin) roll_.parts.symbols.insert(fold(ticker));
  roll_.anchor(entity, introduces(a) || title_.names(listed.name) ? kSingledOut : kMentioned);
}

// "UP", ("Corvus" or the "Company")
void Brackets::read_short_forms(TokenRange name, TokenRange bracket, std::size_t entity) {
  for (std::uint32_t token = bracket.begin; token < bracket.end; ++token) {
    const Form& word = look_.form(token);
    if (!word.is(Shape::kWordlike) || look_.word_is(token, "alias.lead")) continue;
    if (word.is(Shape::kUpper) && word.text.size() >= 2 && word.text.size() <= 8 &&
        initials_fit(name, word.text))
      roll_.alias(entity, word.text);
    const bool in_quotes = look_.token_text(token - 1) == "\"" || look_.token_text(token - 1) == "“";
    const bool own = input_.program.lookup("self_reference", word.folded) != kNone;
    // "sold in the United States (“USDA”)" tells no other name of the place
    const bool of_place = roll_.parts.list[entity].type == "place" && !initials_fit(name, word.text);
    if (in_quotes && word.is(Shape::kCap) && !own && !of_place)
      roll_.alias(entity, quoted_from(token, bracket.end));
    if (!own) continue;
    roll_.anchor(entity, kSingledOut);
    roll_.parts.own_words.insert(word.folded);
  }
}

// "Kestrel (KSTR)", "Orvane ($ORV)", "Cardano (ADA)" whose symbol is known; "MEDC" is an acronym.
void Brackets::read_symbol(TokenRange name, TokenRange symbol, bool known, std::size_t entity) {
  const std::string text = look_.text_of(symbol);
  if (initials_fit(name, text) || !(known || abbreviates(look_.text_of(name), text))) return;
  roll_.alias(entity, text);
  roll_.parts.symbols.insert(fold(text));
}

// "KSTR" for "Kestrel": letters of the name in their order, from its first on.
bool Brackets::abbreviates(const std::string& name, const std::string& symbol) {
  const std::string whole = fold(name);
  const std::string letters = fold(symbol);
  std::size_t at = 0;
  for (const char c : whole) {
    if (at < letters.size() && c == letters[at]) ++at;
  }
  return !whole.empty() && whole.front() == letters.front() && at == letters.size();
}

// One of the article's first sentences.
bool Brackets::introduces(const Analysis& a) const {
  constexpr std::size_t kFirst = 6;
  return static_cast<std::size_t>(&a - input_.analyses.data()) < kFirst;
}

// The words up to the closing quotation mark.
std::string Brackets::quoted_from(std::uint32_t token, std::uint32_t close) const {
  std::uint32_t end = token;
  while (end < close && look_.token_text(end) != "\"" && look_.token_text(end) != "”") ++end;
  return look_.text_of({token, end});
}

// "MEDC" for "Michigan Economic Development Corporation"; "GM" for "General Motors".
bool Brackets::initials_fit(TokenRange range, std::string_view acronym) const {
  std::size_t at = 0;
  for (std::uint32_t token = range.begin; token < range.end && at < acronym.size(); ++token) {
    const std::string_view text = look_.token_text(token);
    if (!text.empty() && text.front() == acronym[at]) ++at;
  }
  return at == acronym.size();
}

}  // namespace figmine::entities
