// figmine explain: how facts were derived.
#include <CLI/CLI.hpp>

#include "cli/common.h"

namespace figmine::cli {
namespace {

struct ExplainFlags {
  std::string input = "-";
  std::string fact;
  std::string rules;
  std::string published;
};

int run_explain(const ExplainFlags& flags) {
  const std::optional<Engine> engine = make_engine(flags.rules);
  if (!engine) return kWrongUse;
  const Result<std::string> bytes = read_input(flags.input);
  if (!bytes) {
    report(bytes.errors());
    return kSomeFailed;
  }
  ExtractOptions options;
  options.source = flags.input == "-" ? "" : flags.input;
  if (!flags.published.empty()) options.published = flags.published;
  const Result<std::string> told = Extractor(*engine).explain(bytes.value(), options, flags.fact);
  if (!told) {
    report(told.errors());
    return kSomeFailed;
  }
  write_out(told.value());
  return kDone;
}

}  // namespace

void add_explain(CLI::App& app, Run& run) {
  CLI::App* command =
      app.add_subcommand("explain", "How each fact was derived: layers, rules, captures, overlaps");
  auto flags = std::make_shared<ExplainFlags>();
  command->add_option("input", flags->input, "A file, or - for standard input");
  command->add_option("--fact", flags->fact, "Only the fact with this id");
  command->add_option("--rules", flags->rules, "A folder of rules laid over the shipped ones");
  command->add_option("--published", flags->published, "Publication date (YYYY-MM-DD)");
  command->footer("Example:\n  figmine explain release.txt --fact 1f0c22aa90b1d7e3");
  command->callback([flags, &run] { run = [flags] { return run_explain(*flags); }; });
}

}  // namespace figmine::cli
