// resolve/quantities/taken: numbers that times and guards have taken: "in 3 years", "2/10", "double-digit".
// Tested by tests/cases.
#pragma once

#include "resolve/quantities/unit_setter.h"

namespace figmine::quantities {

// What took a number.
struct Taker {
  std::uint32_t type = kNone;      // of the annotation that covers the same tokens
  std::string_view known_class{};  // of such mentions; empty where the annotation tells it
};

// Made once a sentence.
class TakenReader {
 public:
  TakenReader(const SentenceView& sentence, const UnitSetter& units) : sentence_(sentence), units_(units) {}

  // A time or guard with digits, or a vague amount ("double-digit"), is one number-like mention that is no
  // claim; its value is that of its only number, or of the fraction that "2/10" would be. Nothing where it
  // has no number.
  [[nodiscard]] std::optional<Mention> read(std::uint32_t index, const Taker& taker) const;

 private:
  void set_length(TokenRange time, Mention& mention) const;
  [[nodiscard]] TokenRange unit_behind(std::uint32_t at, std::uint32_t end) const;

  const SentenceView& sentence_;
  const UnitSetter& units_;
};

}  // namespace figmine::quantities
