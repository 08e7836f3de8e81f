// text/lookup: lexicon entries that begin at a token, forms of several words included. Linear in the form's
// length. Tested by tests/unit/pipeline_test.cc.
#pragma once

#include <span>
#include <vector>

#include "ruleset/program.h"
#include "text/segment.h"

namespace figmine {

struct Found {
  TypeId type = 0;
  std::uint32_t row = 0;
  std::uint32_t begin = 0;  // tokens
  std::uint32_t end = 0;
};

// Appends, for each type, the longest entry that begins at tokens[begin] and ends by `limit`.
void find_entries(const Program& program, const FormTable& forms, std::span<const Token> tokens,
                  std::uint32_t begin, std::uint32_t limit, std::vector<Found>& out);

// Whether more than one token may make an entry that begins with this one.
[[nodiscard]] bool leads_on(const Program& program, const FormTable& forms, const Token& token);

// Whether an entry of more than one token begins at tokens[begin] and ends by `limit`.
[[nodiscard]] bool begins_long_entry(const Program& program, const FormTable& forms,
                                     std::span<const Token> tokens, std::uint32_t begin, std::uint32_t limit);

// All rows of that type with a form that is exactly these tokens: the one that find_entries gives, then the
// other readings.
[[nodiscard]] std::vector<std::uint32_t> find_rows(const Program& program, const FormTable& forms,
                                                   std::span<const Token> tokens, std::uint32_t begin,
                                                   std::uint32_t end, TypeId type);

}  // namespace figmine
