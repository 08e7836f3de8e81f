// review/apply: a record and the decisions on it -> the record as the editors left it. Tested by
// tests/unit/review_test.cc.
#pragma once

#include <optional>

#include "figmine/fact.h"
#include "review/decision.h"
#include "review/ledger.h"

namespace figmine {

// The decision's fact in `document`: its changes, with "begin" and "end" as code points of the text. Nothing
// where the span is none of the text.
[[nodiscard]] std::optional<Fact> added_fact(const DocumentResult& document, const Decision& decision);

// A record as the reviewers left it: edits made, rejected facts gone, added ones in their place in the text.
// With `only_accepted`, open facts and those in conflict are gone too.
void apply_verdicts(DocumentResult& document, const std::string& article, const Ledger& ledger,
                    bool only_accepted);

}  // namespace figmine
