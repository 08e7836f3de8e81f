// claim/clauses/attachments: what is attached to a phrase from the right: "companies with 500 to 2,500
// employees", "tenants aged 40-65", "the companies we survey". Tested by tests/unit/claim_test.cc.
#pragma once

#include "claim/clauses.h"

namespace figmine::clauses {

// As Clauses::after_attachments() says.
[[nodiscard]] std::size_t after_attachments(const Clauses& clauses, std::size_t chunk);

}  // namespace figmine::clauses
