// text/table_heads: heads and captions that stand in blocks of their own before a table's rows ("Three Months
// Ended June 30,", "2025 2024", "(in thousands)") become rows and the caption of the table. Tested by
// tests/unit/segment_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"
#include "ruleset/program.h"
#include "text/column_heads.h"

namespace figmine {

// The heads of one paragraph's tables. Text and reader outlive it.
class TableHeads {
 public:
  TableHeads(std::string_view text, const HeadReader& reader) : text_(text), reader_(reader) {}

  // The heads of so many columns that are blocks of their own before the rows: "Three Months Ended June 30,"
  // and "2025 2024". They are taken from `out`; what stands before and behind them there stays.
  [[nodiscard]] HeadRows take(std::size_t columns, std::vector<Block>& out);
  // Heads above the columns that stand, or begin, in blocks before.
  void set_above(HeadRows& heads, std::size_t columns, std::vector<Block>& out);
  // The heads as rows, and what stood between them and the table's own.
  void push(const HeadRows& heads, int table, std::vector<Block>& out);
  // "BALANCE SHEETS (in thousands)" before the rows; `between` blocks may stand between: "As of".
  void mark_caption(int table, std::vector<Block>& out, std::size_t between = 1) const;

 private:
  std::string_view text_;
  const HeadReader& reader_;
  std::vector<Block> behind_heads_;  // what stands between heads in blocks of their own and the rows
};

// "BALANCE SHEETS (in thousands)", one of the last blocks of `out`, becomes the table's caption.
void mark_caption(std::string_view text, const Program& program, int table, std::vector<Block>& out);

// Heads of so many columns, where the last blocks of `out` are such ("Sept. 30,", "2025", "Dec. 31,",
// "2024", "Assets:"), become rows of the table, and what tells its scale becomes its caption. Heads that are
// not understood stay what they are.
void take_heads(std::string_view text, const Program& program, std::size_t columns, int table,
                std::vector<Block>& out);

}  // namespace figmine
