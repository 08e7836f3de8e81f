// ruleset/token_regex: an expression on a token's spelling -> syntax tree, for the table that all of them
// make (ruleset/regex_table.h). It knows the part of RE2's syntax that says something of a whole token;
// what it does not know is left to RE2. Tested by tests/unit/token_regexes_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace figmine {

// Characters from `first` to `last`.
struct CharRange {
  char32_t first = 0;
  char32_t last = 0;
  friend auto operator<=>(const CharRange&, const CharRange&) = default;
};

using CharSet = std::vector<CharRange>;  // ascending, apart from each other

struct RegexNode {
  enum class Kind { kSet, kSequence, kChoice, kRepeat };
  Kind kind = Kind::kSequence;
  CharSet set;  // kSet: one of these characters
  std::vector<RegexNode> children;
  int min = 0;  // kRepeat
  int max = 0;  // kRepeat; kUnbounded for * and +

  static constexpr int kUnbounded = -1;
};

// The tree of an expression that RE2 takes: literals, `.`, `\d`, [classes], groups, `|`, `? * + {m,n}` and
// `(?i)` at its beginning. Nothing for one that has more (anchors, `\p{L}`, lazy repetitions).
[[nodiscard]] std::optional<RegexNode> parse_token_regex(std::string_view text);

}  // namespace figmine
