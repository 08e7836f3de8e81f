#include "match/captures.h"

#include <algorithm>
#include <unordered_set>

namespace figmine {
namespace {

constexpr int kMaxLook = 24;  // tokens that a look-around may span

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

std::vector<Capture> pair_events(const std::vector<Event>& events) {
  std::vector<Capture> out;
  std::vector<std::size_t> open;
  for (const Event& event : events) {
    if (event.open) {
      open.push_back(out.size());
      out.push_back({event.name, {event.at, event.at}});
    } else if (!open.empty()) {
      out[open.back()].range.end = event.at;
      open.pop_back();
    }
  }
  return out;
}

}  // namespace

std::vector<Capture> find_captures(const Automaton& automaton, std::uint32_t start,
                                   std::span<const std::uint32_t> symbols, std::uint32_t base,
                                   TokenRange range) {
  const Layer& layer = automaton.layer();
  std::unordered_set<std::uint64_t> visited;
  std::vector<Frame> stack{{start, range.begin, 0}};
  std::vector<Event> events;
  while (!stack.empty()) {
    const Frame frame = stack.back();
    stack.pop_back();
    events.resize(frame.events);
    std::uint32_t at = frame.at;
    std::uint32_t instruction = frame.instruction;
    while (visited.insert((std::uint64_t{instruction} << 32U) | at).second) {
      const Instruction& code = layer.code[instruction];
      if (code.op == Op::kMatch) {
        if (at == range.end) return pair_events(events);
        break;
      }
      if (code.op == Op::kTest) {
        if (at >= range.end || !automaton.passes(code.a, symbols[at - base])) break;
        ++at;
        instruction = code.b;
      } else if (code.op == Op::kSplit) {
        stack.push_back({code.b, at, events.size()});
        instruction = code.a;
      } else if (code.op == Op::kJump) {
        instruction = code.a;
      } else {
        events.push_back({code.op == Op::kOpen, code.a, at});
        instruction = code.b;
      }
    }
  }
  return {};
}

bool looks_like(const Automaton& automaton, std::uint32_t start, std::span<const std::uint32_t> symbols,
                std::uint32_t base, std::uint32_t from, bool backwards) {
  const Layer& layer = automaton.layer();
  std::vector<std::uint32_t> current{start};
  std::vector<std::uint32_t> following;
  std::unordered_set<std::uint32_t> seen;
  for (int step = 0; step <= kMaxLook && !current.empty(); ++step) {
    const std::int64_t position = backwards ? static_cast<std::int64_t>(from) - base - 1 - step
                                            : static_cast<std::int64_t>(from) - base + step;
    const bool inside = position >= 0 && position < static_cast<std::int64_t>(symbols.size());
    following.clear();
    seen.clear();
    while (!current.empty()) {
      const std::uint32_t at = current.back();
      current.pop_back();
      if (!seen.insert(at).second) continue;
      const Instruction& code = layer.code[at];
      if (code.op == Op::kMatch) return true;
      if (code.op == Op::kTest) {
        if (inside && automaton.passes(code.a, symbols[static_cast<std::size_t>(position)]))
          following.push_back(code.b);
      } else if (code.op == Op::kSplit) {
        current.push_back(code.a);
        current.push_back(code.b);
      } else {
        current.push_back(code.op == Op::kJump ? code.a : code.b);
      }
    }
    std::swap(current, following);
  }
  return false;
}

}  // namespace figmine
