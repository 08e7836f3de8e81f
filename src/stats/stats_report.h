// stats/stats_report: what a store holds -> tables with bars for a terminal, JSON, and one HTML page with
// plots that needs no network. Tested by tests/unit/stats_test.cc.
#pragma once

#include <string>
#include <vector>

#include "stats/chart.h"
#include "stats/stats.h"

namespace figmine {

struct StatsTextOptions {
  bool colour = false;
  int columns = 100;     // of the terminal
  std::size_t top = 10;  // so many names of each table
};

[[nodiscard]] std::string to_text(const Stats& stats, const StatsTextOptions& options);

// One object, indented, with a line end; docs/stats.md has its fields. `top` names of the open tables
// (measures, subjects, …), 0 for all.
[[nodiscard]] std::string to_json(const Stats& stats, std::size_t top);

// The plots: facts by period, kind, measure, subject, unit, section, status, score, source.
[[nodiscard]] std::vector<Chart> charts_of(const Stats& stats, std::size_t top);
[[nodiscard]] std::string stats_page(const Stats& stats, const std::string& title, std::size_t top);

}  // namespace figmine
