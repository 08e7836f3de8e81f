#include "claim/clauses/chains.h"

namespace figmine::clauses {

TokenRange Chains::ending(std::size_t chunk) const {
  if (chunk >= clauses_.chunks().size()) return {};
  TokenRange range = clauses_[chunk].range;
  bool listed = false;
  while (chunk >= 2) {
    chunk = joined_before(chunk, listed);
    if (chunk == Clauses::kNoChunk) break;
    range.begin = clauses_[chunk].range.begin;
  }
  return range;
}

// The phrase that is joined to the chunk from the left; kNoChunk where none is. `listed`: whether "and" has
// been passed, before which a comma joins too.
std::size_t Chains::joined_before(std::size_t chunk, bool& listed) const {
  std::size_t link = chunk - 1;
  if (clauses_.is(link, Part::kTime) && link > 0) --link;  // "futures for May delivery"
  if (link > 1 && clauses_.is(link, Part::kFigure) && splits_phrase(link))
    return link - 1;  // "the benchmark 10-year note"
  if (link > 2 && clauses_[link].hyphened && clauses_.is(link - 1, Part::kOther) &&
      clauses_.is(link - 2, Part::kPhrase) && clauses_.is(link - 3, Part::kPreposition))
    return link - 2;  // "the yield on Orvane's 10-year bond"
  if (link > 1 && clauses_[link].hyphened && clauses_.is(link - 1, Part::kPreposition))
    --link;  // "rates on 30-year loans"
  if (link > 1 && clauses_.is(link, Part::kOther) && clauses_.is(link - 1, Part::kPreposition))
    --link;  // "the price in both offers"
  if (link == 0) return Clauses::kNoChunk;
  if (clauses_.is(link, Part::kClose)) {  // "net ticket revenue (NTR) from ferries"
    const std::size_t open = clauses_.opening(link);
    const bool joined = open > 0 && open != link && clauses_.is(open - 1, Part::kPhrase);
    return joined ? open - 1 : Clauses::kNoChunk;
  }
  std::size_t next = link - 1;
  const Part joint = clauses_[link].part;
  const bool before_tax = joint == Part::kSubordinator && clauses_[link].joins;  // "profit before tax"
  listed = listed || joint == Part::kConjunction;
  if (joint == Part::kPreposition) {
    next = before_preposition(link);
  } else if (joint == Part::kConjunction) {
    if (closes_list(next)) --next;
  } else if (!before_tax && !(joint == Part::kComma && listed)) {
    return Clauses::kNoChunk;
  }
  return clauses_.is(next, Part::kPhrase) ? next : Clauses::kNoChunk;
}

// What the preposition is attached to: "net cash used in operations", "revenue (GGR) from iGaming", "exports
// in April of goods".
std::size_t Chains::before_preposition(std::size_t preposition) const {
  std::size_t at = preposition - 1;
  const bool some = at >= 2 && clauses_.is(at, Part::kOther) && clauses_.is(at - 1, Part::kPreposition) &&
                    clauses_.is(at - 2, Part::kPhrase);
  if (some) return at - 2;  // "the cost for some of the teams"
  if (is_led_by_participle(preposition)) --at;
  if (clauses_.is(at, Part::kClose)) {
    const std::size_t open = clauses_.opening(at);
    if (open > 0 && open != at && clauses_.is(open - 1, Part::kPhrase)) at = open - 1;
  }
  return before_time(at);
}

// "cash used in"; not "a clause calling for fines"
bool Chains::is_led_by_participle(std::size_t preposition) const {
  const std::size_t verb = preposition - 1;
  if (verb == 0 || !clauses_.is(verb, Part::kVerb) || !clauses_.is(verb - 1, Part::kPhrase)) return false;
  const Chunk& participle = clauses_[verb];
  return participle.range.end - participle.range.begin == 1 && !participle.present &&
         !(participle.gerund && clauses_[preposition].aims);
}

// "cash, deposits, and securities": whether the comma before "and" stands in a row of phrases.
bool Chains::closes_list(std::size_t comma) const {
  return comma >= 3 && clauses_.is(comma, Part::kComma) && clauses_.is(comma - 1, Part::kPhrase) &&
         clauses_.is(comma - 2, Part::kComma) && clauses_.is(comma - 3, Part::kPhrase);
}

// "yield on the benchmark 10-year note": a figure inside a phrase whose beginning stands before it.
bool Chains::splits_phrase(std::size_t figure) const {
  const bool begun = clauses_[figure - 1].part == Part::kPhrase || clauses_[figure - 1].article;
  const Part joint = clauses_[figure - 2].part;
  return begun && (joint == Part::kPreposition || joint == Part::kConjunction);
}

// "Exports in the April period of the year": the phrase that a time is attached to; the chunk itself where
// it is no time or stands alone.
std::size_t Chains::before_time(std::size_t chunk) const {
  if (!clauses_.is(chunk, Part::kTime) || chunk < 2) return chunk;
  const std::size_t phrase = clauses_[chunk - 1].part == Part::kPreposition ? chunk - 2 : chunk - 1;
  return clauses_.is(phrase, Part::kPhrase) ? phrase : chunk;
}

TokenRange Chains::beginning(std::size_t chunk) const {
  if (chunk >= clauses_.chunks().size()) return {};
  TokenRange range = clauses_[chunk].range;
  for (std::size_t i = chunk; i + 2 < clauses_.chunks().size(); i += 2) {
    const Part joint = clauses_[i + 1].part;
    if ((joint != Part::kPreposition && joint != Part::kConjunction) || !clauses_.is(i + 2, Part::kPhrase))
      break;
    if (clauses_[i + 2].none && joint == Part::kConjunction) break;  // "cash | and no debt"
    range.end = clauses_[i + 2].range.end;
  }
  return range;
}

std::size_t Chains::list_end(std::size_t chunk) const {
  std::size_t at = chunk;
  while (clauses_.is(at + 1, Part::kComma) && clauses_.is(at + 2, Part::kPhrase)) at += 2;
  if (at == chunk) return chunk;
  const std::size_t joint = clauses_.is(at + 1, Part::kComma) ? at + 2 : at + 1;
  const bool closed = clauses_.is(joint, Part::kConjunction) && clauses_.is(joint + 1, Part::kPhrase);
  return closed && !clauses_.is(clauses_.after_attachments(joint + 1), Part::kVerb) ? joint + 1 : chunk;
}

}  // namespace figmine::clauses
