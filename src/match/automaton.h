// match/automaton: the lazily built deterministic automaton of one layer (as in RE2: states are sets of
// instructions, made when first met). One step a token, whatever the number of rules. Scratch of one thread.
// Tested by tests/unit/rules_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "ruleset/program.h"

namespace figmine {

// The atoms of a layer that hold of one token, as bits.
using AtomBits = std::vector<std::uint64_t>;

class Automaton {
 public:
  static constexpr std::int32_t kDead = -1;

  // `only`: of that rule alone.
  explicit Automaton(const Layer& layer, std::uint32_t only = kNone);

  // A small number for a set of atoms: tokens with the same atoms behave alike.
  std::uint32_t symbol(const AtomBits& bits);
  // The symbol of the same atoms and one more.
  std::uint32_t with(std::uint32_t symbol, std::uint32_t atom);
  [[nodiscard]] std::int32_t start() const { return start_; }
  // The state after a token; kDead when no rule can go on.
  std::int32_t next(std::int32_t state, std::uint32_t symbol);
  // Rules that match when the text ends in this state, in file order.
  [[nodiscard]] const std::vector<std::uint32_t>& accepted(std::int32_t state) const {
    return accepted_[static_cast<std::size_t>(state)];
  }
  // Whether a test holds for a symbol.
  [[nodiscard]] bool passes(std::uint32_t test, std::uint32_t symbol) const;
  [[nodiscard]] const AtomBits& bits(std::uint32_t symbol) const { return symbols_[symbol]; }
  // Forgets what was built once it has grown large; true when it did: numbers given before are void.
  bool trim();

  [[nodiscard]] const Layer& layer() const { return layer_; }

 private:
  using StateSet = std::vector<std::uint32_t>;
  std::int32_t intern(StateSet set);
  void close(std::uint32_t instruction, StateSet& set, std::vector<std::uint32_t>& stack);
  void reset();

  const Layer& layer_;
  std::int32_t start_ = kDead;
  std::vector<std::uint32_t> entry_;  // the first instructions of all rules
  std::unordered_map<std::string, std::uint32_t> symbol_index_;
  std::vector<AtomBits> symbols_;
  std::unordered_map<std::uint64_t, std::uint32_t> with_;  // (symbol, atom) -> the symbol of both
  std::unordered_map<std::string, std::int32_t> state_index_;
  std::vector<StateSet> states_;
  std::vector<std::vector<std::int32_t>> transitions_;  // by state, then symbol
  std::size_t cells_ = 0;                               // in all of transitions_
  std::vector<std::vector<std::uint32_t>> accepted_;
  std::vector<std::uint32_t> mark_;  // by instruction: the generation it was last added in
  std::uint32_t generation_ = 0;
};

}  // namespace figmine
