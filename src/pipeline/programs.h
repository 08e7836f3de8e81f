// pipeline/programs: the programs to run: the shipped rules as they lie in the executable, or a user's folder
// laid over their files and compiled anew. Tested by tests/unit/image_test.cc.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "ruleset/load.h"

namespace figmine {

struct Programs {
  std::vector<std::string> languages;  // as the manifest lists them
  std::map<std::string, std::shared_ptr<const Program>> by_language;
  Diagnostics warnings;
};

// Every language's program; `rules_folder` may be empty. Errors: the folder's, and those of load_program.
[[nodiscard]] Result<Programs> open_programs(const std::string& rules_folder);

// One language's. Error besides: no such language.
[[nodiscard]] Result<LoadedProgram> open_program(const std::string& rules_folder,
                                                 const std::string& language);

}  // namespace figmine
