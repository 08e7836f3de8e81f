#include "text/wide_gaps.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/lexer.h"
#include "document/bullets.h"

namespace figmine {
namespace {

bool is_mark(char c) { return c == '.' || c == '!' || c == '?'; }
bool is_closing(char c) { return c == '"' || c == ')' || c == '\''; }

// Whether a sentence ends before the place: "grew.", "grew.\"".
bool ends_sentence(std::string_view text, std::uint32_t at, std::uint32_t begin) {
  while (at > begin && is_closing(text[at - 1])) --at;
  if (at >= begin + 3 && text.substr(at - 3, 3) == "”") at -= 3;
  return at > begin && is_mark(text[at - 1]);
}

// Bytes of the space at the place; 0 where none is. Some wires write zero-width spaces (U+200B) into the
// gaps.
std::uint32_t space_size(std::string_view text, std::uint32_t at, std::uint32_t end) {
  constexpr std::string_view kZeroWidth = "\u200B";
  if (text[at] == ' ') return 1;
  return text.substr(at, end - at).starts_with(kZeroWidth) ? kZeroWidth.size() : 0;
}

class GapParter {
 public:
  GapParter(std::string_view text, Block block) : text_(text), block_(block) {}

  std::vector<Block> run() {
    read_gaps();
    std::vector<Block> out;
    if (!tells_paragraphs()) return {block_};
    std::uint32_t begin = block_.span.begin;
    for (const Span gap : gaps_) {
      if (!opens(gap.end)) continue;
      push({begin, gap.begin}, true, out);
      begin = gap.end;
    }
    push({begin, block_.span.end}, false, out);
    return out;
  }

 private:
  // The runs of two spaces or more, and how sentences end.
  void read_gaps() {
    const Span all = block_.span;
    for (std::uint32_t i = all.begin; i < all.end; ++i) {
      std::uint32_t end = i;
      std::uint32_t spaces = 0;
      while (end < all.end && space_size(text_, end, all.end) > 0) {
        spaces += text_[end] == ' ' ? 1 : 0;
        end += space_size(text_, end, all.end);
      }
      if (spaces == 0) {
        if (end > i) i = end - 1;  // zero-width ones within a word
        continue;
      }
      const bool sentence = end < all.end && ends_sentence(text_, i, all.begin) && is_upper(text_[end]);
      const bool wide = spaces > 1;
      if (wide) gaps_.push_back({i, end});
      if (sentence) ++(wide ? wide_ends_ : narrow_ends_);
      i = end;
    }
  }

  bool tells_paragraphs() const {
    constexpr std::size_t kFewest = 2;
    constexpr std::size_t kTyped = 6;  // wide ends to a narrow one, where somebody types so
    constexpr std::size_t kCells = 4;  // gaps to a wide end, in a table
    return wide_ends_ >= kFewest && narrow_ends_ * kTyped >= wide_ends_ &&
           wide_ends_ * kCells >= gaps_.size();
  }

  bool opens(std::uint32_t at) const {
    return at < block_.span.end && !is_lower(text_[at]) && text_[at] != ',' && text_[at] != ')' &&
           text_[at] != '%' && text_[at] != '&';
  }

  void push(Span span, bool followed, std::vector<Block>& out) const {
    if (span.empty()) return;
    Block piece = block_;
    piece.span = span;
    const auto marker = static_cast<std::uint32_t>(bullet_size(slice(text_, span)));
    if (marker > 0 && span.begin + marker < span.end) {
      piece.kind = BlockKind::kListItem;
      piece.level = 1;
      piece.span.begin += marker;
    } else if (followed && is_heading(span)) {
      piece.kind = BlockKind::kHeading;
      piece.level = 2;
    }
    out.push_back(piece);
  }

  // "Comfort Meets Power"; not "Price: $67".
  bool is_heading(Span span) const {
    const std::string_view words = slice(text_, span);
    const bool label =
        words.find(": ") != std::string_view::npos || words.ends_with(",") || words.ends_with(":");
    return words.size() <= kLongestHeading && is_upper(words.front()) && !label &&
           !ends_sentence(text_, span.end, span.begin) && std::any_of(words.begin(), words.end(), is_lower);
  }

  std::string_view text_;
  Block block_;
  std::vector<Span> gaps_;
  std::size_t wide_ends_ = 0;
  std::size_t narrow_ends_ = 0;
};

}  // namespace

std::vector<Block> part_at_gaps(std::string_view text, Block block) { return GapParter(text, block).run(); }

}  // namespace figmine
