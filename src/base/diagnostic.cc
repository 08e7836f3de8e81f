#include "figmine/diagnostic.h"

#include <fmt/format.h>

namespace figmine {

std::string render(const Diagnostic& d) {
  std::string out;
  if (!d.file.empty()) {
    out += d.file;
    if (d.line > 0) out += fmt::format(":{}", d.line);
    if (d.line > 0 && d.column > 0) out += fmt::format(":{}", d.column);
    out += ": ";
  }
  out += d.severity == Severity::kError ? "error: " : "warning: ";
  out += d.message;
  out += '\n';
  if (!d.excerpt.empty()) {
    out += fmt::format("    {}\n", d.excerpt);
    if (d.column > 0) out += fmt::format("    {:>{}}\n", "^", d.column);
  }
  if (!d.hint.empty()) out += fmt::format("  hint: {}\n", d.hint);
  return out;
}

}  // namespace figmine
