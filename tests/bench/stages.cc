// The whole flow, and each stage by itself.
#include "pipeline/stages.h"

#include "articles.h"
#include "document/read.h"
#include "output/json.h"
#include "ruleset/load.h"

namespace figmine::bench {
namespace {

std::shared_ptr<const Program> program() {
  static const std::shared_ptr<const Program> made = load_program(shipped_rules(), "en").value().program;
  return made;
}

void whole_flow(benchmark::State& state) {
  Extractor extractor(engine());
  std::size_t out = 0;
  const std::size_t before = allocations();
  for (auto _ : state) {
    for (const std::string& text : articles().texts) out += run_whole(extractor, text);
  }
  count_bytes(state);
  state.counters["out/s"] =
      benchmark::Counter(static_cast<double>(out), benchmark::Counter::kIsRate, benchmark::Counter::kIs1000);
  state.counters["allocations/article"] =
      static_cast<double>(allocations() - before) /
      (static_cast<double>(state.iterations()) * static_cast<double>(articles().texts.size()));
}
BENCHMARK(whole_flow)->Unit(benchmark::kMillisecond);

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

}  // namespace
}  // namespace figmine::bench
