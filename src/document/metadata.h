// document/metadata: title, byline, dateline (place, agency, date) and publication date. Metadata of the
// input first, then the text, by the patterns of rules/LANGUAGE/dateline.toml. Tested by
// tests/unit/document_test.cc and the examples in that file.
#pragma once

#include <re2/re2.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "figmine/result.h"

namespace figmine {

struct DatelineRule {
  std::string name;
  std::shared_ptr<const RE2> pattern;  // named groups: place, publisher, byline, year, month, day
  std::vector<std::pair<std::string, std::string>> yes;  // text, expected "place=… date=…"
  std::vector<std::string> no;
};

struct DatelineRules {
  std::vector<DatelineRule> rules;    // the first that matches gives each field
  std::map<std::string, int> months;  // lower-case names and abbreviations
};

// Errors: bad TOML, a bad pattern, with file and line.
[[nodiscard]] Result<DatelineRules> load_dateline_rules(std::string_view toml, const std::string& path);

// Fills what is still open in document.metadata.
void read_metadata(Document& document, const DatelineRules& rules);

}  // namespace figmine
