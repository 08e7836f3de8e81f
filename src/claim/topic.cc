#include "claim/topic.h"

#include <cstdlib>

namespace figmine {
namespace {

constexpr auto kOne = std::chrono::days(1);

long long months_of(Grain grain) {
  return grain == Grain::kYear ? 12 : grain == Grain::kHalf ? 6 : grain == Grain::kQuarter ? 3 : 1;
}

bool has_size(const Interval& interval, Grain grain) {
  constexpr long long kSlack = 8;  // days by which periods of one size differ
  const long long days = (*interval.end - *interval.start).count() + 1;
  const long long usual = grain == Grain::kWeek ? 7 : months_of(grain) * 365 / 12;
  return std::llabs(days - usual) < (grain == Grain::kWeek ? 1 : kSlack);
}

// The company's year, or the calendar's, that holds the day.
std::optional<Interval> year_of_account(Day day, const std::optional<FiscalYear>& fiscal) {
  Time year;
  year.interval = containing(day, Grain::kYear);
  if (!fiscal) return year.interval;
  for (int later = 0; later < 2; ++later) {
    const std::optional<Interval> calendar = shift(year.interval, Grain::kYear, later);
    if (!calendar) return std::nullopt;
    const std::optional<Interval> before = shift(*calendar, Grain::kYear, -1);
    if (!before) return std::nullopt;
    Time named = year;
    named.interval = {before->start, calendar->end};
    const Interval own = fiscal_year_ending_in(named, *fiscal).interval;
    if (own.start && own.end && *own.start <= day && day <= *own.end) return own;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Interval> topic_period(Grain grain, const Interval& lead, const ClaimInput& input, bool ahead) {
  if (!lead.start || !lead.end || grain == Grain::kDay) return std::nullopt;
  std::optional<Interval> out = lead;
  if (grain == Grain::kYear && !has_size(lead, grain)) {
    out = year_of_account(*lead.end, input.fiscal_year);
  } else if (!has_size(lead, grain)) {
    const bool longer = lead.end && (*lead.end - *lead.start).count() > months_of(grain) * 31;
    const std::optional<Day> start = add_months(*lead.end + kOne, -months_of(grain));
    if (!longer || grain == Grain::kWeek || !start) return std::nullopt;
    out = Interval{start, lead.end};
  }
  while (ahead && out && input.published && *out->end < *input.published) out = shift(*out, grain, 1);
  return out;
}

}  // namespace figmine
