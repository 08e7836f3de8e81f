// figmine report: one self-contained page to send.
#include "report/report.h"

#include <fmt/format.h>
#include <oneapi/tbb/enumerable_thread_specific.h>

#include <CLI/CLI.hpp>
#include <filesystem>

#include "base/whole_file.h"
#include "batch/ordered.h"
#include "cli/common.h"
#include "cli/filter_flags.h"
#include "export/records.h"
#include "feed/feed.h"

namespace figmine::cli {
namespace {

struct ReportFlags {
  std::string input;
  std::string out;
  std::string title;
  std::string rules;
  FactFilter filter;
  int limit = 200;
};

// The articles that the page shows; what is over the limit is only counted.
class Collected {
 public:
  Collected(std::size_t limit, const ReportFlags& flags) : limit_(limit), flags_(flags) {}
  void add(DocumentResult&& article) {
    if (articles_.size() == limit_) {
      ++left_out_;
      return;
    }
    filter_facts(article, flags_.filter);
    articles_.push_back(std::move(article));
  }
  [[nodiscard]] std::string page() const { return report_page(articles_, {flags_.title, left_out_}); }
  [[nodiscard]] bool empty() const { return articles_.empty(); }

 private:
  std::size_t limit_;
  const ReportFlags& flags_;
  std::vector<DocumentResult> articles_;
  std::size_t left_out_ = 0;
};

bool is_store(const std::string& path) {
  std::error_code code;
  return std::filesystem::is_regular_file(std::filesystem::path(path) / "articles.jsonl", code);
}

// How many articles failed; nothing where the store can't be read.
std::optional<int> collect_store(const ReportFlags& flags, Collected& collected) {
  int failures = 0;
  const Diagnostics problems = each_record(
      flags.input, {},
      [&](Record&& record) {
        collected.add(std::move(record.result));
        return true;
      },
      [&](const Diagnostics& failed) {
        ++failures;
        report(failed);
      });
  report(problems);
  return problems.empty() ? std::optional(failures) : std::nullopt;
}

std::optional<int> collect_articles(const ReportFlags& flags, Collected& collected) {
  const std::optional<Engine> engine = make_engine(flags.rules);
  if (!engine) return std::nullopt;
  oneapi::tbb::enumerable_thread_specific<Extractor> extractors([&] { return Extractor(*engine); });
  Feed feed = Feed::open({flags.input}, {});
  int failures = 0;
  const auto extract = [&](FeedItem&& item) -> Result<DocumentResult> {
    if (item.problems.empty()) item.problems = make_readable(item.article);
    if (!item.problems.empty()) return std::move(item.problems);
    Result<DocumentResult> result =
        extractors.local().extract(item.article.bytes, options_for(item.article, {}));
    if (result.ok()) return result;
    Diagnostics problems = result.errors();
    for (Diagnostic& problem : problems) {
      if (problem.file.empty()) problem.file = item.article.source;
    }
    return problems;
  };
  run_ordered(
      0, [&] { return feed.next(); }, extract,
      [&](Result<DocumentResult>&& result) {
        if (result.ok()) {
          collected.add(std::move(result).value());
        } else {
          ++failures;
          report(result.errors());
        }
        return true;
      });
  return failures;
}

int run_report(const ReportFlags& flags) {
  Collected collected(static_cast<std::size_t>(flags.limit), flags);
  const std::optional<int> failures =
      is_store(flags.input) ? collect_store(flags, collected) : collect_articles(flags, collected);
  if (!failures) return kWrongUse;
  if (collected.empty()) {
    Diagnostic problem =
        error("holds no article", "name an article, a folder of articles or a folder of figmine batch");
    problem.file = flags.input;
    report(problem);
    return kSomeFailed;
  }
  if (flags.out == "-") {
    write_out(collected.page());
  } else if (const Diagnostics problems = write_whole(flags.out, collected.page()); !problems.empty()) {
    report(problems);
    return kSomeFailed;
  }
  return *failures > 0 ? kSomeFailed : kDone;
}

}  // namespace

void add_report(CLI::App& app, Run& run) {
  CLI::App* command =
      app.add_subcommand("report", "One page to send: articles with their figures marked, and the facts");
  auto flags = std::make_shared<ReportFlags>();
  command->add_option("input", flags->input, "An article, a folder of articles, or a folder of figmine batch")
      ->required();
  command->add_option("-o,--out", flags->out, "The page; -: standard output")->required();
  command->add_option("--title", flags->title, "The page's title");
  command->add_option("--limit", flags->limit, "Articles on the page at most")->check(CLI::Range(1, 100000));
  command->add_option("--rules", flags->rules, "A folder of rules laid over the shipped ones");
  add_filter_flags(*command, flags->filter);
  command->footer(
      "The page needs no server and no network.\n"
      "Examples:\n  figmine report release.txt -o release.html\n  figmine report facts/ -o facts.html --kind "
      "money --min-score 0.7");
  command->callback([flags, &run] { run = [flags] { return run_report(*flags); }; });
}

}  // namespace figmine::cli
