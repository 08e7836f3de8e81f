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
  }
  std::sort(by_name_.begin(), by_name_.end());
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
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace figmine::entities
