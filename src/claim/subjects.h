// claim/subjects: whom or what each figure is about: an owner or a name in the measure's words, the verb's
// actor, the whole of a share, what the paragraph was about, at last the article's own subject. Tested by
// tests/cases and the corpus.
#pragma once

#include "claim/naming.h"

namespace figmine {

// After find_measures; drafts are all of a document's, in text order.
void find_subjects(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
                   const Entities& entities);

}  // namespace figmine
