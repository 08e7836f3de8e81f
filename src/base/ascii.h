// base/ascii: classes of ASCII characters, whatever the locale; false for all bytes of other characters.
// Tested through those who ask.
#pragma once

#include <algorithm>
#include <string_view>

namespace figmine {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_lower(c) || is_upper(c); }
constexpr bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }

constexpr bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// "BatterHub"
constexpr bool has_inner_capital(std::string_view word) {
  return word.size() > 1 && std::any_of(word.begin() + 1, word.end(), is_upper);
}

}  // namespace figmine
