// match/examples: the `yes` and `no` examples that stand in the rules, run. Used by the tests and by `figmine
// rules test`.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "figmine/diagnostic.h"
#include "match/annotation.h"
#include "ruleset/program.h"
#include "text/segment.h"

namespace figmine {

struct ExampleReport {
  std::size_t run = 0;      // examples run
  std::size_t without = 0;  // rules that have none
  Diagnostics failures;     // each with the rule's file and the example's line
};

// Runs the examples of every rule whose name contains `filter` (all of them when it is empty). The reference
// date is 2026-03-10.
[[nodiscard]] ExampleReport run_examples(const std::shared_ptr<const Program>& program,
                                         std::string_view filter = {});

// "value=5 unit=EUR": an annotation's or relation's values in the order of the rule. Token ranges are shown
// as their text.
[[nodiscard]] std::string describe(const Program& program,
                                   const std::vector<std::pair<AttributeId, Value>>& values,
                                   std::string_view text, const std::vector<Token>& tokens);

}  // namespace figmine
