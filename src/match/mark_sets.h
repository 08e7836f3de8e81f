// match/mark_sets: the sets of marks that tokens bear, each kept once under a small number, so that a layer
// works out what a set means to it but once. Scratch of one thread. Tested by tests/unit/rules_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "base/flat_map.h"

namespace figmine {

class MarkSets {
 public:
  static constexpr std::uint32_t kEmpty = 0;

  MarkSets() { clear(); }
  MarkSets(MarkSets&&) = default;  // no copies: sets_ points into index_
  // The set and one more mark.
  std::uint32_t with(std::uint32_t set, std::uint32_t mark) {
    const std::uint32_t* known = with_.find(std::uint64_t{set} << 32U | mark);
    return known != nullptr ? *known : make_with(set, mark);
  }
  // In ascending order.
  [[nodiscard]] std::span<const std::uint32_t> marks(std::uint32_t set) const { return sets_[set]->first; }
  [[nodiscard]] std::size_t size() const { return sets_.size(); }
  void clear();

 private:
  using Index = std::map<std::vector<std::uint32_t>, std::uint32_t>;
  std::uint32_t make_with(std::uint32_t set, std::uint32_t mark);

  Index index_;
  std::vector<Index::const_iterator> sets_;  // by number
  FlatMap<std::uint32_t> with_;              // (set, mark) -> set
};

}  // namespace figmine
