// What each stage and the whole flow cost, in bytes a second of article text, beside yardsticks that read the
// same text in the same process; texts of growing length and density of figures; texts made to be hard.
// usage: figmine_bench [FOLDER] [Google Benchmark's flags]; without a folder, the corpus is read.
#include <iostream>

#include "articles.h"

int main(int argc, char** argv) {
  const bool named = argc > 1 && argv[1][0] != '-';
  figmine::bench::load_articles(named ? std::filesystem::path(argv[1])
                                      : std::filesystem::path(FIGMINE_SOURCE_DIR) / "corpus");
  if (figmine::bench::articles().texts.empty()) {
    std::cerr << "figmine_bench: no articles (.txt, .md) there\n";
    return 2;
  }
  if (named) {
    argv[1] = argv[0];
    ++argv;
    --argc;
  }
  figmine::bench::register_sizes();
  figmine::bench::register_hard_texts();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
