// claim/measures: what each figure measures and whom it is about. Relations of the rules come first; then the
// words around the figure (object, subject of the verb, bracket); then what the sentence before told. Tested
// by tests/cases and the corpus.
#pragma once

#include "claim/draft.h"
#include "claim/entities.h"

namespace figmine {

// Drafts are all of a document's, in text order.
void find_measures(std::vector<Draft>& drafts, const ClaimInput& input);
// After find_measures.
void find_subjects(std::vector<Draft>& drafts, const ClaimInput& input, const Entities& entities);

}  // namespace figmine
