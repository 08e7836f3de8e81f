// Compiles the rule files that were linked into it to the image that the library embeds (docs/image.md).
// usage: make_image OUTPUT
#include <cstdio>
#include <fstream>

#include "ruleset/image.h"
#include "ruleset/load.h"

namespace {

using namespace figmine;

// A warning fails too: the shipped rules have none.
Result<std::string> make_image() {
  const RuleFiles files = shipped_rules();
  const Result<std::vector<std::string>> known = languages(files);
  if (!known) return known.errors();
  std::vector<draft::Program> programs;
  for (const std::string& language : known.value()) {
    Result<LoadedDraft> loaded = load_draft(files, language);
    if (!loaded) return loaded.errors();
    if (!loaded.value().warnings.empty()) return loaded.value().warnings;
    programs.push_back(std::move(loaded.value().program));
  }
  return write_image(programs);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: make_image OUTPUT\n", stderr);
    return 2;
  }
  const Result<std::string> image = make_image();
  if (!image) {
    for (const Diagnostic& problem : image.errors()) std::fputs(render(problem).c_str(), stderr);
    return 1;
  }
  std::ofstream out(argv[1], std::ios::binary);
  out << image.value();
  out.close();
  if (!out) std::fprintf(stderr, "can't write '%s'\n", argv[1]);
  return out ? 0 : 1;
}
