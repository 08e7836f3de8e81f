// text/forms: each distinct spelling is looked at once. A FormTable gives every token a small number; what
// rules ask of a spelling (known word, shape) is computed when it is first seen. Not thread-safe: each thread
// has its own. Tested by tests/unit/pipeline_test.cc.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/lexer.h"
#include "ruleset/program.h"

namespace figmine {

using FormId = std::uint32_t;

struct Form {
  std::string text;          // as written
  std::string folded;        // lower case, compatibility form
  WordId word = kNoWord;     // of the folded spelling, where the rules know it
  WordId exact = kNoWord;    // of the spelling as written
  std::uint16_t shapes = 0;  // bit by Shape
  [[nodiscard]] bool is(Shape shape) const { return (shapes >> static_cast<unsigned>(shape) & 1U) != 0; }
};

class FormTable {
 public:
  explicit FormTable(const Program& program) : program_(program) {}
  FormId intern(std::string_view text, TokenKind kind);
  [[nodiscard]] const Form& operator[](FormId id) const { return forms_[id]; }
  [[nodiscard]] std::size_t size() const { return forms_.size(); }
  void clear();

 private:
  const Program& program_;
  std::deque<Form> forms_;
  std::unordered_map<std::string_view, FormId> index_;  // keys live in forms_
};

}  // namespace figmine
