// figmine extract: facts of articles to standard output.
#include <CLI/CLI.hpp>
#include <atomic>
#include <condition_variable>
#include <fstream>
#include <iostream>
#include <mutex>
#include <thread>

#include "base/calendar.h"
#include "cli/common.h"
#include "cli/filter_flags.h"
#include "output/csv.h"
#include "output/json.h"
#include "output/text_view.h"

namespace figmine::cli {
namespace {

struct ExtractFlags {
  std::vector<std::string> inputs;
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
  std::string out;
  Diagnostics problems;
};

class Extraction {
 public:
  Extraction(const ExtractFlags& flags, const Engine& engine) : flags_(flags), engine_(engine) {
    json_.pretty = flags.pretty && flags.format == "json";
    json_.sentences = !flags.no_sentence;
    json_.text = flags.with_text;
    json_.times = flags.times;
    json_.offsets = flags.offsets == "bytes"   ? OffsetUnit::kBytes
                    : flags.offsets == "utf16" ? OffsetUnit::kUtf16
                                               : OffsetUnit::kCodePoints;
  }

  int run() {
    int failures = 0;
    const std::vector<std::string> inputs = expand_inputs(flags_.inputs, failures);
    if (flags_.input == "jsonl") {
      for (const std::string& input : inputs) failures += run_lines(input);
      return failures > 0 ? kSomeFailed : kDone;
    }
    if (flags_.format == "csv" && flags_.dump.empty()) write_out(csv_header());
    const bool array = flags_.format == "json" && flags_.dump.empty() && inputs.size() != 1;
    if (array) write_out("[");
    failures += run_files(inputs, array);
    if (array) write_out("]\n");
    std::fflush(stdout);
    return failures > 0 ? kSomeFailed : kDone;
  }

 private:
  ExtractOptions options_for(const std::string& source) const {
    ExtractOptions options;
    options.input = to_input(flags_.input);
    options.source = source == "-" ? "" : source;
    options.all = flags_.all;
    options.times = flags_.times;
    if (!flags_.published.empty()) options.published = flags_.published;
    if (!flags_.language.empty()) options.language = flags_.language;
    return options;
  }

  Answer answer(Extractor& extractor, std::string_view bytes, const std::string& source) const {
    const ExtractOptions options = options_for(source);
    if (!flags_.dump.empty()) {
      Result<std::string> dumped = extractor.dump(bytes, options, flags_.dump);
      if (!dumped) return {"", dumped.errors()};
      return {std::move(dumped).value(), {}};
    }
    Result<DocumentResult> extracted = extractor.extract(bytes, options);
    if (!extracted) return {"", extracted.errors()};
    DocumentResult result = std::move(extracted).value();
    filter_facts(result, flags_.filter);
    if (flags_.format == "csv") return {to_csv(result), {}};
    if (flags_.format == "text") return {to_text_view(result, {colour_wanted()}), {}};
    return {to_json(result, json_), {}};
  }

  // Files on all cores; the output stands in the order of the inputs, and no more than a window of answers is
  // held.
  int run_files(const std::vector<std::string>& inputs, bool array) {
    const std::size_t jobs = std::max<std::size_t>(
        1, std::min(inputs.size(), flags_.jobs > 0 ? static_cast<std::size_t>(flags_.jobs)
                                                   : std::thread::hardware_concurrency()));
    constexpr std::size_t kWindow = 64;
    std::vector<std::optional<Answer>> answers(inputs.size());
    std::mutex mutex;
    std::condition_variable changed;
    std::size_t next = 0;
    std::size_t written = 0;
    bool stop = false;
    const auto work = [&] {
      Extractor extractor(engine_);
      while (true) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return stop || next >= inputs.size() || next < written + kWindow; });
        if (stop || next >= inputs.size()) return;
        const std::size_t index = next++;
        lock.unlock();
        Result<std::string> bytes = read_input(inputs[index]);
        Answer made =
            bytes.ok() ? answer(extractor, bytes.value(), inputs[index]) : Answer{"", bytes.errors()};
        lock.lock();
        answers[index] = std::move(made);
        changed.notify_all();
      }
    };
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < jobs; ++i) threads.emplace_back(work);
    int failures = 0;
    bool first = true;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return answers[i].has_value(); });
      const Answer done = std::move(*answers[i]);
      answers[i] = Answer{};
      lock.unlock();
      if (!done.problems.empty()) {
        ++failures;
        tell(inputs[i], done.problems);
      } else if (!write_answer(done.out, array, first)) {
        lock.lock();
        stop = true;
        changed.notify_all();
        return 0;  // the reader has gone
      }
      lock.lock();
      written = i + 1;
      changed.notify_all();
    }
    return failures;
  }

  bool write_answer(const std::string& text, bool array, bool& first) const {
    if (array && !first && !write_out(",\n")) return false;
    first = false;
    const bool line_end =
        !array && flags_.dump.empty() && (flags_.format == "json" || flags_.format == "jsonl");
    return write_out(text) && (!line_end || write_out("\n"));
  }

  void tell(const std::string& input, Diagnostics problems) const {
    for (Diagnostic& problem : problems) {
      if (problem.file.empty()) problem.file = input == "-" ? "standard input" : input;
      report(problem);
    }
  }

  // Line in, line out, in order and flushed as it goes; a bad line is answered by an error record in its
  // place.
  int run_lines(const std::string& input) {
    std::ifstream file;
    if (input != "-") {
      file.open(input, std::ios::binary);
      if (!file) {
        Diagnostic d = error("can't open", "is the path right?");
        d.file = input;
        report(d);
        return 1;
      }
    }
    std::istream& in = input == "-" ? std::cin : file;
    Extractor extractor(engine_);
    std::string line;
    int number = 0;
    int failures = 0;
    if (flags_.format == "csv") write_out(csv_header());
    while (std::getline(in, line)) {
      ++number;
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      Answer made = answer(extractor, line, input);
      if (!made.problems.empty()) {
        ++failures;
        for (Diagnostic& problem : made.problems) problem.line = number;
        tell(input, made.problems);
        if (flags_.format != "csv" && flags_.format != "text")
          made.out = error_json(made.problems.front().message, made.problems.front().hint, input, number);
      }
      const bool line_end = flags_.dump.empty() && (flags_.format == "json" || flags_.format == "jsonl");
      if (!write_out(made.out) || (line_end && !write_out("\n")) || std::fflush(stdout) != 0) return 0;
    }
    return failures;
  }

  const ExtractFlags& flags_;
  const Engine& engine_;
  JsonOptions json_;
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
                      "Files, folders (.txt .md .html in them) or - for standard input");
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
