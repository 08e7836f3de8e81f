#include "claim/subjects/fronted.h"

#include "claim/tense.h"

namespace figmine::subjects {

TokenRange Fronted::behind_fronted(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = c.at(draft.mention->range.begin);
  const std::size_t first = opening(c);
  const bool gerund =
      c.is(first, Part::kSubordinator) && c.is(first + 1, Part::kVerb);  // "After reaching a high of $5"
  const bool described = c.is(first, Part::kPhrase) && look_.word_is(c[first].range.begin, "article") &&
                         c.is(first + 1, Part::kPreposition) &&
                         look_.small_word_is(c[first + 1].range.begin, "preposition.bearing");
  if (!c.is(first, Part::kPreposition) && !c.is(first, Part::kVerb) && !gerund && !described) return {};
  for (std::size_t i = first + 1; i < figure; ++i) {
    const bool had = c.is(i - 1, Part::kVerb) && look_.word_is(c[i - 1].range.end - 1, "have.verb");
    if (c.is(i, Part::kVerb) && !had && is_finite(look_, a, c, c[i].range)) return {};
  }
  constexpr std::size_t kReach = 12;  // chunks
  std::size_t comma = figure + 1;
  while (comma < c.chunks().size() && comma - figure < kReach && !c.is(comma, Part::kComma)) {
    if (c.is(comma, Part::kStop) || c.is(comma, Part::kColon)) return {};
    // "A fund with $5 million was launched, Fors said"
    if (described && c.is(comma, Part::kVerb) && is_finite(look_, a, c, c[comma].range)) return {};
    ++comma;
  }
  const std::size_t subject = comma + 1;
  const bool we =
      c.is(subject, Part::kPronoun) && (look_.word_is(c[subject].range.begin, "pronoun.speaker") ||
                                        look_.word_is(c[subject].range.begin, "pronoun.thing"));
  const bool clause = c.is(comma, Part::kComma) && (we || c.is(subject, Part::kPhrase)) &&
                      c.is(c.after(subject), Part::kVerb);
  if (!clause || verbs_.tells(c, c.after(subject)) || !verbs_.tells_tense(a, c, c.after(subject))) return {};
  if (we) return c[subject].range;  // "Backed by 50 donors, we fund …"
  const Naming naming = namer_.name(a, c, c[subject].range);
  if (naming.subject.empty()) return coins_.coin_in(draft, c[subject].range);
  return words_.is_person(naming.subject) && !described ? TokenRange{} : naming.subject;
}

TokenRange Fronted::place_before(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t first = opening(c);
  const bool placed = c.is(first, Part::kPreposition) && c.is(first + 1, Part::kPhrase) &&
                      c.is(first + 2, Part::kComma) && first + 2 < c.at(draft.mention->range.begin) &&
                      look_.word_is(c[first].range.begin, "preposition.home");
  if (!placed) return {};
  const TokenRange words = look_.without_article(a, c[first + 1].range);
  const Annotation* place = look_.beginning_at(a, words.begin, "place");
  return place != nullptr && place->range == words ? words : TokenRange{};
}

std::size_t Fronted::opening(const Clauses& c) const {
  std::size_t first = verbs_.behind_label(c);
  while (c.is(first, Part::kAdverb)) ++first;  // "Already having raised $5m"
  return first;
}

}  // namespace figmine::subjects
