#include "claim/measures/wholes.h"

#include <algorithm>

namespace figmine::measures {
namespace {

constexpr std::uint32_t kLongest = 24;  // tokens

}  // namespace

void Wholes::widen(Draft& draft, TokenRange whole, std::size_t verb) const {
  widen_to(draft, whole, figures_.clauses(draft)[verb].range.begin);
}

void Wholes::widen_to(Draft& draft, TokenRange whole, std::uint32_t verb) const {
  const Clauses& c = figures_.clauses(draft);
  std::uint32_t end = whole.end;
  for (std::size_t i = c.at(whole.end - 1) + 1; i < c.chunks().size() && restricts(c, i); ++i) {
    if (c[i].range.begin >= verb || end - whole.begin > kLongest) break;
    const bool when = c.is(i, Part::kTime);  // "homes built before 1950", but not "firms in May"
    const std::size_t left = c.before(c.is(i - 1, Part::kPreposition) ? i - 1 : i);
    const bool closes = when ? c.is(left, Part::kVerb)
                             : !c.is(i, Part::kPreposition) && !c.is(i, Part::kConjunction) &&
                                   !c.is(i, Part::kRelative) && !c.is(i, Part::kAdverb);
    if (closes) end = std::min(c[i].range.end, verb);
  }
  if (end - whole.begin <= kLongest) note(draft, {whole.begin, end});
}

// Whether the chunk can stand within what restricts a phrase: no comma or bracket, no "and" before another
// share.
bool Wholes::restricts(const Clauses& c, std::size_t chunk) const {
  switch (c[chunk].part) {
    case Part::kComma:
    case Part::kOpen:
    case Part::kClose:
    case Part::kColon:
    case Part::kStop:
    case Part::kSubordinator:
      return false;
    case Part::kConjunction:
      return !c.is(c.after(chunk), Part::kFigure);
    case Part::kOther:
      return look_.form(c[chunk].range.begin).is(Shape::kWordlike);
    default:
      return true;
  }
}

void Wholes::widen_attached(Draft& draft, TokenRange whole) const {
  const Clauses& c = figures_.clauses(draft);
  if (!is_group(draft, whole)) return;
  std::size_t i = c.at(whole.end - 1) + 1;
  std::uint32_t end = whole.end;
  if (whole.end < c[i - 1].range.end && c.is(i, Part::kFigure) && look_.small_word_is(end, "aged.lead"))
    end = c[i++].range.end;  // "those aged | 15 to 34"
  while (i < c.chunks().size() && end - whole.begin <= kLongest) {
    const std::uint32_t next = attached_end(draft, i);
    if (next == 0) break;
    end = next;
    const std::size_t last = c.at(end - 1);
    if (c.is(i, Part::kRelative) || look_.small_word_is(c[i].range.begin, "relative.owner"))
      break;  // what follows belongs to its clause
    i = last + 1;
  }
  if (end - whole.begin <= kLongest) note(draft, {whole.begin, end});
}

// Where what the chunk attaches to a group ends; 0 where it attaches nothing.
std::uint32_t Wholes::attached_end(const Draft& draft, std::size_t chunk) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t next = c.after(chunk);
  if (next == Clauses::kNoChunk) return 0;
  const std::uint32_t word = c[chunk].range.begin;
  if (c.is(chunk, Part::kRelative) && c.is(next, Part::kVerb) && look_.word_is(word, "relative"))
    return predicates_.end_of(draft, c[next].range);
  const bool owns = look_.small_word_is(word, "relative.owner") && c.is(next, Part::kVerb);
  if (owns && c.is(chunk, Part::kPhrase))
    return predicates_.end_of(draft, c[next].range);  // "whose shop did"
  if (c.is(next, Part::kFigure) && look_.small_word_is(word, "aged.lead")) return c[next].range.end;
  const bool led = c.is(chunk, Part::kPreposition) && look_.small_word_is(word, "group.restricting") &&
                   !look_.word_is(c[next].range.begin, "pos.first.PRPS");  // not "people in their lifetime"
  if (!led || !c.is(next, Part::kPhrase) || look_.holds_word(c[next].range, "survey.noun") ||
      is_instrument(draft, chunk))
    return 0;
  const std::size_t of = c.after(next);  // "between the ages of 25 to 44"
  const bool aged = look_.small_word_is(c[next].range.end - 1, "aged.lead") && c.is(of, Part::kPreposition) &&
                    c.is(c.after(of), Part::kFigure);
  return aged ? c[c.after(of)].range.end : c[next].range.end;
}

// "supplied 40% of members with loans"
bool Wholes::is_instrument(const Draft& draft, std::size_t preposition) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(figures_.chunk_of(draft));
  return verb != Clauses::kNoChunk &&
         look_.small_word_is(c[preposition].range.begin, "preposition.bearing") &&
         look_.word_is(c[verb].range.end - 1, "with.verb");
}

bool Wholes::is_group(const Draft& draft, TokenRange whole) const {
  return look_.ending_at(figures_.analysis(draft), whole.end, "people") != nullptr ||
         look_.small_word_is(whole.begin, "determiner.people");
}

void Wholes::note(Draft& draft, TokenRange whole) const { draft.fact.share_of = look_.phrase_of(whole); }

}  // namespace figmine::measures
