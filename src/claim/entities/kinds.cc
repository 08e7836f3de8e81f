#include "claim/entities/kinds.h"

#include <algorithm>

#include "base/ascii.h"

namespace figmine::entities {

std::string Kinds::of(const Analysis& a, TokenRange range) const {
  const std::string last = look_.form(range.end - 1).folded;
  for (std::uint32_t token = range.begin + 1; token < range.end; ++token) {
    if (look_.links_office(token)) return "organization";
  }
  if (look_.input().program.lookup("organization_word", last) != kNone ||
      look_.input().program.lookup("agency_word", last) != kNone)
    return "organization";
  constexpr std::uint32_t kNamed = 3;  // "Rowan Asset Management"
  if (range.end - range.begin >= kNamed && look_.word_is(range.end - 1, "manager.noun") &&
      look_.word_is(range.end - 2, "managed.noun"))
    return "organization";
  const std::string name = fold(look_.text_of(range));
  if (is_firm_of_kin(range) || ends_like_firm(a, range) ||
      look_.input().program.lookup("firm.personal", name) != kNone)
    return "organization";
  if (range.end - range.begin > 1 && look_.input().program.lookup("place_word", last) != kNone)
    return "place";
  if (range.end < a.range.end && look_.token_text(range.end) == "," && range.end + 1 < a.range.end &&
      look_.word_is(range.end + 1, "organization_word") && !look_.is_state(range.end + 1)) {
    return "organization";
  }
  if (look_.input().program.lookup("place", name) != kNone) return "place";
  for (const Annotation& annotation : a.annotations) {
    if (annotation.range == range && look_.is(annotation, "place")) return "place";
  }
  if (is_town(a, range)) return "place";
  if (is_told_person(a, range) || has_first_name(range) || is_titled(a, range)) return "person";
  const bool acronym = range.end - range.begin == 1 && look_.form(range.begin).is(Shape::kUpper);
  return acronym && !is_known_coin(a, range) ? "organization" : "other";
}

// "in Mesa, Arizona"; not "at Vexa, Germany's largest brewer".
bool Kinds::is_town(const Analysis& a, TokenRange range) const {
  constexpr std::uint32_t kMost = 3;  // words
  if (range.begin == a.range.begin || range.end - range.begin > kMost ||
      !look_.small_word_is(range.begin - 1, "preposition.place") || look_.token_text(range.end) != ",")
    return false;
  const Annotation* region = look_.beginning_at(a, range.end + 1, "place");
  return region != nullptr && !look_.word_is(region->range.end, "possessive");
}

bool Kinds::is_told_person(const Analysis& a, TokenRange range) const {
  return std::any_of(a.annotations.begin(), a.annotations.end(), [&](const Annotation& annotation) {
    if (annotation.range.contains(range) && look_.is(annotation, "speech") && may_be_person(range) &&
        !tells_results(a, range.end))
      return true;
    // not "CarryAll, the valley's leader in transport,"
    return annotation.range.begin == range.begin && range.end - range.begin >= 2 &&
           look_.is(annotation, "titled") && !is_never_person(range);
  });
}

// "Orth & Sons Builders"
bool Kinds::is_firm_of_kin(TokenRange range) const {
  for (std::uint32_t token = range.begin + 2; token < range.end; ++token) {
    if (look_.word_is(token, "firm.kin") && look_.token_text(token - 1) == "&") return true;
  }
  return false;
}

// "Commissioner Hal Orth": up to three words behind a title.
bool Kinds::is_titled(const Analysis& a, TokenRange range) const {
  constexpr std::uint32_t kMost = 3;  // words
  return range.begin > a.range.begin && range.end - range.begin <= kMost && may_be_person(range) &&
         look_.word_is(range.begin - 1, "title.personal") && look_.form(range.begin - 1).is(Shape::kCap);
}

// "Halden Investment bought two shops": what ends as many firms' names do, where it does something.
bool Kinds::ends_like_firm(const Analysis& a, TokenRange range) const {
  if (range.end < range.begin + 2 || !look_.word_is(range.end - 1, "firm.last") || look_.title_case(a))
    return false;
  const Annotation* verb = look_.beginning_at(a, range.end, "vg");
  return verb != nullptr && !look_.word_is(verb->range.end - 1, "change.verb") &&
         !look_.word_is(verb->range.begin, "copula");
}

// "Blue Harbour reported net income": a firm's verb, where no clause follows.
bool Kinds::tells_results(const Analysis& a, std::uint32_t verb) const {
  return look_.word_is(verb, "results.verb") && look_.beginning_at(a, verb + 1, "np") != nullptr;
}

bool Kinds::is_known_coin(const Analysis& a, TokenRange range) const {
  const Annotation* coin = look_.beginning_at(a, range.begin, "crypto");
  return coin != nullptr && coin->range == range;
}

// Two to four words, not "HTX DAO", "Rowan Market Research".
bool Kinds::may_be_person(TokenRange range) const {
  constexpr std::uint32_t kMost = 4;
  constexpr std::size_t kInitials = 2;  // "AJ Forsythe"
  const std::uint32_t words = range.end - range.begin;
  const Form& first = look_.form(range.begin);
  const bool acronym = first.is(Shape::kUpper) && first.text.size() > kInitials;
  return words >= 2 && words <= kMost && !acronym && !is_never_person(range) &&
         !title_.names(look_.text_of(range));
}

// "Lena Fors", "Lena Q. Fors-Orth": a first name, and others that are no common words.
bool Kinds::has_first_name(TokenRange range) const {
  constexpr std::uint32_t kMost = 6;  // tokens, with a full stop and a hyphen
  const std::uint32_t words = range.end - range.begin;
  const Form& first = look_.form(range.begin);
  if (words < 2 || words > kMost || !look_.word_is(range.begin, "first_name") || !first.is(Shape::kCap) ||
      first.is(Shape::kUpper) || !look_.form(range.end - 1).is(Shape::kCap) || is_never_person(range))
    return false;
  for (std::uint32_t token = range.begin + 1; token < range.end; ++token) {
    const bool part = look_.word_is(token, "surname") || look_.word_is(token, "first_name") ||
                      look_.token_text(token).size() == 1;
    if (!part && (look_.word_is(token, "pos") || look_.word_is(token, "title.office"))) return false;
  }
  return true;
}

// "Tarn Eyewear", "P&G Homes", "DC VANTOR", "Orvane CargoNet": a word that ends no person's name, or a sign
// or spelling that none has; unlike "AJ Forsythe", "Timo Orth III", "Lena MacIntyre", "Fors-Orth".
bool Kinds::is_never_person(TokenRange range) const {
  constexpr std::ptrdiff_t kInitials = 3;  // letters
  constexpr std::ptrdiff_t kPrefix = 4;    // letters
  if (look_.word_is(range.end - 1, "surname.never")) return true;
  const std::string_view first = look_.form(range.begin).text;
  const bool surname_in_capitals = std::any_of(first.begin(), first.end(), is_lower);  // "Jeanne DUPRAT"
  for (std::uint32_t token = range.begin; token < range.end; ++token) {
    const std::string_view text = look_.form(token).text;
    if (text == "&" || look_.form(token).is(Shape::kDigit)) return true;
    const auto small = std::find_if(text.begin(), text.end(), is_lower);
    if (!surname_in_capitals && small == text.end() &&
        std::count_if(text.begin(), text.end(), is_upper) > kInitials)
      return true;
    const auto inner = std::find_if(small, text.end(), is_upper);
    if (inner != text.end() && is_lower(*std::prev(inner)) && inner - text.begin() >= kPrefix) return true;
  }
  return false;
}

}  // namespace figmine::entities
