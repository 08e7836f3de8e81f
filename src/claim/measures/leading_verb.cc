#include "claim/measures/leading_verb.h"

#include "claim/rates.h"
#include "claim/tense.h"

namespace figmine::measures {

bool LeadingVerb::find(std::size_t index) const {
  Draft& draft = figures_[index];
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = figures_.chunk_of(draft);
  if (draft.came_by("change/exceed-after-movement") && goes_on(index)) return true;
  if (given_to(draft, figure) || words_before_.is_apposed(draft, figure)) return true;
  if (words_before_.is_compared(index, figure)) return true;
  if (words_before_.phrase_touches(draft, figure)) return true;
  if (opens_told_clause(c, figure)) {
    if (!is_done_with(draft)) predicates_.set(draft, c.after(figure));
    return true;
  }
  const std::size_t verb = c.verb_before(figure);
  if (tells_score(draft, verb) || tells_time_passed(draft, verb) || sums_up(index, verb)) return true;
  if (verb == Clauses::kNoChunk) return words_before_.weak_phrase_before(draft, figure);
  return from_verb(index, verb) || takes_up_first(index) || tells_nothing(draft, verb) ||
         words_before_.weak_phrase_before(draft, figure) || completes_verb(draft, figure);
}

// "The tent is available in two sizes starting at $30": the price is of what is offered, though its name
// alone names no measure; not of the sizes.
bool LeadingVerb::prices_offer(Draft& draft) const {
  const bool price = draft.fact.quantity.kind == "money";
  const bool offer = (price || draft.fact.quantity.kind == "duration") &&
                     (draft.came_by("subject/available-at") || draft.came_by("subject/available-for"));
  if (!offer) return false;
  if (price) setter_.take(draft, draft.range("subject"), "measure/subject-of-verb");
  return true;
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
      object < figure && c.is(object, Part::kPhrase) && !words_before_.is_of_other(draft, c[object].range) &&
      setter_.take(draft, phrases_.object_chain(c, object, figure), "measure/object"))
    return true;
  if (takes_up_object(draft, verb) || describes_nearest(draft, verb)) return true;
  if (const std::size_t told = verbs_.subject_of_infinitive(draft, verb);
      told != Clauses::kNoChunk && setter_.take(draft, c.chain_ending(told), "measure/subject-of-infinitive"))
    return true;
  const bool no_finite = c[verb].gerund && c.is(c.before(verb), Part::kPreposition);
  if (no_finite && tells_itself(draft, verb)) return true;  // "by freezing $26 million"
  const std::size_t subject = verbs_.measured_subject(c, c.subject_of(verb));
  if (adds_up(index, verb, subject)) return true;
  // "booked a 7% rise in orders, reaching $2.1 million": a participle goes on with what was just told.
  const bool participle = !is_finite(look_, figures_.analysis(draft), c, c[verb].range);
  if (participle && c.is(c.before(verb), Part::kComma) && brings_amount(draft, verb)) return true;
  if (participle && c.is(c.before(verb), Part::kComma) && c.is(subject, Part::kPhrase) &&
      figures_.before(index) != nullptr && figures_.same_clause(*figures_.before(index), draft) &&
      setter_.inherit(draft, figures_.before(index), "measure/same-clause"))
    return true;
  if (amounts_to(index, verb) || beats(index, verb)) return true;
  if (subject != Clauses::kNoChunk) return from_subject(index, verb, subject);
  return tells_itself(draft, verb);
}

// "Invest $300 for 12 days", "by freezing €11 million": a verb without a subject whose object is the figure.
bool LeadingVerb::tells_itself(Draft& draft, std::size_t verb) const {
  const Clauses& c = figures_.clauses(draft);
  const bool governs =
      verbs_.governor(draft, figures_.chunk_of(draft)) == verb && draft.fact.quantity.kind != "rank";
  if (!governs) return false;
  if (describes_object(draft)) return true;
  return verbs_.tells_what(draft, verb) && !verbs_.needs(draft, c[verb].range.end - 1) &&
         setter_.set_verb(draft, verb);
}

bool LeadingVerb::values(Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(figures_.chunk_of(draft));
  return draft.fact.quantity.kind == "money" && verb != Clauses::kNoChunk &&
         look_.small_word_is(c[verb].range.end - 1, "valuing.verb") &&
         is_preposition(look_, c, verb + 1, "preposition.level") && setter_.set_verb(draft, verb);
}

// "sold a 10% stake, raising $40 million": what was done brought the amount in.
bool LeadingVerb::brings_amount(Draft& draft, std::size_t verb) const {
  const std::uint32_t last = figures_.clauses(draft)[verb].range.end - 1;
  return draft.fact.quantity.kind == "money" && draft.text("role").empty() &&
         look_.word_is(last, "bringing.participle") &&
         verbs_.governor(draft, figures_.chunk_of(draft)) == verb && setter_.set_verb(draft, verb);
}

// "Get a $200 Corlan card", "offers a 3-day tasting period": what an article's figure describes, though its
// name alone names no measure.
bool LeadingVerb::describes_object(Draft& draft) const {
  const TokenRange after = draft.range("measure_after");
  const bool article = look_.word_is(draft.mention->range.begin - 1, "article");
  const Analysis& a = figures_.analysis(draft);
  if (!article || after.empty() || !draft.text("role").empty() ||
      look_.covering(a, after.begin, "time") != nullptr || look_.covering(a, after.begin, "basis") != nullptr)
    return false;
  setter_.set(draft, after, "measure/described");
  return true;
}

// "Get $5 off": a verb that tells nothing of the figure that is its object, nor does anything else.
bool LeadingVerb::tells_nothing(const Draft& draft, std::size_t verb) const {
  const bool off = look_.token_text(draft.mention->range.end) == "off";
  const bool light = look_.word_is(figures_.clauses(draft)[verb].range.end - 1, "light.verb");
  return light && (off || draft.text("role").empty()) &&
         verbs_.governor(draft, figures_.chunk_of(draft)) == verb;
}

// "huts to shelter hikers, ranging from 5 to 7 beds", "its mailing service, starting at $1.25": a participle
// that describes the phrase right before it.
bool LeadingVerb::describes_nearest(Draft& draft, std::size_t verb) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t comma = c.before(verb);
  return look_.word_is(c[verb].range.begin, "describing.participle") && c.is(comma, Part::kComma) &&
         c.is(comma - 1, Part::kPhrase) &&
         setter_.take(draft, c.chain_ending(comma - 1), "measure/described");
}

// "shrinking its herd, lately cutting it by 340 head": what the verb before had as its object.
bool LeadingVerb::takes_up_object(Draft& draft, std::size_t verb) const {
  constexpr int kReach = 3;  // verbs back
  const Clauses& c = figures_.clauses(draft);
  const std::size_t object = object_of(c, verb);
  if (!c.is(object, Part::kPronoun) || !look_.word_is(c[object].range.begin, "pronoun.object")) return false;
  std::size_t earlier = verb;
  for (int steps = 0; steps < kReach; ++steps) {
    earlier = c.verb_before(earlier);
    if (earlier == Clauses::kNoChunk) return false;
    const std::size_t named = object_of(c, earlier);
    const bool reached = look_.word_is(c[earlier].range.end - 1, "reach.verb");  // "hit a peak"
    if (c.is(named, Part::kPhrase) && !reached &&
        setter_.take(draft, phrases_.object_chain(c, named, verb), "measure/object"))
      return true;
  }
  return false;
}

// "while those in Europe were flat": of another, the same.
bool LeadingVerb::stands_for_those(const Clauses& c, std::size_t subject) const {
  return subject >= 2 && c.is(subject, Part::kPhrase) && c.is(subject - 1, Part::kPreposition) &&
         c.is(subject - 2, Part::kPronoun) && look_.word_is(c[subject - 2].range.begin, "anaphor");
}

// What the subject names, unless it is who does what the verb tells; then the verb itself.
bool LeadingVerb::from_subject(std::size_t index, std::size_t verb, std::size_t subject) const {
  Draft& draft = figures_[index];
  const Clauses& c = figures_.clauses(draft);
  const bool taken_up = c[subject].the && look_.word_is(c[subject].range.end - 1, "anaphor.noun") &&
                        look_.without_article(figures_.analysis(draft), c[subject].range).begin + 1 ==
                            c[subject].range.end;  // "told them the figure would not top 65%"
  if (taken_up && (setter_.inherit(draft, figures_.before(index), "measure/anaphor") ||
                   setter_.inherit(draft, figures_.told_before(index), "measure/anaphor")))
    return true;
  const bool numbered = draft.fact.quantity.kind != "number" ||
                        look_.word_is(c[verb].range.end - 1, "gauge.verb");  // "The quake measured 7.1"
  if (c[subject].part == Part::kPhrase && numbered && verbs_.gauges(draft, verbs_.told_of(c, verb, subject)))
    return tells_size(draft, verb);
  if (c.is(subject - 1, Part::kFigure) && c[subject - 1].hyphened &&
      look_.word_is(c[subject].range.end - 1, "measure.weak")) {
    setter_.set(draft, {c[subject - 1].range.begin, c[subject].range.end}, "measure/subject-of-verb");
    return true;  // "the two-year rate rose to 3%"
  }
  if (stands_for_those(c, subject) && setter_.inherit(draft, figures_.before(index), "measure/anaphor")) {
    draft.subject = c[subject].range;
    return true;
  }
  if (c[subject].part == Part::kPhrase && !verbs_.acts(draft, verb, subject) &&
      setter_.take(draft, verbs_.subject_chain(draft, verb, subject), "measure/subject-of-verb",
                   verbs_.movement_of(draft, c, verb)))
    return tells_of_which(draft, subject);
  if (moves_itself(draft, verb, subject)) return tells_movement(index, subject);
  const bool anaphor = stands_for_figure(draft, subject);
  const bool acting = anaphor || c[subject].part == Part::kFigure || verbs_.acts(draft, verb, subject) ||
                      !draft.subject.empty() || verbs_.does_something(draft, verb, subject);
  const bool does = acting && (draft.text("role") != "by" || verbs_.tells_act(c, verb)) &&
                    verbs_.governor(draft, figures_.chunk_of(draft)) == verb &&
                    verbs_.tells_what(draft, verb);
  if (does && (describes_object(draft) || setter_.set_verb(draft, verb))) return true;
  return (anaphor || stands_for_plural(index, verb, subject)) &&
         (setter_.inherit(draft, figures_.before(index), "measure/anaphor") ||
          setter_.inherit(draft, figures_.told_before(index), "measure/anaphor"));
}

// "The share of farmers who started the year with debt fell": a part is named by what its people do. Always
// true.
bool LeadingVerb::tells_of_which(Draft& draft, std::size_t subject) const {
  constexpr std::uint32_t kLongest = 14;
  const Clauses& c = figures_.clauses(draft);
  const std::uint32_t begin = draft.measure.begin;
  const bool part =
      !draft.measure.empty() && look_.word_is(begin, "share.head") &&
      look_.small_word_is(begin + 1, "preposition.part") && c.is(subject + 1, Part::kRelative) &&
      look_.word_is(c[subject + 1].range.begin, "relative.person") && c.is(subject + 2, Part::kVerb);
  if (!part) return true;
  std::size_t last = subject + 2;
  for (std::size_t i = last + 1; i < c.chunks().size(); ++i) {
    if (!c.is(i, Part::kPhrase) && !c.is(i, Part::kPreposition) && !c.is(i, Part::kTime)) break;
    last = i;
  }
  if (c[last].range.end - begin <= kLongest && c[last].range.end <= draft.mention->range.begin)
    setter_.set(draft, {begin, c[last].range.end}, "");
  return true;
}

// "The decline from 2023 is 5.6%"
bool LeadingVerb::moves_itself(const Draft& draft, std::size_t verb, std::size_t subject) const {
  const Clauses& c = figures_.clauses(draft);
  return is_rate(draft.fact.quantity.kind) && c.is(subject, Part::kPhrase) &&
         look_.word_is(c[verb].range.end - 1, "copula") &&
         look_.word_is(c[c.at(c.chain_ending(subject).begin)].range.end - 1, "change.noun");
}

// What was told before has moved; else the movement by its noun.
bool LeadingVerb::tells_movement(std::size_t index, std::size_t subject) const {
  Draft& draft = figures_[index];
  const Clauses& c = figures_.clauses(draft);
  const TokenRange moved = c[c.at(c.chain_ending(subject).begin)].range;
  const bool owned = look_.is_owned(figures_.analysis(draft), moved.begin);  // "The town's growth was 3%"
  if (!owned && setter_.inherit(draft, figures_.told_before(index), "measure/sentence-before")) return true;
  const std::uint32_t head = moved.end;
  setter_.set(draft, {head - 1, head}, "measure/moved");
  return true;
}

// "It", "This", "The figure": a subject that stands for what was told before.
bool LeadingVerb::stands_for_figure(const Draft& draft, std::size_t subject) const {
  const Clauses& c = figures_.clauses(draft);
  const TokenRange words = c[subject].range;
  if (c.is(subject, Part::kPronoun)) return look_.word_is(words.begin, "anaphor");
  if (draft.has("compared")) return false;  // "Those figures are small relative to its $5m"
  return c.is(subject, Part::kPhrase) && words.end - words.begin == 2 &&
         look_.word_is(words.begin, "deictic") && look_.word_is(words.end - 1, "anaphor.noun");
}

// "Emissions fell to 5 kg. They stood at 6 kg in 2018": what was told is a plural, and the verb says how
// much.
bool LeadingVerb::stands_for_plural(std::size_t index, std::size_t verb, std::size_t subject) const {
  const Draft* told = figures_.told_before(index);
  const Clauses& c = figures_.clauses(figures_[index]);
  const std::uint32_t word = c[verb].range.end - 1;
  std::size_t before = c.before_adverbs(figures_.chunk_of(figures_[index]));
  if (c.is(before, Part::kPreposition)) before = c.before_adverbs(before);
  const bool level = look_.word_is(word, "level.verb") || look_.word_is(word, "level.word") ||
                     (look_.word_is(word, "copula") && c[verb].range.end == c[verb].range.begin + 1);
  return c.is(subject, Part::kPronoun) && look_.word_is(c[subject].range.begin, "anaphor.plural") && level &&
         before == verb && told != nullptr && !told->measure.empty() &&
         told->fact.quantity.kind == figures_[index].fact.quantity.kind &&
         look_.word_is(told->measure.end - 1, "measure.noun") &&
         look_.covering(figures_.analysis(*told), told->measure.end - 1, "nns") != nullptr;
}

// "it has been six months, and": time that has passed since what nobody says.
bool LeadingVerb::tells_time_passed(const Draft& draft, std::size_t verb) const {
  const Clauses& c = figures_.clauses(draft);
  if (draft.fact.quantity.kind != "duration" || verb == Clauses::kNoChunk ||
      c.after(verb) != figures_.chunk_of(draft))
    return false;
  const TokenRange group = c[verb].range;
  const std::size_t it = c.before(verb);
  return look_.small_word_is(group.end - 1, "copula.perfect") && c.is(it, Part::kPronoun) &&
         look_.word_is(c[it].range.begin, "anaphor");
}

// "The Tigers held off the Royals 7-5": what those did who stand first.
bool LeadingVerb::tells_score(Draft& draft, std::size_t verb) const {
  const Clauses& c = figures_.clauses(draft);
  if (draft.fact.quantity.kind != "score" || verb == Clauses::kNoChunk) return false;
  if (!look_.word_is(c[verb].range.end - 1, "score.verb")) return false;
  const std::size_t subject = c.subject_of(verb);
  if (!c.is(subject, Part::kPhrase) || look_.word_is(c[subject].range.end - 1, "measure.noun")) return false;
  draft.subject = look_.without_article(figures_.analysis(draft), c[subject].range);
  return setter_.set_verb(draft, verb);
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
  while (c.is(next, Part::kPreposition)) next = c.after(next);
  const bool direct = next == figures_.chunk_of(draft);
  if (!direct) return false;
  const bool nothing_more = look_.word_is(c[verb].range.end - 1, "copula");  // "is 1.2 kg"
  return nothing_more || setter_.set_verb(draft, verb);
}

bool LeadingVerb::tells_how_large(Draft& draft) const {
  const std::uint32_t behind = draft.mention->range.end;
  if (draft.fact.quantity.kind != "measure" || !draft.text("role").empty() ||
      !look_.word_is(behind, "size.behind"))
    return false;
  const Clauses& c = figures_.clauses(draft);
  std::size_t verb = c.before(figures_.chunk_of(draft));
  while (c.is(verb, Part::kAdverb) || c.is(verb, Part::kPreposition)) verb = c.before(verb);  // "up to"
  if (!c.is(verb, Part::kVerb) || !look_.word_is(c[verb].range.end - 1, "copula")) return false;
  const std::size_t subject = c.subject_of(verb);
  if (!c.is(subject, Part::kPhrase) || look_.word_is(c[subject].range.end - 1, "measure.noun")) return false;
  if (draft.subject.empty())
    draft.subject = look_.without_article(figures_.analysis(draft), c[subject].range);
  setter_.set(draft, {behind, behind + 1}, "measure/size");
  return true;
}

// "accounted for 61.7% of all ferry trips": the phrase that a preposition joins behind the share.
bool LeadingVerb::completes_verb(Draft& draft, std::size_t figure) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t next = c.after(figure);
  const bool share = tells_share(draft.fact.quantity);
  return share && is_preposition(look_, c, next, "preposition.part") && c.is(c.after(next), Part::kPhrase) &&
         draft.text("role").empty() &&
         setter_.take(draft, c.chain_beginning(c.after(next)), "measure/complement");
}

// "rents rose 20% in 2011, during the fair, reaching £9,000", "the sector will grow at a rate of 17%,
// reaching €640 million": what rose is what reached the level.
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
                       is_preposition(look_, c, link, "level.joint") && link <= verb + 2;
  if (!goes_on) return false;
  for (std::size_t i = index; i-- > 0 && figures_[i].sentence == draft.sentence;) {
    const bool same = figures_[i].fact.claim && figures_[i].fact.quantity.kind == draft.fact.quantity.kind;
    if (same) return setter_.inherit(draft, &figures_[i], "measure/same-clause");
  }
  return false;
}

// "earn $140 a day, totaling $2,100": a sum, no more by the day.
bool LeadingVerb::sums_up(std::size_t index, std::size_t verb) const {
  Draft& draft = figures_[index];
  const Draft* rate = figures_.before(index);
  const Clauses& c = figures_.clauses(draft);
  const bool sums = verb != Clauses::kNoChunk && c[verb].gerund && c.is(c.before(verb), Part::kComma) &&
                    look_.word_is(c[verb].range.end - 1, "summing.participle");
  return sums && rate != nullptr && rate->sentence == draft.sentence &&
         rate->fact.quantity.kind == draft.fact.quantity.kind && rate->has("per") && !draft.has("per") &&
         setter_.inherit(draft, rate, "measure/same-clause");
}

// "Earnings per share at $3.20 beat estimates of $3.12 by $0.08": what was told is what beat them.
bool LeadingVerb::beats(std::size_t index, std::size_t verb) const {
  Draft& draft = figures_[index];
  const Draft* told = figures_.before(index);
  const Clauses& c = figures_.clauses(draft);
  const bool beat = look_.word_is(c[verb].range.end - 1, "beat.verb") && told != nullptr &&
                    (figures_.chunk_of(*told) < verb || told->came_by("measure/beaten"));
  if (!beat || told->fact.quantity.kind != draft.fact.quantity.kind) return false;
  return setter_.inherit(draft, told, "measure/beaten");
}

// "closed 21 loans totaling $8m", "four homes will range from 90 to 140 m²": of what was counted.
bool LeadingVerb::adds_up(std::size_t index, std::size_t verb, std::size_t subject) const {
  const Draft* counted = figures_.before(index);
  const Clauses& c = figures_.clauses(figures_[index]);
  const bool told = c.is(subject, Part::kFigure) && counted != nullptr &&
                    counted->fact.quantity.kind == "count" && figures_.chunk_of(*counted) == subject;
  if (!told) return false;
  const std::uint32_t word = c[verb].range.end - 1;
  if (look_.word_is(word, "level.verb") && setter_.inherit(figures_[index], counted, "measure/same-clause"))
    return true;
  const bool sized = look_.word_is(word, "ranging.verb") && !counted->measure.empty();
  if (sized) setter_.set(figures_[index], counted->measure, "measure/same-clause");
  return sized;
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
  if (is_preposition(look_, c, at, "preposition.bearing") && c.is(at - 1, Part::kPhrase) &&
      c.is(at - 2, Part::kVerb) && draft.text("role").empty() &&
      look_.word_is(c[at - 2].range.end - 1, "reward.verb"))
    return setter_.set_verb(draft, at - 2);  // "rewards its users with $7"
  if (!draft.text("role").empty() || (!c.is(at, Part::kPhrase) && !c.is(at, Part::kPronoun))) return false;
  const std::uint32_t head = c[at].range.end - 1;  // "gave sales growth 15%"
  if (look_.word_is(head, "measure.noun") && !look_.word_is(head, "people") && !look_.word_is(head, "agent"))
    return false;
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
