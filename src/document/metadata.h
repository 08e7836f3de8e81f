// document/metadata: title, byline, dateline (place, agency, date) and publication date. Metadata of the
// input first, then the text, by the patterns of rules/LANGUAGE/dateline.toml. Tested by
// tests/unit/document_test.cc and the examples in that file.
#pragma once

#include <re2/re2.h>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "ruleset/program.h"

namespace figmine {

// A program's datelines, ready to match. Threads may share one.
class Datelines {
 public:
  // `only`: nothing but the pattern of that number, for its examples.
  explicit Datelines(const Program& program, std::uint32_t only = kNone);

  struct Pattern {
    std::unique_ptr<const RE2> expression;
    // What it has a group for:
    bool place = false;
    bool publisher = false;
    bool byline = false;  // one such may match at the text's end too
    bool date = false;
  };
  [[nodiscard]] const std::vector<Pattern>& patterns() const { return patterns_; }
  // The month of a name or abbreviation in lower case; nothing for any other word.
  [[nodiscard]] std::optional<int> month(std::string_view name) const;

 private:
  const Program& program_;
  std::vector<Pattern> patterns_;
};

// Fills what is still open in document.metadata.
void read_metadata(Document& document, const Datelines& datelines);

}  // namespace figmine
