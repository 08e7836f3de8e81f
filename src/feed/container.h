// feed/container: what holds articles or files: a folder, an archive, a JSON Lines file, an XML feed, a mail.
// Each gives what is in it one at a time; feed.cc keeps a stack of those that are open. Tested by
// tests/unit/feed_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "feed/article.h"
#include "feed/stream.h"
#include "figmine/result.h"

namespace figmine {

struct FeedLimits {
  std::uint64_t article_bytes = std::uint64_t{64} << 20U;  // of an article, a line, an XML file, a mail
  // All that comes out of one file's archives and compressed streams: this many times the file's bytes, and
  // some more.
  std::uint64_t expansion = 200;
  std::uint64_t expansion_free_bytes = std::uint64_t{64} << 20U;
  std::uint64_t archive_entries = 1'000'000;
  int depth = 6;  // containers in containers: an archive in a mail in an archive
};

// What one file of the user's has expanded to so far.
struct Expansion {
  std::optional<std::uint64_t> size;  // the file's own; nothing for a stream, of which `read` tells
  const ReadCount* read = nullptr;
  std::uint64_t out = 0;
  bool exhausted = false;

  // Counts `bytes` more. Errors: beyond the limits.
  [[nodiscard]] std::optional<Diagnostic> add(std::uint64_t bytes, const FeedLimits& limits);
};

// A file: to be read as an article or opened as a container.
struct FileEntry {
  std::string name;    // as of Article
  std::string source;  // as of Article
  bool given = false;  // named by the user: taken whatever its extension and its path
  int depth = 0;       // of containers it lies in
  ArticleInfo info;    // what the container says of it
  std::shared_ptr<Expansion> expansion;
  // Once, and before the container's next(). Errors: the file's, with its path.
  std::function<Result<std::unique_ptr<ByteStream>>()> open;
};

// What can't be read, in the place of an article.
struct FailedEntry {
  std::string name;
  std::string source;
  Diagnostics problems;
};

using Step = std::variant<Article, FileEntry, FailedEntry>;

// Not thread-safe. Nothing: the end.
class Container {
 public:
  virtual ~Container() = default;
  [[nodiscard]] virtual std::optional<Step> next() = 0;
  // Whether it is known without reading that next() gives nothing more.
  [[nodiscard]] virtual bool ended() const { return false; }
};

// "wire.jsonl/000017".
[[nodiscard]] std::string numbered(const std::string& name, std::uint64_t number);

}  // namespace figmine
