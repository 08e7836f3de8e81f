// figmine stats: what a store holds.
#include <CLI/CLI.hpp>

#include "base/whole_file.h"
#include "cli/common.h"
#include "cli/filter_flags.h"
#include "review/acceptance.h"
#include "stats/stats_report.h"

namespace figmine::cli {
namespace {

struct StatsFlags {
  std::string out;
  std::string format = "text";
  std::string html;
  int top = 10;
  StatsOptions options;
  int jobs = 0;
};

int run_stats(const StatsFlags& flags) {
  StatsOptions options = flags.options;
  options.jobs = static_cast<std::size_t>(flags.jobs);
  Result<StatsReport> found = stats_of_store(flags.out, options);
  if (!found) {
    report(found.errors());
    return kWrongUse;
  }
  Result<std::optional<ReviewStats>> review = acceptance_in(flags.out);
  if (!review) {
    report(review.errors());
    return kWrongUse;
  }
  found.value().stats.review = std::move(review).value();
  report(found.value().problems);
  const Stats& stats = found.value().stats;
  const auto top = static_cast<std::size_t>(flags.top);
  if (!flags.html.empty()) {
    const Diagnostics problems = write_whole(flags.html, stats_page(stats, "Facts of " + flags.out, top));
    report(problems);
    if (!problems.empty()) return kWrongUse;
  } else if (flags.format == "json") {
    write_out(to_json(stats, top));
  } else {
    write_out(to_text(stats, {colour_wanted(), output_columns(), top}));
  }
  return found.value().problems.empty() ? kDone : kSomeFailed;
}

}  // namespace

void add_stats(CLI::App& app, Run& run) {
  CLI::App* command =
      app.add_subcommand("stats", "What a folder of records holds: counts, bars, a page with plots");
  auto flags = std::make_shared<StatsFlags>();
  command->add_option("out", flags->out, "A folder that figmine batch wrote")->required();
  command->add_option("--format", flags->format, "text or json")->check(CLI::IsMember({"text", "json"}));
  command->add_option("--html", flags->html, "Write one page with plots to this file instead");
  command->add_option("--top", flags->top, "So many measures, subjects, units, sources and rules; 0: all")
      ->check(CLI::NonNegativeNumber);
  command->add_flag("--unique", flags->options.unique, "Without articles that repeat another");
  command->add_option("--jobs", flags->jobs, "Threads; 0: all cores")->check(CLI::NonNegativeNumber);
  add_filter_flags(*command, flags->options.filter);
  command->footer(
      "Examples:\n  figmine stats facts/\n  figmine stats facts/ --kind money --top 20\n"
      "  figmine stats facts/ --html stats.html");
  command->callback([flags, &run] { run = [flags] { return run_stats(*flags); }; });
}

}  // namespace figmine::cli
