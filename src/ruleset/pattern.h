// ruleset/pattern: the pattern language -> syntax tree. The grammar is in rules/README.md. Errors carry the
// 0-based offset into the pattern. Tested by tests/unit/rules_test.cc.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "figmine/result.h"

namespace figmine {

// One thing a bracket [ … ] or a lone element asks of a token.
struct PatternTest {
  enum class Kind { kWord, kShape, kRegex, kType, kGlued, kFirst, kNewline };
  Kind kind = Kind::kWord;
  std::string text;  // word, shape, regex or type
  bool negated = false;
  std::size_t offset = 0;
};

struct PatternNode {
  enum class Kind { kTests, kType, kPhrase, kSequence, kChoice, kRepeat, kCapture };
  Kind kind = Kind::kSequence;
  std::size_t offset = 0;
  std::vector<PatternTest> tests;  // kTests: all must hold of one token
  std::string text;                // kType: its name; kPhrase: the words; kCapture: the name
  bool glued = false;              // ~: the first token stands right after the one before
  int min = 0;                     // kRepeat
  int max = 0;                     // kRepeat; kUnbounded for * and +
  std::vector<PatternNode> children;

  static constexpr int kUnbounded = -1;
};

struct Pattern {
  PatternNode body;
  std::vector<PatternNode> look_ahead;  // at most one; likewise below
  std::vector<PatternNode> look_behind;
  bool negative_ahead = false;
  bool negative_behind = false;
  bool at_start = false;
  bool at_end = false;
};

struct PatternError {
  std::string message;
  std::string hint;
  std::size_t offset = 0;
};

using MacroTable = std::unordered_map<std::string, std::string>;

// Either the pattern or its first error.
[[nodiscard]] std::variant<Pattern, PatternError> parse_pattern(std::string_view text,
                                                                const MacroTable& macros);

}  // namespace figmine
