// export/records: the records of a store or of a file that `figmine extract` wrote, one at a time, with the
// facts of each that are wanted. Tested by tests/unit/export_test.cc and tests/e2e/export_test.py.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "figmine/fact.h"
#include "figmine/result.h"
#include "output/fact_filter.h"

namespace figmine {

// One article's record. Plain value.
struct Record {
  std::string name;  // in the store; of a file: the document's id
  std::string json;  // compact, as it was read or revised
  DocumentResult result;
  std::string duplicate_of;         // name of the article that this one repeats; empty for most
  std::vector<std::size_t> wanted;  // indices of result.facts, rising
};

struct RecordOptions {
  FactFilter filter;
  // Called with each record of a store, by its name, before the filter: what it makes of it is exported.
  std::function<void(const std::string& name, DocumentResult& record)> revise;
  bool unique = false;  // without the articles that repeat another; of a store only
};

// Calls `take` with each record, in the order of the catalogue or of the file, until it returns false.
// A record that can't be read is told to `failed` and passed over. `path` is a store, a file with one JSON
// record, an array or lines of records, or "-" for such on standard input.
// Errors: there is no such store or file; JSON that breaks off.
[[nodiscard]] Diagnostics each_record(const std::filesystem::path& path, const RecordOptions& options,
                                      const std::function<bool(Record&&)>& take,
                                      const std::function<void(const Diagnostics&)>& failed);

}  // namespace figmine
