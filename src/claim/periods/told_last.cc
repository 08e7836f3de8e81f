#include "claim/periods/told_last.h"

namespace figmine::periods {

const TimeSpan* ToldLast::before(std::size_t sentence, const TimeSpan& time) const {
  constexpr std::size_t kReach = 3;  // sentences
  for (std::size_t i = sentence + 1; i-- > 0 && sentence - i <= kReach;) {
    const std::vector<TimeSpan>& times = input_.resolved[i].times;
    for (auto told = times.rbegin(); told != times.rend(); ++told) {
      const bool earlier = i < sentence || told->range.end <= time.range.begin;
      if (earlier && is_stretch(i, *told)) return &*told;
    }
  }
  return nullptr;
}

// "in 2024", "the past three years", "the quarter"; no day, not what something is compared with, and no year
// in a name.
bool ToldLast::is_stretch(std::size_t sentence, const TimeSpan& time) const {
  // "earned $1m over the six months ended June 30, and lost $7m over the same period"
  const bool spans = time.range.begin > 0 && look_.word_is(time.range.begin - 1, "preposition.while");
  if ((!spans && comparisons_.is_baseline(time, sentence)) ||
      other_things_.dates_something_else(sentence, time))
    return false;
  return time.topic ? !time.close : usable(time) && !time.anaphoric && !time.weekday && days_of(time) != 1;
}

}  // namespace figmine::periods
