#include "claim/measures/lasting.h"

#include "claim/tense.h"

namespace figmine::measures {
namespace {

constexpr std::uint32_t kLongest = 8;  // tokens of a measure

}  // namespace

bool Lasting::lasts(Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t link = length_link(draft);
  const std::size_t state = c.before(link);
  if (state == Clauses::kNoChunk) return false;
  if (is_so_somewhere(draft, link)) return true;
  const std::uint32_t word = c[state].range.end - 1;
  const bool adjective = c.is(state, Part::kOther) &&
                         look_.covering(figures_.analysis(draft), word, "jj") != nullptr &&
                         is_state(c, c.before(state));
  const bool passive =
      c.is(state, Part::kVerb) && verbs_.is_passive(c[state]) && look_.word_is(word, "state.verb");
  const std::size_t verb = passive ? state : c.before(state);
  if (!passive && (!adjective || names_lasting(c, verb))) return false;
  setter_.set(draft, {word, word + 1}, "measure/state");
  return true;
}

// "has been active in the tool trade for ten years": a state, and where or with whom.
bool Lasting::is_so_somewhere(Draft& draft, std::size_t link) const {
  constexpr std::size_t kReach = 6;  // chunks
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  for (std::size_t i = link; i-- > 1 && link - i <= kReach;) {
    const std::uint32_t word = c[i].range.end - 1;
    const bool state = c.is(i, Part::kOther) && look_.covering(a, word, "jj") != nullptr &&
                       is_state(c, c.before(i)) && c.is(i + 1, Part::kPreposition) && i + 1 < link;
    if (state) {
      const TokenRange all{word, c[link].range.begin};
      setter_.set(draft, all.end - all.begin > kLongest ? TokenRange{word, word + 1} : all, "measure/state");
      return true;
    }
    if (!c.is(i, Part::kPhrase) && !c.is(i, Part::kPreposition) && !c.is(i, Part::kConjunction) &&
        !c.is(i, Part::kOther))
      return false;
  }
  return false;
}

bool Lasting::has_done_for(Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t link = length_link(draft);
  if (link == Clauses::kNoChunk) return is_fronted(draft) || does_in(draft) || is_done_meanwhile(draft);
  if (is_somewhere(draft, link) || opens_sentence(draft, link)) return true;
  const std::size_t verb = c.verb_before(link);
  if (verb == Clauses::kNoChunk) return false;
  const std::size_t role = has_been(c, verb);
  if (role == Clauses::kNoChunk && !goes_on_for(draft, c[verb].range))
    return does_for(draft, verb, link) || is_done_meanwhile(draft);
  const std::uint32_t begin = role == Clauses::kNoChunk
                                  ? c[verb].range.end - 1
                                  : look_.without_article(figures_.analysis(draft), c[role].range).begin;
  const TokenRange done{begin, c[link].range.begin};
  const bool longer = done.end - done.begin > kLongest;
  if (longer && role != Clauses::kNoChunk) return false;
  setter_.set(draft, longer ? shortened(c, verb, link) : done, "measure/lasting");
  return true;
}

// "Serving", not "King", "Housing", "Beijing".
bool Lasting::is_participle(std::uint32_t token) const {
  const bool known = look_.word_is(token, "pos");
  return look_.form(token).folded.ends_with("ing") && (!known || look_.word_is(token, "pos.VG")) &&
         !look_.word_is(token, "pos.first.N") && !look_.word_is(token, "place") &&
         figures_.entities().find(look_.token_text(token)) == nullptr;
}

// "As a trusted brand for 40 years, Vexa has …", "Serving Utah for 30 years, Vexa makes": what the opening
// tells of whom the sentence is about.
bool Lasting::opens_sentence(Draft& draft, std::size_t link) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t phrase = c.before(link);
  if (!c.is(phrase, Part::kPhrase) || !c.is(c.after(figures_.chunk_of(draft)), Part::kComma)) return false;
  const TokenRange words = c.chain_ending(phrase);
  const std::size_t first = c.at(words.begin);
  const bool as = first == 1 && look_.word_is(c[0].range.begin, "joint.as");
  const bool doing = first == 0 && words.end > words.begin + 1 && is_participle(words.begin);
  if ((!as && !doing) || words.end - words.begin > kLongest) return false;
  setter_.set(draft, look_.without_article(a, words), "measure/lasting");
  return true;
}

// "has been selling | pumps, valves and garden tools | in towns along the coast for ten years": the verb with
// the first phrases behind it.
TokenRange Lasting::shortened(const Clauses& c, std::size_t verb, std::size_t link) const {
  const std::uint32_t word = c[verb].range.end - 1;
  TokenRange done{word, word + 1};
  for (std::size_t i = verb + 1; i < link; ++i) {
    const bool first = done.end == word + 1;
    const bool apart = c.is(i, Part::kPreposition) &&
                       !look_.small_word_is(c[i].range.begin, "preposition.part");  // "in towns"
    if (!first && (apart || c[i].range.end - word > kLongest)) break;
    if (c.is(i, Part::kPhrase)) done.end = c[i].range.end;
  }
  return done;
}

// "waives its entry fees entirely for 12 months", "had a full recovery after 36 weeks": what the clause
// tells, with the phrases between its verb and the length of time.
bool Lasting::is_done_meanwhile(Draft& draft) const {
  constexpr std::size_t kReach = 24;  // chunks from the verb to the length of time
  const Clauses& c = figures_.clauses(draft);
  const std::size_t link = stretch_link(draft);
  std::size_t verb = link == Clauses::kNoChunk ? link : c.verb_before(link);
  if (verb != Clauses::kNoChunk && c[verb].attached && c.verb_before(verb) != Clauses::kNoChunk)
    verb = c.verb_before(verb);  // "buy the power generated there"
  if (verb == Clauses::kNoChunk || link - verb > kReach || !tells_doing(c[verb].range.end - 1)) return false;
  const bool apart = look_.word_is(c[verb].range.end - 1, "have.verb") &&
                     c.is(c.after(verb), Part::kPreposition);  // "the talks that we had with them"
  if (apart || (c[verb].gerund && c.is(c.before(verb), Part::kPreposition))) return false;
  std::size_t last = verb;
  for (std::size_t i = verb + 1; i < link; ++i) {
    const bool within = c[i].attached || c.is(i, Part::kPhrase) || c.is(i, Part::kPreposition) ||
                        c.is(i, Part::kAdverb) || c.is(i, Part::kTime) || c.is(i, Part::kConjunction) ||
                        c.is(i, Part::kOther) || c.is(i, Part::kPronoun) || is_attribute(draft, i);
    if (!within) return false;
    if (c.is(i, Part::kPhrase) || c.is(i, Part::kPronoun)) last = i;
  }
  if (last == verb) return false;
  const std::uint32_t word = c[verb].range.end - 1;
  const TokenRange done{word, c[last].range.end};
  setter_.set(draft, done.end - done.begin > kLongest ? shortened(c, verb, link) : done, "measure/lasting");
  return true;
}

// "pay 0% interest", "named as its #1 baker": a figure that only describes the phrase behind it.
bool Lasting::is_attribute(const Draft& draft, std::size_t chunk) const {
  const Draft* before = figures_.before(figures_.index_of(draft));
  if (before == nullptr || figures_.chunk_of(*before) != chunk) return false;
  const std::string& kind = before->fact.quantity.kind;
  return (kind == "percent" || kind == "rank") && figures_.clauses(draft).is(chunk + 1, Part::kPhrase) &&
         before->text("role").empty();
}

// A verb of doing or having, none that tells what something is, comes to or needs.
bool Lasting::tells_doing(std::uint32_t verb) const {
  for (const std::string_view type :
       {"copula", "change.verb", "reach.verb", "exceed.verb", "happen.verb", "say.verb", "view.verb",
        "reporting.verb", "need.verb", "move.verb", "share.verb", "give.verb"}) {
    if (look_.word_is(verb, type)) return false;
  }
  return true;
}

// The word that leads to a length of time, a few chunks back; kNoChunk where none does.
std::size_t Lasting::stretch_link(const Draft& draft) const {
  constexpr std::size_t kReach = 3;  // chunks: "for", "a", "full"
  if (draft.fact.quantity.kind != "duration" || !draft.text("role").empty()) return Clauses::kNoChunk;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = figures_.chunk_of(draft);
  for (std::size_t i = figure; i-- > 0 && figure - i <= kReach;) {
    if (look_.small_word_is(c[i].range.begin, "preposition.stretch")) return i;
    if (!c.is(i, Part::kAdverb) && !c.is(i, Part::kOther)) break;
  }
  return Clauses::kNoChunk;
}

bool Lasting::happens_so_long_after(Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t last = c.before(figures_.chunk_of(draft));
  const bool apart = draft.fact.quantity.kind == "duration" &&
                     look_.small_word_is(draft.mention->range.end, "time.relation");
  if (!apart || last == Clauses::kNoChunk) return false;
  const bool state = c.is(last, Part::kOther) && look_.covering(figures_.analysis(draft), c[last].range.begin,
                                                                "jj") != nullptr;  // "become exercisable"
  const bool object = c.is(last, Part::kPhrase) &&
                      c.is(c.before(c.at(c.chain_ending(last).begin)), Part::kVerb);  // "paid the fine"
  const std::size_t verb = object  ? c.before(c.at(c.chain_ending(last).begin))
                           : state ? c.before(last)
                                   : last;
  if (!c.is(verb, Part::kVerb)) return false;
  const std::uint32_t word = c[verb].range.end - 1;
  if (look_.word_is(word, "need.verb") || look_.word_is(word, "happen.verb") ||
      (object && !verbs_.tells_what(draft, verb)))
    return false;
  if (look_.word_is(word, "copula") && !state) return false;
  TokenRange done{word, state || object ? c[last].range.end : word + 1};
  if (state && look_.word_is(word, "pos.first.AUX")) done.begin = c[last].range.begin;  // "is available"
  if (done.end == word + 1 && look_.word_is(done.end, "pos.PART")) ++done.end;          // "sold out"
  if (done.end - done.begin > kLongest) return false;
  setter_.set(draft, done, "measure/lasting");
  return true;
}

// "has been in business for 31 years": where or in what state, as it stands.
bool Lasting::is_somewhere(Draft& draft, std::size_t link) const {
  const Clauses& c = figures_.clauses(draft);
  if (link == Clauses::kNoChunk) return false;
  const std::size_t phrase = c.before(link);
  const std::size_t in = c.before(phrase);
  const std::size_t verb = c.before(in);
  const bool placed = c.is(phrase, Part::kPhrase) && c.is(in, Part::kPreposition) &&
                      (look_.small_word_is(c[in].range.begin, "preposition.place") ||
                       look_.small_word_is(c[in].range.begin, "preposition.point")) &&
                      c.is(verb, Part::kVerb) && look_.word_is(c[verb].range.end - 1, "copula");
  if (!placed) return false;
  setter_.set(draft, {c[in].range.begin, c[phrase].range.end}, "measure/lasting");
  return true;
}

// "For over 50 years, Corlan has built pumps": what the clause behind the length of time tells.
bool Lasting::is_fronted(Draft& draft) const {
  constexpr std::size_t kReach = 24;  // chunks of the clause's subject, with its brackets and appositions
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = figures_.chunk_of(draft);
  std::size_t link = c.before(figure);
  const bool bound = link == Clauses::kNoChunk && figure > 0 && c.is(figure - 1, Part::kAdverb);
  if (bound) link = figure - 1;  // "Within", which bounds the figure too
  const bool length = (bound || c.is(link, Part::kPreposition)) &&
                      (look_.word_is(c[link].range.begin, "preposition.length") ||
                       look_.word_is(c[link].range.begin, "preposition.term"));
  const std::size_t comma = behind_event(c, figure);
  const bool leads = draft.fact.quantity.kind == "duration" && length &&
                     !look_.form(c[link].range.begin).is(Shape::kLower) && c.is(comma, Part::kComma);
  std::size_t verb = comma + 1;
  while (leads && verb < comma + kReach && !c.is(verb, Part::kStop) && !is_told_of_length(draft, verb) &&
         !(c.is(verb, Part::kVerb) && look_.word_is(c[verb].range.end - 1, "copula")))
    ++verb;
  if (!leads || !c.is(verb, Part::kVerb)) return false;
  if (look_.word_is(c[verb].range.end - 1, "copula") && has_been(c, verb) == Clauses::kNoChunk)
    return is_somewhere(draft, c.after(c.after(c.after(verb))));  // "Corlan has been at the front"
  const std::size_t role = has_been(c, verb);
  std::size_t object = role == Clauses::kNoChunk ? c.after(verb) : role;
  while (c.is(object, Part::kOther)) object = c.after(object);  // "achieved its first sale"
  const std::uint32_t word = c[verb].range.end - 1;
  TokenRange done{word, word + 1};
  if (c.is(object, Part::kPhrase)) {
    const TokenRange chain = Phrases::object_chain(c, object, c.chunks().size() + 1);
    const std::uint32_t end = chain.end - word <= kLongest ? chain.end : c[object].range.end;
    if (end - word <= kLongest) done.end = end;
    if (role != Clauses::kNoChunk) done = look_.without_article(figures_.analysis(draft), chain);
  }
  setter_.set(draft, done, "measure/lasting");
  return true;
}

// "Within 90 days of opening its mill, |": what stands behind the figure, and behind the event that it is
// counted from.
std::size_t Lasting::behind_event(const Clauses& c, std::size_t figure) const {
  constexpr std::size_t kReach = 8;  // chunks
  std::size_t at = figure + 1;
  if (!is_preposition(look_, c, at, "preposition.part")) return at;
  while (at < figure + kReach && (c.is(at, Part::kPreposition) || c.is(at, Part::kPhrase) ||
                                  c.is(at, Part::kOther) || (c.is(at, Part::kVerb) && c[at].gerund)))
    ++at;
  return at;
}

// "has built", "they pioneered", "Tarn was deprived"
bool Lasting::is_told_of_length(const Draft& draft, std::size_t verb) const {
  const Clauses& c = figures_.clauses(draft);
  if (!c.is(verb, Part::kVerb)) return false;
  const std::uint32_t word = c[verb].range.end - 1;
  const bool told = c.is(c.before(verb), Part::kPhrase) || c.is(c.before(verb), Part::kPronoun);
  const bool done = told && is_finite(look_, figures_.analysis(draft), c, c[verb].range) &&
                    !look_.word_is(word, "copula") && !look_.word_is(word, "change.verb") &&
                    !look_.word_is(word, "say.verb") && !look_.word_is(word, "view.verb") &&
                    !look_.word_is(word, "reporting.verb");
  return done || goes_on_for(draft, c[verb].range);
}

bool Lasting::takes_so_long(std::size_t index) const {
  Draft& draft = figures_[index];
  const Draft* earlier = figures_.before(index);
  if (!spans_time(draft) || earlier == nullptr || !earlier->fact.measure ||
      !figures_.same_clause(*earlier, draft))
    return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(figures_.chunk_of(draft));
  const bool done_apart = verb != Clauses::kNoChunk && c[verb].range.begin >= earlier->mention->range.end &&
                          is_finite(look_, figures_.analysis(draft), c, c[verb].range);
  if (done_apart) return false;  // "enrolled 40 adults and was conducted over 52 weeks"
  earlier = &figures_.object_before(*earlier);
  if (is_done_to_count(draft, *earlier)) return true;
  draft.fact.measure = earlier->fact.measure;
  draft.fact.rules.emplace_back("measure/same-clause");
  return true;
}

// "repaired 40 pumps in three weeks": what was done to those that were counted.
bool Lasting::is_done_to_count(Draft& draft, const Draft& counted) const {
  const bool plain =
      counted.fact.quantity.kind == "count" && !counted.mention->noun.empty() && counted.text("role").empty();
  if (!plain) return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = verbs_.governor(counted, figures_.chunk_of(counted));
  if (verb == Clauses::kNoChunk || !verbs_.tells_what(counted, verb)) return false;
  const TokenRange done{c[verb].range.end - 1, counted.mention->range.end};
  if (done.end - done.begin > kLongest) return false;
  setter_.set(draft, done, "measure/lasting");
  return true;
}

// "over 10 years", "in just two months"; not "to over 30 years", "and over 30 years", where the word is a
// bound.
bool Lasting::spans_time(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = figures_.chunk_of(draft);
  if (draft.fact.quantity.kind != "duration" || figure == 0) return false;
  if (draft.came_by("quantity/range-between")) return false;  // "terms between 5 and 13 years"
  const std::size_t link = c.before(figure);
  const auto is_span = [&](std::size_t chunk) {
    return chunk != Clauses::kNoChunk && look_.small_word_is(c[chunk].range.begin, "preposition.span");
  };
  if (c.is(link, Part::kPreposition)) return is_span(link);
  return is_span(figure - 1) && !c.is(link, Part::kConjunction);
}

// The "for" that leads to a length of time; kNoChunk where none does.
std::size_t Lasting::length_link(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  std::size_t link = c.before(figures_.chunk_of(draft));
  if (c.is(link, Part::kOther) && look_.word_is(c[link].range.begin, "length.adjective"))
    link = c.before(c.before(link));  // "for a full 30 days"
  const bool total = c.is(link, Part::kPreposition) && c.is(c.before(link), Part::kPhrase) &&
                     look_.small_word_is(c[link].range.begin, "preposition.part") &&
                     look_.word_is(c[link].range.begin - 1, "indefinite");
  if (total) link = c.before(c.before(link));  // "for an average of 12 weeks"
  const bool leads =
      draft.fact.quantity.kind == "duration" && is_preposition(look_, c, link, "preposition.length");
  return leads ? link : Clauses::kNoChunk;
}

// "finished the tour in 42 days", "returns the capital after 1 day": what was done to the verb's object.
bool Lasting::does_in(Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = figures_.chunk_of(draft);
  std::size_t link = c.before(figure);
  const bool bound = figure > 0 && c.is(figure - 1, Part::kAdverb) && !c.is(link, Part::kPreposition) &&
                     look_.small_word_is(c[figure - 1].range.begin, "preposition.term");
  if (bound) link = figure - 1;  // "within", which bounds the figure too
  const std::size_t verb = c.verb_before(link);
  const bool joins =
      bound || c.is(link, Part::kPreposition) || (c.is(link, Part::kSubordinator) && c[link].joins);
  return draft.fact.quantity.kind == "duration" && joins &&
         look_.small_word_is(c[link].range.begin, "preposition.term") && verb != Clauses::kNoChunk &&
         (does_for(draft, verb, link) || is_done_in(draft, verb));
}

// "sprints from 0 to 100 km/h in 4.9 seconds", "was delivered in two days": an act without an object.
bool Lasting::is_done_in(Draft& draft, std::size_t verb) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t to = c.after(verb);
  const bool ends = c.is(to, Part::kPreposition) && c.is(to + 1, Part::kPhrase) && c[verb].gerund &&
                    c[to + 1].range.end + 1 == draft.mention->range.begin;
  if (ends) {  // "patients progressing to the disease within five years"
    setter_.set(draft, {c[verb].range.end - 1, c[to + 1].range.end}, "measure/lasting");
    return true;
  }
  return c.is(to, Part::kPreposition) && verbs_.tells_act(c, verb) && setter_.set_verb(draft, verb);
}

// "will store these cheeses for two years", "signed a lease for 5 years": what is done to the verb's object,
// or the object itself where it is what lasts.
bool Lasting::does_for(Draft& draft, std::size_t verb, std::size_t link) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t object = c.after(verb);
  const std::uint32_t word = c[verb].range.end - 1;
  const bool passive = object >= link && verbs_.is_passive(c[verb]);
  const bool alone = object >= link && is_finite(look_, figures_.analysis(draft), c, c[verb].range) &&
                     !look_.word_is(word, "copula") && !look_.word_is(word, "happen.verb") &&
                     !look_.word_is(word, "have.verb");           // "spoke for an hour"
  if ((passive || alone) && !look_.word_is(word, "view.verb")) {  // "were followed for a median of 4.5 years"
    setter_.set(draft, with_subject(draft, verb), "measure/lasting");
    return true;
  }
  if (stays_somewhere(draft, verb, link) || is_done_with(draft, verb, link)) return true;
  const bool taken = look_.word_is(word, "need.verb");  // "taking the drug for two years"
  if (!c.is(object, Part::kPhrase) || (!taken && !verbs_.tells_what(draft, verb))) return false;
  const TokenRange chain = Phrases::object_chain(c, object, link);
  const TokenRange done{word, chain.end};
  const std::size_t before = c.before(link);  // "ate grapes every day for two weeks"
  const std::size_t end = c.is(before, Part::kTime) ? before : link;
  if (chain.end != c[end].range.begin || done.end - done.begin > kLongest) return false;
  if (look_.word_is(c[object].range.end - 1, "lasting.noun"))
    return setter_.take(draft, chain, "measure/object");
  setter_.set(draft, done, "measure/lasting");
  return true;
}

// "the loans are paid out within a day", "with the stake returned after 5 days": a thing's verb with what it
// is told of; somebody's alone.
TokenRange Lasting::with_subject(const Draft& draft, std::size_t verb) const {
  const Clauses& c = figures_.clauses(draft);
  const std::uint32_t word = c[verb].range.end - 1;
  const std::size_t subject = c.before(verb);
  const TokenRange alone{word, word + 1};
  const bool awaited = look_.word_is(word - 1, "pos.first.TO") ||  // "the sale is expected to close"
                       look_.word_is(word - 1, "pos.first.MD");    // "the sale should close"
  if (awaited || !c.is(subject, Part::kPhrase) || c.subject_of(verb) != subject ||
      look_.word_is(c[subject].range.begin, "pos.first.PRPS"))
    return alone;
  const TokenRange thing = look_.without_article(figures_.analysis(draft), c[subject].range);
  if (thing.empty() || figures_.namer().names_somebody(figures_.analysis(draft), thing) ||
      figures_.namer().stands_for_main(figures_.analysis(draft), thing) ||
      look_.form(thing.begin).is(Shape::kCap))
    return alone;
  return word + 1 - thing.begin > kLongest ? alone : TokenRange{thing.begin, word + 1};
}

// "lived in Oslo for twenty years": an act without an object, and where.
bool Lasting::stays_somewhere(Draft& draft, std::size_t verb, std::size_t link) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t in = c.after(verb);
  const bool placed = c.is(in, Part::kPreposition) && c.is(in + 1, Part::kPhrase) &&
                      c.after(in + 1) >= link &&
                      look_.small_word_is(c[in].range.begin, "preposition.place") &&
                      look_.small_word_is(c[link].range.begin, "preposition.length") &&
                      is_finite(look_, figures_.analysis(draft), c, c[verb].range);
  const std::uint32_t word = c[verb].range.end - 1;
  if (!placed || look_.word_is(word, "change.verb") || look_.word_is(word, "copula")) return false;
  setter_.set(draft, {word, c[in + 1].range.end}, "measure/lasting");
  return true;
}

// "were treated with statins for a year", "invest $500 for three days": what is done, without an object that
// is named.
bool Lasting::is_done_with(Draft& draft, std::size_t verb, std::size_t link) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t next = c.after(verb);
  const std::uint32_t word = c[verb].range.end - 1;
  const bool with = verbs_.is_passive(c[verb]) && c.is(next, Part::kPreposition) &&
                    c.is(next + 1, Part::kPhrase) && c.after(next + 1) >= link &&
                    !look_.word_is(word, "view.verb");
  const bool amount = c.is(next, Part::kFigure) && c.after(next) == link && verbs_.tells_act(c, verb);
  if (!with && !amount) return false;
  setter_.set(draft, {word, with ? c[next + 1].range.end : word + 1}, "measure/lasting");
  return true;
}

// "has been a source of health information", "after being a nurse": the phrase that tells what somebody has
// been; kNoChunk where none does.
std::size_t Lasting::has_been(const Clauses& c, std::size_t verb) const {
  if (!c.is(verb, Part::kVerb)) return Clauses::kNoChunk;
  const TokenRange group = c[verb].range;
  const bool copula = look_.word_is(group.end - 1, "copula");
  const bool been =
      copula && (c[verb].gerund || (group.end - group.begin > 1 && look_.word_is(group.begin, "have.verb")));
  const std::size_t role = c.after(verb);
  return been && c.is(role, Part::kPhrase) ? role : Clauses::kNoChunk;
}

// "has been running", "has served"
bool Lasting::goes_on_for(const Draft& draft, TokenRange verb) const {
  const bool progressive = look_.covering(figures_.analysis(draft), verb.end - 1, "vbg") != nullptr;
  const bool perfect = verb.end - verb.begin > 1 && look_.word_is(verb.begin, "have.verb") &&
                       !look_.word_is(verb.end - 1, "pos.first.AUX");
  return progressive || perfect;
}

// "is", "remained"
bool Lasting::is_state(const Clauses& c, std::size_t verb) const {
  return c.is(verb, Part::kVerb) && (look_.word_is(c[verb].range.end - 1, "copula") ||
                                     look_.word_is(c[verb].range.end - 1, "remain.verb"));
}

// "The ticket is valid for 45 minutes": a thing that lasts is measured itself; who is out of work is not.
bool Lasting::names_lasting(const Clauses& c, std::size_t verb) const {
  const std::size_t subject = c.subject_of(verb);
  return c.is(subject, Part::kPhrase) && !c.is(c.before(verb), Part::kRelative) &&
         !look_.word_is(c[subject].range.end - 1, "people");
}

}  // namespace figmine::measures
