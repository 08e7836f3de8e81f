#include "cli/interrupt.h"

#include <csignal>

namespace figmine::cli {
namespace {

// A signal handler can reach nothing but such variables.
std::atomic<bool> stop_asked = false;
std::atomic<int> signal_seen = 0;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

extern "C" void on_signal(int number) {
  signal_seen = number;
  stop_asked = true;
}

}  // namespace

const std::atomic<bool>& stop_on_signals() {
  struct sigaction action = {};
  action.sa_handler = on_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  return stop_asked;
}

int signal_exit_code() { return signal_seen == 0 ? 0 : 128 + signal_seen; }

}  // namespace figmine::cli
