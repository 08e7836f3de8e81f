// batch/combine: the entries and records of a store -> articles.jsonl and facts.jsonl, in name order. Always
// made from the records on the disk, so that a run that was resumed gives the same bytes as one that was not.
// Tested by tests/unit/batch_test.cc and tests/e2e/batch_test.py.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "batch/duplicates.h"
#include "batch/store.h"

namespace figmine {

struct CombineOptions {
  std::size_t jobs = 0;    // threads; 0: all cores
  bool duplicates = true;  // link near-duplicate articles in the catalogue
};

struct StoreTotals {
  int articles = 0;  // with a record
  int failed = 0;
  std::vector<DuplicateLink> duplicates;  // articles that repeat another, by name
  std::int64_t facts = 0;
  std::map<std::string, std::int64_t> kinds;
};

// Errors: the disk's; then articles.jsonl and facts.jsonl are as they were, or the next call puts them right.
[[nodiscard]] Result<StoreTotals> combine(Store& store, const CombineOptions& options);

}  // namespace figmine
