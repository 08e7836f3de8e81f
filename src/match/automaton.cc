#include "match/automaton.h"

#include <algorithm>

namespace figmine {
namespace {

constexpr std::int32_t kUnknown = -2;
constexpr std::size_t kMaxCells = std::size_t{1} << 21U;  // of the transition table: 8 MB a layer
constexpr std::size_t kMaxStates = 20000;
constexpr std::size_t kMaxSymbols = 20000;

template <class T>
std::string key_of(const std::vector<T>& values) {
  return std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

bool has(const AtomBits& bits, std::uint32_t atom) { return (bits[atom / 64] >> (atom % 64) & 1U) != 0; }

}  // namespace

Automaton::Automaton(const Layer& layer, std::uint32_t only) : layer_(layer) {
  for (std::uint32_t rule = 0; rule < layer.rules.size(); ++rule) {
    if (only == kNone || only == rule) entry_.push_back(layer.rules[rule].start);
  }
  mark_.resize(layer.code.size(), 0);
  reset();
}

void Automaton::reset() {
  symbol_index_.clear();
  symbols_.clear();
  with_.clear();
  state_index_.clear();
  states_.clear();
  transitions_.clear();
  cells_ = 0;
  accepted_.clear();
  ++generation_;
  StateSet set;
  std::vector<std::uint32_t> stack;
  for (const std::uint32_t instruction : entry_) close(instruction, set, stack);
  start_ = intern(std::move(set));
}

bool Automaton::trim() {
  if (cells_ <= kMaxCells && states_.size() <= kMaxStates && symbols_.size() <= kMaxSymbols) return false;
  reset();
  return true;
}

std::uint32_t Automaton::symbol(const AtomBits& bits) {
  const auto [it, added] =
      symbol_index_.try_emplace(key_of(bits), static_cast<std::uint32_t>(symbols_.size()));
  if (added) symbols_.push_back(bits);
  return it->second;
}

std::uint32_t Automaton::with(std::uint32_t symbol, std::uint32_t atom) {
  const std::uint64_t key = std::uint64_t{symbol} << 32 | atom;
  if (const auto it = with_.find(key); it != with_.end()) return it->second;
  AtomBits bits = symbols_[symbol];
  bits[atom / 64] |= std::uint64_t{1} << (atom % 64);
  const std::uint32_t both = this->symbol(bits);
  with_.emplace(key, both);
  return both;
}

bool Automaton::passes(std::uint32_t test, std::uint32_t symbol) const {
  const AtomBits& bits = symbols_[symbol];
  const auto holds = [&](std::uint32_t atom) { return has(bits, atom); };
  const Test& wanted = layer_.tests[test];
  return std::all_of(wanted.all.begin(), wanted.all.end(), holds) &&
         std::none_of(wanted.none.begin(), wanted.none.end(), holds);
}

// Adds the tests and matches that are reachable from the instruction without a token.
void Automaton::close(std::uint32_t instruction, StateSet& set, std::vector<std::uint32_t>& stack) {
  stack.push_back(instruction);
  while (!stack.empty()) {
    const std::uint32_t at = stack.back();
    stack.pop_back();
    if (mark_[at] == generation_) continue;
    mark_[at] = generation_;
    const Instruction& code = layer_.code[at];
    switch (code.op) {
      case Op::kTest:
      case Op::kMatch:
        set.push_back(at);
        break;
      case Op::kSplit:
        stack.push_back(code.a);
        stack.push_back(code.b);
        break;
      case Op::kJump:
        stack.push_back(code.a);
        break;
      case Op::kOpen:
      case Op::kClose:
        stack.push_back(code.b);
        break;
    }
  }
}

std::int32_t Automaton::intern(StateSet set) {
  if (set.empty()) return kDead;
  std::sort(set.begin(), set.end());
  const auto [it, added] = state_index_.try_emplace(key_of(set), static_cast<std::int32_t>(states_.size()));
  if (!added) return it->second;
  std::vector<std::uint32_t> rules;
  for (const std::uint32_t at : set) {
    if (layer_.code[at].op == Op::kMatch) rules.push_back(layer_.code[at].a);
  }
  std::sort(rules.begin(), rules.end());
  states_.push_back(std::move(set));
  transitions_.emplace_back();
  accepted_.push_back(std::move(rules));
  return it->second;
}

std::int32_t Automaton::next(std::int32_t state, std::uint32_t symbol) {
  const auto at = static_cast<std::size_t>(state);
  if (symbol < transitions_[at].size() && transitions_[at][symbol] != kUnknown)
    return transitions_[at][symbol];
  ++generation_;
  StateSet set;
  std::vector<std::uint32_t> stack;
  for (const std::uint32_t instruction : states_[at]) {
    const Instruction& code = layer_.code[instruction];
    if (code.op == Op::kTest && passes(code.a, symbol)) close(code.b, set, stack);
  }
  const std::int32_t result = intern(std::move(set));
  if (transitions_[at].size() <= symbol) {
    cells_ -= transitions_[at].size();
    transitions_[at].resize(std::max<std::size_t>(symbol + 1, symbols_.size()), kUnknown);
    cells_ += transitions_[at].size();
  }
  transitions_[at][symbol] = result;
  return result;
}

}  // namespace figmine
