#include "claim/periods/quarters_meant.h"

#include "claim/periods/setter.h"
#include "claim/topic.h"

namespace figmine::periods {

std::optional<Interval> QuartersMeant::days_of(const Draft& draft, const TimeSpan& time) const {
  const Grain grain = time.time.grain;
  std::optional<Interval> days = named_in(draft.sentence, time.range.begin, draft, grain);
  if (!days && grain == Grain::kMonth) days = month_named(draft, time);
  if (!days && lead_) days = topic_period(grain, *lead_, input_, is_ahead(draft));
  if (!days) days = named_before(draft, grain);
  return days ? days : year_that_runs(draft, grain);
}

// "Despite a loss of $5m in Q1 2025, it ended the quarter with $6m": the last period of that size before the
// token.
std::optional<Interval> QuartersMeant::named_in(std::size_t sentence, std::uint32_t before,
                                                const Draft& draft, Grain grain) const {
  const std::vector<TimeSpan>& times = input_.resolved[sentence].times;
  for (auto time = times.rbegin(); time != times.rend(); ++time) {
    const Interval& interval = time->time.interval;
    if (time->range.end > before || !usable(*time) || time->anaphoric || time->topic || time->since ||
        time->until || comparisons_.is_compared(sentence, *time))
      continue;
    if (is_long_past(interval, input_.published)) continue;
    if (!is_ahead(draft) && !is_over(interval, input_.published)) continue;  // "is expected in 3Q25"
    if (topic_period(grain, interval, input_, false) == interval)
      return topic_period(grain, interval, input_, is_ahead(draft));
  }
  return std::nullopt;
}

std::optional<Interval> QuartersMeant::named_before(const Draft& draft, Grain grain) const {
  constexpr std::size_t kReach = 12;               // sentences
  if (grain == Grain::kYear) return std::nullopt;  // of years more are told than the one that is meant
  for (std::size_t i = draft.sentence; i-- > 0 && draft.sentence - i <= kReach;) {
    if (const auto days = named_in(i, input_.analyses[i].range.end, draft, grain)) return days;
  }
  return std::nullopt;
}

// "As of May 23 it had raised $5m for the month", "It raised $5m in May. It lost $2m for the month": that of
// a day told before, else that of the last figure here or in the sentence before.
std::optional<Interval> QuartersMeant::month_named(const Draft& draft, const TimeSpan& time) const {
  for (const TimeSpan& other : input_.resolved[draft.sentence].times) {
    const Interval& day = other.time.interval;
    if (other.range.end > time.range.begin || !usable(other) || other.anaphoric || other.weekday) continue;
    if (periods::days_of(day) == 1 && day.start != input_.published)
      return containing(*day.start, Grain::kMonth);
  }
  constexpr std::size_t kReach = 12;  // figures
  const std::size_t index = figures_.index_of(draft);
  for (std::size_t i = index; i-- > 0 && index - i <= kReach;) {
    if (draft.sentence - figures_[i].sentence > 1) break;
    if (!figures_[i].fact.period || !input_.same_block(figures_[i].sentence, draft.sentence)) continue;
    const std::optional<Interval> told = interval_of(*figures_[i].fact.period);
    if (told && *told == containing(*told->start, Grain::kMonth)) return told;
  }
  return std::nullopt;
}

// "reaffirmed its full-year outlook of $25m", told in June
std::optional<Interval> QuartersMeant::year_that_runs(const Draft& draft, Grain grain) const {
  constexpr unsigned kOutlooksAreNew = 4;  // months of a year in which the one before may be meant
  const std::optional<Day>& published = input_.published;
  if (grain != Grain::kYear || !is_ahead(draft) || !published || input_.fiscal_year ||
      month_of(*published) <= static_cast<long long>(kOutlooksAreNew))
    return std::nullopt;
  return containing(*published, Grain::kYear);
}

}  // namespace figmine::periods
