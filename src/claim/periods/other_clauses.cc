#include "claim/periods/other_clauses.h"

#include <algorithm>

#include "claim/clauses/insertions.h"
#include "claim/tense.h"

namespace figmine::periods {

bool OtherClauses::is_of_next_clause(const Draft& draft, const TimeSpan& time) const {
  const Clauses& clauses = figures_.clauses(draft);
  const Governor& governor = figures_.governor(draft);
  const std::optional<Day>& published = figures_.input().published;
  // "runs 300 shops and plans to open 40 next year"
  const bool ahead = governor.tense == Tense::kPresent && published && time.time.interval.start &&
                     *time.time.interval.start > *published;
  const bool over = governor.tense == Tense::kPast || governor.tense == Tense::kPerfect || ahead;
  if (!over || draft.fact.status != "reported" || time.range.begin < draft.mention->range.end ||
      governor.verb.begin > draft.mention->range.begin)
    return false;
  bool joined = false;
  const std::size_t end = clauses.at(time.range.begin);
  for (std::size_t i = clauses.at(draft.mention->range.begin) + 1; i < end && end != Clauses::kNoChunk; ++i) {
    joined = joined || clauses.is(i, Part::kConjunction);
    if (!joined || !clauses.is(i, Part::kVerb)) continue;
    if (ahead && look_.word_is(clauses[i].range.begin - 1, "pos.first.TO")) return true;
    const Tense tense = tense_of(look_, figures_.analysis(draft), clauses, clauses[i].range);
    // "has recovered $2 billion and was ranked third in 2023"
    if (tense == Tense::kPast && governor.tense == Tense::kPerfect) return true;
    if (tense != Tense::kUntold) return tense == Tense::kPresent || tense == Tense::kOpen;
  }
  return false;
}

bool OtherClauses::opens_next_clause(const Draft& draft, const TimeSpan& time) const {
  if (time.range.begin < draft.mention->range.end) return false;
  const Clauses& clauses = figures_.clauses(draft);
  const std::size_t chunk = clauses.at(time.range.begin);
  if (chunk == Clauses::kNoChunk || chunk == 0) return false;
  std::size_t before = chunk - 1;
  if (before > 0 && clauses.is(before, Part::kPreposition)) --before;
  if (before > 0 && ends_subject(draft, before, chunk)) --before;
  if (!clauses.is(before, Part::kConjunction) || clauses.at(draft.mention->range.begin) >= before)
    return false;
  if (clauses.is(before - 1, Part::kTime)) return false;  // "in May and June"
  constexpr std::size_t kReach = 20;                      // chunks
  const std::size_t end = std::min(clauses.chunks().size(), chunk + kReach);
  for (std::size_t i = chunk + 1; i < end; ++i) {
    if (clauses.is(i, Part::kConjunction) || clauses.is(i, Part::kStop) || clauses.is(i, Part::kTime))
      return false;
    if (clauses.is(i, Part::kFigure) && clauses.is(chunk + 1, Part::kPhrase)) return true;  // a headline's
    if (clauses.is(i, Part::kVerb) && is_finite(look_, figures_.analysis(draft), clauses, clauses[i].range))
      return true;
  }
  return false;
}

// "Sales were $8m, and profit in May | was up": the time ends the subject of a verb that is not the figure's.
bool OtherClauses::ends_subject(const Draft& draft, std::size_t phrase, std::size_t time) const {
  const Clauses& clauses = figures_.clauses(draft);
  const std::size_t verb = clauses.after(time);
  const TokenRange own = figures_.governor(draft).verb;
  return clauses.is(phrase, Part::kPhrase) && clauses.is(verb, Part::kVerb) &&
         is_finite(look_, figures_.analysis(draft), clauses, clauses[verb].range) && !own.empty() &&
         own.begin < draft.mention->range.begin;
}

bool OtherClauses::is_of_past_clause(const Draft& draft, const TimeSpan& time) const {
  const Clauses& clauses = figures_.clauses(draft);
  const Analysis& a = figures_.analysis(draft);
  const std::size_t from = clauses.at(time.range.begin);
  const std::size_t to = clauses.at(draft.mention->range.begin);
  if (from == Clauses::kNoChunk || to == Clauses::kNoChunk) return false;
  const std::size_t own = clauses.verb_before(from);
  if (own == Clauses::kNoChunk || tense_of(look_, a, clauses, clauses[own].range) != Tense::kPast)
    return false;
  bool joined = false;
  bool next = false;  // a clause that is told in another tense
  // "lenders (owed $17m) are suing": the verb stands behind the figure's bracket
  const TokenRange bracket = brackets_.around(draft.sentence, draft.mention->range.begin);
  const bool aside = !bracket.empty() && time.range.end <= bracket.begin;
  constexpr std::size_t kReach = 20;  // chunks
  // "opened a plant in May and 40 jobs are to follow": the figure is the next clause's subject
  const bool leads = to > from + 1 && clauses.is(clauses.before(to), Part::kConjunction) &&
                     clauses.before(to) == from + 1 && clauses.is(clauses.after_attachments(to), Part::kVerb);
  const std::size_t end = aside || leads ? std::min(clauses.chunks().size(), to + kReach) : to;
  for (std::size_t i = from + 1; i < end && (i < to || (joined && !next)); ++i) {
    joined = joined || clauses.is(i, Part::kConjunction);
    if (!joined || !clauses.is(i, Part::kVerb) || clauses.is(i - 1, Part::kOpen)) continue;
    const Tense tense = tense_of(look_, a, clauses, clauses[i].range);
    if (tense == Tense::kPast) return false;
    next = next || tense != Tense::kUntold;
  }
  return next;
}

bool OtherClauses::is_past_relative(const Draft& draft, const TimeSpan& time) const {
  const Governor& governor = figures_.governor(draft);
  const std::uint32_t end = draft.mention->range.end;
  if (governor.verb.empty() || governor.verb.begin > end || time.range.begin < end) return false;
  const Clauses& clauses = figures_.clauses(draft);
  const std::size_t before = clauses.before(clauses.at(governor.verb.begin));
  return clauses.is(before, Part::kRelative) && figures_.comma_between(end, time.range.begin);
}

bool OtherClauses::is_in_relative(const Draft& draft, const TimeSpan& time) const {
  const Clauses& clauses = figures_.clauses(draft);
  const std::size_t figure = clauses.at(draft.mention->range.begin);
  const std::size_t end = clauses.at(time.range.begin);
  for (std::size_t i = figure + 1; i < end && end != Clauses::kNoChunk; ++i) {
    if (!clauses.is(i, Part::kRelative)) continue;
    const std::size_t before = clauses.before(i);  // "two out of three doors that it inspected last year"
    const bool own = before == figure || (before == figure + 1 && clauses.is(before, Part::kPhrase));
    return !own && figures_.holds_verb(draft.sentence, {clauses[i].range.end, time.range.begin});
  }
  return false;
}

bool OtherClauses::is_of_insertion_before(const Draft& draft, const TimeSpan& time) const {
  if (time.range.end > draft.mention->range.begin) return false;
  const Clauses& clauses = figures_.clauses(draft);
  const std::size_t end = clauses.at(time.range.end);  // ", which has fallen 9% this year,"
  if (!clauses.is(end, Part::kComma)) return false;
  const std::size_t begin = clauses::Insertions(clauses).before(end);
  if (begin == Clauses::kNoChunk || begin == 0 || begin >= clauses.at(time.range.begin)) return false;
  const std::size_t next = clauses.after(end);
  const bool goes_on = clauses.is(begin - 1, Part::kPhrase) && clauses.is(next, Part::kVerb) &&
                       !clauses[next].gerund && clauses.at(draft.mention->range.begin) > next;
  const bool told = clauses.is(begin + 1, Part::kRelative) ||
                    look_.word_is(clauses[begin + 1].range.begin, "change.updown");
  return goes_on && told &&
         figures_.holds_figure(draft.sentence, {clauses[begin].range.end, time.range.begin});
}

bool OtherClauses::is_of_what_came_before(const Draft& draft, const TimeSpan& time) const {
  constexpr std::uint32_t kReach = 16;  // tokens
  if (time.range.end >= draft.mention->range.begin || look_.token_text(time.range.end) != ",") return false;
  const Governor& governor = figures_.governor(draft);
  if (governor.tense == Tense::kUntold || governor.verb.begin <= time.range.end) return false;
  const std::uint32_t begin = figures_.analysis(draft).range.begin;
  std::uint32_t at = time.range.begin;
  while (at > begin && time.range.begin - at < kReach && !opens_clause(at)) --at;
  return (at == begin || opens_clause(at)) && look_.word_is(at, "preposition.past") &&
         may_be_gerund(look_, at + 1);
}

// What stands behind a comma or a label's colon.
bool OtherClauses::opens_clause(std::uint32_t token) const {
  const std::string_view mark = look_.token_text(token - 1);
  return mark == "," || mark == ":";
}

bool OtherClauses::is_of_other_content(const Draft& draft, const TimeSpan& time) const {
  const TokenRange gap = tokens_between(draft, time);
  for (std::uint32_t token = gap.begin; token + 1 < gap.end; ++token) {
    if (look_.small_word_is(token, "clause.joint") && look_.token_text(token + 1) == "that" &&
        look_.token_text(token) != ",")
      return true;
  }
  return false;
}

bool OtherClauses::is_of_start_ahead(const Draft& draft, const TimeSpan& time) const {
  const TokenRange gap = tokens_between(draft, time);
  if (time.range.begin < draft.mention->range.end) return false;
  for (std::uint32_t token = gap.begin; token + 1 < gap.end; ++token) {
    if (look_.token_text(token) != "," || !look_.small_word_is(token + 1, "preposition.bearing")) continue;
    const TokenRange clause{token + 3, time.range.end};  // not "with expected revenues"
    return !figures_.holds_figure(draft.sentence, clause) && look_.holds_word(clause, "start.word");
  }
  return false;
}

}  // namespace figmine::periods
