// output/read_json: JSON as output/json.h writes it -> DocumentResult. For every record that holds its text,
// to_json(from_json(x)) == x with the options that x was written with. Tested by
// tests/unit/read_json_test.cc.
#pragma once

#include <string_view>

#include "figmine/fact.h"
#include "figmine/result.h"
#include "output/offsets.h"

namespace figmine {

// One record, compact or indented, whose spans count `offsets`. Numbers stay the exact literals they are, and
// may stand in quotes. With document.text, spans become bytes of it, and sentences and quantities must be
// what their spans hold. Without it there is nothing to count in: `text` is empty, spans stay as they stand
// and the sentences' own texts are dropped. Errors say where: bad JSON by line and column, anything else by
// its path ("facts[3].quantity.op"). Unknown, double and missing fields, words that no field of the format
// holds and other versions of the format are errors; so is a record that tells of an article's failure
// (error_json).
[[nodiscard]] Result<DocumentResult> from_json(std::string_view json,
                                               OffsetUnit offsets = OffsetUnit::kCodePoints);

}  // namespace figmine
