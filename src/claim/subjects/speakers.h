// claim/subjects/speakers: whom "we" and "our" stand for where somebody of another firm than the article's
// own speaks, and what speakers and firms have that speak of themselves. Tested by tests/cases.
#pragma once

#include <vector>

#include "claim/clauses.h"
#include "claim/draft.h"
#include "claim/entities.h"

namespace figmine {

// "Our plan has seven levels," said Timo Lunde, head of sales at Corlan: Corlan's. After find_attributions.
void give_to_speakers_firms(std::vector<Draft>& drafts, const ClaimInput& input, const Entities& entities);

// "I have 12 years of experience," said Timo Lunde: his own. After find_attributions.
void give_to_speakers(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
                      const Entities& entities);

// "Corlan said revenue rose 4%", in an article of a few sentences: a firm's own, where nothing says whose it
// is. After find_attributions.
void give_to_speaking_firms(std::vector<Draft>& drafts, const ClaimInput& input, const Entities& entities);

}  // namespace figmine
