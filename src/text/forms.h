// text/forms: each distinct spelling is looked at once. A FormTable gives every token a small number; what
// rules ask of a spelling (known word, shape) is computed when it is first seen. Not thread-safe: each thread
// has its own. Tested by tests/unit/pipeline_test.cc.
#pragma once

#include <re2/set.h>

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/flat_map.h"
#include "base/lexer.h"
#include "ruleset/program.h"

namespace figmine {

using FormId = std::uint32_t;
using SpellingId = std::uint32_t;

// What rules ask of a token's spelling. Many forms have the same: all words that no rule knows and that look
// alike.
struct Spelling {
  WordId word = kNoWord;               // of the folded spelling, where the rules know it
  std::uint16_t shapes = 0;            // bit by Shape
  std::vector<std::uint32_t> regexes;  // numbers of Program::regexes that match the whole spelling, ascending
  [[nodiscard]] bool is(Shape shape) const { return (shapes >> static_cast<unsigned>(shape) & 1U) != 0; }
  friend auto operator<=>(const Spelling&, const Spelling&) = default;
};

struct Form {
  std::string text;          // as written; every hyphen is "-"
  std::string folded;        // lower case, compatibility form
  WordId word = kNoWord;     // of the folded spelling, where the rules know it
  WordId exact = kNoWord;    // of the spelling as written
  std::uint16_t shapes = 0;  // bit by Shape
  SpellingId spelling = 0;
  TokenKind kind = TokenKind::kWord;
  [[nodiscard]] bool is(Shape shape) const { return (shapes >> static_cast<unsigned>(shape) & 1U) != 0; }
};

class FormTable {
 public:
  explicit FormTable(const Program& program);
  // The same number for the same text of the same kind: the "X" of "X:https://x.com" is no word.
  FormId intern(std::string_view text, TokenKind kind);
  [[nodiscard]] const Form& operator[](FormId id) const { return forms_[id]; }
  [[nodiscard]] const Spelling& spelling(SpellingId id) const { return spellings_[id]->first; }
  [[nodiscard]] std::size_t size() const { return forms_.size(); }
  void clear();

 private:
  using Spellings = std::map<Spelling, SpellingId>;
  SpellingId spelling_of(const Form& form);
  [[nodiscard]] std::vector<std::uint32_t> regexes_of(std::string_view text) const;

  const Program& program_;
  std::unique_ptr<RE2::Set> other_regexes_;  // those that the program's table has not; mostly none
  Spellings spelling_index_;
  std::vector<Spellings::const_iterator> spellings_;  // by number
  std::deque<Form> forms_;
  FlatMap<FormId> index_;  // by the text's hash, or the next number that is free
};

}  // namespace figmine
