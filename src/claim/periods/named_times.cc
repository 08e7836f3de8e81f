#include "claim/periods/named_times.h"

#include <cstdlib>

namespace figmine::periods {

std::optional<Interval> NamedTimes::whole_year(const Draft& draft, const TimeSpan& time) const {
  constexpr long long kQuarters = 300;  // days
  const Interval& interval = time.time.interval;
  if (draft.fact.quantity.kind != "money" || draft.measure.empty() || days_of(interval) < 80 ||
      days_of(interval) > kQuarters)
    return std::nullopt;
  const Interval year = containing(*interval.end, Grain::kYear);
  const bool annual = look_.word_is(draft.measure.begin, "annual.adjective") ||
                      look_.word_is(draft.measure.begin - 1, "annual.adjective");
  return annual && year.end == interval.end ? std::optional(year) : std::nullopt;
}

std::optional<Interval> NamedTimes::both(const Draft& draft, const TimeSpan& time) const {
  const Interval& first = time.time.interval;
  const Grain grain = time.time.grain;
  const bool whole = grain == Grain::kYear || grain == Grain::kMonth || grain == Grain::kQuarter;
  if (!whole || !first.end || time.range.begin < draft.mention->range.end) return std::nullopt;
  for (const Draft& other : of_sentence(figures_.drafts(), draft.sentence)) {
    const bool alike = other.fact.claim && other.fact.quantity.kind == draft.fact.quantity.kind;
    if (alike && &other != &draft) return std::nullopt;  // "4% and 5% in 2025 and 2026"
  }
  for (const TimeSpan& next : input_.resolved[draft.sentence].times) {
    const bool joined =
        next.range.begin == time.range.end + 1 && look_.small_word_is(time.range.end, "joint.and");
    const Interval& second = next.time.interval;
    const bool follows = joined && next.time.grain == grain && second.start && second.end &&
                         *second.start == *first.end + std::chrono::days(1);
    if (follows) return Interval{first.start, second.end};
  }
  return std::nullopt;
}

Interval NamedTimes::period_of(const Draft& draft, const TimeSpan& time) const {
  constexpr long long kSlack = 8;  // days by which periods of one kind differ
  const Interval& interval = time.time.interval;
  if (is_next(draft, time)) return shift(interval, Grain::kYear, 1).value_or(interval);
  if (is_coming_weekday(draft, time)) return shift(interval, Grain::kWeek, 1).value_or(interval);
  if (const std::optional<Interval> year = accounted_to_date(draft, time)) return *year;
  if (is_reached(draft, time))
    return {time.close ? interval.end : containing(*interval.end, time.time.grain).start, interval.end};
  if (!time.time.relative || !input_.published || !lead_ || !lead_->end || draft.text("status") == "forecast")
    return interval;
  if (draft.text("role") == "from" && interval == *lead_)  // "from last quarter's $37m": the one before it
    return shift(interval, time.time.grain, -1).value_or(interval);
  const Interval& days = time.calendar;  // "over the past three months" ends before the day of telling
  const bool current =
      days.start && days.end && *days.start <= *input_.published && *input_.published <= *days.end;
  const bool same_kind = std::abs(days_of(interval) - days_of(*lead_)) < kSlack;
  const bool results_are_out = (*input_.published - *lead_->end).count() > kResultsDelay;
  if (time.time.grain == Grain::kYear && results_are_out) return interval;
  return current && same_kind && *lead_->end < *input_.published ? *lead_ : interval;
}

// "bringing YTD free cash flow to $383m", in the results of a quarter: to the end of that, not to the day
// on which it is told. A share price's year to date is no account.
std::optional<Interval> NamedTimes::accounted_to_date(const Draft& draft, const TimeSpan& time) const {
  const Interval& told = time.time.interval;
  const std::string& kind = draft.fact.quantity.kind;
  const bool sum = (kind == "money" || kind == "count") && draft.text("role") != "by";
  if ((!sum && !look_.holds_word(draft.measure, "statement.line")) || !lead_ || !lead_->end ||
      !input_.published || !told.start || told.end != input_.published || *lead_->end >= *input_.published ||
      (*input_.published - *lead_->end).count() > kResultsDelay)
    return std::nullopt;
  const Annotation& annotation = figures_.analysis(draft).annotations[time.annotation];
  const bool year = *told.start == *containing(*told.end, Grain::kYear).start;
  if (!year || rule_name(input_.program, annotation.layer, annotation.rule) != "time/to-date")
    return std::nullopt;
  const std::optional<Day> begin = input_.fiscal_year ? begin_of_fiscal_year(*lead_->end, *input_.fiscal_year)
                                                      : containing(*lead_->end, Grain::kYear).start;
  return begin ? std::optional(Interval{begin, lead_->end}) : std::nullopt;
}

// "had 300 shops by the end of March": a level of that day, not one that is to be reached until then.
bool NamedTimes::is_reached(const Draft& draft, const TimeSpan& time) const {
  const Interval& interval = time.time.interval;
  if (!time.until || !interval.end || !input_.published || *interval.end >= *input_.published) return false;
  if (!look_.word_is(time.range.begin, "reached.lead")) return false;  // "until March"
  const Tense tense = figures_.governor(draft).tense;
  return (tense == Tense::kPast || tense == Tense::kPerfect) && draft.text("status") != "target";
}

// "aims for 300 by June", told in December, "a rise of 5% by March", told in February: the one to come.
bool NamedTimes::is_next(const Draft& draft, const TimeSpan& time) const {
  const bool over = time.time.yearless && input_.published && time.time.interval.end &&
                    *time.time.interval.end < *input_.published;
  if (!over || days_.opens_as_of(time)) return false;
  constexpr long long kHalf = 183;  // days of a year
  const Tense tense = figures_.governor(draft).tense;
  const bool nearer = time.until && (*input_.published - *time.time.interval.end).count() > kHalf;
  if (nearer && tense != Tense::kPast && tense != Tense::kPerfect) return true;
  if (!is_ahead(draft) && draft.text("status") != "hypothetical") return false;
  if (time.until && tense == Tense::kUntold) return true;  // "Price to Hit $9 by Q4", a title
  constexpr long long kJustOver = 31;  // days: "is to open on July 18", sent out again in August
  const bool just_over = (*input_.published - *time.time.interval.end).count() <= kJustOver;
  return !just_over && (tense == Tense::kPresent || tense == Tense::kOpen);
}

// "is expected to crest at 22 feet on Friday", "hoped to mend 90% by Friday": the Friday to come.
bool NamedTimes::is_coming_weekday(const Draft& draft, const TimeSpan& time) const {
  const Interval& interval = time.time.interval;
  const bool one = interval.end && (interval.start == interval.end || (time.until && !interval.start));
  const bool over = time.weekday && input_.published && one && *interval.end < *input_.published;
  if (!over || (!is_ahead(draft) && draft.text("status") != "hypothetical")) return false;
  if (time.until && draft.text("status") == "target") return true;
  const Governor& governor = figures_.governor(draft);
  return governor.tense == Tense::kPresent || governor.tense == Tense::kOpen;
}

}  // namespace figmine::periods
