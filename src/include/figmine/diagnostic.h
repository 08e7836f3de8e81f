// figmine/diagnostic.h: what went wrong, where, and what to do about it. Errors are values; nothing here
// prints.
#pragma once

#include <string>
#include <vector>

namespace figmine {

enum class Severity { kWarning, kError };

struct Diagnostic {
  Severity severity = Severity::kError;
  std::string message;  // what is wrong, without a final full stop
  std::string file;     // path as given by the user; empty when there is none
  int line = 0;         // 1-based; 0 when unknown
  int column = 0;       // 1-based, in code points; 0 when unknown
  std::string excerpt;  // the source line, for a caret below it; may be empty
  std::string hint;     // what to do; may be empty
};

using Diagnostics = std::vector<Diagnostic>;

// "file:line:col: error: message", then the excerpt with a caret, then "hint: …"; lines end in \n.
[[nodiscard]] std::string render(const Diagnostic& diagnostic);

}  // namespace figmine
