#include "match/mark_sets.h"

#include <algorithm>

namespace figmine {

void MarkSets::clear() {
  index_.clear();
  with_ = {};
  sets_.assign(1, index_.emplace(std::vector<std::uint32_t>(), kEmpty).first);
}

std::uint32_t MarkSets::make_with(std::uint32_t set, std::uint32_t mark) {
  std::vector<std::uint32_t> marks = sets_[set]->first;
  const auto place = std::lower_bound(marks.begin(), marks.end(), mark);
  if (place == marks.end() || *place != mark) marks.insert(place, mark);
  const auto [it, added] = index_.try_emplace(std::move(marks), static_cast<std::uint32_t>(sets_.size()));
  if (added) sets_.push_back(it);
  with_[std::uint64_t{set} << 32U | mark] = it->second;
  return it->second;
}

}  // namespace figmine
