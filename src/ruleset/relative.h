// ruleset/relative: arrays and texts that lie in a program's image and are found by their distance from the
// field itself. An image may lie at any address and is used in place. Tested by tests/unit/image_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace figmine {

template <class T>
class RelativeArray {
 public:
  RelativeArray() = default;
  RelativeArray(const RelativeArray&) = delete;  // a copy would point elsewhere
  RelativeArray& operator=(const RelativeArray&) = delete;

  [[nodiscard]] const T* data() const {
    return reinterpret_cast<const T*>(reinterpret_cast<const char*>(this) + distance_);
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] const T* begin() const { return data(); }
  [[nodiscard]] const T* end() const { return data() + size_; }
  [[nodiscard]] const T& operator[](std::size_t i) const { return data()[i]; }
  [[nodiscard]] const T& front() const { return data()[0]; }

  // For the writer: `size` elements at `distance` bytes from this field.
  void set(std::int32_t distance, std::uint32_t size) {
    distance_ = distance;
    size_ = size;
  }

 private:
  std::int32_t distance_;
  std::uint32_t size_;
};

class RelativeText {
 public:
  [[nodiscard]] std::string_view view() const { return {characters_.data(), characters_.size()}; }
  [[nodiscard]] std::string str() const { return std::string(view()); }
  operator std::string_view() const { return view(); }  // NOLINT(google-explicit-constructor)

  friend bool operator==(const RelativeText& a, std::string_view b) { return a.view() == b; }

 private:
  RelativeArray<char> characters_;
};

// The texts for what knows only standard ones.
inline std::vector<std::string_view> views(const RelativeArray<RelativeText>& texts) {
  return {texts.begin(), texts.end()};
}

}  // namespace figmine
