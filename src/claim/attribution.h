// claim/attribution: who says so. Rules of the layer `speech` find speakers, their role and the verb; a
// speaker holds for the part of the sentence that is told by it and, inferred, for the rest of a quote; a
// person's for a few more sentences of the paragraph. Surnames and titles are resolved within the article.
// Tested by tests/cases.
#pragma once

#include "claim/clauses.h"
#include "claim/draft.h"
#include "claim/entities.h"

namespace figmine {

void find_attributions(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
                       const Entities& entities);

}  // namespace figmine
