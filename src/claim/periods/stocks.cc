#include "claim/periods/stocks.h"

#include "claim/periods/setter.h"
#include "claim/rates.h"

namespace figmine::periods {

void Stocks::close(Draft& draft) const {
  constexpr std::uint32_t kBeside = 2;  // tokens: "in", "the"
  if (surveyed_ || !draft.fact.period || !draft.fact.measure || draft.fact.period->end.empty()) return;
  const std::optional<Interval> interval = interval_of(*draft.fact.period);
  const std::string& kind = draft.fact.quantity.kind;
  const bool beside = draft.time != nullptr && draft.time->range.begin >= draft.mention->range.end &&
                      draft.time->range.begin - draft.mention->range.end <= kBeside;
  // "loans grew 6%", "debt rose $5m in the quarter": over it
  if (draft.text("role") == "by" && (is_rate(kind) || beside)) return;
  if (draft.came_by("change/adding")) return;  // "the sale added $5m of cash in May"
  const bool share =
      draft.fact.share_of || draft.fact.quantity.kind == "fraction" || draft.came_by("measure/predicate");
  const std::optional<Day>& published = figures_.input().published;
  if (!interval || days_of(*interval) < 28 || spans_to_now(*interval, published) || share) return;
  if (!traits_.measures(draft, "measure.stock") || traits_.measures(draft, "measure.flow")) return;
  if (kind == "count" && draft.fact.quantity.text.find(draft.fact.measure->head) != std::string::npos)
    return;  // "intercepted 35 deposits"
  if (is_ahead(draft) || is_moved(draft) || is_told_over(draft)) return;
  constexpr auto kAhead = std::chrono::days(31);
  const bool runs = published && *interval->end > *published;  // "in March", told on March 12
  if (runs && draft.fact.period->inferred && *interval->end > *published + kAhead)
    draft.fact.period.reset();  // "Cash stood at $5m", behind an outlook for the year
  if (runs) return;
  draft.fact.period->start = draft.fact.period->end;
  draft.fact.rules.emplace_back("period/stock");
}

// "added $5m of receivables for the month", "fell during 2024": over a stretch, not at its end.
bool Stocks::is_told_over(const Draft& draft) const {
  if (draft.time == nullptr || draft.time->range.begin == 0) return false;
  const std::uint32_t led = draft.time->range.begin - 1;
  return look_.word_is(led, "preposition.while") ||
         (draft.time->topic && look_.word_is(led, "preposition.length"));
}

// "raised $4m of capital in 2024", "added 5 MW of capacity": what came or went over the period.
bool Stocks::is_moved(const Draft& draft) const {
  const TokenRange verb = figures_.governor(draft).verb;
  return !draft.fact.change && !verb.empty() && look_.word_is(verb.end - 1, "flow.verb");
}

}  // namespace figmine::periods
