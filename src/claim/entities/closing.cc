#include "claim/entities/closing.h"

#include <algorithm>

namespace figmine::entities {

namespace {

constexpr int kIssuer = 8;  // weights of what tells that the article is about an entity
constexpr int kPartner = 4;
constexpr int kToldMore = 4;

}  // namespace

void Closing::weigh(const std::vector<Analysis>& analyses) {
  for (const Analysis& a : analyses) read(a);
}

void Closing::read(const Analysis& a) {
  for (std::uint32_t token = a.range.begin; token + 1 < a.range.end; ++token) {
    if (!look_.word_is(token, "about.link")) continue;
    const bool heading = token == a.range.begin && look_.word_is(token, "about.heading");
    const bool more = token > a.range.begin && look_.word_is(token - 1, "about.more");
    if (!heading && !more) continue;
    const std::uint32_t name = token + (look_.small_word_is(token + 1, "article.definite") ? 2 : 1);
    const std::size_t entity = named_at(a, name);
    if (entity == SIZE_MAX) continue;
    const bool issuer = !closed_ && title_.names(roll_.parts.list[entity]);
    if (heading)
      roll_.anchor(entity, issuer ? kIssuer : kPartner);
    else
      roll_.weight[entity] += kToldMore;
    closed_ = closed_ || heading;
  }
}

// The entity with the longest name that begins at the token; SIZE_MAX where none does.
std::size_t Closing::named_at(const Analysis& a, std::uint32_t begin) const {
  constexpr std::uint32_t kLongest = 6;  // tokens
  for (std::uint32_t end = std::min(a.range.end, begin + kLongest); end > begin; --end) {
    const auto it = roll_.parts.index.find(name_key(look_.text_of({begin, end})));
    if (it != roll_.parts.index.end()) return it->second;
  }
  return SIZE_MAX;
}

}  // namespace figmine::entities
