#include "claim/subjects/beside.h"

#include "claim/holders.h"

namespace figmine::subjects {

bool Beside::names_subject(const Draft& draft) const {
  const TokenRange words = draft.range("subject");
  const bool pair = draft.came_by("subject/for-first") || draft.came_by("subject/for-next");
  const bool purpose = draft.came_by("measure/allotted") || (draft.came_by("measure/predicate") && pair);
  if (purpose) return false;  // "20% for grants": what for, not whose
  const bool among = draft.came_by("subject/among");
  if (pair && draft.fact.quantity.kind == "money")  // "$120 million for roads and $38 million for a library"
    return namer_.names_somebody(figures_.analysis(draft), words);
  if (words.empty() || (!among && !draft.came_by("subject/at-opening"))) return !words.empty();
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  // "the firms on the list": not the list
  const std::uint32_t head = (among ? c[c.at(words.begin)].range.end : words.end) - 1;
  const bool own = look_.word_is(words.begin, "pos.first.PRPS");
  if (own && look_.word_is(head, "people")) return false;  // "For our shareholders, sales rose"
  const bool counted = look_.word_is(words.begin, "numeral.one") ||
                       opens_count(a, words);  // "At two mines", not "At EUR 5 million"
  return counted || namer_.names_somebody(a, {words.begin, head + 1});
}

bool Beside::opens_count(const Analysis& a, TokenRange words) const {
  const Annotation* amount = look_.beginning_at(a, words.begin, "q");
  if (amount == nullptr || look_.word_is(words.begin, "currency.word")) return false;
  return look_.form(words.end - 1).is(Shape::kLower) && !look_.word_is(words.end - 1, "number.scale") &&
         amount->range.end == words.end && look_.covering(a, words.end - 1, "nns") != nullptr;
}

TokenRange Beside::ranked_in(const Draft& draft) const {
  if (draft.fact.quantity.kind != "rank") return {};
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = c.at(draft.mention->range.begin);
  const std::size_t verb = c.verb_before(figure);
  if (verb == Clauses::kNoChunk || figure - verb > 2) return {};
  const std::uint32_t last = c[verb].range.end - 1;
  const bool ranks =
      look_.word_is(last, "rank.verb") || look_.word_is(last, "move.verb") || draft.came_by("change/verb-to");
  const std::size_t subject = ranks ? c.subject_of(verb) : Clauses::kNoChunk;
  if (!c.is(subject, Part::kPhrase) || c.is(c.before(subject), Part::kPreposition)) return {};
  const TokenRange words = c.chain_ending(subject);
  const bool meant = look_.word_is(words.begin, "article.definite") ||  // "The book placed second"
                     look_.is_owned(figures_.analysis(draft), words.begin) ||
                     namer_.stands_for_main(figures_.analysis(draft), words) ||
                     !namer_.name(figures_.analysis(draft), c, words).subject.empty();
  return meant || draft.measure.overlaps(words) ? TokenRange{} : words;
}

TokenRange Beside::granted_to(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const bool lasts = draft.fact.quantity.kind == "duration";
  if (!lasts && draft.fact.quantity.kind != "money") return {};
  std::size_t receiver = c.before(c.at(draft.mention->range.begin));
  while (c.is(receiver, Part::kOther)) receiver = c.before(receiver);  // an article
  const bool behind = c.is(receiver, Part::kPreposition) &&            // "to two years"
                      look_.small_word_is(c[receiver].range.begin, "preposition.receiver");
  if (behind) receiver = c.before(receiver);
  std::size_t verb = c.before(receiver);
  while (c.is(verb, Part::kOther)) verb = c.before(verb);
  if (!c.is(receiver, Part::kPhrase) || !c.is(verb, Part::kVerb)) return {};
  const std::uint32_t last = c[verb].range.end - 1;
  const bool granted =
      behind ? lasts && look_.word_is(last, "sentence.verb")
             : look_.word_is(last, "penalty.verb") || (lasts && look_.word_is(last, "grant.verb"));
  return granted ? c[receiver].range : TokenRange{};
}

TokenRange Beside::made_to(const Draft& draft) const {
  constexpr int kVerbs = 3;  // outwards: "ordered the line to stop sailing and pay $3 million"
  const Clauses& c = figures_.clauses(draft);
  const bool attribute =  // "enables guests to enjoy the sound of its 40 kW motor"
      draft.fact.quantity.kind == "measure" && draft.measure.begin >= draft.mention->range.end;
  std::size_t at = c.at(draft.mention->range.begin);
  for (int verbs = 0; verbs < kVerbs && !attribute; ++verbs) {
    const std::size_t verb = c.verb_before(at);
    if (verb == Clauses::kNoChunk || begins_clause_between(c, verb, at)) return {};
    at = verb;
    const std::size_t to = c.before(verb);
    if (!c.is(to, Part::kPreposition) || !look_.small_word_is(c[to].range.begin, "pos.first.TO")) continue;
    const bool suffers = look_.word_is(c[verb].range.begin, "copula");  // "a choice to be made"
    const std::size_t doer = c.before(to);
    const bool ordered = !suffers && c.is(doer, Part::kPhrase) && is_ordered(draft, doer);
    return ordered && !actors_.only_take_part(draft, c, c[doer].range) ? c[doer].range : TokenRange{};
  }
  return {};
}

// "which is why", "because": between two chunks another clause begins.
bool Beside::begins_clause_between(const Clauses& c, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (c.is(i, Part::kRelative) || c.is(i, Part::kSubordinator) || c.is(i, Part::kStop)) return true;
  }
  return false;
}

// The object of a verb of ordering; not "the school" in a college's own article.
bool Beside::is_ordered(const Draft& draft, std::size_t doer) const {
  const Clauses& c = figures_.clauses(draft);
  const TokenRange words = c[doer].range;
  std::size_t order = c.before(doer);
  while (c.is(order, Part::kOther)) order = c.before(order);  // an article
  if (!c.is(order, Part::kVerb) || !look_.word_is(c[order].range.end - 1, "order.verb")) return false;
  const bool definite = words.begin > 0 && (look_.word_is(words.begin, "article.definite") ||
                                            look_.word_is(words.begin - 1, "article.definite"));
  const bool own = definite && entities_.main() != nullptr && !look_.is_name(words) &&
                   !namer_.stands_for_main(figures_.analysis(draft), words);
  return !own && !look_.word_is(words.end - 1, "measure.noun") && !draft.measure.overlaps(words);
}

TokenRange Beside::owned_by(const Draft& draft) const {
  const std::uint32_t figure = draft.mention->range.begin;
  const Analysis& a = figures_.analysis(draft);
  const bool owned = figure > a.range.begin + 2 && look_.word_is(figure - 1, "pos.first.PRPS") &&
                     look_.word_is(figure - 1, "pronoun.person") && look_.word_is(figure - 2, "pos.first.CC");
  return owned ? namer_.name_ending(a, figure - 2) : TokenRange{};
}

// "the firm's repayment of $7 million in loans", "Vexa's status as a top seven lender": whose doing or
// place it is, where what the figure tells of stands behind it.
TokenRange Beside::doer_of_event(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  std::size_t link = c.before(c.at(draft.mention->range.begin));
  while (c.is(link, Part::kOther)) link = c.before(link);  // "of about $7 million"
  const std::size_t event = c.before(link);
  if (!c.is(event, Part::kPhrase) || draft.measure.begin < draft.mention->range.end) return {};
  const std::uint32_t noun = c[event].range.end - 1;
  const bool done = is_preposition(look_, c, link, "preposition.part") &&
                    (look_.word_is(noun, "amount.event") || look_.word_is(noun, "event.owned"));
  const bool placed = draft.fact.quantity.kind == "rank" && look_.word_is(noun + 1, "joint.as") &&
                      look_.word_is(noun, "status.noun");
  if (!done && !placed) return {};
  const Analysis& a = figures_.analysis(draft);
  const Annotation* phrase = look_.ending_at(a, c[event].range.end, "np");
  if (phrase == nullptr) return {};
  const Value owner = feature(figures_.input().program, *phrase, "owner");
  const auto* owned = std::get_if<TokenRange>(&owner);
  return owned == nullptr ? TokenRange{} : look_.without_article(a, *owned);
}

TokenRange Beside::apposed_for(const Draft& draft) const {
  const bool lasts = draft.fact.quantity.kind == "duration" && !draft.measure.empty() &&
                     draft.measure.end <= draft.mention->range.begin &&
                     look_.word_is(draft.measure.end - 1, "person.one");
  const Clauses& c = figures_.clauses(draft);
  return lasts ? name_described(namer_, look_, figures_.analysis(draft), c, c.at(draft.measure.begin))
               : TokenRange{};
}

TokenRange Beside::own_time(const Draft& draft) const {
  const std::uint32_t figure = draft.mention->range.begin;
  const bool own = draft.fact.quantity.kind == "duration" && figure > figures_.analysis(draft).range.begin &&
                   look_.word_is(figure - 1, "pos.first.PRPS") && look_.word_is(figure - 1, "pronoun.person");
  return own ? TokenRange{figure - 1, figure} : TokenRange{};
}

TokenRange Beside::common_owner(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const std::uint32_t figure = draft.mention->range.begin;
  const Entity* main = entities_.main();
  const bool of_firm = main != nullptr && main->type == "organization";
  const bool hyphened =
      draft.fact.quantity.text.find('-') != std::string::npos;  // "the mayor's 78-page report"
  if (of_firm || hyphened || draft.fact.quantity.kind != "count" || figure < a.range.begin + 3 ||
      !look_.word_is(figure - 1, "possessive"))
    return {};
  const Annotation* np = look_.ending_at(a, figure - 1, "np");
  if (np == nullptr || look_.ending_at(a, figure - 1, "time") != nullptr) return {};
  const TokenRange words = look_.without_article(a, np->range);
  const bool definite = words.begin > a.range.begin && look_.word_is(words.begin - 1, "article.definite");
  return definite && !look_.word_is(words.end - 1, "teller") ? words : TokenRange{};
}

TokenRange Beside::honoured(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(c.at(draft.mention->range.begin));
  if (verb == Clauses::kNoChunk || !look_.word_is(c[verb].range.end - 1, "honour.verb")) return {};
  if (c.is(c.before(verb), Part::kVerb)) return {};          // "has been recently named"
  if (look_.holds_word(c[verb].range, "copula")) return {};  // "was named"
  const std::size_t object = c.after(verb);
  const bool active = c.is(c.subject_of(verb), Part::kPhrase) && c.is(object, Part::kPhrase) &&
                      c[object].range.end <= draft.mention->range.begin;
  return active ? namer_.name(a, c, c[object].range).subject : TokenRange{};
}

TokenRange Beside::trader_of(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = c.at(draft.mention->range.begin);
  const std::size_t left = c.before(figure);
  const bool priced =
      draft.fact.quantity.kind == "money" && is_preposition(look_, c, left, "preposition.aim");
  const std::size_t verb = priced ? c.verb_before(figure) : Clauses::kNoChunk;
  const bool trades = verb != Clauses::kNoChunk && look_.word_is(c[verb].range.end - 1, "trade.verb") &&
                      draft.subject.begin >= c[verb].range.end;
  return trades ? actors_.actor_of(draft) : TokenRange{};
}

TokenRange Beside::doer_at(const Draft& draft) const {
  if (draft.subject.empty() ||
      look_.ending_at(figures_.analysis(draft), draft.subject.end, "place") == nullptr)
    return {};
  if (!words_.is_placed(draft.subject)) return {};  // "India's population"
  const Entity* main = entities_.main();
  const std::size_t verb =
      figures_.clauses(draft).verb_before(figures_.clauses(draft).at(draft.subject.begin));
  if (main == nullptr || main->type == "place" || verb == Clauses::kNoChunk) return {};
  TokenRange actor = actors_.actor_of(draft);
  if (actor.empty()) actor = owner_measured(draft);
  if (actor.empty()) return {};
  const Entity* entity = entities_.find(look_.text_of(actor));
  const bool firm = entity != nullptr && entity->type == "organization";
  return firm || entity == main || namer_.stands_for_main(figures_.analysis(draft), actor) ? actor
                                                                                           : TokenRange{};
}

// "Corlan shares fell to $4 in Lisbon": whose the measured is by the name that leads its phrase.
TokenRange Beside::owner_measured(const Draft& draft) const {
  if (draft.measure.empty() || draft.measure.begin >= draft.mention->range.begin) return {};
  const Clauses& c = figures_.clauses(draft);
  return namer_.name(figures_.analysis(draft), c, c[c.at(draft.measure.begin)].range).subject;
}

TokenRange Beside::home_of(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = c.at(draft.mention->range.begin);
  const std::size_t verb = c.verb_before(figure);
  const bool governed = verb != Clauses::kNoChunk && !verbs_.is_in_opening(a, c, verb, figure);
  if (draft.fact.quantity.kind != "count" || governed) return {};
  const bool live =
      c.is(figure + 1, Part::kVerb) && look_.word_is(c[figure + 1].range.end - 1, "living.verb");
  const bool people = look_.ending_at(a, c[figure].range.end, "people") != nullptr;
  const bool visit = c.is(figure + 1, Part::kVerb) && c.is(figure + 2, Part::kPhrase) &&
                     look_.word_is(c[figure + 1].range.end - 1, "visiting.verb");
  const std::size_t link = figure + (live ? 2 : 1);
  const bool placed = (live || people) && c.is(link, Part::kPreposition) && c.is(link + 1, Part::kPhrase) &&
                      look_.small_word_is(c[link].range.begin, "preposition.place");
  if (!placed && !visit) return {};
  const TokenRange place = look_.without_article(a, c[visit ? figure + 2 : link + 1].range);
  return look_.beginning_at(a, place.begin, "place") != nullptr ? place : TokenRange{};
}

TokenRange Beside::apposed_with(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  std::size_t with = c.before(c.at(draft.mention->range.begin));
  while (c.is(with, Part::kOther)) with = c.before(with);  // an article
  if (!c.is(with, Part::kPreposition) || !look_.small_word_is(c[with].range.begin, "preposition.bearing"))
    return {};
  const std::size_t phrase = c.before(with);
  if (!c.is(phrase, Part::kPhrase)) return {};
  const std::uint32_t first = c[phrase].range.begin;
  const bool one = look_.word_is(first, "article") && !look_.word_is(first, "article.definite");
  const bool apposed = one && phrase > 1 && c.is(phrase - 1, Part::kComma) && c.is(phrase - 2, Part::kPhrase);
  return apposed && namer_.is_name(a, c[phrase - 2].range) ? c[phrase - 2].range : TokenRange{};
}

TokenRange Beside::home_of_members(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = c.at(draft.mention->range.begin);
  std::size_t link = c.before(figure);
  while (c.is(link, Part::kOther)) link = c.before(link);  // "one of the 70 brands"
  const bool one = draft.fact.quantity.kind == "count" &&
                   is_preposition(look_, c, link, "preposition.part") &&
                   c[link].range.begin > figures_.analysis(draft).range.begin &&
                   look_.word_is(c[link].range.begin - 1, "numeral.one");
  const bool housed = one && c.is(figure + 1, Part::kPreposition) && c.is(figure + 2, Part::kPhrase) &&
                      look_.small_word_is(c[figure + 1].range.begin, "preposition.within");
  return housed ? c[figure + 2].range : TokenRange{};
}

}  // namespace figmine::subjects
