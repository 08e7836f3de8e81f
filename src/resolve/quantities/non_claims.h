// resolve/quantities/non_claims: what is no claim: a number that a guard or a time covers, or that is glued
// to a word. A guard outranks a time, a time outranks a quantity. Tested by tests/cases.
#pragma once

#include "resolve/quantities/sentence.h"

namespace figmine::quantities {

// What outranks quantities in one sentence; `guards` are indices of its annotations.
class NonClaims {
 public:
  NonClaims(const SentenceView& sentence, const std::vector<TimeSpan>& times,
            const std::vector<std::uint32_t>& guards)
      : sentence_(sentence), times_(times), guards_(guards) {}

  // Tells the mention's class, and what decided it, where it is no claim.
  void classify(Mention& mention) const;

 private:
  [[nodiscard]] bool outweighs(const Mention& mention, TokenRange other) const;
  [[nodiscard]] bool is_glued_to_word(const Mention& mention) const;

  const SentenceView& sentence_;
  const std::vector<TimeSpan>& times_;
  const std::vector<std::uint32_t>& guards_;
};

}  // namespace figmine::quantities
