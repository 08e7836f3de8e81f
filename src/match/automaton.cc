#include "match/automaton.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/hash.h"

namespace figmine {
namespace {

constexpr std::size_t kMaxTransitions = std::size_t{1} << 17U;  // in tables of 4 MB a layer
constexpr std::size_t kMaxEntryCodes = std::size_t{1} << 20U;
constexpr std::size_t kMaxStates = 20000;
constexpr std::size_t kMaxSymbols = 20000;
// A state is busy that has met so many symbols, and one in so many of them all.
constexpr std::size_t kBusy = 8;
constexpr std::size_t kShare = 32;

std::uint64_t hash_in_any_order(const std::vector<std::uint32_t>& values) {
  std::uint64_t hash = values.size();
  for (std::uint64_t value : values) {
    value = (value + 1) * 0x9E3779B97F4A7C15U;
    hash += value ^ value >> 32U;
  }
  return hash >> 1U;  // none is FlatMap::kFree
}

}  // namespace

Automaton::Automaton(const Layer& layer, std::uint32_t only)
    : layer_(layer), words_((layer.atoms.size() + 63) / 64), mark_(layer.code.size(), 0) {
  keys_.reserve(layer.tests.size());
  for (const Test& test : layer.tests) keys_.push_back(key_of(layer, test));
  for (std::uint32_t rule = 0; rule < layer.rules.size(); ++rule) {
    if (only == kNone || only == rule) entry_.push_back(layer.rules[rule].start);
  }
  reset();
}

Automaton::Key Automaton::key_of(const Layer& layer, const Test& test) {
  constexpr std::array kRarestFirst = {AtomKind::kWord,  AtomKind::kMark,  AtomKind::kRegex,
                                       AtomKind::kGlued, AtomKind::kFirst, AtomKind::kNewline,
                                       AtomKind::kShape};
  const auto rank = [&](std::uint32_t atom) {
    return std::find(kRarestFirst.begin(), kRarestFirst.end(), layer.atoms[atom].kind);
  };
  Key key;
  for (const std::uint32_t atom : test.all) {
    if (key.atom == kNone || rank(atom) < rank(key.atom)) key.atom = atom;
  }
  key.alone = test.all.size() == 1 && test.none.empty();
  return key;
}

void Automaton::reset() {
  symbols_ = 0;
  symbol_index_ = {};
  bits_.clear();
  joined_ = {};
  entries_index_ = {};
  entries_.clear();
  entry_codes_.clear();
  state_index_ = {};
  states_.clear();
  rows_.clear();
  transitions_ = {};
  met_.clear();
  looks_ = {};
  accepted_.clear();
  symbol({});  // kNoAtom
  start_ = make_state(entry_);
  index_start();
}

// The start has the first test of every rule, and a token fits few of them.
void Automaton::index_start() {
  start_by_atom_.assign(layer_.atoms.size(), {});
  start_others_.clear();
  if (start_ == kDead) return;
  for (const std::uint32_t instruction : states_[index_of(start_)]) {
    const Instruction& code = layer_.code[instruction];
    if (code.op != Op::kTest) continue;
    const std::uint32_t atom = keys_[code.a].atom;
    (atom == kNone ? start_others_ : start_by_atom_[atom]).push_back(instruction);
  }
}

void Automaton::leave_start(std::uint32_t symbol) {
  for (std::size_t i = 0; i < words_; ++i) {
    for (std::uint64_t bits = bits_[symbol * words_ + i]; bits != 0; bits &= bits - 1)
      leave_by(start_by_atom_[64 * i + static_cast<std::size_t>(std::countr_zero(bits))], symbol);
  }
  leave_by(start_others_, symbol);
}

// Enters what the tests among the instructions lead on to where the symbol passes.
void Automaton::leave_by(std::span<const std::uint32_t> instructions, std::uint32_t symbol) {
  for (const std::uint32_t instruction : instructions) {
    const Instruction& code = layer_.code[instruction];
    if (code.op == Op::kTest && passes(code.a, symbol)) entered_.push_back(code.b);
  }
}

bool Automaton::trim() {
  const bool large = transitions_.size() > kMaxTransitions || joined_.size() > kMaxTransitions ||
                     entries_.size() > kMaxTransitions || entry_codes_.size() > kMaxEntryCodes ||
                     states_.size() > kMaxStates || symbols_ > kMaxSymbols;
  if (large) reset();
  return large;
}

std::uint32_t Automaton::symbol(std::span<const std::uint32_t> atoms) {
  new_bits_.assign(words_, 0);
  for (const std::uint32_t atom : atoms) new_bits_[atom / 64] |= std::uint64_t{1} << (atom % 64);
  return intern_bits();
}

std::uint32_t Automaton::make_joined(std::uint32_t a, std::uint32_t b) {
  new_bits_.resize(words_);
  for (std::size_t i = 0; i < words_; ++i) new_bits_[i] = bits_[a * words_ + i] | bits_[b * words_ + i];
  const std::uint32_t both = intern_bits();
  joined_[pair_key(a, b)] = both;
  return both;
}

std::uint32_t Automaton::intern_bits() {
  std::uint64_t key = hash_of(new_bits_, 0);
  const std::uint32_t* known = symbol_index_.find(key);
  for (; known != nullptr; known = symbol_index_.find(++key)) {
    if (std::equal(new_bits_.begin(), new_bits_.end(),
                   bits_.begin() + static_cast<std::ptrdiff_t>(*known * words_)))
      return *known;
  }
  bits_.insert(bits_.end(), new_bits_.begin(), new_bits_.end());
  return symbol_index_[key] = static_cast<std::uint32_t>(symbols_++);
}

std::vector<std::uint32_t> Automaton::atoms_of(std::uint32_t symbol) const {
  std::vector<std::uint32_t> atoms;
  for (std::uint32_t atom = 0; atom < layer_.atoms.size(); ++atom) {
    if (holds(symbol, atom)) atoms.push_back(atom);
  }
  return atoms;
}

// Adds the tests and matches that are reachable from the instruction without a token.
void Automaton::close(std::uint32_t instruction) {
  stack_.push_back(instruction);
  while (!stack_.empty()) {
    const std::uint32_t at = stack_.back();
    stack_.pop_back();
    if (mark_[at] == generation_) continue;
    mark_[at] = generation_;
    const Instruction& code = layer_.code[at];
    switch (code.op) {
      case Op::kTest:
      case Op::kMatch:
        closed_.push_back(at);
        break;
      case Op::kSplit:
        stack_.push_back(code.a);
        stack_.push_back(code.b);
        break;
      case Op::kJump:
        stack_.push_back(code.a);
        break;
      case Op::kOpen:
      case Op::kClose:
        stack_.push_back(code.b);
        break;
    }
  }
}

// The state that the instructions lead to. Tokens that differ in what the state before does not ask for, and
// states that differ in tests that failed, enter the same.
std::int32_t Automaton::state_of(const StateSet& entries) {
  if (entries.empty()) return kDead;
  std::uint64_t key = hash_of(entries, 0);
  const std::uint32_t* known = entries_index_.find(key);
  for (; known != nullptr; known = entries_index_.find(++key)) {
    const Entries& kept = entries_[*known];
    if (std::equal(entries.begin(), entries.end(), entry_codes_.begin() + kept.begin,
                   entry_codes_.begin() + kept.begin + kept.count))
      return kept.state;
  }
  entries_index_[key] = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({static_cast<std::uint32_t>(entry_codes_.size()),
                      static_cast<std::uint32_t>(entries.size()), make_state(entries)});
  entry_codes_.insert(entry_codes_.end(), entries.begin(), entries.end());
  return entries_.back().state;
}

std::int32_t Automaton::make_state(const StateSet& entries) {
  ++generation_;
  closed_.clear();
  for (const std::uint32_t instruction : entries) close(instruction);
  return intern();
}

// The state of the instructions that were closed last, which bear the generation's mark.
std::int32_t Automaton::intern() {
  if (closed_.empty()) return kDead;
  std::uint64_t key = hash_in_any_order(closed_);
  const std::int32_t* known = state_index_.find(key);
  for (; known != nullptr; known = state_index_.find(++key)) {
    const StateSet& state = states_[index_of(*known)];
    const auto is_closed = [&](std::uint32_t at) { return mark_[at] == generation_; };
    if (state.size() == closed_.size() && std::all_of(state.begin(), state.end(), is_closed)) return *known;
  }
  StateSet set = closed_;
  std::sort(set.begin(), set.end());
  std::vector<std::uint32_t> rules;
  for (const std::uint32_t at : set) {
    if (layer_.code[at].op == Op::kMatch) rules.push_back(layer_.code[at].a);
  }
  std::sort(rules.begin(), rules.end());
  const std::int32_t state = static_cast<std::int32_t>(4 * states_.size()) | (rules.empty() ? 0 : kAccepts) |
                             (rules.size() == set.size() ? kLast : 0);
  states_.push_back(std::move(set));
  rows_.emplace_back();
  met_.push_back(0);
  accepted_.push_back(std::move(rules));
  return state_index_[key] = state;
}

std::int32_t Automaton::make_look(std::uint32_t instruction) {
  return looks_[instruction] = make_state({instruction});
}

std::int32_t Automaton::make_next(std::int32_t state, std::uint32_t symbol) {
  entered_.clear();
  if (state == start_) {
    leave_start(symbol);
  } else {
    leave_by(states_[index_of(state)], symbol);
  }
  const std::int32_t result = state_of(entered_);
  // One that has met many of the symbols is asked for most of them: those met first, and so the most
  // frequent, lie at the row's beginning.
  std::vector<std::int32_t>& row = rows_[index_of(state)];
  if (state == start_ || ++met_[index_of(state)] > std::max(kBusy, symbols_ / kShare)) {
    if (row.size() <= symbol) row.resize(symbols_, kUnknown);
    row[symbol] = result;
  } else {
    transitions_[pair_key(static_cast<std::uint32_t>(state), symbol)] = result;
  }
  return result;
}

}  // namespace figmine
