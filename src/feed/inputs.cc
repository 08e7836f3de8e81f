#include "feed/inputs.h"

#include <fmt/format.h>

#include <filesystem>
#include <unordered_map>

#include "feed/folder.h"
#include "feed/kinds.h"

namespace figmine {
namespace {

namespace fs = std::filesystem;

FolderOptions folder_options(const FeedOptions& options, const Selection& selection, ReadCount* count) {
  FolderOptions out;
  out.selection = &selection;
  out.count = count;
  std::error_code code;
  if (!options.out.empty()) out.passed_over = fs::weakly_canonical(options.out, code);
  return out;
}

bool is_folder(const std::string& path) {
  std::error_code code;
  return path != "-" && fs::is_directory(path, code);
}

std::string given_name(const std::string& path, const std::string& root) {
  if (path == "-") return "stdin";
  const fs::path file(path);
  const std::string name =
      safe_name((root.empty() ? file.filename() : file.lexically_relative(root)).string());
  return name.empty() ? "input" : name;
}

class Inputs : public Container {
 public:
  Inputs(std::vector<std::string> inputs, const FeedOptions& options, const Selection& selection,
         ReadCount* count)
      : inputs_(std::move(inputs)),
        root_(options.root),
        unique_(options.unique_names && inputs_.size() > 1),
        selection_(selection),
        count_(count),
        folder_options_(folder_options(options, selection, count)) {}

  std::optional<Step> next() override {
    while (true) {
      if (folder_) {
        if (std::optional<Step> step = folder_->next()) return found(std::move(*step));
        folders_.push_back(inputs_[at_ - 1]);
        folder_.reset();
      }
      if (at_ == inputs_.size()) return std::nullopt;
      const std::string& input = inputs_[at_++];
      if (!is_folder(input)) return given(input);
      folder_ = open_folder(input, folder_options_);
    }
  }

  bool ended() const override { return at_ == inputs_.size() && !folder_; }

 private:
  Step given(const std::string& path) {
    FileEntry entry;
    entry.name = given_name(path, root_);
    entry.source = path;
    entry.given = root_.empty();
    ReadCount* const count = count_;
    entry.open = [path, count] { return FileStream::open(path, count); };
    if (!unique_) return entry;
    if (const std::string other = holder_of(entry.name, entry.name); !other.empty())
      return taken(entry, other);
    given_.emplace(entry.name, path);
    return entry;
  }

  Step found(Step step) {
    auto* const entry = std::get_if<FileEntry>(&step);
    if (entry == nullptr) return step;
    const std::string relative = std::exchange(entry->name, safe_name(entry->name));
    if (!unique_ || !to_open(relative, selection_)) return step;
    const std::string other = holder_of(entry->name, relative);
    return other.empty() ? std::move(step) : taken(*entry, other);
  }

  // The source of the earlier file that has the name; empty where none has. What was found in folders is not
  // remembered: the folders are asked again.
  std::string holder_of(const std::string& name, const std::string& relative) const {
    if (const auto it = given_.find(name); it != given_.end()) return it->second;
    std::error_code code;
    for (const std::string& folder : folders_) {
      const std::string path = (fs::path(folder) / relative).string();
      if (fs::is_regular_file(path, code) && !hidden(relative) && to_open(relative, selection_)) return path;
    }
    return {};
  }

  static Step taken(const FileEntry& entry, const std::string& other) {
    Diagnostic problem = error(fmt::format("the name {} is taken by {}", entry.name, other),
                               "give the folder that holds both, or rename one");
    problem.file = entry.source;
    return FailedEntry{safe_name(entry.name + "~2"), entry.source, {std::move(problem)}};
  }

  std::vector<std::string> inputs_;
  std::string root_;
  bool unique_;
  const Selection& selection_;
  ReadCount* count_;
  FolderOptions folder_options_;
  std::size_t at_ = 0;
  std::unique_ptr<Container> folder_;
  std::vector<std::string> folders_;                    // that are done
  std::unordered_map<std::string, std::string> given_;  // source by name
};

}  // namespace

std::unique_ptr<Container> open_inputs(const std::vector<std::string>& inputs, const FeedOptions& options,
                                       const Selection& selection, ReadCount* count) {
  return std::make_unique<Inputs>(inputs, options, selection, count);
}

bool to_open(const std::string& name, const Selection& selection) {
  const FileKind kind = kind_by_name(name);
  if (kind == FileKind::kUnknown) return false;
  return kind == FileKind::kArchive ? !selection.excluded(name) : selection.wanted(name);
}

std::uint64_t total_bytes(const std::vector<std::string>& inputs, const FeedOptions& options,
                          const Selection& selection) {
  std::uint64_t total = 0;
  Inputs all(inputs, options, selection, nullptr);
  while (const std::optional<Step> step = all.next()) {
    const auto* const entry = std::get_if<FileEntry>(&*step);
    if (entry == nullptr || (!entry->given && !to_open(entry->name, selection))) continue;
    std::error_code code;
    const std::uintmax_t size = fs::file_size(entry->source, code);
    if (code && (entry->source == "-" || fs::exists(entry->source))) return 0;
    if (!code) total += size;
  }
  return total;
}

}  // namespace figmine
