#include "claim/subjects/fronted.h"

#include "claim/tense.h"

namespace figmine::subjects {

TokenRange Fronted::behind_fronted(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = c.at(draft.mention->range.begin);
  const std::size_t first = opening(c);
  const bool gerund =
      c.is(first, Part::kSubordinator) && c.is(first + 1, Part::kVerb);  // "After reaching a high of $5"
  const bool described = c.is(first, Part::kPhrase) && look_.word_is(c[first].range.begin, "article") &&
                         is_preposition(look_, c, first + 1, "preposition.bearing");
  const bool lasting =  // "For nine years, Vexa has led"
      c.is(first, Part::kTime) || (first == figure && draft.fact.quantity.kind == "duration");
  const bool adverbial = c.is(first, Part::kPreposition) || c.is(first, Part::kVerb) || gerund || lasting;
  if (!adverbial && !described) return {};
  for (std::size_t i = first + 1; i < figure; ++i) {
    const bool had = c.is(i - 1, Part::kVerb) && look_.word_is(c[i - 1].range.end - 1, "have.verb");
    if (c.is(i, Part::kVerb) && !had && is_finite(look_, a, c, c[i].range)) return {};
  }
  const std::size_t subject = subject_behind(draft, figure, described);
  if (subject == Clauses::kNoChunk) return {};
  std::size_t verb = c.after(subject);
  if (c.is(verb, Part::kConjunction)) verb = c.after(c.after(verb));  // "Lena Fors and her team have"
  if (verbs_.tells(c, verb) || !verbs_.tells_tense(a, c, verb)) return {};
  const bool we = c.is(subject, Part::kPronoun);
  if (we) return c[subject].range;  // "Backed by 50 donors, we fund …"
  const Naming naming = namer_.name(a, c, c[subject].range);
  if (naming.subject.empty()) {
    if (const TokenRange market = market_of(a, c[subject].range); !market.empty()) return market;
    const TokenRange coin = coins_.coin_in(draft, c[subject].range);
    return coin.empty() ? thing_of(a, c[subject].range) : coin;
  }
  const bool lasts = draft.fact.quantity.kind == "duration" && !verbs_.expects(c[verb].range);
  return words_.is_person(naming.subject) && !described && !lasts ? TokenRange{} : naming.subject;
}

// "Valued at $5m, the pump market size is to double"
TokenRange Fronted::market_of(const Analysis& a, TokenRange phrase) const {
  if (look_.small_word_is(phrase.end - 1, "market.size") && phrase.end > phrase.begin + 1) --phrase.end;
  return words_.market_words(a, phrase, "market.whole");
}

// "With a grant of $5,000, the scholarship helps": a thing that is told of.
TokenRange Fronted::thing_of(const Analysis& a, TokenRange phrase) const {
  const TokenRange words = look_.without_article(a, phrase);
  const bool definite = words.begin > a.range.begin && look_.word_is(words.begin - 1, "article.definite") &&
                        !look_.is_owned(a, words.begin);
  const bool near = look_.word_is(words.begin, "determiner.near") && words.end > words.begin + 1;
  const bool thing =
      look_.small_word_is(words.end - 1, "thing.noun") || look_.small_word_is(words.end - 1, "thing.fronted");
  return thing && (definite || near) ? TokenRange{words.begin + (near ? 1 : 0), words.end} : TokenRange{};
}

// The subject of the clause that begins behind the comma; of several commas, as in "With 3 halls, 20 desks
// and, on top, 5 beds, Vexa is …", the first that one follows. kNoChunk where none does.
std::size_t Fronted::subject_behind(const Draft& draft, std::size_t figure, bool described) const {
  constexpr std::size_t kFirst = 12;  // chunks, to the first comma
  constexpr std::size_t kReach = 24;  // and to the last
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  bool finite = false;
  bool passed = false;  // a comma
  for (std::size_t i = figure + 1; i < c.chunks().size() && i - figure < kReach; ++i) {
    if (c.is(i, Part::kStop) || c.is(i, Part::kColon)) break;
    finite = finite || (c.is(i, Part::kVerb) && is_finite(look_, a, c, c[i].range));
    // "A fund with $5 million was launched, Fors said", "As told, 50 shares will be kept, Fors said"
    if (finite && (described || passed)) break;
    if (!passed && i - figure >= kFirst) break;
    if (!c.is(i, Part::kComma)) continue;
    passed = true;
    if (begins_clause(c, i + 1)) return i + 1;
    if (finite) break;
  }
  return Clauses::kNoChunk;
}

// "Vexa is", "we fund", "Lena Fors and her team have"
bool Fronted::begins_clause(const Clauses& c, std::size_t subject) const {
  const bool we =
      c.is(subject, Part::kPronoun) && (look_.word_is(c[subject].range.begin, "pronoun.speaker") ||
                                        look_.word_is(c[subject].range.begin, "pronoun.thing"));
  std::size_t last = subject;
  const bool joined = c.is(subject + 1, Part::kConjunction) && c.is(subject + 2, Part::kPhrase) &&
                      look_.word_is(c[subject + 2].range.begin, "pos.first.PRPS");
  if (joined) last = subject + 2;
  return (we || c.is(subject, Part::kPhrase)) && c.is(c.after(last), Part::kVerb);
}

TokenRange Fronted::place_before(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t first = opening(c);
  const bool placed = c.is(first, Part::kPreposition) && c.is(first + 1, Part::kPhrase) &&
                      c.is(first + 2, Part::kComma) && first + 2 < c.at(draft.mention->range.begin) &&
                      look_.word_is(c[first].range.begin, "preposition.home");
  if (!placed) return {};
  const TokenRange words = look_.without_article(a, c[first + 1].range);
  const Annotation* place = look_.beginning_at(a, words.begin, "place");
  return place != nullptr && place->range == words ? words : TokenRange{};
}

std::size_t Fronted::opening(const Clauses& c) const {
  std::size_t first = verbs_.behind_label(c);
  const bool quoted = c.is(first, Part::kOther) && !look_.form(c[first].range.begin).is(Shape::kWordlike);
  if (quoted) ++first;
  while (c.is(first, Part::kAdverb)) ++first;  // "Already having raised $5m"
  return first;
}

}  // namespace figmine::subjects
