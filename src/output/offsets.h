// output/offsets: byte offsets of a text -> the unit a reader wants, and back. Built once a document, linear;
// each look-up is O(1). Tested by tests/unit/pipeline_test.cc and tests/unit/read_json_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace figmine {

enum class OffsetUnit { kCodePoints, kBytes, kUtf16 };

// "codepoints", "bytes" or "utf16".
[[nodiscard]] std::optional<OffsetUnit> offset_unit(std::string_view name);

class Offsets {
 public:
  Offsets(std::string_view text, OffsetUnit unit);
  // A byte inside a character counts as the character's begin; what lies past the text, as it does all where
  // a record was read without its text, stays as it is.
  [[nodiscard]] std::uint32_t at(std::uint32_t byte) const {
    return unit_ == OffsetUnit::kBytes || byte >= map_.size() ? byte : map_[byte];
  }

 private:
  OffsetUnit unit_;
  std::vector<std::uint32_t> map_;
};

// The way back.
class ByteOffsets {
 public:
  ByteOffsets(std::string_view text, OffsetUnit unit);
  // The byte at which `offset` lies; nothing past the text's end or inside a character.
  [[nodiscard]] std::optional<std::uint32_t> at(std::uint32_t offset) const {
    if (offset >= map_.size() || map_[offset] == kInside) return std::nullopt;
    return map_[offset];
  }

 private:
  static constexpr std::uint32_t kInside = UINT32_MAX;
  std::vector<std::uint32_t> map_;
};

}  // namespace figmine
