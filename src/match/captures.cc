#include "match/captures.h"

#include <algorithm>

#include "base/hash.h"

namespace figmine {
namespace {

constexpr std::size_t words_of(std::size_t bits) { return (bits + 63) / 64; }

}  // namespace

std::vector<Capture> CaptureFinder::pair_events() {
  std::vector<Capture> out;
  open_.clear();
  for (const Event& event : events_) {
    if (event.open) {
      open_.push_back(out.size());
      out.push_back({event.name, {event.at, event.at}});
    } else if (!open_.empty()) {
      out[open_.back()].range.end = event.at;
      open_.pop_back();
    }
  }
  return out;
}

std::vector<Capture> CaptureFinder::find(const Automaton& automaton, std::uint32_t rule,
                                         std::span<const std::uint32_t> symbols, std::uint32_t base,
                                         TokenRange range) {
  if (automaton.layer().rules[rule].has_captures == 0) return {};
  const std::uint32_t length = range.end - range.begin;
  if (length > kLongest) return search(automaton, rule, symbols, base, range);
  const std::span<const std::uint32_t> own = symbols.subspan(range.begin - base, length);
  const std::uint64_t hash = hash_of(own, rule);
  const Kept* kept = kept_.find(hash);
  if (kept != nullptr && kept->rule == rule && kept->length == length &&
      std::equal(own.begin(), own.end(),
                 kept_symbols_.begin() + static_cast<std::ptrdiff_t>(kept->symbols))) {
    const auto first = kept_captures_.begin() + static_cast<std::ptrdiff_t>(kept->captures);
    std::vector<Capture> out(first, first + kept->count);
    for (Capture& capture : out) {
      capture.range.begin += range.begin;
      capture.range.end += range.begin;
    }
    return out;
  }
  std::vector<Capture> out = search(automaton, rule, symbols, base, range);
  if (kept != nullptr) return out;  // of another match that has the same hash
  kept_[hash] = {kept_symbols_.size(), kept_captures_.size(), static_cast<std::uint32_t>(out.size()), length,
                 rule};
  kept_symbols_.insert(kept_symbols_.end(), own.begin(), own.end());
  for (const Capture& capture : out)
    kept_captures_.push_back(
        {capture.name, {capture.range.begin - range.begin, capture.range.end - range.begin}});
  return out;
}

void CaptureFinder::trim(bool symbols_void) {
  if (!symbols_void && kept_.size() <= kMaxKept) return;
  kept_ = {};
  kept_symbols_.clear();
  kept_captures_.clear();
}

std::vector<Capture> CaptureFinder::search(const Automaton& automaton, std::uint32_t rule,
                                           std::span<const std::uint32_t> symbols, std::uint32_t base,
                                           TokenRange range) {
  const Layer& layer = automaton.layer();
  const Rule& matched = layer.rules[rule];
  const std::size_t columns = range.end - range.begin + 1;
  visited_.assign(words_of(columns * (matched.code_end - matched.code_begin)), 0);
  events_.clear();
  stack_.assign(1, {matched.start, range.begin, 0});
  while (!stack_.empty()) {
    const Frame frame = stack_.back();
    stack_.pop_back();
    events_.resize(frame.events);
    std::uint32_t at = frame.at;
    std::uint32_t instruction = frame.instruction;
    while (visit(columns * (instruction - matched.code_begin) + (at - range.begin))) {
      const Instruction& code = layer.code[instruction];
      if (code.op == Op::kMatch) {
        if (at == range.end) return pair_events();
        break;
      }
      if (code.op == Op::kTest) {
        if (at >= range.end || !automaton.passes(code.a, symbols[at - base])) break;
        ++at;
        instruction = code.b;
      } else if (code.op == Op::kSplit) {
        stack_.push_back({code.b, at, events_.size()});
        instruction = code.a;
      } else if (code.op == Op::kJump) {
        instruction = code.a;
      } else {
        events_.push_back({code.op == Op::kOpen, code.a, at});
        instruction = code.b;
      }
    }
  }
  return {};
}

}  // namespace figmine
