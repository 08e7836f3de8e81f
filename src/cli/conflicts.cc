// figmine conflicts: where the figures of a store contradict each other.
#include <CLI/CLI.hpp>

#include "cli/common.h"
#include "stats/conflict_report.h"

namespace figmine::cli {
namespace {

struct ConflictFlags {
  std::string out;
  std::string rules;
  std::string format = "table";
  double min_score = ClaimOptions{}.min_score;
  bool all = false;
  int jobs = 0;
};

int run_conflicts(const ConflictFlags& flags) {
  const Result<Wording> wording = Wording::load(flags.rules);
  if (!wording) {
    report(wording.errors());
    return kWrongUse;
  }
  ConflictOptions options;
  options.claims.min_score = flags.min_score;
  options.outlook = flags.all;
  options.jobs = static_cast<std::size_t>(flags.jobs);
  const Result<ConflictReport> found = find_conflicts(flags.out, wording.value(), options);
  if (!found) {
    report(found.errors());
    return kWrongUse;
  }
  report(found.value().problems);
  ConflictTableOptions table;
  table.colour = colour_wanted();
  table.columns = output_columns();
  write_out(flags.format == "json" ? to_json(found.value()) : to_table(found.value(), table));
  return found.value().problems.empty() ? kDone : kSomeFailed;
}

}  // namespace

void add_conflicts(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand(
      "conflicts", "The same measure, subject and period with different figures, in an article and across");
  auto flags = std::make_shared<ConflictFlags>();
  command->add_option("out", flags->out, "A folder that figmine batch wrote")->required();
  command->add_option("--format", flags->format, "table or json")->check(CLI::IsMember({"table", "json"}));
  command->add_flag("--all", flags->all, "Forecasts against what came of them too");
  command->add_option("--min-score", flags->min_score, "Only facts with at least this score (0..1)")
      ->check(CLI::Range(0.0, 1.0));
  command->add_option("--rules", flags->rules, "A folder of rules laid over the shipped ones");
  command->add_option("--jobs", flags->jobs, "Threads; 0: all cores")->check(CLI::NonNegativeNumber);
  command->footer(
      "Units are converted, precision and bounds respected: 1.2 billion and 1.23 billion agree, so do \"over "
      "1.7m\" and 1.78m.\ndocs/conflicts.md tells what counts.\n"
      "Examples:\n  figmine conflicts facts/\n  figmine conflicts facts/ --format json > conflicts.json");
  command->callback([flags, &run] { run = [flags] { return run_conflicts(*flags); }; });
}

}  // namespace figmine::cli
