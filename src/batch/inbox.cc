#include "batch/inbox.h"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "base/whole_file.h"

namespace figmine {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kEvents =
    IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_ATTRIB | IN_ONLYDIR | IN_EXCL_UNLINK;

bool hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

}  // namespace

Result<Inbox> Inbox::open(const fs::path& folder, const InboxOptions& options) {
  std::error_code code;
  if (!fs::is_directory(folder, code)) {
    Diagnostic problem = error("is no folder", "name the folder that articles arrive in");
    problem.file = folder.string();
    return problem;
  }
  Descriptor events(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  if (events.get() < 0) return file_error(folder, "watch", errno);
  Inbox inbox(folder, options, std::move(events));
  if (Diagnostics problems = inbox.watch(folder); !problems.empty()) return problems;
  inbox.sweep();
  return inbox;
}

Diagnostics Inbox::watch(const fs::path& folder) {
  const int watch = ::inotify_add_watch(events_.get(), folder.c_str(), kEvents);
  if (watch < 0) {
    Diagnostic problem = file_error(folder, "watch", errno);
    if (errno == ENOSPC) problem.hint = "raise the limit: sysctl fs.inotify.max_user_watches=524288";
    return {problem};
  }
  watched_[watch] = folder;
  return {};
}

std::optional<Inbox::Stamp> Inbox::stamp_of(const fs::path& file) {
  struct stat status = {};
  if (::stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  return Stamp{static_cast<std::uintmax_t>(status.st_size),
               status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec};
}

// Every folder is watched and every file that was not given in its present state is pending. A folder that
// can't be watched is still swept.
void Inbox::sweep() {
  next_sweep_ = Clock::now() + options_.sweep;
  std::unordered_map<std::string, Stamp> still_there;
  std::error_code code;
  fs::recursive_directory_iterator it(folder_, fs::directory_options::skip_permission_denied, code);
  for (const fs::recursive_directory_iterator end; !code && it != end; it.increment(code)) {
    std::error_code kind;
    if (hidden(it->path())) {
      it.disable_recursion_pending();
    } else if (it->is_directory(kind)) {
      static_cast<void>(watch(it->path()));
    } else {
      note(it->path(), false);
      if (const auto given = given_.find(it->path().string()); given != given_.end())
        still_there.insert(*given);
    }
  }
  if (!code) given_ = std::move(still_there);
  for (auto& [path, pending] : pending_) {
    if (Clock::now() - pending.since >= options_.sweep) pending.being_written = false;  // its end was missed
  }
}

void Inbox::note(const fs::path& file, bool being_written) {
  const std::optional<Stamp> stamp = stamp_of(file);
  if (!stamp || hidden(file)) return;
  const auto given = given_.find(file.string());
  if (given != given_.end() && given->second == *stamp) return;
  Pending& pending = pending_[file];
  if (pending.stamp != *stamp || pending.since == Clock::time_point{}) pending.since = Clock::now();
  pending.stamp = *stamp;
  pending.being_written = being_written;
}

void Inbox::read_events() {
  alignas(inotify_event) std::array<char, 65536> buffer{};
  for (ssize_t size = 0; (size = ::read(events_.get(), buffer.data(), buffer.size())) > 0;) {
    for (ssize_t at = 0; at < size;) {
      const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
      if ((event->mask & IN_Q_OVERFLOW) != 0 || (event->mask & IN_ISDIR) != 0) next_sweep_ = {};
      const auto folder = watched_.find(event->wd);
      if (folder == watched_.end() || event->len == 0 || (event->mask & IN_ISDIR) != 0) continue;
      note(folder->second / event->name, (event->mask & (IN_CREATE | IN_MODIFY)) != 0);
    }
  }
}

std::vector<fs::path> Inbox::complete() {
  std::vector<fs::path> out;
  const Clock::time_point now = Clock::now();
  for (auto it = pending_.begin(); it != pending_.end();) {
    Pending& pending = it->second;
    const std::optional<Stamp> stamp = stamp_of(it->first);
    if (stamp && *stamp != pending.stamp) {
      pending.stamp = *stamp;
      pending.since = now;
    }
    if (stamp && (pending.being_written || now - pending.since < options_.settle)) {
      ++it;
      continue;
    }
    if (stamp) {
      given_[it->first.string()] = *stamp;
      out.push_back(it->first);
    }
    it = pending_.erase(it);
  }
  return out;
}

std::vector<fs::path> Inbox::wait(std::chrono::milliseconds patience) {
  const Clock::time_point end = Clock::now() + patience;
  while (true) {
    read_events();
    if (Clock::now() >= next_sweep_) sweep();
    std::vector<fs::path> ready = complete();
    if (!ready.empty() || Clock::now() >= end) return ready;
    constexpr std::chrono::milliseconds kLook{50};
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    const auto pause = pending_.empty() ? left : std::min(left, kLook);
    pollfd event{events_.get(), POLLIN, 0};
    // A signal ends the wait: the caller looks at its flag.
    if (::poll(&event, 1, static_cast<int>(std::max<std::int64_t>(pause.count(), 1))) < 0 && errno == EINTR)
      return {};
  }
}

}  // namespace figmine
