#include "claim/periods/accounts.h"

#include <algorithm>

#include "claim/periods/lead.h"

namespace figmine::periods {

bool Accounts::are_strange() const {
  constexpr auto kSlack = std::chrono::days(20);
  if (!input_.published || input_.fiscal_year) return false;
  const std::size_t opening = input_.headline().value_or(0);
  for (std::size_t i = opening; i < input_.analyses.size() && i < opening + kLeadSentences; ++i) {
    const Analysis& a = input_.analyses[i];
    if (look_.holds(a, "status")) continue;
    const bool headline = input_.text.sentences[i].section == Section::kHeadline;
    for (const TimeSpan& time : input_.resolved[i].times) {
      const Interval& interval = time.time.interval;
      if (!is_numbered(a, time) || time.time.grain != Grain::kQuarter || !interval.start || !interval.end)
        continue;
      const bool to_come = *interval.start > *input_.published;
      if (to_come || (headline && *interval.end > *input_.published + kSlack)) return true;
    }
  }
  return false;
}

bool Accounts::is_numbered(const Analysis& a, const TimeSpan& time) const {
  return usable(time) && time.annotation < a.annotations.size() &&
         !feature_text(input_.program, a.annotations[time.annotation], "part").empty() &&
         !feature_text(input_.program, a.annotations[time.annotation], "number").empty();
}

bool Accounts::has_account_length(const Interval& interval) {
  constexpr long long kQuarter = 91, kWeek = 7;  // days; some quarters have 14 weeks
  if (!interval.start || !interval.end || interval == containing(*interval.end, Grain::kYear)) return false;
  const long long days = days_of(interval);
  if (days < kQuarter - kWeek) return false;
  return days <= 4 * kQuarter + kWeek && (days + kWeek) % kQuarter <= 2 * kWeek;
}

bool Accounts::is_of_accounts(const Analysis& a, const TimeSpan& time) const {
  if (has_account_length(time.time.interval)) return true;
  if (is_fiscal(a, time)) return true;
  constexpr std::uint32_t kReach = 3;  // tokens
  const std::uint32_t from = time.range.begin - std::min(kReach, time.range.begin - a.range.begin);
  return look_.holds_word({from, std::min(time.range.end + 1, a.range.end)}, "results.noun");
}

bool Accounts::is_fiscal(const Analysis& a, const TimeSpan& time) const {
  return time.annotation < a.annotations.size() &&
         !feature_text(input_.program, a.annotations[time.annotation], "fiscal").empty();
}

}  // namespace figmine::periods
