// text/table_blocks: blocks of a table's rows and of the paragraphs beside them. Tested by
// tests/unit/segment_test.cc.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace figmine {

// A row of the table: its name, then its figures or, with an empty name, its heads.
void push_row(Span name, std::span<const Span> figures, int table, bool header, std::vector<Block>& out);

// A block for each paragraph of the span.
void push_paragraphs(std::string_view text, BlockKind kind, Span span, std::vector<Block>& out);

}  // namespace figmine
