// ruleset/datelines: rules/LANGUAGE/dateline.toml -> the patterns of a program's datelines. Tested by
// tests/unit/document_test.cc and the examples in that file.
#pragma once

#include <string>
#include <string_view>

#include "figmine/result.h"
#include "ruleset/draft.h"

namespace figmine {

// Fills the program's datelines and months. Gives the errors found, with file and line: bad TOML, a bad
// pattern; none means success.
[[nodiscard]] Diagnostics read_datelines(std::string_view toml, const std::string& path,
                                         draft::Program& program);

}  // namespace figmine
