#include "claim/periods/brackets.h"

#include <algorithm>
#include <charconv>

namespace figmine::periods {

bool Brackets::is_in_other(const Draft& draft, const TimeSpan& time) const {
  if (!figures_.analysis(draft).range.contains(time.range)) return false;
  const TokenRange bracket = around(draft.sentence, time.range.begin);
  if (bracket.empty() || bracket.contains(draft.mention->range)) return false;
  const bool passed = bracket.end <= draft.mention->range.begin;
  if (passed && tells_life(bracket)) return true;
  const std::span<const Draft> beside = of_sentence(figures_.drafts(), draft.sentence);
  return std::any_of(beside.begin(), beside.end(), [&](const Draft& other) {
    const TokenRange figure = other.mention->range;
    return other.fact.claim && (bracket.contains(figure) || (passed && figure.end == bracket.begin));
  });
}

// "Ann Higgins (1884-1949)": the years between which somebody lived.
bool Brackets::tells_life(TokenRange bracket) const {
  constexpr int kShortest = 15;  // years
  const auto year = [&](std::uint32_t token) {
    const std::string_view text = look_.token_text(token);
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && text.size() == 4 ? value : 0;
  };
  if (bracket.end - bracket.begin != 5 || bracket.begin == 0 ||
      !look_.form(bracket.begin - 1).is(Shape::kCap))
    return false;
  const int born = year(bracket.begin + 1);
  return born > 0 && year(bracket.begin + 3) - born >= kShortest;
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
