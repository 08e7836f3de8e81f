// output/csv: facts as RFC 4180 rows, one fact a row, for spreadsheets: the columns of output/fact_table.h. A
// cell that a spreadsheet would run as a formula begins with an apostrophe, as OWASP's page on CSV injection
// has it; a negative number in a column of numbers is no formula. Tested by tests/unit/pipeline_test.cc and
// tests/e2e/export_test.py.
#pragma once

#include <string>
#include <string_view>

#include "figmine/fact.h"
#include "output/fact_table.h"

namespace figmine {

// Before the header, so that spreadsheets read the file as UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The header row, with its line end (CRLF).
[[nodiscard]] std::string csv_header();
[[nodiscard]] std::string csv_row(const FactRow& row);
// The rows of one document's facts.
[[nodiscard]] std::string to_csv(const DocumentResult& result);

}  // namespace figmine
