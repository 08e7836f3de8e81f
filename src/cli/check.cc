// figmine check: extracted facts against the gold of a corpus.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <map>

#include "cli/common.h"
#include "corpus/score.h"

namespace figmine::cli {
namespace {

namespace fs = std::filesystem;

struct CheckFlags {
  std::string corpus;
  std::string set;
  std::string rules;
  int worst = 0;
  double min_f1 = -1;
  bool diff = false;
};

struct Checked {
  std::string set;
  std::string id;
  Score score;
};

constexpr std::string_view kGoldEnding = ".gold.json";

std::vector<std::string> gold_files(const std::string& corpus) {
  std::vector<std::string> out;
  std::error_code code;
  for (fs::recursive_directory_iterator it(corpus, code), end; !code && it != end; it.increment(code)) {
    if (it->path().string().ends_with(kGoldEnding)) out.push_back(it->path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string article_beside(const std::string& gold) {
  const std::string base = gold.substr(0, gold.size() - kGoldEnding.size());
  std::error_code code;
  for (const char* extension : {".txt", ".html", ".md"}) {
    if (fs::exists(base + extension, code)) return base + extension;
  }
  return base + ".txt";
}

std::optional<Checked> check_article(Extractor& extractor, const std::string& path) {
  Result<GoldArticle> gold = read_gold(path);
  if (!gold) {
    report(gold.errors());
    return std::nullopt;
  }
  const std::string article = article_beside(path);
  const Result<std::string> bytes = read_input(article);
  if (!bytes) {
    report(bytes.errors());
    return std::nullopt;
  }
  ExtractOptions options;
  options.source = article;
  if (!gold.value().published.empty()) options.published = gold.value().published;
  const Result<DocumentResult> result = extractor.extract(bytes.value(), options);
  if (!result) {
    report(result.errors());
    return std::nullopt;
  }
  const Diagnostics problems = locate(gold.value(), result.value().text, path);
  report(problems);
  if (!problems.empty()) return std::nullopt;
  return Checked{fs::path(path).parent_path().filename().string(), gold.value().id,
                 score_article(gold.value(), result.value())};
}

std::string percent(int right, int asked) {
  return fmt::format("{:5.1f}", asked == 0 ? 0.0 : 100.0 * right / asked);
}

void print_table(const std::string& name, std::size_t articles, const Score& score) {
  write_out(fmt::format("{}: {} articles, {} gold facts\n", name, articles, score.wanted));
  write_out(fmt::format("    {:<14} P {} R {} F1 {:5.1f}\n", "quantity", percent(score.found, score.got),
                        percent(score.found, score.wanted), f1(score.found, score.wanted, score.got)));
  write_out(fmt::format("    {:<14} {}\n", "span exact", percent(score.exact_spans, score.found)));
  for (const auto& [field, counts] : score.fields)
    write_out(
        fmt::format("    {:<14} {}  of {}\n", field, percent(counts.right, counts.asked), counts.asked));
  write_out(fmt::format("    {:<14} F1 {:5.1f}\n", "whole record", f1(score.whole, score.wanted, score.got)));
}

int run_check(const CheckFlags& flags) {
  const std::optional<Engine> engine = make_engine(flags.rules);
  if (!engine) return kWrongUse;
  const std::vector<std::string> files = gold_files(flags.corpus);
  if (files.empty()) {
    report(error("no gold files below '" + flags.corpus + "'",
                 "a gold file is ARTICLE.gold.json beside its article"));
    return kWrongUse;
  }
  Extractor extractor(*engine);
  std::vector<Checked> checked;
  bool failed = false;
  for (const std::string& file : files) {
    if (!flags.set.empty() && fs::path(file).parent_path().filename() != flags.set) continue;
    std::optional<Checked> one = check_article(extractor, file);
    if (one) {
      checked.push_back(std::move(*one));
    } else {
      failed = true;
    }
  }
  std::map<std::string, std::pair<std::size_t, Score>> sets;
  Score all;
  for (const Checked& one : checked) {
    sets[one.set].first += 1;
    sets[one.set].second.add(one.score);
    all.add(one.score);
  }
  for (const auto& [name, set] : sets) print_table(name, set.first, set.second);
  if (sets.size() > 1) print_table("all", checked.size(), all);
  std::stable_sort(checked.begin(), checked.end(), [](const Checked& a, const Checked& b) {
    return f1(a.score.whole, a.score.wanted, a.score.got) < f1(b.score.whole, b.score.wanted, b.score.got);
  });
  const std::size_t shown =
      flags.diff ? checked.size() : std::min(checked.size(), static_cast<std::size_t>(flags.worst));
  for (std::size_t i = 0; i < shown; ++i) {
    const Score& score = checked[i].score;
    write_out(fmt::format("{}/{}: quantity F1 {:.1f}, whole record F1 {:.1f}\n", checked[i].set,
                          checked[i].id, f1(score.found, score.wanted, score.got),
                          f1(score.whole, score.wanted, score.got)));
    for (const std::string& line : score.differences) write_out(line + "\n");
  }
  if (failed) return kSomeFailed;
  const double reached = f1(all.found, all.wanted, all.got) / 100;
  if (flags.min_f1 >= 0) return reached >= flags.min_f1 ? kDone : kSomeFailed;
  return all.differences.empty() ? kDone : kSomeFailed;
}

}  // namespace

void add_check(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand(
      "check", "Compare with a corpus's gold: precision, recall, F1 of every field, and a diff");
  auto flags = std::make_shared<CheckFlags>();
  command->add_option("corpus", flags->corpus, "A folder with articles and their .gold.json")->required();
  command->add_option("--set", flags->set, "Only this folder of the corpus");
  command->add_option("--rules", flags->rules, "A folder of rules laid over the shipped ones");
  command->add_option("--worst", flags->worst, "Show what differs in the worst so many articles");
  command->add_flag("--diff", flags->diff, "Show what differs in every article");
  command->add_option("--min-f1", flags->min_f1,
                      "Exit 0 when the quantities' F1 (0..1) reaches this, whatever differs");
  command->footer("Examples:\n  figmine check corpus --worst 3\n  figmine check corpus --set dev --diff");
  command->callback([flags, &run] { run = [flags] { return run_check(*flags); }; });
}

}  // namespace figmine::cli
