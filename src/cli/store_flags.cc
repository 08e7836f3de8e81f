#include "cli/store_flags.h"

#include <CLI/CLI.hpp>

#include "base/calendar.h"
#include "cli/common.h"

namespace figmine::cli {

void add_store_flags(CLI::App& command, StoreFlags& flags) {
  command.add_option("--published", flags.published,
                     "Publication date (YYYY-MM-DD) that outranks the articles' own");
  command.add_option("--language", flags.language, "Language code that outranks detection");
  command.add_option("--rules", flags.rules, "A folder of rules laid over the shipped ones");
  command.add_flag("--all", flags.all, "Every number-like mention, not only claims");
  command.add_flag("--times", flags.times, "Add the dates, periods and durations");
  command.add_flag("--no-duplicates", flags.no_duplicates, "Don't look for articles that repeat another");
  command.add_option("--jobs", flags.jobs, "Threads; 0: all cores")->check(CLI::Range(0, 1024));
  command.add_flag("--quiet", flags.quiet, "No messages but errors");
}

std::optional<BatchOptions> batch_options(const StoreFlags& flags) {
  if (!flags.published.empty() && !parse_iso_date(flags.published)) {
    report(error("--published is no date: " + flags.published, "write YYYY-MM-DD"));
    return std::nullopt;
  }
  BatchOptions options;
  options.jobs = static_cast<std::size_t>(flags.jobs);
  options.extract.all = flags.all;
  options.extract.times = flags.times;
  if (!flags.published.empty()) options.extract.published = flags.published;
  if (!flags.language.empty()) options.extract.language = flags.language;
  return options;
}

}  // namespace figmine::cli
