// claim/attribution: who says so. Rules of the layer `speech` find speakers, their role and the verb; a
// speaker holds for the sentence and, inferred, for the rest of the paragraph. Surnames and titles are
// resolved within the article. Tested by tests/cases.
#pragma once

#include "claim/draft.h"
#include "claim/entities.h"

namespace figmine {

void find_attributions(std::vector<Draft>& drafts, const ClaimInput& input, const Entities& entities);

}  // namespace figmine
