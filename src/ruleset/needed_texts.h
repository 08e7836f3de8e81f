// ruleset/needed_texts: an expression -> texts without which nothing matches it, found when the rules are
// compiled, so that a run compiles and tries an expression only where it may match. Tested by
// tests/unit/document_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace figmine {

// Groups of texts: what an RE2 expression matches holds at least one text of each group, once both are folded
// by folded_ascii(). `(May|June) \d+, 20\w\w` gives {{"may ", "june "}, {", 20"}}. None where nothing is
// known.
[[nodiscard]] std::vector<std::vector<std::string>> needed_texts(const std::string& expression);

// With every character that a case-insensitive expression takes for an ASCII letter as that letter in lower
// case: A-Z, U+017F (long s) and U+212A (Kelvin sign); CaseFolding.txt knows no other.
[[nodiscard]] std::string folded_ascii(std::string_view text);

}  // namespace figmine
