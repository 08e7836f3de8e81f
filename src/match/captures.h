// match/captures: where a matched rule's captures lie. Depth-first with a visited set (as RE2's BitState), so
// linear in match length x rule size; quantifiers are greedy. What was found for a rule over some symbols is
// kept: most short matches come again. Scratch of one thread, for one layer. Tested by
// tests/unit/rules_test.cc.
#pragma once

#include <span>
#include <vector>

#include "match/annotation.h"
#include "match/automaton.h"

namespace figmine {

class CaptureFinder {
 public:
  // Captures of a rule over exactly the tokens [begin, end); symbols[i] belongs to token `base + i`. In order
  // of opening.
  [[nodiscard]] std::vector<Capture> find(const Automaton& automaton, std::uint32_t rule,
                                          std::span<const std::uint32_t> symbols, std::uint32_t base,
                                          TokenRange range);

  // Forgets what is kept once it has grown large, and when symbols get other numbers.
  void trim(bool symbols_void);

 private:
  static constexpr std::size_t kMaxKept = 50000;
  static constexpr std::uint32_t kLongest = 16;  // tokens of a match that is kept

  struct Kept {
    std::size_t symbols = 0;   // where they begin in kept_symbols_
    std::size_t captures = 0;  // and in kept_captures_; their tokens are counted from the match's beginning
    std::uint32_t count = 0;   // of captures
    std::uint32_t length = 0;  // of the match
    std::uint32_t rule = 0;
  };
  struct Event {
    bool open = false;
    std::uint32_t name = 0;
    std::uint32_t at = 0;
  };
  struct Frame {
    std::uint32_t instruction = 0;
    std::uint32_t at = 0;
    std::size_t events = 0;  // how many events hold when this branch is taken
  };

  [[nodiscard]] std::vector<Capture> search(const Automaton& automaton, std::uint32_t rule,
                                            std::span<const std::uint32_t> symbols, std::uint32_t base,
                                            TokenRange range);
  [[nodiscard]] std::vector<Capture> pair_events();
  // False where the bit was set already.
  [[nodiscard]] bool visit(std::size_t bit) {
    const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
    if ((visited_[bit / 64] & mask) != 0) return false;
    visited_[bit / 64] |= mask;
    return true;
  }

  std::vector<std::uint64_t> visited_;  // bits: by instruction of the rule and token
  std::vector<Frame> stack_;
  std::vector<Event> events_;
  std::vector<std::size_t> open_;
  FlatMap<Kept> kept_;  // by hash of rule and symbols
  std::vector<std::uint32_t> kept_symbols_;
  std::vector<Capture> kept_captures_;
};

}  // namespace figmine
