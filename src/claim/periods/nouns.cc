#include "claim/periods/nouns.h"

namespace figmine::periods {

bool Nouns::is_multiplied(const Draft& draft, const TimeSpan& time) const {
  const std::uint32_t end = time.range.end;
  return draft.fact.quantity.kind == "multiple" && time.range.begin == draft.mention->range.end &&
         look_.word_is(end, "possessive");
}

bool Nouns::is_of_named_before(const Draft& draft, const TimeSpan& time, TokenRange gap) const {
  constexpr std::uint32_t kOpening = 4;  // tokens
  if (days_of(time) != 1 || time.range.begin > draft.mention->range.begin || days_.opens_as_of(time))
    return false;
  if (time.range.begin - figures_.analysis(draft).range.begin < kOpening) return false;
  bool joined = false;
  for (std::uint32_t token = gap.begin; token + 1 < gap.end && !joined; ++token)
    joined = look_.token_text(token) == "," && look_.word_is(token + 1, "pos.first.CC");
  return joined && !figures_.holds_verb(draft.sentence, gap);
}

bool Nouns::is_told_of(const TimeSpan& time, const Draft& draft) const {
  constexpr std::uint32_t kReach = 6;  // tokens: "2021 all-time highs of"
  const std::uint32_t figure = draft.mention->range.begin;
  if (figure - time.range.end > kReach || figure - time.range.end < 2) return false;
  if (!look_.small_word_is(figure - 1, "preposition.part")) return false;
  for (std::uint32_t token = time.range.end; token + 1 < figure; ++token) {
    const bool apart = look_.form(token).is(Shape::kPunct) && look_.token_text(token) != "-";
    if (apart || look_.word_is(token, "pos.first.IN") || look_.word_is(token, "pos.first.CC")) return false;
  }
  return usable(time) && !figures_.holds_verb(draft.sentence, {time.range.end, figure});
}

bool Nouns::is_multiple_of_estimates(const Draft& draft, const TimeSpan& time) const {
  const Interval& interval = time.time.interval;
  const bool ahead =
      figures_.input().published && interval.end && *interval.end > *figures_.input().published;
  return ahead && !time.until &&
         (draft.fact.quantity.kind == "multiple" || traits_.measures(draft, "valuation.noun") ||
          look_.ending_at(figures_.analysis(draft), draft.measure.end, "valuation.range") != nullptr) &&
         look_.holds(figures_.analysis(draft), "measure.valuation");
}

bool Nouns::is_of_noun_behind(const Draft& draft, const TimeSpan& time) const {
  const Analysis& a = figures_.analysis(draft);
  const std::uint32_t begin = time.range.begin;
  const std::uint32_t end = time.range.end;
  if (begin < draft.mention->range.end + 2 || end >= a.range.end || time.since || time.until) return false;
  if (!look_.word_is(begin - 1, "given.determiner") || !look_.form(end).is(Shape::kLower)) return false;
  for (const std::string_view type :
       {"periodword", "grain", "season", "results.noun", "preposition", "measure.noun"}) {
    if (look_.word_is(end, type)) return false;
  }
  return look_.beginning_at(a, end, "np") != nullptr && !look_.word_is(begin - 2, "preposition.of_time");
}

}  // namespace figmine::periods
