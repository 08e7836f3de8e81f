#include "text/lost_breaks.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/ascii.h"
#include "base/lexer.h"
#include "document/bullets.h"
#include "text/stacked_tables.h"
#include "text/wide_gaps.h"

namespace figmine {
namespace {

constexpr std::uint32_t kLongestNamed = 150;  // where the text behind it opens with the same name

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

constexpr std::array<Bullet, 2> kDashes = {{{"--", 1}, {"-", 1}}};
constexpr std::string_view kDot = "·";  // a bullet where it stands apart several times

// Which hyphens a paragraph has as bullets.
struct Dashes {
  bool two;  // "--Banking"
  bool one;  // "- Premiums rose"
};

// Likeliest parts of speech of words that begin a clause rather than end a name.
constexpr std::array<std::string_view, 4> kOpening = {"pos.first.VG", "pos.first.VN", "pos.first.VD",
                                                      "pos.first.J"};

// Two words as one: "PotentialCutoshi" is "Potential", "Cutoshi".
struct Joint {
  std::string_view left;
  std::string_view right;
  std::string_view whole;
  std::string_view next;  // the word after the right part, where one space stands between
};

class Breaker {
 public:
  Breaker(std::string_view text, const Program& program) : text_(text), program_(program) {}

  void add(Block block, std::vector<Block>& out) {
    const bool inner = block.kind == BlockKind::kHeading && block.level > 1;  // "Club TiersGold Club – $9"
    if (inner) return add_piece(std::move(block), out);
    if (block.kind != BlockKind::kParagraph) {
      out.push_back(std::move(block));
      return;
    }
    for (Block& part : part_at_gaps(text_, block)) {
      if (part.kind == BlockKind::kHeading) {
        out.push_back(std::move(part));
        continue;
      }
      for (Block& piece : list_items(std::move(part))) add_piece(std::move(piece), out);
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
    if (heads && block.span.end - block.span.begin <= kLongestHeading && is_titled(block.span)) {
      block.kind = BlockKind::kHeading;
      block.level = 2;
    }
    return items;
  }

 private:
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
      const std::optional<std::uint32_t> at = find_break(block.span);
      if (!at) break;
      Block heading = block;
      if (heading.kind == BlockKind::kParagraph) heading.level = 2;
      heading.kind = BlockKind::kHeading;
      heading.span.end = *at;
      block.span.begin = *at;
      while (!block.span.empty() && is_space(text_[block.span.begin])) ++block.span.begin;
      out.push_back(std::move(heading));
    }
    out.push_back(std::move(block));
  }

  // Where the block's heading ends.
  std::optional<std::uint32_t> find_break(Span block) {
    const std::uint32_t limit = std::min(block.end, block.begin + kLongestHeading);
    if (block.empty() || is_lower(text_[block.begin])) return {};
    if (const std::uint32_t end = end_of_capitals(block, limit); end > block.begin) return end;
    const std::uint32_t last = std::min(block.end, block.begin + kLongestNamed);
    for (std::uint32_t i = block.begin + 2; i + 1 < last; ++i) {
      const char before = text_[i - 1];
      if (before == ' ' && (text_[i - 2] == '.' || text_[i - 2] == '!' || text_[i - 2] == '?')) return {};
      const bool joins = is_lower(before) || is_digit(before) || before == '?' || before == '!' ||
                         before == ')' || (is_upper(before) && is_digit(text_[i - 2]));
      const bool acronym = is_upper(before) && is_upper(text_[i - 2]);  // "Stalled by SECCorlan rose"
      const bool opens = is_lower(text_[i + 1]) || (!acronym && is_upper(text_[i + 1]));
      if ((!joins && !acronym) || !is_upper(text_[i]) || !opens) continue;
      const Joint joint = joint_at(i, block);
      if (opens_with(block, joint.right)) return i;
      if (i + 1 < limit && joins && is_lost(joint, {block.begin, i})) return i;
    }
    return {};
  }

  // "COUNTY SEEKS NEW SHERIFF: The office said …": words in capitals up to a colon head the paragraph. The
  // block's beginning where none do.
  std::uint32_t end_of_capitals(Span block, std::uint32_t limit) const {
    constexpr int kFewest = 3;  // words
    int words = 0;
    std::uint32_t at = block.begin;
    for (; at < limit && text_[at] != ':'; ++at) {
      if (is_lower(text_[at])) return block.begin;
      const bool opens = at == block.begin || text_[at - 1] == ' ';
      words += opens && at + 1 < limit && is_upper(text_[at]) && is_upper(text_[at + 1]) ? 1 : 0;
    }
    const bool sentence = at + 3 < block.end && text_[at] == ':' && text_[at + 1] == ' ' &&
                          is_upper(text_[at + 2]) && !is_upper(text_[at + 3]);
    return words >= kFewest && sentence ? at + 1 : block.begin;
  }

  Joint joint_at(std::uint32_t at, Span block) const {
    std::uint32_t begin = at;
    while (begin > block.begin && is_letter_or_digit(text_[begin - 1])) --begin;
    std::uint32_t end = at;
    while (end < block.end && is_letter_or_digit(text_[end])) ++end;
    Joint out{slice(text_, {begin, at}), slice(text_, {at, end}), slice(text_, {begin, end}), {}};
    if (end < block.end && text_[end] == ' ') {
      std::uint32_t last = end + 1;
      while (last < block.end && is_letter_or_digit(text_[last])) ++last;
      out.next = slice(text_, {end + 1, last});
    }
    return out;
  }

  // "Corlan (CRL) Faces a CorrectionCorlan fell": the text begins with the name that its heading begins with.
  bool opens_with(Span block, std::string_view name) const {
    constexpr std::size_t kShortest = 4;  // letters
    const std::string_view text = slice(text_, block);
    return name.size() >= kShortest && text.starts_with(name) && text.size() > name.size() &&
           !is_letter_or_digit(text[name.size()]);
  }

  bool is_lost(const Joint& joint, Span heading) {
    if (joint.right.size() < 2 || joint.left.size() == 1) return false;
    if (program_.lookup("inner_capital", fold(joint.whole)) != kNone) return false;
    count_words();
    if (!joint.left.empty() && (count(joint.whole) != 1 || is_spelled_otherwise(joint.whole))) return false;
    if (!joint.next.empty() && pairs_.contains(pair_of(joint.right, joint.next))) return true;
    const bool starts = program_.lookup("sentence_starter", fold(joint.right)) != kNone;
    if (!is_known(joint.left) && !(starts && is_titled(heading))) return false;
    if (starts || (opens_clause(joint) && is_titled(heading) && is_long(heading))) return true;
    const bool acronym = is_upper(joint.right[1]);  // "Grows LeadershipIBG became"
    if (acronym && (joint.right.size() < 3 || !is_titled(heading) || count(joint.left) == 0)) return false;
    return !opens_like_sentence(heading) && is_name(joint);
  }

  // "HaldenXYZ" in an article that also has "HaldenXyz": a name with capitals inside, not two words.
  [[nodiscard]] bool is_spelled_otherwise(std::string_view word) const {
    const auto found = mixed_.find(fold(word));
    return found != mixed_.end() && found->second > count(word);
  }

  // "Emerging as", "Considered the", "Early investors": words that no name ends with, before a small letter.
  bool opens_clause(const Joint& joint) const {
    const std::string word = fold(joint.right);
    const bool unknown = program_.lookup("pos", word) == kNone;
    const bool opens = std::any_of(kOpening.begin(), kOpening.end(), [&](std::string_view type) {
      return program_.lookup(type, word) != kNone;
    });
    return (opens || (unknown && word.ends_with("ed"))) && !joint.next.empty() &&
           is_lower(joint.next.front());
  }

  // A heading of one or two words may be the beginning of a name: "Meet AppLoving".
  static bool is_long(Span heading) {
    constexpr std::uint32_t kLong = 24;  // bytes
    return heading.end - heading.begin >= kLong;
  }

  // A word that the article has again, seldom in lower case unless no other word is written so: "Corlan",
  // though links have "corlan".
  bool is_name(const Joint& joint) const {
    constexpr std::size_t kSeldom = 3;
    const std::string lower = fold(joint.right);
    const bool unknown = program_.lookup("pos", lower) == kNone;
    return count(joint.right) > 1 && (unknown || count(joint.right) > kSeldom * count(lower));
  }

  // "Industry Outlook", "Conclusion": every word but the small ones has a capital, as in a heading.
  bool is_titled(Span heading) const {
    constexpr std::uint32_t kSmall = 3;  // "and"
    for (std::uint32_t i = heading.begin; i < heading.end;) {
      std::uint32_t end = i;
      while (end < heading.end && is_letter_or_digit(text_[end])) ++end;
      if (end - i > kSmall && is_lower(text_[i])) return false;
      i = end + 1;
    }
    return !heading.empty() && is_upper(text_[heading.begin]);
  }

  // A word of the language or of the article; what ends with a figure or a mark is no word's beginning.
  bool is_known(std::string_view left) {
    return left.empty() || is_digit(left.front()) || count(left) > 0 ||
           program_.lookup("pos", fold(left)) != kNone;
  }

  bool opens_like_sentence(Span heading) const {
    const std::string_view words = slice(text_, heading);
    return program_.lookup("sentence_starter", fold(words.substr(0, words.find(' ')))) != kNone;
  }

  static std::string pair_of(std::string_view first, std::string_view second) {
    return std::string(first) + ' ' + std::string(second);
  }

  std::size_t count(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? 0 : found->second;
  }

  // All words of the article, and all pairs of words with one space between; looked at when first needed.
  void count_words() {
    if (counted_) return;
    counted_ = true;
    std::string_view previous;
    for (std::size_t i = 0; i < text_.size();) {
      std::size_t end = i;
      while (end < text_.size() && is_letter_or_digit(text_[end])) ++end;
      if (end == i) {
        ++i;
        continue;
      }
      const std::string_view word = text_.substr(i, end - i);
      ++words_[word];
      if (has_inner_capital(word)) ++mixed_[fold(word)];
      if (!previous.empty() && previous.data() + previous.size() + 1 == word.data() && text_[i - 1] == ' ' &&
          is_upper(previous.front()))
        ++pairs_[pair_of(previous, word)];
      previous = word;
      i = end;
    }
  }

  std::string_view text_;
  const Program& program_;
  bool counted_ = false;
  std::unordered_map<std::string_view, std::size_t> words_;
  std::unordered_map<std::string, std::size_t> pairs_;
  std::unordered_map<std::string, std::size_t> mixed_;  // words with capitals inside, folded
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
