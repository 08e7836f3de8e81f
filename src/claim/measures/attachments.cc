#include "claim/measures/attachments.h"

namespace figmine::measures {

// "a 34% stake in a sailing school": the phrase behind a figure with what says more of it; where a thing
// of some size is says nothing of it: "a 40 m tower on the hill".
bool Attachments::take_with_attachments(Draft& draft, TokenRange after) const {
  if (look_.token_text(after.begin) == "-") ++after.begin;
  const bool spans = after.end - after.begin > 1 && look_.word_is(after.begin, "size.adjective");
  if (spans) ++after.begin;  // "a 37 m-long skeleton"
  if (!setter_.take(draft, after, "") && !takes_rate_of(draft, after)) return false;
  if (takes_stake(draft, after)) return true;
  const Clauses& c = figures_.clauses(draft);
  const bool sized = draft.fact.quantity.kind == "measure";
  constexpr std::size_t kMost = 2;  // phrases: not "in value across the sectors from offices in Oslo"
  TokenRange chain = after;
  const std::size_t first = c.at(after.end - 1);
  for (std::size_t i = first;
       i < first + 2 * kMost && c.is(i + 1, Part::kPreposition) && c.is(i + 2, Part::kPhrase); i += 2) {
    const std::uint32_t link = c[i + 1].range.begin;
    if (sized && !look_.small_word_is(link, "preposition.holder")) break;
    if (look_.small_word_is(link, "preposition.level")) break;  // "a two-year runway at present rates"
    if (look_.small_word_is(link, "preposition.counterpart") &&
        look_.form(c[i + 2].range.end - 1).is(Shape::kCap))
      break;  // "a £44 million fine against Halden Bank"
    chain.end = c[i + 2].range.end;
  }
  return setter_.take(draft, chain, "") && with_partner(draft) && with_purpose(draft, chain.end);
}

// "an 80% interest in the Dern Lake project": in what, named or not.
bool Attachments::takes_stake(Draft& draft, TokenRange after) const {
  const Clauses& c = figures_.clauses(draft);
  std::size_t link = c.at(after.end);
  if (link == Clauses::kNoChunk || !look_.word_is(after.end - 1, "stake.noun") ||
      c[link].range.begin != after.end ||
      !(look_.small_word_is(after.end, "preposition.place") ||
        look_.small_word_is(after.end, "preposition.part")) ||
      !c.is(link + 1, Part::kPhrase))
    return false;
  while (is_preposition(look_, c, link + 2, "preposition.part") && c.is(link + 3, Part::kPhrase)) link += 2;
  setter_.set(draft, {after.begin, c[link + 1].range.end}, "");
  return true;
}

// "a 95% rate of job readiness": of what, without which the noun says nothing.
bool Attachments::takes_rate_of(Draft& draft, TokenRange after) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t of = c.at(after.end);
  const TokenRange holder = draft.subject;
  const bool taken = look_.word_is(after.end - 1, "measure.weak") &&
                     is_preposition(look_, c, of, "preposition.part") && c.is(of + 1, Part::kPhrase) &&
                     setter_.take(draft, {after.begin, c[of + 1].range.end}, "");
  draft.subject = holder;  // "a 15% share of the European market": not whose it is
  return taken;
}

// "a 4% commission for selling tickets", "a 45-day option to buy more shares": what is done with it.
bool Attachments::with_purpose(Draft& draft, std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 10;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t link = c.at(end);
  const std::size_t object = c.after(link + 1);
  const bool done = draft.measure.end == end && c.is(link, Part::kPreposition) &&
                    c[link].range.begin == end && c.is(link + 1, Part::kVerb) &&
                    c.is(object, Part::kPhrase) && c[link + 1].range.end == c[object].range.begin;
  if (!done) return true;
  const bool gerund = c[link + 1].gerund && !look_.small_word_is(end, "preposition.doer");
  const bool chance = look_.token_text(end) == "to" && look_.word_is(end - 1, "chance.noun");
  if ((gerund || chance) && c[object].range.end - draft.measure.begin <= kLongest)
    setter_.set(draft, {draft.measure.begin, c[object].range.end}, "");
  return true;
}

// "a $5m contract with Acme": with whom.
bool Attachments::with_partner(Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t link = c.at(draft.measure.end);
  const bool partner = look_.word_is(draft.measure.end - 1, "partner.noun") &&
                       c.is(link, Part::kPreposition) && c.is(link + 1, Part::kPhrase) &&
                       look_.small_word_is(draft.measure.end, "preposition.bearing");
  if (!partner) return true;
  TokenRange words{draft.measure.begin, c[link + 1].range.end};
  if (look_.small_word_is(words.end, "preposition.part") && c.is(link + 3, Part::kPhrase))
    words.end = c[link + 3].range.end;  // "with the city of Oslo"
  setter_.set(draft, words, "");
  return true;
}

}  // namespace figmine::measures
