#include "claim/periods/other_things.h"

#include <algorithm>

namespace figmine::periods {

bool OtherThings::bounds_record(std::size_t sentence, const TimeSpan& time) const {
  constexpr std::uint32_t kReach = 7;  // tokens
  const std::uint32_t start = input_.analyses[sentence].range.begin;
  for (std::uint32_t token = time.range.begin + 2; time.since && token < time.range.end; ++token) {
    if (look_.word_is(token, "record.last") && !look_.word_is(token - 1, "article"))
      return true;  // "since they last met in May", unlike "since last May"
  }
  std::uint32_t since = time.range.begin;
  while (since > start && time.range.begin - since < kReach && !look_.word_is(since, "record.reach") &&
         !look_.form(since).is(Shape::kPunct))
    --since;
  if (!look_.word_is(since, "record.reach")) return false;
  for (std::uint32_t token = since; token-- > start && since - token < kReach;) {
    if (look_.form(token).is(Shape::kPunct)) return false;
    if (look_.word_is(token, "record.word") || look_.word_is(token, "superlative")) return true;
  }
  return false;
}

bool OtherThings::is_ranked(std::size_t sentence, const TimeSpan& time) const {
  const Clauses& clauses = figures_.clauses_of(sentence);
  const std::size_t verb = clauses.at(time.range.end);
  const std::uint32_t begin = time.range.begin;
  const Analysis& a = input_.analyses[sentence];
  const bool led = begin > a.range.begin && look_.beginning_at(a, begin - 1, "preposition") != nullptr;
  if (led || !clauses.is(verb, Part::kVerb)) return false;
  const std::span<const Draft> beside = of_sentence(figures_.drafts(), sentence);
  return std::any_of(beside.begin(), beside.end(), [&](const Draft& draft) {
    return draft.came_by("quantity/rank-place") && clauses[verb].range.end == draft.mention->range.begin;
  });
}

bool OtherThings::dates_something_else(std::size_t sentence, const TimeSpan& time) const {
  const Analysis& a = input_.analyses[sentence];
  constexpr std::uint32_t kReach = 4;
  if (is_origin(look_, a, time)) return true;
  const bool matures = time.time.grain == Grain::kMonth || time.time.grain == Grain::kDay;
  for (std::uint32_t token = time.range.end;
       matures && token < a.range.end && token - time.range.end < kReach; ++token) {
    if (look_.covering(a, token, "contract.noun") != nullptr) return true;
    if (!look_.form(token).is(Shape::kWordlike) || look_.covering(a, token, "vg") != nullptr ||
        look_.beginning_at(a, token, "preposition") != nullptr)
      break;
  }
  return false;
}

}  // namespace figmine::periods
