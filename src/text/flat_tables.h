// text/flat_tables: statements whose rows ran together into a paragraph ("2025 2024 Revenue $ 470 $ 707 Cost
// of goods sold 490 699 …") become rows of cells again, below a row of the heads that stand before them.
// Tested by tests/unit/segment_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"
#include "ruleset/program.h"

namespace figmine {

enum class Heads { kOptional, kNeeded };

// Whether the paragraph holds at least three names in a row that have as many figures behind them, below
// dates as heads where they are needed; then its rows and what stands between them are put behind `out`.
// `table` is the number of the next table and is moved on. Words of heads come from the lexicons (head.end,
// head.scale, …). Linear in the text.
bool restore_rows(std::string_view text, const Block& block, const Program& program, Heads heads, int& table,
                  std::vector<Block>& out);

}  // namespace figmine
