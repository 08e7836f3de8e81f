#include "claim/periods/days.h"

namespace figmine::periods {

bool Days::is_dateline(const TimeSpan& time) const {
  return input_.published && time.time.kind == Time::Kind::kDate &&
         time.time.interval.start == input_.published && time.time.interval.end == input_.published;
}

bool Days::opens_as_of(const TimeSpan& time) const {
  return time.range.end - time.range.begin > 2 && look_.word_is(time.range.begin, "as_of.lead");
}

bool Days::opens_sentence(std::size_t sentence, const TimeSpan& time) const {
  constexpr std::uint32_t kOpening = 2;  // tokens: "In just"
  return !time.until && time.range.begin - input_.analyses[sentence].range.begin <= kOpening &&
         look_.token_text(time.range.end) == ",";
}

bool Days::is_stretch(const TimeSpan& time) const {
  constexpr std::uint32_t kReach = 2;  // tokens: "in just"
  if (!spans_to_now(time.time.interval, input_.published) || !look_.word_is(time.range.begin, "article"))
    return false;
  for (std::uint32_t back = 1; back <= kReach && back <= time.range.begin; ++back) {
    if (look_.word_is(time.range.begin - back, "preposition.stretch")) return true;
    if (look_.form(time.range.begin - back).is(Shape::kPunct)) return false;
  }
  return false;
}

bool Days::is_payment_day(const Draft& draft, const TimeSpan& time) const {
  return time.time.kind == Time::Kind::kDate && days_of(time.time.interval) == 1 &&
         traits_.measures(draft, "measure.dividend");
}

bool Days::happened_then(const Draft& draft, const TimeSpan& time, TokenRange gap) const {
  constexpr std::uint32_t kReach = 9;  // tokens
  const Governor& governor = figures_.governor(draft);
  if (governor.tense != Tense::kPast || governor.verb.begin > draft.mention->range.begin) return false;
  if (gap.end - gap.begin > kReach) return false;
  for (std::uint32_t token = gap.begin; token < gap.end; ++token) {
    if (look_.token_text(token) == "," || look_.token_text(token) == "—") return false;
  }
  if (time.range.begin < draft.mention->range.end)  // "Heavy rain on Thursday reached 6 inches"
    return governor.verb.begin == time.range.end && !look_.word_is(governor.verb.begin, "say.verb");
  return !figures_.holds_verb(draft.sentence, gap);
}

bool Days::is_passing(const TimeSpan& time, int distance) {
  return time.time.relative && !time.topic && !time.anaphoric && days_of(time.time.interval) <= 7 &&
         distance > 3;
}

bool Days::tells_when_said(std::size_t sentence, const TimeSpan& time) const {
  if (!time.weekday) return false;
  const Analysis& a = input_.analyses[sentence];
  for (std::uint32_t token = time.range.begin; token-- > a.range.begin && time.range.begin - token < 6;) {
    if (look_.covering(a, token, "say.verb") != nullptr) return true;
    if (look_.covering(a, token, "vg") != nullptr) return false;
  }
  return !a.range.empty() && look_.holds(a, "speech");
}

bool Days::is_when_promised(const Draft& draft, const TimeSpan& time) const {
  const std::optional<Day>& end = time.time.interval.end;
  const bool over = input_.published && end && *end <= *input_.published;
  if (!is_ahead(draft) || !over || time.range.end > draft.mention->range.begin) return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = c.at(draft.mention->range.begin);
  std::size_t told = c.at(time.range.begin);
  const std::size_t before = c.is(c.before(told), Part::kPreposition) ? c.before(c.before(told)) : c.before(told);
  if (!c.is(before, Part::kVerb)) {  // "In May it said it would spend $5m"
    while (told < figure && !c.is(told, Part::kVerb)) ++told;
  }
  const std::size_t verb = c.is(told, Part::kVerb) ? told : before;
  if (!c.is(verb, Part::kVerb) || !look_.word_is(c[verb].range.end - 1, "promising.verb")) return false;
  for (std::size_t i = told + 1; i < figure; ++i) {
    if (c.is(i, Part::kVerb)) return true;
  }
  return false;
}

}  // namespace figmine::periods
