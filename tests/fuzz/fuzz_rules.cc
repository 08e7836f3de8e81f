// libFuzzer over rule files: any bytes as a user's rules give a program or diagnostics, never a crash or a
// hang.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "ruleset/load.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // toml++ 3.3 is undefined for some characters beyond ASCII that stand outside strings and comments.
  if (std::any_of(data, data + size, [](std::uint8_t byte) { return byte > 0x7F; })) return -1;
  figmine::RuleFiles files;
  files.storage->emplace_back(
      "schema = 1\n[[language]]\ncode = 'en'\nfolder = 'en'\n[[language.layer]]\nname = 'a'\nfiles = "
      "['a.toml']\n");
  files.storage->emplace_back(reinterpret_cast<const char*>(data), size);
  files.files["manifest.toml"] = (*files.storage)[0];
  files.files["en/a.toml"] = (*files.storage)[1];
  const figmine::Result<figmine::LoadedProgram> loaded = figmine::load_program(files, "en");
  if (!loaded.ok() && loaded.errors().empty()) std::abort();
  return 0;
}
