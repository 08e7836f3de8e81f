#include "claim/entities/left_out_words.h"

namespace figmine::entities {

void LeftOutWords::note(const Analysis& a, TokenRange name, std::size_t entity) {
  Mentions& mentions = mentions_[entity];
  ++mentions.all;
  if (name.begin == a.range.begin || !may_open_name(a, name.begin - 1)) return;
  const std::uint32_t token = name.begin - 1;
  const std::string word(look_.token_text(token));
  if (mentions.all == 1) mentions.word = word;
  if (word != mentions.word) return;
  ++mentions.led;
  if (is_within_text(a, token)) proven_.insert(look_.text_of({token, name.begin + 1}));
}

// A capitalised word, but for "President", "The", "Tolvik", "August".
bool LeftOutWords::may_open_name(const Analysis& a, std::uint32_t token) const {
  const Form& word = look_.form(token);
  return word.is(Shape::kCap) && word.is(Shape::kWordlike) && !look_.word_is(token, "person_title") &&
         !look_.word_is(token, "article") && !look_.word_is(token, "place") &&
         !look_.word_is(token, "demonym") && !look_.word_is(token, "pos.first.PRPS") &&
         look_.covering(a, token, "time") == nullptr && !look_.in_dateline(token);
}

// "of Under Halden", ", Under Halden": in the midst of a sentence that is no heading.
bool LeftOutWords::is_within_text(const Analysis& a, std::uint32_t token) const {
  if (token == a.range.begin || look_.in_dateline(token - 1) || look_.title_case(a)) return false;
  return look_.form(token - 1).is(Shape::kLower) || look_.token_text(token - 1) == ",";
}

// Told so by the first two words, or by what the title opens with: "Under Halden Opens Shops".
bool LeftOutWords::is_proven(const std::string& name) const {
  const std::string opening = name.substr(0, name.find_first_of(" ,", name.find(' ') + 1));
  if (proven_.contains(opening) || roll_.parts.index.contains(name_key(opening))) return true;
  Entity whole;
  whole.name = name;
  return title_.opens_with(whole);
}

void LeftOutWords::rename() {
  for (const auto& [index, mentions] : mentions_) {
    const Entity& entity = roll_.parts.list[index];
    const bool other = entity.type == "place" || entity.type == "person" ||
                       roll_.parts.index.contains(name_key(mentions.word));  // "Orvane Halden"
    const std::string name = mentions.word + " " + entity.name;
    if (mentions.led == mentions.all && !other && is_proven(name)) rename(index, name, mentions.all);
  }
}

// Where a phrase has taken the word in elsewhere, the two are one.
void LeftOutWords::rename(std::size_t index, const std::string& name, int times) {
  if (roll_.rename(index, name, times)) return;
  roll_.surface.erase(fold(roll_.parts.list[index].name));
  roll_.surface[fold(name)] += times;
  roll_.cut.emplace(index, roll_.parts.index.at(name_key(name)));
}

}  // namespace figmine::entities
