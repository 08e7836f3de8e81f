#include "claim/entities/usual_names.h"

namespace figmine::entities {

void UsualNames::choose() {
  for (const Entity& entity : roll_.parts.list) {
    std::string usual = entity.name;
    int most = roll_.surface[fold(entity.name)];
    for (const std::string& alias : entity.aliases) {
      if (entity.type == "person" && entity.name.find(' ') != std::string::npos) break;  // in full
      const int count =
          roll_.parts.symbols.contains(fold(alias)) || is_sort(alias) ? 0 : roll_.surface[fold(alias)];
      if (count > most) {
        most = count;
        usual = alias;
      }
    }
    roll_.parts.usual.push_back(usual);
  }
}

// "the Association", "the Commission": a word for many of its sort is no usual name.
bool UsualNames::is_sort(const std::string& alias) const {
  return program_.lookup("organization_word", fold(alias)) != kNone ||
         program_.lookup("agency_word", fold(alias)) != kNone;
}

}  // namespace figmine::entities
