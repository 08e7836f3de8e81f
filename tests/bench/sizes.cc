// How the cost grows with the length of an article and with the density of its figures.
#include <string_view>

#include "articles.h"

namespace figmine::bench {
namespace {

void run_text(benchmark::State& state, const std::string& text) {
  Extractor extractor(engine());
  for (auto _ : state) benchmark::DoNotOptimize(run_whole(extractor, text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

// The articles one after another, cut at the length.
void length(benchmark::State& state) {
  const auto bytes = static_cast<std::size_t>(state.range(0));
  std::string text;
  for (std::size_t i = 0; text.size() < bytes; i = (i + 1) % articles().texts.size()) {
    text += articles().texts[i];
    text += "\n\n";
  }
  text.resize(bytes);
  run_text(state, text);
}

// 100 KB in sentences of which so many in a hundred have a figure.
void density(benchmark::State& state) {
  constexpr std::size_t kBytes = 100000;
  constexpr std::string_view kWith = "Sales of pumps at the northern plant rose 5% in the second quarter. ";
  constexpr std::string_view kWithout =
      "Sales of pumps at the northern plant rose again after a slow summer. ";
  std::string text;
  for (std::int64_t owed = 0; text.size() < kBytes;) {
    owed += state.range(0);
    text += owed >= 100 ? kWith : kWithout;
    if (owed >= 100) owed -= 100;
  }
  run_text(state, text);
}

}  // namespace

void register_sizes() {
  auto* const lengths = benchmark::RegisterBenchmark("length", length)->Unit(benchmark::kMillisecond);
  for (std::int64_t bytes = 1000; bytes <= 10000000; bytes *= 10) lengths->Arg(bytes);
  auto* const densities = benchmark::RegisterBenchmark("density", density)->Unit(benchmark::kMillisecond);
  for (const std::int64_t percent : {0, 10, 25, 50, 100}) densities->Arg(percent);
}

}  // namespace figmine::bench
