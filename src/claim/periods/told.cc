#include "claim/periods/told.h"

#include "claim/periods/times.h"

namespace figmine::periods {

ToldPeriods::ToldPeriods(const ClaimInput& input) {
  for (const Resolved& resolved : input.resolved) {
    for (const TimeSpan& time : resolved.times) {
      const Interval& interval = time.time.interval;
      if (usable(time) && interval.start && interval.end) ++told_[{*interval.start, *interval.end}];
    }
  }
}

std::optional<Interval> ToldPeriods::near(const Interval& interval) const {
  const auto told = at(interval);
  return told == told_.end() ? std::nullopt : std::optional(Interval{told->first.first, told->first.second});
}

ToldPeriods::Told::const_iterator ToldPeriods::at(const Interval& interval) const {
  constexpr auto kSlack = std::chrono::days(6);
  for (auto told = told_.lower_bound({*interval.start - kSlack, Day{}});
       told != told_.end() && told->first.first <= *interval.start + kSlack; ++told) {
    const Day end = told->first.second;
    if (end >= *interval.end - kSlack && end <= *interval.end + kSlack) return told;
  }
  return told_.end();
}

int ToldPeriods::times_before(const Interval& base, Grain grain) const {
  const std::optional<Interval> before = shift(base, grain, -1);
  if (!before) return 0;
  const auto told = at(*before);
  return told == told_.end() ? 0 : told->second;
}

}  // namespace figmine::periods
