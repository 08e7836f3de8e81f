// claim/evidence: how much speaks for a fact. Tested by tests/unit/claim_test.cc.
#pragma once

#include "figmine/fact.h"

namespace figmine {

// The score of a fact, 0 to 1: the product of what each part of its evidence is worth. docs/score.md has the
// formula and how often facts of each score are right.
[[nodiscard]] double score_of(const Fact& fact);

}  // namespace figmine
