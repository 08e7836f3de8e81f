// text/cell_splitter: cells that ran together ("3%$200") are parted, and what was parted ("$", "470") is
// joined. Tested by tests/unit/segment_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"

namespace figmine {

// Parts cells that ran together: "3%$200", "2 Days$500 + $17", "Daily rate $50", and the first head behind a
// colon: "the plans are:Price"; joins what was parted: "$", "470".
[[nodiscard]] std::vector<Block> split_cells(std::string_view text, std::vector<Block> blocks);

}  // namespace figmine
