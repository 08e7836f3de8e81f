// batch/run_record: what a run did -> run.json. The only file of a store that tells times. Tested by
// tests/unit/batch_test.cc.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "batch/combine.h"
#include "batch/run.h"

namespace figmine {

struct RunRecord {
  std::chrono::system_clock::time_point started, finished;
  std::string rules;
  std::vector<std::string> inputs;
  BatchResult result;
  StoreTotals totals;                  // of the whole store
  std::map<std::string, int> skipped;  // files that are no articles, by extension
  bool interrupted = false;
};

// Indented JSON, with a line end.
[[nodiscard]] std::string to_json(const RunRecord& run);

}  // namespace figmine
