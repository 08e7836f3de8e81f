// batch/inbox: which files of a folder are new or changed, and complete. Linux's inotify tells of most at
// once; a sweep of the folder finds what it missed (a full event queue, a network file system). Tested by
// tests/unit/inbox_test.cc and tests/e2e/watch_test.py.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/descriptor.h"
#include "figmine/result.h"

namespace figmine {

struct InboxOptions {
  std::chrono::milliseconds settle{1000};  // a file is complete when nothing happened to it for so long
  std::chrono::milliseconds sweep{60000};  // between two looks at the whole folder
};

// One folder and what lies below it, hidden files and folders apart. Not thread-safe.
class Inbox {
 public:
  // Errors: no folder, or the system's limit of watches.
  [[nodiscard]] static Result<Inbox> open(const std::filesystem::path& folder, const InboxOptions& options);

  // Waits for at most `patience` until files are complete; their paths, sorted. Each is given once for each
  // state of it (size and time of change); at first every file there is.
  [[nodiscard]] std::vector<std::filesystem::path> wait(std::chrono::milliseconds patience);

  // Whether files are under way: seen, and not complete yet.
  [[nodiscard]] bool busy() const { return !pending_.empty(); }

 private:
  using Clock = std::chrono::steady_clock;

  // What tells one state of a file from another.
  struct Stamp {
    std::uintmax_t size = 0;
    std::int64_t changed = 0;  // nanoseconds
    bool operator==(const Stamp&) const = default;
  };
  struct Pending {
    Stamp stamp;
    Clock::time_point since;     // nothing has happened to it from here on
    bool being_written = false;  // a writer has it open
  };

  Inbox(std::filesystem::path folder, InboxOptions options, Descriptor events)
      : folder_(std::move(folder)), options_(options), events_(std::move(events)) {}

  [[nodiscard]] Diagnostics watch(const std::filesystem::path& folder);
  void sweep();
  void note(const std::filesystem::path& file, bool being_written);
  void read_events();
  [[nodiscard]] std::vector<std::filesystem::path> complete();
  [[nodiscard]] static std::optional<Stamp> stamp_of(const std::filesystem::path& file);

  std::filesystem::path folder_;
  InboxOptions options_;
  Descriptor events_;
  std::unordered_map<int, std::filesystem::path> watched_;  // folders by watch
  std::map<std::filesystem::path, Pending> pending_;
  std::unordered_map<std::string, Stamp> given_;
  Clock::time_point next_sweep_{};
};

}  // namespace figmine
