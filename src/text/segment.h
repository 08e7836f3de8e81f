// text/: Document -> tokens, sentences and sections. Abbreviations and the heads of boilerplate come from the
// lexicons (types abbreviation, boilerplate_head). Tested by tests/unit/pipeline_test.cc and
// tests/cases/stages.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "figmine/span.h"
#include "ruleset/program.h"
#include "text/forms.h"

namespace figmine {

struct Token {
  Span span;  // bytes of Document::text
  FormId form = 0;
  TokenKind kind = TokenKind::kWord;
  bool glued = false;
  bool newline = false;
  bool quoted = false;  // inside quotation marks
};

enum class Section : std::uint8_t { kHeadline, kLede, kBody, kQuote, kList, kTable, kBoilerplate };

struct Sentence {
  std::uint32_t begin = 0;  // tokens, half-open
  std::uint32_t end = 0;
  Span span;
  std::uint32_t block = 0;  // index into Document::blocks
  Section section = Section::kBody;
};

inline constexpr std::uint32_t kLongestSentence = 2000;  // tokens; longer ones are cut

struct Text {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;  // in text order; no sentence crosses a block
};

[[nodiscard]] Text segment(const Document& document, const Program& program, FormTable& forms);

// "headline", "lede", …: as in the record.
[[nodiscard]] std::string_view name_of(Section section);

}  // namespace figmine
