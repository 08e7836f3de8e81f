// What each stage and the whole flow cost, in bytes a second of article text, beside yardsticks that read the
// same text in the same process: ICU's word break and sentence break, an RE2 search for numbers, and a copy.
// Then texts made to be hard. A Markdown table of all, with the ratios to the yardsticks, ends the output.
// usage: figmine_bench [FOLDER] [Google Benchmark's flags]; without a folder, the corpus is read.
#include "pipeline/stages.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <re2/re2.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>

#include "document/read.h"
#include "figmine/figmine.h"
#include "output/json.h"
#include "ruleset/load.h"

namespace {

namespace fs = std::filesystem;
using namespace figmine;

struct Articles {
  std::vector<std::string> texts;
  std::size_t bytes = 0;
};

Articles& articles() {
  static Articles all;
  return all;
}

void load(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".txt" || extension == ".md") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    articles().texts.push_back(content.str());
    articles().bytes += articles().texts.back().size();
  }
}

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(articles().bytes));
  state.counters["articles/s"] = benchmark::Counter(
      static_cast<double>(state.iterations()) * static_cast<double>(articles().texts.size()),
      benchmark::Counter::kIsRate);
}

const Engine& engine() {
  static const Result<Engine> made = Engine::create({});
  return made.value();
}

std::shared_ptr<const Program> program() {
  static const std::shared_ptr<const Program> made = load_program(shipped_rules(), "en").value().program;
  return made;
}

ExtractOptions options() {
  ExtractOptions out;
  out.language = "en";
  out.published = "2026-01-21";
  return out;
}

void whole_flow(benchmark::State& state) {
  Extractor extractor(engine());
  std::size_t out = 0;
  for (auto _ : state) {
    out = 0;
    for (const std::string& text : articles().texts) {
      const Result<DocumentResult> result = extractor.extract(text, options());
      if (result.ok()) out += to_json(result.value(), {}).size();
    }
  }
  count_bytes(state);
  state.counters["out/s"] =
      benchmark::Counter(static_cast<double>(state.iterations()) * static_cast<double>(out),
                         benchmark::Counter::kIsRate, benchmark::Counter::kIs1000);
}
BENCHMARK(whole_flow)->Unit(benchmark::kMillisecond);

void extract_only(benchmark::State& state) {
  Extractor extractor(engine());
  for (auto _ : state) {
    for (const std::string& text : articles().texts)
      benchmark::DoNotOptimize(extractor.extract(text, options()));
  }
  count_bytes(state);
}
BENCHMARK(extract_only)->Unit(benchmark::kMillisecond);

Document read(const std::string& text) {
  Result<Document> document = read_document(text, {});
  return document.ok() ? std::move(document).value() : Document{};
}

std::vector<Document> read_all() {
  std::vector<Document> documents;
  for (const std::string& text : articles().texts) documents.push_back(read(text));
  return documents;
}

void stage_document(benchmark::State& state) {
  for (auto _ : state) {
    for (const std::string& text : articles().texts) benchmark::DoNotOptimize(read(text));
  }
  count_bytes(state);
}
BENCHMARK(stage_document)->Unit(benchmark::kMillisecond);

void stage_text(benchmark::State& state) {
  Matcher matcher(program());
  const std::vector<Document> documents = read_all();
  for (auto _ : state) {
    for (const Document& document : documents) {
      matcher.trim();
      benchmark::DoNotOptimize(segment(document, *program(), matcher.forms()));
    }
  }
  count_bytes(state);
}
BENCHMARK(stage_text)->Unit(benchmark::kMillisecond);

void stage_match(benchmark::State& state) {
  Matcher matcher(program());
  const std::vector<Document> documents = read_all();
  for (auto _ : state) {
    for (const Document& document : documents) {
      matcher.trim();
      const Text text = segment(document, *program(), matcher.forms());
      const MatchContext context{document.text, text.tokens, std::nullopt};
      for (const Sentence& sentence : text.sentences)
        benchmark::DoNotOptimize(matcher.run(context, {sentence.begin, sentence.end}));
    }
  }
  count_bytes(state);
}
BENCHMARK(stage_match)->Unit(benchmark::kMillisecond);

// Everything after reading: segment, match, resolve, assemble.
void stage_all_after_document(benchmark::State& state) {
  Matcher matcher(program());
  const std::vector<Document> documents = read_all();
  for (auto _ : state) {
    for (const Document& document : documents) {
      matcher.trim();
      Stages stages;
      stages.document = document;
      stages.language = "en";
      run_stages(stages, matcher);
      benchmark::DoNotOptimize(stages);
    }
  }
  count_bytes(state);
}
BENCHMARK(stage_all_after_document)->Unit(benchmark::kMillisecond);

void stage_write(benchmark::State& state) {
  Extractor extractor(engine());
  std::vector<DocumentResult> results;
  for (const std::string& text : articles().texts) {
    Result<DocumentResult> result = extractor.extract(text, options());
    if (result.ok()) results.push_back(std::move(result).value());
  }
  for (auto _ : state) {
    for (const DocumentResult& result : results) benchmark::DoNotOptimize(to_json(result, {}));
  }
  count_bytes(state);
}
BENCHMARK(stage_write)->Unit(benchmark::kMillisecond);

// ---------------------------------------------------------------- texts made to be hard

constexpr std::size_t kMegabyte = 1000 * 1000;

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string out;
  out.reserve(bytes + part.size());
  while (out.size() < bytes) out += part;
  return out;
}

std::string one_sentence() {
  std::string out;
  for (int word = 0; out.size() < 10 * kMegabyte; ++word)
    out += word % 200 == 199 ? "sold 25 pumps and " : "the long river of words ";
  return out + ".";
}

std::string nested_html() {
  constexpr std::size_t kDepth = 20000;
  return "<html><body>" + repeated("<div><b>", kDepth * 8) + "Revenue rose 5%." +
         repeated("</b></div>", kDepth * 10) + "</body></html>";
}

struct HardText {
  std::string name;
  std::function<std::string()> make;
  Input input = Input::kText;
};

const std::vector<HardText>& hard_texts() {
  const auto same = [](std::string part, std::size_t bytes = kMegabyte) {
    return [part = std::move(part), bytes] { return repeated(part, bytes); };
  };
  constexpr std::string_view kBullet = "- Sales of pumps rose 5%\n";
  static const std::vector<HardText> kTexts = {
      {"digits", same("0123456789")},
      {"commas", same(",")},
      {"brackets", same("([{")},
      {"closing_brackets", same(")]}")},
      {"quotes", same("\"")},
      {"curly_quotes", same("\u201C\u2019")},
      {"hyphened_ones", same("1-1-")},
      {"one_hundred", same("one hundred ")},
      {"dollar_signs", same("$")},
      {"percent_list", same("5%, ")},
      {"one_sentence_10MB", one_sentence},
      {"bullets_100000", same(std::string(kBullet), 100000 * kBullet.size())},
      {"nested_html", nested_html, Input::kHtml},
  };
  return kTexts;
}

void hard(benchmark::State& state, const HardText& hard_text) {
  const std::string text = hard_text.make();
  ExtractOptions given = options();
  given.input = hard_text.input;
  Extractor extractor(engine());
  for (auto _ : state) {
    const Result<DocumentResult> result = extractor.extract(text, given);
    if (result.ok()) benchmark::DoNotOptimize(to_json(result.value(), {}));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void register_hard() {
  for (const HardText& text : hard_texts())
    benchmark::RegisterBenchmark(("hard_" + text.name).c_str(), hard, text)->Unit(benchmark::kMillisecond);
}

// ---------------------------------------------------------------- yardsticks

void icu_breaks(benchmark::State& state, bool words) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      words ? icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status)
            : icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
  std::vector<icu::UnicodeString> texts;
  for (const std::string& text : articles().texts) texts.push_back(icu::UnicodeString::fromUTF8(text));
  for (auto _ : state) {
    int count = 0;
    for (const icu::UnicodeString& text : texts) {
      breaks->setText(text);
      while (breaks->next() != icu::BreakIterator::DONE) ++count;
    }
    benchmark::DoNotOptimize(count);
  }
  count_bytes(state);
}
void yardstick_icu_words(benchmark::State& state) { icu_breaks(state, true); }
void yardstick_icu_sentences(benchmark::State& state) { icu_breaks(state, false); }
BENCHMARK(yardstick_icu_words)->Unit(benchmark::kMillisecond);
BENCHMARK(yardstick_icu_sentences)->Unit(benchmark::kMillisecond);

void yardstick_re2_numbers(benchmark::State& state) {
  const RE2 number(R"(\d[\d,.]*)");
  for (auto _ : state) {
    int count = 0;
    for (const std::string& text : articles().texts) {
      re2::StringPiece rest(text);
      while (RE2::FindAndConsume(&rest, number)) ++count;
    }
    benchmark::DoNotOptimize(count);
  }
  count_bytes(state);
}
BENCHMARK(yardstick_re2_numbers)->Unit(benchmark::kMillisecond);

void yardstick_copy(benchmark::State& state) {
  std::string copy;
  for (auto _ : state) {
    for (const std::string& text : articles().texts) {
      copy.resize(text.size());
      std::memcpy(copy.data(), text.data(), text.size());
      benchmark::DoNotOptimize(copy.data());
    }
  }
  count_bytes(state);
}
BENCHMARK(yardstick_copy)->Unit(benchmark::kMillisecond);

// ---------------------------------------------------------------- the table

// Prints what Google Benchmark prints, and keeps the rates.
class RateReporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      const auto rate = run.counters.find("bytes_per_second");
      if (rate == run.counters.end()) continue;
      names_.push_back(run.run_name.function_name);
      rates_[names_.back()] = rate->second;
      for (const char* counter : {"out/s", "articles/s"}) {
        if (const auto it = run.counters.find(counter);
            it != run.counters.end() && names_.back() == "whole_flow")
          extras_[counter] = it->second;
      }
    }
  }

  // One row a benchmark: MB of input a second and the ratio to each yardstick (to the whole flow, for texts
  // made to be hard).
  [[nodiscard]] std::string table() const {
    std::string out =
        "\n| | MB/s | x ICU words | x ICU sentences | x RE2 numbers | x copy | x whole flow |\n"
        "|---|---:|---:|---:|---:|---:|---:|\n";
    for (const std::string& name : names_) {
      const double rate = rates_.at(name);
      out += fmt::format("| {} | {:.2f} |", name, rate / 1e6);
      for (const char* other : {"yardstick_icu_words", "yardstick_icu_sentences", "yardstick_re2_numbers",
                                "yardstick_copy", "whole_flow"})
        out += ratio(rate, other);
      out += "\n";
    }
    for (const auto& [name, value] : extras_)
      out += name == "out/s" ? fmt::format("\nwhole_flow writes {:.2f} MB/s\n", value / 1e6)
                             : fmt::format("\nwhole_flow reads {:.0f} articles/s\n", value);
    return out;
  }

 private:
  std::string ratio(double rate, const std::string& other) const {
    const auto it = rates_.find(other);
    return it == rates_.end() ? " |" : fmt::format(" {:.3g} |", rate / it->second);
  }

  std::vector<std::string> names_;
  std::map<std::string, double> rates_;
  std::map<std::string, double> extras_;  // of the whole flow
};

}  // namespace

int main(int argc, char** argv) {
  const bool named = argc > 1 && argv[1][0] != '-';
  load(named ? fs::path(argv[1]) : fs::path(FIGMINE_SOURCE_DIR) / "corpus");
  if (articles().texts.empty()) {
    std::cerr << "figmine_bench: no articles (.txt, .md) there\n";
    return 2;
  }
  if (named) {
    argv[1] = argv[0];
    ++argv;
    --argc;
  }
  register_hard();
  benchmark::Initialize(&argc, argv);
  RateReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  std::cout << reporter.table();
  return 0;
}
