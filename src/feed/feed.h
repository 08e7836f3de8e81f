#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "feed/article.h"
namespace figmine {
struct FeedItem {
  Article article;
  Diagnostics problems;
};
struct FeedOptions {
  std::vector<std::string> include, exclude;
  std::string root;
};
struct FeedProgress {
  std::uint64_t done = 0, total = 0;
};
class Feed {
 public:
  static Feed open(const std::vector<std::string>& inputs, const FeedOptions& options);
  std::optional<FeedItem> next();
  FeedProgress progress() const { return {}; }
  std::map<std::string, int> skipped() const { return {}; }
  std::vector<std::pair<std::string, std::string>> files_;
  std::size_t at_ = 0;
};
}  // namespace figmine
