#include "claim/periods/days.h"

#include <algorithm>

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
  return time.time.kind == Time::Kind::kDate && days_of(time) == 1 &&
         traits_.measures(draft, "measure.dividend");
}

bool Days::happened_then(const Draft& draft, const TimeSpan& time, TokenRange gap) const {
  constexpr std::uint32_t kReach = 9;  // tokens
  const Governor& governor = figures_.governor(draft);
  if (governor.tense != Tense::kPast || gap.end - gap.begin > kReach) return false;
  if (governor.verb.begin > draft.mention->range.begin)  // "4,000 homes remained without power on Monday"
    return time.range.begin >= governor.verb.end &&
           !figures_.comma_between(draft.mention->range.end, time.range.begin) &&
           !figures_.holds_verb(draft.sentence, {governor.verb.end, time.range.begin});
  for (std::uint32_t token = gap.begin; token < gap.end; ++token) {
    if (look_.token_text(token) == "," || look_.token_text(token) == "—") return false;
  }
  if (time.range.begin < draft.mention->range.end)  // "Heavy rain on Thursday reached 6 inches"
    return governor.verb.begin == time.range.end && !look_.word_is(governor.verb.begin, "say.verb");
  return !figures_.holds_verb(draft.sentence, gap);
}

bool Days::is_passing(const TimeSpan& time, int distance) {
  return time.time.relative && !time.topic && !time.anaphoric && days_of(time) <= 7 && distance > 3;
}

bool Days::tells_when_said(std::size_t sentence, const TimeSpan& time) const {
  if (!time.weekday) return false;
  const Analysis& a = input_.analyses[sentence];
  constexpr std::uint32_t kReach = 12;  // tokens: "held its policy rate at 1.75% on | Wednesday"
  for (std::uint32_t token = time.range.begin;
       token-- > a.range.begin && time.range.begin - token < kReach;) {
    const bool noun =
        look_.word_is(token, "pos.NS") && look_.covering(a, token, "vg") == nullptr;  // "40 states"
    if (!noun && look_.covering(a, token, "say.verb") != nullptr) return true;
    if (look_.covering(a, token, "vg") != nullptr) return false;
  }
  return !a.range.empty() && look_.holds(a, "speech");
}

bool Days::is_when_promised(const Draft& draft, const TimeSpan& time) const {
  if (!is_ahead(draft) || !may_date_promise(draft, time)) return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = c.at(draft.mention->range.begin);
  const std::size_t at = c.at(time.range.begin);
  std::size_t before = c.before(at);
  if (c.is(before, Part::kPreposition)) {
    if (!look_.word_is(c[before].range.begin, "preposition.in")) return false;  // "for May it said"
    before = c.before(before);
  }
  std::size_t verb = before;
  if (!c.is(before, Part::kVerb)) {  // "In May it said it would spend $5m"
    for (verb = at; verb < figure && !c.is(verb, Part::kVerb);) ++verb;
  }
  const bool tells = c.is(verb, Part::kVerb) && look_.word_is(c[verb].range.end - 1, "telling.past");
  if (!tells || c.is(verb + 1, Part::kComma)) return false;  // "In May, it said, sales will reach $5m"
  for (std::size_t i = std::max(at, verb) + 1; i < figure; ++i) {
    if (c.is(i, Part::kVerb)) return true;
  }
  return false;
}

// A time that is over, by its own words: not "the third quarter", which may be the next one.
bool Days::may_date_promise(const Draft& draft, const TimeSpan& time) const {
  const std::optional<Day>& end = time.time.interval.end;
  const bool over = input_.published && end && *end <= *input_.published;
  const bool part =
      time.time.yearless && (time.time.grain == Grain::kQuarter || time.time.grain == Grain::kHalf);
  return over && !part && !time.until && !time.since && time.range.end <= draft.mention->range.begin;
}

}  // namespace figmine::periods
