#include "cli/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace figmine::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kBar = 20;

std::string bar(double share) {
  const int eighths = static_cast<int>(share * kBar * 8);
  constexpr const char* kParts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  std::string out;
  for (int i = 0; i < eighths / 8; ++i) out += "█";
  out += kParts[eighths % 8];
  const int filled = eighths / 8 + (eighths % 8 > 0 ? 1 : 0);
  return out.append(static_cast<std::size_t>(kBar - filled), ' ');
}

int terminal_columns() {
  winsize size{};
  constexpr int kUsual = 80;
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsual;
}

}  // namespace

std::string clock_time(std::chrono::duration<double> time) {
  const auto seconds = static_cast<std::int64_t>(time.count() + 0.5);
  if (seconds >= 3600) return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::size_t first = number < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::string progress_line(const ProgressState& state, int columns) {
  const double seconds = std::max(state.elapsed.count(), 1e-9);
  const double share =
      state.total == 0 ? 0
                       : std::min(1.0, static_cast<double>(state.bytes) / static_cast<double>(state.total));
  std::string figures = fmt::format("{} articles · {:.0f}/s", grouped(state.articles),
                                    static_cast<double>(state.articles) / seconds);
  if (state.failed > 0) figures += fmt::format(" · {} failed", grouped(state.failed));
  if (state.total == 0) return figures + " · " + clock_time(state.elapsed);
  if (share > 0 && share < 1)
    figures += fmt::format(" · {} left", clock_time(state.elapsed * ((1 - share) / share)));
  const std::string percent = fmt::format("{:3.0f}% ", share * 100);
  constexpr int kWithBar = 72;
  return columns < kWithBar ? percent + figures : percent + bar(share) + " " + figures;
}

Progress::Progress(bool quiet)
    : quiet_(quiet), terminal_(::isatty(STDERR_FILENO) == 1), start_(Clock::now()), last_(start_) {}

void Progress::show(ProgressState state) {
  if (quiet_) return;
  using std::chrono_literals::operator""ms;
  const auto pause = terminal_ ? 100ms : 10000ms;
  const Clock::time_point now = Clock::now();
  if (now - last_ < pause) return;
  last_ = now;
  state.elapsed = now - start_;
  const std::string line = progress_line(state, terminal_ ? terminal_columns() : 0);
  if (terminal_) {
    std::fprintf(stderr, "\r\033[K%s", line.c_str());
    std::fflush(stderr);
    drawn_ = true;
  } else {
    std::fprintf(stderr, "%s\n", line.c_str());
  }
}

void Progress::clear() {
  if (!drawn_) return;
  std::fputs("\r\033[K", stderr);
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace figmine::cli
