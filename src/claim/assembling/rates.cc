#include "claim/assembling/rates.h"

#include <algorithm>

#include "resolve/singular.h"

namespace figmine::assembling {

void Rates::set(Draft& draft) const {
  Quantity& quantity = draft.fact.quantity;
  if (!quantity.unit || !draft.has("per")) return;
  const std::string per = draft.text("per");
  const bool counted = per.find_first_of("0123456789") == 0;  // "per 1,000 residents"
  const std::uint32_t end = draft.mention->range.end;
  const bool pair = counted && end < input_.text.tokens.size() && look_.token_text(end) == "/" &&
                    input_.text.tokens[end].glued;  // "130/80 mm Hg"
  const bool simple = quantity.kind == "measure" && !pair && quantity.unit->per.empty() &&
                      (quantity.unit->code.find('/') == std::string::npos || !is_unit(per));
  const bool divisible = quantity.kind == "money" || quantity.kind == "count" || quantity.kind == "number" ||
                         quantity.kind == "duration" || simple;
  if (!divisible) return;
  quantity.unit->per = counted ? per : singular(input_.program, per);
}

// "300 kWh per month per person" is per person, too; "5 mg/kg per day" is left as it is.
bool Rates::is_unit(const std::string& word) const {
  return input_.program.lookup("unit", singular(input_.program, word)) != kNone;
}

void Rates::note(Draft& draft) const {
  std::optional<Unit>& unit = draft.fact.quantity.unit;
  if (draft.fact.quantity.kind == "count" && unit && unit->per.empty()) set(draft);
  if (draft.fact.quantity.kind != "money" || !unit || !unit->per.empty() || !draft.fact.measure) return;
  const Span span = draft.fact.measure->span;
  const TokenRange words = look_.tokens_in(span);
  for (std::uint32_t token = words.begin; token < words.end; ++token) {
    if (look_.word_is(token, "per_share.acronym")) unit->per = "share";
    if (!look_.word_is(token, "preposition.rate")) continue;
    std::uint32_t begin = token + 1;
    if (look_.token_text(begin) == "-") ++begin;  // "the per-share value"
    unit->per = singular(input_.program, look_.text_of({begin, rate_end(begin, span.end)}));
    return;
  }
}

// Where what stands behind "per" ends: before a bracket, or a word that leads on, or the measure's end.
std::uint32_t Rates::rate_end(std::uint32_t begin, std::uint32_t limit) const {
  const std::vector<Token>& tokens = input_.text.tokens;
  if (look_.token_text(begin - 1) == "-") return begin + 1;
  const auto is_part = [&](std::uint32_t token) {  // "kilowatt-hour"
    const bool hyphen = look_.token_text(token) == "-" && tokens[token].glued;
    return hyphen || (look_.form(token).is(Shape::kWordlike) && !look_.word_is(token, "preposition"));
  };
  std::uint32_t end = begin;
  while (end < tokens.size() && tokens[end].span.end <= limit && is_part(end)) ++end;
  return std::max(end, begin + 1);
}

}  // namespace figmine::assembling
