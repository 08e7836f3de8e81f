// text/stacked_tables: tables whose cells became paragraphs, one below the other ("Price", "Term", "$50",
// "1 Day", "$100", "2 Days"), become rows of cells again. Tested by tests/unit/segment_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"
#include "ruleset/program.h"

namespace figmine {

// The blocks, with heads and at least two rows of cells below them as rows: rows of a name and figures, rows
// of figures alone (then the first cell is empty), and statements with dates as heads. Cells that ran
// together ("3%$200") are parted first. Linear in the text.
[[nodiscard]] std::vector<Block> restore_tables(std::string_view text, std::vector<Block> blocks,
                                                const Program& program);

}  // namespace figmine
