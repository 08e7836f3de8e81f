// cli/progress: how far a long run is, on standard error: one line that is drawn over on a terminal, now and
// then a line of its own elsewhere. No library in Debian 12 has it for C++. Tested by
// tests/e2e/batch_test.py.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace figmine::cli {

struct ProgressState {
  std::int64_t articles = 0;
  std::int64_t failed = 0;
  std::uint64_t bytes = 0;  // of the inputs, done
  std::uint64_t total = 0;  // of all inputs; 0: not known
  std::chrono::duration<double> elapsed{0};
};

// "  42% ████████▌           1,240 articles · 251/s · 2 failed · 0:07 left", at most `columns` wide.
[[nodiscard]] std::string progress_line(const ProgressState& state, int columns);
// "1:02:03", "2:03".
[[nodiscard]] std::string clock_time(std::chrono::duration<double> time);
// "12,345".
[[nodiscard]] std::string grouped(std::int64_t number);

class Progress {
 public:
  explicit Progress(bool quiet);
  // Draws when it is time to.
  void show(ProgressState state);
  // Clears the drawn line, so that a message can stand in its place.
  void clear();

 private:
  bool quiet_;
  bool terminal_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace figmine::cli
