#include "claim/subjects/fronted.h"

#include "claim/tense.h"

namespace figmine::subjects {

TokenRange Fronted::behind_fronted(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = c.at(draft.mention->range.begin);
  const std::size_t first = opening(c);
  const bool described = opens_described(c, first);
  if (!described && !opens_adverbially(draft, c, first)) return {};
  for (std::size_t i = first + 1; i < figure; ++i) {
    const bool had = c.is(i - 1, Part::kVerb) && look_.word_is(c[i - 1].range.end - 1, "have.verb");
    if (c.is(i, Part::kVerb) && !had && is_finite(look_, a, c, c[i].range)) return {};
  }
  const Behind behind = subject_behind(draft, figure, described);
  if (behind.words.empty()) return {};
  if (behind.whole) return behind.words;
  const Naming naming = namer_.name(a, c, behind.words);
  if (naming.subject.empty()) {
    if (const TokenRange market = market_of(a, behind.words); !market.empty()) return market;
    const TokenRange coin = coins_.coin_in(draft, behind.words);
    return coin.empty() ? thing_of(a, behind.words) : coin;
  }
  const bool lasts = draft.fact.quantity.kind == "duration" && !verbs_.expects(behind.verb);
  // "Winner of eight awards, Mara Holt"
  const bool counted = draft.fact.quantity.kind == "count" && opens_with_quality(c, first);
  const bool own =
      described || lasts || counted || tells_of_person({c[first].range.begin, behind.words.begin});
  return words_.is_person(naming.subject) && !own ? TokenRange{} : naming.subject;
}

// "With 40 shops,", "After reaching a high of $5,", "For nine years,", "Weighing just 9 kg,", "Available in
// 60 countries,"
bool Fronted::opens_adverbially(const Draft& draft, const Clauses& c, std::size_t first) const {
  const std::size_t figure = c.at(draft.mention->range.begin);
  const bool gerund =
      c.is(first, Part::kSubordinator) && (c.is(first + 1, Part::kVerb) || c.after(first) == figure);
  const bool lasting =  // "For nine years, Vexa has led"
      c.is(first, Part::kTime) || (first == figure && draft.fact.quantity.kind == "duration");
  const bool doing =  // "Serving Utah for 30 years, Vexa makes"
      draft.came_by("measure/lasting") && c.is(first, Part::kPhrase) &&
      draft.measure.begin == c[first].range.begin;
  return c.is(first, Part::kPreposition) || c.is(first, Part::kVerb) || gerund || lasting || doing ||
         opens_with_quality(c, first);
}

// "A broker with 12 desks,", "A veteran of 40 years,", "The winner of eight awards,": what somebody is.
bool Fronted::opens_described(const Clauses& c, std::size_t first) const {
  if (!c.is(first, Part::kPhrase) || !c.is(first + 1, Part::kPreposition)) return false;
  const std::uint32_t word = c[first].range.begin;
  const bool one =
      look_.word_is(word, "article") && (!look_.word_is(word, "article.definite") ||
                                         is_preposition(look_, c, first + 1, "preposition.bearing"));
  return one || look_.word_is(c[first].range.end - 1, "quality.opening");
}

// "Trading below", "Weighing just", "Designed to", "Available in", "Home to": a lone word that says how
// somebody is.
bool Fronted::opens_with_quality(const Clauses& c, std::size_t first) const {
  if (!c.is(first, Part::kPhrase) && !c.is(first, Part::kOther)) return false;
  const std::uint32_t word = c[first].range.begin;
  const bool alone = c[first].range.end == word + 1;
  const bool led =
      c.is(first + 1, Part::kPreposition) || c.is(first + 1, Part::kAdverb) || c.is(first + 1, Part::kFigure);
  return alone && led &&
         (look_.word_is(word, "pos.VG") || may_be_participle(look_, word) ||
          look_.word_is(word, "pos.first.J") || look_.word_is(word, "quality.opening"));
}

// "under his belt"
bool Fronted::tells_of_person(TokenRange words) const {
  for (std::uint32_t token = words.begin; token < words.end; ++token) {
    if (look_.word_is(token, "pos.first.PRPS") && look_.word_is(token, "pronoun.person")) return true;
  }
  return false;
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
  const bool named = definite && words.end > words.begin + 1 &&  // "the Halden Index survey"
                     look_.form(words.begin).is(Shape::kCap) && !namer_.stands_for_main(a, phrase);
  return (thing && (definite || near)) || named ? TokenRange{words.begin + (near ? 1 : 0), words.end}
                                                : TokenRange{};
}

// The subject of the clause that begins behind the comma; of several commas, as in "With 3 halls, 20 desks
// and, on top, 5 beds, Vexa is …", the first that one follows. No words where none does.
Fronted::Behind Fronted::subject_behind(const Draft& draft, std::size_t figure, bool described) const {
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
    if (const Behind behind = beginning_clause(a, c, i + 1); !behind.words.empty()) return behind;
    if (finite) break;
  }
  return {};
}

// "Vexa is", "we fund", "Lena Fors and her team have", "Dr. Lena Fors has"; no words where no clause begins,
// or one that only tells what somebody says.
Fronted::Behind Fronted::beginning_clause(const Analysis& a, const Clauses& c, std::size_t subject) const {
  if (c.is(subject, Part::kPronoun)) {
    const bool meant = look_.word_is(c[subject].range.begin, "pronoun.speaker") ||
                       look_.word_is(c[subject].range.begin, "pronoun.thing");
    const std::size_t verb = c.after(subject);
    return meant && acts(a, c, verb) ? Behind{c[subject].range, c[verb].range, true} : Behind{};
  }
  if (!c.is(subject, Part::kPhrase)) return {};
  std::size_t last = last_of_name(c, subject);
  const TokenRange words{
      c[look_.word_is(c[subject].range.begin, "person.style") ? last : subject].range.begin,
      c[last].range.end};
  const bool joined = c.is(last + 1, Part::kConjunction) && c.is(last + 2, Part::kPhrase) &&
                      look_.word_is(c[last + 2].range.begin, "pos.first.PRPS");
  const std::size_t verb = c.after(joined ? last + 2 : last);
  const bool parted = words.begin == c[subject].range.begin && last > subject;
  return acts(a, c, verb) ? Behind{words, c[verb].range, parted} : Behind{};
}

bool Fronted::acts(const Analysis& a, const Clauses& c, std::size_t verb) const {
  while ((c.is(verb, Part::kOther) || c.is(verb, Part::kAdverb)) && verb + 1 < c.chunks().size())
    ++verb;  // "more than doubled"
  if (c.is(verb, Part::kFigure) && look_.word_is(c[verb].range.end - 1, "change.multiply")) return true;
  return c.is(verb, Part::kVerb) && !verbs_.tells(c, verb) && verbs_.tells_tense(a, c, verb);
}

// The last chunk of a name that an abbreviation parts: "Dr. | Lena Fors", "Lena | A. | Fors".
std::size_t Fronted::last_of_name(const Clauses& c, std::size_t first) const {
  constexpr std::size_t kMost = 3;  // chunks
  std::size_t last = first;
  while (last - first < kMost && (c.is(last + 1, Part::kPhrase) || c.is(last + 1, Part::kOther)) &&
         look_.form(c[last].range.end - 1).is(Shape::kCap) &&
         look_.form(c[last + 1].range.begin).is(Shape::kCap))
    ++last;
  return last;
}

TokenRange Fronted::place_before(const Draft& draft) const {
  if (const TokenRange area = area_before(draft); !area.empty()) return area;
  const TokenRange words = opening_behind(draft, "preposition.home");
  const Annotation* place =
      words.empty() ? nullptr : look_.beginning_at(figures_.analysis(draft), words.begin, "place");
  return place != nullptr && place->range == words ? words : TokenRange{};
}

TokenRange Fronted::thing_before(const Draft& draft) const {
  const TokenRange words = opening_behind(draft, "preposition.in");
  const Entity* entity = words.empty() ? nullptr : figures_.entities().find(look_.text_of(words));
  const bool thing = entity != nullptr && (entity->type == "other" || entity->type == "product") &&
                     entity->mentions.size() > 1 && entity != figures_.entities().main();
  const bool placed = thing && look_.covering(figures_.analysis(draft), words.end - 1, "place") != nullptr;
  return thing && !placed && !tells_of_main(draft, words) ? words : TokenRange{};
}

// "Chile" of "In Chile, prices rose": the words behind a preposition of the type that opens the sentence, up
// to a comma; empty where it opens otherwise.
TokenRange Fronted::opening_behind(const Draft& draft, Wanted preposition) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t first = opening(c);
  const bool opens = c.is(first, Part::kPreposition) && c.is(first + 1, Part::kPhrase) &&
                     c.is(first + 2, Part::kComma) && first + 2 < c.at(draft.mention->range.begin) &&
                     look_.word_is(c[first].range.begin, preposition);
  return opens ? look_.without_article(figures_.analysis(draft), c[first + 1].range) : TokenRange{};
}

// "In Halden Quest, Vexa has five maps", "In Halden Quest, we have": behind the name.
bool Fronted::tells_of_main(const Draft& draft, TokenRange name) const {
  constexpr std::size_t kReach = 60;  // chunks
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = c.at(draft.mention->range.begin);
  if (figure - c.at(name.end - 1) > kReach) return true;
  for (std::size_t i = c.at(name.end - 1) + 1; i < figure; ++i) {
    const bool told = (c.is(i, Part::kPhrase) || c.is(i, Part::kPronoun)) &&
                      (namer_.stands_for_main(a, c[i].range) || look_.is_owned(a, c[i].range.begin));
    if (told) return true;
  }
  return figures_.entities().names_main(look_.span_of({name.end, draft.mention->range.end}));
}

TokenRange Fronted::area_before(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t first = opening(c);
  const bool led = c.is(first, Part::kPreposition) && c.is(first + 1, Part::kPhrase) &&
                   look_.word_is(c[first].range.begin, "preposition.home");
  if (!led) return {};
  const TokenRange area = area_at(figures_.analysis(draft), c, first + 1);
  return !area.empty() && c.at(area.end) < c.at(draft.mention->range.begin) ? area : TokenRange{};
}

// "In the southern province of Orvane the toll", "In the capital, prices": an area, behind which a clause
// begins.
TokenRange Fronted::area_at(const Analysis& a, const Clauses& c, std::size_t phrase) const {
  const TokenRange words = look_.without_article(a, c[phrase].range);
  const bool definite = words.begin > a.range.begin && look_.word_is(words.begin - 1, "article.definite");
  if (!definite || !look_.small_word_is(words.end - 1, "area.noun")) return {};
  const bool named =
      is_preposition(look_, c, phrase + 1, "preposition.part") && c.is(phrase + 2, Part::kPhrase);
  const std::size_t last = named ? phrase + 2 : phrase;
  const std::size_t subject = c.is(last + 1, Part::kComma) ? last + 2 : last + 1;
  const bool clause = (c.is(subject, Part::kPhrase) || c.is(subject, Part::kPronoun)) &&
                      c.is(c.after_attachments(subject), Part::kVerb);
  return clause ? TokenRange{words.begin, c[last].range.end} : TokenRange{};
}

std::size_t Fronted::opening(const Clauses& c) const {
  std::size_t first = verbs_.behind_label(c);
  const bool quoted = c.is(first, Part::kOther) && !look_.form(c[first].range.begin).is(Shape::kWordlike);
  if (quoted) ++first;
  while (c.is(first, Part::kAdverb)) ++first;  // "Already having raised $5m"
  return first;
}

}  // namespace figmine::subjects
