// output/fact_lines: a record as written by output/json -> its facts, one JSON object a line:
//   {"document":{"id","source","title","published"}, …the members of the fact as the record has them}
// The fact's text is copied, not parsed and written again. Tested by tests/unit/batch_test.cc.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace figmine {

// The lines of the facts that `wanted` (an index into the record's facts) lets through, each with its line
// end. Nothing where `record` is no record.
[[nodiscard]] std::optional<std::string> fact_lines(
    std::string_view record,
    const std::function<bool(std::size_t)>& wanted = [](std::size_t) { return true; });

}  // namespace figmine
