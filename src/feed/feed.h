// feed/feed: what the user names on the command line -> a stream of articles. docs/inputs.md tells what is
// read. Tested by tests/unit/feed_test.cc and tests/e2e/feed_test.py, fuzzed by tests/fuzz/fuzz_feed.cc.
//
//   Feed feed = Feed::open({"inbox/", "pack.zip", "-"}, {});
//   while (std::optional<FeedItem> item = feed.next()) …
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "feed/article.h"
#include "feed/container.h"

namespace figmine {

struct FeedOptions {
  std::vector<std::string> include;  // globs over paths below an input folder or in an archive; none: all
  std::vector<std::string> exclude;
  std::string root;  // a folder: the inputs are files found in it, named and selected as if it were given
  std::string out;   // the folder that results go to: not read where it lies in an input
  Input input = Input::kAuto;  // else: how given files and all plain texts are read (archives are opened)
  bool unique_names = true;    // a second article of a name is a failure
  FeedLimits limits;
};

// An article, or why there is none: then `article` has its name and source only.
struct FeedItem {
  Article article;
  Diagnostics problems;
};

struct FeedProgress {
  std::uint64_t done = 0;   // bytes of the user's files
  std::uint64_t total = 0;  // 0 where it can't be known: standard input
};

// Reads as it is asked, one article at a time: memory does not grow with their number. next(), ended() and
// skipped() by one thread at a time; progress() by any.
class Feed {
 public:
  [[nodiscard]] static Feed open(const std::vector<std::string>& inputs, const FeedOptions& options);
  ~Feed();
  Feed(Feed&&) noexcept;
  Feed& operator=(Feed&&) noexcept;

  // Nothing: the end. One broken item never ends the feed.
  [[nodiscard]] std::optional<FeedItem> next();

  // Whether it is known without reading that next() gives nothing more: after the one file that was given.
  [[nodiscard]] bool ended() const;

  // The first call looks at the size of every file.
  [[nodiscard]] FeedProgress progress() const;

  // How many files in folders and containers were passed over because nothing is known to read them, by
  // extension (".png"; empty where a file has none).
  [[nodiscard]] const std::map<std::string, int>& skipped() const;

 private:
  class State;
  explicit Feed(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace figmine
