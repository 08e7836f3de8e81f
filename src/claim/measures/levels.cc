#include "claim/measures/levels.h"

namespace figmine::measures {

// "meets resistance near the $40 level", "the support formed around the $30 mark", "critical levels at $41",
// "from the $30 support region": what the level is of.
bool Levels::holds_level(Draft& draft) const {
  if (draft.fact.quantity.kind != "money") return false;
  const Analysis& a = figures_.analysis(draft);
  const TokenRange after = draft.range("measure_after");
  const bool marked = !after.empty() && look_.word_is(after.end - 1, "level.mark");
  const bool next = after.begin == draft.mention->range.end && after.end - after.begin > 1;
  if (marked && next && names_level(after)) {
    setter_.set(draft, after, "measure/level");
    return true;
  }
  if (!marked && !after.empty()) return false;
  const Clauses& c = figures_.clauses(draft);
  std::size_t at = c.before(figures_.chunk_of(draft));
  if (const Draft* other = figures_.before(figures_.index_of(draft));  // "levels at $41 and $43"
      !marked && other != nullptr && other->came_by("measure/level") && c.is(at, Part::kConjunction) &&
      c.before(at) == figures_.chunk_of(*other))
    return setter_.inherit(draft, other, "measure/level");
  if (c.is(at, Part::kOther) && look_.word_is(c[at].range.begin, "article")) at = c.before(at);
  const bool put = c.is(at, Part::kPreposition) && look_.word_is(c[at].range.begin, "preposition.level");
  if (!marked && !put) return false;
  if (c.is(at, Part::kPreposition)) at = c.before(at);
  if (marked && c.is(at, Part::kVerb) && c.is(at - 1, Part::kPhrase)) --at;
  if (!c.is(at, Part::kPhrase) || !names_level(c[at].range)) return false;
  setter_.set(draft, look_.without_article(a, c[at].range), "measure/level");
  return true;
}

// "immediate resistance", "a support zone", "critical levels"
bool Levels::names_level(TokenRange words) const {
  const std::uint32_t last = words.end - 1;
  if (look_.word_is(last, "level.holder")) return true;
  return words.end - words.begin > 1 && look_.word_is(last, "level.zone") &&
         look_.word_is(last - 1, "level.described");
}

// "in a quiet phase, hovering around the $40 mark", "held to a higher 30% threshold": where the clause's
// subject names no measure, the mark itself.
bool Levels::marks_level(Draft& draft) const {
  const TokenRange after = draft.range("measure_after");
  if (after.empty() || after.end != draft.mention->range.end + 1) return false;
  const std::string& kind = draft.fact.quantity.kind;
  const bool mark = (kind == "money" && look_.word_is(after.begin, "level.mark")) ||
                    (kind == "percent" && look_.small_word_is(after.begin, "level.limit"));
  if (!mark) return false;
  constexpr std::size_t kReach = 12;  // chunks
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = figures_.chunk_of(draft);
  for (std::size_t i = figure; i-- > 0 && figure - i <= kReach && !c.is(i, Part::kStop);) {
    const std::uint32_t head = c[i].range.end - 1;
    const bool moves = c.is(i, Part::kPhrase) &&
                       (look_.word_is(head, "measure.noun") || look_.word_is(head, "level.holder"));
    if (moves) return false;  // "the price hit the $5 mark"
  }
  setter_.set(draft, after, "measure/mark");
  return true;
}

}  // namespace figmine::measures
