// document/builder: collects the text of markup into canonical text and blocks. White space runs become one
// space, or two where a format's spaces may tell of lost paragraphs (text/wide_gaps).
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace figmine {

class TextBuilder {
 public:
  enum class Gaps { kNarrow, kWide };

  explicit TextBuilder(Document& document, Gaps gaps = Gaps::kNarrow) : document_(document), gaps_(gaps) {}

  void open(BlockKind kind, int level) {
    close();
    kind_ = kind;
    level_ = level;
  }

  void add(std::string_view characters) {
    for (std::size_t i = 0; i < characters.size(); ++i) {
      const char c = characters[i];
      const bool hard = characters.substr(i, 2) == "\xC2\xA0";
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || hard) {
        wide_ = wide_ || (gaps_ == Gaps::kWide && c == ' ' && i > 0 && characters[i - 1] == ' ');
        space_ = true;
        if (hard) ++i;
        continue;
      }
      if (space_ && !pending_.empty()) pending_ += wide_ ? "  " : " ";
      space_ = false;
      wide_ = false;
      pending_ += c;
    }
  }

  void close() {
    if (!pending_.empty()) {
      separate("\n\n");
      Block block;
      block.kind = kind_;
      block.level = level_;
      block.span = append(pending_);
      document_.blocks.push_back(std::move(block));
    }
    pending_.clear();
    space_ = false;
    wide_ = false;
    kind_ = BlockKind::kParagraph;
    level_ = 0;
  }

  void add_row(const std::vector<std::string>& cells, int table, bool header) {
    close();
    separate("\n");
    Block block;
    block.kind = BlockKind::kTableRow;
    block.table = table;
    block.header = header;
    const auto begin = static_cast<std::uint32_t>(document_.text.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) document_.text += '\t';
      block.cells.push_back(append(cells[i]));
    }
    block.span = {begin, static_cast<std::uint32_t>(document_.text.size())};
    document_.blocks.push_back(std::move(block));
  }

  void add_caption(std::string_view text, int table) {
    close();
    separate("\n\n");
    Block block;
    block.kind = BlockKind::kCaption;
    block.table = table;
    block.span = append(text);
    document_.blocks.push_back(std::move(block));
  }

 private:
  Span append(std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(document_.text.size());
    document_.text += text;
    return {begin, static_cast<std::uint32_t>(document_.text.size())};
  }
  void separate(std::string_view with) {
    if (!document_.text.empty()) document_.text += with;
  }

  Document& document_;
  Gaps gaps_;
  std::string pending_;
  bool space_ = false;  // white space is owed before the next character
  bool wide_ = false;   // two spaces of it
  BlockKind kind_ = BlockKind::kParagraph;
  int level_ = 0;
};

}  // namespace figmine
