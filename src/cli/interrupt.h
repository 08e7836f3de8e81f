// cli/interrupt: Ctrl-C and SIGTERM as a flag that long runs look at; a second one ends the process at once.
#pragma once

#include <atomic>

namespace figmine::cli {

// Installs the handlers; the flag is set by the first signal. Lives as long as the process.
[[nodiscard]] const std::atomic<bool>& stop_on_signals();

// 128 + the signal that set the flag, as shells have it; 0 when none did.
[[nodiscard]] int signal_exit_code();

}  // namespace figmine::cli
