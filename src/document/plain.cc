// Plain text -> blocks: paragraphs, headings, bullets, quoted lines and rows with tabs or bars.
#include <algorithm>

#include "document/bullets.h"
#include "document/read.h"

namespace figmine {
namespace {

constexpr std::uint32_t kLongestCell = 200;  // bytes; longer text between tabs is no cell

struct Line {
  Span span;  // without white space at its ends
  std::size_t indent = 0;
  bool blank_before = false;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> out;
  bool blank = true;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = text.find_first_of("\n\r", at);
    if (end == std::string_view::npos) end = text.size();
    std::size_t begin = at;
    while (begin < end && (text[begin] == ' ' || text[begin] == '\t')) ++begin;
    std::size_t last = end;
    while (last > begin && (text[last - 1] == ' ' || text[last - 1] == '\t')) --last;
    if (begin == last) {
      blank = true;
    } else {
      out.push_back(
          {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last)}, begin - at, blank});
      blank = false;
    }
    at = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  return out;
}

bool ends_like_sentence(std::string_view line) {
  for (const std::string_view end : {".", "!", "?", ":", ";", ",", "”", "\"", "—"}) {
    if (line.ends_with(end)) return true;
  }
  return false;
}

bool is_heading(std::string_view line) {
  return line.size() < 100 && !ends_like_sentence(line) && line.find("  ") == std::string_view::npos;
}

// "-----", "* * *"; one or two dashes may be a table's cell without a figure.
bool is_rule(std::string_view line) {
  const bool marks = line.find_first_not_of("-=_*~—– ") == std::string_view::npos;
  return marks && line != "-" && line != "--" && line != "–" && line != "—";
}

class PlainReader {
 public:
  explicit PlainReader(Document& document) : document_(document), text_(document.text) {}

  void run() {
    const std::vector<Line> lines = lines_of(text_);
    for (std::size_t i = 0; i < lines.size();) i = add(lines, i);
  }

 private:
  std::string_view at(Span span) const { return slice(text_, span); }

  // Adds the block that begins at the line and gives the line after it.
  std::size_t add(const std::vector<Line>& lines, std::size_t i) {
    const Line& line = lines[i];
    if (is_rule(at(line.span))) return i + 1;
    const std::size_t marker = bullet_size(at(line.span));
    if (!tabbed_item(line, marker) && add_row(line) > 0) return i + 1;
    if (marker > 0 && !is_lone_figure(lines)) return add_item(lines, i, marker);
    if (at(line.span).starts_with("> ") && !is_lone_figure(lines)) {
      push(BlockKind::kQuote, {line.span.begin + 2, line.span.end}, 0);
      return i + 1;
    }
    const std::size_t next = paragraph_end(lines, i);
    const Span span{line.span.begin, lines[next - 1].span.end};
    const bool more = next < lines.size();
    const bool first = document_.blocks.empty();
    if (next == i + 1 && more &&
        ((first && at(span).size() < 250 && !at(span).ends_with('.')) ||
         (is_heading(at(span)) && line.blank_before))) {
      push(BlockKind::kHeading, span, first ? 1 : 2);
    } else {
      push(BlockKind::kParagraph, span, 0);
    }
    return next;
  }

  // "- 504", "> 30" as the whole text: one line makes no list and no quotation, so its mark is the figure's.
  bool is_lone_figure(const std::vector<Line>& lines) const {
    const std::string_view text = at(lines.front().span);
    return lines.size() == 1 && (text.starts_with("- ") || text.starts_with("> ")) &&
           text.find_first_of("0123456789.") == 2;
  }

  // "•<tab>Less than half have a plan": the tab parts the bullet from its item, no cells.
  bool tabbed_item(const Line& line, std::size_t marker) const {
    return marker > 0 &&
           at({line.span.begin + static_cast<std::uint32_t>(marker), line.span.end}).rfind('\t') == 0;
  }

  // Lines of one paragraph: wrapped lines go on; a line that ends early or begins a bullet does not.
  std::size_t paragraph_end(const std::vector<Line>& lines, std::size_t i) const {
    constexpr std::size_t kWrapped = 55;  // bytes of a line that was broken because it was full
    std::size_t next = i + 1;
    while (next < lines.size() && !lines[next].blank_before && at(lines[next - 1].span).size() >= kWrapped &&
           at(lines[next - 1].span).size() < 140 && bullet_size(at(lines[next].span)) == 0 &&
           at(lines[next].span).find('\t') == std::string_view::npos) {
      ++next;
    }
    return next;
  }

  std::size_t add_item(const std::vector<Line>& lines, std::size_t i, std::size_t marker) {
    std::size_t next = i + 1;
    while (next < lines.size() && !lines[next].blank_before && lines[next].indent > lines[i].indent &&
           bullet_size(at(lines[next].span)) == 0)
      ++next;
    Span span{static_cast<std::uint32_t>(lines[i].span.begin + marker), lines[next - 1].span.end};
    while (span.begin < span.end && (text_[span.begin] == ' ' || text_[span.begin] == '\t')) ++span.begin;
    push(BlockKind::kListItem, span, 1 + static_cast<int>(std::min<std::size_t>(lines[i].indent / 2, 8)));
    return next;
  }

  // "Revenue | 1,200 | 1,100" or cells with tabs. Gives the number of cells, 0 for no row.
  std::size_t add_row(const Line& line) {
    const std::string_view text = at(line.span);
    const char separator = text.find('\t') != std::string_view::npos ? '\t' : '|';
    if (std::count(text.begin(), text.end(), separator) < (separator == '\t' ? 1 : 2)) return 0;
    Block block;
    block.kind = BlockKind::kTableRow;
    block.span = line.span;
    std::size_t begin = 0;
    while (begin <= text.size()) {
      const std::size_t end = std::min(text.find(separator, begin), text.size());
      std::size_t from = begin;
      std::size_t to = end;
      while (from < to && text[from] == ' ') ++from;
      while (to > from && text[to - 1] == ' ') --to;
      if (from < to)
        block.cells.push_back({static_cast<std::uint32_t>(line.span.begin + from),
                               static_cast<std::uint32_t>(line.span.begin + to)});
      begin = end + 1;
    }
    const bool prose = std::any_of(block.cells.begin(), block.cells.end(),
                                   [](Span cell) { return cell.end - cell.begin > kLongestCell; });
    if (block.cells.size() < 2 || prose) return 0;
    if (document_.blocks.empty() || document_.blocks.back().kind != BlockKind::kTableRow) {
      ++table_;
      block.header = true;
    }
    block.table = table_;
    document_.blocks.push_back(std::move(block));
    return document_.blocks.back().cells.size();
  }

  void push(BlockKind kind, Span span, int level) {
    Block block;
    block.kind = kind;
    block.span = span;
    block.level = level;
    document_.blocks.push_back(std::move(block));
  }

  Document& document_;
  std::string_view text_;
  int table_ = -1;
};

}  // namespace

void read_plain_text(Document& document) { PlainReader(document).run(); }

}  // namespace figmine
