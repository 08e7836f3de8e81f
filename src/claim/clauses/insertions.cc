#include "claim/clauses/insertions.h"

namespace figmine::clauses {

std::size_t Insertions::before(std::size_t comma) const {
  bool verb = false;
  std::size_t plain = Clauses::kNoChunk;  // the nearest comma with no verb after it
  for (std::size_t i = comma; i-- > 0 && comma - i < 20;) {
    const Part part = clauses_[i].part;
    if (part == Part::kStop || part == Part::kColon) break;
    if (part == Part::kSubordinator && clauses_.is(i - 1, Part::kComma)) break;  // ", while copper, a metal,"
    if (clauses_[i].part == Part::kVerb) verb = true;
    if (clauses_[i].part != Part::kComma || i == 0) continue;
    const bool inserted =
        clauses_.is(i + 1, Part::kRelative) || clauses_.is(i + 1, Part::kVerb) || says_only(i, comma);
    if (inserted && verb) return i;
    if (!verb && plain == Clauses::kNoChunk) plain = i;
  }
  return plain;
}

// ", he said,"
bool Insertions::says_only(std::size_t comma, std::size_t end) const {
  return end == comma + 3 && clauses_[comma + 2].says &&
         (clauses_.is(comma + 1, Part::kPronoun) || clauses_.is(comma + 1, Part::kPhrase));
}

}  // namespace figmine::clauses
