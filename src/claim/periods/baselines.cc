#include "claim/periods/baselines.h"

#include <algorithm>

namespace figmine::periods {

std::optional<Interval> Baselines::untold(std::size_t index) const {
  const Draft& draft = figures_[index];
  const std::optional<Interval> base = carrying_.current(index);
  if (!base) return std::nullopt;
  if (draft.text("basis").empty() && is_superseded(draft)) return base;
  const std::string basis = basis_told(index);
  if (basis.empty()) {
    if (const std::optional<Interval> beside = as_earlier(index, *base)) return beside;
  }
  if (basis.empty() && !compares_years(draft, *base)) return std::nullopt;
  const bool sequential =
      basis.empty() && told_.times_before(*base, Grain::kQuarter) > told_.times_before(*base, Grain::kYear);
  const Grain grain = basis == "quarter_on_quarter" || sequential ? Grain::kQuarter
                      : basis == "month_on_month"                 ? Grain::kMonth
                                                                  : Grain::kYear;
  const std::optional<Interval> moved = shift(*base, grain, -1);
  return moved ? told_.near(*moved).value_or(*moved) : moved;
}

// "Sales rose 27% y/y, and profit to $2m from $1m": the figure's own basis, else the one told before in the
// sentence.
std::string Baselines::basis_told(std::size_t index) const {
  constexpr std::size_t kReach = 8;  // figures
  for (std::size_t i = index + 1; i-- > 0 && index - i <= kReach;) {
    if (figures_[i].sentence != figures_[index].sentence) break;
    if (const std::string basis = figures_[i].text("basis"); !basis.empty()) return basis;
  }
  return "";
}

// "Sales rose to $5m from $4m a year earlier (in 2023, last year), and profit to $2m from $1m": as far back
// as an old level told before in the sentence.
std::optional<Interval> Baselines::as_earlier(std::size_t index, const Interval& base) const {
  constexpr std::size_t kReach = 16;  // figures
  constexpr long long kPart = 80;     // days: a part of accounts
  for (std::size_t i = index; i-- > 0 && index - i <= kReach;) {
    const Draft& earlier = figures_[i];
    if (!figures_.input().same_block(earlier.sentence, figures_[index].sentence)) return std::nullopt;
    if (earlier.text("role") != "from" || earlier.time == nullptr) continue;
    const TimeSpan& time = *earlier.time;
    const bool before = earlier.sentence != figures_[index].sentence;
    if (before && (days_of(base) < kPart || time.time.grain != Grain::kYear)) return std::nullopt;
    if (time.anaphoric && !time.in_year) return moved(base, time, figures_.input().fiscal_year);
    const std::optional<Interval> year = shift(base, Grain::kYear, -1);
    const bool year_before = year && earlier.fact.period && interval_of(*earlier.fact.period) == year;
    return year_before || is_year_before(i) ? year : std::nullopt;
  }
  return std::nullopt;
}

// "nine-month sales of $20m versus $21m last year": whether the old level is of a year before the level that
// stands before it.
bool Baselines::is_year_before(std::size_t old_level) const {
  if (old_level == 0) return false;
  const Draft& old = figures_[old_level];
  const Draft& level = figures_[old_level - 1];
  if (level.sentence != old.sentence || !level.fact.period || !old.fact.period) return false;
  const std::optional<Interval> days = interval_of(*level.fact.period);
  return days && shift(*days, Grain::kYear, -1) == interval_of(*old.fact.period);
}

std::optional<Interval> Baselines::shifted(std::size_t index, const TimeSpan& time) const {
  std::optional<Interval> base = time.in_year ? of_old_level_before(index) : std::nullopt;
  if (!base) base = carrying_.current(index);
  if (!base) base = of_level_before(index);
  if (!base) return std::nullopt;
  if (!time.in_year || !base->end) return moved(*base, time, figures_.input().fiscal_year);
  const std::optional<long long> year = time.in_year->to_integer();  // a fiscal one is that in which it ends
  return year ? shift(*base, Grain::kYear, *year - year_of(*base->end)) : std::nullopt;
}

// "averaged 6.2% this week, down from 6.7% a year ago": the days of the level that this one is compared with.
std::optional<Interval> Baselines::of_level_before(std::size_t index) const {
  constexpr std::size_t kReach = 4;  // figures
  if (!old_levels_.is_old(figures_[index])) return std::nullopt;
  for (std::size_t i = index; i-- > 0 && index - i <= kReach;) {
    const Draft& earlier = figures_[i];
    if (earlier.sentence != figures_[index].sentence) break;
    const bool level = earlier.fact.claim && earlier.fact.change && earlier.fact.change->role == "to";
    if (level && earlier.fact.period) return interval_of(*earlier.fact.period);
  }
  return std::nullopt;
}

// "rose from $4m in the six months to June 2023 to $6m in the same period of 2024": the period of the old
// level that stands before.
std::optional<Interval> Baselines::of_old_level_before(std::size_t index) const {
  if (index == 0 || old_levels_.is_old(figures_[index])) return std::nullopt;
  std::size_t at = index - 1;
  while (at > 0 && !figures_[at].fact.claim && figures_[at].sentence == figures_[index].sentence) --at;
  const Draft& before = figures_[at];
  const bool told = before.sentence == figures_[index].sentence && before.text("role") == "from" &&
                    before.time != nullptr && !before.time->anaphoric && before.fact.period;
  return told ? interval_of(*before.fact.period) : std::nullopt;
}

std::optional<Interval> Baselines::part_of_year(std::size_t index, const TimeSpan& time) const {
  constexpr long long kPart = 300;  // days
  const std::string text = look_.text_of(time.range);
  const bool named = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!old_levels_.is_old(figures_[index]) || time.time.grain != Grain::kYear) return std::nullopt;
  const std::optional<Interval> base = carrying_.current(index);
  if (!base || days_of(*base) > kPart || (named && !tells_now(index, *base))) return std::nullopt;
  const std::optional<Interval> before = shift(*base, Grain::kYear, -1);
  const Interval& year = time.time.interval;
  const bool within =
      before && year.start && year.end && *year.start <= *before->start && *before->end <= *year.end;
  return within ? told_.near(*before).value_or(*before) : std::optional<Interval>{};
}

// "For the nine months to September it lost $5m, compared with $6m in 2023": the figure before tells the part
// of the year that is told.
bool Baselines::tells_now(std::size_t index, const Interval& base) const {
  constexpr long long kShortest = 80;  // days: a part of accounts
  if (index == 0 || days_of(base) < kShortest) return false;
  const Draft& before = figures_[index - 1];
  return before.sentence == figures_[index].sentence && before.time != nullptr &&
         before.fact.quantity.kind == figures_[index].fact.quantity.kind && before.fact.period &&
         interval_of(*before.fact.period) == base;
}

// "EPS of $0.71 versus $0.65" in results that set the quarter beside the same quarter of the year before.
bool Baselines::compares_years(const Draft& draft, const Interval& base) const {
  constexpr long long kMonth = 31, kWholeMonth = 28;  // days
  const Tense tense = figures_.governor(draft).tense;
  if (tense == Tense::kPresent || tense == Tense::kOpen || is_norm(draft)) return false;
  const std::optional<Interval> before = shift(base, Grain::kYear, -1);
  const std::optional<Interval> month = shift(base, Grain::kMonth, -1);
  if (days_of(base) <= kMonth && (days_of(base) < kWholeMonth || !month || told_.near(*month))) return false;
  return before && (told_.near(*before) || told_.times_before(base, Grain::kQuarter) > 0);
}

// "against a regulatory minimum of 7%"
bool Baselines::is_norm(const Draft& draft) const {
  constexpr std::uint32_t kReach = 4;
  const std::uint32_t begin = draft.mention->range.begin;
  for (std::uint32_t token = begin; token > 0 && begin - token < kReach; --token) {
    if (look_.word_is(token - 1, "norm.noun")) return true;
  }
  return false;
}

// "its prior outlook of $5m", "(previously $5m)", "was revised up to $6m from $5m": told of the period that
// the new one is told of.
bool Baselines::is_superseded(const Draft& draft) const {
  constexpr std::uint32_t kReach = 5;
  const Analysis& a = figures_.analysis(draft);
  const std::uint32_t begin = draft.mention->range.begin;
  for (std::uint32_t token = begin; token-- > a.range.begin && begin - token <= kReach;) {
    if (look_.word_is(token, "superseded")) return true;
  }
  const std::uint32_t after = draft.mention->range.end;
  return (after < a.range.end && look_.word_is(after, "superseded")) || traits_.is_revised(draft);
}

}  // namespace figmine::periods
