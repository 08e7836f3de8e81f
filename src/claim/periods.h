// claim/periods: the time each figure is about. The nearest time of the clause, else what the sentence,
// heading or article told before (marked inferred). "a year earlier" is the sentence's own period moved.
// Tested by tests/cases and the corpus.
#pragma once

#include "claim/clauses.h"

namespace figmine {

// `clauses` has every sentence that holds a draft.
void find_periods(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses);

}  // namespace figmine
