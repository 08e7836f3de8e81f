// match/captures: where a matched rule's captures lie. Depth-first with a visited set (as RE2's BitState), so
// linear in match length x rule size; quantifiers are greedy. Tested by tests/unit/rules_test.cc.
#pragma once

#include <span>
#include <vector>

#include "match/annotation.h"
#include "match/automaton.h"

namespace figmine {

// Captures of the code at `start` over exactly the tokens [begin, end); symbols[i] belongs to token `base +
// i`. In order of opening.
[[nodiscard]] std::vector<Capture> find_captures(const Automaton& automaton, std::uint32_t start,
                                                 std::span<const std::uint32_t> symbols, std::uint32_t base,
                                                 TokenRange range);

// Whether the code at `start` matches some tokens from `from` on, going forwards or backwards within [base,
// base + symbols.size()).
[[nodiscard]] bool looks_like(const Automaton& automaton, std::uint32_t start,
                              std::span<const std::uint32_t> symbols, std::uint32_t base, std::uint32_t from,
                              bool backwards);

}  // namespace figmine
