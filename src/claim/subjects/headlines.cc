#include "claim/subjects/headlines.h"

#include <algorithm>

namespace figmine::subjects {

TokenRange Headlines::doer_of(const Draft& draft) const {
  constexpr std::uint32_t kReach = 24;  // tokens
  const Analysis& a = figures_.analysis(draft);
  if (!look_.title_case(a) || words_.is_target(draft)) return {};  // who sets a price target is not meant
  const std::uint32_t figure = draft.mention->range.begin;
  for (std::uint32_t token = figure; token-- > a.range.begin && figure - token <= kReach;) {
    if (!begins_clause(a, token)) continue;
    const TokenRange name = name_at(token, figure);
    const bool aside = token > a.range.begin && look_.word_is(token - 1, "headline.aside");
    if (name.empty() && aside) continue;  // "Vexa Enters Its Sale – Price to Rise 5%"
    return does_something(a, name, figure) ? name : TokenRange{};
  }
  return {};
}

TokenRange Headlines::label_of(const Draft& draft) const {
  constexpr std::uint32_t kLongest = 8;  // tokens of the name
  const Analysis& a = figures_.analysis(draft);
  if (draft.fact.quantity.kind != "duration" || !look_.title_case(a)) return {};
  std::uint32_t colon = a.range.begin;
  const std::uint32_t last = std::min(draft.mention->range.begin, a.range.begin + kLongest);
  while (colon < last && look_.token_text(colon) != ":") ++colon;
  const bool does = colon > a.range.begin && colon < last && look_.form(colon + 1).folded.ends_with("ing");
  return does ? name_at(a.range.begin, colon) : TokenRange{};
}

// The heading's first word, and what stands behind a comma, a dash, "as" or "while".
bool Headlines::begins_clause(const Analysis& a, std::uint32_t token) const {
  if (token == a.range.begin) return true;
  if (!look_.form(token).is(Shape::kCap)) return false;
  return look_.word_is(token - 1, "headline.break") ||
         (look_.small_word_is(token - 1, "joint.and") && token > a.range.begin + 1 &&
          look_.token_text(token - 2) == ",");
}

// The longest known name that begins there: "Vexa Token" of "Vexa Token Rises".
TokenRange Headlines::name_at(std::uint32_t token, std::uint32_t limit) const {
  constexpr std::uint32_t kLongest = 5;  // words
  for (std::uint32_t end = std::min(limit, token + kLongest); end > token; --end) {
    if (entities_.find(look_.text_of({token, end})) != nullptr) return {token, end};
  }
  return {};
}

// "Vexa Eyes $5", "Vexa (VEX) Burn Rate Tops 5%": a verb stands behind the name, or behind what it has; not
// "Laval Law Firm Hires".
bool Headlines::does_something(const Analysis& a, TokenRange name, std::uint32_t limit) const {
  if (name.empty()) return false;
  const int own_words = look_.beginning_at(a, name.begin, "place") != nullptr ? 0 : 2;
  std::uint32_t token = name.end;
  if (token < limit && look_.token_text(token) == "(") {
    while (token < limit && look_.token_text(token) != ")") ++token;
    ++token;
  }
  for (int own = 0; own <= own_words && token < limit; ++own, ++token) {
    if (!look_.form(token).is(Shape::kCap)) return false;
    if (look_.word_is(token, "pos.VZ") || look_.word_is(token, "headline.aim"))
      return !look_.word_is(token, "say.verb");
  }
  return false;
}

}  // namespace figmine::subjects
