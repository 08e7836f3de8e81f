// base/child: runs another program over some bytes, within limits. Tested by tests/unit/feed_test.cc.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "figmine/result.h"

namespace figmine {

struct ChildLimits {
  std::chrono::milliseconds time{60'000};
  std::uint64_t memory_bytes = std::uint64_t{2} << 30U;
  std::uint64_t output_bytes = std::uint64_t{64} << 20U;
};

struct ChildResult {
  int exit_code = 0;  // 128 + the signal where one ended it
  std::string output;
  std::string errors;  // the beginning of what it wrote to standard error
  enum class Stopped { kNo, kTime, kOutput } stopped = Stopped::kNo;  // why it was ended by us
  bool missing = false;                                               // there is no such program
};

// `arguments`: the program, looked for in PATH, and its arguments. Its standard input is a file that holds
// `input`, so that it can be read in any order. Linux only. Errors: the system has no process or file left.
[[nodiscard]] Result<ChildResult> run_child(const std::vector<std::string>& arguments, std::string_view input,
                                            const ChildLimits& limits);

}  // namespace figmine
