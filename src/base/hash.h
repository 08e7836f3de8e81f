// base/hash: one hash of a list of numbers, for tables that know a list again. Tested by
// tests/unit/base_test.cc.
#pragma once

#include <cstdint>

namespace figmine {

// Depends on the order and the count of the numbers; `start` tells the same list of different owners apart.
// Each number is mixed in by Fibonacci hashing (Knuth, TAOCP 3, 6.4); the top bit is 0, so that no list
// hashes to FlatMap::kFree.
template <class Numbers>
[[nodiscard]] std::uint64_t hash_of(const Numbers& numbers, std::uint64_t start) {
  std::uint64_t hash = (start + (std::uint64_t{numbers.size()} << 32U)) * 0x9E3779B97F4A7C15U;
  for (const std::uint64_t number : numbers) hash = ((hash ^ hash >> 32U) + number + 1) * 0x9E3779B97F4A7C15U;
  return hash >> 1U;
}

}  // namespace figmine
