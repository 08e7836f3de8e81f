#include "claim/clauses/subject_walk.h"

namespace figmine::clauses {

std::size_t SubjectWalk::of(std::size_t verb) const {
  constexpr std::size_t kMost = 40;  // steps
  if (verb >= clauses_.chunks().size()) return Clauses::kNoChunk;
  std::size_t steps = 0;
  for (std::size_t i = verb; i-- > 0 && steps < kMost; ++steps) {
    const Step next = step(i, verb);
    if (next.done) return next.chunk;
    i = next.chunk;
  }
  return Clauses::kNoChunk;
}

SubjectWalk::Step SubjectWalk::step(std::size_t chunk, std::size_t verb) const {
  switch (clauses_[chunk].part) {
    case Part::kPhrase:
      return at_phrase(chunk);
    case Part::kPronoun:
      return {true, holder_of(chunk)};
    case Part::kFigure:
      return at_figure(chunk);
    case Part::kTime:
      return {false, with_before(chunk, Part::kPreposition)};
    case Part::kClose:
      return {false, clauses_.opening(chunk)};
    case Part::kRelative:
      return at_relative(chunk);
    case Part::kComma:
      return at_comma(chunk, verb);
    case Part::kPreposition:
      if (is_infinitive_before(chunk, verb)) return {true, chunk - 1};
      return to_verb_before(chunk);
    case Part::kConjunction:
      return at_conjunction(chunk);
    case Part::kAdverb:
    case Part::kOther:
    case Part::kVerb:
      return {false, chunk};
    case Part::kSubordinator:
    case Part::kColon:
    case Part::kOpen:
    case Part::kStop:
      break;
  }
  return {true, Clauses::kNoChunk};
}

SubjectWalk::Step SubjectWalk::at_phrase(std::size_t phrase) const {
  if (clauses_[phrase].rate) return {false, phrase};
  if (is_participle_object(phrase)) return {false, clauses_.before(phrase)};
  return {true, before_relative(phrase)};
}

// "Workers earning $15 will get"
SubjectWalk::Step SubjectWalk::at_figure(std::size_t figure) const {
  const std::size_t left = clauses_.before(figure);
  if (figure > 1 && clauses_.is(left, Part::kVerb) && clauses_[left].attached) return {false, left};
  return {true, head_before(figure)};
}

// "two units, the sales of which rose"
SubjectWalk::Step SubjectWalk::at_relative(std::size_t relative) const {
  const bool owns = relative > 2 && clauses_.is(relative - 1, Part::kPreposition) &&
                    clauses_.is(relative - 2, Part::kPhrase) && clauses_.is(relative - 3, Part::kComma);
  if (owns) return {true, relative - 2};
  return {false, with_before(relative, Part::kComma)};
}

SubjectWalk::Step SubjectWalk::at_comma(std::size_t comma, std::size_t verb) const {
  const std::size_t jump = insertions_.before(comma);
  if (jump != Clauses::kNoChunk && !lists_verbs(jump, verb) && !ends_object(jump, comma, verb))
    return {false, jump};
  const bool adds =
      verb < clauses_.chunks().size() && clauses_[verb].gerund && clauses_.before(verb) == comma;
  return to_verb_before(adds ? before_describing(comma) : comma);
}

// "has backed tenants facing disputes, winning $5 million": a participle behind a comma goes on from the
// clause's own verb, not from one that describes its object.
std::size_t SubjectWalk::before_describing(std::size_t comma) const {
  const auto describes = [this](std::size_t verb) {
    return clauses_.is(verb, Part::kVerb) && clauses_[verb].gerund && verb > 0 &&
           clauses_[verb].range.end == clauses_[verb].range.begin + 1 &&
           clauses_.is(verb - 1, Part::kPhrase) && clauses_.is(clauses_.before(verb - 1), Part::kVerb);
  };
  std::size_t at = comma;
  for (std::size_t verb = clauses_.previous_verb(at); describes(verb); verb = clauses_.previous_verb(at))
    at = verb;
  return at;
}

// '"We grew," Holt said, "and opened 5 stores"': what goes on behind the mark that opens the quote again.
SubjectWalk::Step SubjectWalk::at_conjunction(std::size_t conjunction) const {
  const bool quoted = conjunction > 2 && clauses_.is(conjunction - 1, Part::kOther) &&
                      clauses_.is(conjunction - 2, Part::kComma);
  const std::size_t jump = quoted ? insertions_.before(conjunction - 2) : Clauses::kNoChunk;
  if (jump != Clauses::kNoChunk && clauses_.is(jump + 1, Part::kOther)) return to_verb_before(jump);
  return to_verb_before(conjunction);
}

// The subject of a verb before is that of this one too.
SubjectWalk::Step SubjectWalk::to_verb_before(std::size_t chunk) const {
  const std::size_t verb = clauses_.previous_verb(chunk);
  return {verb == Clauses::kNoChunk, verb};
}

// "The ferry to be built will carry 90 cars": whether an infinitive without an object of its own, which says
// more of the phrase before it, stands right before the verb; not the "help" of "a plan to help raise funds".
bool SubjectWalk::is_infinitive_before(std::size_t to, std::size_t verb) const {
  const bool infinitive = to > 0 && clauses_.is(to - 1, Part::kPhrase) && clauses_.is(to + 1, Part::kVerb) &&
                          !clauses_[to + 1].gerund && clauses_.after(to + 1) == verb;
  const auto several = [this](std::size_t chunk) {
    return clauses_[chunk].range.end - clauses_[chunk].range.begin > 1;
  };
  return infinitive && (several(to + 1) || several(verb));
}

// The chunk before where it is the part, else the chunk.
std::size_t SubjectWalk::with_before(std::size_t chunk, Part part) const {
  return chunk > 0 && clauses_.is(chunk - 1, part) ? chunk - 1 : chunk;
}

// "opened a plant, hired staff and sold 5,000 units": verbs in a row, of which what stands between commas is
// one, unlike "Acme, founded in May, sold".
bool SubjectWalk::lists_verbs(std::size_t comma, std::size_t verb) const {
  const bool last = verb != 0 && clauses_.is(clauses_.before(verb), Part::kConjunction);
  return last && clauses_.is(comma + 1, Part::kVerb) && !clauses_[comma + 1].gerund &&
         clauses_.previous_verb(comma) != Clauses::kNoChunk &&
         !clauses_.is(clauses_.before(clauses_.previous_verb(comma)), Part::kRelative);
}

// "makes soap, oil and cream, selling 40 tons", "bought Vexa, a maker of soap, adding 40 staff": what stands
// between commas are the last of several objects, or say what the object is.
bool SubjectWalk::ends_object(std::size_t first, std::size_t last, std::size_t verb) const {
  const bool participle = verb < clauses_.chunks().size() && clauses_[verb].gerund &&
                          clauses_.before(verb) == last && clauses_.previous_verb(first) != Clauses::kNoChunk;
  if (!participle || first < 2) return false;
  const std::size_t left = clauses_.before(first - 1);
  const std::size_t doer = clauses_.before(left);  // not "Topping the list of makers is Vexa, a maker"
  const bool object = clauses_.is(first - 1, Part::kPhrase) && clauses_.is(left, Part::kVerb) &&
                      !clauses_[left].attached && clauses_.is(doer, Part::kPhrase) &&
                      !clauses_.is(clauses_.before(doer), Part::kPreposition);
  if (object && clauses_.is(first + 1, Part::kPhrase)) return true;
  if (clauses_.is(first + 1, Part::kConjunction))  // "soap, oil, and cream,"
    return clauses_.is(first - 1, Part::kPhrase) && clauses_.is(first - 2, Part::kComma);
  if (!clauses_.is(first + 1, Part::kPhrase)) return false;
  for (std::size_t i = first + 2; i < last; ++i) {
    if (clauses_.is(i, Part::kConjunction)) return true;
  }
  return false;
}

// "Throughput across its nine terminals rose", "Output for the first five years is": the phrase that a figure
// is attached to; the figure where none.
std::size_t SubjectWalk::head_before(std::size_t figure) const {
  constexpr std::size_t kWords = 2;  // "its owner's nine terminals", "the first five years"
  std::size_t at = figure;
  while (at >= 1 && figure - at < kWords && clauses_[at - 1].part == Part::kOther) --at;
  if (at >= 2 && clauses_[at - 1].part == Part::kPhrase && clauses_[at - 2].part == Part::kPreposition) --at;
  return at >= 2 && clauses_[at - 1].part == Part::kPreposition && clauses_[at - 2].part == Part::kPhrase
             ? at - 2
             : figure;
}

// "The tension behind it was", "Homes that use it save $5": the phrase that a pronoun is attached to, or that
// a relative clause with it goes with; the pronoun where there is none.
std::size_t SubjectWalk::holder_of(std::size_t pronoun) const {
  const bool attached =
      pronoun >= 2 && clauses_.is(pronoun - 1, Part::kPreposition) && clauses_.is(pronoun - 2, Part::kPhrase);
  if (attached) return pronoun - 2;
  return pronoun > 0 && clauses_.is(pronoun - 1, Part::kVerb) ? before_relative(pronoun) : pronoun;
}

// "Sales at the unit that makes chips fell": what a relative clause, of which the phrase is the object, goes
// with; the phrase where it is none's.
std::size_t SubjectWalk::before_relative(std::size_t phrase) const {
  const std::size_t verb = verb_within(phrase);
  if (!clauses_.is(verb, Part::kVerb) || clauses_[verb].says || clauses_[verb].views || clauses_[verb].gerund)
    return phrase;
  const std::size_t relative = clauses_.before(verb);
  const bool clause = clauses_.is(relative, Part::kRelative) && relative > 0 &&
                      (clauses_.is(relative - 1, Part::kPhrase) || clauses_.is(relative - 1, Part::kPronoun));
  return clause ? relative - 1 : phrase;
}

// "started | the year with debt": the verb before the phrase, with no more than phrases between them;
// kNoChunk where none stands.
std::size_t SubjectWalk::verb_within(std::size_t phrase) const {
  constexpr std::size_t kReach = 6;  // chunks
  for (std::size_t i = phrase; i-- > 0 && phrase - i <= kReach;) {
    const Part part = clauses_[i].part;
    if (part == Part::kVerb) return i;
    if (part != Part::kPhrase && part != Part::kPreposition && part != Part::kTime) break;
  }
  return Clauses::kNoChunk;
}

// "The number of people claiming benefits rose": what a participle of the phrase before has as its object.
bool SubjectWalk::is_participle_object(std::size_t phrase) const {
  const std::size_t verb = clauses_.before(phrase);
  return clauses_.is(verb, Part::kVerb) && verb > 0 && clauses_.is(verb - 1, Part::kPhrase) &&
         clauses_[verb].gerund && clauses_[verb].range.end == clauses_[verb].range.begin + 1;
}

}  // namespace figmine::clauses
