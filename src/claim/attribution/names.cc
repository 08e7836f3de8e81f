#include "claim/attribution/names.h"

namespace figmine::attribution {

std::string Names::full_name(TokenRange words) const {
  const std::string written = look_.text_of(words);
  const Entity* entity = entities_.find(written);
  return entity == nullptr ? written : entity->name;
}

bool Names::may_be_person(TokenRange speaker) const {
  if (words_.stands_for_other(speaker) || !look_.is_name(speaker)) return false;
  const Entity* entity = entities_.find(look_.text_of(speaker));
  return entity == nullptr || entity->type == "person" || entity->type == "other";
}

bool Names::is_person(TokenRange speaker) const {
  const Entity* entity = entities_.find(look_.text_of(speaker));
  return may_be_person(speaker) && entity != nullptr && entity->type == "person";
}

}  // namespace figmine::attribution
