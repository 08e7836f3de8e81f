// base/lexer: UTF-8 text -> raw tokens. Language-neutral: a border stands between letters, digits and every
// other character, so "US$1.2bn" is US, $, 1.2, bn; what belongs together again is said by rules. Used for
// articles, lexicon forms and rule patterns alike, so that all three agree. Linear in the text. Tested by
// tests/unit/base_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "figmine/span.h"

namespace figmine {

enum class TokenKind : std::uint8_t { kWord, kNumeral, kPunctuation, kSymbol, kUrl };

struct RawToken {
  Span span;
  TokenKind kind = TokenKind::kWord;
  bool glued = false;    // no white space between the token before and this one
  bool newline = false;  // a line end stands between the token before and this one
};

// kNumeral: a run of digits with single '.' or ',' between digits ("1,234.5"), or one vulgar fraction ("½");
// an apostrophe, no-break or thin space also stands between digits where three follow ("1'250", "40 000").
// kWord: letters, marks and superscripts ("km²"); initials with their full stops ("U.S.");
// "'s" and "n't" stand alone. kUrl: URLs and e-mail addresses whole. Everything else: one character a token.
[[nodiscard]] std::vector<RawToken> lex(std::string_view text);

// Lower case and compatibility form (NFKC with case folding) of one token; ASCII takes a fast path.
[[nodiscard]] std::string fold(std::string_view token);
// Compatibility form without folding: full-width digits and letters become ASCII.
[[nodiscard]] std::string compatible(std::string_view token);

}  // namespace figmine
