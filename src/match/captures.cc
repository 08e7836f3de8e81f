#include "match/captures.h"

#include <algorithm>

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
  const Layer& layer = automaton.layer();
  const Rule& matched = layer.rules[rule];
  if (matched.has_captures == 0) return {};
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
