// claim/: values -> facts. Measure, subject, share, change, period, status, attribution and links of every
// mention. The steps are in assembling/ and in the other files of this folder, and assemble.cc has their
// order. Tested by tests/unit/claim_test.cc, tests/cases and the corpus.
#pragma once

#include <string>
#include <vector>

#include "claim/draft.h"

namespace figmine {

struct Claims {
  std::vector<Fact> facts;  // every number-like mention, in text order; claims and others
  std::vector<Entity> entities;
  std::vector<Warning> warnings;
};

// `sha256` of the canonical text goes into the facts' ids.
[[nodiscard]] Claims assemble(const ClaimInput& input, const std::string& sha256);

}  // namespace figmine
