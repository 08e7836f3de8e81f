// match/token_kinds: tokens with the same spelling and the same marks are of one kind. What a layer has found
// out about a kind (may a match begin at it? which symbol has it?) is kept, all layers' side by side, so that
// a layer passes over the tokens that are nothing to it. Scratch of one thread. Tested by
// tests/unit/rules_test.cc.
#pragma once

#include <cstdint>
#include <vector>

#include "base/flat_map.h"

namespace figmine {

class TokenKinds {
 public:
  enum class Start : std::uint8_t { kNo, kYes, kUnknown = 3 };
  static constexpr std::uint32_t kNoSymbol = 0xFFFF;

  explicit TokenKinds(std::size_t layers)
      : symbols_at_((layers + kStarts - 1) / kStarts),
        width_((symbols_at_ + layers + kLine - 1) / kLine * kLine) {}

  std::uint32_t of(std::uint32_t spelling, std::uint32_t mark_set) {
    const std::uint64_t key = std::uint64_t{spelling} << 32U | mark_set;
    const std::uint32_t* known = index_.find(key);
    return known != nullptr ? *known : add(key);
  }
  // Whether a match of the layer may begin at a token of the kind.
  [[nodiscard]] Start start(std::uint32_t kind, std::size_t layer) const {
    return static_cast<Start>(rows_[kind * width_ + layer / kStarts] >> shift(layer) & 3U);
  }
  void set_start(std::uint32_t kind, std::size_t layer, bool may) {
    std::uint16_t& starts = rows_[kind * width_ + layer / kStarts];
    starts = static_cast<std::uint16_t>((starts & ~(3U << shift(layer))) | (may ? 1U : 0U) << shift(layer));
  }
  // The symbol of a token of the kind in the layer's automaton; kNoSymbol where none is kept.
  [[nodiscard]] std::uint32_t symbol(std::uint32_t kind, std::size_t layer) const {
    return rows_[kind * width_ + symbols_at_ + layer];
  }
  // Those too large for a row are not kept.
  void set_symbol(std::uint32_t kind, std::size_t layer, std::uint32_t symbol) {
    if (symbol < kNoSymbol) rows_[kind * width_ + symbols_at_ + layer] = static_cast<std::uint16_t>(symbol);
  }
  [[nodiscard]] std::size_t size() const { return index_.size(); }
  void clear() {
    index_ = {};
    rows_.clear();
  }

 private:
  static constexpr std::size_t kStarts = 8;  // layers, two bits each, in one number of a row
  static constexpr std::size_t kLine = 32;   // numbers in a line of the cache
  static constexpr unsigned shift(std::size_t layer) { return 2 * static_cast<unsigned>(layer % kStarts); }
  std::uint32_t add(std::uint64_t key) {
    const auto kind = static_cast<std::uint32_t>(index_.size());
    index_[key] = kind;
    rows_.resize(rows_.size() + width_, kNoSymbol);
    return kind;
  }

  std::size_t symbols_at_;  // in a row, behind the starts
  std::size_t width_;       // of a row
  FlatMap<std::uint32_t> index_;
  std::vector<std::uint16_t> rows_;  // by kind
};

}  // namespace figmine
