#include "claim/measures/verbs.h"

#include <algorithm>

#include "claim/tense.h"
#include "resolve/singular.h"

namespace figmine::measures {

bool Verbs::acts(const Draft& draft, std::size_t verb, std::size_t subject) const {
  const Clauses& c = figures_.clauses(draft);
  const std::uint32_t last = c[verb].range.end - 1;
  const std::size_t first = c.at(c.chain_ending(subject).begin);
  const std::uint32_t name = c[first].range.end - 1;
  const bool measured =
      c.is(first, Part::kPhrase) && look_.word_is(name, "measure.noun") && !look_.word_is(name, "people");
  const std::uint32_t head = c[measured ? first : subject].range.end - 1;  // "Shares in the group"
  const bool numbered = draft.fact.quantity.kind != "number" || look_.word_is(last, "gauge.verb");
  if (numbered && gauges(draft, told_of(c, verb, subject))) return true;
  if (look_.word_is(last, "light.verb") && draft.text("role").empty() && !is_passive(c[verb]))
    return true;  // "partners will get €12"
  if (receives(draft, verb) && !look_.word_is(head, "measure.noun")) return true;
  if (needs(draft, last)) return look_.word_is(head, "agent");
  if (is_aim(c[verb])) return !look_.word_is(head, "measure.noun");
  if (tells_act(c, verb) && is_person(told_of(c, verb, subject))) return true;  // "The man was fined £400"
  if (tells_act(c, verb))
    return !is_passive(c[verb]) && (!look_.word_is(head, "measure.noun") || look_.word_is(head, "people"));
  if (sees_movement(draft, last) && look_.word_is(head, "people")) return true;
  const bool views =
      look_.word_is(last, "view.verb") && !is_passive(c[verb]);  // "Economists had forecast 2%"
  if (views && draft.text("role").empty() && look_.is_name(c[subject].range) &&
      !look_.word_is(head, "measure.noun"))
    return true;  // "Analyst Tarn Predicts $15"
  const bool measures = !views && (look_.word_is(last, "change.verb") || look_.word_is(last, "level.verb") ||
                                   look_.word_is(last, "copula") || look_.word_is(last, "exceed.verb") ||
                                   look_.word_is(last, "reach.verb"));
  if (measures) return false;
  return look_.word_is(head, "agent") || (describes_object(draft) && look_.is_name(c[subject].range));
}

// "Vexa closed | its $40 million financing": the figure says how large what the verb has as its object is.
bool Verbs::describes_object(const Draft& draft) const {
  const std::uint32_t figure = draft.mention->range.begin;
  const bool led = figure > figures_.analysis(draft).range.begin &&
                   (look_.word_is(figure - 1, "article") || look_.word_is(figure - 1, "pos.first.PRPS"));
  const TokenRange after = draft.range("measure_after");
  return led && !after.empty() && draft.text("role").empty() && draft.fact.quantity.kind == "money";
}

// "These patients noted a 78% improvement": who has or tells of a movement does not move.
bool Verbs::sees_movement(const Draft& draft, std::uint32_t verb) const {
  const bool by_noun =
      draft.text("role") == "by" && (draft.came_by("change/noun-after") || draft.came_by("change/noun-of") ||
                                     draft.came_by("change/noun-right-behind"));
  return by_noun && look_.covering(figures_.analysis(draft), verb, "change.verb") == nullptr;
}

bool Verbs::tells_for_whom(const Draft& draft, TokenRange in) const {
  return !in.empty() && look_.word_is(in.end - 1, "people") &&
         look_.small_word_is(in.begin - 1, "preposition.aim") &&
         (draft.fact.quantity.kind == "money" || levels(draft));
}

// "The cook was granted a sum of $700": who is given something.
bool Verbs::receives(const Draft& draft, std::size_t verb) const {
  const Clauses& c = figures_.clauses(draft);
  return draft.fact.quantity.kind == "money" && is_passive(c[verb]) &&
         look_.word_is(c[verb].range.end - 1, "give.verb") &&
         governor(draft, figures_.chunk_of(draft)) == verb;
}

TokenRange Verbs::told_of(const Clauses& c, std::size_t verb, std::size_t subject) {
  const bool relative = c.is(c.before(verb), Part::kRelative);
  return relative ? c[subject].range : c[c.at(c.chain_ending(subject).begin)].range;
}

bool Verbs::gauges(const Draft& draft, TokenRange phrase) const {
  const std::string& kind = draft.fact.quantity.kind;
  const bool size =
      kind == "measure" || kind == "duration" || kind == "temperature" || kind == "score" || kind == "number";
  if (!size || !draft.text("role").empty() || look_.word_is(phrase.end - 1, "measure.noun")) return false;
  const std::string& head = look_.form(phrase.end - 1).folded;
  const std::string one = singular(look_.input().program, head);
  const bool told = one != head || look_.word_is(phrase.begin, "pos.first.DT") ||
                    look_.word_is(phrase.begin, "pos.first.PRPS") || look_.is_name(phrase);
  if (!told) return false;  // "plumber pay"
  return is_person(phrase) || look_.input().program.lookup("thing.one", one) != kNone;
}

bool Verbs::is_person(TokenRange phrase) const {
  const std::string one = singular(look_.input().program, look_.form(phrase.end - 1).folded);
  return look_.input().program.lookup("person.one", one) != kNone;
}

bool Verbs::does_something(const Draft& draft, std::size_t verb, std::size_t subject) const {
  const Clauses& c = figures_.clauses(draft);
  const std::uint32_t last = c[verb].range.end - 1;
  if (!tells_act(c, verb)) return false;
  if (c.is(subject, Part::kPronoun)) return true;
  return !look_.word_is(c[subject].range.end - 1, "measure.noun") && !needs(draft, last);
}

bool Verbs::needs(const Draft& draft, std::uint32_t verb) const {
  const std::string& kind = draft.fact.quantity.kind;
  return (kind == "money" || kind == "duration") && look_.word_is(verb, "need.verb");
}

bool Verbs::tells_act(const Clauses& c, std::size_t verb) const {
  return look_.word_is(c[verb].range.end - 1, "act.verb");
}

bool Verbs::tells_what(const Draft& draft, std::size_t verb) const {
  const Clauses& c = figures_.clauses(draft);
  const std::uint32_t last = c[verb].range.end - 1;
  if (needs(draft, last))  // "It will cost $5m"
    return !c.is(c.subject_of(verb), Part::kPhrase) || acts(draft, verb, c.subject_of(verb));
  if (tells_act(c, verb)) return true;
  if (draft.fact.quantity.kind == "measure" && look_.word_is(last, "extent.verb"))
    return true;  // "The Orvik Concession covers 300 hectares"
  if (draft.text("role").empty() && look_.word_is(last, "change.transitive")) return true;  // "raised $5m"
  for (const std::string_view type :
       {"pos.first.AUX", "pos.first.MD", "copula", "have.verb", "level.verb", "change.verb", "exceed.verb",
        "reach.verb", "share.verb", "say.verb", "reporting.verb", "move.verb", "view.verb", "light.verb"}) {
    if (look_.word_is(last, type)) return false;
  }
  return true;
}

// "is sold", "is to be sold"; not "is expected to sell"
bool Verbs::is_passive(const Chunk& verb) const {
  const std::uint32_t last = verb.range.end - 1;
  if (look_.word_is(last, "pos.VG")) return false;
  bool passive = false;
  for (std::uint32_t token = verb.range.begin; token < last; ++token) {
    passive = look_.word_is(token, "copula") || (passive && !look_.word_is(token, "pos.first.TO"));
  }
  return passive;
}

bool Verbs::levels(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  if (look_.word_is(draft.mention->range.begin, "pos.VG")) return false;  // "is doubling its footprint"
  std::size_t at = c.before(figures_.chunk_of(draft));
  if (c.is(at, Part::kPreposition)) at = c.before(at);
  if (c.is(at, Part::kOther) && c.is(at - 1, Part::kVerb)) --at;  // "held steady at"
  if (!c.is(at, Part::kVerb)) return false;
  const std::uint32_t last = c[at].range.end - 1;
  return look_.word_is(last, "copula") || look_.word_is(last, "level.word") ||
         (draft.text("role") == "to" && look_.word_is(last, "change.verb"));
}

std::size_t Verbs::governor(const Draft& draft, std::size_t figure) const {
  const Clauses& c = figures_.clauses(draft);
  std::size_t at = before_total(draft, c.before(figure));
  if (c.is(at, Part::kPreposition) && c.is(c.before(at), Part::kVerb)) {
    const std::size_t verb = c.before(at);
    const bool prices =
        draft.fact.quantity.kind == "money" && look_.word_is(c[verb].range.end - 1, "price.verb");
    return prices || tells_act(c, verb) ? verb : Clauses::kNoChunk;
  }
  if (c.is(at, Part::kVerb) && c.is(c.before(at), Part::kOther)) at = c.before(at);  // "a combined"
  if (c.is(at, Part::kPhrase) && phrases_.names_nothing(draft, c[at].range)) at = c.before(at);
  while (c.is(at, Part::kOther) && describes_figure(draft, c[at].range.begin)) at = c.before(at);
  return c.is(at, Part::kVerb) ? at : Clauses::kNoChunk;
}

std::size_t Verbs::before_total(const Draft& draft, std::size_t preposition) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t total = c.before(preposition);
  const bool of = c.is(preposition, Part::kPreposition) && c.is(total, Part::kOther) &&
                  look_.small_word_is(c[preposition].range.begin, "preposition.part") &&
                  look_.word_is(c[total].range.end - 1, "measure.generic");
  if (of) {  // "granted a sum of $700"
    const std::size_t article = c.before(total);
    const bool one = c.is(article, Part::kOther) && look_.word_is(c[article].range.begin, "article");
    return one ? c.before(article) : article;
  }
  const bool sums = c.is(preposition, Part::kPreposition) && c.is(total, Part::kPhrase) &&
                    phrases_.names_nothing(draft, c[total].range);
  return sums ? c.before(total) : preposition;
}

std::size_t Verbs::subject_of_infinitive(const Draft& draft, std::size_t verb) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t link = c.before(first_infinitive(c, verb));
  const std::size_t phrase = c.before(link);
  const bool infinitive = is_preposition(look_, c, link, "pos.first.TO");
  if (!infinitive || !c.is(phrase, Part::kPhrase)) return Clauses::kNoChunk;
  std::size_t governor = c.before(c.at(c.chain_ending(phrase).begin));
  while (governor > 0 && (c.is(governor, Part::kOther) || c.is(governor, Part::kTime)))
    governor = c.before(governor);  // "its full-year sales"
  const bool governs =
      c.is(governor, Part::kVerb) && (look_.word_is(c[governor].range.end - 1, "view.verb") ||
                                      look_.word_is(c[governor].range.end - 1, "letting.verb"));
  const Draft* before = figures_.before(figures_.index_of(draft));
  const bool goes_on = (c.is(governor, Part::kConjunction) || c.is(governor, Part::kComma)) &&
                       before != nullptr && before->came_by("measure/subject-of-infinitive");
  return governs || goes_on ? phrase : Clauses::kNoChunk;
}

// "to widen a lot and | hit 40%", "to triple in size and | reach $5m": the infinitive that the verb goes on
// from; the verb itself where it goes on from none.
std::size_t Verbs::first_infinitive(const Clauses& c, std::size_t verb) const {
  constexpr std::size_t kReach = 6;  // chunks
  const std::size_t joint = c.before(verb);
  if (!c.is(joint, Part::kConjunction)) return verb;
  for (std::size_t i = joint; i-- > 1 && joint - i <= kReach;) {
    if (is_preposition(look_, c, i - 1, "pos.first.TO")) return c.is(i, Part::kVerb) ? i : verb;
    const bool within = c.is(i, Part::kPhrase) || c.is(i, Part::kPreposition) || c.is(i, Part::kAdverb) ||
                        c.is(i, Part::kTime) || c.is(i, Part::kFigure) || c.is(i, Part::kOther);
    if (!within) break;
  }
  return verb;
}

TokenRange Verbs::subject_chain(const Draft& draft, std::size_t verb, std::size_t subject) const {
  const Clauses& c = figures_.clauses(draft);
  TokenRange chain = c.chain_ending(subject);
  if (const std::size_t meant = before_infinitive(c, chain);
      meant != Clauses::kNoChunk && !c.is(c.before(verb), Part::kRelative))
    return c.chain_ending(meant);
  if (const TokenRange whole = with_gerund(c, chain); whole.begin < chain.begin) return whole;
  if (const std::size_t people = described_people(c, chain); people != Clauses::kNoChunk)
    return c.chain_ending(people);
  if (c.is(subject + 1, Part::kVerb) && c[subject + 1].attached)
    chain.begin = std::max(chain.begin, borne_from(c, chain, subject));
  const bool sized = c.is(c.before(verb), Part::kRelative) && draft.fact.quantity.kind == "money" &&
                     look_.word_is(c[subject].range.end - 1, "market.sized");
  if (sized) return c[subject].range;  // "a driver of the ferry market, which is worth $5m"
  if (!c.is(c.before(verb), Part::kRelative)) return chain;
  for (std::size_t i = c.at(chain.begin); i < subject; ++i) {  // "12 GB of memory and | a battery that lasts"
    if (c.is(i, Part::kConjunction) && look_.word_is(c[i + 1].range.begin, "article.one"))
      chain.begin = c[i + 1].range.begin;
  }
  const Naming nearest = namer_.name(figures_.analysis(draft), c, c[subject].range);
  if (!nearest.measure.empty()) return chain;
  for (std::size_t i = c.at(chain.begin); i < subject; ++i) {
    if (c[i].part == Part::kPreposition && look_.small_word_is(c[i].range.begin, "preposition.loose"))
      chain.begin = c[i + 1].range.begin;
  }
  return chain;
}

std::size_t Verbs::measured_subject(const Clauses& c, std::size_t subject) const {
  if (!c.is(subject, Part::kPhrase)) return subject;
  const TokenRange chain = c.chain_ending(subject);
  if (const std::size_t told = before_participle(c, chain); told != Clauses::kNoChunk) return told;
  const std::size_t first = c.at(chain.begin);  // "Turnout in Sunday's referendum"
  const bool dated =
      first >= 4 && look_.word_is(chain.begin - 1, "possessive") && c.is(c.at(chain.begin - 2), Part::kTime);
  if (!dated) return subject;
  const std::size_t link = c.before(c.at(chain.begin - 2));
  const bool measured = c.is(link, Part::kPreposition) && c.is(c.before(link), Part::kPhrase) &&
                        look_.word_is(c[c.before(link)].range.end - 1, "measure.noun");
  return measured ? c.before(link) : subject;
}

// "The price of a home coming to market in Oslo", "compensation paid so far to farmers": the noun of a
// measure before a participle behind which the chain stands; kNoChunk where none is.
std::size_t Verbs::before_participle(const Clauses& c, TokenRange chain) const {
  constexpr std::size_t kReach = 12;  // chunks
  const std::size_t first = c.at(chain.begin);
  std::size_t at = first;
  const auto is_loose = [&](std::size_t i) {
    return first - i <= kReach && (c.is(i, Part::kOther) || c.is(i, Part::kAdverb) || c.is(i, Part::kTime));
  };
  while (at > 0 && (is_loose(at - 1) || (c.is(at - 1, Part::kFigure) && first - at < kReach))) --at;
  if (at > 0 && c.is(at - 1, Part::kPreposition)) --at;
  while (at > 0 && is_loose(at - 1)) --at;
  if (at < 2 || !c.is(at - 1, Part::kVerb) || !c.is(at - 2, Part::kPhrase)) return Clauses::kNoChunk;
  if (at == first && !c[at].the && !c[at].article) return Clauses::kNoChunk;  // "bearing deposits"
  const std::uint32_t verb = c[at - 1].range.begin;                           // "coming to market" too
  const bool describes =
      !look_.word_is(verb, "pos.first.AUX") &&
      (may_be_gerund(look_, verb) || (!c[at - 1].present && may_be_participle(look_, verb)));
  const TokenRange before = c.chain_ending(at - 2);
  const bool measured = look_.word_is(c[c.at(before.begin)].range.end - 1, "measure.noun");
  return describes && measured ? at - 2 : Clauses::kNoChunk;
}

// "The rate of blown tyres among drivers using the tunnel", "the accident rate among drivers who chose
// either": the people before a participle or a relative clause that the chain ends; kNoChunk where none are.
std::size_t Verbs::described_people(const Clauses& c, TokenRange chain) const {
  std::size_t at = c.at(chain.begin);
  while (at > 0 && (c.is(at - 1, Part::kOther) || c.is(at - 1, Part::kAdverb))) --at;
  if (at < 3 || !c.is(at - 1, Part::kVerb)) return Clauses::kNoChunk;
  const bool relative = c.is(at - 2, Part::kRelative);
  if (!relative && !c[at - 1].gerund) return Clauses::kNoChunk;
  const std::size_t people = at - (relative ? 3 : 2);
  const bool led = people > 0 && c.is(people, Part::kPhrase) && c.is(people - 1, Part::kPreposition);
  return led && look_.word_is(c[people].range.end - 1, "people") ? people : Clauses::kNoChunk;
}

// "Key levels to watch on the chart include $5": the phrase before an infinitive that the chain ends;
// kNoChunk where none stands.
std::size_t Verbs::before_infinitive(const Clauses& c, TokenRange chain) const {
  const std::size_t first = c.at(chain.begin);
  if (first < 4 || first == Clauses::kNoChunk || !c.is(first - 1, Part::kPreposition) ||
      !c.is(first - 2, Part::kVerb))
    return Clauses::kNoChunk;
  const std::size_t link = first - 3;
  const bool infinitive =
      look_.small_word_is(c[link].range.begin, "pos.first.TO") && c.is(link - 1, Part::kPhrase);
  return infinitive ? link - 1 : Clauses::kNoChunk;
}

TokenRange Verbs::with_gerund(const Clauses& c, TokenRange chain) const {
  const std::size_t first = c.at(chain.begin);
  const bool gerund = first >= 3 && first != Clauses::kNoChunk && c.is(first - 1, Part::kVerb) &&
                      c[first - 1].gerund && c.is(first - 2, Part::kPreposition) &&
                      c.is(first - 3, Part::kPhrase);
  const bool measured = gerund && look_.word_is(c[first - 2].range.begin, "measure.link") &&
                        look_.word_is(c[first - 3].range.end - 1, "measure.noun");
  return {measured ? c.chain_ending(first - 3).begin : chain.begin, chain.end};
}

Namer::Movement Verbs::movement_of(const Draft& draft, const Clauses& c, std::size_t verb) const {
  const std::uint32_t last = c[verb].range.end - 1;
  const bool moves = look_.covering(figures_.analysis(draft), last, "change.verb") != nullptr ||
                     look_.word_is(last, "revising.verb");
  const bool direct = c.is(c.before(verb), Part::kPhrase);  // not "a spike in volume, which rose 5%"
  return moves && direct && !draft.text("role").empty() ? Namer::Movement::kIsMeasured
                                                        : Namer::Movement::kIsTold;
}

bool Verbs::moves_by_name(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t subject = c.subject_before(figures_.chunk_of(draft));
  if (!c.is(subject, Part::kPhrase) || !c[subject].range.contains(draft.subject)) return false;
  const TokenRange chain = c.chain_ending(subject);
  return namer_.weak(figures_.analysis(draft), chain).empty();  // "the rate in Spain rose"
}

// "The goal is to plant a million hedges": the subject is what somebody means to do.
bool Verbs::is_aim(const Chunk& verb) const {
  const std::uint32_t last = verb.range.end - 1;
  return verb.range.end - verb.range.begin > 2 && look_.word_is(last - 1, "pos.first.TO") &&
         look_.word_is(last - 2, "copula");
}

// "a record", "a modest": words between a verb and the figure that is its object.
bool Verbs::describes_figure(const Draft& draft, std::uint32_t token) const {
  const Analysis& a = figures_.analysis(draft);
  return look_.word_is(token, "indefinite") || look_.covering(a, token, "jj") != nullptr ||
         look_.covering(a, token, "vbg") != nullptr;  // "a staggering"
}

// "the sector grows with revenues rising 5%": where the phrase that "with" gives its own verb begins; the
// chain's beginning where there is none.
std::uint32_t Verbs::borne_from(const Clauses& c, TokenRange chain, std::size_t subject) const {
  for (std::size_t i = subject; i > 0 && c[i].range.begin > chain.begin; --i) {
    if (c[i - 1].part == Part::kPreposition &&
        look_.small_word_is(c[i - 1].range.begin, "preposition.bearing"))
      return c[i].range.begin;
  }
  return chain.begin;
}

}  // namespace figmine::measures
