#include "claim/entities/non_names.h"

namespace figmine::entities {

bool NonNames::holds(const Analysis& a, TokenRange range) const {
  const bool single = range.end - range.begin == 1;
  if (single && (look_.word_is(range.begin, "exchange") || tickers_.is_ticker(a, range.begin))) return true;
  if (single && look_.word_is(range.begin, "legal_form")) return true;  // "Inc"
  if (is_numbered(a, range)) return true;
  const bool hour = range.begin > a.range.begin && look_.form(range.begin - 1).is(Shape::kDigit);
  if (hour && look_.word_is(range.begin, "clock.half")) return true;  // "11:00 PM Pacific"
  if (stands_for_other(range) || look_.in_dateline(range.begin)) return true;
  return look_.covering(a, range.end - 1, "basis") != nullptr || labels_link(a, range);  // "YoY"
}

// "Table 2", "Gate" of "Gate 4": one of several by its number.
bool NonNames::is_numbered(const Analysis& a, TokenRange range) const {
  const std::uint32_t number = range.begin + 1;
  return range.end <= number + 1 && number < a.range.end && look_.form(number).is(Shape::kDigit) &&
         look_.word_is(range.begin, "number.tells");
}

// "Pickup - https://acme.com", "Pickup - [acme.com](https://acme.com)"
bool NonNames::labels_link(const Analysis& a, TokenRange range) const {
  if (range.begin != a.range.begin || range.end + 1 >= a.range.end || look_.token_text(range.end) != "-")
    return false;
  std::uint32_t link = range.end + 1;
  if (look_.token_text(link) == "[" && link + 1 < a.range.end) ++link;
  const std::size_t dot = look_.token_text(link).find('.');
  const bool site = dot != std::string_view::npos && dot + 1 < look_.token_text(link).size();
  return look_.form(link).is(Shape::kUrl) || site;
}

// "Company", "Group", "Our": stands for a name that is told elsewhere.
bool NonNames::stands_for_other(TokenRange range) const {
  return range.end - range.begin == 1 &&
         (look_.word_is(range.begin, "self_reference") || look_.word_is(range.begin, "pronoun"));
}

}  // namespace figmine::entities
