#include "claim/measures/amounts_in.h"

namespace figmine::measures {

bool AmountsIn::find(Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const bool plain = draft.text("role").empty() || draft.text("role") == "none";
  const bool share = tells_share(draft.fact.quantity);
  const TokenRange in = draft.range("measure_in_np");
  const bool time = !in.empty() && look_.ending_at(a, in.end, "grain") != nullptr;  // "in the initial years"
  if (in.empty() || time || (!plain && draft.text("role") != "to" && !is_object_of_adding(draft, in)) ||
      share)
    return false;
  if (verbs_.tells_for_whom(draft, in)) return false;
  if (puts_in(draft, in)) return true;
  const bool doubled = draft.fact.quantity.kind == "multiple";
  if (is_where(draft, in) || (doubled && nouns_.is_stop_head(a, in)))
    return false;  // "have doubled in a decade"
  const TokenRange holder = draft.subject;
  if (take_sum(draft, in) || is_in_capitals(draft, in)) return true;
  if (setter_.take(draft, phrases_.chain_of(draft, in), "")) {
    if (is_got(draft)) draft.subject = holder;
    take_list(draft);
    return true;
  }
  if (is_given_for(draft, in)) draft.subject = holder;
  return false;
}

// "receive $5 in Harbour Vouchers", unlike "$4m in New Contracts and Renewals"
bool AmountsIn::is_in_capitals(Draft& draft, TokenRange in) const {
  return draft.fact.quantity.kind == "money" && in.begin == draft.mention->range.end + 1 &&
         look_.small_word_is(in.begin - 1, "preposition.record") &&
         !look_.small_word_is(in.end, "joint.and") && setter_.take_capitals(draft, in);
}

// "a plan ($180 in savings)": what the bracket itself says the amount is in.
bool AmountsIn::counts_in(Draft& draft) const {
  const TokenRange in = draft.range("measure_in_np");
  return draft.fact.quantity.kind == "money" && !in.empty() &&
         look_.small_word_is(in.begin - 1, "preposition.record") && setter_.take(draft, in, "");
}

// "The fund reached $1 billion in assets": what stands behind "in", where the subject has it.
bool AmountsIn::reaches_in(Draft& draft) const {
  const TokenRange in = draft.range("measure_in_np");
  const std::string role = draft.text("role");
  const bool named = draft.fact.quantity.kind == "money" && !in.empty() && (role.empty() || role == "to") &&
                     in.begin == draft.mention->range.end + 1 &&
                     look_.small_word_is(draft.mention->range.end, "preposition.record") &&
                     look_.word_is(in.end - 1, "measure.noun") && verbs_.levels(draft);
  if (!named) return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t subject = c.subject_before(figures_.chunk_of(draft));
  if (!c.is(subject, Part::kPhrase)) return false;
  const std::size_t first = c.at(c.chain_ending(subject).begin);
  return !look_.word_is(c[first].range.end - 1, "measure.noun") &&
         setter_.take(draft, phrases_.chain_of(draft, in), "");
}

// "$3 million worth of Vexa bonds", "$900 and $600 worth of vouchers": what is worth so much, also by its
// name.
bool AmountsIn::is_worth_of(Draft& draft) const {
  const TokenRange in = draft.range("measure_in_np");
  if (draft.fact.quantity.kind != "money" || in.empty()) return false;
  const std::uint32_t of = in.begin - (look_.token_text(in.begin - 1) == "$" ? 2 : 1);
  if (!look_.small_word_is(of, "preposition.part") || !look_.word_is(of - 1, "amount.worth")) return false;
  const bool shared = of != draft.mention->range.end + 1;
  if (shared && draft.has("measure")) return false;  // "a value of either $1 or $2 worth of tokens"
  const TokenRange holder = draft.subject;
  const bool name = look_.is_name(in) && in.end - in.begin == 1;  // "of VEX on the site"
  if (name || !setter_.take(draft, phrases_.chain_of(draft, in), ""))
    setter_.set(draft, look_.without_article(figures_.analysis(draft), in), "measure/worth-of");
  if (shared) draft.subject = holder;
  return true;
}

// "the elimination of $2 million in old debt": what the amount is of, behind what was done with it.
bool AmountsIn::is_amount_of(Draft& draft) const {
  const std::string& kind = draft.fact.quantity.kind;
  const TokenRange in = draft.range("measure_in_np");
  const bool of = (kind == "money" || kind == "measure") && !in.empty() && draft.text("attach") == "of" &&
                  draft.text("role").empty() &&
                  look_.word_is(draft.range("measure").end - 1, "amount.event") &&
                  !look_.small_word_is(in.begin - 1, "preposition.aim");
  return of && setter_.take(draft, in, "");
}

// "would invest $500 million in a plant": what it goes into is not measured.
bool AmountsIn::puts_in(Draft& draft, TokenRange in) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = verbs_.governor(draft, figures_.chunk_of(draft));
  const bool puts = draft.fact.quantity.kind == "money" && verb != Clauses::kNoChunk &&
                    look_.word_is(c[verb].range.end - 1, "put.verb") &&
                    look_.small_word_is(in.begin - 1, "preposition.place");
  return puts && setter_.set_verb(draft, verb);
}

// "32 mpg in the city", "18 feet at the dam", "arrests have doubled in the state": where it is so.
bool AmountsIn::is_where(const Draft& draft, TokenRange in) const {
  const bool size = draft.fact.quantity.kind == "measure" || draft.fact.quantity.kind == "temperature";
  return (size || draft.came_by("quantity/multiplied")) &&
         look_.small_word_is(in.begin - 1, "preposition.place") &&
         look_.word_is(in.begin, "article.definite");
}

// "$5 million in wool, felt and linen": the figure is of all that is listed.
bool AmountsIn::take_sum(Draft& draft, TokenRange first) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t chunk = c.at(first.begin);
  const std::size_t last = c.is(chunk, Part::kPhrase) ? c.list_end(chunk) : chunk;
  if (last == chunk || !setter_.take(draft, c[chunk].range, "")) return false;
  setter_.set(draft, {draft.measure.begin, c[last].range.end}, "");
  return true;
}

// "Members earn $5 in Vexa rewards": theirs who get it, not the name's.
bool AmountsIn::is_got(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = verbs_.governor(draft, figures_.chunk_of(draft));
  return draft.fact.quantity.kind == "money" && verb != Clauses::kNoChunk &&
         look_.word_is(c[verb].range.end - 1, "offered.verb");
}

// "of experience in banking, insurance and trade": all that is listed where the phrase ends.
void AmountsIn::take_list(Draft& draft) const {
  constexpr std::uint32_t kLongest = 14;  // tokens
  const Clauses& c = figures_.clauses(draft);
  const std::size_t last = draft.measure.empty() ? Clauses::kNoChunk : c.at(draft.measure.end - 1);
  const bool within = c.is(last, Part::kPhrase) && c[last].range.end == draft.measure.end &&
                      c[last].range.begin > draft.measure.begin && c.is(last - 1, Part::kPreposition);
  const std::size_t end = within ? c.list_end(last) : last;
  if (end != last && c[end].range.end - draft.measure.begin <= kLongest)
    setter_.set(draft, {draft.measure.begin, c[end].range.end}, "");
}

// "Orvik paid $5 million for Halden": the payer's.
bool AmountsIn::is_given_for(const Draft& draft, TokenRange in) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(figures_.chunk_of(draft));
  return verb != Clauses::kNoChunk && look_.word_is(c[verb].range.end - 1, "give.verb") &&
         c.is(c.subject_of(verb), Part::kPhrase) && look_.small_word_is(in.begin - 1, "preposition.aim");
}

// "cut coal use by 70% and add €12m in cash"
bool AmountsIn::adds_own(const Draft& draft) const {
  const TokenRange in = draft.range("measure_in_np");
  return !in.empty() && draft.came_by("change/adding") && is_object_of_adding(draft, in);
}

// "added 12 million tonnes of capacity", "could add $69 million in profit": what there is more of.
bool AmountsIn::is_object_of_adding(const Draft& draft, TokenRange in) const {
  const std::string& kind = draft.fact.quantity.kind;
  const std::uint32_t link = draft.mention->range.end;
  const bool adds = draft.came_by("change/adding") && look_.small_word_is(link, "preposition.record");
  return (kind == "measure" || kind == "money") && in.begin <= link + 2 &&
         (adds || look_.small_word_is(link, "preposition.part"));
}

}  // namespace figmine::measures
