// text/cell_sorts: what a cell that became a paragraph holds: a name, money, a percentage, a number and a
// word. Tested by tests/unit/segment_test.cc.
#pragma once

#include <string_view>

#include "document/document.h"

namespace figmine {

// What a cell holds. Cells of one column hold the same.
enum class CellSort {
  kNoCell,  // a long paragraph
  kName,
  kOdd,    // "$", and what can't be read: "$501 Day"
  kNil,    // "--"
  kMoney,  // "$3.04", "$50 (free)"
  kPercent,
  kLength,  // "1 Day": a number and one word
  kSum,     // "$50 + $1"
  kNumber,
};

[[nodiscard]] bool is_figure(CellSort sort);

// Of a cell's text, which is not empty; and of a block of the text.
[[nodiscard]] CellSort sort_of(std::string_view text);
[[nodiscard]] CellSort sort_of(std::string_view text, const Block& block);
// A name that may be longer than those of other cells, as figures stand behind it: "Adjustments to reconcile
// loss to net cash used in operating activities".
[[nodiscard]] bool may_name_row(std::string_view text, const Block& block);

}  // namespace figmine
