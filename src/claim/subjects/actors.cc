#include "claim/subjects/actors.h"

#include <algorithm>

#include "claim/holders.h"

namespace figmine::subjects {

TokenRange Actors::actor_of(const Draft& draft) const {
  if (draft.text("object") == "moved") return {};  // "banks pulled the index 2% lower"
  constexpr int kVerbs = 4;                        // outwards
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = c.at(draft.mention->range.begin);
  if (verbs_.acts_itself(a, c, figure)) return {};
  if (const TokenRange multiplier = multiplier_of(draft); !multiplier.empty()) return multiplier;
  std::size_t at = figure;
  Acting acting;
  for (int verbs = 0; verbs < kVerbs; ++verbs) {
    acting.verb = c.verb_before(at);
    if (acting.verb == Clauses::kNoChunk && verbs == 0) {
      const std::size_t colon = colon_before_items(c, figure);
      if (colon != Clauses::kNoChunk) acting.verb = c.verb_before(colon);
    }
    if (acting.verb == Clauses::kNoChunk || verbs_.is_in_opening(a, c, acting.verb, at)) return {};
    if (const TokenRange name = verbs == 0 ? name_set_off(a, c, acting.verb) : TokenRange{}; !name.empty())
      return name;
    if (const TokenRange owner = aim_owner(a, c, acting.verb); !owner.empty()) return owner;
    if (const TokenRange doer = expected_of(draft, c, acting.verb); !doer.empty()) return doer;
    acting.subject = c.subject_of(acting.verb);
    if (acting.subject == Clauses::kNoChunk) return {};
    at = std::min(acting.verb, acting.subject);
    if (only_tells(draft, c, acting) || (verbs == 0 && verbs_.opens_clause(c, acting.verb, figure))) continue;
    // A relative goes with the phrase right before it: "trailers with boats that weigh 10 tons".
    acting.relative = Verbs::follows_relative(c, acting.verb) && c.is(acting.subject, Part::kPhrase);
    if (acting.relative && verbs_.is_who(c, acting.verb)) {
      if (const TokenRange officer = officer_meant(a, c, acting.subject); !officer.empty()) return officer;
      if (const TokenRange people = people_meant(a, c, acting.subject); !people.empty()) return people;
    }
    if (acting.relative && (verbs_.leads_to(c, acting.verb) || says_what(a, c, acting.subject))) continue;
    acting.chain = acting.relative ? c[acting.subject].range : c.chain_ending(acting.subject);
    if (const TokenRange told = told_actor(draft, acting); !told.empty()) return told;
    if (draft.measure.overlaps(acting.chain) || (verbs == 0 && is_within_measured(draft, acting))) {
      if (look_.word_is(draft.measure.end - 1, "index.noun")) return {};  // an index is nobody's
      acting.measured = true;
      continue;
    }
    if (only_take_part(draft, c, acting.chain)) return {};
    const Naming naming = namer_.name(a, c, acting.chain);
    if (const TokenRange named = named_actor(draft, acting, naming); !named.empty()) return named;
    if (is_common_actor(draft, acting, naming)) return last_described(c, acting, naming.measure);
    if (const TokenRange several = verbs == 0 ? several_acting(draft, acting, naming) : TokenRange{};
        !several.empty())
      return several;
  }
  return {};
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

bool Actors::only_take_part(const Draft& draft, const Clauses& c, TokenRange people) const {
  if (are_offered(draft, c, people)) return true;
  const std::uint32_t head = people.end - 1;
  const bool several =
      look_.word_is(head, "people") || look_.word_is(head, "person.one") || look_.word_is(head, "agent");
  return several && verbs_.is_shared(c, draft);
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
  return namer_.name(a, c, c[aim].range).subject;
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

// "Zhang said that", "analysts polled by FactSet expect", "Halden Bank has a price target of".
bool Actors::only_tells(const Draft& draft, const Clauses& c, const Acting& acting) const {
  if (words_.is_target(draft) && look_.word_is(c[acting.verb].range.end - 1, "rating.verb")) return true;
  return c[acting.subject].part == Part::kFigure || verbs_.tells(c, acting.verb) ||
         is_polled(c, acting.subject);
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
  if (const TokenRange name = acting.relative ? apposed_name(a, c, acting.subject) : TokenRange{};
      !name.empty())
    return name;
  if (const TokenRange name = name_explained(a, c, acting); !name.empty()) return name;
  if (const TokenRange named = identified(c, acting.verb, acting.chain); !named.empty()) return named;
  if (const TokenRange market = words_.market_words(a, c[c.at(acting.chain.begin)].range, "market.whole");
      !market.empty() && !draft.measure.overlaps(acting.chain))
    return market;
  // "The market is to reach $5 million"
  if (words_.is_bare_market(a, acting.chain) && look_.word_is(c[acting.verb].range.end - 1, "market.verb"))
    return acting.chain;
  return acting.relative && verbs_.is_who(c, acting.verb) && words_.is_person(acting.chain) ? acting.chain
                                                                                            : TokenRange{};
}

// "The best-selling album was Blue Rooms, with 1.2 million copies": the name of what a superlative tells.
TokenRange Actors::identified(const Clauses& c, std::size_t verb, TokenRange chain) const {
  const std::size_t name = c.after(verb);
  bool highest = false;
  for (std::uint32_t token = chain.begin; token < chain.end; ++token)
    highest = highest || look_.small_word_is(token, "superlative");
  const bool told = highest && look_.word_is(c[verb].range.end - 1, "copula") && c.is(name, Part::kPhrase);
  return told && look_.is_name(c[name].range) ? c[name].range : TokenRange{};
}

// "Halden, the new spray against rats, is on sale": the name that the sentence opens with and commas part
// from what explains it.
TokenRange Actors::name_explained(const Analysis& a, const Clauses& c, const Acting& acting) const {
  std::size_t phrase = c.at(acting.chain.begin);
  if (phrase > 0 && c.is(phrase - 1, Part::kOther)) --phrase;  // an article
  if (phrase < 2) return {};
  const std::size_t name = phrase - 2;
  const std::size_t left = c.before(name);
  const bool opens = left == Clauses::kNoChunk || c.is(left, Part::kRelative) ||
                     c.is(left, Part::kSubordinator) || c.is(left, Part::kColon) ||
                     c.is(left, Part::kConjunction);
  std::size_t verb = c.before(acting.verb);
  if (c.is(verb, Part::kVerb)) verb = c.before(verb);  // "has now been approved"
  const bool aside = opens && !acting.relative && c.is(verb, Part::kComma) && c.is(name, Part::kPhrase) &&
                     c.is(name + 1, Part::kComma) && look_.word_is(c[phrase].range.begin, "article");
  const bool named = aside && namer_.is_name(a, c[name].range) && !words_.is_person(c[name].range);
  return named ? c[name].range : TokenRange{};
}

// "60 adults with asthma who took part in two tests", "Vexa shareholders, who get 5 shares": the people that
// "who" stands for, where the phrase right before it names none, or somebody whose people they are.
TokenRange Actors::people_meant(const Analysis& a, const Clauses& c, std::size_t phrase) const {
  constexpr int kLinks = 3;  // prepositions between
  for (int links = 0; links < kLinks && phrase != Clauses::kNoChunk; ++links) {
    const TokenRange words = c[phrase].range;
    const Annotation* people = look_.ending_at(a, words.end, "people");
    if (c.is(phrase, Part::kFigure)) return people != nullptr ? people->range : TokenRange{};
    if (!c.is(phrase, Part::kPhrase)) return {};
    const bool named = look_.form(words.end - 1).is(Shape::kCap);
    if (people != nullptr || words_.is_person(words) || named) {
      const bool owned =
          people != nullptr && words.end > words.begin + 1 && look_.form(words.end - 2).is(Shape::kCap);
      return links > 0 || owned ? look_.without_article(a, words) : TokenRange{};
    }
    const std::size_t link = c.before(phrase);
    if (!c.is(link, Part::kPreposition)) return {};
    phrase = c.before(link);
  }
  return {};
}

// "Mara Holt, founder and chairman of Corlan Group, who has won 30 cases": the person whose office stands
// before the firm that "who" follows; without a name, "chairman of Corlan Group".
TokenRange Actors::officer_meant(const Analysis& a, const Clauses& c, std::size_t firm) const {
  constexpr std::size_t kReach = 10;  // chunks
  std::size_t office = Clauses::kNoChunk;
  if (!c.is(c.before(firm), Part::kPreposition)) return {};
  for (std::size_t i = firm; i-- > 0 && firm - i <= kReach;) {
    const bool listed = c.is(i, Part::kComma) || c.is(i, Part::kConjunction) || c.is(i, Part::kPreposition) ||
                        c.is(i, Part::kAdverb) || c.is(i, Part::kOther);
    if (!listed && !c.is(i, Part::kPhrase)) break;
    if (listed) continue;
    const TokenRange words = c[i].range;
    if (look_.word_is(words.end - 1, "title.office")) office = i;
    const bool set_off = office != Clauses::kNoChunk && i < office && c.is(i + 1, Part::kComma);
    if (set_off && words_.is_person(words)) return words;
  }
  if (office == Clauses::kNoChunk) return {};
  return {look_.without_article(a, c[office].range).begin, c[firm].range.end};
}

// "Halden Corp., a firm that has 50 shops": who the name before the comma is.
TokenRange Actors::apposed_name(const Analysis& a, const Clauses& c, std::size_t phrase) const {
  const bool person = look_.word_is(c[phrase].range.end - 1, "person.one");  // "Lena Fors, a resident who"
  const bool apposed = phrase > 1 && c.is(phrase - 1, Part::kComma) && c.is(phrase - 2, Part::kPhrase) &&
                       look_.word_is(c[phrase].range.begin, "article");
  // "Orvane Ink, a plain yet quick tool that prints"
  const bool within = phrase > 1 && (c.is(phrase - 1, Part::kConjunction) ||
                                     c.is(phrase - 1, Part::kAdverb) || c.is(phrase - 1, Part::kOther));
  if (!apposed && !person && within) return name_described(namer_, look_, a, c, phrase);
  const bool named =
      apposed && !person && namer_.is_name(a, c[phrase - 2].range) && !words_.is_person(c[phrase - 2].range);
  return named ? c[phrase - 2].range : TokenRange{};
}

// A name, or people and things that act for themselves.
TokenRange Actors::named_actor(const Draft& draft, const Acting& acting, const Naming& naming) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  if (Verbs::follows_relative(c, acting.verb) && words_.is_known_holder(a, c[acting.subject].range))
    return c[acting.subject].range;  // "a founder of the Orvane Alliance, which has 200 members"
  const std::string& kind = draft.fact.quantity.kind;
  if (const TokenRange own = common_holder(a, c, acting.chain, naming.subject);
      !own.empty() && !acting.measured && kind != "rank" && !figures_.is_age_of_other(draft))
    return own;
  if (const TokenRange thing = thing_of(a, acting.chain, naming.subject, "thing.named");
      !thing.empty() && !acting.measured && mentions_.named_thing(thing) != nullptr)
    return thing;
  if (const TokenRange one = any_one(draft, acting, naming); !one.empty()) return one;
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
                   (look_.word_is(verb.end - 1, "have.verb") && kind == "count") ||
                   verbs_.acts_in_person(draft, verb) ||
                   (words_.is_surname(naming.subject) && !verbs_.expects(verb));
  const TokenRange named = with_head(draft, naming);
  return !named.empty() && (own || !words_.is_person(named)) && !document ? named : TokenRange{};
}

// "A lorry weighs up to 40 tons": whatever is of its sort, where the figure tells how large it is.
TokenRange Actors::any_one(const Draft& draft, const Acting& acting, const Naming& naming) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const Chunk& first = c[c.at(acting.chain.begin)];
  if (first.part != Part::kPhrase || !naming.subject.empty() || acting.measured || acting.relative) return {};
  const std::size_t left = c.before(c.at(acting.chain.begin));
  const bool opens = left == Clauses::kNoChunk || c.is(left, Part::kComma) ||
                     c.is(left, Part::kSubordinator) || c.is(left, Part::kConjunction);
  const bool sized = look_.word_is(c[acting.verb].range.end - 1, "size.verb") &&
                     c.verb_before(c.at(draft.mention->range.begin)) == acting.verb;
  const std::uint32_t head = first.range.end - 1;
  const bool thing = look_.word_is(first.range.begin, "article") &&
                     !look_.word_is(first.range.begin, "article.definite") &&
                     !look_.word_is(head, "measure.noun") && !look_.word_is(head, "telling.noun");
  return opens && sized && thing ? look_.without_article(a, first.range) : TokenRange{};
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

// Common words that act, where the figure counts or the article is about nobody known.
bool Actors::is_common_actor(const Draft& draft, const Acting& acting, const Naming& naming) const {
  if (naming.measure.empty()) return false;
  const Clauses& c = figures_.clauses(draft);
  const bool common = draft.fact.quantity.kind == "count" || entities_.main() == nullptr ||
                      article_.is_agency() || is_sort_told(draft, acting) || is_defined(draft, acting);
  const TokenRange actor = last_described(c, acting, naming.measure);
  const std::uint32_t head = std::min(c[c.at(actor.begin)].range.end, actor.end) - 1;
  const bool teller = look_.word_is(acting.chain.end - 1, "teller") ||
                      look_.word_is(head, "actor.never");  // "This momentum brought"
  if (!common || teller || acting.measured || has_moved(draft, acting)) return false;
  const TokenRange verb = c[acting.verb].range;
  // "31 years of experience repairing pumps, supported by 60 workshops": of the clause before
  const bool suffers =
      c.is(c.before(acting.verb), Part::kComma) && look_.small_word_is(verb.end, "preposition.doer");
  const bool aside = look_.word_is(verb.end - 1, "pos.VG") && !is_defined(draft, acting);
  if (suffers || aside) return false;
  const bool people = look_.word_is(verb.end - 1, "act.verb") &&
                      look_.ending_at(figures_.analysis(draft), naming.measure.end, "people") != nullptr;
  return people || !is_measure(draft, naming.measure);  // "passengers paid"
}

// "The death toll rose to 412, with 1,900 people hurt": what an earlier figure says has moved does nothing.
bool Actors::has_moved(const Draft& draft, const Acting& acting) const {
  const Clauses& c = figures_.clauses(draft);
  std::size_t left = c.before(c.at(draft.mention->range.begin));
  while (c.is(left, Part::kOther) || c.is(left, Part::kAdverb)) left = c.before(left);  // "more than"
  const bool borne = c.is(left, Part::kPreposition) && c.is(c.before(left), Part::kComma) &&
                     look_.small_word_is(c[left].range.begin, "preposition.bearing");
  if (!borne) return false;
  constexpr std::size_t kReach = 6;  // figures
  const std::size_t index = figures_.index_of(draft);
  for (std::size_t i = index; i-- > 0 && index - i <= kReach && figures_[i].sentence == draft.sentence;) {
    const std::string role = figures_[i].text("role");
    if ((role == "by" || role == "to") && figures_[i].measure.overlaps(acting.chain)) return true;
  }
  return false;
}

// "models" of "good results on models weighing 3 tons": what a participle describes is the phrase right
// before it; the words where none does.
TokenRange Actors::last_described(const Clauses& c, const Acting& acting, TokenRange words) const {
  const Chunk& verb = c[acting.verb];
  const bool described =
      (verb.attached || verb.gerund) && c.before(acting.verb) == acting.subject &&
      c.is(acting.subject, Part::kPhrase) && c.is(acting.subject - 1, Part::kPreposition) &&
      words.end == c[acting.subject].range.end && !look_.word_is(words.end - 1, "pos.first.VG");
  return described ? c[acting.subject].range : words;
}

// "Roofs burn well, while slate tiles achieve lifetimes of 90 years": several of a sort, without an article
// or an owner, that do something in a clause of their own.
TokenRange Actors::several_acting(const Draft& draft, const Acting& acting, const Naming& naming) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const TokenRange words = c[c.at(acting.chain.begin)].range;
  const std::uint32_t head = words.end - 1;
  const std::uint32_t verb = c[acting.verb].range.end - 1;
  const bool are = look_.word_is(verb, "copula") ||
                   (look_.word_is(verb, "pos.VG") && look_.holds_word(c[acting.verb].range, "copula"));
  const bool acts = verbs_.tells_tense(a, c, acting.verb) &&
                    (are || look_.word_is(verb, "act.verb") || look_.word_is(verb, "have.verb") ||
                     look_.word_is(verb, "sort.act"));
  const bool nobody = look_.word_is(head, "teller") || look_.word_is(head, "telling.noun") ||
                      look_.word_is(head, "whole.own") || look_.word_is(head, "actor.never");
  const bool own = !naming.subject.empty() || acting.measured || acting.relative || nobody ||
                   namer_.stands_for_main(a, words) || is_measure(draft, words) ||
                   is_measure(draft, acting.chain) || draft.fact.quantity.kind == "rank";
  const bool several = look_.covering(a, head, "nns") != nullptr && !look_.title_case(a);
  return acts && !own && several && opens_clause_bare(a, c, words) ? acting.chain : TokenRange{};
}

// A phrase without an article or an owner that a clause begins with.
bool Actors::opens_clause_bare(const Analysis& a, const Clauses& c, TokenRange words) const {
  const std::size_t at = c.at(words.begin);
  const std::size_t left = c.before(at);
  const bool opens = at == verbs_.behind_label(c) || c.is(left, Part::kSubordinator) ||
                     c.is(left, Part::kRelative) || c.is(left, Part::kStop) || c.is(left, Part::kComma) ||
                     c.is(left, Part::kConjunction) || c.is(left, Part::kColon);
  const bool article = words.begin > a.range.begin && look_.word_is(words.begin - 1, "article");
  return c.is(at, Part::kPhrase) && opens && !article && look_.without_article(a, words) == words &&
         !look_.is_owned(a, words.begin);
}

// Words that open the sentence, whoever is told of, without an article or an owner.
bool Actors::opens_bare(const Draft& draft, const Acting& acting) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t at = c.at(acting.chain.begin);
  const TokenRange words = acting.chain;
  return at == verbs_.behind_label(c) && words == c[at].range && !acting.relative &&
         look_.without_article(a, words) == words && !look_.is_owned(a, words.begin) && !look_.title_case(a);
}

// "Hay fever is the third most common ailment", "European equities showed growth of 16%", "Sports betting
// brought in $5m": what has a rank, several of a sort, an activity.
bool Actors::is_sort_told(const Draft& draft, const Acting& acting) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  if (!opens_bare(draft, acting)) return false;
  const TokenRange words = acting.chain;
  const std::uint32_t head = words.end - 1;
  const std::uint32_t verb = c[acting.verb].range.end - 1;
  if (draft.fact.quantity.kind == "rank")
    return look_.word_is(verb, "copula") || look_.word_is(verb, "rank.verb") ||
           look_.word_is(verb, "move.verb");
  const bool local = words.end > words.begin + 1 && look_.covering(a, words.begin, "demonym") != nullptr &&
                     look_.covering(a, head, "nns") != nullptr;
  return local || (look_.word_is(head, "activity") && words.end > words.begin + 1);
}

// "Hay fever is a leading cause of absence, keeping 5 million people at home": what a sentence tells of by
// what it is.
bool Actors::is_defined(const Draft& draft, const Acting& acting) const {
  const Clauses& c = figures_.clauses(draft);
  if (!opens_bare(draft, acting)) return false;
  const std::size_t verb = c.after(c.at(acting.chain.begin));
  const std::size_t what = c.is(verb, Part::kVerb) ? c.after(verb) : Clauses::kNoChunk;
  if (what == Clauses::kNoChunk) return false;
  const bool measured = look_.word_is(acting.chain.end - 1, "measure.noun");
  const bool one =
      look_.word_is(c[what].range.begin, "article") || look_.word_is(c[what].range.begin, "numeral.one");
  return !measured && one && look_.word_is(c[verb].range.end - 1, "copula") &&
         c.is(acting.verb - 1, Part::kComma) && acting.verb > what;
}

// What the figure measures, also where it took that over, is not whom it is about.
bool Actors::is_measure(const Draft& draft, TokenRange range) const {
  return look_.word_is(range.end - 1, "measure.noun") ||
         look_.ending_at(figures_.analysis(draft), range.end, "measure.compound") != nullptr ||
         (draft.fact.measure && draft.fact.measure->span.overlaps(look_.span_of(range)));
}

// "One of them, Natrion ApS, raised $12 million", "Its unit, Vexa Pumps, has 50 shops": the firm that
// commas set off between the verb and common words.
TokenRange Actors::name_set_off(const Analysis& a, const Clauses& c, std::size_t verb) const {
  const bool commas = verb > 3 && c.is(verb - 1, Part::kComma) && c.is(verb - 2, Part::kPhrase) &&
                      c.is(verb - 3, Part::kComma) && !c.is(verb - 4, Part::kTime);
  if (!commas || !namer_.is_name(a, c[verb - 2].range)) return {};
  const bool told = c.is(verb - 4, Part::kPhrase) || c.is(verb - 4, Part::kPronoun);
  const bool firm = told && words_.is_known_holder(a, c[verb - 2].range);
  return firm && !namer_.is_name(a, c[verb - 4].range) ? c[verb - 2].range : TokenRange{};
}

// "Our approach is a choice that brings five gains": the relative's phrase says what somebody is. "Acme
// sells in shops across Chile, which reach 2 million people": where something is. Not "What we lack is a
// cell that lasts 5,000 cycles".
bool Actors::says_what(const Analysis& a, const Clauses& c, std::size_t phrase) const {
  const std::size_t who = c.before(c.before(phrase));
  const bool named = c.is(who, Part::kPhrase) || c.is(who, Part::kPronoun);
  return is_home(look_, a, c, phrase) ||
         (named && is_predicate(look_, c, phrase) && !namer_.is_name(a, c[phrase].range));
}

// "First-time users of Acme spend $5", "the home appliance segment earned $5m", "a whale sold 5 ETH":
// people and segments that act for themselves, unless the phrase says whose they are.
TokenRange Actors::common_holder(const Analysis& a, const Clauses& c, TokenRange chain,
                                 TokenRange name) const {
  const Chunk& first = c[c.at(chain.begin)];
  const bool phrase = look_.beginning_at(a, first.range.begin, "np") != nullptr;
  if (first.part != Part::kPhrase || !phrase || first.range.contains(name)) return {};
  const std::uint32_t head = first.range.end - 1;
  if (look_.is_owned(a, first.range.begin) || look_.word_is(head, "teller")) return {};
  const TokenRange words = look_.without_article(a, first.range);
  if (const TokenRange one = numbered_one(a, words); !one.empty()) return one;
  const bool segment = look_.word_is(head, "measure.segment") && words.end - words.begin > 1 &&
                       look_.word_is(head - 1, "pos.first.N");
  const bool one = look_.word_is(head, "person.one") && words.begin > first.range.begin;
  const bool people = look_.word_is(head, "people") && look_.covering(a, head, "nns") != nullptr &&
                      !look_.word_is(head - 1, "measure.noun");  // not "revenue drivers"
  // "Many providers charge 3%", but "The stores earned $5m" of a firm's own
  const bool bare = words.begin == first.range.begin || look_.token_text(first.range.begin) == "-";
  const bool others = bare && (look_.word_is(head, "actor.plural") || are_doers(a, c, chain));
  if (!segment && !one && !people && !others) return {};
  const bool attached = look_.small_word_is(first.range.end, "preposition.part");
  return {words_.hyphened_begin(a, words.begin), attached ? chain.end : words.end};
}

// "First place takes $5,000", "The second and third tranches will bring $5m": what ordinals tell from the
// others of its sort.
TokenRange Actors::numbered_one(const Analysis& a, TokenRange words) const {
  constexpr std::uint32_t kReach = 6;  // tokens: "second, third and fourth"
  if (!look_.word_is(words.end - 1, "numbered.noun")) return {};
  std::uint32_t begin = words.begin;
  for (std::uint32_t at = words.begin; at > a.range.begin && words.begin - at < kReach; --at) {
    const bool ordinal = look_.word_is(at - 1, "ordinal.unit") || look_.word_is(at - 1, "ordinal.teen");
    const bool joint = look_.small_word_is(at - 1, "joint.and") || look_.token_text(at - 1) == ",";
    if (ordinal) begin = at - 1;
    if (!ordinal && (!joint || at == words.begin)) break;
  }
  return begin == words.begin ? TokenRange{} : TokenRange{begin, words.end};
}

// "Small farms used 80 kg of wood", "Golfers pay $50": several of a sort that open the
// sentence and act.
bool Actors::are_doers(const Analysis& a, const Clauses& c, TokenRange chain) const {
  const std::size_t at = c.at(chain.begin);
  std::size_t verb = c.after(at);
  while (c.is(verb, Part::kAdverb)) ++verb;
  const std::uint32_t head = chain.end - 1;
  const std::size_t opens = c.at(words_.hyphened_begin(a, chain.begin));  // "First-time golfers"
  return opens == verbs_.behind_label(c) && chain == c[at].range && c.is(verb, Part::kVerb) &&
         look_.word_is(c[verb].range.end - 1, "act.verb") && verbs_.tells_tense(a, c, verb) &&
         look_.covering(a, head, "nns") != nullptr && !look_.word_is(head, "measure.noun") &&
         !look_.word_is(head, "whole.own") && !look_.title_case(a);
}

// "The mine has a life of nine years", "This sensor detects films of 1 micron": a thing that is told of,
// where the phrase names nobody.
TokenRange Actors::thing_of(const Analysis& a, TokenRange chain, TokenRange name,
                            std::string_view type) const {
  const Annotation* np = look_.beginning_at(a, chain.begin, "np");
  if (np == nullptr || !name.empty() || np->range.end != chain.end) return {};
  const TokenRange words = look_.without_article(a, np->range);
  const bool definite =
      words.begin > np->range.begin && (look_.word_is(words.begin - 1, "article.definite") ||
                                        look_.word_is(words.begin - 1, "determiner.near"));
  return definite && look_.word_is(words.end - 1, type) ? words : TokenRange{};
}

TokenRange Actors::acting_thing(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t subject = c.subject_before(c.at(draft.mention->range.begin));
  if (!c.is(subject, Part::kPhrase) || draft.fact.quantity.kind == "rank") return {};
  const TokenRange chain = c.chain_ending(subject);
  if (draft.measure.overlaps(chain)) return {};
  return thing_of(figures_.analysis(draft), chain, namer_.name(figures_.analysis(draft), c, chain).subject,
                  "thing.noun");
}

}  // namespace figmine::subjects
