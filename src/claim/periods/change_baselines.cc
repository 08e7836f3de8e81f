#include "claim/periods/change_baselines.h"

#include <algorithm>

#include "claim/periods/setter.h"

namespace figmine::periods {

void ChangeBaselines::set(Draft& draft) const {
  if (!draft.fact.change || draft.fact.change->role != "by") return;
  const TimeSpan* time = told_behind(draft);
  if (time == nullptr) return;
  const std::optional<Interval> days = days_of_baseline(draft, *time);
  if (!days || !days->start || !days->end) return;
  draft.fact.change->baseline =
      Baseline{look_.text_of(time->range), to_iso(*days->start), to_iso(*days->end)};
}

// The first time behind the figure that it is compared with.
const TimeSpan* ChangeBaselines::told_behind(const Draft& draft) const {
  for (const TimeSpan& time : figures_.input().resolved[draft.sentence].times) {
    if (time.range.begin < draft.mention->range.end) continue;
    if (time.anaphoric || is_told_against(draft, time))
      return is_of_set_beside(draft, time) ? nullptr : &time;
  }
  return nullptr;
}

// "fell 3%, compared with a 2% drop a year earlier": of another movement, which this one is set beside.
bool ChangeBaselines::is_of_set_beside(const Draft& draft, const TimeSpan& time) const {
  constexpr std::size_t kReach = 3;  // figures
  const std::size_t next = figures_.index_of(draft) + 1;
  const std::size_t end = std::min(figures_.drafts().size(), next + kReach);
  for (std::size_t i = next; i < end; ++i) {
    const Draft& other = figures_[i];
    if (other.has("set_beside") && tokens_between(draft, time).contains(other.mention->range)) return true;
  }
  return false;
}

bool ChangeBaselines::is_told_against(const Draft& draft, const TimeSpan& time) const {
  constexpr std::uint32_t kReach = 8;  // tokens
  constexpr long long kLongest = 400;  // days
  const TokenRange gap = tokens_between(draft, time);
  if (gap.end - gap.begin > kReach || figures_.holds_figure(draft.sentence, gap)) return false;
  if (time.since && draft.text("basis") == "since") return true;
  const bool own = draft.time == &time || days_of(time) > kLongest;  // "the 2000s"
  return !own && usable(time) && !time.since && comparisons_.is_baseline_of(draft, time) &&
         !names_other(draft, gap);
}

// "more than expected in May", "against a backdrop of strikes in May": what the figure is compared with is no
// time.
bool ChangeBaselines::names_other(const Draft& draft, TokenRange gap) const {
  if (look_.holds_word(gap, "expected.word")) return true;
  bool led = false;  // by "than", "against"
  for (std::uint32_t token = gap.begin; token < gap.end; ++token) {
    led = led || look_.beginning_at(figures_.analysis(draft), token, "comparator") != nullptr;
    if (led && look_.ending_at(figures_.analysis(draft), token + 1, "np") != nullptr) return true;
  }
  return false;
}

// Of "since 2010" the year that is named.
std::optional<Interval> ChangeBaselines::days_of_baseline(const Draft& draft, const TimeSpan& time) const {
  const Interval& told = time.calendar;  // what a figure is compared with is over
  if (time.since && told.start) return containing(*told.start, time.time.grain);
  if (!time.anaphoric) return told;
  const std::optional<Interval> own =
      draft.fact.period ? interval_of(*draft.fact.period) : std::optional<Interval>();
  return own ? moved(*own, time, figures_.input().fiscal_year) : own;
}

}  // namespace figmine::periods
