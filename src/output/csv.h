// output/csv: facts as RFC 4180 rows, one fact a row, for spreadsheets. A cell that a spreadsheet would run
// as a formula begins with an apostrophe. Tested by tests/unit/pipeline_test.cc.
#pragma once

#include <string>

#include "figmine/fact.h"

namespace figmine {

// The header row, with its line end (CRLF).
[[nodiscard]] std::string csv_header();
// The rows of one document's facts.
[[nodiscard]] std::string to_csv(const DocumentResult& result);

}  // namespace figmine
