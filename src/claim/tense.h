// claim/tense: when the verb that governs a figure puts it. "sells 300 models" and "has opened 12 shops" hold
// at the time of writing and are of no period that is over; "sold 300 cars" is of the period told before.
// Tested by tests/unit/claim_test.cc and the corpus.
#pragma once

#include "claim/clauses.h"

namespace figmine {

enum class Tense : std::uint8_t {
  kUntold,   // no finite verb governs it: "Revenue of $5m", a table's cell
  kPast,     // sold, were sold, had sold
  kPresent,  // sells, is sold, is selling
  kPerfect,  // has sold
  kOpen,     // will sell, could sell, to sell
};

struct Governor {
  Tense tense = Tense::kUntold;
  TokenRange verb;  // empty for kNone
};

// The verb of the figure's clause: the finite one before it, else the one whose subject it stands in.
[[nodiscard]] Governor governor_of(const Looker& look, const Analysis& analysis, const Clauses& clauses,
                                   TokenRange figure);

// kUntold for what is not finite: "compared", "rising", "to open".
[[nodiscard]] Tense tense_of(const Looker& look, const Analysis& analysis, const Clauses& clauses,
                             TokenRange verb);

// Whether the verb is finite: not "rising", "compared", "to open".
[[nodiscard]] bool is_finite(const Looker& look, const Analysis& analysis, const Clauses& clauses,
                             TokenRange verb);

// "those surveyed | own a car": whether the verb's chunk is finite, or stands as it does in the present right
// behind another verb.
[[nodiscard]] bool tells_of_participle(const Looker& look, const Analysis& analysis, const Clauses& clauses,
                                       std::size_t verb);

// "own", "need": whether the word may be a verb's base form and is neither participle nor gerund.
[[nodiscard]] bool is_base_form_only(const Looker& look, std::uint32_t token);

// "owed", "led": whether the word may be a participle of the past, by the lexicon or its ending.
[[nodiscard]] bool may_be_participle(const Looker& look, std::uint32_t token);

// "refining": whether the word in lower case may be a gerund, by the lexicon or its ending.
[[nodiscard]] bool may_be_gerund(const Looker& look, std::uint32_t token);

}  // namespace figmine
