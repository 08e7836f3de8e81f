// base/split: texts of several parts with one character between them, as cells of lexicons are.
#pragma once

#include <string_view>
#include <vector>

namespace figmine {

// "a|b||c" by '|' -> a, b, "", c; an empty text has one empty part. The parts point into the text.
[[nodiscard]] inline std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find(separator, begin);
    out.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return out;
    begin = end + 1;
  }
}

}  // namespace figmine
