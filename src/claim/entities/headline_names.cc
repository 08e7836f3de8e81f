#include "claim/entities/headline_names.h"

#include <algorithm>

namespace figmine::entities {

void HeadlineNames::enter() {
  const TokenRange title = headline();
  if (title.empty()) return;
  for (std::size_t i = 0; i < roll_.parts.list.size(); ++i) {
    if (roll_.parts.list[i].type != "organization") continue;
    const std::string name = short_name_in(title, roll_.parts.list[i].name);
    if (!name.empty() && !is_shared(i, name)) roll_.alias(i, name);
  }
}

// The first sentence of the article, where it is a headline; no more than its first words.
TokenRange HeadlineNames::headline() const {
  constexpr std::uint32_t kReach = 60;  // tokens
  const std::vector<Sentence>& sentences = input_.text.sentences;
  if (sentences.empty() || sentences.front().section != Section::kHeadline) return {};
  const Sentence& first = sentences.front();
  return {first.begin, std::min(first.end, first.begin + kReach)};
}

// "Halden Pumps" of "Halden Pumps Group Inc.": two words or more that the name begins with, where the
// headline writes no more of it; empty where it writes none.
std::string HeadlineNames::short_name_in(TokenRange headline, const std::string& name) const {
  constexpr std::uint32_t kLongest = 5;  // words
  for (std::uint32_t begin = headline.begin; begin + 1 < headline.end; ++begin) {
    if (!look_.form(begin).is(Shape::kCap) || !name.starts_with(look_.token_text(begin))) continue;
    for (std::uint32_t end = std::min(headline.end, begin + kLongest); end > begin + 1; --end) {
      const std::string words = look_.text_of({begin, end});
      if (look_.form(end - 1).is(Shape::kCap) && name.starts_with(words + ' ')) return words;
    }
  }
  return {};
}

// Whether another entity's name begins with the same words: "Halden Pumps Peru Ltd".
bool HeadlineNames::is_shared(std::size_t entity, const std::string& name) const {
  const std::vector<Entity>& list = roll_.parts.list;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i != entity && list[i].name.starts_with(name)) return true;
  }
  return false;
}

}  // namespace figmine::entities
