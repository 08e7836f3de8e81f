#include "claim/assembling/existing.h"

#include "base/ascii.h"
#include "claim/tense.h"

namespace figmine::assembling {

// "will serve the almost 9,000 tenants living nearby", "will join the two entities' staff": who
// or what is there already, whatever the verb expects of something else.
bool Existing::exists_already(const Draft& draft, const Clauses& c, std::size_t chunk) const {
  if (is_apposed_rank(draft) || is_size_of_known(draft, c) || is_worth_of_known(draft, c)) return true;
  if (is_there_now(draft) || is_age_told_of(draft) || is_means(draft, c, chunk)) return true;
  if (draft.fact.change || draft.fact.quantity.kind == "duration") return false;
  const std::size_t figure = c.at(draft.mention->range.begin);
  for (std::size_t i = figure; i-- > chunk + 1;) {
    if (!c.is(i, Part::kVerb)) continue;
    if (look_.word_is(c[i].range.begin, "standing.participle")) return true;
    break;
  }
  const std::string& kind = draft.fact.quantity.kind;
  return (kind == "count" || kind == "number") && is_known(draft, c);
}

// "should be worth $16m, with 2 million shares currently outstanding"
bool Existing::is_there_now(const Draft& draft) const {
  const std::uint32_t behind = draft.mention->range.end;
  return behind + 1 < figures_.analysis(draft).range.end && look_.word_is(behind, "present.adverb") &&
         look_.word_is(behind + 1, "state.behind");
}

// "could end a 26-year-old policy": how old a thing is already.
bool Existing::is_age_told_of(const Draft& draft) const {
  return draft.fact.quantity.kind == "age" && draft.fact.quantity.text.ends_with("-old") &&
         look_.beginning_at(figures_.analysis(draft), draft.mention->range.end, "np") != nullptr;
}

// "is committed to strengthening the town through 200 programs": by what somebody who is dedicated acts.
bool Existing::is_means(const Draft& draft, const Clauses& c, std::size_t chunk) const {
  if (!look_.holds_word(c[chunk].range, "dedicated.participle")) return false;
  const std::size_t led = c.before(c.at(draft.mention->range.begin));
  return c.is(led, Part::kPreposition) && look_.word_is(c[led].range.begin, "preposition.means");
}

// "will buy Halden, the third-largest maker": the rank of what is named.
bool Existing::is_apposed_rank(const Draft& draft) const {
  const std::uint32_t figure = draft.mention->range.begin;
  return draft.fact.quantity.kind == "rank" && figure > figures_.analysis(draft).range.begin + 1 &&
         look_.word_is(figure - 1, "article") && look_.token_text(figure - 2) == ",";
}

// "will drill across the 120 km² property", "This three-day event will offer": how large a thing is that is
// known.
bool Existing::is_size_of_known(const Draft& draft, const Clauses& c) const {
  const Analysis& a = figures_.analysis(draft);
  const TokenRange figure = draft.mention->range;
  const Quantity& quantity = draft.fact.quantity;
  const std::size_t hyphen = quantity.text.rfind('-');  // "three-day", not "10-15%"
  const bool hyphened = quantity.kind != "money" && hyphen != std::string::npos && hyphen > 0 &&
                        hyphen + 1 < quantity.text.size() && is_letter(quantity.text[hyphen + 1]);
  if (hyphened && !draft.fact.change && is_apposed_to_name(draft, c)) return true;
  return (quantity.kind == "measure" || hyphened) && !draft.fact.change && figure.begin > a.range.begin &&
         (look_.word_is(figure.begin - 1, "given.determiner") ||
          (hyphened && look_.word_is(figure.begin - 1, "deictic"))) &&
         look_.beginning_at(a, figure.end, "np") != nullptr;
}

// "will open in the Orvik Tower, a nine-story, 386,000-square-foot building": what a name before the comma
// is; not "will build, in Oslo, a 300-bed hospital", "will open in Oslo, a 9-day fair will follow".
bool Existing::is_apposed_to_name(const Draft& draft, const Clauses& c) const {
  constexpr std::size_t kReach = 4;  // chunks: another size stands between
  const Analysis& a = figures_.analysis(draft);
  std::size_t at = c.at(draft.mention->range.begin);
  std::size_t behind = c.after(at);
  if (c.is(behind, Part::kPhrase)) behind = c.after(behind);
  if (c.is(behind, Part::kVerb) && is_finite(look_, a, c, c[behind].range)) return false;
  std::uint32_t token = draft.mention->range.begin;
  for (std::size_t steps = 0; steps < kReach && token > a.range.begin + 2; ++steps) {
    if (look_.word_is(token - 1, "article.one")) break;
    at = c.before(c.at(token));
    if (!c.is(at, Part::kFigure) && !c.is(at, Part::kComma)) return false;
    token = c[at].range.begin;
  }
  const bool apposed = token > a.range.begin + 2 && look_.word_is(token - 1, "article.one") &&
                       look_.token_text(token - 2) == "," && look_.form(token - 3).is(Shape::kCap);
  if (!apposed) return false;
  std::size_t before = c.before(c.at(token - 3));
  if (!c.is(before, Part::kPreposition)) return false;  // "will build the Dome, a 9,000-seat hall"
  while (c.is(before, Part::kPreposition) || c.is(before, Part::kAdverb)) before = c.before(before);
  return !c.is(before, Part::kComma) ||
         c.is(before - 1, Part::kTime);  // "on Monday, May 5, to the Orvik Tower"
}

// "could improve its place in the $90 billion toy market": what the thing is worth already.
bool Existing::is_worth_of_known(const Draft& draft, const Clauses& c) const {
  const TokenRange figure = draft.mention->range;
  if (draft.fact.quantity.kind != "money" || draft.fact.change || figure.begin < 2) return false;
  if (!look_.word_is(figure.begin - 1, "given.determiner")) return false;
  const std::size_t before = c.at(figure.begin - 2);
  return c.is(before, Part::kPreposition) && look_.word_is(c[before].range.begin, "preposition.market") &&
         look_.beginning_at(figures_.analysis(draft), figure.end, "np") != nullptr;
}

// "for the 4,000 employees", "between our two offices", "for visitors and the almost 3,000 residents": behind
// a preposition, with an article or an owner.
bool Existing::is_known(const Draft& draft, const Clauses& c) const {
  constexpr std::uint32_t kBound = 3;  // tokens: "the more than 40"
  std::uint32_t token = draft.mention->range.begin;
  const std::uint32_t begin = figures_.analysis(draft).range.begin;
  for (std::uint32_t skipped = 0; token > begin && skipped < kBound && c.is(c.at(token - 1), Part::kAdverb);
       ++skipped)
    --token;
  if (token > begin + 1 && look_.word_is(token - 1, "preposition.part") && is_of_known_group(c, token - 1))
    return true;
  if (token < begin + 2) return false;
  const std::uint32_t noun =
      draft.mention->noun.empty() ? draft.mention->range.end : draft.mention->noun.begin;
  const bool owned = look_.word_is(token - 1, "possessive") &&  // "focus on the project's two features"
                     !c.is(c.at(token - 2), Part::kTime) && !look_.word_is(token - 2, "day_word") &&
                     !look_.word_is(noun, "planned.word");
  if (!owned && !look_.word_is(token - 1, "given.determiner")) return false;
  std::size_t before = owned ? c.before(c.at(token - 2)) : c.at(token - 2);
  if (c.is(before, Part::kConjunction) && before > 1 && c.is(before - 1, Part::kPhrase)) before -= 2;
  return c.is(before, Part::kPreposition) && look_.word_is(c[before].range.begin, "preposition.known");
}

// "to their network of 80 pools", "by its team of 40": of what someone has already.
bool Existing::is_of_known_group(const Clauses& c, std::uint32_t of) const {
  const std::size_t group = c.at(of - 1);
  if (!c.is(group, Part::kPhrase) || !look_.word_is(of - 1, "collection.noun")) return false;
  const std::uint32_t first = c[group].range.begin;
  if (c.is(group - 1, Part::kVerb)) return look_.word_is(first, "pos.first.PRPS");  // "expand its team of 40"
  return c.is(group - 1, Part::kPreposition) && look_.word_is(first, "given.determiner");
}

// "these four plants will run on gas": they are there.
bool Existing::is_pointed_at(const Draft& draft) const {
  const std::uint32_t figure = draft.mention->range.begin;
  return draft.fact.quantity.kind == "count" && figure > 0 &&
         look_.word_is(figure - 1, "demonstrative.plural");
}

// "plans to spend $30m, up from $22m": what was, unless an earlier forecast is told.
bool Existing::is_past_level(const Draft& draft) const {
  if (draft.text("role") != "from" || draft.fact.quantity.op == "..") return false;
  const Analysis& a = figures_.analysis(draft);
  for (std::uint32_t token = a.range.begin; token < draft.mention->range.begin; ++token) {
    for (const std::string_view type : {"superseded", "revised.noun", "renewed"}) {
      // "previous guidance", but not "previous year: $5m"
      if (look_.word_is(token, type) && !look_.word_is(token + 1, "grain")) return false;
    }
  }
  return true;
}

// "higher than the £0.40 Acme booked a year ago": the figure is what was told.
bool Existing::is_told_behind(const Draft& draft, const Clauses& c) const {
  const std::size_t figure = c.at(draft.mention->range.begin);
  std::size_t next = c.after(figure);
  if (!c.is(next, Part::kPhrase) && !c.is(next, Part::kPronoun)) return false;
  next = c.after(next);
  if (!c.is(next, Part::kVerb)) return false;
  const TokenRange verb = c[next].range;
  return verb.end - verb.begin == 1 && look_.word_is(verb.begin, "told.verb");
}

}  // namespace figmine::assembling
