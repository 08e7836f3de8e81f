#include "cli/terminal.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "base/descriptor.h"

namespace figmine::cli {
namespace {

constexpr std::string_view kTake = "\x1b[?1049h\x1b[?25l\x1b[2J";  // another screen, no cursor, empty
constexpr std::string_view kGive = "\x1b[0m\x1b[?25h\x1b[?1049l";

// Signal handlers reach nothing but such variables.
termios found_settings;
int signal_pipe[2] = {-1, -1};

void take() {
  termios raw = found_settings;
  raw.c_iflag &= ~static_cast<tcflag_t>(ICRNL | IXON);
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | IEXTEN);  // ISIG stays: Ctrl-C is a signal
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw);
  static_cast<void>(write_all(STDOUT_FILENO, kTake));
}

// Only calls that are allowed in a signal handler.
void give_back() {
  static_cast<void>(write_all(STDOUT_FILENO, kGive));
  ::tcsetattr(STDIN_FILENO, TCSANOW, &found_settings);
}

extern "C" void tell_signal(int number) {
  const int before = errno;
  const char byte = static_cast<char>(number);
  static_cast<void>(!::write(signal_pipe[1], &byte, 1));
  errno = before;
}

// The program is broken: the terminal must not be. The second signal is the system's.
extern "C" void on_crash(int number) {
  give_back();
  ::raise(number);
}

constexpr int kTold[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH};
constexpr int kCrashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

void handle(int number, void (*handler)(int), int flags) {
  struct sigaction action = {};
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, nullptr);
}

}  // namespace

Terminal::Terminal() {
  ::tcgetattr(STDIN_FILENO, &found_settings);
  if (::pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0) signal_pipe[0] = signal_pipe[1] = -1;
  for (const int number : kTold) handle(number, tell_signal, SA_RESTART);
  for (const int number : kCrashes) handle(number, on_crash, static_cast<int>(SA_RESETHAND | SA_NODEFER));
  take();
}

Terminal::~Terminal() {
  give_back();
  for (const int number : kTold) handle(number, SIG_DFL, 0);
  for (const int number : kCrashes) handle(number, SIG_DFL, 0);
  for (const int end : signal_pipe) ::close(end);
}

ViewSize Terminal::size() const {
  winsize size{};
  const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0;
  return known ? ViewSize{size.ws_col, size.ws_row} : ViewSize{};
}

void Terminal::show(const std::vector<std::string>& lines) {
  std::string out = "\x1b[H";
  for (std::size_t i = 0; i < lines.size(); ++i) out += (i == 0 ? "" : "\r\n") + lines[i] + "\x1b[K";
  static_cast<void>(write_all(STDOUT_FILENO, out + "\x1b[J"));
}

Terminal::Event Terminal::wait() {
  pollfd watched[] = {{STDIN_FILENO, POLLIN, 0}, {signal_pipe[0], POLLIN, 0}};
  while (::poll(watched, 2, -1) < 0) {
    if (errno != EINTR) return Event::kEnd;
  }
  return watched[1].revents != 0 ? on_signal() : read_keys();
}

Terminal::Event Terminal::on_signal() {
  char number = 0;
  if (::read(signal_pipe[0], &number, 1) != 1) return Event::kEnd;
  if (number == SIGWINCH) return Event::kRedraw;
  if (number != SIGTSTP) return Event::kEnd;
  give_back();
  ::raise(SIGSTOP);  // until the shell lets it go on
  take();
  return Event::kRedraw;
}

Terminal::Event Terminal::read_keys() {
  constexpr std::size_t kMost = 4096;
  bytes_.resize(kMost);
  const ssize_t size = ::read(STDIN_FILENO, bytes_.data(), bytes_.size());
  bytes_.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  if (size <= 0) return Event::kEnd;
  // A key's sequence may come in two parts, ESC alone first.
  constexpr int kSoon = 25;  // ms
  pollfd more{STDIN_FILENO, POLLIN, 0};
  if ((bytes_.ends_with('\x1b') || bytes_.ends_with("\x1b[")) && ::poll(&more, 1, kSoon) > 0) {
    char rest[16];
    const ssize_t added = ::read(STDIN_FILENO, rest, sizeof rest);
    if (added > 0) bytes_.append(rest, static_cast<std::size_t>(added));
  }
  return Event::kKeys;
}

}  // namespace figmine::cli
