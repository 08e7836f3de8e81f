// figmine/span.h: half-open ranges [begin, end) into an article's canonical text.
// Inside the library every span counts bytes of UTF-8; output converts to code points (the default), bytes or
// UTF-16.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace figmine {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr std::uint32_t size() const { return empty() ? 0 : end - begin; }
  [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr bool operator==(const Span&, const Span&) = default;
};

// The characters of `span`; empty when the span does not lie within `text`.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, Span span) {
  if (span.empty() || span.end > text.size()) return {};
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace figmine
