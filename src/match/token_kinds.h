// match/token_kinds: tokens with the same spelling and the same marks are of one kind. What a layer has found
// out about a kind (may a match begin at it?) is kept, so that a layer passes over the tokens that are
// nothing to it. Scratch of one thread. Tested by tests/unit/rules_test.cc.
#pragma once

#include <cstdint>
#include <vector>

#include "base/flat_map.h"

namespace figmine {

class TokenKinds {
 public:
  enum class Start : std::uint8_t { kUnknown, kNo, kYes };

  explicit TokenKinds(std::size_t layers) : words_((layers + kPerWord - 1) / kPerWord) {}

  std::uint32_t of(std::uint32_t spelling, std::uint32_t mark_set) {
    const std::uint64_t key = std::uint64_t{spelling} << 32U | mark_set;
    const std::uint32_t* known = index_.find(key);
    return known != nullptr ? *known : add(key);
  }
  // Whether a match of the layer may begin at a token of the kind.
  [[nodiscard]] Start start(std::uint32_t kind, std::size_t layer) const {
    return static_cast<Start>(starts_[kind * words_ + layer / kPerWord] >> shift(layer) & 3U);
  }
  void set_start(std::uint32_t kind, std::size_t layer, bool may) {
    starts_[kind * words_ + layer / kPerWord] |= static_cast<std::uint64_t>(may ? Start::kYes : Start::kNo)
                                                 << shift(layer);
  }
  [[nodiscard]] std::size_t size() const { return index_.size(); }
  void clear() {
    index_ = {};
    starts_.clear();
  }

 private:
  static constexpr std::size_t kPerWord = 32;  // two bits a layer
  static constexpr unsigned shift(std::size_t layer) { return 2 * static_cast<unsigned>(layer % kPerWord); }
  std::uint32_t add(std::uint64_t key) {
    const auto kind = static_cast<std::uint32_t>(index_.size());
    index_[key] = kind;
    starts_.resize(starts_.size() + words_, 0);
    return kind;
  }

  std::size_t words_;  // of one kind
  FlatMap<std::uint32_t> index_;
  std::vector<std::uint64_t> starts_;  // by kind
};

}  // namespace figmine
