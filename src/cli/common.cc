#include "cli/common.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace figmine::cli {
namespace {

namespace fs = std::filesystem;

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

Diagnostic path_error(const std::string& path, std::string message, std::string hint = {}) {
  Diagnostic d = error(std::move(message), std::move(hint));
  d.file = path;
  return d;
}

bool is_article(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".txt" || extension == ".md" || extension == ".html" || extension == ".htm";
}

Result<std::string> read_all(std::FILE* file, const std::string& path) {
  std::string out;
  char buffer[65536];
  while (const std::size_t size = std::fread(buffer, 1, sizeof buffer, file)) out.append(buffer, size);
  if (std::ferror(file) != 0) return path_error(path, std::string("can't read: ") + std::strerror(errno));
  return out;
}

}  // namespace

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
  if (path == "-") return read_all(stdin, "standard input");
  if (path.starts_with("http://") || path.starts_with("https://")) {
    return path_error(path, "figmine opens no network connection",
                      "fetch the page first: curl -s URL | figmine extract -");
  }
  std::error_code code;
  if (fs::is_directory(path, code)) return path_error(path, "is a folder");
  const std::unique_ptr<std::FILE, FileCloser> file(std::fopen(path.c_str(), "rb"));
  if (!file) return path_error(path, std::string("can't open: ") + std::strerror(errno));
  return read_all(file.get(), path);
}

std::vector<std::string> expand_inputs(const std::vector<std::string>& paths, int& failures) {
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    std::error_code code;
    if (path == "-" || !fs::is_directory(path, code)) {
      out.push_back(path);
      continue;
    }
    std::vector<std::string> found;
    fs::recursive_directory_iterator it(path, code);
    if (code) {
      report(path_error(path, "can't read the folder: " + code.message()));
      ++failures;
      continue;
    }
    for (const fs::recursive_directory_iterator end; it != end; it.increment(code)) {
      if (code) {
        report(path_error(path, "can't read the folder: " + code.message()));
        ++failures;
        break;
      }
      if (it->is_regular_file(code) && is_article(it->path())) found.push_back(it->path().string());
      if (it->is_directory(code) && ::access(it->path().c_str(), R_OK | X_OK) != 0) {
        report(path_error(it->path().string(), "can't read the folder: permission denied"));
        ++failures;
        it.disable_recursion_pending();
      }
    }
    std::sort(found.begin(), found.end());
    out.insert(out.end(), found.begin(), found.end());
  }
  return out;
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
