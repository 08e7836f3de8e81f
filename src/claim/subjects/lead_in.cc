#include "claim/subjects/lead_in.h"

namespace figmine::subjects {

TokenRange LeadIn::subject_for(const Draft& draft) const {
  if (!goes_on(draft)) return {};
  const std::size_t lead = list_lead_.lead_of(draft.sentence);
  const bool leads = lead != draft.sentence && list_lead_.announces(lead);
  return leads ? subject_of(lead, does_something(draft)) : TokenRange{};
}

// "spend 12% less", "twice as likely to grow"; not "a 5% rise".
bool LeadIn::does_something(const Draft& draft) const {
  return draft.came_by("measure/likely") || figures_.clauses(draft).is(0, Part::kVerb);
}

// The item's first sentence, which begins with a word in lower case.
bool LeadIn::goes_on(const Draft& draft) const {
  const bool item = input_.in_list(draft.sentence) && draft.sentence > 0 &&
                    !input_.same_block(draft.sentence - 1, draft.sentence);
  if (!item) return false;
  const TokenRange range = figures_.analysis(draft).range;
  std::uint32_t first = range.begin;
  while (first < range.end && look_.form(first).is(Shape::kPunct)) ++first;  // a bullet
  return first < range.end && look_.form(first).is(Shape::kLower) && first < draft.mention->range.end;
}

// "Firms with a plan do better, as they are:" gives "Firms with a plan"; "Unlike others, such firms:" the
// phrase before the colon, where the item tells what they do.
TokenRange LeadIn::subject_of(std::size_t sentence, bool does) const {
  const Analysis& a = input_.analyses[sentence];
  const Clauses c(look_, a, input_.resolved[sentence]);
  const std::size_t colon = c.chunks().size() - 1;
  const std::size_t last = c.before(colon);
  if (c.is(last, Part::kPhrase)) {
    if (!does) return {};
    const TokenRange whole = c.chain_ending(last);
    const std::size_t left = c.before(c.at(whole.begin));
    return left == Clauses::kNoChunk || c.is(left, Part::kComma) ? whole : TokenRange{};
  }
  const std::size_t verb = c.is(last, Part::kVerb) ? last : c.verb_before(colon);
  if (verb == Clauses::kNoChunk || verb + 2 < colon || (!does && !takes_object(c[verb].range.end - 1)))
    return {};
  const TokenRange own = subject_of_verb(c, verb);
  if (own.empty() || !namer_.is_pronoun(own)) return own;
  const std::size_t main = verbs_.main_verb(a, c);
  return main < verb ? subject_of_verb(c, main) : own;
}

// "The patients had:"; not "The terms are:", "The others include:", "The study found:".
bool LeadIn::takes_object(std::uint32_t verb) const {
  for (const std::string_view type : {"copula", "say.verb", "reporting.verb", "find.verb", "listing.verb"}) {
    if (look_.word_is(verb, type)) return false;
  }
  return true;
}

TokenRange LeadIn::subject_of_verb(const Clauses& c, std::size_t verb) const {
  const std::size_t subject = c.subject_of(verb);
  if (subject == Clauses::kNoChunk || c.is(subject, Part::kFigure)) return {};
  return c.is(subject, Part::kPhrase) ? c.chain_ending(subject) : c[subject].range;
}

}  // namespace figmine::subjects
