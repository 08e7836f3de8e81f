#include "claim/clauses/insertions.h"

namespace figmine::clauses {

std::size_t Insertions::before(std::size_t comma) const {
  bool verb = false;
  bool finite = false;
  std::size_t plain = Clauses::kNoChunk;   // the nearest comma with no verb after it
  std::size_t region = Clauses::kNoChunk;  // the same within the name of a place
  for (std::size_t i = comma; i-- > 0 && comma - i < 20;) {
    const Part part = clauses_[i].part;
    if (part == Part::kStop || part == Part::kColon) break;
    if (part == Part::kSubordinator && clauses_.is(i - 1, Part::kComma) && !clauses_[i].where)
      break;  // ", while copper, a metal,"
    if (part == Part::kVerb) verb = true;
    finite = finite || (part == Part::kVerb && !is_participle(i));
    if (part != Part::kComma || i == 0) continue;
    const bool inserted = clauses_.is(i + 1, Part::kRelative) || clauses_.is(i + 1, Part::kVerb) ||
                          clauses_[i + 1].where || says_only(i, comma);
    // "Vexa, a maker of pumps, valves, and hoses, sold": the list is no subject
    const bool listed = plain != Clauses::kNoChunk && clauses_.is(plain + 1, Part::kConjunction);
    if (verb && inserted && !closes_participle(i)) return i;
    if ((verb || listed) && explains_opening(i, comma)) return i;
    if (region != Clauses::kNoChunk && !finite && says_what(i)) return i;
    if (!verb && plain == Clauses::kNoChunk && region == Clauses::kNoChunk)
      (clauses_[i].region ? region : plain) = i;
  }
  return region == Clauses::kNoChunk ? plain : region;
}

// "The company, based in Laval, posted a loss, compared to": the second comma, before the sentence's own
// verb.
bool Insertions::closes_participle(std::size_t comma) const {
  constexpr std::size_t kReach = 8;  // chunks
  if (!clauses_.is(comma + 1, Part::kVerb) || clauses_[comma + 1].gerund) return false;
  for (std::size_t i = comma; i-- > 1 && comma - i <= kReach;) {
    if (!clauses_.is(i, Part::kComma)) continue;
    return clauses_.is(i - 1, Part::kPhrase) && clauses_.is(i + 1, Part::kVerb) &&
           clauses_.is(i + 2, Part::kPreposition) && !clauses_[i + 1].present;
  }
  return false;
}

// "Vexa, a maker based in Laval, Quebec, has", "Orth, of Laval, Quebec, has": the comma behind a name, before
// words that say what or whence that is.
bool Insertions::says_what(std::size_t comma) const {
  const bool name = clauses_.is(comma - 1, Part::kPhrase) || clauses_.is(comma - 1, Part::kClose);
  return name && (clauses_[comma + 1].one || clauses_.is(comma + 1, Part::kPreposition));
}

// "Vexa, the maker of pumps that help people save water, has": words that say what the name that opens the
// sentence is, whatever they tell, up to the verb.
bool Insertions::explains_opening(std::size_t comma, std::size_t end) const {
  std::size_t verb = clauses_.after(end);
  if (clauses_.is(verb, Part::kTime)) verb = clauses_.after(verb);  // "today announced"
  if (!clauses_.is(verb, Part::kVerb) || clauses_[verb].gerund) return false;
  const bool described = clauses_[comma + 1].one || clauses_[comma + 1].the || clauses_[comma + 1].article;
  std::size_t name = comma - 1;
  if (clauses_.is(name, Part::kClose)) name = clauses_.opening(name) - 1;
  if (!described || name >= comma || !clauses_.is(name, Part::kPhrase)) return false;
  while (name >= 2 && clauses_.is(name - 1, Part::kPreposition) && clauses_.is(name - 2, Part::kPhrase))
    name -= 2;  // "Output at Corlan, the mine in which Vexa holds 62%, fell"
  return name == 0 || clauses_.is(name - 1, Part::kColon) || clauses_.is(name - 1, Part::kStop) ||
         clauses_.is(name - 1, Part::kOther);  // a hyphen behind the dateline
}

// "based in", "listed on" behind a phrase
bool Insertions::is_participle(std::size_t verb) const {
  return clauses_[verb].range.end == clauses_[verb].range.begin + 1 && !clauses_[verb].present &&
         clauses_.is(verb - 1, Part::kPhrase) && clauses_.is(verb + 1, Part::kPreposition);
}

// ", he said,"; between the parts of a quote also ", said Ann Lee, chief executive of Vexa,"
bool Insertions::says_only(std::size_t comma, std::size_t end) const {
  const bool quoted = clauses_.is(comma + 1, Part::kOther) && clauses_.is(end + 1, Part::kOther);
  const std::size_t first = comma + (quoted ? 2 : 1);
  if (quoted && clauses_.is(first, Part::kVerb) && clauses_[first].says) return true;
  return end == first + 2 && clauses_[first + 1].says &&
         (clauses_.is(first, Part::kPronoun) || clauses_.is(first, Part::kPhrase));
}

}  // namespace figmine::clauses
