#include "ruleset/draft.h"

namespace figmine::draft {

std::uint32_t Names::add(std::string_view name) {
  if (const auto it = index_.find(name); it != index_.end()) return it->second;
  const auto id = static_cast<std::uint32_t>(names_.size());
  names_.emplace_back(name);
  index_.emplace(std::string(name), id);
  return id;
}

std::uint32_t Names::find(std::string_view name) const {
  const auto it = index_.find(name);
  return it == index_.end() ? kNone : it->second;
}

}  // namespace figmine::draft
