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

bool Deadlines::is_of_what_comes(const Draft& draft, const TimeSpan& time) const {
  const std::optional<Day>& published = figures_.input().published;
  const std::optional<Day>& begin = time.until ? time.time.interval.end : time.time.interval.start;
  const std::uint32_t end = draft.mention->range.end;
  if (!published || !begin || *begin <= *published || draft.fact.status != "reported" ||
      time.range.begin < end)
    return false;
  const Looker& look = figures_.look();
  if (time.range.begin > end && look.word_is(time.range.begin - 1, "pos.first.TO")) return true;
  return is_parted(draft, time);
}

// Whether a comma or a verb that is not told of the figure stands between it and a time behind it:
// "30 MW coming online in 2031", "40 shops are expected to open in 2031" are of that time.
bool Deadlines::is_parted(const Draft& draft, const TimeSpan& time) const {
  constexpr std::size_t kBeside = 3;  // chunks
  const Clauses& clauses = figures_.clauses(draft);
  const Analysis& a = figures_.analysis(draft);
  const std::size_t figure = clauses.at(draft.mention->range.begin);
  const std::size_t last = clauses.at(time.range.begin);
  bool told = false;  // a verb that the figure is subject of
  for (std::size_t i = figure + 1; i < last && last != Clauses::kNoChunk; ++i) {
    if (clauses.is(i, Part::kComma) || clauses.is(i, Part::kStop)) return true;
    if (!clauses.is(i, Part::kVerb)) continue;
    if (told && !clauses.is(clauses.before(i), Part::kConjunction)) continue;
    const TokenRange verb = clauses[i].range;
    const bool own = verb.begin == figures_.governor(draft).verb.begin;
    const bool participle = verb.end - verb.begin == 1 && may_be_participle(figures_.look(), verb.begin);
    const bool beside =
        i - figure <= kBeside && (participle || !is_finite(figures_.look(), a, clauses, verb));
    if (told || (!own && !beside)) return true;
    told = true;
  }
  return false;
}

bool Deadlines::is_awaited(const Draft& draft, const TimeSpan& time) {
  return time.until && (is_ahead(draft) || draft.text("status") == "hypothetical");
}

}  // namespace figmine::periods
