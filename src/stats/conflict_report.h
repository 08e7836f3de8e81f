// stats/conflict_report: conflicts -> a table for people, JSON for programs. Tested by
// tests/unit/conflicts_test.cc.
#pragma once

#include <string>

#include "stats/conflicts.h"

namespace figmine {

struct ConflictTableOptions {
  bool colour = false;
  int columns = 100;  // of the terminal
};

// A block a conflict: what it is about, then a line a figure with its place and the words around it.
[[nodiscard]] std::string to_table(const ConflictReport& report, const ConflictTableOptions& options);

// {"articles", "compared", "conflicts": [{"kind", "within", "measure", "subject", "period", "figures":
// […]}]}, indented, with a line end. docs/conflicts.md has the fields.
[[nodiscard]] std::string to_json(const ConflictReport& report);

}  // namespace figmine
