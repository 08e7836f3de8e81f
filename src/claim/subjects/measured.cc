#include "claim/subjects/measured.h"

#include "claim/holders.h"

namespace figmine::subjects {

bool Measured::is_ranking(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t left = c.before(c.at(draft.mention->range.begin));
  return draft.fact.quantity.kind == "rank" ||
         (c.is(left, Part::kVerb) && look_.word_is(c[left].range.end - 1, "rank.verb"));
}

bool Measured::is_attribute(const Draft& draft) const {
  const bool leads = draft.subject.begin == draft.mention->range.end && !draft.measure.empty() &&
                     draft.measure.begin == draft.subject.end;
  const bool thing = draft.fact.quantity.kind == "measure" && leads &&
                     look_.word_is(draft.measure.end - 1, "thing.named");  // "the 90-acre Halden Park plan"
  if (!leads || thing) return false;
  const Entity* entity = entities_.find(look_.text_of(draft.subject));
  return entity == nullptr || (entity->type != "organization" && entity != entities_.main());
}

bool Measured::is_whereabouts(const Draft& draft) const {
  if (draft.subject.empty() || !words_.is_placed(draft.subject) || !article_.is_firm_main()) return false;
  const Analysis& a = figures_.analysis(draft);
  const Entity* entity = entities_.find(look_.text_of(draft.subject));
  const bool place = look_.ending_at(a, draft.subject.end, "place") != nullptr ||
                     (entity != nullptr && entity->type == "place");
  constexpr std::uint32_t kReach = 2;  // tokens, as words_.is_placed looks back
  std::uint32_t link = draft.subject.begin;
  while (link > a.range.begin && draft.subject.begin - link < kReach &&
         !look_.word_is(link, "preposition.home"))
    --link;
  const auto is_amount = [&](std::uint32_t token) {
    return look_.word_is(token, "measure.noun") || look_.word_is(token, "change.noun");
  };
  const bool amount = link == a.range.begin || is_amount(link - 1) ||
                      (!draft.measure.empty() && is_amount(draft.measure.end - 1));
  if (!place || amount) return false;
  const TokenRange actor = actors_.actor_of(draft);
  return !actor.empty() && !actor.overlaps(draft.subject);
}

bool Measured::is_bare_place(const Draft& draft) const {
  return draft.measure.empty() && !draft.subject.empty() && article_.is_firm_main() &&
         look_.ending_at(figures_.analysis(draft), draft.subject.end, "place") != nullptr;
}

bool Measured::is_content(const Draft& draft) const {
  const std::string& kind = draft.fact.quantity.kind;
  const std::uint32_t link = draft.mention->range.end;
  const bool linked = (kind == "money" || kind == "duration") && draft.subject.begin > link &&
                      look_.small_word_is(link, "preposition.content");
  if (!linked) return false;
  const bool article = look_.word_is(draft.subject.begin - 1, "article");
  return draft.subject.begin == link + (article ? 2 : 1) &&
         !look_.word_is(draft.subject.end - 1, "measure.segment");
}

TokenRange Measured::owner_over_named(const Draft& draft) const {
  const TokenRange figure = draft.mention->range;
  const bool behind = !draft.subject.empty() && draft.subject.begin > figure.end;
  const bool owned = behind && figure.begin > figures_.analysis(draft).range.begin &&
                     look_.small_word_is(figure.begin - 1, "pos.first.PRPS") &&
                     draft.fact.quantity.kind == "money";
  return owned ? TokenRange{figure.begin - 1, figure.begin} : TokenRange{};
}

bool Measured::is_held(const Draft& draft) const {
  return joins_by_in(draft, "holding.noun") &&
         (article_.is_firm_main() || !actor_beside(draft, draft.subject).empty());
}

bool Measured::is_paid_in(const Draft& draft) const {
  if (draft.fact.quantity.kind == "percent" || !joins_by_in(draft, "paid.noun")) return false;
  const Entity* entity = entities_.find(look_.text_of(draft.subject));
  return entity != nullptr && entity != entities_.main();
}

bool Measured::is_worth(const Draft& draft) const {
  const std::uint32_t worth = draft.mention->range.end;
  const bool of = draft.subject.begin > worth + 1 && look_.word_is(worth, "amount.worth") &&
                  look_.small_word_is(worth + 1, "preposition.part");
  return of && !actor_beside(draft, draft.subject).empty();
}

bool Measured::is_titled_sum(const Draft& draft) const {
  const std::string& kind = draft.fact.quantity.kind;
  const bool sum = kind == "money" || kind == "percent" || kind == "duration";
  if (!sum || draft.subject.empty() || draft.subject.begin != draft.mention->range.end) return false;
  const Entity* entity = entities_.find(look_.text_of(draft.subject));
  if (entity == nullptr) return true;
  if (is_holder(entity)) return false;
  if (entity->mentions.size() == 1) return true;
  const TokenRange actor = actor_beside(draft, draft.subject);
  return !actor.empty() && words_.is_known_holder(figures_.analysis(draft), actor);
}

bool Measured::is_filling(const Draft& draft) const {
  const std::string& kind = draft.fact.quantity.kind;
  const std::uint32_t end = draft.mention->range.end;
  if (draft.subject.empty() || draft.subject.begin <= end) return false;
  if (kind == "duration") return !is_meant_for(draft.subject);
  const bool of = look_.small_word_is(end, "preposition.part") && draft.subject.begin == end + 1;
  if (!of || (kind != "money" && kind != "measure")) return false;
  return !is_holder(entities_.find(look_.text_of(draft.subject))) &&
         !actor_beside(draft, draft.subject).empty();
}

// A firm, a coin or the article's own party, which have figures of their own.
bool Measured::is_holder(const Entity* entity) const {
  return entity != nullptr &&
         (entity->type == "organization" || entity == entities_.main() || entities_.is_coin(*entity));
}

// Who acts in the figure's clause, where that is another than the words name; empty where nobody does.
TokenRange Measured::actor_beside(const Draft& draft, TokenRange words) const {
  const TokenRange actor = actors_.actor_of(draft);
  return actor.overlaps(words) ? TokenRange{} : actor;
}

bool Measured::yields_to_actor(const Draft& draft, TokenRange bearer) const {
  if (bearer.empty()) return false;
  for (std::uint32_t token = bearer.begin; token < bearer.end; ++token) {
    if (!look_.form(token).is(Shape::kLower)) return false;
  }
  const Analysis& a = figures_.analysis(draft);
  const bool known = look_.is_owned(a, bearer.begin) || look_.word_is(bearer.begin, "article.definite") ||
                     (bearer.begin > a.range.begin && look_.word_is(bearer.begin - 1, "article.definite"));
  const std::uint32_t head = bearer.end - 1;  // "opened a library with 9,000 maps"
  const bool thing = look_.word_is(head, "thing.noun") || look_.word_is(head, "thing.named");
  const bool one = thing && look_.covering(a, head, "nns") == nullptr;
  if (known || one) return false;
  const TokenRange actor = actor_beside(draft, bearer);
  return !actor.empty() && (namer_.is_name(a, actor) || namer_.stands_for_main(a, actor));
}

// "three hard years for Halden's shops"
bool Measured::is_meant_for(TokenRange name) const {
  const bool article = name.begin > 1 && look_.word_is(name.begin - 1, "article");
  return name.begin > 1 && look_.small_word_is(name.begin - (article ? 2 : 1), "preposition.benefit");
}

bool Measured::is_lettered(const Draft& draft, TokenRange name) const {
  constexpr std::size_t kLetters = 3;  // "III"
  const TokenRange sentence = figures_.analysis(draft).range;
  const std::uint32_t which = name.begin + 1;       // at a sentence's end it may be cut off
  const bool opens = name.begin == sentence.begin;  // "Stage 4 is over; $5 was raised"
  const bool numbered = !name.empty() && name.end <= which + 1 && which < sentence.end &&
                        look_.word_is(name.begin, "lettered.noun");
  if (opens || !numbered) return false;
  const Form& form = look_.form(which);
  return form.is(Shape::kDigit) || (form.is(Shape::kUpper) && form.text.size() <= kLetters);
}

// "$5 million stake in Vexa": a noun of the type behind the figure, and "in" between it and the name.
bool Measured::joins_by_in(const Draft& draft, Wanted noun) const {
  std::uint32_t link = draft.subject.begin;
  if (draft.subject.empty() || draft.measure.begin < draft.mention->range.end ||
      link < draft.measure.begin + 2)
    return false;
  if (look_.word_is(--link, "article")) --link;
  const bool own = link == draft.measure.end || draft.subject.end <= draft.measure.end;
  return own && look_.small_word_is(link, "preposition.content") && look_.small_word_is(link - 1, noun);
}

bool Measured::is_source(const Draft& draft) const {
  std::uint32_t begin = draft.subject.begin;
  const std::uint32_t first = figures_.analysis(draft).range.begin;
  if (draft.subject.empty() || begin < first + 2) return false;
  if (look_.word_is(begin - 1, "article")) --begin;
  return begin >= first + 2 && look_.small_word_is(begin - 1, "source.link") &&
         look_.word_is(begin - 2, "source.lead");
}

bool Measured::is_from_giver(const Draft& draft, TokenRange name) const {
  const TokenRange sentence = figures_.analysis(draft).range;
  std::uint32_t link = name.begin;
  if (name.empty() || link < sentence.begin + 2) return false;
  if (look_.word_is(--link, "article")) --link;
  if (link == sentence.begin || !look_.word_is(link, "preposition.source")) return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(c.at(draft.mention->range.begin));
  return c.is(verb, Part::kVerb) && look_.word_is(c[verb].range.end - 1, "receive.verb");
}

TokenRange Measured::sized_thing(const Draft& draft) const {
  const TokenRange words = look_.without_article(figures_.analysis(draft), draft.measure);
  if (words.empty() || look_.word_is(words.end - 1, "measure.noun")) return {};
  const bool thing = look_.word_is(draft.mention->range.end, "size.adjective") &&
                     words.begin > figures_.analysis(draft).range.begin &&
                     look_.word_is(words.begin - 1, "article.definite");
  const bool named = input_.program.lookup("age_head", draft.fact.measure->head) != kNone;
  const bool people =
      draft.fact.quantity.kind == "age" && !named && words_.is_several(figures_.analysis(draft), words);
  // "opened 90-acre Halden Park", not "a 6 MW Solar Project"
  const std::uint32_t first = draft.mention->range.begin;
  const bool one = first > figures_.analysis(draft).range.begin && look_.word_is(first - 1, "indefinite");
  const bool described =
      !one && draft.fact.quantity.kind == "measure" && draft.came_by("measure/described") &&
      draft.measure.begin >= draft.mention->range.end && entities_.find(look_.text_of(words)) != nullptr;
  return thing || people || described ? words : TokenRange{};
}

TokenRange Measured::market_of(const Draft& draft) const {
  const std::string& kind = draft.fact.quantity.kind;
  const bool share = draft.fact.share_of && !draft.has("shareverb");
  const bool sized = kind != "count" && kind != "rank" && kind != "duration" && !share;
  if (!sized || draft.measure.empty() || draft.text("object") == "moved") return {};
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  if (draft.measure.begin == draft.mention->range.end) {
    const std::size_t left = c.before(c.at(draft.mention->range.begin));
    const bool predicate = c.is(left, Part::kVerb) && look_.word_is(c[left].range.end - 1, "copula");
    return predicate ? TokenRange{} : words_.market_words(a, draft.measure, "market.sized");
  }
  const Annotation* np = look_.ending_at(a, draft.measure.end, "np");  // "value of the pump market"
  if (np == nullptr) return {};
  const TokenRange first = c[c.at(draft.measure.begin)].range;  // "the annual market for pumps"
  if (first.end < np->range.begin) {
    const TokenRange market = words_.market_words(a, first, "market.whole");
    if (!market.empty()) return market;
  }
  if (np->range.begin > draft.measure.begin && !look_.word_is(np->range.begin - 1, "market.link")) return {};
  return words_.market_words(a, np->range, "market.whole");
}

TokenRange Measured::valued_thing(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t at = c.at(draft.measure.begin);
  if (draft.fact.quantity.kind != "money" || draft.measure.empty() || !c.is(at, Part::kPhrase)) return {};
  const TokenRange words = c[at].range;
  const std::size_t verb = c.after(at);
  const bool opens = words.begin == a.range.begin || c.is(c.before(at), Part::kComma);
  const bool bare = words == draft.measure && opens && look_.without_article(a, words) == words &&
                    !look_.is_owned(a, words.begin) && !look_.title_case(a);
  if (!bare || !c.is(verb, Part::kVerb)) return {};
  const std::uint32_t end = c[verb].range.end;
  const bool valued = look_.small_word_is(end - 1, "valued.participle") ||
                      (look_.word_is(end - 1, "copula") && look_.word_is(end, "amount.worth"));
  const std::uint32_t head = words.end - 1;
  const bool one = look_.covering(a, head, "nns") == nullptr && !look_.word_is(head, "measure.noun") &&
                   !look_.word_is(words.begin, "pos.first.DT") && !namer_.stands_for_main(a, words) &&
                   !namer_.is_name(a, words);
  return valued && one ? words : TokenRange{};
}

TokenRange Measured::named_after(const Draft& draft) const {
  if (draft.measure.empty() || names_partner(draft.measure)) return {};
  const Clauses& c = figures_.clauses(draft);
  const std::size_t link = c.at(draft.measure.end);
  if (!c.is(link, Part::kPreposition) || !c.is(link + 1, Part::kPhrase)) return {};
  const bool joins = look_.small_word_is(draft.measure.end, "preposition.holder") &&
                     !namer_.is_giver(draft.measure.end, draft.measure);
  const TokenRange phrase = c[link + 1].range;
  // "built 40 homes for Acme", "flew in four pumps from Europe", "put up 37 towers at Halden College"
  const bool elsewhere = !look_.small_word_is(draft.measure.end, "preposition.part") &&
                         draft.fact.quantity.kind == "count" && !actors_.actor_of(draft).empty();
  if (elsewhere) return {};
  const bool named = joins && namer_.is_name(figures_.analysis(draft), phrase);
  return named && !is_from_giver(draft, phrase) && !is_lettered(draft, phrase) ? phrase : TokenRange{};
}

// "a deal with Acme"
bool Measured::names_partner(TokenRange measure) const {
  for (std::uint32_t token = measure.begin + 1; token < measure.end; ++token) {
    if (look_.small_word_is(token, "preposition.bearing") && look_.word_is(token - 1, "partner.noun"))
      return true;
  }
  return false;
}

TokenRange Measured::bearer_of(const Draft& draft) const {
  if (draft.measure.empty() || !look_.small_word_is(draft.measure.end, "preposition.part")) return {};
  const Clauses& c = figures_.clauses(draft);
  const std::size_t at = c.at(draft.measure.begin);
  if (at < 2 || !c.is(at - 1, Part::kPreposition) || !c.is(at - 2, Part::kPhrase) ||
      !look_.small_word_is(c[at - 1].range.begin, "preposition.bearing"))
    return {};
  std::size_t bearer = at - 2;
  // "9 meadows along the Elbe with a joint area of 5 ha"
  if (is_home(look_, figures_.analysis(draft), c, bearer)) bearer = c.before(c.before(bearer));
  if (is_predicate(look_, c, bearer) || bears_for_another(look_, c, bearer) ||
      (!c.is(bearer, Part::kPhrase) && !c.is(bearer, Part::kFigure)))
    return {};
  if (bears_nothing(c, bearer)) return {};
  // "bought Vexa, a maker with sales of $5 million"
  const TokenRange name = name_described(namer_, look_, figures_.analysis(draft), c, bearer);
  return name.empty() ? c[bearer].range : name;
}

// "$6 million in cash with a market value of", "now trades with a price of", "returned to profitability with
// an income of": what has no figures of its own.
bool Measured::bears_nothing(const Clauses& c, std::size_t phrase) const {
  const TokenRange words = c[phrase].range;
  if (!c.is(phrase, Part::kPhrase) || look_.is_name(words)) return false;
  if (is_role(look_, c, phrase)) return true;  // "keeps its place as a maker with sales of"
  const bool acts = look_.small_word_is(words.begin, "pos.first.VG") ||
                    (words.end == words.begin + 1 && look_.small_word_is(words.begin, "pos.VZ") &&
                     phrase > 0 && c.is(phrase - 1, Part::kAdverb));
  return acts || look_.word_is(words.end - 1, "bearer.never");
}

TokenRange Measured::told_where(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t subject = c.subject_before(c.at(draft.mention->range.begin));
  if (!c.is(subject, Part::kPhrase)) return {};
  const TokenRange chain = c.chain_ending(subject);
  const std::size_t where = c.before(c.at(chain.begin));
  const bool measured = look_.word_is(c[c.at(chain.begin)].range.end - 1, "measure.noun");
  if (!measured || !c.is(where, Part::kSubordinator) || !c[where].where) return {};
  std::size_t place = c.before(where);
  if (c.is(place, Part::kComma)) place = c.before(place);
  if (!c.is(place, Part::kPhrase)) return {};
  const TokenRange words = look_.without_article(a, c[place].range);
  const bool several = look_.covering(a, words.end - 1, "nns") != nullptr;
  return several && !look_.is_owned(a, c[place].range.begin) ? words : TokenRange{};
}

TokenRange Measured::survey_told(const Draft& draft) const {
  const bool own = !draft.measure.empty() && look_.word_is(draft.measure.end - 1, "survey.own");
  const bool asked = draft.fact.quantity.kind == "count" && own;
  if (!asked && !(own && look_.word_is(draft.measure.end - 1, "survey.margin"))) return {};
  const Clauses& c = figures_.clauses(draft);
  for (std::size_t i = 0; i < c.chunks().size(); ++i) {
    const bool acts = c.is(i, Part::kPhrase) && c.is(c.after(i), Part::kVerb);
    if (acts && look_.word_is(c[i].range.end - 1, "survey.body")) return c[i].range;
  }
  return {};
}

TokenRange Measured::survey_of(const Draft& draft) const {
  const TokenRange before = draft.range("measure");
  const bool counted = draft.fact.quantity.kind == "count" && !before.empty() && draft.text("attach") == "of";
  const bool asks = !before.empty() && (look_.word_is(before.end - 1, "survey.noun") ||
                                        look_.word_is(before.end - 1, "study.noun"));
  return counted && asks ? with_name_before(draft, before) : TokenRange{};
}

// "a Museum of Alpine Farming survey": what "of" joins to a name before.
TokenRange Measured::with_name_before(const Draft& draft, TokenRange words) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t at = c.at(words.begin);
  const bool joined = at >= 2 && c.is(at - 1, Part::kPreposition) && c.is(at - 2, Part::kPhrase) &&
                      look_.small_word_is(c[at - 1].range.begin, "preposition.part");
  if (!joined || !namer_.is_name(figures_.analysis(draft), c[at - 2].range)) return words;
  return {look_.without_article(figures_.analysis(draft), c[at - 2].range).begin, words.end};
}

}  // namespace figmine::subjects
