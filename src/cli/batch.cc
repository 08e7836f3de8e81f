// figmine batch: folders, archives and files of articles -> a store of records.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "base/calendar.h"
#include "batch/combine.h"
#include "batch/run.h"
#include "batch/run_record.h"
#include "cli/common.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/store_flags.h"

namespace figmine::cli {
namespace {

struct BatchFlags {
  std::vector<std::string> inputs;
  std::string out;
  StoreFlags store;
  std::vector<std::string> include, exclude;
  bool force = false;
  bool prune = false;
};

// "12,000 money · 9,431 percent", the commonest first.
std::string kinds_line(const std::map<std::string, std::int64_t>& kinds) {
  std::vector<std::pair<std::string, std::int64_t>> sorted(kinds.begin(), kinds.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string out;
  for (const auto& [kind, count] : sorted) out += (out.empty() ? "" : " · ") + grouped(count) + " " + kind;
  return out;
}

void say(std::string_view label, const std::string& text) {
  if (!text.empty()) std::fputs(fmt::format("  {:<11}{}\n", label, text).c_str(), stderr);
}

std::string reasons_line(const std::vector<BatchFailure>& failures) {
  std::map<std::string, std::int64_t> reasons;
  for (const BatchFailure& failure : failures) ++reasons[failure.problems.front().message];
  std::string out;
  for (const auto& [reason, count] : reasons)
    out += fmt::format("{}{} × {}", out.empty() ? "" : ", ", grouped(count), reason);
  return out;
}

std::string skipped_line(const std::map<std::string, int>& skipped) {
  std::string out;
  for (const auto& [extension, count] : skipped)
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", grouped(count),
                       extension.empty() ? "without extension" : extension);
  return out;
}

std::string slowest_line(const std::vector<SlowArticle>& slowest) {
  std::string out;
  for (const SlowArticle& article : slowest)
    out += fmt::format("{}{} {:.0f} ms", out.empty() ? "" : ", ", article.name,
                       static_cast<double>(article.time.count()) / 1000);
  return out;
}

void print_summary(const RunRecord& run, const std::string& out) {
  const std::chrono::duration<double> time = run.finished - run.started;
  const BatchCounts& counts = run.result.counts;
  std::fputs(fmt::format("{}{} articles extracted, {} unchanged, {} failed in {:.1f} s ({:.0f} articles/s)\n",
                         run.interrupted ? "interrupted: " : "", grouped(counts.done),
                         grouped(counts.unchanged), grouped(counts.failed), time.count(),
                         static_cast<double>(counts.done + counts.unchanged + counts.failed) /
                             std::max(time.count(), 1e-3))
                 .c_str(),
             stderr);
  if (run.interrupted) {
    say("next", "run the command again to go on from here");
    return;
  }
  say("store",
      fmt::format("{}: {} articles, {} facts", out, grouped(run.totals.articles), grouped(run.totals.facts)));
  say("facts", kinds_line(run.totals.kinds));
  say("failed", reasons_line(run.result.failures));
  say("skipped", skipped_line(run.skipped));
  if (!run.totals.duplicates.empty())
    say("duplicates",
        grouped(static_cast<std::int64_t>(run.totals.duplicates.size())) + " articles repeat another");
  say("slowest", slowest_line(run.result.slowest));
}

int finish(Store& store, RunRecord& run, const BatchFlags& flags) {
  if (!run.result.stopped.empty()) {
    report(run.result.stopped);
    return kSomeFailed;
  }
  if (!run.interrupted) {
    Result<StoreTotals> totals =
        combine(store, {static_cast<std::size_t>(flags.store.jobs), !flags.store.no_duplicates});
    if (!totals) {
      report(totals.errors());
      return kSomeFailed;
    }
    run.totals = std::move(totals).value();
  }
  run.finished = std::chrono::system_clock::now();
  Result<WholeFile> record = store.replace("run.json");
  Diagnostics problems = record.ok() ? Diagnostics{} : record.errors();
  if (record.ok()) {
    record.value().write(to_json(run));
    problems = record.value().commit();
  }
  report(problems);
  if (!flags.store.quiet) print_summary(run, flags.out);
  if (run.interrupted) return signal_exit_code();
  return run.result.counts.failed > 0 || !problems.empty() ? kSomeFailed : kDone;
}

int run_batch_command(const BatchFlags& flags) {
  const std::atomic<bool>& stop = stop_on_signals();
  std::optional<BatchOptions> options = batch_options(flags.store);
  const std::optional<Engine> engine = options ? make_engine(flags.store.rules) : std::nullopt;
  if (!engine) return kWrongUse;
  Result<Store> store = Store::open(flags.out);
  if (!store) {
    report(store.errors());
    return kWrongUse;
  }
  options->force = flags.force;
  options->prune = flags.prune;
  FeedOptions feeding;
  feeding.include = flags.include;
  feeding.exclude = flags.exclude;
  feeding.out = flags.out;
  Feed feed = Feed::open(flags.inputs, feeding);

  RunRecord run;
  run.started = std::chrono::system_clock::now();
  run.rules = engine->rules();
  run.inputs = flags.inputs;
  Progress progress(flags.store.quiet);
  BatchEvents events;
  events.progress = [&](const BatchCounts& counts) {
    ProgressState state;
    state.articles = counts.done + counts.unchanged + counts.failed;
    state.failed = counts.failed;
    state.bytes = feed.progress().done;
    state.total = feed.progress().total;
    progress.show(state);
  };
  events.failed = [&](const BatchFailure& failure) {
    progress.clear();
    for (Diagnostic problem : failure.problems) {
      if (problem.file.empty()) problem.file = failure.name;
      report(problem);
    }
  };
  run.result = run_batch(
      store.value(), *engine, *options, [&feed] { return feed.next(); }, events, stop);
  run.skipped = feed.skipped();
  run.interrupted = stop;
  progress.clear();
  return finish(store.value(), run, flags);
}

}  // namespace

void add_batch(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("batch", "A folder of articles to a folder of records; resumes");
  auto flags = std::make_shared<BatchFlags>();
  command->add_option("inputs", flags->inputs, "Files, folders, archives (docs/inputs.md tells what is read)")
      ->required();
  command->add_option("-o,--out", flags->out, "The folder for the records")->required();
  command->add_option("--include", flags->include,
                      "Only files whose path fits this glob (** for any folders); repeatable");
  command->add_option("--exclude", flags->exclude, "No files whose path fits this glob; repeatable");
  command->add_flag("--force", flags->force, "Unchanged articles too");
  command->add_flag("--prune", flags->prune,
                    "Drop the articles of earlier runs that are not in the inputs any more");
  add_store_flags(*command, flags->store);
  command->footer(
      "Each article's record is OUT/NAME.json; OUT/facts.jsonl has all facts, OUT/articles.jsonl all "
      "articles and what\n"
      "became of them, OUT/run.json this run. Run it again: only new, changed and failed articles are done.\n"
      "Examples:\n  figmine batch inbox/ -o facts/\n  figmine batch releases.zip wire.jsonl -o facts/ --jobs "
      "4\n"
      "  figmine batch site/ -o facts/ --include '**/*.html' --exclude 'drafts/**'");
  command->callback([flags, &run] { run = [flags] { return run_batch_command(*flags); }; });
}

}  // namespace figmine::cli
