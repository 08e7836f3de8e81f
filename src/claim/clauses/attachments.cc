#include "claim/clauses/attachments.h"

namespace figmine::clauses {

std::size_t after_attachments(const Clauses& clauses, std::size_t chunk) {
  const auto named = [&](std::size_t i) {
    return clauses.is(i, Part::kPhrase) || clauses.is(i, Part::kFigure) || clauses.is(i, Part::kTime) ||
           clauses.is(i, Part::kPronoun);
  };
  std::size_t at = clauses.after(chunk);
  while (at != Clauses::kNoChunk) {
    const Part part = clauses[at].part;
    const std::size_t next = clauses.after(at);
    if ((part == Part::kPreposition || part == Part::kConjunction) && named(next)) {
      at = clauses.after(next);
    } else if (part == Part::kPronoun && clauses.is(next, Part::kVerb)) {  // "the companies we survey"
      at = clauses.after(next);
    } else if (part == Part::kFigure || part == Part::kTime) {
      at = next;
    } else if (part == Part::kVerb && clauses[at].attached && clauses.is(next, Part::kFigure) &&
               at + 1 == next && !clauses[at].gerund) {
      at = clauses.after(next);  // "tenants aged 40-65 have", "adults aged 70 and older have"
      std::size_t verb = clauses.is(at, Part::kConjunction) ? clauses.after(at) : Clauses::kNoChunk;
      if (clauses.is(verb, Part::kOther)) verb = clauses.after(verb);
      if (clauses.is(verb, Part::kVerb)) at = verb;
    } else if (part == Part::kPhrase && clauses.is(at - 1, Part::kAdverb) &&
               clauses.is(next, Part::kFigure)) {
      at = clauses.after(next);  // "men over age 30 are"
    } else {
      break;
    }
  }
  return at;
}

}  // namespace figmine::clauses
