// ruleset/compile: a parsed pattern -> instructions of its layer's automaton (Thompson's construction, Comm.
// ACM 11(6), 1968). Tested by tests/unit/rules_test.cc and through match.
#pragma once

#include <functional>

#include "ruleset/pattern.h"
#include "ruleset/program.h"

namespace figmine {

struct CompileContext {
  Program& program;
  Layer& layer;
  // The type's number, or kNone when nothing before this layer makes it.
  std::function<std::uint32_t(std::string_view)> find_type;
};

// Adds the pattern's code to the layer and fills the rule's start, look-arounds and anchors.
// The error's offset is into the pattern's text.
[[nodiscard]] std::optional<PatternError> compile_pattern(const Pattern& pattern, std::uint32_t rule_index,
                                                          Rule& rule, CompileContext context);

}  // namespace figmine
