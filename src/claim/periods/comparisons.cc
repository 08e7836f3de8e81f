#include "claim/periods/comparisons.h"

#include <algorithm>

namespace figmine::periods {

bool Comparisons::is_span_to_now(const TimeSpan& time) const {
  const std::optional<Day>& published = figures_.input().published;
  const Interval& interval = time.time.interval;
  return time.time.relative && !time.anaphoric &&
         (ends_now(interval, published) || spans_from_now(look_, time, published)) && time.range.begin > 0 &&
         (look_.word_is(time.range.begin - 1, "preposition.span") ||
          look_.word_is(time.range.begin, "preposition.span"));
}

// The span to now, or again, as in "fell 3% over the same period", that of what the text told last: no
// earlier level.
bool Comparisons::is_span(const TimeSpan& time) const {
  return is_span_to_now(time) ||
         (time.again && time.range.begin > 0 && look_.word_is(time.range.begin - 1, "preposition.span"));
}

bool Comparisons::is_baseline_of(const Draft& draft, const TimeSpan& time) const {
  const Analysis& a = figures_.analysis(draft);
  if (!time.topic && is_compared(draft.sentence, time)) return true;
  if (time.range.begin < draft.mention->range.end) return false;
  const TokenRange gap = tokens_between(draft, time);
  for (std::uint32_t token = gap.begin; token < gap.end; ++token) {
    const bool span = token + 1 == time.range.begin && is_span(time);
    if (!span && look_.beginning_at(a, token, "comparator") != nullptr && !bounds_figure(a, token) &&
        !is_in_basis(a, token, time) && !leads_to_source(draft, token, time))
      return true;
  }
  const bool day = time.weekday || days_of(time) == 1;  // "fell $27 on July 25, 2024"
  return draft.text("role") == "by" && !time.topic && !day && !is_span(time) &&
         led_by(look_, a, time, "comparator.of_change");
}

// "raised $4m from pension funds in May": whom it is from, not since when.
bool Comparisons::leads_to_source(const Draft& draft, std::uint32_t token, const TimeSpan& time) const {
  const Annotation* source = look_.beginning_at(figures_.analysis(draft), token + 1, "np");
  return draft.text("role").empty() && look_.small_word_is(token, "preposition.source") &&
         source != nullptr && source->range.end <= time.range.begin &&
         !figures_.comma_between(draft.mention->range.end, token) &&
         !figures_.holds_figure(draft.sentence, {token, time.range.begin});
}

// "more than 5%": no comparison with another time.
bool Comparisons::bounds_figure(const Analysis& a, std::uint32_t token) const {
  const Annotation* bound = look_.covering(a, token, "bound.before");
  return bound != nullptr && look_.beginning_at(a, bound->range.end, "q") != nullptr;
}

// "grew 5% year-over-year in 2024": a word of the basis, which 2024 is not.
bool Comparisons::is_in_basis(const Analysis& a, std::uint32_t token, const TimeSpan& time) const {
  const Annotation* basis = look_.covering(a, token, "basis");
  return basis != nullptr && basis->range.begin < token &&
         !figures_.comma_between(basis->range.end, time.range.begin);
}

bool Comparisons::is_compared(std::size_t sentence, const TimeSpan& time) const {
  const Analysis& a = figures_.input().analyses[sentence];
  if (is_span(time) || is_source(a, time)) return false;
  if (led_by(look_, a, time, "comparator")) return true;
  return led_by(look_, a, time, "comparator.of_change") && follows_delta(sentence, time);
}

// "Sales from the six months to June were $5 million": what the sentence begins with.
bool Comparisons::is_source(const Analysis& a, const TimeSpan& time) const {
  constexpr std::uint32_t kOpening = 4;  // tokens
  const std::uint32_t from = time.range.begin - 1;
  if (time.range.begin < a.range.begin + 2 || from - a.range.begin > kOpening) return false;
  return look_.small_word_is(from, "preposition.source") && look_.ending_at(a, from, "np") != nullptr &&
         look_.beginning_at(a, time.range.end, "vg") != nullptr;
}

// "an increase of 9,000 on July 2024"
bool Comparisons::follows_delta(std::size_t sentence, const TimeSpan& time) const {
  constexpr std::uint32_t kBeside = 4;  // tokens
  const std::span<const Draft> beside = of_sentence(figures_.drafts(), sentence);
  return std::any_of(beside.begin(), beside.end(), [&](const Draft& draft) {
    const std::uint32_t end = draft.mention->range.end;
    return draft.text("role") == "by" && end <= time.range.begin && time.range.begin - end <= kBeside &&
           days_of(time) != 1;  // "rose 5% on Wednesday"
  });
}

bool Comparisons::is_baseline(const TimeSpan& time, std::size_t sentence) const {
  const std::span<const Draft> beside = of_sentence(figures_.drafts(), sentence);
  return std::any_of(
             beside.begin(), beside.end(),
             [&](const Draft& draft) { return draft.time == &time && draft.text("role") == "from"; }) ||
         is_compared(sentence, time);
}

}  // namespace figmine::periods
