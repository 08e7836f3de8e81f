// output/fact_table: a fact as a row of cells: the columns of CSV, of spreadsheets and of the database's
// table of facts. Tested by tests/unit/export_test.cc.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "figmine/fact.h"
#include "output/offsets.h"

namespace figmine {

enum class CellType {
  kText,
  kNumber,  // an exact plain decimal literal
  kFlag,    // "true" or empty
};

// `cell` gives an empty text where there is nothing.
template <class Row>
struct Column {
  std::string_view name;
  CellType type;
  int width;  // in characters, for reading on a screen
  std::string (*cell)(const Row&);
};

struct FactRow {
  const DocumentResult& result;
  const Fact& fact;
  const Entity* entity;  // the subject's; may be absent
  const Offsets& offsets;
};

// Spans count code points.
using FactColumn = Column<FactRow>;
// What is said of the fact's document.
[[nodiscard]] std::span<const FactColumn> document_columns();
// What is said of the fact itself.
[[nodiscard]] std::span<const FactColumn> fact_columns();
// What is a list, here joined to one text.
[[nodiscard]] std::span<const FactColumn> joined_columns();

// All of them, in this order: f(column).
template <class F>
void each_fact_column(const F& f) {
  for (const std::span<const FactColumn> columns : {document_columns(), fact_columns(), joined_columns()}) {
    for (const FactColumn& column : columns) f(column);
  }
}

// The rows of one document result, which it must not outlive.
class FactRows {
 public:
  explicit FactRows(const DocumentResult& result);
  // `fact` is one of the result's.
  [[nodiscard]] FactRow row(const Fact& fact) const;

 private:
  const DocumentResult& result_;
  Offsets offsets_;
  std::unordered_map<std::string_view, const Entity*> entities_;  // by id
};

}  // namespace figmine
