#include "claim/entities/headline_names.h"

#include <algorithm>

#include "claim/entities/name_order.h"

namespace figmine::entities {

void HeadlineNames::enter() {
  constexpr std::uint32_t kReach = 60;   // tokens
  constexpr std::uint32_t kLongest = 5;  // words
  TokenRange title = headline_of(input_);
  title.end = std::min(title.end, title.begin + kReach);
  const NameOrder order(roll_.parts.list);
  for (std::uint32_t begin = title.begin; begin + 1 < title.end; ++begin) {
    for (std::uint32_t end = std::min(title.end, begin + kLongest); end > begin + 1; --end) {
      if (!may_be_short(title, {begin, end})) continue;
      const std::string words = look_.text_of({begin, end});
      const std::vector<std::size_t> longer = order.longer_than(words);
      if (longer.size() != 1 || !is_short_for(words, roll_.parts.list[longer.front()])) continue;
      roll_.alias(longer.front(), words);
      break;
    }
  }
}

// Capitals at both ends, behind which something is told: "Halden Pumps Opens"; no place, and not "Halden
// Pumps" of "Halden Pumps Day".
bool HeadlineNames::may_be_short(TokenRange title, TokenRange words) const {
  if (!look_.form(words.begin).is(Shape::kCap) || !look_.form(words.end - 1).is(Shape::kCap)) return false;
  const std::string text = fold(look_.text_of(words));
  if (input_.program.lookup("place", text) != kNone) return false;
  return words.end == title.end || !look_.form(words.end).is(Shape::kCap) ||
         title_.is_deed(look_.form(words.end).folded) || look_.word_is(words.end, "pos.V");
}

// "Halden Pumps" of "Halden Pumps Group Inc.", which is a firm.
bool HeadlineNames::is_short_for(const std::string& words, const Entity& entity) const {
  return entity.type == "organization" && entity.name.starts_with(words + ' ') &&
         !roll_.parts.index.contains(name_key(words));
}

}  // namespace figmine::entities
