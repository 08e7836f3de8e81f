#include "claim/periods/span_levels.h"

namespace figmine::periods {

SpanLevel SpanLevels::of_old(std::size_t index) const {
  const Draft& draft = figures_[index];
  if (draft.time != nullptr || index + 1 >= figures_.drafts().size() || !is_pair(index, index + 1)) return {};
  const TimeSpan* span = stretch_of(figures_[index + 1]);
  if (span == nullptr) return {};
  const Interval& interval = span->time.interval;
  if (has_ends(draft, *span)) return {span, end_of(draft, *span, true)};
  const bool stretch = span->time.relative && spans_to_now(interval, input_.published);
  return stretch ? SpanLevel{span, interval} : SpanLevel{};
}

std::optional<Interval> SpanLevels::of_new(std::size_t index, const TimeSpan& time) const {
  const Draft& draft = figures_[index];
  const bool after_old = index > 0 && is_pair(index - 1, index) && figures_[index - 1].time == nullptr;
  const bool reached = is_ahead(draft) && draft.text("role") == "to";  // "to grow from 2025 to 2030 to $9m"
  if (!after_old && !reached) return std::nullopt;
  if (!has_ends(draft, time)) return std::nullopt;
  return end_of(draft, time, false);
}

// "the 1970s" of "from the 1970s to 2022": the time within the stretch's words that begins (ends) with it.
Interval SpanLevels::end_of(const Draft& draft, const TimeSpan& span, bool first) const {
  const Interval& whole = span.time.interval;
  const Interval unit = containing(first ? *whole.start : *whole.end, span.time.grain);
  const Analysis& a = figures_.analysis(draft);
  for (std::uint32_t token = span.range.begin; token < span.range.end; ++token) {
    const Annotation* part = look_.beginning_at(a, token, "tp");
    if (part == nullptr) continue;
    const Value value = feature(input_.program, *part, "value");
    const Time* time = std::get_if<Time>(&value);
    if (time == nullptr || !span.range.contains(part->range)) continue;
    if (first ? time->interval.start == whole.start : time->interval.end == whole.end) return time->interval;
  }
  return unit;
}

// "from approximately $12 to $40": no verb and no mark between.
bool SpanLevels::is_pair(std::size_t old_level, std::size_t new_level) const {
  constexpr std::uint32_t kReach = 7;  // tokens: "to a maximum value at"
  const Draft& before = figures_[old_level];
  const Draft& after = figures_[new_level];
  if (before.sentence != after.sentence || before.text("role") != "from" || after.text("role") != "to")
    return false;
  const TokenRange gap{before.mention->range.end, after.mention->range.begin};
  return gap.begin < gap.end && gap.end - gap.begin <= kReach && look_.word_is(gap.begin, "pos.first.TO") &&
         !figures_.comma_between(gap.begin, gap.end) && !figures_.holds_verb(before.sentence, gap);
}

// "From 2016 to 2024", "from May 4 to June 9": two ends that are told; "sales from January to May" are those
// of all the months.
bool SpanLevels::has_ends(const Draft& draft, const TimeSpan& time) const {
  constexpr long long kYear = 366;      // days
  constexpr std::uint32_t kBehind = 8;  // tokens: the new level and its noun
  const Interval& interval = time.time.interval;
  if (!usable(time) || !interval.start || !interval.end) return false;
  const Annotation& annotation = figures_.analysis(draft).annotations[time.annotation];
  if (rule_name(input_.program, annotation.layer, annotation.rule) != "time/from-to") return false;
  const std::uint32_t end = draft.mention->range.end;
  // "rose 3% (from 868 to 940), as told from May to June"
  if (time.range.begin >= end && time.range.begin - end > kBehind) return false;
  return time.time.grain == Grain::kDay || days_of(interval) > kYear;
}

// The new level's own time, else the one that opens its sentence.
const TimeSpan* SpanLevels::stretch_of(const Draft& new_level) const {
  constexpr std::uint32_t kOpening = 3;  // tokens
  const TimeSpan* span = new_level.time;
  const std::vector<TimeSpan>& times = input_.resolved[new_level.sentence].times;
  const std::uint32_t start = figures_.analysis(new_level).range.begin;
  if (span == nullptr && !times.empty() && times.front().range.begin - start <= kOpening)
    span = &times.front();
  return span;
}

}  // namespace figmine::periods
