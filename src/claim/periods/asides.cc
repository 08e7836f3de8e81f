#include "claim/periods/asides.h"

namespace figmine::periods {

bool Asides::dates_participle(const Draft& draft, const TimeSpan& time) const {
  const Clauses& clauses = figures_.clauses(draft);
  std::size_t chunk = clauses.at(time.range.begin);
  const std::size_t figure = clauses.at(draft.mention->range.begin);
  if (chunk == Clauses::kNoChunk || figure == Clauses::kNoChunk || figure <= chunk) return false;
  const auto is_joint = [&](std::size_t i) {
    return clauses.is(i, Part::kComma) || clauses.is(i, Part::kConjunction);
  };
  std::size_t verb = chunk + 1;  // the one that has the subject
  for (; verb < figure && !clauses.is(verb, Part::kVerb); ++verb) {
    if (clauses.is(verb, Part::kStop) || clauses.is(verb, Part::kSubordinator)) return false;
    if (is_joint(verb) && !is_joint(verb + 1) && !clauses.is(verb + 1, Part::kTime)) return false;
  }
  if (verb >= figure || !is_finite(look_, figures_.analysis(draft), clauses, clauses[verb].range))
    return false;
  while (chunk > 0 && (clauses.is(chunk, Part::kTime) || is_joint(chunk))) --chunk;
  if (clauses.is(chunk, Part::kPreposition)) --chunk;
  if (chunk > 1 && clauses.is(chunk, Part::kPhrase) &&
      look_.word_is(clauses[chunk - 1].range.begin, "preposition.doer") &&
      look_.word_is(clauses[chunk - 2].range.begin, "filed.participle"))
    chunk -= 2;  // "filed by the office on May 8"
  if (chunk == 0 || !clauses.is(chunk, Part::kVerb) || !clauses.is(chunk - 1, Part::kPhrase)) return false;
  const TokenRange words = clauses[chunk].range;
  return words.end - words.begin == 1 && look_.word_is(words.begin, "made.participle");
}

bool Asides::is_in_apposition(const Draft& draft, const TimeSpan& time) const {
  const std::uint32_t start = figures_.analysis(draft).range.begin;
  const TokenRange verb = figures_.governor(draft).verb;
  return time.since && !verb.empty() && time.range.end <= verb.begin && time.range.begin > start &&
         !look_.form(time.range.begin - 1).is(Shape::kPunct) &&
         figures_.comma_between(start, time.range.begin) &&
         figures_.comma_between(time.range.end, verb.begin);
}

bool Asides::dates_aside(const Draft& draft, const TimeSpan& time) const {
  constexpr std::size_t kReach = 8;  // chunks
  if (draft.mention->range.begin < time.range.end || look_.token_text(time.range.end) != ",") return false;
  const Clauses& clauses = figures_.clauses(draft);
  const std::size_t chunk = clauses.at(time.range.begin);
  for (std::size_t i = chunk; i != Clauses::kNoChunk && i-- > 0 && chunk - i <= kReach;) {
    if (!clauses.is(i, Part::kComma)) continue;
    const std::uint32_t word = clauses[i].range.end;
    return clauses.is(i + 1, Part::kVerb) &&
           (look_.word_is(word, "made.participle") || look_.word_is(word, "ended.participle"));
  }
  return false;
}

bool Asides::is_before_holding(const Draft& draft, const TimeSpan& time) const {
  const Clauses& clauses = figures_.clauses(draft);
  const std::size_t figure = clauses.at(draft.mention->range.begin);
  const std::size_t chunk = clauses.at(time.range.begin);
  if (chunk == Clauses::kNoChunk || figure == Clauses::kNoChunk || chunk >= figure) return false;
  const std::size_t holding = clauses.verb_before(figure);
  if (holding == Clauses::kNoChunk || holding <= chunk + 1 ||
      !look_.word_is(clauses[holding].range.begin, "holding.participle"))
    return false;
  const std::size_t told = clauses.verb_before(holding);
  return told != Clauses::kNoChunk &&
         is_finite(look_, figures_.analysis(draft), clauses, clauses[told].range) &&
         (clauses.is(holding - 1, Part::kComma) || clauses.is(holding - 1, Part::kPhrase));
}

}  // namespace figmine::periods
