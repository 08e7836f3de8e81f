#include "text/forms.h"

#include <utf8proc.h>

#include <algorithm>

#include "base/utf8.h"

namespace figmine {
namespace {

struct Letters {
  int upper = 0;
  int lower = 0;
  int other = 0;  // letters without case
  int digits = 0;
  int count = 0;
  bool first_upper = false;
  bool second_upper = false;
  bool cjk = false;
};

Letters letters_of(std::string_view text) {
  Letters out;
  while (!text.empty()) {
    const auto [point, size] = first_code_point(text);
    if (size == 0) break;
    const auto code = static_cast<utf8proc_int32_t>(point);
    const bool upper = utf8proc_tolower(code) != code;
    const bool lower = utf8proc_toupper(code) != code;
    if (out.count == 0) out.first_upper = upper;
    if (out.count == 1) out.second_upper = upper;
    out.upper += upper ? 1 : 0;
    out.lower += lower ? 1 : 0;
    out.digits += code >= '0' && code <= '9' ? 1 : 0;
    if (!upper && !lower && code > 0x7F) out.other += 1;
    out.cjk = out.cjk || (code >= 0x3040 && code <= 0x9FFF) || (code >= 0xAC00 && code <= 0xD7AF);
    ++out.count;
    text.remove_prefix(size);
  }
  return out;
}

// "iRobot", "hVIVO" are written as names are; "kWh", "pH" and other short words are units.
constexpr int kCamelName = 4;  // characters

std::uint16_t shapes_of(std::string_view text, TokenKind kind) {
  std::uint16_t bits = 0;
  const auto set = [&bits](Shape shape) {
    bits = static_cast<std::uint16_t>(bits | (1U << static_cast<unsigned>(shape)));
  };
  const Letters letters = letters_of(text);
  set(Shape::kAny);
  switch (kind) {
    case TokenKind::kNumeral:
      set(Shape::kDigit);
      break;
    case TokenKind::kPunctuation:
      set(Shape::kPunct);
      break;
    case TokenKind::kSymbol:
      set(Shape::kSymbol);
      break;
    case TokenKind::kUrl:
      set(Shape::kUrl);
      break;
    case TokenKind::kWord:
      if (text.front() == '\'' || text.starts_with("\u2019")) {
        set(Shape::kPunct);  // 's
        break;
      }
      set(Shape::kWordlike);
      set(Shape::kAlpha);
      if (letters.first_upper || (letters.second_upper && letters.count >= kCamelName)) set(Shape::kCap);
      if (letters.first_upper && letters.lower == 0) set(Shape::kUpper);
      if (!letters.first_upper && letters.upper == 0) set(Shape::kLower);
      if (letters.cjk) set(Shape::kCjk);
      break;
  }
  if (letters.count == 1) set(Shape::kSingle);
  return bits;
}

}  // namespace

FormTable::FormTable(const Program& program) : program_(program) {
  if (program.regex_table.others.empty()) return;
  other_regexes_ = std::make_unique<RE2::Set>(RE2::Options(), RE2::ANCHOR_BOTH);
  for (const std::uint32_t regex : program.regex_table.others)
    other_regexes_->Add(program.regexes[regex].view(), nullptr);
  other_regexes_->Compile();
}

std::vector<std::uint32_t> FormTable::regexes_of(std::string_view text) const {
  const RelativeArray<std::uint32_t>& matching = program_.regex_table.matching(text);
  std::vector<std::uint32_t> out(matching.begin(), matching.end());
  if (other_regexes_ == nullptr) return out;
  std::vector<int> others;
  other_regexes_->Match(text, &others);
  for (const int other : others) out.push_back(program_.regex_table.others[static_cast<std::size_t>(other)]);
  std::sort(out.begin(), out.end());
  return out;
}

SpellingId FormTable::spelling_of(const Form& form) {
  Spelling spelling{form.word, form.shapes, regexes_of(form.text)};
  const auto [it, added] =
      spelling_index_.try_emplace(std::move(spelling), static_cast<SpellingId>(spellings_.size()));
  if (added) spellings_.push_back(it);
  return it->second;
}

FormId FormTable::intern(std::string_view text, TokenKind kind) {
  std::uint64_t key = std::hash<std::string_view>()(text) >> 1U;  // none is FlatMap::kFree
  const FormId* known = index_.find(key);
  for (; known != nullptr; known = index_.find(++key)) {
    if (forms_[*known].text == text && forms_[*known].kind == kind) return *known;
  }
  Form form;
  form.text = std::string(text);
  form.folded = kind == TokenKind::kNumeral ? compatible(text) : fold(text);
  form.word = program_.words.find(form.folded);
  form.exact = program_.exact_words.find(text);
  form.shapes = shapes_of(text, kind);
  form.spelling = spelling_of(form);
  form.kind = kind;
  const auto id = static_cast<FormId>(forms_.size());
  forms_.push_back(std::move(form));
  index_[key] = id;
  return id;
}

void FormTable::clear() {
  index_ = {};
  forms_.clear();
  spelling_index_.clear();
  spellings_.clear();
}

}  // namespace figmine
