// libFuzzer over the feed: any bytes in any container give articles and errors, each with a name that leads
// nowhere but below its root.
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "feed/feed.h"
#include "feed/pdf.h"
#include "feed/selection.h"

namespace {

// The first byte picks the extension.
std::string file_of(const std::uint8_t* data, std::size_t size) {
  constexpr const char* kExtensions[] = {"zip", "tar.gz", "tar",   "txt.zst", "xml",
                                         "eml", "json",   "jsonl", ""};
  static const std::string folder = [] {
    std::string made = (std::filesystem::temp_directory_path() / "fuzz-feed-XXXXXX").string();
    return std::string(::mkdtemp(made.data()));
  }();
  const std::string path = folder + "/in." + kExtensions[data[0] % std::size(kExtensions)];
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(data + 1), static_cast<std::streamsize>(size - 1));
  return path;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  figmine::FeedOptions options;
  options.limits.article_bytes = std::uint64_t{1} << 20U;
  options.limits.expansion_free_bytes = std::uint64_t{4} << 20U;
  figmine::Feed feed = figmine::Feed::open({file_of(data, size)}, options);
  while (const std::optional<figmine::FeedItem> item = feed.next()) {
    const std::string& name = item->article.name;
    if (name.empty() || name != figmine::safe_name(name)) std::abort();
  }
  const std::string text = figmine::paragraphs_of({reinterpret_cast<const char*>(data), size});
  if (text.size() > 3 * size + 2) std::abort();
  return 0;
}
