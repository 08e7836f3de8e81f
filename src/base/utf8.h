// base/utf8: the code points of UTF-8 text, by utf8proc. Tested by tests/unit/base_test.cc.
#pragma once

#include <utf8proc.h>

#include <cstdint>
#include <string_view>

namespace figmine {

struct CodePoint {
  char32_t code = 0;
  std::uint32_t size = 0;  // bytes; 0: the text is empty or does not begin with well-formed UTF-8
};

// The code point that the text begins with.
inline CodePoint first_code_point(std::string_view text) {
  utf8proc_int32_t code = 0;
  const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                 static_cast<utf8proc_ssize_t>(text.size()), &code);
  return size > 0 ? CodePoint{static_cast<char32_t>(code), static_cast<std::uint32_t>(size)} : CodePoint{};
}

}  // namespace figmine
