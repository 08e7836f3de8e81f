// review/answers: parts of the review API's answers as JSON. Tested by tests/unit/review_test.cc.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "figmine/fact.h"
#include "review/fields.h"
#include "review/index.h"
#include "review/json_text.h"
#include "review/ledger.h"

namespace figmine {

// Members: facts by state; "changed" beside them.
void write_states(JsonText& to, const FactIndex& index);
// [{"name","count"}], the first 200.
void write_counts(JsonText& to, const std::vector<std::pair<std::string, int>>& counts);
// {"name","label","choices"?}
void write_field(JsonText& to, const FieldInfo& field);
// {"id","amount", the columns, "score","rules","state","changed"?}
void write_row(JsonText& to, const FactIndex& index, const FactRow& row);
// {field: value}. The values are texts: a browser would round long numbers.
void write_fields(JsonText& to, const Fact& fact);
// {"state","changed"?,"decisions"}
void write_verdict(JsonText& to, const FactIndex& index, const FactKey& key, const Verdict& verdict);

}  // namespace figmine
