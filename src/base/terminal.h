// base/terminal: text for a terminal: what is safe to print, how wide it is, colours that may be off. Tested
// by tests/unit/stats_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "figmine/span.h"

namespace figmine {

// On one line, without control characters: an article can't move the cursor. Bad UTF-8 becomes U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);
// Columns on a terminal: 2 for wide characters, 0 for marks that combine (Unicode's East Asian width).
[[nodiscard]] std::size_t width_of(std::string_view printable_text);
// At most `columns` wide, with … where something was cut off.
[[nodiscard]] std::string fit(std::string_view printable_text, std::size_t columns);

// A part of a text and what stands around it, at most `columns` wide in all and printable.
struct Quote {
  std::string before, mark, after;
};
[[nodiscard]] Quote quote_around(std::string_view text, Span mark, std::size_t columns);

class Style {
 public:
  explicit Style(bool colour) : colour_(colour) {}
  [[nodiscard]] std::string strong(const std::string& text) const { return wrap("1", text); }
  [[nodiscard]] std::string mark(const std::string& text) const { return wrap("1;33", text); }
  [[nodiscard]] std::string dim(const std::string& text) const { return wrap("2", text); }
  [[nodiscard]] std::string bar(const std::string& text) const { return wrap("36", text); }

 private:
  [[nodiscard]] std::string wrap(std::string_view code, const std::string& text) const;
  bool colour_;
};

}  // namespace figmine
