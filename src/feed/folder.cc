#include "feed/folder.h"

#include <algorithm>
#include <system_error>
#include <vector>

namespace figmine {
namespace {

namespace fs = std::filesystem;

// The files and folders of one folder, sorted; a folder's name has '/' behind it, which sorts paths as
// wholes.
struct Level {
  std::string path;      // "inbox/2026"
  std::string relative;  // "2026/", or empty
  std::vector<std::string> names;
  std::size_t at = 0;
};

class Folder : public Container {
 public:
  Folder(const std::string& root, const FolderOptions& options) : options_(options) {
    start(root.size() > 1 && root.ends_with('/') ? root.substr(0, root.size() - 1) : root, "");
  }

  std::optional<Step> next() override {
    while (true) {
      if (failed_) return take_failed();
      if (levels_.empty()) return std::nullopt;
      Level& level = levels_.back();
      if (level.at == level.names.size()) {
        levels_.pop_back();
        continue;
      }
      const std::string name = level.names[level.at++];
      const std::string path = level.path + (level.path.ends_with('/') ? "" : "/") + name;
      const std::string relative = level.relative + name;
      if (!name.ends_with('/')) return file(path, relative);
      if (!options_.selection->excluded(std::string_view(relative).substr(0, relative.size() - 1)))
        start(path.substr(0, path.size() - 1), relative);
    }
  }

 private:
  void start(const std::string& path, const std::string& relative) {
    std::error_code code;
    if (passed_over(path, relative)) return;
    Level level{path, relative, {}, 0};
    fs::directory_iterator it(path, code);
    for (const fs::directory_iterator end; !code && it != end; it.increment(code)) {
      const std::string name = it->path().filename().string();
      std::error_code kind;
      if (name.starts_with('.')) continue;
      if (it->is_directory(kind)) {
        if (!it->is_symlink(kind)) level.names.push_back(name + "/");
      } else if (it->is_regular_file(kind) || kind) {
        level.names.push_back(name);
      }
    }
    std::sort(level.names.begin(), level.names.end());
    levels_.push_back(std::move(level));
    if (code) fail(path, relative, code);
  }

  // A store's records are JSON, but no articles. The root is what the user asked for.
  bool passed_over(const std::string& path, const std::string& relative) const {
    std::error_code code;
    if (!options_.passed_over.empty() && fs::canonical(path, code) == options_.passed_over) return true;
    return !relative.empty() && fs::is_directory(path + "/.figmine", code);
  }

  void fail(const std::string& path, const std::string& relative, const std::error_code& code) {
    Diagnostic problem = error("can't read the folder: " + code.message(), "check its permissions");
    problem.file = path;
    const std::string name =
        relative.empty() ? fs::path(path).filename().string() : relative.substr(0, relative.size() - 1);
    failed_ = FailedEntry{safe_name(name), path, {std::move(problem)}};
  }

  Step take_failed() {
    Step step = std::move(*failed_);
    failed_.reset();
    return step;
  }

  FileEntry file(const std::string& path, const std::string& relative) const {
    FileEntry entry;
    entry.name = relative;
    entry.source = path;
    ReadCount* const count = options_.count;
    entry.open = [path, count] { return FileStream::open(path, count); };
    return entry;
  }

  FolderOptions options_;
  std::vector<Level> levels_;
  std::optional<FailedEntry> failed_;
};

}  // namespace

std::unique_ptr<Container> open_folder(const std::string& root, const FolderOptions& options) {
  return std::make_unique<Folder>(root, options);
}

}  // namespace figmine
