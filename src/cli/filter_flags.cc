#include "cli/filter_flags.h"

#include <CLI/CLI.hpp>

#include "output/names.h"

namespace figmine::cli {
namespace {

// One of `words`, or several with commas or by repeating the flag.
void add_choices(CLI::App& command, const std::string& flag, std::vector<std::string>& chosen,
                 names::List words, const std::string& help) {
  command.add_option(flag, chosen, help)
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(std::vector<std::string>(words.begin(), words.end())));
}

std::string check_period(const std::string& text) {
  return parse_period_range(text) ? ""
                                  : "'" + text + "' is no period: write 2025, 2025-Q3, 2025-07 or FROM..TO";
}

}  // namespace

void add_filter_flags(CLI::App& command, FactFilter& filter) {
  add_choices(command, "--kind", filter.kinds, names::kKind, "Only facts of this kind; several with commas");
  command.add_option("--measure", filter.measure, "Only facts whose measure has this text");
  command.add_option("--subject", filter.subject,
                     "Only facts about what has this text in its name, its aliases or its ids");
  command
      .add_option_function<std::string>(
          "--period", [&filter](const std::string& text) { filter.period = parse_period_range(text); },
          "Only facts whose period lies in this one: 2025, 2025-H1, 2025-Q3, 2025-07, 2025-07-31 or FROM..TO")
      ->check(CLI::Validator(check_period, "PERIOD"));
  add_choices(command, "--section", filter.sections, names::kSection,
              "Only facts of this part of the article");
  add_choices(command, "--status", filter.statuses, names::kStatus, "Only facts of this status");
  command.add_option("--min-score", filter.min_score, "Only facts with at least this score")
      ->check(CLI::Range(0.0, 1.0));
}

}  // namespace figmine::cli
