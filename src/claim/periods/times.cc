#include "claim/periods/times.h"

namespace figmine::periods {
namespace {

// Where the phrase begins whose words stand before the token.
std::uint32_t phrase_start(const Looker& look, const Analysis& a, std::uint32_t token) {
  for (int skipped = 0; token > a.range.begin && skipped < 4; ++skipped, --token) {
    const bool in_phrase = look.beginning_at(a, token - 1, "pos.first.DT") != nullptr ||
                           look.beginning_at(a, token - 1, "pos.first.PRPS") != nullptr ||
                           look.covering(a, token - 1, "jj") != nullptr ||
                           look.covering(a, token - 1, "vbn") != nullptr;
    if (!in_phrase || look.ending_at(a, token, "comparator") != nullptr) break;
  }
  return token;
}

// The numbered part of the year before the one in which the period begins.
std::optional<Interval> part_of_year_before(const Interval& base, const Interval& part,
                                            const std::optional<FiscalYear>& own_year) {
  if (!base.start || !part.start) return std::nullopt;
  const std::optional<Day> year =
      own_year ? begin_of_fiscal_year(*base.start, *own_year) : containing(*base.start, Grain::kYear).start;
  const std::optional<Day> year_before = year ? add(*year, Grain::kYear, -1) : std::nullopt;
  if (!year_before) return std::nullopt;
  const long long about = year_of(*year_before) - year_of(*part.start);
  for (const long long years : {about, about + 1}) {
    const std::optional<Interval> days = shift(part, Grain::kYear, years);
    if (days && *days->start >= *year_before && *days->start < *year) return days;
  }
  return std::nullopt;
}

}  // namespace

bool usable(const TimeSpan& time) {
  return !time.topic && (time.time.interval.start || time.time.interval.end) &&
         time.time.kind != Time::Kind::kDuration && time.time.kind != Time::Kind::kSet && !time.aside;
}

long long days_of(const Interval& interval) {
  return interval.start && interval.end ? (*interval.end - *interval.start).count() + 1 : 0;
}

bool ends_now(const Interval& interval, const std::optional<Day>& published) {
  if (!published || !interval.end) return false;
  const long long ago = (*published - *interval.end).count();
  return ago >= 0 && ago <= 1;
}

bool spans_to_now(const Interval& interval, const std::optional<Day>& published) {
  return ends_now(interval, published) && days_of(interval) > 1;
}

bool spans_from_now(const Looker& look, const TimeSpan& time, const std::optional<Day>& published) {
  const Interval& interval = time.time.interval;
  return time.time.relative && published && interval.start && interval.end && *interval.start > *published &&
         look.holds_word(time.range, "coming.word");
}

bool is_long_past(const Interval& interval, const std::optional<Day>& published) {
  return published && (*published - *interval.end).count() > kLongAgo;
}

std::optional<Interval> moved(const Interval& base, const TimeSpan& time,
                              const std::optional<FiscalYear>& own_year) {
  if (time.year_before) return part_of_year_before(base, time.time.interval, own_year);
  return shift(base, time.time.grain, time.time.shift_count);
}

bool is_over(const Interval& interval, const std::optional<Day>& published) {
  constexpr long long kPart = 8;  // of which one may be left
  return !published || (*interval.end - *published).count() * kPart <= days_of(interval);
}

bool is_origin(const Looker& look, const Analysis& a, const TimeSpan& time) {
  for (std::uint32_t token = time.range.begin; token-- > a.range.begin && time.range.begin - token <= 2;) {
    if (look.covering(a, token, "origin.verb") != nullptr) return true;
  }
  return false;
}

bool led_by(const Looker& look, const Analysis& a, const TimeSpan& time, std::string_view type) {
  std::uint32_t at = phrase_start(look, a, time.range.begin);
  if (at == a.range.begin) return false;
  if (look.ending_at(a, at, type) != nullptr) return true;
  if (look.beginning_at(a, at - 1, "pos.first.IN") == nullptr || at - 1 == a.range.begin) return false;
  if (look.ending_at(a, at - 1, type) != nullptr) return true;
  if (!look.word_is(at - 2, "level.noun")) return false;
  at = phrase_start(look, a, at - 2);
  return at > a.range.begin && look.ending_at(a, at, type) != nullptr;
}

}  // namespace figmine::periods
