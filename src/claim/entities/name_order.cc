#include "claim/entities/name_order.h"

#include <algorithm>

namespace figmine::entities {

NameOrder::NameOrder(const std::vector<Entity>& list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string_view name = list[i].name;
    by_name_.emplace_back(name, i);
    const std::size_t space = name.rfind(' ');
    if (list[i].type == "person" && space != std::string_view::npos)
      by_last_word_[name.substr(space + 1)].push_back(i);
    read_initials(list[i].name, i);
  }
  std::sort(by_name_.begin(), by_name_.end());
}

// Three to six words at the end of a name may stand as their initials: "Tarn REIT", "Tarn Society of CPAs".
void NameOrder::read_initials(const std::string& name, std::size_t entity) {
  constexpr std::size_t kFewest = 3;
  constexpr std::size_t kMost = 6;
  std::string initials;
  for (std::size_t end = name.rfind(' '); end != std::string::npos && end > 0 && initials.size() < kMost;
       end = name.rfind(' ', end - 1)) {
    initials.insert(initials.begin(), name[end + 1]);
    if (initials.size() < kFewest) continue;
    by_initials_.emplace(name.substr(0, end + 1) + initials, entity);
    if (name.ends_with('s')) by_initials_.emplace(name.substr(0, end + 1) + initials + 's', entity);
  }
}

std::vector<std::size_t> NameOrder::longer_than(const std::string& name) const {
  std::vector<std::size_t> out;
  for (const char mark : {' ', ','}) {
    const std::string beginning = name + mark;
    auto at = std::lower_bound(by_name_.begin(), by_name_.end(),
                               std::pair<std::string_view, std::size_t>(beginning, 0));
    for (; at != by_name_.end() && at->first.starts_with(beginning); ++at) out.push_back(at->second);
  }
  if (const auto persons = by_last_word_.find(name); persons != by_last_word_.end())
    out.insert(out.end(), persons->second.begin(), persons->second.end());
  if (const auto whole = by_initials_.find(name); whole != by_initials_.end()) out.push_back(whole->second);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace figmine::entities
