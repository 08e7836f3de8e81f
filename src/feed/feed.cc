#include "feed/feed.h"

#include <algorithm>
#include <filesystem>

#include "base/whole_file.h"
namespace figmine {
namespace fs = std::filesystem;
Feed Feed::open(const std::vector<std::string>& inputs, const FeedOptions& options) {
  Feed f;
  for (auto& in : inputs) {
    if (fs::is_directory(in)) {
      for (auto& e : fs::recursive_directory_iterator(in))
        if (e.is_regular_file())
          f.files_.push_back({e.path().lexically_relative(in).string(), e.path().string()});
    } else
      f.files_.push_back({options.root.empty() ? fs::path(in).filename().string()
                                               : fs::path(in).lexically_relative(options.root).string(),
                          in});
  }
  std::sort(f.files_.begin(), f.files_.end());
  return f;
}
std::optional<FeedItem> Feed::next() {
  if (at_ == files_.size()) return std::nullopt;
  auto& [n, p] = files_[at_++];
  FeedItem i;
  i.article.name = n;
  i.article.source = p;
  auto b = read_whole(p);
  if (b.ok())
    i.article.bytes = std::move(b).value();
  else
    i.problems = b.errors();
  return i;
}
}  // namespace figmine
