#include "claim/subjects/explanations.h"

#include "claim/holders.h"

namespace figmine::subjects {

TokenRange Explanations::who_meant(const Analysis& a, const Clauses& c, std::size_t phrase) const {
  const TokenRange officer = officer_meant(a, c, phrase);
  return officer.empty() ? people_meant(a, c, phrase) : officer;
}

TokenRange Explanations::name_told(const Analysis& a, const Clauses& c, const Acting& acting) const {
  if (const TokenRange name = acting.relative ? apposed_name(a, c, acting.subject) : TokenRange{};
      !name.empty())
    return name;
  if (const TokenRange name = name_explained(a, c, acting); !name.empty()) return name;
  return identified(c, acting.verb, acting.chain);
}

// "One of them, Natrion ApS, raised $12 million", "Its unit, Vexa Pumps, has 50 shops": the firm that
// commas set off between the verb and common words; "Vexa's founder, Lena Fors, has spent 20 years": a
// person, too, where what is told can be a person's.
TokenRange Explanations::name_set_off(const Analysis& a, const Clauses& c, std::size_t verb,
                                      bool personal) const {
  const bool commas = verb > 3 && c.is(verb - 1, Part::kComma) && c.is(verb - 2, Part::kPhrase) &&
                      c.is(verb - 3, Part::kComma) && !c.is(verb - 4, Part::kTime);
  if (!commas || !namer_.is_name(a, c[verb - 2].range)) return {};
  const bool told = c.is(verb - 4, Part::kPhrase) || c.is(verb - 4, Part::kPronoun);
  const bool known =
      words_.is_known_holder(a, c[verb - 2].range) || (personal && words_.is_person(c[verb - 2].range));
  return told && known && !namer_.is_name(a, c[verb - 4].range) ? c[verb - 2].range : TokenRange{};
}

// "Our approach is a choice that brings five gains": the relative's phrase says what somebody is. "Acme
// sells in shops across Chile, which reach 2 million people": where something is. Not "What we lack is a
// cell that lasts 5,000 cycles".
bool Explanations::says_what(const Analysis& a, const Clauses& c, std::size_t phrase) const {
  const std::size_t who = c.before(c.before(phrase));
  const bool named = c.is(who, Part::kPhrase) || c.is(who, Part::kPronoun);
  return is_home(look_, a, c, phrase) ||
         (named && is_predicate(look_, c, phrase) && !namer_.is_name(a, c[phrase].range));
}

// "Mara Holt, founder and chairman of Corlan Group, who has won 30 cases": the person whose office stands
// before the firm that "who" follows; without a name, "chairman of Corlan Group".
TokenRange Explanations::officer_meant(const Analysis& a, const Clauses& c, std::size_t firm) const {
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

// "60 adults with asthma who took part in two tests", "Vexa shareholders, who get 5 shares": the people that
// "who" stands for, where the phrase right before it names none, or somebody whose people they are.
TokenRange Explanations::people_meant(const Analysis& a, const Clauses& c, std::size_t phrase) const {
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

// "Halden Corp., a firm that has 50 shops": who the name before the comma is.
TokenRange Explanations::apposed_name(const Analysis& a, const Clauses& c, std::size_t phrase) const {
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

// "Halden, the new spray against rats, is on sale", "Halden (NYSE: HAL), a maker of sprays, sold": the name
// that the sentence opens with and commas part from what explains it.
TokenRange Explanations::name_explained(const Analysis& a, const Clauses& c, const Acting& acting) const {
  std::size_t phrase = c.at(acting.chain.begin);
  if (phrase > 0 && c.is(phrase - 1, Part::kOther)) --phrase;  // an article
  if (phrase < 2) return {};
  std::size_t name = phrase - 2;
  if (c.is(name, Part::kClose) && c.opening(name) > 0)
    name = c.opening(name) - 1;  // "Halden (NYSE: HAL), the"
  const std::size_t left = c.before(name);
  const bool opens = left == Clauses::kNoChunk || c.is(left, Part::kRelative) ||
                     c.is(left, Part::kSubordinator) || c.is(left, Part::kColon) ||
                     c.is(left, Part::kConjunction);
  std::size_t verb = c.before(acting.verb);
  if (c.is(verb, Part::kVerb)) verb = c.before(verb);  // "has now been approved"
  const bool aside = opens && !acting.relative && c.is(verb, Part::kComma) && c.is(name, Part::kPhrase) &&
                     c.is(phrase - 1, Part::kComma) && look_.word_is(c[phrase].range.begin, "article");
  const bool named = aside && namer_.is_name(a, c[name].range) && !words_.is_person(c[name].range);
  return named ? c[name].range : TokenRange{};
}

// "The best-selling album was Blue Rooms, with 1.2 million copies": the name of what a superlative tells.
TokenRange Explanations::identified(const Clauses& c, std::size_t verb, TokenRange chain) const {
  const std::size_t name = c.after(verb);
  bool highest = false;
  for (std::uint32_t token = chain.begin; token < chain.end; ++token)
    highest = highest || look_.small_word_is(token, "superlative");
  const bool told = highest && look_.word_is(c[verb].range.end - 1, "copula") && c.is(name, Part::kPhrase);
  return told && look_.is_name(c[name].range) ? c[name].range : TokenRange{};
}

}  // namespace figmine::subjects
