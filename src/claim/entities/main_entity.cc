#include "claim/entities/main_entity.h"

#include "claim/entities/name_order.h"

namespace figmine::entities {

void MainEntity::choose() {
  choose_main();
  roll_.parts.several = tells_of_several();
}

// Whom the article is about; nullptr when it can't be told.
const Entity* MainEntity::chosen() const {
  return roll_.parts.main < roll_.parts.list.size() ? &roll_.parts.list[roll_.parts.main] : nullptr;
}

// The heaviest organisation, else the heaviest name: what the title, the lede or the ticker names.
void MainEntity::choose_main() {
  constexpr int kEnough = 6;
  constexpr int kLede = 3;  // the weight of one mention there
  constexpr std::size_t kOften = 3;
  int best = 0;
  int best_place = 0;
  for (std::size_t i = 0; i < roll_.parts.list.size(); ++i) {
    const Entity& entity = roll_.parts.list[i];
    if ((entity.type == "person" && roll_.speakers.contains(i)) || is_document(entity) || is_byline(i))
      continue;
    const bool titled = title_.names(entity);
    const bool aside = entity.type == "place" || roll_.parts.symbols.contains(fold(entity.name)) ||
                       (entity.type == "person" && !titled);
    int weight = roll_.weight[i] * (entity.type == "organization" ? 3 : aside ? 1 : 2);
    if (titled) weight = title_.opens_with(entity) ? weight * 5 / 2 : weight * 2;
    const bool place = entity.type == "place" || (entity.type == "other" && roll_.located.contains(i));
    if (place && titled && weight > best_place) {
      best_place = weight;
      roll_.parts.region = i;
    }
    const bool known = titled || roll_.anchored.contains(i) || entity.mentions.size() >= kOften ||
                       (entity.mentions.size() > 1 && entity.name.find(' ') != std::string::npos) ||
                       (entity.type == "organization" && roll_.weight[i] > kLede);
    if (known && weight >= kEnough && weight > best) {
      best = weight;
      roll_.parts.main = i;
    }
  }
  const Entity* main = chosen();
  if (main != nullptr && main->type == "place" && title_.is_only_where(*main)) roll_.parts.main = SIZE_MAX;
  if (main != nullptr && main->type != "place" && title_.tells_of_many())
    roll_.parts.main = roll_.parts.region;
}

// Three firms with a ticker or more, of which the title does not single out one.
bool MainEntity::tells_of_several() const {
  constexpr std::size_t kSeveral = 3;
  std::size_t listed = 0;
  std::size_t titled = 0;
  for (const Entity& entity : roll_.parts.list) {
    if (!is_listed(entity)) continue;
    ++listed;
    if (title_.names(entity)) ++titled;
  }
  const Entity* main = chosen();
  const bool singled = main != nullptr && title_.names(*main) && (titled == 1 || !is_listed(*main));
  return listed >= kSeveral && titled != 1 && !singled;
}

// "Lena Fors/The Tolvik Courier.": whom reporters write for.
bool MainEntity::is_byline(std::size_t entity) const {
  const auto by = roll_.bylines.find(entity);
  return by != roll_.bylines.end() && by->second * 2 >= roll_.parts.list[entity].mentions.size();
}

// "Feasibility Study": tells of another; "ORVANE NEWSWIRE" sends what others tell.
bool MainEntity::is_document(const Entity& entity) const {
  const bool wire = program_.lookup("wire.word", fold(last_word(entity.name))) != kNone;
  if (wire && !title_.names(entity)) return true;
  if (entity.type != "other") return false;
  const std::string last = fold(last_word(entity.name));
  const bool index = program_.lookup("index.noun", last) != kNone && !title_.opens_with(entity);
  return index || program_.lookup("telling.noun", last) != kNone;
}

}  // namespace figmine::entities
