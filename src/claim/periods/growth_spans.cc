#include "claim/periods/growth_spans.h"

#include <algorithm>

namespace figmine::periods {

std::optional<Interval> GrowthSpans::of(std::size_t index) const {
  const Draft& draft = figures_[index];
  if (!is_rate(draft)) return std::nullopt;
  const bool own = draft.time != nullptr && draft.time->until;
  if (draft.time != nullptr && !own) return std::nullopt;
  const Draft* reached = own ? &draft : beside(index, true, std::nullopt);
  if (reached == nullptr) return std::nullopt;
  const std::optional<Day>& end = reached->time->time.interval.end;
  const Draft* base = beside(index, false, end);
  return base == nullptr ? std::nullopt : std::optional(Interval{base->time->time.interval.start, end});
}

// "a CAGR of 6%", "a compound annual growth rate of 6%"
bool GrowthSpans::is_rate(const Draft& draft) const {
  constexpr std::uint32_t kReach = 8;  // tokens: "compound annual growth rate (CAGR) of"
  if (draft.fact.quantity.kind != "percent") return false;
  const TokenRange range = figures_.analysis(draft).range;
  const std::uint32_t figure = draft.mention->range.begin;
  const std::uint32_t from = figure - std::min(kReach, figure - range.begin);
  const std::uint32_t to = std::min(range.end, draft.mention->range.end + 2);
  return look_.holds_word({from, figure}, "compound.growth") ||
         look_.holds_word({draft.mention->range.end, to}, "compound.growth");
}

// The nearest figure of the sentence that tells a level reached until a time, or one of a year before the
// day; those before the rate first.
const Draft* GrowthSpans::beside(std::size_t index, bool deadline, const std::optional<Day>& before) const {
  constexpr std::size_t kReach = 4;  // figures
  const auto fits = [&](const Draft& other) {
    if (other.sentence != figures_[index].sentence || other.time == nullptr || !other.fact.claim ||
        other.fact.quantity.kind == "percent")
      return false;
    const Interval& told = other.time->time.interval;
    if (deadline) return other.time->until && told.end.has_value();
    return before && told.start && told.end && *told.end < *before && other.time->time.grain == Grain::kYear;
  };
  for (std::size_t i = index; i-- > 0 && index - i <= kReach;) {
    if (fits(figures_[i])) return &figures_[i];
  }
  for (std::size_t i = index + 1; i < figures_.drafts().size() && i - index <= kReach; ++i) {
    if (fits(figures_[i])) return &figures_[i];
  }
  return nullptr;
}

}  // namespace figmine::periods
