// stats/tally: how often each of many names comes up, in bounded memory. Misra and Gries (1982), "Finding
// repeated elements": exact up to kKept names; beyond that every count may be short by dropped(). Tested by
// tests/unit/stats_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace figmine {

struct Count {
  std::string name;
  std::int64_t count = 0;
  friend bool operator==(const Count&, const Count&) = default;
};

// Names that differ in case only are one; it shows as first written. The same calls give the same tally.
class Tally {
 public:
  static constexpr std::size_t kKept = 50'000;

  void add(std::string_view name, std::int64_t count = 1);
  void add(const Tally& other);
  // The commonest first, then by name; all where `top` is 0.
  [[nodiscard]] std::vector<Count> sorted(std::size_t top = 0) const;
  [[nodiscard]] std::size_t size() const { return counts_.size(); }
  [[nodiscard]] std::int64_t dropped() const { return dropped_; }

 private:
  void shrink();

  std::unordered_map<std::string, Count> counts_;  // by folded name
  std::int64_t dropped_ = 0;
};

}  // namespace figmine
