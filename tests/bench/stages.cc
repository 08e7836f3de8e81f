// What each stage and the whole flow cost, in bytes a second of article text, beside yardsticks that read the
// same text in the same process: ICU's word break and sentence break, an RE2 search for numbers, and a copy.
// usage: figmine_bench [FOLDER] [Google Benchmark's flags]; without a folder, the corpus is read.
#include "pipeline/stages.h"

#include <benchmark/benchmark.h>
#include <re2/re2.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
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
  state.counters["out/in"] = static_cast<double>(out) / static_cast<double>(articles().bytes);
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
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
