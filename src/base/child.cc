#include "base/child.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "base/descriptor.h"

extern char** environ;

namespace figmine {
namespace {

using Clock = std::chrono::steady_clock;

Diagnostic system_error(const std::string& what, int errno_value) {
  return error("can't " + what + ": " + std::strerror(errno_value));
}

// A file in memory that holds `bytes`, at its start.
Result<Descriptor> file_of(std::string_view bytes) {
  Descriptor file(::memfd_create("input", MFD_CLOEXEC));
  if (file.get() < 0) return system_error("make a file", errno);
  if (!write_all(file.get(), bytes)) return system_error("write a file", errno);
  ::lseek(file.get(), 0, SEEK_SET);
  return file;
}

struct Pipe {
  Descriptor read;
  Descriptor write;
  bool make() {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0) return false;
    read = Descriptor(ends[0]);
    write = Descriptor(ends[1]);
    return true;
  }
};

class Child {
 public:
  Child(const ChildLimits& limits, ChildResult& result) : limits_(limits), result_(result) {}

  // 0, or errno.
  int start(const std::vector<std::string>& arguments, const Descriptor& input) {
    if (!output_.make() || !errors_.make()) return errno;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output_.write.get(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors_.write.get(), STDERR_FILENO);
    // In a group of its own: Ctrl-C ends us after the article under way, not the article.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
    sigset_t defaults;
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    std::vector<char*> argv;
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    const int problem = ::posix_spawnp(&process_, argv[0], &actions, &attributes, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    output_.write = Descriptor();
    errors_.write = Descriptor();
    if (problem == 0) {
      const rlimit memory{limits_.memory_bytes, limits_.memory_bytes};
      static_cast<void>(::prlimit(process_, RLIMIT_AS, &memory, nullptr));
    }
    return problem;
  }

  // Reads what it writes until it ends or a limit is reached.
  void read() {
    const Clock::time_point end = Clock::now() + limits_.time;
    bool open[2] = {true, true};
    while (open[0] || open[1]) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
      pollfd files[2] = {{open[0] ? output_.read.get() : -1, POLLIN, 0},
                         {open[1] ? errors_.read.get() : -1, POLLIN, 0}};
      const int ready = left <= 0 ? 0 : ::poll(files, 2, static_cast<int>(left));
      if (ready < 0 && errno == EINTR) continue;
      if (ready <= 0) return stop(ChildResult::Stopped::kTime);
      if (files[0].revents != 0) open[0] = take(output_.read, result_.output, limits_.output_bytes + 1);
      if (files[1].revents != 0) open[1] = take(errors_.read, result_.errors, kErrors);
      if (result_.output.size() > limits_.output_bytes) return stop(ChildResult::Stopped::kOutput);
    }
  }

  void wait() {
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    constexpr int kSignalled = 128;
    result_.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : kSignalled + WTERMSIG(status);
  }

 private:
  static constexpr std::size_t kErrors = 4096;

  void stop(ChildResult::Stopped why) {
    result_.stopped = why;
    ::kill(process_, SIGKILL);
  }

  // False at the end. What is beyond `limit` is read and dropped.
  static bool take(const Descriptor& file, std::string& out, std::size_t limit) {
    std::array<char, std::size_t{1} << 16U> buffer{};
    const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
    if (count < 0) return errno == EINTR;
    out.append(buffer.data(), std::min(static_cast<std::size_t>(count), limit - std::min(limit, out.size())));
    return count > 0;
  }

  const ChildLimits& limits_;
  ChildResult& result_;
  pid_t process_ = -1;
  Pipe output_;
  Pipe errors_;
};

}  // namespace

Result<ChildResult> run_child(const std::vector<std::string>& arguments, std::string_view input,
                              const ChildLimits& limits) {
  const Result<Descriptor> file = file_of(input);
  if (!file) return file.errors();
  ChildResult result;
  Child child(limits, result);
  const int problem = child.start(arguments, file.value());
  result.missing = problem == ENOENT;
  if (result.missing) return result;
  if (problem != 0) return system_error("start " + arguments.front(), problem);
  child.read();
  child.wait();
  return result;
}

}  // namespace figmine
