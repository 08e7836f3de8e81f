// figmine review: a local page on which editors decide what was found.
#include <fmt/format.h>
#include <spawn.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <random>
#include <thread>

#include "base/terminal.h"
#include "cli/common.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "review/gold.h"
#include "review/service.h"
#include "review/terminal.h"
#include "server/http_server.h"

extern char** environ;

namespace figmine::cli {
namespace {

struct ReviewFlags {
  std::string out;
  std::string reviewer;
  std::string rules;
  std::string gold;
  int port = 0;
  bool no_browser = false;
  bool tty = false;
  bool force = false;
};

// 128 bits from the system.
std::string new_token() {
  std::random_device device;
  std::string token;
  for (int i = 0; i < 4; ++i) token += fmt::format("{:08x}", device());
  return token;
}

std::string usual_reviewer() {
  for (const char* name : {"FIGMINE_REVIEWER", "USER", "LOGNAME"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return "reviewer";
}

// Only where there is a screen; a browser that doesn't start is no error, the URL is printed.
void open_browser(const std::string& url) {
  if (std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr) return;
  std::string program = "xdg-open";
  std::string argument = url;
  char* arguments[] = {program.data(), argument.data(), nullptr};
  pid_t process = 0;
  ::posix_spawnp(&process, program.c_str(), nullptr, nullptr, arguments, environ);
}

int run_gold(const ReviewFlags& flags) {
  const Result<GoldRun> run = write_gold(flags.out, flags.gold, flags.force);
  if (!run) {
    report(run.errors());
    return kWrongUse;
  }
  report(run.value().problems);
  std::string told;
  for (const Unfinished& article : run.value().unfinished)
    told += fmt::format("{}: {} facts: {} undecided, {} in conflict, {} changed since they were decided\n",
                        printable(article.article), article.facts, article.open, article.conflicts,
                        article.changed);
  std::size_t facts = 0;
  for (const GoldFile& file : run.value().written) {
    facts += file.facts;
    told += fmt::format("wrote {}.gold.json and .txt ({} facts)\n",
                        (std::filesystem::path(flags.gold) / file.id).string(), file.facts);
  }
  told +=
      fmt::format("{} articles became gold ({} facts), {} are not fully decided, {} not begun\n",
                  run.value().written.size(), facts, run.value().unfinished.size(), run.value().untouched);
  std::fputs(told.c_str(), stderr);
  return run.value().problems.empty() ? kDone : kSomeFailed;
}

std::string reviewer_of(const ReviewFlags& flags) {
  return flags.reviewer.empty() ? usual_reviewer() : flags.reviewer;
}

int run_terminal(const ReviewFlags& flags) {
  if (::isatty(STDIN_FILENO) != 1 || ::isatty(STDOUT_FILENO) != 1) {
    report(error("--tty needs a terminal", "without it, figmine review serves a page"));
    return kWrongUse;
  }
  const std::optional<Engine> engine = make_engine(flags.rules);
  if (!engine) return kWrongUse;
  Result<std::unique_ptr<Review>> review = Review::open(flags.out, *engine, reviewer_of(flags));
  if (!review) {
    report(review.errors());
    return kWrongUse;
  }
  TerminalReview face(*review.value(), colour_wanted());
  Terminal terminal;
  while (!face.done()) {
    terminal.show(face.screen(terminal.size()));
    const Terminal::Event event = terminal.wait();
    if (event == Terminal::Event::kEnd) break;
    if (event != Terminal::Event::kKeys) continue;
    for (const Key& key : keys_in(terminal.bytes())) {
      if (!face.done()) face.press(key);
    }
  }
  return kDone;
}

int run_review(const ReviewFlags& flags) {
  if (!flags.gold.empty()) return run_gold(flags);
  if (flags.tty) return run_terminal(flags);
  const std::atomic<bool>& stop = stop_on_signals();
  const std::optional<Engine> engine = make_engine(flags.rules);
  if (!engine) return kWrongUse;
  const std::string token = new_token();
  Result<ReviewService> service = ReviewService::open(flags.out, *engine, {reviewer_of(flags), token});
  if (!service) {
    report(service.errors());
    return kWrongUse;
  }
  const Result<std::unique_ptr<HttpServer>> made = make_server("127.0.0.1", flags.port, {});
  if (!made) {
    report(made.errors());
    return kWrongUse;
  }
  HttpServer& server = *made.value();
  const auto handle = [&service](const HttpRequest& request) { return service.value().handle(request); };
  server.add("GET", "/", handle);
  server.add("GET", "/review.js", handle);
  server.add("GET", "/review.css", handle);
  server.add("GET", "/api/*", handle);
  server.add("POST", "/api/*", handle);
  const Result<int> port = server.start();
  if (!port) {
    report(port.errors());
    return kWrongUse;
  }
  const std::string url = fmt::format("http://127.0.0.1:{}/?token={}", port.value(), token);
  std::fputs(fmt::format("{}\n", url).c_str(), stdout);
  std::fflush(stdout);
  std::fputs("Open this page to review; Ctrl-C ends it, every decision is on the disk already.\n", stderr);
  if (!flags.no_browser) open_browser(url);
  constexpr std::chrono::milliseconds kLook{100};
  while (!stop) std::this_thread::sleep_for(kLook);
  server.stop(std::chrono::seconds(5));
  return kDone;
}

}  // namespace

void add_review(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand(
      "review", "A local page, or the terminal, to go through the facts of a store and decide");
  auto flags = std::make_shared<ReviewFlags>();
  command->add_option("out", flags->out, "The folder that figmine batch wrote")->required();
  command->add_option("--reviewer", flags->reviewer,
                      "Your name in the log; else FIGMINE_REVIEWER or the user's name");
  command->add_option("--port", flags->port, "Port on 127.0.0.1; 0: any free one")
      ->check(CLI::Range(0, 65535));
  command->add_flag("--tty", flags->tty, "In this terminal, without a page; ? shows the keys");
  command->add_flag("--no-browser", flags->no_browser, "Only print the URL");
  command->add_option("--rules", flags->rules, "A folder of rules laid over the shipped ones");
  CLI::Option* gold = command->add_option(
      "--to-gold", flags->gold,
      "Write the articles whose every fact is decided as gold into this folder of a corpus");
  command->add_flag("--force", flags->force, "With --to-gold: write over files that exist")->needs(gold);
  command->footer(
      "Decisions go to OUT/review/REVIEWER.jsonl, a line each, before the page says \"saved\". To merge the "
      "reviews of two\n"
      "people, put both files into OUT/review/.\n"
      "Examples:\n  figmine review facts/\n  figmine review facts/ --reviewer anna --port 8080 --no-browser\n"
      "  figmine review facts/ --tty\n"
      "  figmine review facts/ --to-gold corpus/reviewed && figmine check corpus/reviewed");
  command->callback([flags, &run] { run = [flags] { return run_review(*flags); }; });
}

}  // namespace figmine::cli
