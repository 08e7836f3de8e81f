#include "cli/common.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "feed/stream.h"

namespace figmine::cli {

void report(const Diagnostic& problem) { std::fputs(render(problem).c_str(), stderr); }

void report(const Diagnostics& problems) {
  for (const Diagnostic& problem : problems) report(problem);
}

std::optional<Engine> make_engine(const std::string& rules_folder) {
  Result<Engine> engine = Engine::create({rules_folder});
  if (!engine) {
    report(engine.errors());
    return std::nullopt;
  }
  report(engine.value().warnings());
  return std::move(engine).value();
}

Result<std::string> read_input(const std::string& path) {
  constexpr std::uint64_t kLargest = std::uint64_t{1} << 30U;
  Result<std::unique_ptr<ByteStream>> stream = FileStream::open(path);
  return stream.ok() ? read_all(*stream.value(), kLargest) : stream.errors();
}

bool write_out(std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
}

bool colour_wanted() { return std::getenv("NO_COLOR") == nullptr && ::isatty(STDOUT_FILENO) == 1; }

int output_columns() {
  winsize size{};
  constexpr int kInPipe = 100;
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kInPipe;
}

}  // namespace figmine::cli
