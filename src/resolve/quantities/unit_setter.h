// resolve/quantities/unit_setter: the unit that a rule has found behind a number, in the reading that the
// sentence and the figure before speak for. Tested by tests/unit/units_test.cc and tests/cases.
#pragma once

#include "resolve/quantities/sentence.h"

namespace figmine::quantities {

// Made once a sentence; `mentions` are those read so far, which it looks back on.
class UnitSetter {
 public:
  UnitSetter(const SentenceView& sentence, const std::vector<Mention>& mentions);

  // Gives the mention the unit that the tokens are; leaves it as it is where they are none.
  void set(const Annotation& annotation, TokenRange tokens, Mention& mention) const;

  [[nodiscard]] const UnitReader& reader() const { return reader_; }

 private:
  void end_before_rate(const UnitReading& reading, Mention& mention) const;
  [[nodiscard]] std::string_view dimension_before_bracket(std::uint32_t at) const;

  const SentenceView& sentence_;
  const std::vector<Mention>& mentions_;
  const UnitReader reader_;
};

}  // namespace figmine::quantities
