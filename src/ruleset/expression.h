// ruleset/expression: the expressions of `set`: literals, captures and their attributes, + - * /, and pure
// functions. They have no side effects and always end. Evaluated by match/evaluate.h. Tested by
// tests/unit/rules_test.cc.
#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "ruleset/draft.h"
#include "ruleset/pattern.h"

namespace figmine {

// `value * mag.factor`, `'USD'`, `if(a, b, c)`. A bare capture means its attribute `value`; `.text` is its
// characters and `.span` the capture itself. Names of captures must occur in `known_captures`.
[[nodiscard]] std::variant<draft::Expression, PatternError> parse_expression(
    std::string_view text, draft::Program& program, const std::vector<std::string>& known_captures);

// Number of arguments a function takes, {least, most}; nothing for an unknown name.
struct Arity {
  int least = 0;
  int most = 0;
};
[[nodiscard]] std::optional<Arity> function_arity(std::string_view name);
// The known function or name nearest to `name` by edit distance; empty when none is near.
[[nodiscard]] std::string nearest_function(std::string_view name);
[[nodiscard]] std::string nearest_name(std::string_view name, const std::vector<std::string>& known);

}  // namespace figmine
