// Writes the image of a language's shipped rules. Run while building. usage: make_image LANGUAGE FILE
#include <cstdio>
#include <fstream>

#include "ruleset/image.h"
#include "ruleset/load.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: make_image LANGUAGE FILE\n", stderr);
    return 2;
  }
  const figmine::Result<figmine::LoadedProgram> loaded =
      figmine::load_program(figmine::shipped_rules(), argv[1]);
  const figmine::Diagnostics& problems = loaded.ok() ? loaded.value().warnings : loaded.errors();
  for (const figmine::Diagnostic& problem : problems) std::fputs(figmine::render(problem).c_str(), stderr);
  if (!problems.empty()) return 1;
  std::ofstream file(argv[2], std::ios::binary);
  file << figmine::to_image(*loaded.value().program) << std::flush;
  return file ? 0 : 1;
}
