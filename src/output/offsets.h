// output/offsets: byte offsets of a text -> the unit a reader wants. Built once a document, linear; each
// look-up is O(1). Tested by tests/unit/pipeline_test.cc.
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
  // For 0 <= byte <= text.size(); a byte inside a character counts as the character's begin.
  [[nodiscard]] std::uint32_t at(std::uint32_t byte) const {
    return unit_ == OffsetUnit::kBytes ? byte : map_[byte];
  }

 private:
  OffsetUnit unit_;
  std::vector<std::uint32_t> map_;
};

}  // namespace figmine
