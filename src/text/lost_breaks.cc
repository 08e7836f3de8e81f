#include "text/lost_breaks.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "base/ascii.h"
#include "document/bullets.h"
#include "text/run_in_headings.h"
#include "text/stacked_tables.h"
#include "text/wide_gaps.h"

namespace figmine {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

constexpr std::array<Bullet, 2> kDashes = {{{"--", 1}, {"-", 1}}};
constexpr std::string_view kDot = "·";  // a bullet where it stands apart several times

// Which hyphens a paragraph has as bullets.
struct Dashes {
  bool two;  // "--Banking"
  bool one;  // "- Premiums rose"
};

class Breaker {
 public:
  Breaker(std::string_view text, const Program& program) : text_(text), headings_(text, program) {}

  void add(Block block, std::vector<Block>& out) {
    const bool inner = block.kind == BlockKind::kHeading && block.level > 1;  // "Club TiersGold Club – $9"
    if (inner || block.kind == BlockKind::kListItem) return add_piece(std::move(block), out);
    if (block.kind != BlockKind::kParagraph) {
      out.push_back(std::move(block));
      return;
    }
    for (Block& part : part_at_gaps(text_, block)) {
      if (part.kind == BlockKind::kHeading) {
        out.push_back(std::move(part));
        continue;
      }
      for (Block& item : numbered_items(std::move(part)))
        for (Block& piece : list_items(std::move(item))) add_piece(std::move(piece), out);
    }
  }

  // "Portfolio * Pumps: 15 * Belts: 9" or "Highlights:* Pumps: 15", before "* Hoses: 12": the list's first
  // items, which are cut off the paragraph; not "3 * 4".
  std::vector<Block> cut_first_items(Block& block) const {
    constexpr std::string_view kMark = "* ";
    std::vector<Block> items;
    const Span all = block.span;
    const std::string_view text = slice(text_, all);
    for (std::size_t at = 0; (at = text.find(kMark, at)) != std::string_view::npos; at += kMark.size()) {
      const std::uint32_t mark = all.begin + static_cast<std::uint32_t>(at);
      const std::uint32_t begin = mark + static_cast<std::uint32_t>(kMark.size());
      const bool stands = at > 1 && (text[at - 1] == ' ' || text[at - 1] == ':');
      if (!stands || begin >= all.end || !is_upper(text_[begin])) continue;
      Block& before = items.empty() ? block : items.back();
      Block item = before;
      before.span.end = text[at - 1] == ' ' ? mark - 1 : mark;
      item.kind = BlockKind::kListItem;
      item.level = 1;
      item.span = {begin, all.end};
      items.push_back(std::move(item));
    }
    const bool heads = !items.empty() && text_[block.span.end - 1] != ':';
    if (heads && block.span.end - block.span.begin <= kLongestHeading && headings_.is_titled(block.span)) {
      block.kind = BlockKind::kHeading;
      block.level = 2;
    }
    return items;
  }

 private:
  // "Rents in Towns1. Austin (3%) 2. Halden (2%) 3. Tolvik (1%)": the words before the first number and the
  // items, where items end with brackets; else the block as it is.
  std::vector<Block> numbered_items(Block block) const {
    constexpr std::size_t kItems = 3;
    std::vector<Block> out;
    const std::vector<std::uint32_t> numbers = numbers_behind_brackets(block.span);
    const bool listed = numbers.size() + 1 >= kItems;
    const std::uint32_t first = listed ? first_number({block.span.begin, numbers.front()}) : block.span.end;
    const std::uint32_t end = block.span.end;
    if (listed && first < numbers.front()) {
      const auto begin_item = [&](std::uint32_t number) {
        push_trimmed(block, number, out);
        block.kind = BlockKind::kListItem;
        block.level = 1;
        block.span = {static_cast<std::uint32_t>(text_.find('.', number) + 1), end};
      };
      begin_item(first);
      for (const std::uint32_t number : numbers) begin_item(number);
    }
    push_trimmed(block, end, out);
    return out;
  }

  // Where the numbers of ") 2. Halden" stand.
  std::vector<std::uint32_t> numbers_behind_brackets(Span block) const {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t i = block.begin; i + 1 < block.end; ++i) {
      if (text_[i] == ')' && text_[i + 1] == ' ' && is_item_number({i + 2, block.end}))
        numbers.push_back(i + 2);
    }
    return numbers;
  }

  // Where the last "1. Austin" stands, also behind a word; the end where none does. "0.1." and "Q1." are
  // none.
  std::uint32_t first_number(Span words) const {
    for (std::uint32_t i = words.end; i-- > words.begin;) {
      const bool stands = i == words.begin || is_space(text_[i - 1]) || is_lower(text_[i - 1]);
      if (text_[i] == '1' && stands && is_item_number({i, words.end})) return i;
    }
    return words.end;
  }

  // "2. Halden"
  bool is_item_number(Span rest) const {
    constexpr std::uint32_t kDigits = 3;
    std::uint32_t at = rest.begin;
    while (at < rest.end && at - rest.begin < kDigits && is_digit(text_[at])) ++at;
    return at > rest.begin && at + 2 < rest.end && text_[at] == '.' && text_[at + 1] == ' ' &&
           is_upper(text_[at + 2]);
  }

  // The paragraph up to its first bullet, then an item a bullet.
  std::vector<Block> list_items(Block block) const {
    std::vector<Block> out;
    const Dashes dashes{has_dashes(block.span), has_hyphens(block.span)};
    const bool dots = has_dots(block.span);
    const std::uint32_t end = block.span.end;
    for (std::uint32_t i = block.span.begin; i < end; ++i) {
      const Bullet* bullet = bullet_at({i, end}, dashes);
      if (bullet == nullptr || (bullet->mark == kDot && (!dots || !is_item_dot(i)))) continue;
      if (i + bullet->mark.size() >= end) break;  // "--" alone is a table's empty cell
      push_trimmed(block, i, out);
      block.kind = BlockKind::kListItem;
      block.level = bullet->level;
      block.span = {i + static_cast<std::uint32_t>(bullet->mark.size()), end};
      i = block.span.begin - 1;
    }
    push_trimmed(block, end, out);
    return out;
  }

  const Bullet* bullet_at(Span rest, Dashes dashes) const {
    const auto stands = [&](const Bullet& bullet) { return slice(text_, rest).starts_with(bullet.mark); };
    const char first = text_[rest.begin];
    if (first == '-') {
      if (dashes.two && is_item_dash(rest.begin)) return &kDashes[0];
      return dashes.one && is_item_hyphen(rest.begin) ? &kDashes[1] : nullptr;
    }
    if (static_cast<unsigned char>(first) < 0x80) return nullptr;
    const auto bullet = std::find_if(kBullets.begin(), kBullets.end(), stands);
    return bullet == kBullets.end() ? nullptr : &*bullet;
  }

  // "…: --Construction: 117% --Banking: 90%": two hyphens are a bullet where an item's first word follows.
  bool is_item_dash(std::uint32_t at) const {
    return at > 0 && text_[at - 1] == ' ' && at + 2 < text_.size() && text_[at + 1] == '-' &&
           is_upper(text_[at + 2]);
  }

  // "…: - 43% of adults … - Premiums rose … - 59% of owners …"
  bool is_item_hyphen(std::uint32_t at) const {
    if (at == 0 || at + 2 >= text_.size() || text_[at - 1] != ' ' || text_[at + 1] != ' ') return false;
    const char next = text_[at + 2];
    return is_upper(next) || is_digit(next) || next == '$';
  }

  // One alone is a dash; items stand behind a colon.
  bool has_hyphens(Span block) const {
    constexpr int kItems = 3;
    int found = 0;
    for (std::uint32_t i = block.begin + 2; i + 2 < block.end && found < kItems; ++i) {
      if (text_[i] != '-' || !is_item_hyphen(i)) continue;
      if (found == 0 && text_[i - 2] != ':') return false;
      ++found;
    }
    return found >= kItems;
  }

  // "Capital cost: $191 million · Mine life: 10 years · Revenue: …"
  bool is_item_dot(std::uint32_t at) const {
    const std::size_t behind = at + kDot.size();
    return text_.substr(at).starts_with(kDot) && (at == 0 || is_space(text_[at - 1])) &&
           behind < text_.size() && is_space(text_[behind]);
  }

  bool has_dots(Span block) const {
    constexpr int kItems = 3;
    int found = 0;
    for (std::uint32_t i = block.begin; i + 1 < block.end && found < kItems; ++i)
      found += is_item_dot(i) ? 1 : 0;
    return found >= kItems;
  }

  // One alone may be a dash.
  bool has_dashes(Span block) const {
    constexpr int kItems = 3;
    int found = 0;
    for (std::uint32_t i = block.begin; i + 1 < block.end && found < kItems; ++i)
      found += text_[i] == '-' && is_item_dash(i) ? 1 : 0;
    return found >= kItems;
  }

  void push_trimmed(Block block, std::uint32_t end, std::vector<Block>& out) const {
    block.span.end = end;
    while (!block.span.empty() && is_space(text_[block.span.begin])) ++block.span.begin;
    while (!block.span.empty() && is_space(text_[block.span.end - 1])) --block.span.end;
    if (!block.span.empty()) out.push_back(std::move(block));
  }

  void add_piece(Block block, std::vector<Block>& out) {
    while (block.kind == BlockKind::kParagraph || block.kind == BlockKind::kHeading) {
      const std::optional<Span> found = headings_.find(block.span);
      if (!found) break;
      if (found->begin > block.span.begin) push_trimmed(block, found->begin, out);
      Block heading = block;
      if (heading.kind == BlockKind::kParagraph) heading.level = 2;
      heading.kind = BlockKind::kHeading;
      heading.span = *found;
      block.span.begin = found->end;
      while (!block.span.empty() && is_space(text_[block.span.begin])) ++block.span.begin;
      out.push_back(std::move(heading));
    }
    if (block.kind == BlockKind::kListItem) cut_label(block, out);
    out.push_back(std::move(block));
  }

  // "Track Your BetsKeep a record": an item's label that ran into its text.
  void cut_label(Block& block, std::vector<Block>& out) {
    const std::optional<Span> found = headings_.find_first(block.span);
    if (!found || !is_sentence({found->end, block.span.end})) return;
    Block label = block;
    label.span = *found;
    block.span.begin = found->end;
    while (!block.span.empty() && is_space(text_[block.span.begin])) ++block.span.begin;
    out.push_back(std::move(label));
  }

  // Not so the end of a name: "Llama" of "Code generation: CodeLlama".
  bool is_sentence(Span span) const {
    constexpr std::uint32_t kShortest = 30;  // bytes
    const char last = text_[span.end - 1];
    return span.size() >= kShortest && (last == '.' || last == '!' || last == '?' || last == ':');
  }

  std::string_view text_;
  RunInHeadings headings_;
};

}  // namespace

std::vector<Block> restore_breaks(std::string_view text, std::vector<Block> blocks, const Program& program) {
  Breaker breaker(text, program);
  std::vector<Block> out;
  out.reserve(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool leads = blocks[i].kind == BlockKind::kParagraph && i + 1 < blocks.size() &&
                       blocks[i + 1].kind == BlockKind::kListItem;
    std::vector<Block> first = leads ? breaker.cut_first_items(blocks[i]) : std::vector<Block>{};
    breaker.add(std::move(blocks[i]), out);
    std::move(first.begin(), first.end(), std::back_inserter(out));
  }
  return restore_tables(text, std::move(out), program);
}

}  // namespace figmine
