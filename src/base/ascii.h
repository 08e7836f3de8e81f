// base/ascii: classes of ASCII characters, whatever the locale; false for all bytes of other characters.
// Tested through those who ask.
#pragma once

namespace figmine {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace figmine
