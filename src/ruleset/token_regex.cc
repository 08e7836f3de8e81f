#include "ruleset/token_regex.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace figmine {
namespace {

constexpr char32_t kLastCode = 0x10FFFF;

bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// In ascending order, those that touch as one.
CharSet ordered(CharSet set) {
  std::sort(set.begin(), set.end());
  CharSet out;
  for (const CharRange& range : set) {
    if (!out.empty() && range.first <= out.back().last + 1) {
      out.back().last = std::max(out.back().last, range.last);
    } else {
      out.push_back(range);
    }
  }
  return out;
}

// All characters but those of an ordered set.
CharSet complement(const CharSet& set) {
  CharSet out;
  char32_t from = 0;
  for (const CharRange& range : set) {
    if (range.first > from) out.push_back({from, range.first - 1});
    from = range.last + 1;
  }
  if (from <= kLastCode) out.push_back({from, kLastCode});
  return out;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : left_(text) {}

  std::optional<RegexNode> run() {
    folds_ = take("(?i)");
    RegexNode node = choice();
    if (failed_ || !left_.empty()) return std::nullopt;
    return node;
  }

 private:
  // ------------------------------------------------------------ characters of the expression

  [[nodiscard]] bool at(std::string_view text) const { return left_.starts_with(text); }
  bool take(std::string_view text) {
    if (!at(text)) return false;
    left_.remove_prefix(text.size());
    return true;
  }
  char32_t fail() {
    failed_ = true;
    left_ = {};
    return 0;
  }
  char32_t character() {
    const auto [code, size] = first_code_point(left_);
    if (size == 0) return fail();
    left_.remove_prefix(size);
    return code;
  }
  // A character that stands for itself, or a mark behind a backslash: `\.`.
  char32_t literal() {
    if (!take("\\")) return character();
    const char32_t code = character();
    const bool mark = code > ' ' && code < 0x7F && !is_letter(code) && !(code >= '0' && code <= '9');
    return mark ? code : fail();
  }
  int number() {
    constexpr std::size_t kMostDigits = 4;  // RE2 repeats at most 1,000 times
    const std::size_t digits = std::min(left_.find_first_not_of("0123456789"), left_.size());
    if (digits == 0 || digits > kMostDigits) return static_cast<int>(fail());
    const int value = std::stoi(std::string(left_.substr(0, digits)));
    left_.remove_prefix(digits);
    return value;
  }

  // ------------------------------------------------------------ sets

  // The other case of a set's letters, as CaseFolding.txt has it: U+212A is a "k", U+017F an "s".
  CharSet with_other_case(CharSet set) {
    const CharSet given = set;
    for (const CharRange& range : given) {
      if (range.last > 0x7F) fail();
      for (char32_t code = range.first; code <= range.last && !failed_; ++code) {
        if (!is_letter(code)) continue;
        const char32_t other = code ^ U' ';
        set.push_back({other, other});
        if ((code | U' ') == 'k') set.push_back({0x212A, 0x212A});
        if ((code | U' ') == 's') set.push_back({0x017F, 0x017F});
      }
    }
    return set;
  }
  RegexNode one_of(CharSet set, bool negated = false) {
    RegexNode node;
    node.kind = RegexNode::Kind::kSet;
    node.set = ordered(folds_ ? with_other_case(std::move(set)) : std::move(set));
    if (negated) node.set = complement(node.set);
    return node;
  }
  // Behind "[".
  RegexNode char_class() {
    const bool negated = take("^");
    CharSet set;
    do {  // a "]" that stands first is a character
      if (at("[:")) fail();
      if (take("\\d")) {
        set.push_back({'0', '9'});
        continue;
      }
      const char32_t first = literal();
      const bool range = at("-") && !at("-]") && take("-");
      const char32_t last = range ? literal() : first;
      if (last < first) fail();
      set.push_back({first, last});
    } while (!failed_ && !at("]"));
    if (!take("]")) fail();
    return one_of(std::move(set), negated);
  }

  // ------------------------------------------------------------ the tree

  RegexNode choice() {
    RegexNode node;
    node.kind = RegexNode::Kind::kChoice;
    do node.children.push_back(sequence());
    while (take("|"));
    return node;
  }
  RegexNode sequence() {
    RegexNode node;
    while (!left_.empty() && !at("|") && !at(")")) node.children.push_back(repeated(atom()));
    return node;
  }
  RegexNode atom() {
    if (std::string_view("*+?{^$").find(left_.front()) != std::string_view::npos || at("(?")) fail();
    if (take("(")) {
      RegexNode node = choice();
      if (!take(")")) fail();
      return node;
    }
    if (take("[")) return char_class();
    if (take(".")) return one_of({{'\n', '\n'}}, true);
    if (take("\\d")) return one_of({{'0', '9'}});
    const char32_t code = literal();
    return one_of({{code, code}});
  }
  RegexNode repeated(RegexNode node) {
    RegexNode out;
    out.kind = RegexNode::Kind::kRepeat;
    out.max = RegexNode::kUnbounded;
    if (take("?")) {
      out.max = 1;
    } else if (take("+")) {
      out.min = 1;
    } else if (take("{")) {
      out.min = out.max = number();
      if (take(",")) out.max = at("}") ? RegexNode::kUnbounded : number();
      if (!take("}") || (out.max != RegexNode::kUnbounded && out.max < out.min)) fail();
    } else if (!take("*")) {
      return node;
    }
    out.children.push_back(std::move(node));
    return out;
  }

  std::string_view left_;  // of the expression; nothing once it failed
  bool folds_ = false;
  bool failed_ = false;
};

}  // namespace

std::optional<RegexNode> parse_token_regex(std::string_view text) { return Parser(text).run(); }

}  // namespace figmine
