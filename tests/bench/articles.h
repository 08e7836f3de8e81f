// bench/articles: the text that all benchmarks read, and what they share.
#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "figmine/figmine.h"

namespace figmine::bench {

struct Articles {
  std::vector<std::string> texts;
  std::size_t bytes = 0;
};

// Filled once, before any benchmark runs.
[[nodiscard]] const Articles& articles();
void load_articles(const std::filesystem::path& folder);  // .txt and .md, in path order

[[nodiscard]] const Engine& engine();
[[nodiscard]] ExtractOptions options();

// Tells the rate in bytes and articles, for one pass over all articles an iteration.
void count_bytes(benchmark::State& state);

// The whole of figmine on one text: JSON's bytes; 0 where it can't be read.
[[nodiscard]] std::size_t run_whole(Extractor& extractor, const std::string& text,
                                    Input input = Input::kAuto);

// Benchmarks whose number is not known before main().
void register_hard_texts();
void register_sizes();

// How often this process has asked for memory.
[[nodiscard]] std::size_t allocations();

}  // namespace figmine::bench
