// text/flat_tables: statements whose rows ran together into a paragraph ("2025 2024 Revenue $ 470 $ 707 Cost
// of goods sold 490 699 …") become rows of cells again, below a row of the heads that stand before them.
// Tested by tests/unit/segment_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"
#include "ruleset/program.h"

namespace figmine {

// Puts the block's pieces behind `out`: rows where the paragraph holds at least three names that each have
// the same number of figures behind them, the block itself where it does not. `table` is the number of the
// next table and is moved on. Words of heads come from the lexicons (month, head.end, head.scale). Linear in
// the text.
void restore_rows(std::string_view text, Block block, const Program& program, int& table,
                  std::vector<Block>& out);

}  // namespace figmine
