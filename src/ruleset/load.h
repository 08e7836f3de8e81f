// ruleset/load: rule files -> draft -> image -> Program. The manifest names languages, lexicons and layers; a
// user's folder may replace files, add lexicons and rules, and switch rules off. Every problem is reported
// with file, line and column, several at once. Tested by tests/unit/rules_test.cc.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "figmine/result.h"
#include "ruleset/draft.h"

namespace figmine {

// Rule files by their path relative to the rules folder ("en/numbers.toml"), with '/' as separator.
struct RuleFiles {
  std::map<std::string, std::string_view> files;
  std::string_view user_manifest;  // DIR/manifest.toml of a user's folder; may be empty
  std::string user_folder;         // for messages
  std::shared_ptr<std::deque<std::string>> storage =
      std::make_shared<std::deque<std::string>>();  // owns what was read from disk
};

// The rules built into the binary.
[[nodiscard]] RuleFiles shipped_rules();
// Lays a user's folder over the rules. Error: not a folder, or a file that can't be read.
[[nodiscard]] Result<RuleFiles> overlay(RuleFiles rules, const std::string& folder);

struct LoadedDraft {
  draft::Program program;
  Diagnostics warnings;  // e.g. an unreachable rule
};

// What the language's rule files say. Errors: no such language, bad TOML, unknown keys, types, captures or
// functions, bad patterns.
[[nodiscard]] Result<LoadedDraft> load_draft(const RuleFiles& rules, const std::string& language);

struct LoadedProgram {
  std::shared_ptr<const Program> program;  // owns its image
  Diagnostics warnings;
};

// The same as a program. Errors: those of load_draft, and rules that are too large.
[[nodiscard]] Result<LoadedProgram> load_program(const RuleFiles& rules, const std::string& language);
// What is said of a language without rules.
[[nodiscard]] Diagnostic unknown_language(const std::string& language);
// The languages that the manifest lists.
[[nodiscard]] Result<std::vector<std::string>> languages(const RuleFiles& rules);

}  // namespace figmine
