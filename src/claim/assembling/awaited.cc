#include "claim/assembling/awaited.h"

namespace figmine::assembling {

void Awaited::set(Draft& draft) const {
  const bool share = draft.came_by("measure/predicate");  // "72% believe in it by 2033"
  const bool open = draft.fact.status == "reported" && draft.text("role") != "from" && !share;
  if (!open || draft.time == nullptr) return;
  if (!is_followed_by(draft, *draft.time) && !is_label_to_come(draft, *draft.time)) return;
  draft.fact.status = "forecast";
  draft.fact.rules.emplace_back("status/by-then");
}

// "2029: $40", in a list told before that year
bool Awaited::is_label_to_come(const Draft& draft, const TimeSpan& time) const {
  const std::optional<Day>& start = time.time.interval.start;
  const std::optional<Day>& published = figures_.input().published;
  const std::uint32_t begin = figures_.analysis(draft).range.begin;
  return start && published && *start > *published && time.time.grain == Grain::kYear &&
         time.range.begin == begin && draft.mention->range.begin == time.range.end + 1 &&
         look_.token_text(time.range.end) == ":";
}

// "$9 billion in sales by 2033"; not "believe in it by 2033" across a comma, nor "until July".
bool Awaited::is_followed_by(const Draft& draft, const TimeSpan& time) const {
  constexpr std::uint32_t kReach = 6;  // tokens
  const std::optional<Day>& published = figures_.input().published;
  const std::optional<Day>& last = time.time.interval.end;
  if (!time.until || !last || !published || *last <= *published) return false;
  const std::uint32_t end = draft.mention->range.end;
  if (time.range.begin < end || time.range.begin - end > kReach) return false;
  if (!look_.word_is(time.range.begin, "deadline.word")) return false;
  for (std::uint32_t token = end; token < time.range.begin; ++token) {
    if (!look_.form(token).is(Shape::kWordlike) && look_.token_text(token) != "-") return false;
  }
  return true;
}

}  // namespace figmine::assembling
