// match/automaton: the lazily built deterministic automaton of one layer (as in RE2: states are sets of
// instructions, made when first met). One step a token, whatever the number of rules. Scratch of one thread.
// Tested by tests/unit/rules_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/flat_map.h"
#include "ruleset/program.h"

namespace figmine {

class Automaton {
 public:
  static constexpr std::int32_t kDead = -1;    // the only state below 0
  static constexpr std::uint32_t kNoAtom = 0;  // the symbol of a token for which no atom holds

  // `only`: of that rule alone.
  explicit Automaton(const Layer& layer, std::uint32_t only = kNone);

  // A small number for a set of atoms: tokens with the same atoms behave alike.
  std::uint32_t symbol(std::span<const std::uint32_t> atoms);
  // The symbol of the atoms of both.
  std::uint32_t join(std::uint32_t a, std::uint32_t b) {
    if (a == kNoAtom || b == kNoAtom) return a | b;
    const std::uint32_t* known = joined_.find(pair_key(a, b));
    return known != nullptr ? *known : make_joined(a, b);
  }
  [[nodiscard]] std::int32_t start() const { return start_; }
  // The state at the beginning of a look-around whose first instruction this is. It is accepted as soon as
  // some rule is.
  std::int32_t look(std::uint32_t instruction) {
    const std::int32_t* known = looks_.find(instruction);
    return known != nullptr ? *known : make_look(instruction);
  }
  // The state after a token; kDead when no rule can go on.
  std::int32_t next(std::int32_t state, std::uint32_t symbol) {
    if ((state & kLast) != 0) return kDead;
    const std::vector<std::int32_t>& row = rows_[index_of(state)];
    if (symbol < row.size()) {
      if (row[symbol] != kUnknown) return row[symbol];
    } else if (row.empty()) {
      const std::int32_t* known = transitions_.find(pair_key(static_cast<std::uint32_t>(state), symbol));
      if (known != nullptr) return *known;
    }
    return make_next(state, symbol);
  }
  // Whether some rule matches when the text ends in this state.
  static bool accepts(std::int32_t state) { return (state & kAccepts) != 0; }
  // Those rules, in file order.
  [[nodiscard]] const std::vector<std::uint32_t>& accepted(std::int32_t state) const {
    return accepted_[index_of(state)];
  }
  // Whether a test holds for a symbol.
  [[nodiscard]] bool passes(std::uint32_t test, std::uint32_t symbol) const {
    const Key key = keys_[test];
    if (key.atom != kNone && !holds(symbol, key.atom)) return false;
    if (key.alone) return true;
    for (const std::uint32_t atom : layer_.tests[test].all) {
      if (!holds(symbol, atom)) return false;
    }
    for (const std::uint32_t atom : layer_.tests[test].none) {
      if (holds(symbol, atom)) return false;
    }
    return true;
  }
  [[nodiscard]] std::vector<std::uint32_t> atoms_of(std::uint32_t symbol) const;
  // Forgets what was built once it has grown large; true when it did: numbers given before are void.
  bool trim();

  [[nodiscard]] const Layer& layer() const { return layer_; }

 private:
  static constexpr std::int32_t kUnknown = -2;
  // The number of a state that is not dead: its index and these two bits.
  static constexpr std::int32_t kAccepts = 1;
  static constexpr std::int32_t kLast = 2;  // no token leads on from it
  using StateSet = std::vector<std::uint32_t>;
  // Instructions that are entered together and the state that they make: other states' tests lead there too.
  struct Entries {
    std::uint32_t begin = 0;  // in entry_codes_
    std::uint32_t count = 0;
    std::int32_t state = kDead;
  };

  // Of the atoms that a test asks for, the one that fewest tokens have: most tests fail by it.
  struct Key {
    std::uint32_t atom = kNone;  // kNone where it asks for none
    bool alone = false;          // it asks for nothing else
  };
  [[nodiscard]] static Key key_of(const Layer& layer, const Test& test);

  static std::size_t index_of(std::int32_t state) { return static_cast<std::size_t>(state) / 4; }
  static constexpr std::uint64_t pair_key(std::uint32_t a, std::uint32_t b) {
    return std::uint64_t{a} << 32U | b;
  }
  [[nodiscard]] bool holds(std::uint32_t symbol, std::uint32_t atom) const {
    return (bits_[symbol * words_ + atom / 64] >> (atom % 64) & 1U) != 0;
  }
  std::uint32_t intern_bits();
  std::uint32_t make_joined(std::uint32_t a, std::uint32_t b);
  std::int32_t make_look(std::uint32_t instruction);
  std::int32_t make_next(std::int32_t state, std::uint32_t symbol);
  std::int32_t state_of(const StateSet& entries);
  std::int32_t make_state(const StateSet& entries);
  std::int32_t intern();
  void index_start();
  void leave_start(std::uint32_t symbol);
  void leave_by(std::span<const std::uint32_t> instructions, std::uint32_t symbol);
  void close(std::uint32_t instruction);
  void reset();

  const Layer& layer_;
  std::size_t words_;                 // of one symbol's bits
  std::vector<Key> keys_;             // by test
  std::vector<std::uint32_t> entry_;  // the first instructions of the rules
  std::int32_t start_ = kDead;
  // The start's tests: by their keys, and those without.
  std::vector<std::vector<std::uint32_t>> start_by_atom_;
  std::vector<std::uint32_t> start_others_;
  std::size_t symbols_ = 0;               // how many there are
  FlatMap<std::uint32_t> symbol_index_;   // by the hash of their bits, or the next number that is free
  std::vector<std::uint64_t> bits_;       // of all symbols, one after the other
  std::vector<std::uint64_t> new_bits_;   // of a symbol in the making
  FlatMap<std::uint32_t> joined_;         // (symbol, symbol) -> the symbol of both
  StateSet entered_;                      // where the tests that a token passes lead on to
  FlatMap<std::uint32_t> entries_index_;  // likewise, by the hash of such instructions: a number of entries_
  std::vector<Entries> entries_;
  std::vector<std::uint32_t> entry_codes_;  // of all entries_, one after the other
  FlatMap<std::int32_t> state_index_;       // likewise, by the hash of their instructions
  std::vector<StateSet> states_;
  std::vector<std::vector<std::int32_t>> rows_;  // by state and symbol: of the start and the busy states
  FlatMap<std::int32_t> transitions_;            // (state, symbol) -> state, of the others
  std::vector<std::uint32_t> met_;               // by state: how many symbols
  FlatMap<std::int32_t> looks_;                  // first instruction -> state
  std::vector<std::vector<std::uint32_t>> accepted_;
  std::vector<std::uint32_t> mark_;  // by instruction: the generation it was last added in
  std::uint32_t generation_ = 0;
  StateSet closed_;  // of a state in the making, in no order
  std::vector<std::uint32_t> stack_;
};

}  // namespace figmine
