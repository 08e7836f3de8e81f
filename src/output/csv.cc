#include "output/csv.h"

#include <algorithm>
#include <array>

namespace figmine {
namespace {

// What makes spreadsheets take a cell for a formula: the last four are the full-width forms.
constexpr std::array<std::string_view, 11> kFormulaBegins = {"=",  "+",  "-",  "@",  "\t", "\r",
                                                             "\n", "＝", "＋", "－", "＠"};

// A lone "=", as the column of bounds has it, is no expression.
bool is_formula(std::string_view text) {
  return text != "=" && std::any_of(kFormulaBegins.begin(), kFormulaBegins.end(),
                                    [text](std::string_view begin) { return text.starts_with(begin); });
}

bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

void add_cell(std::string& row, std::string_view text, CellType type) {
  const bool guarded = is_formula(text) && !(type == CellType::kNumber && is_number(text));
  const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
  if (quoted) row += '"';
  if (guarded) row += '\'';
  for (const char c : text) {
    if (c == '"') row += '"';
    row += c;
  }
  if (quoted) row += '"';
}

// A row of what `cell` gives for each column.
template <class F>
std::string row_of(const F& cell) {
  std::string row;
  each_fact_column([&](const FactColumn& column) {
    add_cell(row, cell(column), column.type);
    row += ',';
  });
  row.pop_back();
  return row + "\r\n";
}

}  // namespace

std::string csv_header() {
  return row_of([](const FactColumn& column) { return column.name; });
}

std::string csv_row(const FactRow& row) {
  return row_of([&row](const FactColumn& column) { return column.cell(row); });
}

std::string to_csv(const DocumentResult& result) {
  std::string out;
  const FactRows rows(result);
  for (const Fact& fact : result.facts) out += csv_row(rows.row(fact));
  return out;
}

}  // namespace figmine
