#include "claim/subjects/actors.h"

#include <algorithm>

#include "base/ascii.h"
#include "claim/tense.h"

namespace figmine::subjects {

TokenRange Actors::actor_of(const Draft& draft) const {
  if (draft.text("object") == "moved") return {};              // "banks pulled the index 2% lower"
  if (draft.came_by("measure/gapped-preposition")) return {};  // "Wheat was sown on 5 hectares, barley on 2"
  if (draft.came_by("change/gapped-from-first") || draft.came_by("change/gapped-to-last"))
    return {};               // "Fees rose from $3 to $4, fares from $1 to $2"
  constexpr int kVerbs = 4;  // outwards
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = c.at(draft.mention->range.begin);
  if (verbs_.acts_itself(a, c, figure)) return {};
  if (const TokenRange multiplier = multiplier_of(draft); !multiplier.empty()) return multiplier;
  std::size_t at = figure;
  Acting acting;
  for (int verbs = 0; verbs < kVerbs; ++verbs) {
    const bool own = verbs == 0;
    acting.verb = verb_outwards(c, at, own);
    if (acting.verb == Clauses::kNoChunk || verbs_.is_in_opening(a, c, acting.verb, at)) return {};
    if (const TokenRange doer = doer_before(draft, c, acting.verb, own); !doer.empty()) return doer;
    acting.subject = c.subject_of(acting.verb);
    if (acting.subject == Clauses::kNoChunk) return {};
    at = std::min(acting.verb, acting.subject);
    if (is_forecaster(c, acting.subject)) continue;
    if (only_tells(draft, c, acting) || (own && verbs_.opens_clause(c, acting.verb, figure))) continue;
    // A relative goes with the phrase right before it: "trailers with boats that weigh 10 tons".
    acting.relative = Verbs::follows_relative(c, acting.verb) && c.is(acting.subject, Part::kPhrase);
    if (acting.relative && verbs_.is_who(c, acting.verb)) {
      if (const TokenRange who = explanations_.who_meant(a, c, acting.subject); !who.empty()) return who;
    }
    if (acting.relative && is_venue(c, acting.subject)) {
      at = std::min(at, c.at(c.chain_ending(acting.subject).begin));  // "is a firm | listed on"
      continue;
    }
    if (acting.relative && (verbs_.leads_to(c, acting.verb) || explanations_.says_what(a, c, acting.subject)))
      continue;
    acting.chain = acting.relative ? c[acting.subject].range : c.chain_ending(acting.subject);
    if (const TokenRange told = told_actor(draft, acting); !told.empty()) return told;
    if (draft.measure.overlaps(acting.chain) || (own && is_within_measured(draft, acting))) {
      if (look_.word_is(draft.measure.end - 1, "index.noun")) return {};  // an index is nobody's
      acting.measured = true;
      continue;
    }
    if (only_take_part(draft, c, acting.chain)) return {};
    if (const TokenRange subject = acting_subject(draft, acting, own); !subject.empty()) return subject;
  }
  return {};
}

// The verb before a place; for the figure's own verb also the one that leads to the items it stands in.
std::size_t Actors::verb_outwards(const Clauses& c, std::size_t at, bool own) const {
  const std::size_t verb = c.verb_before(at);
  if (verb != Clauses::kNoChunk || !own) return verb;
  const std::size_t colon = colon_before_items(c, at);
  return colon == Clauses::kNoChunk ? colon : c.verb_before(colon);
}

// Who is told before the verb's own subject is asked: set off, with an aim, or expected to do it.
TokenRange Actors::doer_before(const Draft& draft, const Clauses& c, std::size_t verb, bool own) const {
  const Analysis& a = figures_.analysis(draft);
  if (own) {
    const bool personal = draft.fact.quantity.kind == "duration" && !verbs_.expects(c[verb].range);
    if (const TokenRange name = explanations_.name_set_off(a, c, verb, personal); !name.empty()) return name;
  }
  if (const TokenRange owner = aim_owner(a, c, verb); !owner.empty()) return owner;
  return expected_of(draft, c, verb);
}

// The subject of the verb, where it is a name or stands for one.
TokenRange Actors::acting_subject(const Draft& draft, const Acting& acting, bool own) const {
  const Clauses& c = figures_.clauses(draft);
  const Naming naming = namer_.name(figures_.analysis(draft), c, acting.chain);
  if (const TokenRange named = named_actor(draft, acting, naming); !named.empty()) return named;
  if (common_actors_.is_common_actor(draft, acting, naming))
    return common_actors_.last_described(c, acting, naming.measure);
  return own ? common_actors_.several_acting(draft, acting, naming) : TokenRange{};
}

// "Vexa more than doubled its profit": whose act the figure itself tells, before what it moved.
TokenRange Actors::multiplier_of(const Draft& draft) const {
  const TokenRange figure = draft.mention->range;
  if (!draft.came_by("quantity/multiplied") || draft.measure.begin < figure.end) return {};
  const Clauses& c = figures_.clauses(draft);
  std::size_t left = c.before(c.at(figure.begin));
  while (c.is(left, Part::kOther)) left = c.before(left);  // "more than"
  if (!c.is(left, Part::kPhrase)) return {};
  const TokenRange words = c[left].range;
  const Analysis& a = figures_.analysis(draft);
  const bool placed = look_.ending_at(a, words.end, "place") != nullptr && c.is(c.before(left), Part::kComma);
  const bool told = namer_.is_name(a, words) || namer_.stands_for_main(a, words);
  return told && !placed ? words : TokenRange{};
}

TokenRange Actors::counted_doer(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = c.at(draft.mention->range.begin);
  const std::size_t verb = c.verb_before(figure);
  const std::size_t doer = verb == Clauses::kNoChunk ? verb : c.subject_of(verb);
  if (!c.is(doer, Part::kFigure) || c.after_attachments(doer) != verb || look_.title_case(a)) return {};
  const std::size_t next = c.after_attachments(figure);  // "and 18 studies looked at two"
  const std::uint32_t head = c[verb].range.end - 1;
  const bool done = may_be_participle(look_, head);
  const bool bare = c[verb].range.end == c[verb].range.begin + 1 && done;
  const std::size_t object = c.after(verb);
  const bool done_to =
      bare && !c.is(object, Part::kFigure) && !c.is(object, Part::kPhrase);  // "shares issued"
  const bool passive = done && look_.holds_word(c[verb].range, "copula");
  std::size_t left = c.before(doer);
  if (c.is(left, Part::kOther)) left = c.before(left);  // "The 12 winners", "More than"
  const bool said = c.is(left, Part::kVerb) && c[left].says;
  const bool opens = said || left == Clauses::kNoChunk || c.is(left, Part::kComma) ||
                     c.is(left, Part::kConjunction) || c.is(left, Part::kSubordinator) ||
                     c.is(left, Part::kStop) || c.is(left, Part::kRelative);
  const bool acts = verbs_.tells_tense(a, c, verb) && !look_.word_is(head, "copula") && !done_to && !passive;
  const bool beside = is_preposition(look_, c, c.before(figure), "preposition.bearing");
  return acts && opens && !beside && !c.is(next, Part::kVerb) ? c[doer].range : TokenRange{};
}

bool Actors::only_take_part(const Draft& draft, const Clauses& c, TokenRange people) const {
  if (are_offered(draft, c, people)) return true;
  const std::uint32_t head = people.end - 1;
  const bool persons = look_.word_is(head, "people") || look_.word_is(head, "person.one");
  const std::size_t link = c.before(c.at(draft.mention->range.begin));
  const bool price =
      draft.fact.quantity.kind == "money" && c.is(link, Part::kPreposition) &&
      look_.small_word_is(c[link].range.end - 1, "preposition.level");  // "Buyers get it at $5"
  return (persons && price) || ((persons || look_.word_is(head, "agent")) && verbs_.is_shared(c, draft));
}

// "You earn $5", "Players can win 50 tokens": whoever takes what somebody offers; not "if you earn $5".
bool Actors::are_offered(const Draft& draft, const Clauses& c, TokenRange people) const {
  const std::size_t at = c.at(people.begin);
  const TokenRange words = look_.without_article(figures_.analysis(draft), people);
  const bool anybody = words.end == words.begin + 1 && (look_.word_is(words.begin, "pronoun.reader") ||
                                                        look_.word_is(words.begin, "taker.noun"));
  const std::size_t verb = c.verb_before(c.at(draft.mention->range.begin));
  return anybody && !article_.tells_of_study() && c.is(verb, Part::kVerb) &&
         look_.word_is(c[verb].range.end - 1, "offered.verb") && !c.is(c.before(at), Part::kSubordinator);
}

// "a portfolio that delivers: (1) wires; (2) syndication to 5,000 outlets": the colon before the first of the
// numbered items of which the figure stands in a later one.
std::size_t Actors::colon_before_items(const Clauses& c, std::size_t figure) const {
  constexpr std::size_t kReach = 120;  // chunks
  bool later = false;
  for (std::size_t i = figure; i-- > 0 && figure - i <= kReach;) {
    later = later || c.is(i, Part::kStop);
    if (!c.is(i, Part::kColon)) continue;
    const bool numbered =
        later && c.is(i + 1, Part::kOpen) && look_.token_text(c[i + 1].range.begin + 1) == "1";
    return numbered ? i : Clauses::kNoChunk;
  }
  return Clauses::kNoChunk;
}

// "The deal supports Chile's plan to cut costs by 12%": who plans that.
TokenRange Actors::aim_owner(const Analysis& a, const Clauses& c, std::size_t verb) const {
  const std::size_t to = c.before(verb);
  const bool infinitive = is_preposition(look_, c, to, "pos.first.TO");
  const std::size_t aim = infinitive ? c.before(to) : Clauses::kNoChunk;
  if (!c.is(aim, Part::kPhrase) || !look_.small_word_is(c[aim].range.end - 1, "aim.noun")) return {};
  return namer_.name(a, c, c.chain_ending(aim)).subject;
}

// "Analysts expect Vexa to post earnings of $5": whose deed is expected.
TokenRange Actors::expected_of(const Draft& draft, const Clauses& c, std::size_t verb) const {
  const std::size_t to = c.before(verb);
  const bool infinitive = is_preposition(look_, c, to, "pos.first.TO");
  const std::size_t doer = infinitive ? c.before(to) : Clauses::kNoChunk;
  if (!c.is(doer, Part::kPhrase) || !c.is(c.before(doer), Part::kVerb) || !c[c.before(doer)].views ||
      look_.word_is(c[verb].range.end - 1, "copula"))
    return {};
  const TokenRange words = c[doer].range;
  return draft.measure.overlaps(words) ? TokenRange{}
                                       : namer_.name(figures_.analysis(draft), c, words).subject;
}

// "Zhang said that", "analysts polled by FactSet expect", "Halden Bank has a price target of", "The ministry
// puts the harvest at".
bool Actors::only_tells(const Draft& draft, const Clauses& c, const Acting& acting) const {
  const std::uint32_t verb = c[acting.verb].range.end - 1;
  if (words_.is_target(draft) && look_.word_is(verb, "rating.verb")) return true;
  if (draft.came_by("measure/put-at") && look_.word_is(verb, "putting.verb")) return true;
  return c[acting.subject].part == Part::kFigure || verbs_.tells(c, acting.verb) || is_source(c, acting) ||
         is_polled(c, acting.subject) || verbs_.is_inserted(c, c.chain_ending(acting.subject), acting.verb) ||
         verbs_.rates(figures_.analysis(draft), c, acting.subject);
}

// "a firm listed on the Halden Exchange that owns 40 ships": where its shares are traded.
bool Actors::is_venue(const Clauses& c, std::size_t phrase) const {
  constexpr std::size_t kReach = 6;                       // chunks
  if (c.is(c.after(phrase), Part::kComma)) return false;  // "is listed on the Halden Exchange, which owns"
  std::size_t on = c.before(phrase);
  while (c.is(on, Part::kConjunction) && phrase - on < kReach)
    on = c.before(c.before(on));  // "on the Exchange and the Board"
  const std::size_t listed = c.before(on);
  if (!is_preposition(look_, c, on, "preposition.on") || !c.is(c.before(listed), Part::kPhrase)) return false;
  const TokenRange word = c[listed].range;
  return word.end == word.begin + 1 && look_.word_is(word.begin, "listed.participle");
}

// "Insights from Corlan Bank suggest an inflow of $5m": whose words tell it.
bool Actors::is_source(const Clauses& c, const Acting& acting) const {
  const std::size_t from = c.before(acting.subject);
  const std::size_t words = c.before(from);
  return is_preposition(look_, c, from, "preposition.source") && c.is(words, Part::kPhrase) &&
         (look_.word_is(c[words].range.end - 1, "others.study") ||
          look_.word_is(c[words].range.end - 1, "others.data")) &&
         article_.tells_finding(c[acting.verb].range.end - 1);
}

// "Lena Fors, an economist at Corlan Bank, who expects": what she expects is not the bank's.
bool Actors::is_forecaster(const Clauses& c, std::size_t firm) const {
  const std::size_t link = c.before(firm);
  const std::size_t comma = c.after(firm);
  if (!c.is(firm, Part::kPhrase) || !c.is(comma, Part::kComma) || !c.is(comma + 1, Part::kRelative))
    return false;
  const std::size_t office = c.is(link, Part::kPreposition) ? c.before(link) : Clauses::kNoChunk;
  return c.is(office, Part::kPhrase) && look_.word_is(c[office].range.end - 1, "teller");
}

// "Analysts polled by FactSet expected": who asked them is not meant.
bool Actors::is_polled(const Clauses& c, std::size_t subject) const {
  const std::size_t verb = subject >= 2 ? c.before(subject - 1) : Clauses::kNoChunk;
  const std::size_t teller = verb == Clauses::kNoChunk ? verb : c.before(verb);
  return c.is(subject - 1, Part::kPreposition) && c.is(verb, Part::kVerb) && c.is(teller, Part::kPhrase) &&
         look_.small_word_is(c[subject - 1].range.begin, "preposition.doer") &&
         look_.word_is(c[teller].range.end - 1, "teller");
}

// "the rate among patients who took it was 5%": what they took is not the rate's owner.
bool Actors::is_within_measured(const Draft& draft, const Acting& acting) const {
  return draft.came_by("measure/subject-of-verb") && !draft.measure.empty() &&
         draft.measure.end <= acting.chain.begin &&
         Verbs::verb_between(figures_.clauses(draft), draft.measure, acting.chain);
}

// Whom the subject's surroundings tell, whatever is measured.
TokenRange Actors::told_actor(const Draft& draft, const Acting& acting) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  if (const TokenRange name = explanations_.name_told(a, c, acting); !name.empty()) return name;
  if (const TokenRange market = words_.market_words(a, c[c.at(acting.chain.begin)].range, "market.whole");
      !market.empty() && !draft.measure.overlaps(acting.chain))
    return market;
  // "The market is to reach $5 million"
  if (words_.is_bare_market(a, acting.chain) && look_.word_is(c[acting.verb].range.end - 1, "market.verb"))
    return acting.chain;
  return acting.relative && verbs_.is_who(c, acting.verb) && words_.is_person(acting.chain) ? acting.chain
                                                                                            : TokenRange{};
}

// A name, or people and things that act for themselves.
TokenRange Actors::named_actor(const Draft& draft, const Acting& acting, const Naming& naming) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  if (Verbs::follows_relative(c, acting.verb) && words_.is_known_holder(a, c[acting.subject].range))
    return c[acting.subject].range;  // "a founder of the Orvane Alliance, which has 200 members"
  const std::string& kind = draft.fact.quantity.kind;
  if (const TokenRange own = doers_.common_holder(a, c, acting.chain, naming.subject);
      !own.empty() && !acting.measured && kind != "rank" && !figures_.is_age_of_other(draft))
    return own;
  if (const TokenRange thing = doers_.thing_of(a, acting.chain, naming.subject, "thing.named");
      !thing.empty() && !acting.measured && mentions_.named_thing(thing) != nullptr)
    return thing;
  if (const TokenRange one = doers_.any_one(draft, acting, naming); !one.empty()) return one;
  if (naming.subject.empty()) return {};
  if (is_where(a, c, naming)) return {};
  if (are_of_place(a, naming)) return {naming.subject.begin, naming.measure.end};
  // "China's AI sector grew, with 6,000 firms": the branch has them
  const bool branch = !naming.measure.empty() && naming.subject.end <= naming.measure.begin &&
                      look_.word_is(naming.measure.end - 1, "branch.noun");
  if (branch) return {naming.subject.begin, naming.measure.end};
  // "The Feasibility Study shows an IRR of 17%": not its own
  const bool document = kind != "count" && look_.word_is(naming.subject.end - 1, "telling.noun");
  // "Cory Price has 30 years of experience", unlike "Cory Price expects revenue of $5m"
  const TokenRange verb = c[acting.verb].range;
  const bool own = (kind == "duration" && !verbs_.expects(verb)) ||
                   (kind == "count" &&
                    (look_.word_is(verb.end - 1, "have.verb") || look_.word_is(verb.end - 1, "copula"))) ||
                   verbs_.acts_in_person(draft, verb) ||
                   (words_.is_surname(naming.subject) && !verbs_.expects(verb));
  const TokenRange named = with_head(draft, naming);
  return !named.empty() && (own || !words_.is_person(named)) && !document ? named : TokenRange{};
}

// "The site near Laval combines two plants": in a firm's article a place behind a thing tells where it is.
bool Actors::is_where(const Analysis& a, const Clauses& c, const Naming& naming) const {
  const bool behind = naming.measure.empty() ? is_beside_counted(c, naming.subject)
                                             : naming.subject.begin >= naming.measure.end &&
                                                   !look_.word_is(naming.measure.end - 1, "measure.noun");
  return behind && article_.is_firm_main() && look_.ending_at(a, naming.subject.end, "place") != nullptr &&
         words_.is_placed(naming.subject);
}

// "China's largest smelters plan to cut output by 5%": several that act, told by their country.
bool Actors::are_of_place(const Analysis& a, const Naming& naming) const {
  if (naming.measure.empty() || naming.subject.end >= naming.measure.begin) return false;
  const std::uint32_t head = naming.measure.end - 1;
  constexpr std::uint32_t kBetween = 2;  // tokens: "'s largest"
  const bool owned = naming.measure.begin - naming.subject.end <= kBetween &&
                     look_.ending_at(a, naming.subject.end, "place") != nullptr;
  return owned && look_.covering(a, head, "nns") != nullptr &&
         (look_.word_is(head, "actor.plural") || look_.word_is(head, "people") ||
          look_.word_is(head, "agent"));
}

// "The owner of 13 halls in Laval sold them": the figure parts the thing from its place.
bool Actors::is_beside_counted(const Clauses& c, TokenRange place) const {
  const std::size_t figure = c.before(c.before(c.at(place.begin)));
  const std::size_t link = c.is(figure, Part::kFigure) ? c.before(figure) : Clauses::kNoChunk;
  return is_preposition(look_, c, link, "preposition.part");
}

// "The Biden administration called for": a name with the noun that it describes, unless that is measured;
// "Black women are", "Laval customers pay": people with what they are told by.
TokenRange Actors::with_head(const Draft& draft, const Naming& naming) const {
  constexpr std::uint32_t kPossessive = 1;  // token between: "Corlan's plan"
  if (naming.measure.empty() || naming.subject.end > naming.measure.begin) return naming.subject;
  const std::uint32_t head = naming.measure.end - 1;
  const bool people = naming.subject.end == naming.measure.begin && look_.word_is(head, "people") &&
                      look_.form(naming.subject.begin).is(Shape::kCap) &&
                      !look_.word_is(naming.subject.begin, "pronoun") &&
                      !look_.word_is(naming.subject.begin, "pos.first.PRPS") &&
                      look_.covering(figures_.analysis(draft), head, "nns") != nullptr &&
                      !draft.measure.overlaps(naming.measure);
  const bool heads = people || (naming.measure.begin - naming.subject.end <= kPossessive &&
                                look_.word_is(head, "body.noun"));
  return heads ? TokenRange{naming.subject.begin, naming.measure.end} : naming.subject;
}

TokenRange Actors::acting_thing(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(c.at(draft.mention->range.begin));
  const std::size_t subject = verb == Clauses::kNoChunk ? verb : c.subject_of(verb);
  if (!c.is(subject, Part::kPhrase) || draft.fact.quantity.kind == "rank") return {};
  // "the buyer of the tower, which is 90% full"
  const bool relative = Verbs::follows_relative(c, verb);
  const TokenRange chain = relative ? c[subject].range : c.chain_ending(subject);
  if (draft.measure.overlaps(chain)) return {};
  const TokenRange name = namer_.name(a, c, chain).subject;
  const TokenRange thing = doers_.thing_of(a, chain, name, "thing.noun");
  return thing.empty() && !verbs_.tells(c, verb) ? body_of(a, doers_.thing_of(a, chain, name, "body.acting"))
                                                 : thing;
}

// "the city council", "the hospital": not where the article's own party is one.
TokenRange Actors::body_of(const Analysis& a, TokenRange words) const {
  if (words.empty() || namer_.stands_for_main(a, words)) return {};
  const Entity* main = figures_.entities().main();
  const std::string& word = look_.form(words.end - 1).folded;
  return main != nullptr && fold(main->name).find(word) != std::string::npos ? TokenRange{} : words;
}

}  // namespace figmine::subjects
