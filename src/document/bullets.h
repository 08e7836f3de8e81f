// document/bullets: what marks a line of text as a list's item. Tested by tests/unit/document_test.cc.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace figmine {

// A character that marks items, and how deep they stand in the list: 1 or 2.
struct Bullet {
  std::string_view mark;
  int level;
};

inline constexpr std::array<Bullet, 9> kBullets = {
    {{"•", 1}, {"●", 1}, {"○", 2}, {"▪", 1}, {"■", 1}, {"◦", 2}, {"‣", 1}, {"⦁", 1}, {"·", 1}}};

// Bytes of the marker and the space behind it ("- ", "• ", "12. ", "1 - ", "(a) "); 0 when the line is no
// list item.
[[nodiscard]] std::size_t bullet_size(std::string_view line);

}  // namespace figmine
