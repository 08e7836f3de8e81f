// document/bullets: what marks a line of text as a list's item. Tested by tests/unit/document_test.cc.
#pragma once

#include <cstddef>
#include <string_view>

namespace figmine {

// Bytes of the marker and the space behind it ("- ", "• ", "12. ", "1 - ", "(a) "); 0 when the line is no
// list item.
[[nodiscard]] std::size_t bullet_size(std::string_view line);

}  // namespace figmine
