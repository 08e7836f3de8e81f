#include "text/table_blocks.h"

#include <algorithm>
#include <utility>

#include "text/figures.h"

namespace figmine {

void push_row(Span name, std::span<const Span> figures, int table, bool header, std::vector<Block>& out) {
  Block row;
  row.kind = BlockKind::kTableRow;
  row.table = table;
  row.header = header;
  row.span = {name.begin, figures.back().end};
  row.cells = {name};
  row.cells.insert(row.cells.end(), figures.begin(), figures.end());
  out.push_back(std::move(row));
}

void push_paragraphs(std::string_view text, BlockKind kind, Span span, std::vector<Block>& out) {
  while (!span.empty()) {
    const std::size_t border = slice(text, span).find("\n\n");
    Span piece = span;
    if (border != std::string_view::npos) piece.end = span.begin + static_cast<std::uint32_t>(border);
    span.begin = std::min(span.end, piece.end + 2);
    while (!piece.empty() && is_gap(text[piece.begin])) ++piece.begin;
    while (!piece.empty() && is_gap(text[piece.end - 1])) --piece.end;
    if (piece.empty()) continue;
    Block block;
    block.kind = kind;
    block.span = piece;
    out.push_back(std::move(block));
  }
}

}  // namespace figmine
