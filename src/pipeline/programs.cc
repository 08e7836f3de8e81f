#include "pipeline/programs.h"

#include <algorithm>

#include "ruleset/embedded.h"
#include "ruleset/image.h"

namespace figmine {
namespace {

std::shared_ptr<const Program> in_executable(const Program& program) {
  return {std::shared_ptr<const Program>(), &program};
}

Result<std::span<const Program>> shipped_programs() {
  return open_image(embedded_images().front().content, ImageCheck::kHeader);
}

}  // namespace

Result<Programs> open_programs(const std::string& rules_folder) {
  Programs out;
  if (rules_folder.empty()) {
    const Result<std::span<const Program>> shipped = shipped_programs();
    if (!shipped) return shipped.errors();
    for (const Program& program : shipped.value()) {
      out.languages.push_back(program.language.str());
      out.by_language[program.language.str()] = in_executable(program);
    }
    return out;
  }
  const Result<RuleFiles> files = overlay(shipped_rules(), rules_folder);
  if (!files) return files.errors();
  Result<std::vector<std::string>> known = languages(files.value());
  if (!known) return known.errors();
  out.languages = std::move(known).value();
  Diagnostics problems;
  for (const std::string& language : out.languages) {
    Result<LoadedProgram> loaded = load_program(files.value(), language);
    if (!loaded) {
      problems.insert(problems.end(), loaded.errors().begin(), loaded.errors().end());
      continue;
    }
    out.by_language[language] = loaded.value().program;
    const Diagnostics& warnings = loaded.value().warnings;
    out.warnings.insert(out.warnings.end(), warnings.begin(), warnings.end());
  }
  if (!problems.empty()) return problems;
  return out;
}

Result<LoadedProgram> open_program(const std::string& rules_folder, const std::string& language) {
  if (!rules_folder.empty()) {
    const Result<RuleFiles> files = overlay(shipped_rules(), rules_folder);
    if (!files) return files.errors();
    return load_program(files.value(), language);
  }
  const Result<std::span<const Program>> shipped = shipped_programs();
  if (!shipped) return shipped.errors();
  const auto found = std::find_if(shipped.value().begin(), shipped.value().end(),
                                  [&](const Program& program) { return program.language == language; });
  if (found == shipped.value().end()) return unknown_language(language);
  return LoadedProgram{in_executable(*found), {}};
}

}  // namespace figmine
