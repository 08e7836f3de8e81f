// claim/weights: what each of several names weighs in a whole: "Top holdings include: Tarn Bank (11.3%): A
// lender. Orvane Pharma (8.4%): …", a row in one sentence or a list. The measure is what the row is of, the
// name the subject. Tested by tests/cases.
#pragma once

#include "claim/draft.h"

namespace figmine {

// Before find_measures: gives measure and subject to the figures of such rows.
void read_weights(std::vector<Draft>& drafts, const ClaimInput& input);

}  // namespace figmine
