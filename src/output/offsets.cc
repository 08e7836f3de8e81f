#include "output/offsets.h"

namespace figmine {

std::optional<OffsetUnit> offset_unit(std::string_view name) {
  if (name == "codepoints") return OffsetUnit::kCodePoints;
  if (name == "bytes") return OffsetUnit::kBytes;
  if (name == "utf16") return OffsetUnit::kUtf16;
  return std::nullopt;
}

Offsets::Offsets(std::string_view text, OffsetUnit unit) : unit_(unit) {
  if (unit == OffsetUnit::kBytes) return;
  map_.reserve(text.size() + 1);
  std::uint32_t count = 0;
  std::uint32_t current = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U) {
      current = count;
      count += unit == OffsetUnit::kUtf16 && byte >= 0xF0 ? 2 : 1;
    }
    map_.push_back(current);
  }
  map_.push_back(count);
}

ByteOffsets::ByteOffsets(std::string_view text, OffsetUnit unit) {
  map_.reserve(text.size() + 1);
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool begins = (byte & 0xC0U) != 0x80U;
    if (begins) map_.push_back(i);
    if (unit == OffsetUnit::kBytes ? !begins : unit == OffsetUnit::kUtf16 && byte >= 0xF0)
      map_.push_back(kInside);
  }
  map_.push_back(static_cast<std::uint32_t>(text.size()));
}

}  // namespace figmine
