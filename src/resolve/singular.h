// resolve/singular: the singular of a noun that figures count. Tested by tests/cases.
#pragma once

#include <string>

#include "ruleset/program.h"

namespace figmine {

// "children" -> "child" (type plural of the lexicon), "companies" -> "company"; words that end otherwise
// stay.
[[nodiscard]] std::string singular(const Program& program, const std::string& word);

}  // namespace figmine
