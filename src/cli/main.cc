#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>

#include "cli/common.h"

int main(int argc, char** argv) {
  namespace cli = figmine::cli;
  std::signal(SIGPIPE, SIG_IGN);  // a reader that has gone is seen when writing, and is no error
  CLI::App app(
      "figmine mines figures from press releases and news: who said how much of what, when, and how it "
      "changed.",
      "figmine");
  app.set_version_flag("--version", std::string("figmine ") + FIGMINE_VERSION);
  app.require_subcommand(1);
  app.footer(
      "figmine COMMAND --help tells more. Exit codes: 0 done; 1 some input failed or gold differs; 2 wrong "
      "use or rules that don't load.");
  cli::Run run;
  cli::add_extract(app, run);
  cli::add_batch(app, run);
  cli::add_watch(app, run);
  cli::add_review(app, run);
  cli::add_report(app, run);
  cli::add_check(app, run);
  cli::add_conflicts(app, run);
  cli::add_stats(app, run);
  cli::add_explain(app, run);
  cli::add_export(app, run);
  cli::add_rules(app, run);
  cli::add_schema(app, run);
  cli::add_serve(app, run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    const int code = app.exit(problem);
    return code == 0 ? cli::kDone : cli::kWrongUse;
  }
  const int code = run ? run() : cli::kWrongUse;
  std::fflush(stdout);
  return code;
}
