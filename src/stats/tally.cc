#include "stats/tally.h"

#include <algorithm>

#include "base/lexer.h"

namespace figmine {

void Tally::add(std::string_view name, std::int64_t count) {
  if (name.empty() || count <= 0) return;
  Count& kept = counts_.try_emplace(fold(name), Count{std::string(name), 0}).first->second;
  kept.count += count;
  if (counts_.size() > 2 * kKept) shrink();
}

void Tally::add(const Tally& other) {
  for (const Count& count : other.sorted()) add(count.name, count.count);
  dropped_ += other.dropped_;
}

std::vector<Count> Tally::sorted(std::size_t top) const {
  std::vector<Count> out;
  out.reserve(counts_.size());
  for (const auto& [folded, count] : counts_) out.push_back(count);
  std::sort(out.begin(), out.end(), [](const Count& a, const Count& b) {
    return a.count != b.count ? a.count > b.count : a.name < b.name;
  });
  if (top > 0 && out.size() > top) out.resize(top);
  return out;
}

// What the rarest names that are kept have is taken from all; those left with nothing go.
void Tally::shrink() {
  std::vector<std::int64_t> counts;
  for (const auto& [folded, count] : counts_) counts.push_back(count.count);
  std::nth_element(counts.begin(), counts.begin() + kKept, counts.end(), std::greater<>());
  const std::int64_t least = counts[kKept];
  std::erase_if(counts_, [least](const auto& entry) { return entry.second.count <= least; });
  for (auto& [folded, count] : counts_) count.count -= least;
  dropped_ += least;
}

}  // namespace figmine
