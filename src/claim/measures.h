// claim/measures: what each figure measures. Relations of the rules come first; then the words around the
// figure (what it counts, what it stands before, the bracket's phrase, the verb's object and subject); then
// what the sentence, the paragraph or the heading told before. The steps are in measures/, a file for each
// kind of evidence, and measures.cc has their order. Tested by tests/cases and the corpus.
#pragma once

#include "claim/naming.h"

namespace figmine {

// Drafts are all of a document's, in text order; `clauses` has every sentence that holds one.
void find_measures(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
                   const Entities& entities);

}  // namespace figmine
