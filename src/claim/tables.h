// claim/tables: figures of table rows. The row's first cell names the measure, the column's head the period,
// the caption the scale and unit ("in millions, except per share"). Tested by tests/unit/claim_test.cc
// and the corpus.
#pragma once

#include "claim/draft.h"

namespace figmine {

// Fills measure, period and the scaled value of drafts that lie in table rows. Figures of header rows become
// no claims.
void read_tables(std::vector<Draft>& drafts, const ClaimInput& input);

}  // namespace figmine
