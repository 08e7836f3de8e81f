// ruleset/regex_table: the expressions on tokens -> one table of states (RegexTable in ruleset/program.h), so
// that a spelling is matched against all of them by one look-up a character. Made once, when rules are
// compiled. Tested by tests/unit/token_regexes_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ruleset/program.h"

namespace figmine {
namespace draft {

struct RegexTable {
  std::vector<CharEdge> edges;
  std::uint32_t classes = 0;
  std::vector<std::uint16_t> next;
  std::vector<std::uint32_t> accepts;
  std::vector<std::vector<std::uint32_t>> matched;
  std::vector<std::uint32_t> others;
};

}  // namespace draft

[[nodiscard]] draft::RegexTable make_regex_table(std::span<const std::string> regexes);

}  // namespace figmine
