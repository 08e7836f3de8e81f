// document/: bytes -> Document. Charset, markup and metadata are dealt with here and nowhere else.
// Later stages see only `text`, the canonical UTF-8, and blocks that lie in it in order. Tested by
// tests/unit/document_test.cc.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "figmine/span.h"

namespace figmine {

enum class BlockKind { kHeading, kParagraph, kListItem, kQuote, kTableRow, kCaption, kMetadata };

// A run of text that no sentence crosses. Blocks are in text order and do not overlap; white space between
// them belongs to none.
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;            // heading level 1..6; nesting depth of a list item, from 1; else 0
  Span span;                // bytes in Document::text
  std::vector<Span> cells;  // kTableRow: the cells in order (an empty cell is an empty span); else empty
  bool header = false;      // kTableRow: a row of column heads
  int table = -1;  // kTableRow and kCaption: number of the table within the document, from 0; else -1
};

struct Metadata {
  std::string id;  // the caller's id, else empty
  std::optional<std::string> url, title, byline, publisher, place, language;
  std::optional<std::string> published;  // ISO date YYYY-MM-DD
  std::optional<Span> dateline;          // "PARIS, 4 May 2025 (Reuters) —"
};

struct Document {
  std::string text;  // canonical UTF-8: no BOM, no markup; for plain text exactly the decoded input
  std::vector<Block> blocks;
  Metadata metadata;
  std::string media_type;             // text/plain, text/markdown, text/html
  std::string charset;                // IANA name of the input's encoding
  std::vector<std::string> warnings;  // e.g. "invalid UTF-8 at byte 17 replaced by U+FFFD"
};

}  // namespace figmine
