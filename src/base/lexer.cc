#include "base/lexer.h"

#include <utf8proc.h>

#include <cstdlib>

#include "base/utf8.h"

namespace figmine {
namespace {

enum class CharClass : std::uint8_t {
  kSpace,
  kNewline,
  kLetter,
  kDigit,
  kVulgarFraction,
  kCjk,
  kPunctuation,
  kSymbol
};

struct Char {
  char32_t code = 0;
  std::uint32_t size = 1;
  CharClass cls = CharClass::kSymbol;
};

bool is_cjk(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

CharClass ascii_class(unsigned char c) {
  if (c == '\n' || c == '\r') return CharClass::kNewline;
  if (c <= ' ' || c == 0x7F) return CharClass::kSpace;
  if (c >= '0' && c <= '9') return CharClass::kDigit;
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return CharClass::kLetter;
  return c == '$' || c == '+' || c == '<' || c == '=' || c == '>' || c == '^' || c == '`' || c == '|' ||
                 c == '~'
             ? CharClass::kSymbol
             : CharClass::kPunctuation;
}

bool is_vulgar_fraction(char32_t c) {
  return (c >= 0xBC && c <= 0xBE) || (c >= 0x2150 && c <= 0x215E) || c == 0x2189;
}

CharClass unicode_class(char32_t c) {
  if (c == 0x2028 || c == 0x2029 || c == 0x85) return CharClass::kNewline;
  if (c == 0x200B || c == 0xFEFF || c == 0x200E || c == 0x200F) return CharClass::kSpace;
  if (is_vulgar_fraction(c)) return CharClass::kVulgarFraction;
  if (is_cjk(c)) return CharClass::kCjk;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_CC:
      return CharClass::kSpace;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_NO:  // superscripts: m², CO₂
      return CharClass::kLetter;
    case UTF8PROC_CATEGORY_ND:
      return CharClass::kDigit;
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO:
      return CharClass::kSymbol;
    default:
      return CharClass::kPunctuation;
  }
}

Char char_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {0, 0, CharClass::kSpace};
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1, ascii_class(byte)};
  const auto [code, size] = first_code_point(text.substr(at));
  if (size == 0) return {0xFFFD, 1, CharClass::kSymbol};
  return {code, size, unicode_class(code)};
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<RawToken> run() {
    tokens_.reserve(text_.size() / 5 + 4);
    while (at_ < text_.size()) step();
    return std::move(tokens_);
  }

 private:
  void step() {
    const Char c = char_at(text_, at_);
    switch (c.cls) {
      case CharClass::kSpace:
      case CharClass::kNewline:
        glued_ = false;
        newline_ = newline_ || c.cls == CharClass::kNewline;
        at_ += c.size;
        return;
      case CharClass::kLetter:
        return word();
      case CharClass::kDigit:
        return numeral();
      case CharClass::kVulgarFraction:
        return push(at_ + c.size, TokenKind::kNumeral);
      case CharClass::kCjk:
        return push(at_ + c.size, TokenKind::kWord);
      case CharClass::kPunctuation:
      case CharClass::kSymbol:
        if (c.code == '@' && email()) return;
        if (is_apostrophe(c.code) && clitic()) return;
        if (c.code == '.' && char_at(text_, at_ + 1).cls == CharClass::kDigit && !follows_alphanumeric())
          return numeral();
        return push(at_ + c.size, c.cls == CharClass::kSymbol ? TokenKind::kSymbol : TokenKind::kPunctuation);
    }
  }

  void push(std::size_t end, TokenKind kind) {
    tokens_.push_back(
        {{static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)}, kind, glued_, newline_});
    at_ = end;
    glued_ = true;
    newline_ = false;
  }

  bool follows_alphanumeric() const {
    return glued_ && !tokens_.empty() &&
           (tokens_.back().kind == TokenKind::kWord || tokens_.back().kind == TokenKind::kNumeral);
  }

  bool follows_closing() const {
    const Span last = tokens_.back().span;
    const std::string_view mark = text_.substr(last.begin, last.end - last.begin);
    return mark == ")" || mark == "]" || mark == "”" || mark == "»";
  }

  // "Corp.": a full stop written to a word.
  bool follows_short_form() const {
    const Span last = tokens_.back().span;
    return tokens_.size() > 1 && tokens_.back().glued && text_[last.begin] == '.' &&
           tokens_[tokens_.size() - 2].kind == TokenKind::kWord;
  }

  // "'s" after a word, or after a bracket or a quote that closes, "Bitcoin (BTC)'s", or "Corp.": a token of
  // its own.
  bool clitic() {
    if (at_ > 0 &&
        (!glued_ || tokens_.empty() ||
         (tokens_.back().kind == TokenKind::kPunctuation && !follows_closing() && !follows_short_form())))
      return false;
    const std::size_t letter = at_ + char_at(text_, at_).size;
    if (letter >= text_.size() || (text_[letter] != 's' && text_[letter] != 'S')) return false;
    if (char_at(text_, letter + 1).cls == CharClass::kLetter) return false;
    push(letter + 1, TokenKind::kWord);
    return true;
  }

  void word() {
    if (initials() || url()) return;
    std::size_t end = at_;
    while (true) {
      const Char c = char_at(text_, end);
      if (c.cls == CharClass::kLetter) {
        end += c.size;
        continue;
      }
      if (c.code == '.' && is_domain_ending(end)) {
        end += c.size;
        continue;
      }
      if (!is_apostrophe(c.code) || !inner_apostrophe(end, c.size)) break;
      end += c.size;
    }
    if (const std::size_t split = negation(end); split > at_) push(split, TokenKind::kWord);
    push(end, TokenKind::kWord);
  }

  // "Debt.com", "Newsworthy.ai": a full stop between letters, with two to four lower-case letters behind it
  // that end the run.
  bool is_domain_ending(std::size_t dot) const {
    std::size_t end = dot + 1;
    while (end < text_.size() && text_[end] >= 'a' && text_[end] <= 'z') ++end;
    const std::size_t letters = end - dot - 1;
    if (dot == at_ || letters < 2 || letters > 4) return false;
    const Char next = char_at(text_, end);
    const bool goes_on = next.code == '.' && char_at(text_, end + 1).cls == CharClass::kLetter;
    return next.cls != CharClass::kLetter && next.cls != CharClass::kDigit && !goes_on;
  }

  // O'Brien, don't; but not the 's of a possessive.
  bool inner_apostrophe(std::size_t apostrophe, std::uint32_t size) const {
    const Char next = char_at(text_, apostrophe + size);
    if (next.cls != CharClass::kLetter) return false;
    const bool lone = char_at(text_, apostrophe + size + next.size).cls != CharClass::kLetter;
    return !((next.code == 's' || next.code == 'S') && lone);
  }

  // Where "n't" begins in the word that ends at `end`; 0 when it doesn't end so.
  std::size_t negation(std::size_t end) const {
    const std::string_view word = text_.substr(at_, end - at_);
    for (const std::string_view tail : {"n't", "n\u2019t"}) {
      if (word.size() > tail.size() && word.substr(word.size() - tail.size()) == tail)
        return end - tail.size();
    }
    return 0;
  }

  // "U.S.", "p.m.", "e.g.": two or more single letters, each with its full stop.
  bool initials() {
    std::size_t end = at_;
    int letters = 0;
    while (true) {
      const Char letter = char_at(text_, end);
      if (letter.cls != CharClass::kLetter || char_at(text_, end + letter.size).code != '.') break;
      end += letter.size + 1;
      ++letters;
    }
    if (letters < 2 || follows_alphanumeric()) return false;
    if (char_at(text_, end).cls == CharClass::kLetter) return false;
    push(end, TokenKind::kWord);
    return true;
  }

  bool url() {
    const std::string_view rest = text_.substr(at_);
    const std::size_t colon = rest.substr(0, 12).find("://");
    const bool scheme =
        colon != std::string_view::npos && rest.substr(0, colon).find(' ') == std::string_view::npos;
    if (!scheme && rest.substr(0, 4) != "www.") return false;
    push(end_of_run(at_), TokenKind::kUrl);
    return true;
  }

  // The end of the run of characters that an address may hold, without closing punctuation.
  std::size_t end_of_run(std::size_t from) const {
    std::size_t end = from;
    while (end < text_.size()) {
      const Char c = char_at(text_, end);
      if (c.cls == CharClass::kSpace || c.cls == CharClass::kNewline || c.cls == CharClass::kCjk ||
          c.code == '<' || c.code == '>' || c.code == '"' || c.code == ')' || c.code == ']' ||
          c.code == 0x201D) {
        break;
      }
      end += c.size;
    }
    while (end > from + 1 && std::string_view(".,;:!?'").find(text_[end - 1]) != std::string_view::npos)
      --end;
    return end;
  }

  // At '@' with glued alphanumeric text on both sides: the tokens of the local part become one address.
  bool email() {
    if (!follows_alphanumeric()) return false;
    const CharClass next = char_at(text_, at_ + 1).cls;
    if (next != CharClass::kLetter && next != CharClass::kDigit) return false;
    std::size_t begin = tokens_.back().span.begin;
    bool glued = tokens_.back().glued;
    bool newline = tokens_.back().newline;
    tokens_.pop_back();
    while (glued && !tokens_.empty() && local_part(tokens_.back())) {
      begin = tokens_.back().span.begin;
      glued = tokens_.back().glued;
      newline = tokens_.back().newline;
      tokens_.pop_back();
    }
    const std::size_t end = end_of_run(at_);
    at_ = begin;
    glued_ = glued;
    newline_ = newline;
    push(end, TokenKind::kUrl);
    return true;
  }

  bool local_part(const RawToken& token) const {
    if (token.kind == TokenKind::kWord || token.kind == TokenKind::kNumeral) return true;
    return token.span.size() == 1 &&
           std::string_view("._-+").find(text_[token.span.begin]) != std::string_view::npos;
  }

  void numeral() {
    std::size_t end = at_;
    while (true) {
      const Char c = char_at(text_, end);
      if (c.cls == CharClass::kDigit) {
        end += c.size;
        continue;
      }
      const bool mark = c.code == '.' || c.code == ',' || c.code == 0xFF0E || c.code == 0xFF0C;
      const std::size_t after = mark || is_apostrophe(c.code) ? digits_from(end + c.size) : 0;
      const bool within = mark ? after > 0 : after == kGroup;  // "1'250", not "5'11"
      if ((!within && !groups(end, c)) || (c.code == ',' && parts_date(end))) break;
      end += c.size;
    }
    push(end, TokenKind::kNumeral);
  }

  // The comma of "December 31,2025", behind which a space was lost.
  bool parts_date(std::size_t comma) const {
    if (comma - at_ > 2 || tokens_.empty() || tokens_.back().kind != TokenKind::kWord) return false;
    const std::string_view word = slice(text_, tokens_.back().span);
    const bool day = word.size() >= kGroup && word[1] >= 'a' && word[1] <= 'z';  // not "EUR"
    const std::string_view year = text_.substr(comma + 1, 2);
    return day && digits_from(comma + 1) == 4 && (year == "19" || year == "20");
  }

  // A no-break or thin space at `end` between the digits of the numeral so far and three more: "40 000".
  bool groups(std::size_t end, Char space) const {
    if (space.code != 0xA0 && space.code != 0x2007 && space.code != 0x2009 && space.code != 0x202F)
      return false;
    if (text_.substr(at_, end - at_).find_first_of(".,'") != std::string_view::npos) return false;
    std::size_t before = 0;
    while (before < end - at_ && char_at(text_, end - before - 1).cls == CharClass::kDigit) ++before;
    return before > 0 && before <= kGroup && digits_from(end + space.size) == kGroup;
  }

  std::size_t digits_from(std::size_t at) const {
    std::size_t count = 0;
    while (char_at(text_, at + count).cls == CharClass::kDigit) ++count;
    return count;
  }

  static constexpr std::size_t kGroup = 3;

  std::string_view text_;
  std::size_t at_ = 0;
  bool glued_ = false;
  bool newline_ = false;
  std::vector<RawToken> tokens_;
};

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

// U+FF00..U+FFEF: full-width and half-width forms.
bool has_full_width(std::string_view text) {
  return text.find("\xEF\xBC") != text.npos || text.find("\xEF\xBD") != text.npos;
}

std::string mapped(std::string_view token, int options) {
  utf8proc_uint8_t* out = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(token.data()),
                                             static_cast<utf8proc_ssize_t>(token.size()), &out,
                                             static_cast<utf8proc_option_t>(options));
  if (size < 0 || out == nullptr) return std::string(token);
  std::string result(reinterpret_cast<char*>(out), static_cast<std::size_t>(size));
  std::free(out);  // utf8proc allocates with malloc
  return result;
}

}  // namespace

std::vector<RawToken> lex(std::string_view text) { return Lexer(text).run(); }

std::string fold(std::string_view token) {
  if (is_ascii(token)) {
    std::string out(token);
    for (char& c : out) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return out;
  }
  const int width = has_full_width(token) ? UTF8PROC_COMPAT : 0;  // not for all: it would turn "m²" into "m2"
  std::string out = mapped(token, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | width);
  if (out == "\u2019s") out = "'s";
  if (out == "n\u2019t") out = "n't";
  return out;
}

std::string compatible(std::string_view token) {
  if (is_ascii(token)) return std::string(token);
  return mapped(token, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
}

}  // namespace figmine
