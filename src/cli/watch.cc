// figmine watch: takes articles into a store as they arrive in a folder.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "batch/combine.h"
#include "batch/inbox.h"
#include "batch/run.h"
#include "cli/common.h"
#include "cli/interrupt.h"
#include "cli/store_flags.h"
#include "feed/kinds.h"

namespace figmine::cli {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct WatchFlags {
  std::string inbox;
  std::string out;
  std::string done;
  StoreFlags store;
  double settle = 1;
  double sweep = 60;
};

std::chrono::milliseconds seconds(double value) {
  return std::chrono::milliseconds(static_cast<std::int64_t>(value * 1000));
}

class Watch {
 public:
  Watch(const WatchFlags& flags, const Engine& engine, Store store, BatchOptions options)
      : flags_(flags), engine_(engine), store_(std::move(store)), options_(std::move(options)) {}

  int run(Inbox inbox, const std::atomic<bool>& stop) {
    constexpr std::chrono::milliseconds kPatience{200};
    while (!stop) {
      const std::vector<fs::path> files = inbox.wait(kPatience);
      if (!files.empty() && !take(files, stop)) return kSomeFailed;
      if (store_.changed() && !inbox.busy() && Clock::now() >= next_combine_ && !publish())
        return kSomeFailed;
    }
    return !store_.changed() || publish() ? kDone : kSomeFailed;
  }

 private:
  bool take(const std::vector<fs::path>& files, const std::atomic<bool>& stop) {
    FeedOptions feeding;
    feeding.root = flags_.inbox;
    std::vector<std::string> inputs;
    for (const fs::path& file : files) inputs.push_back(file.string());
    Feed feed = Feed::open(inputs, feeding);
    BatchEvents events;
    events.failed = [](const BatchFailure& failure) {
      for (Diagnostic problem : failure.problems) {
        if (problem.file.empty()) problem.file = failure.name;
        report(problem);
      }
    };
    const BatchResult result = run_batch(
        store_, engine_, options_, [&feed] { return feed.next(); }, events, stop);
    if (!result.stopped.empty()) {
      report(result.stopped);
      return false;
    }
    if (!flags_.store.quiet && result.counts.done > 0)
      std::fputs(fmt::format("took {} articles\n", result.counts.done).c_str(), stderr);
    if (!flags_.done.empty() && !stop) move_away(files, result);
    return true;
  }

  // Only what the store holds is moved: a file that failed, or that was passed over, stays where it is.
  void move_away(const std::vector<fs::path>& files, const BatchResult& result) const {
    for (const fs::path& file : files) {
      const fs::path name = file.lexically_relative(flags_.inbox);
      if (kind_by_name(name.string()) == FileKind::kUnknown) continue;
      const bool failed =
          std::any_of(result.failures.begin(), result.failures.end(), [&](const BatchFailure& failure) {
            return failure.name == name.string() || failure.name.starts_with(name.string() + "/");
          });
      if (failed) continue;
      const fs::path target = free_path(fs::path(flags_.done) / name);
      std::error_code code;
      fs::create_directories(target.parent_path(), code);
      fs::rename(file, target, code);
      if (code) report(file_error(file, "move to " + target.string(), code.value()));
    }
  }

  // `path`, or path.2, path.3, … where files of earlier days have the name.
  static fs::path free_path(const fs::path& path) {
    std::error_code code;
    fs::path candidate = path;
    for (int number = 2; fs::exists(candidate, code); ++number)
      candidate = path.string() + "." + std::to_string(number);
    return candidate;
  }

  // The larger the store, the rarer: at most a tenth of the time goes into it.
  bool publish() {
    const Clock::time_point start = Clock::now();
    const Result<StoreTotals> totals = combine(store_, {options_.jobs, !flags_.store.no_duplicates});
    if (!totals) {
      report(totals.errors());
      return false;
    }
    constexpr int kShare = 10;
    next_combine_ = Clock::now() + (Clock::now() - start) * kShare;
    if (!flags_.store.quiet) {
      std::fputs(fmt::format("store: {} articles, {} facts\n", totals.value().articles, totals.value().facts)
                     .c_str(),
                 stderr);
    }
    return true;
  }

  const WatchFlags& flags_;
  const Engine& engine_;
  Store store_;
  BatchOptions options_;
  Clock::time_point next_combine_{};
};

// What lies in the inbox would be taken in again.
bool in_inbox(const WatchFlags& flags, const std::string& folder, const char* flag) {
  std::error_code code;
  const fs::path inner =
      fs::weakly_canonical(folder, code).lexically_relative(fs::weakly_canonical(flags.inbox, code));
  if (folder.empty() || inner.empty() || *inner.begin() == "..") return false;
  Diagnostic problem = error("lies in the inbox", std::string("name another folder with ") + flag);
  problem.file = folder;
  report(problem);
  return true;
}

int run_watch(const WatchFlags& flags) {
  if (in_inbox(flags, flags.out, "-o") || in_inbox(flags, flags.done, "--done")) return kWrongUse;
  const std::atomic<bool>& stop = stop_on_signals();
  std::optional<BatchOptions> options = batch_options(flags.store);
  const std::optional<Engine> engine = options ? make_engine(flags.store.rules) : std::nullopt;
  if (!engine) return kWrongUse;
  Result<Inbox> inbox = Inbox::open(flags.inbox, {seconds(flags.settle), seconds(flags.sweep)});
  if (!inbox) {
    report(inbox.errors());
    return kWrongUse;
  }
  Result<Store> store = Store::open(flags.out);
  if (!store) {
    report(store.errors());
    return kWrongUse;
  }
  if (!flags.store.quiet) std::fputs(fmt::format("watching {}\n", flags.inbox).c_str(), stderr);
  return Watch(flags, *engine, std::move(store).value(), std::move(*options))
      .run(std::move(inbox).value(), stop);
}

}  // namespace

void add_watch(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("watch", "Takes in articles as they arrive in a folder");
  auto flags = std::make_shared<WatchFlags>();
  command->add_option("inbox", flags->inbox, "The folder that articles arrive in")->required();
  command->add_option("-o,--out", flags->out, "The folder for the records, as of figmine batch")->required();
  command->add_option("--done", flags->done,
                      "Move the files that were taken to this folder; without it nothing is moved");
  command
      ->add_option("--settle", flags->settle,
                   "A file is complete when nothing happened to it for so many seconds")
      ->check(CLI::Range(0.0, 3600.0));
  command->add_option("--sweep", flags->sweep, "Look at the whole folder every so many seconds")
      ->check(CLI::Range(0.1, 86400.0));
  add_store_flags(*command, flags->store);
  command->footer(
      "Ends on SIGTERM or Ctrl-C, after the articles under way. Start it again at any time: it goes on where "
      "it was.\n"
      "Examples:\n  figmine watch inbox/ -o facts/\n  figmine watch inbox/ -o facts/ --done taken/ --settle "
      "5");
  command->callback([flags, &run] { run = [flags] { return run_watch(*flags); }; });
}

}  // namespace figmine::cli
