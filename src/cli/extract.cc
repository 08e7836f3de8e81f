// figmine extract: facts of articles to standard output.
#include <oneapi/tbb/enumerable_thread_specific.h>

#include <CLI/CLI.hpp>
#include <utility>

#include "base/calendar.h"
#include "batch/ordered.h"
#include "cli/common.h"
#include "cli/filter_flags.h"
#include "feed/feed.h"
#include "output/csv.h"
#include "output/json.h"
#include "output/text_view.h"

namespace figmine::cli {
namespace {

struct ExtractFlags {
  std::vector<std::string> inputs;
  std::vector<std::string> include, exclude;
  std::string input = "auto";
  std::string format = "json";
  std::string offsets = "codepoints";
  std::string rules;
  std::string published;
  std::string language;
  std::string dump;
  FactFilter filter;
  bool all = false;
  bool times = false;
  bool pretty = false;
  bool no_sentence = false;
  bool with_text = false;
  bool quiet = false;
  bool verbose = false;
  int jobs = 0;
};

Input to_input(const std::string& name) {
  if (name == "text") return Input::kText;
  if (name == "markdown") return Input::kMarkdown;
  if (name == "html") return Input::kHtml;
  return name == "jsonl" ? Input::kJsonLine : Input::kAuto;
}

// One input's output, made by any thread and written in the order of the inputs.
struct Answer {
  Article article;  // without its bytes
  std::string out;
  Diagnostics problems;
};

class Extraction {
 public:
  Extraction(const ExtractFlags& flags, const Engine& engine)
      : flags_(flags), engine_(engine), lines_(flags.input == "jsonl") {
    json_.pretty = flags.pretty && flags.format == "json";
    json_.sentences = !flags.no_sentence;
    json_.text = flags.with_text;
    json_.times = flags.times;
    json_.offsets = offset_unit(flags.offsets).value_or(OffsetUnit::kCodePoints);
    if (!flags.published.empty()) asked_.published = flags.published;
    if (!flags.language.empty()) asked_.language = flags.language;
    asked_.all = flags.all;
    asked_.times = flags.times;
  }

  int run() {
    FeedOptions feeding;
    feeding.include = flags_.include;
    feeding.exclude = flags_.exclude;
    feeding.input = to_input(flags_.input);
    feeding.unique_names = false;
    Feed feed = Feed::open(flags_.inputs, feeding);
    const bool facts = flags_.dump.empty();
    if (flags_.format == "csv" && facts) write_out(csv_header());
    may_be_array_ = flags_.format == "json" && facts && !lines_;
    std::optional<FeedItem> first = feed.next();
    if (first && feed.ended()) {
      Extractor extractor(engine_);
      alone_ = true;
      give(answer(std::move(*first), extractor));
    } else if (first) {
      run_all(feed, std::move(first));
    }
    if (may_be_array_ && !gone_) close_array();
    std::fflush(stdout);
    return failures_ > 0 ? kSomeFailed : kDone;
  }

 private:
  void run_all(Feed& feed, std::optional<FeedItem> first) {
    oneapi::tbb::enumerable_thread_specific<Extractor> extractors([this] { return Extractor(engine_); });
    run_ordered(
        static_cast<std::size_t>(flags_.jobs),
        [&] { return first ? std::exchange(first, std::nullopt) : feed.next(); },
        [&](FeedItem&& item) { return answer(std::move(item), extractors.local()); },
        [this](Answer&& done) { return give(std::move(done)); });
  }

  Answer answer(FeedItem&& item, Extractor& extractor) const {
    Answer done;
    done.problems = std::move(item.problems);
    if (done.problems.empty()) done.problems = make_readable(item.article);
    if (done.problems.empty()) {
      Result<std::string> made = output_of(item.article, extractor);
      if (made.ok()) done.out = std::move(made).value();
      if (!made.ok()) done.problems = made.errors();
    }
    done.problems = placed(std::move(done.problems), item.article);
    item.article.bytes = {};
    done.article = std::move(item.article);
    return done;
  }

  Result<std::string> output_of(const Article& article, Extractor& extractor) const {
    const ExtractOptions options = options_for(article, asked_);
    if (!flags_.dump.empty()) return extractor.dump(article.bytes, options, flags_.dump);
    Result<DocumentResult> extracted = extractor.extract(article.bytes, options);
    if (!extracted) return extracted.errors();
    DocumentResult result = std::move(extracted).value();
    filter_facts(result, flags_.filter);
    if (flags_.format == "csv") return to_csv(result);
    if (flags_.format == "text") return to_text_view(result, {colour_wanted()});
    if (!alone_) return to_json(result, json_);
    write_json(result, json_, [](std::string_view block, std::size_t, std::size_t) { write_out(block); });
    return std::string();
  }

  // False when the reader has gone, which is no error.
  bool give(Answer&& done) {
    ++given_;
    if (!done.problems.empty()) {
      ++failures_;
      report(done.problems);
      if (lines_ && flags_.format != "csv" && flags_.format != "text") {
        const Diagnostic& first = done.problems.front();
        done.out = error_json(first.message, first.hint, done.article.source, done.article.line);
      }
    }
    gone_ = !(may_be_array_ ? write_element(std::move(done)) : write_plain(done));
    return !gone_;
  }

  // A filter's line is answered before the next is read: who sends one may wait for it.
  bool write_plain(const Answer& done) const {
    if (!done.problems.empty() && done.out.empty()) return true;
    const bool line_end = flags_.dump.empty() && (flags_.format == "json" || flags_.format == "jsonl");
    return write_out(done.out) && (!line_end || write_out("\n")) && (!lines_ || std::fflush(stdout) == 0);
  }

  // One result stands alone, several in an array: the first waits until a second comes.
  bool write_element(Answer&& done) {
    std::optional<std::string> element;
    if (done.problems.empty()) element = std::move(done.out);
    if (given_ == 1) {
      held_ = std::move(element);
      return true;
    }
    if (given_ == 2 && !(write_out("[") && write_in_array(std::exchange(held_, std::nullopt)))) return false;
    return write_in_array(element);
  }

  bool write_in_array(const std::optional<std::string>& element) {
    if (!element) return true;
    const bool separated = !std::exchange(begun_, true) || write_out(",\n");
    return separated && write_out(*element);
  }

  void close_array() const {
    if (given_ == 1) {
      if (held_) write_out(*held_ + "\n");
    } else {
      write_out(given_ == 0 ? "[]\n" : "]\n");
    }
  }

  const ExtractFlags& flags_;
  const Engine& engine_;
  const bool lines_;  // a filter: an answer to each line, in its place
  ExtractOptions asked_;
  JsonOptions json_;
  bool may_be_array_ = false;
  bool alone_ = false;  // the only article: its JSON is written as it is made
  bool gone_ = false;
  bool begun_ = false;  // the array has an element
  std::optional<std::string> held_;
  std::size_t given_ = 0;
  int failures_ = 0;
};

int run_extract(const ExtractFlags& flags) {
  if (!flags.published.empty() && !parse_iso_date(flags.published)) {
    report(error("--published is no date: " + flags.published, "write YYYY-MM-DD"));
    return kWrongUse;
  }
  const std::optional<Engine> engine = make_engine(flags.rules);
  if (!engine) return kWrongUse;
  return Extraction(flags, *engine).run();
}

}  // namespace

void add_extract(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("extract", "Facts of articles to standard output");
  auto flags = std::make_shared<ExtractFlags>();
  flags->inputs = {"-"};
  command->add_option("inputs", flags->inputs,
                      "Files, folders, archives or - for standard input (docs/inputs.md tells what is read)");
  command->add_option("--include", flags->include,
                      "Only files in folders and archives whose path fits this glob; repeatable");
  command->add_option("--exclude", flags->exclude,
                      "No files in folders and archives whose path fits this glob; repeatable");
  command
      ->add_option("--input", flags->input,
                   "What the input is; jsonl: one {\"text\", \"id\"?, \"published\"?, \"language\"?, "
                   "\"title\"?, \"url\"?} a line")
      ->check(CLI::IsMember({"auto", "text", "markdown", "html", "jsonl"}));
  command
      ->add_option("--format", flags->format,
                   "json: one result (an array for several); jsonl: one a line; text: the article with its "
                   "facts marked")
      ->check(CLI::IsMember({"json", "jsonl", "csv", "text"}));
  command->add_flag("--all", flags->all, "Every number-like mention, not only claims");
  command->add_flag("--times", flags->times, "Add the dates, periods and durations");
  command->add_flag("--pretty", flags->pretty, "Indent the JSON");
  command->add_option("--published", flags->published,
                      "Publication date (YYYY-MM-DD) that outranks the article's own");
  command->add_option("--language", flags->language, "Language code that outranks detection");
  command->add_option("--offsets", flags->offsets, "What spans count")
      ->check(CLI::IsMember({"codepoints", "bytes", "utf16"}));
  command->add_option("--rules", flags->rules, "A folder of rules laid over the shipped ones");
  add_filter_flags(*command, flags->filter);
  command->add_flag("--no-sentence", flags->no_sentence, "Leave the sentences' text out");
  command->add_flag("--with-text", flags->with_text, "Put the article's canonical text into document.text");
  command->add_option(
      "--dump", flags->dump,
      "Print one stage instead: blocks sentences tokens numbers times quantities phrases claims");
  command->add_option("--jobs", flags->jobs, "Threads; 0: all cores")->check(CLI::Range(0, 1024));
  command->add_flag("--quiet", flags->quiet, "No messages but errors");
  command->add_flag("--verbose", flags->verbose, "More messages");
  command->footer(
      "Examples:\n  figmine extract release.txt --pretty\n  figmine extract inbox/ --format jsonl > "
      "facts.jsonl\n"
      "  curl -s https://example.org/news.html | figmine extract --input html -\n  figmine extract --format "
      "text release.txt | less -R");
  command->callback([flags, &run] { run = [flags] { return run_extract(*flags); }; });
}

}  // namespace figmine::cli
