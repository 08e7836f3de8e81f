#include "claim/periods/setter.h"

namespace figmine::periods {
namespace {

void fill(Period& period, const Interval& interval) {
  period.start = interval.start ? to_iso(*interval.start) : "";
  period.end = interval.end ? to_iso(*interval.end) : "";
}

}  // namespace

void Setter::set(Draft& draft, const TimeSpan& time, const Interval& days) const {
  Period period;
  period.text = look_.text_of(time.range);
  period.span = look_.span_of(time.range);
  fill(period, days);
  draft.fact.period = period;
  const Annotation& annotation = look_.input().analyses[draft.sentence].annotations[time.annotation];
  draft.fact.rules.emplace_back(rule_name(look_.input().program, annotation.layer, annotation.rule));
}

void Setter::infer(Draft& draft, const Interval& days) {
  Period period;
  fill(period, days);
  period.inferred = true;
  draft.fact.period = period;
}

std::optional<Interval> interval_of(const Period& period) {
  const std::optional<Day> start = parse_iso_date(period.start);
  const std::optional<Day> end = parse_iso_date(period.end);
  if (!start || !end) return std::nullopt;
  return Interval{start, end};
}

}  // namespace figmine::periods
