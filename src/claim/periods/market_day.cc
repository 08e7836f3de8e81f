#include "claim/periods/market_day.h"

#include <algorithm>

#include "claim/periods/lead.h"

namespace figmine::periods {

MarketDay::MarketDay(const Figures& figures, const Traits& traits, const Days& days,
                     const Comparisons& comparisons, const Timeless& timeless)
    : figures_(figures),
      input_(figures.input()),
      look_(figures.look()),
      traits_(traits),
      days_(days),
      comparisons_(comparisons),
      timeless_(timeless),
      session_(session_day()) {}

// The day that a report on markets tells in its opening: "World stocks rose on Wednesday", else the day on
// which it was told: "data showed on Monday".
Session MarketDay::session_day() const {
  Session session;
  const std::size_t opening = std::min(kLede, input_.analyses.size());
  for (std::size_t i = 0; i < opening; ++i) {
    const bool market = look_.holds(input_.analyses[i], "market.noun");
    for (const TimeSpan& time : input_.resolved[i].times) {
      if (!time.weekday || days_of(time) != 1 || !usable(time) || comparisons_.is_compared(i, time)) continue;
      session = {time.time.interval, market && !days_.tells_when_said(i, time)};
      if (session.told_of) return session;
    }
  }
  return session;
}

std::optional<Interval> MarketDay::of(const Draft& draft) const {
  if (is_ahead(draft) || !traits_.is_traded(draft)) return std::nullopt;
  if (session_.day) {
    const bool moves = session_.told_of ? !timeless_.holds_now(draft) : draft.fact.change.has_value();
    return moves ? session_.day : std::nullopt;
  }
  const bool today = input_.published && draft.fact.change && tells_clock_time(draft.sentence);
  return today ? std::optional(Interval{input_.published, input_.published}) : std::nullopt;
}

// "Acme shares slipped 1.1% in Lisbon by 10:40": on the day of writing.
bool MarketDay::tells_clock_time(std::size_t sentence) const {
  const std::span<const Draft> beside = of_sentence(figures_.drafts(), sentence);
  return std::any_of(beside.begin(), beside.end(),
                     [](const Draft& draft) { return draft.fact.non_claim_class == "clock_time"; });
}

}  // namespace figmine::periods
