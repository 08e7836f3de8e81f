#include "claim/measures/leading_verb.h"

namespace figmine::measures {

bool LeadingVerb::find(std::size_t index) const {
  Draft& draft = figures_[index];
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = figures_.chunk_of(draft);
  if (draft.came_by("change/exceed-after-movement") && goes_on(index)) return true;
  if (given_to(draft, figure) || words_before_.is_apposed(draft, figure)) return true;
  if (words_before_.is_compared(index, figure) || lasting_.takes_so_long(index, figure)) return true;
  if (words_before_.phrase_touches(draft, figure)) return true;
  if (opens_told_clause(c, figure)) {
    if (!is_done_with(draft)) predicates_.set(draft, c.after(figure));
    return true;
  }
  const std::size_t verb = c.verb_before(figure);
  if (verb == Clauses::kNoChunk) return words_before_.weak_phrase_before(draft, figure);
  return from_verb(index, verb) || takes_up_first(index) || words_before_.weak_phrase_before(draft, figure) ||
         completes_verb(draft, figure);
}

bool LeadingVerb::is_done_with(Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = figures_.chunk_of(draft);
  const std::size_t verb = c.after(figure);
  if (draft.fact.quantity.kind != "money" || !c.is(verb, Part::kVerb)) return false;
  const TokenRange group = c[verb].range;
  const bool passive = group.end - group.begin > 1 && look_.word_is(group.begin, "pos.first.AUX") &&
                       look_.covering(figures_.analysis(draft), group.end - 1, "vbn") != nullptr;
  const bool reached = look_.word_is(group.end - 1, "reach.verb");
  return passive && !reached && opens_clause(draft, figure) && setter_.set_verb(draft, verb);
}

// The verb's object, else what it goes on from, else its subject.
bool LeadingVerb::from_verb(std::size_t index, std::size_t verb) const {
  Draft& draft = figures_[index];
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = figures_.chunk_of(draft);
  if (const std::size_t object = object_of(c, verb);
      object < figure && c.is(object, Part::kPhrase) &&
      setter_.take(draft, phrases_.object_chain(c, object, figure), "measure/object"))
    return true;
  const std::size_t subject = c.subject_of(verb);
  if (adds_up(index, verb, subject)) return true;
  // "recorded a 4% sales gain, reaching $3.3 billion": a participle goes on with what was just told.
  if (c.is(c.before(verb), Part::kComma) && c.is(subject, Part::kPhrase) &&
      figures_.before(index) != nullptr && figures_.same_clause(*figures_.before(index), draft) &&
      setter_.inherit(draft, figures_.before(index), "measure/same-clause"))
    return true;
  if (amounts_to(index, verb)) return true;
  if (subject != Clauses::kNoChunk) return from_subject(index, verb, subject);
  return verbs_.tells_act(c, verb) && !verbs_.needs(draft, c[verb].range.end - 1) &&
         verbs_.governor(draft, figure) == verb && setter_.set_verb(draft, verb);
}

// What the subject names, unless it is who does what the verb tells; then the verb itself.
bool LeadingVerb::from_subject(std::size_t index, std::size_t verb, std::size_t subject) const {
  Draft& draft = figures_[index];
  const Clauses& c = figures_.clauses(draft);
  if (c[subject].part == Part::kPhrase && verbs_.gauges(draft, verbs_.told_of(c, verb, subject)))
    return tells_size(draft, verb);
  if (c[subject].part == Part::kPhrase && !verbs_.acts(draft, verb, subject) &&
      setter_.take(draft, verbs_.subject_chain(draft, verb, subject), "measure/subject-of-verb",
                   verbs_.movement_of(draft, c, verb)))
    return true;
  const bool anaphor = c[subject].part == Part::kPronoun && look_.word_is(c[subject].range.begin, "anaphor");
  const bool acting = anaphor || c[subject].part == Part::kFigure || verbs_.acts(draft, verb, subject) ||
                      !draft.subject.empty() || verbs_.does_something(draft, verb, subject);
  const bool does =
      acting && (draft.text("role") != "by" || verbs_.tells_act(c, verb)) && draft.fact.section != "list" &&
      verbs_.governor(draft, figures_.chunk_of(draft)) == verb && verbs_.tells_what(draft, verb);
  if (does) return setter_.set_verb(draft, verb);
  return anaphor && (setter_.inherit(draft, figures_.before(index), "measure/anaphor") ||
                     setter_.inherit(draft, figures_.told_before(index), "measure/anaphor"));
}

// "The fossil was 1.1 metres long", "the train derailed at 70 mph": how long it is, what it did. False where
// other things stand between.
bool LeadingVerb::tells_size(Draft& draft, std::size_t verb) const {
  const Clauses& c = figures_.clauses(draft);
  const std::uint32_t behind = draft.mention->range.end;
  if (look_.word_is(behind, "size.behind")) {
    setter_.set(draft, {behind, behind + 1}, "measure/size");
    return true;
  }
  std::size_t next = c.after(verb);
  while (c.is(next, Part::kPreposition) || c.is(next, Part::kAdverb)) next = c.after(next);
  const bool direct = next == figures_.chunk_of(draft);
  if (!direct) return false;
  const bool nothing_more = look_.word_is(c[verb].range.end - 1, "copula");  // "is 1.2 kg"
  return nothing_more || setter_.set_verb(draft, verb);
}

// "accounted for 82.4% of the total funding": the phrase that a preposition joins behind the figure.
bool LeadingVerb::completes_verb(Draft& draft, std::size_t figure) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t next = c.after(figure);
  return c.is(next, Part::kPreposition) && !look_.small_word_is(c[next].range.begin, "preposition.loose") &&
         c.is(c.after(next), Part::kPhrase) && draft.text("role").empty() &&
         setter_.take(draft, c.chain_beginning(c.after(next)), "measure/complement");
}

// "prices rose 30% in 2000, during the boom, reaching $500,000", "the market will grow at a CAGR of 39%,
// reaching $3.2 billion": what rose is what reached the level.
bool LeadingVerb::goes_on(std::size_t index) const {
  Draft& draft = figures_[index];
  const Draft* moved = figures_.before(index);
  const Clauses& c = figures_.clauses(draft);
  if (moved == nullptr) {  // "saw revenue growth in the quarter, reaching a high of $5m"
    for (std::size_t i = figures_.chunk_of(draft); i-- > 0;) {
      if (c.is(i, Part::kPhrase) && look_.word_is(c[i].range.end - 1, "change.noun"))
        return setter_.take(draft, c[i].range, "measure/moved");
    }
    return false;
  }
  if (setter_.inherit(draft, moved, "measure/same-clause")) return true;
  const std::size_t subject = c.subject_before(figures_.chunk_of(*moved));
  return c.is(subject, Part::kPhrase) &&
         setter_.take(draft, c.chain_ending(subject), "measure/subject-of-verb");
}

// "costs $42,500 before tax, working out to $21 per square foot": another way to tell the figure before.
bool LeadingVerb::amounts_to(std::size_t index, std::size_t verb) const {
  Draft& draft = figures_[index];
  const Clauses& c = figures_.clauses(draft);
  const std::size_t link = c.before(figures_.chunk_of(draft));
  const bool goes_on = c[verb].gerund && c.is(c.before(verb), Part::kComma) &&
                       c.is(link, Part::kPreposition) &&
                       look_.small_word_is(c[link].range.begin, "level.joint") && link <= verb + 2;
  if (!goes_on) return false;
  for (std::size_t i = index; i-- > 0 && figures_[i].sentence == draft.sentence;) {
    const bool same = figures_[i].fact.claim && figures_[i].fact.quantity.kind == draft.fact.quantity.kind;
    if (same) return setter_.inherit(draft, &figures_[i], "measure/same-clause");
  }
  return false;
}

// "closed 21 loans totaling $8m": the amount is of what was counted.
bool LeadingVerb::adds_up(std::size_t index, std::size_t verb, std::size_t subject) const {
  const Draft* counted = figures_.before(index);
  const Clauses& c = figures_.clauses(figures_[index]);
  return c.is(subject, Part::kFigure) && counted != nullptr && counted->fact.quantity.kind == "count" &&
         figures_.chunk_of(*counted) == subject && look_.word_is(c[verb].range.end - 1, "level.verb") &&
         setter_.inherit(figures_[index], counted, "measure/same-clause");
}

// "predicts that 5,000 will be sold": what another verb tells begins with the figure.
bool LeadingVerb::opens_told_clause(const Clauses& c, std::size_t figure) {
  std::size_t left = c.before(figure);
  if (c.is(left, Part::kPreposition)) left = c.before(left);  // "that between 5 and 7"
  return c.is(left, Part::kRelative) && c.is(c.before(left), Part::kVerb) &&
         c.is(c.after(figure), Part::kVerb);
}

// Whether the clause begins with the figure, or with the "a total of" that leads to it.
bool LeadingVerb::opens_clause(const Draft& draft, std::size_t figure) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t at = verbs_.before_total(draft, c.before(figure));
  return at == Clauses::kNoChunk || c.is(at, Part::kComma) || c.is(at, Part::kStop) ||
         c.is(at, Part::kSubordinator) || c.is(at, Part::kRelative) || c.is(at, Part::kTime);
}

// "cost the terminal 45,000 units", "saved us $7 million": whom a verb of giving gives it to measures
// nothing.
bool LeadingVerb::given_to(Draft& draft, std::size_t figure) const {
  const Clauses& c = figures_.clauses(draft);
  std::size_t at = c.before(figure);
  while (c.is(at, Part::kOther) && look_.form(c[at].range.begin).is(Shape::kWordlike) &&
         look_.token_text(c[at].range.begin) != "the")
    at = c.before(at);  // "the terminal there an estimated", "one customer"
  if (!draft.text("role").empty() || (!c.is(at, Part::kPhrase) && !c.is(at, Part::kPronoun))) return false;
  at = c.before(at);
  while (c.is(at, Part::kOther) && is_prefix(c[at].range.begin)) at = c.before(at);  // "the then-mayor"
  if (!c.is(at, Part::kVerb) || !look_.word_is(c[at].range.end - 1, "give.verb")) return false;
  const std::size_t subject = c.subject_of(at);
  if (verbs_.needs(draft, c[at].range.end - 1) && c.is(subject, Part::kPhrase) &&
      setter_.take(draft, c.chain_ending(subject), "measure/subject-of-verb"))
    return true;
  return setter_.set_verb(draft, at);
}

bool LeadingVerb::is_prefix(std::uint32_t token) const {
  return look_.token_text(token) == "-" || look_.word_is(token, "article");
}

// What stands right behind the verb: "has a remarkably low cost".
std::size_t LeadingVerb::object_of(const Clauses& c, std::size_t verb) const {
  const std::size_t next = c.after(verb);
  const bool article = c.is(next, Part::kOther) && look_.word_is(c[next].range.begin, "article");
  return article ? c.after(next) : next;
}

// "Stocks are at 138 million tonnes, or 29 days of use, and they could drop below 130 million": a pronoun
// takes up what the sentence's first figure was of.
bool LeadingVerb::takes_up_first(std::size_t index) const {
  Draft& draft = figures_[index];
  const Clauses& c = figures_.clauses(draft);
  const std::size_t subject = c.subject_before(figures_.chunk_of(draft));
  if (!c.is(subject, Part::kPronoun) || look_.word_is(c[subject].range.begin, "pronoun.person")) return false;
  for (const Draft& first : of_sentence(figures_.drafts(), draft.sentence)) {
    if (&first == &draft) break;
    if (first.fact.claim && first.came_by("measure/subject-of-verb"))
      return setter_.inherit(draft, &first, "measure/anaphor");
  }
  return false;
}

}  // namespace figmine::measures
