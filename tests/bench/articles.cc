#include "articles.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "output/json.h"

namespace figmine::bench {
namespace {

Articles& all() {
  static Articles articles;
  return articles;
}

}  // namespace

const Articles& articles() { return all(); }

void load_articles(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".txt" || extension == ".md") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const std::filesystem::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    all().texts.push_back(content.str());
    all().bytes += all().texts.back().size();
  }
}

const Engine& engine() {
  static const Result<Engine> made = Engine::create({});
  return made.value();
}

ExtractOptions options() {
  ExtractOptions out;
  out.language = "en";
  out.published = "2026-01-21";
  return out;
}

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(articles().bytes));
  state.counters["articles/s"] = benchmark::Counter(
      static_cast<double>(state.iterations()) * static_cast<double>(articles().texts.size()),
      benchmark::Counter::kIsRate);
}

std::size_t run_whole(Extractor& extractor, const std::string& text, Input input) {
  ExtractOptions given = options();
  given.input = input;
  const Result<DocumentResult> result = extractor.extract(text, given);
  return result.ok() ? to_json(result.value(), {}).size() : 0;
}

}  // namespace figmine::bench
