#include "resolve/singular.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <string_view>

#include "base/ascii.h"
#include "base/lexer.h"

namespace figmine {
namespace {

bool ends_with_any(const std::string& word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

// "GPUs", "HBCUs": the capitals of an acronym and an s.
bool is_plural_acronym(const std::string& word) {
  constexpr std::size_t kShortest = 3;
  return word.size() >= kShortest && word.back() == 's' &&
         std::all_of(word.begin(), word.end() - 1, is_upper);
}

}  // namespace

std::string singular(const Program& program, const std::string& word) {
  if (is_plural_acronym(word)) return word.substr(0, word.size() - 1);
  const std::string lower = fold(word);
  if (const std::uint32_t row = program.lookup("plural", lower); row != kNone)
    return std::string(program.row_attribute(row, "singular"));
  if (lower.size() > 1 && lower.ends_with('s') &&
      std::isdigit(static_cast<unsigned char>(lower[lower.size() - 2])))
    return word.substr(0, word.size() - 1);  // "737s"
  if (lower.size() < 4 || ends_with_any(lower, {"ss", "us", "is"})) return word;
  if (lower.size() > 4 && lower.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  if (ends_with_any(lower, {"ches", "shes", "xes", "sses", "zes"})) return word.substr(0, word.size() - 2);
  return lower.ends_with('s') ? word.substr(0, word.size() - 1) : word;
}

}  // namespace figmine
