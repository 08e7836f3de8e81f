#include "claim/periods/brackets.h"

#include <algorithm>

namespace figmine::periods {

bool Brackets::is_in_other(const Draft& draft, const TimeSpan& time) const {
  if (!figures_.analysis(draft).range.contains(time.range)) return false;
  const TokenRange bracket = around(draft.sentence, time.range.begin);
  if (bracket.empty() || bracket.contains(draft.mention->range)) return false;
  const bool passed = bracket.end <= draft.mention->range.begin;
  const std::span<const Draft> beside = of_sentence(figures_.drafts(), draft.sentence);
  return std::any_of(beside.begin(), beside.end(), [&](const Draft& other) {
    const TokenRange figure = other.mention->range;
    return other.fact.claim && (bracket.contains(figure) || (passed && figure.end == bracket.begin));
  });
}

TokenRange Brackets::around(std::size_t sentence, std::uint32_t token) const {
  constexpr std::uint32_t kReach = 16;
  const TokenRange range = figures_.input().analyses[sentence].range;
  std::uint32_t open = token;
  while (open > range.begin && token - open < kReach && look_.token_text(open) != "(") {
    if (look_.token_text(open) == ")") return {};
    --open;
  }
  if (look_.token_text(open) != "(") return {};
  std::uint32_t close = token;
  while (close < range.end && close - token < kReach && look_.token_text(close) != ")") ++close;
  return close < range.end && look_.token_text(close) == ")" ? TokenRange{open, close + 1} : TokenRange{};
}

}  // namespace figmine::periods
