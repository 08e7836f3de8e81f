// base/flat_map: a hash table of numbers in one array, for the inner loops of matching: a look-up is one jump
// where std::unordered_map follows a chain. Debian 12 has no header for one that goes with Boost 1.74. Tested
// by tests/unit/base_test.cc.
#pragma once

#include <cstdint>
#include <vector>

namespace figmine {

// 64-bit keys but kFree, open addressing with linear probing. `Value` is trivially copyable.
template <class Value>
class FlatMap {
 public:
  static constexpr std::uint64_t kFree = UINT64_MAX;
  struct Slot {
    std::uint64_t key = kFree;
    Value value{};
  };

  // nullptr where there is none. Valid until something is added.
  [[nodiscard]] const Value* find(std::uint64_t key) const {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[place_of(key)];
    return slot.key == key ? &slot.value : nullptr;
  }
  // The key's value, added where there is none.
  Value& operator[](std::uint64_t key) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[place_of(key)];
    if (slot.key == kFree) {
      slot.key = key;
      ++size_;
    }
    return slot.value;
  }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  // Fibonacci hashing (Knuth, TAOCP 3, 6.4): the product's middle bits depend on the whole key.
  static std::uint64_t mixed(std::uint64_t key) { return (key * 0x9E3779B97F4A7C15U) >> 32U; }
  [[nodiscard]] std::size_t place_of(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = mixed(key) & mask;
    while (slots_[at].key != kFree && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }
  void grow() {
    constexpr std::size_t kLeast = 16;
    std::vector<Slot> old(slots_.empty() ? kLeast : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.key != kFree) slots_[place_of(slot.key)] = slot;
    }
  }

  std::uint64_t size_ = 0;
  std::vector<Slot> slots_;  // a power of two of them
};

}  // namespace figmine
