#include "claim/periods/deadlines.h"

#include <algorithm>

namespace figmine::periods {

bool Deadlines::is_deadline_ahead(const Draft& draft, const TimeSpan& time) const {
  const std::optional<Day>& end = time.time.interval.end;
  if (!time.until || !figures_.input().published || !end || *end <= *figures_.input().published) return false;
  const bool own = draft.fact.change && draft.text("role") == "by" && draft.fact.quantity.kind == "multiple";
  return !own && draft.fact.status == "reported" &&
         (figures_.governor(draft).tense == Tense::kPast || tells_ahead_beside(draft) ||
          is_in_answer(draft, time));
}

// "72% believe in it by 2031, and 60% have none": what people hold is told, whatever it is about.
bool Deadlines::is_in_answer(const Draft& draft, const TimeSpan& time) const {
  const std::string& kind = draft.fact.quantity.kind;
  if ((kind != "percent" && kind != "fraction") || draft.fact.change) return false;
  const Governor& governor = figures_.governor(draft);
  if (governor.tense != Tense::kPresent || governor.verb.begin > time.range.begin) return false;
  return governor.verb.begin >= draft.mention->range.end ||
         (time.range.end <= draft.mention->range.begin &&
          figures_.comma_between(time.range.end, draft.mention->range.begin));
}

// "a goal to scrap 20% of the 3 million boilers it counts by 2031": another figure of the sentence is of what
// is to come.
bool Deadlines::tells_ahead_beside(const Draft& draft) const {
  constexpr std::size_t kReach = 8;  // figures on either side
  const std::size_t index = figures_.index_of(draft);
  const std::size_t end = std::min(figures_.drafts().size(), index + kReach);
  for (std::size_t i = index - std::min(index, kReach); i < end; ++i) {
    if (figures_[i].sentence == draft.sentence && figures_[i].fact.claim && is_ahead(figures_[i]))
      return true;
  }
  return false;
}

bool Deadlines::is_awaited(const Draft& draft, const TimeSpan& time) {
  return time.until && (is_ahead(draft) || draft.text("status") == "hypothetical");
}

}  // namespace figmine::periods
