#include "ruleset/pattern.h"

#include <fmt/format.h>

#include <array>
#include <optional>

namespace figmine {
namespace {

constexpr int kMaxDepth = 24;  // nesting of groups and macros
constexpr int kMaxRepetition = 64;

constexpr std::array<std::string_view, 12> kShapes = {"digit", "wordlike", "alpha", "cap", "upper",  "lower",
                                                      "punct", "symbol",   "url",   "cjk", "single", "any"};

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}
bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) >= 0x80);
}

class Parser {
 public:
  Parser(std::string_view text, const MacroTable& macros, int depth)
      : text_(text), macros_(macros), depth_(depth) {}

  std::variant<Pattern, PatternError> pattern() {
    Pattern out;
    skip_space();
    if (take("^")) out.at_start = true;
    skip_space();
    if (looking_at("(?<=") || looking_at("(?<!")) {
      out.negative_behind = text_[at_ + 3] == '!';
      at_ += 4;
      out.look_behind.push_back(group());
    }
    out.body = choice();
    skip_space();
    if (looking_at("(?=") || looking_at("(?!")) {
      out.negative_ahead = text_[at_ + 2] == '!';
      at_ += 3;
      out.look_ahead.push_back(group());
    }
    skip_space();
    if (take("$")) out.at_end = true;
    skip_space();
    if (!failed_ && at_ < text_.size())
      fail("unexpected '" + std::string(1, text_[at_]) + "'",
           "a look-around may stand only at the pattern's ends");
    if (!failed_ && out.body.children.empty() && out.body.kind == PatternNode::Kind::kSequence)
      fail("empty pattern", "");
    if (failed_) return *failed_;
    return out;
  }

  std::variant<PatternNode, PatternError> macro_body() {
    PatternNode node = choice();
    skip_space();
    if (!failed_ && at_ < text_.size()) fail("unexpected '" + std::string(1, text_[at_]) + "' in macro", "");
    if (failed_) return *failed_;
    return node;
  }

 private:
  void fail(std::string message, std::string hint) {
    if (!failed_) failed_ = PatternError{std::move(message), std::move(hint), at_};
    at_ = text_.size();
  }
  void skip_space() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r'))
      ++at_;
  }
  bool looking_at(std::string_view what) const { return text_.substr(at_, what.size()) == what; }
  bool take(std::string_view what) {
    if (!looking_at(what)) return false;
    at_ += what.size();
    return true;
  }

  // After the opening parenthesis: a choice and the closing one.
  PatternNode group() {
    PatternNode node = choice();
    skip_space();
    if (!failed_ && !take(")")) fail("missing ')'", "close the group");
    return node;
  }

  PatternNode choice() {
    PatternNode node;
    node.offset = at_;
    if (++depth_ > kMaxDepth) {
      fail("pattern nested too deeply", "macros must not refer to themselves");
      return node;
    }
    std::vector<PatternNode> branches;
    branches.push_back(sequence());
    skip_space();
    while (!failed_ && take("|")) {
      branches.push_back(sequence());
      skip_space();
    }
    --depth_;
    if (branches.size() == 1) return std::move(branches.front());
    node.kind = PatternNode::Kind::kChoice;
    node.children = std::move(branches);
    return node;
  }

  bool at_sequence_end() const {
    return at_ >= text_.size() || text_[at_] == '|' || text_[at_] == ')' || text_[at_] == '$' ||
           looking_at("(?=") || looking_at("(?!");
  }

  PatternNode sequence() {
    PatternNode node;
    node.offset = at_;
    skip_space();
    while (!failed_ && !at_sequence_end()) {
      node.children.push_back(item());
      skip_space();
    }
    return node;
  }

  PatternNode item() {
    const std::size_t start = at_;
    const bool glued = take("~");  // "~name:…" is "name:~…"
    std::size_t end = at_;
    while (end < text_.size() && is_name_char(text_[end])) ++end;
    if (end > at_ && end < text_.size() && text_[end] == ':') {
      PatternNode capture;
      capture.kind = PatternNode::Kind::kCapture;
      capture.offset = start;
      capture.text = std::string(text_.substr(at_, end - at_));
      at_ = end + 1;
      capture.children.push_back(repeated(glued));
      return capture;
    }
    return repeated(glued);
  }

  PatternNode repeated(bool glued) {
    const std::size_t start = at_;
    PatternNode node = atom(glued);
    if (failed_ || at_ >= text_.size()) return node;
    int min = 1;
    int max = 1;
    if (take("?")) {
      min = 0;
    } else if (take("*")) {
      min = 0;
      max = PatternNode::kUnbounded;
    } else if (take("+")) {
      max = PatternNode::kUnbounded;
    } else if (take("{")) {
      min = number();
      max = take(",") ? number() : min;
      if (!failed_ && !take("}")) fail("missing '}'", "write {m,n}");
      if (!failed_ && (max < min || max > kMaxRepetition))
        fail("bad repetition", fmt::format("{{m,n}} needs m <= n <= {}", kMaxRepetition));
    } else {
      return node;
    }
    PatternNode repeat;
    repeat.kind = PatternNode::Kind::kRepeat;
    repeat.offset = start;
    repeat.min = min;
    repeat.max = max;
    repeat.children.push_back(std::move(node));
    return repeat;
  }

  int number() {
    int value = 0;
    bool any = false;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9' && value < 1000) {
      value = value * 10 + (text_[at_++] - '0');
      any = true;
    }
    if (!any) fail("a number is missing in the repetition", "write {m,n}");
    return value;
  }

  PatternNode atom(bool glued) {
    glued = take("~") || glued;
    const std::size_t start = at_;
    PatternNode node;
    if (at_ >= text_.size()) {
      fail("the pattern ends where an element is expected", "");
    } else if (take("(")) {
      node = group();
      if (glued) glue_first(node);
    } else if (take("@")) {
      node = macro();
    } else if (text_[at_] == '[') {
      node = bracket();
    } else if (text_[at_] == '<') {
      node.kind = PatternNode::Kind::kType;
      node.text = delimited('<', '>', "a type");
    } else if (text_[at_] == '\'') {
      node.kind = PatternNode::Kind::kPhrase;
      node.text = delimited('\'', '\'', "a phrase");
    } else if (text_[at_] == '"') {
      node.kind = PatternNode::Kind::kPhrase;
      node.text = delimited('"', '"', "a phrase");
    } else if (text_[at_] == '/') {
      node.kind = PatternNode::Kind::kTests;
      node.tests.push_back({PatternTest::Kind::kRegex, regex(), false, start});
    } else if (text_[at_] == '.') {
      ++at_;
      node.kind = PatternNode::Kind::kTests;
      node.tests.push_back({PatternTest::Kind::kShape, "any", false, start});
    } else if (is_word_byte(text_[at_])) {
      node.kind = PatternNode::Kind::kPhrase;
      node.text = bare_word();
    } else {
      fail("unexpected '" + std::string(1, text_[at_]) + "'", "quote punctuation: ','");
    }
    if (glued) glue_first(node);
    node.offset = start;
    return node;
  }

  // "~(a | b)": each branch's first element is glued.
  static void glue_first(PatternNode& node) {
    node.glued = true;
    if (node.kind == PatternNode::Kind::kChoice) {
      for (PatternNode& branch : node.children) glue_first(branch);
    } else if (!node.children.empty()) {
      glue_first(node.children.front());
    }
  }

  std::string bare_word() {
    const std::size_t start = at_;
    while (at_ < text_.size() && is_word_byte(text_[at_])) ++at_;
    return std::string(text_.substr(start, at_ - start));
  }

  std::string delimited(char open, char close, std::string_view what) {
    const std::size_t start = at_;
    ++at_;
    const std::size_t end = text_.find(close, at_);
    if (end == std::string_view::npos || end == at_) {
      at_ = start;
      fail(fmt::format("{} is empty or lacks its closing {}", what, close),
           fmt::format("write {}…{}", open, close));
      return {};
    }
    std::string out(text_.substr(at_, end - at_));
    at_ = end + 1;
    return out;
  }

  // Up to the next '/' that no backslash escapes; "\/" is "/".
  std::string regex() {
    const std::size_t start = at_++;
    std::string out;
    while (at_ < text_.size() && text_[at_] != '/') {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
        if (text_[at_ + 1] != '/') out += '\\';
        ++at_;
      }
      out += text_[at_++];
    }
    if (at_ >= text_.size()) {
      at_ = start;
      fail("a regular expression lacks its closing /", "write /…/");
      return {};
    }
    ++at_;
    return out;
  }

  PatternNode bracket() {
    PatternNode node;
    node.kind = PatternNode::Kind::kTests;
    ++at_;
    skip_space();
    while (!failed_ && at_ < text_.size() && text_[at_] != ']') {
      node.tests.push_back(test());
      skip_space();
    }
    if (!failed_ && !take("]")) fail("missing ']'", "close the bracket");
    if (!failed_ && node.tests.empty()) fail("an empty bracket", "use . for any token");
    return node;
  }

  PatternTest test() {
    PatternTest out;
    out.negated = take("!");
    out.offset = at_;
    if (at_ >= text_.size()) {
      fail("missing ']'", "");
    } else if (text_[at_] == '<') {
      out.kind = PatternTest::Kind::kType;
      out.text = delimited('<', '>', "a type");
    } else if (text_[at_] == '\'') {
      out.text = delimited('\'', '\'', "a word");
    } else if (text_[at_] == '/') {
      out.kind = PatternTest::Kind::kRegex;
      out.text = regex();
    } else if (is_word_byte(text_[at_])) {
      out.text = bare_word();
      out.kind = kind_of(out.text);
    } else {
      fail("unexpected '" + std::string(1, text_[at_]) + "' in a bracket", "quote punctuation: ','");
    }
    return out;
  }

  static PatternTest::Kind kind_of(std::string_view word) {
    if (word == "glued") return PatternTest::Kind::kGlued;
    if (word == "first") return PatternTest::Kind::kFirst;
    if (word == "newline") return PatternTest::Kind::kNewline;
    for (const std::string_view shape : kShapes) {
      if (shape == word) return PatternTest::Kind::kShape;
    }
    return PatternTest::Kind::kWord;
  }

  PatternNode macro() {
    const std::size_t start = at_;
    std::size_t end = at_;
    while (end < text_.size() && is_name_char(text_[end])) ++end;
    const std::string name(text_.substr(at_, end - at_));
    const auto it = macros_.find(name);
    if (it == macros_.end()) {
      fail("unknown macro '@" + name + "'", "define it under [macros]");
      return {};
    }
    Parser inner(it->second, macros_, depth_ + 1);
    auto body = inner.macro_body();
    if (auto* error = std::get_if<PatternError>(&body)) {
      at_ = start;
      fail("in macro '@" + name + "': " + error->message, error->hint);
      return {};
    }
    at_ = end;
    return std::move(std::get<PatternNode>(body));
  }

  std::string_view text_;
  const MacroTable& macros_;
  int depth_ = 0;
  std::size_t at_ = 0;
  std::optional<PatternError> failed_;
};

}  // namespace

std::variant<Pattern, PatternError> parse_pattern(std::string_view text, const MacroTable& macros) {
  // A macro that is a look-behind stands first and is put in as text.
  if (text.starts_with('@')) {
    std::size_t end = 1;
    while (end < text.size() && is_name_char(text[end])) ++end;
    const auto it = macros.find(std::string(text.substr(1, end - 1)));
    if (it != macros.end() && it->second.starts_with("(?<"))
      return Parser(it->second + std::string(text.substr(end)), macros, 0).pattern();
  }
  return Parser(text, macros, 0).pattern();
}

}  // namespace figmine
