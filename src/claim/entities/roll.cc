#include "claim/entities/roll.h"

#include <fmt/format.h>

namespace figmine::entities {

std::size_t Roll::add(const std::string& name, const std::string& type) {
  const std::string key = name_key(name);
  if (const auto it = parts.index.find(key); it != parts.index.end()) {
    Entity& known = parts.list[it->second];
    if (known.type.empty() || known.type == "other") known.type = type;
    return it->second;
  }
  Entity entity;
  entity.id = fmt::format("e{}", parts.list.size() + 1);
  entity.name = name;
  entity.type = type;
  parts.list.push_back(std::move(entity));
  weight.push_back(0);
  parts.index.emplace(key, parts.list.size() - 1);
  return parts.list.size() - 1;
}

void Roll::alias(std::size_t entity, const std::string& name) {
  if (!parts.index.emplace(name_key(name), entity).second) return;
  parts.list[entity].aliases.push_back(name);
}

bool Roll::rename(std::size_t entity, const std::string& name, int times) {
  if (!parts.index.emplace(name_key(name), entity).second) return false;
  Entity& renamed = parts.list[entity];
  surface.erase(fold(renamed.name));
  surface[fold(name)] += times;
  renamed.aliases.push_back(renamed.name);
  renamed.name = name;
  return true;
}

void Roll::anchor(std::size_t entity, int more) {
  weight[entity] += more;
  anchored.insert(entity);
}

}  // namespace figmine::entities
