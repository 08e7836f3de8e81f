// review/gold: reviewed articles -> gold of a corpus, as corpus/README.md says and corpus/gold.h reads it.
// Tested by tests/unit/review_test.cc and tests/e2e/review_test.py.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "figmine/fact.h"
#include "figmine/result.h"

namespace figmine {

// The accepted facts of an article as a gold file. Figures that are no claims are left out: gold tells of
// claims. Errors: a fact whose characters can't be told from others of the text.
[[nodiscard]] Result<std::string> gold_json(const DocumentResult& accepted, const std::string& id);

// "wire/2025/a b.html" -> "wire-2025-a-b": a file name of ASCII letters, digits, - _ and . that begins with
// neither a dot nor a dash.
[[nodiscard]] std::string gold_id(std::string_view article);

// An article that became gold.
struct GoldFile {
  std::string article;
  std::string id;
  std::size_t facts = 0;
};

// An article of which something, but not all, is decided.
struct Unfinished {
  std::string article;
  std::size_t facts = 0;
  std::size_t open = 0;
  std::size_t conflicts = 0;
  std::size_t changed = 0;  // decided before the fact changed
};

struct GoldRun {
  std::vector<GoldFile> written;
  std::vector<Unfinished> unfinished;
  std::size_t untouched = 0;  // articles of which nothing is decided
  Diagnostics problems;       // articles that were passed over: a file that exists, a fact without a place
};

// Writes SET/<id>.txt and SET/<id>.gold.json of every article of the store `out` whose every fact is decided.
// A file that exists is left alone but with `force`. Ids that two articles would share get a part of the
// name's hash. Errors: no store, a log that can't be read, a folder or file that can't be written.
[[nodiscard]] Result<GoldRun> write_gold(const std::filesystem::path& out, const std::filesystem::path& set,
                                         bool force);

}  // namespace figmine
