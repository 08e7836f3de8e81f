// document/charset: bytes of any usual encoding -> valid UTF-8. The order of proof: byte order mark,
// declaration, valid UTF-8, then ICU's detector. Tested by tests/unit/document_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace figmine {

struct Decoded {
  std::string text;     // valid UTF-8 without byte order mark
  std::string charset;  // IANA name
  std::vector<std::string> warnings;
};

[[nodiscard]] Decoded decode(std::string_view bytes, const std::optional<std::string>& declared);

// Replaces what is no UTF-8 by U+FFFD, one for each maximal subpart (Unicode 15, section 3.9). Gives the
// number of replacements and the offset of the first.
struct Repair {
  std::string text;
  std::size_t replaced = 0;
  std::size_t first = 0;
};
[[nodiscard]] Repair repair_utf8(std::string_view bytes);

// "binary data" by name where the bytes are no text: "PDF", "ZIP archive", "PNG image" …; empty for text.
[[nodiscard]] std::string_view binary_kind(std::string_view bytes);

}  // namespace figmine
