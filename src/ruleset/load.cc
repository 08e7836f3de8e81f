#include "ruleset/load.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>

#include "base/sha256.h"
#include "ruleset/compile.h"
#include "ruleset/datelines.h"
#include "ruleset/embedded.h"
#include "ruleset/expression.h"
#include "ruleset/image.h"
#include "ruleset/lexicon.h"
#include "ruleset/toml.h"

namespace figmine {
namespace {

namespace fs = std::filesystem;

std::string_view line_of(std::string_view text, int line) {
  for (int i = 1; i < line && !text.empty(); ++i) {
    const std::size_t end = text.find('\n');
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return text.substr(0, text.find('\n'));
}

// A parsed TOML file with what its messages need.
struct TomlFile {
  std::string path;
  std::string_view text;
  toml::table table;
};

class Reporter {
 public:
  void at(const TomlFile& file, const toml::source_region& where, std::string message, std::string hint,
          Severity severity = Severity::kError, std::size_t offset = 0) {
    Diagnostic d = error(std::move(message), std::move(hint));
    d.severity = severity;
    d.file = file.path;
    d.line = static_cast<int>(where.begin.line);
    d.column = static_cast<int>(where.begin.column + offset);
    d.excerpt = std::string(line_of(file.text, d.line));
    (severity == Severity::kError ? errors : warnings).push_back(std::move(d));
  }
  Diagnostics errors;
  Diagnostics warnings;
};

std::optional<TomlFile> parse_toml(const std::string& path, std::string_view text, Reporter& report) {
  TomlFile file{path, text, {}};
  toml::parse_result result = toml::parse(text, path);
  if (!result) {
    report.at(file, result.error().source(), std::string(result.error().description()), "");
    return std::nullopt;
  }
  file.table = std::move(result).table();
  return file;
}

// Unknown keys are errors with the nearest known one as a hint.
void check_keys(const TomlFile& file, const toml::table& table, const std::vector<std::string>& known,
                Reporter& report) {
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::string near = nearest_name(name, known);
    report.at(file, key.source(), "unknown key '" + name + "'",
              near.empty() ? "" : "did you mean '" + near + "'?");
  }
}

std::string text_of(const toml::table& table, std::string_view key) {
  return table[key].value_or(std::string());
}

struct RuleFileRef {
  std::string layer;
  std::string path;
};

struct LayerSpec {
  std::string name;
  LayerMode mode = LayerMode::kLongest;
  std::vector<std::string> files;
};

struct LexiconRef {
  std::string path, type, form, exact, tags, prefixes;
};

struct LanguageSpec {
  std::string code;
  std::vector<LexiconRef> lexicons;
  std::vector<LayerSpec> layers;
  std::vector<std::string> off;
  std::vector<std::string> macro_files;
};

class Loader {
 public:
  Loader(const RuleFiles& rules, std::string language) : rules_(rules), language_(std::move(language)) {}

  Result<LoadedDraft> run() {
    std::optional<LanguageSpec> spec = read_manifests();
    if (!spec) return failure();
    program_.language = spec->code;
    program_.hash = hash();
    for (const std::string_view name : {"value", "text", "span"}) program_.attributes.add(name);
    for (const LexiconRef& lexicon : spec->lexicons) load_lexicon(lexicon);
    add_currencies(program_, spec->code);
    for (const std::string& path : spec->macro_files) load_macros(path);
    for (const LayerSpec& layer : spec->layers) load_layer(layer, spec->off);
    for (const std::string& name : spec->off) {
      if (!switched_off_.contains(name))
        report_.errors.push_back(error("'off' names an unknown rule '" + name + "'"));
    }
    if (report_.errors.empty()) load_datelines();
    if (!report_.errors.empty()) return failure();
    return LoadedDraft{std::move(program_), std::move(report_.warnings)};
  }

  static Result<std::vector<std::string>> list_languages(const RuleFiles& rules) {
    Loader loader(rules, "");
    const std::optional<TomlFile> file = loader.open("manifest.toml");
    if (!file) return loader.failure();
    std::vector<std::string> out;
    if (const toml::array* languages = file->table["language"].as_array()) {
      for (const toml::node& node : *languages) {
        if (const toml::table* table = node.as_table()) out.push_back(text_of(*table, "code"));
      }
    }
    return out;
  }

 private:
  Diagnostics failure() {
    if (report_.errors.empty()) report_.errors.push_back(unknown_language(language_));
    return report_.errors;
  }

  std::optional<TomlFile> open(const std::string& path) {
    const auto it = rules_.files.find(path);
    if (it == rules_.files.end()) {
      report_.errors.push_back(error("no rule file '" + path + "'", "the manifest names it"));
      return std::nullopt;
    }
    return parse_toml(path, it->second, report_);
  }

  // ------------------------------------------------------------ manifest

  std::optional<LanguageSpec> read_manifests() {
    const std::optional<TomlFile> shipped = open("manifest.toml");
    if (!shipped) return std::nullopt;
    LanguageSpec spec;
    if (!read_manifest(*shipped, spec, false)) return std::nullopt;
    if (!rules_.user_manifest.empty()) {
      const std::optional<TomlFile> user =
          parse_toml(rules_.user_folder + "/manifest.toml", rules_.user_manifest, report_);
      if (!user) return std::nullopt;
      read_manifest(*user, spec, true);
    }
    return spec;
  }

  bool read_manifest(const TomlFile& file, LanguageSpec& spec, bool user) {
    check_keys(file, file.table, {"schema", "language"}, report_);
    const toml::array* languages = file.table["language"].as_array();
    bool found = false;
    for (std::size_t i = 0; languages != nullptr && i < languages->size(); ++i) {
      const toml::table* table = languages->get(i)->as_table();
      if (table == nullptr || text_of(*table, "code") != language_) continue;
      read_language(file, *table, spec, user);
      found = true;
    }
    return found;
  }

  void read_language(const TomlFile& file, const toml::table& table, LanguageSpec& spec, bool user) {
    check_keys(file, table, {"code", "folder", "lexicon", "layer", "macros", "off"}, report_);
    spec.code = language_;
    const std::string folder = table["folder"].value_or(language_) + "/";
    for (const std::string& path : strings(table["macros"].as_array()))
      spec.macro_files.push_back(folder + path);
    for (const std::string& name : strings(table["off"].as_array())) spec.off.push_back(name);
    for_tables(table["lexicon"].as_array(),
               [&](const toml::table& entry) { read_lexicon(file, entry, folder, spec, user); });
    for_tables(table["layer"].as_array(),
               [&](const toml::table& entry) { read_layer(file, entry, folder, spec, user); });
  }

  void read_lexicon(const TomlFile& file, const toml::table& entry, const std::string& folder,
                    LanguageSpec& spec, bool user) {
    check_keys(file, entry, {"file", "type", "form", "exact", "tags", "prefixes"}, report_);
    LexiconRef ref{
        folder + text_of(entry, "file"), text_of(entry, "type"), entry["form"].value_or(std::string("form")),
        text_of(entry, "exact"),         text_of(entry, "tags"), ""};
    if (const std::string prefixes = text_of(entry, "prefixes"); !prefixes.empty())
      ref.prefixes = folder + prefixes;
    // A user's copy of the shipped manifest lists what is listed already.
    const auto same = std::find_if(spec.lexicons.begin(), spec.lexicons.end(), [&](const LexiconRef& known) {
      return known.path == ref.path && known.type == ref.type;
    });
    if (user && same != spec.lexicons.end()) return;
    // The first row of a form wins within its type, so a user's rows come first.
    spec.lexicons.insert(user ? spec.lexicons.begin() : spec.lexicons.end(), std::move(ref));
  }

  void read_layer(const TomlFile& file, const toml::table& entry, const std::string& folder,
                  LanguageSpec& spec, bool user) {
    check_keys(file, entry, {"name", "mode", "files"}, report_);
    LayerSpec layer;
    layer.name = text_of(entry, "name");
    const std::string mode = entry["mode"].value_or(std::string("longest"));
    if (mode != "longest" && mode != "all")
      report_.at(file, entry.source(), "unknown mode '" + mode + "'", "'longest' or 'all'");
    layer.mode = mode == "all" ? LayerMode::kAll : LayerMode::kLongest;
    for (const std::string& path : strings(entry["files"].as_array())) layer.files.push_back(folder + path);
    const auto same = std::find_if(spec.layers.begin(), spec.layers.end(),
                                   [&](const LayerSpec& known) { return known.name == layer.name; });
    if (same == spec.layers.end()) {
      spec.layers.push_back(std::move(layer));
    } else if (user) {
      for (const std::string& path : layer.files) {
        if (std::find(same->files.begin(), same->files.end(), path) == same->files.end())
          same->files.push_back(path);
      }
    } else {
      report_.at(file, entry.source(), "the layer '" + layer.name + "' is listed twice",
                 "give each layer one entry");
    }
  }

  static std::vector<std::string> strings(const toml::array* array) {
    std::vector<std::string> out;
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
      if (const auto text = array->get(i)->value<std::string>()) out.push_back(*text);
    }
    return out;
  }

  template <class F>
  static void for_tables(const toml::array* array, const F& f) {
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
      if (const toml::table* table = array->get(i)->as_table()) f(*table);
    }
  }

  // ------------------------------------------------------------ lexicons and macros

  void load_lexicon(const LexiconRef& ref) {
    const auto file = rules_.files.find(ref.path);
    if (file == rules_.files.end()) {
      report_.errors.push_back(error("no lexicon '" + ref.path + "'", "the manifest names it"));
      return;
    }
    LexiconSpec spec{ref.path, ref.type, ref.form, ref.exact, ref.tags, file->second, {}, ref.prefixes};
    if (!ref.prefixes.empty()) {
      const auto prefixes = rules_.files.find(ref.prefixes);
      if (prefixes == rules_.files.end()) {
        report_.errors.push_back(
            error("no table of prefixes '" + ref.prefixes + "'", "the manifest names it"));
        return;
      }
      spec.prefixes = prefixes->second;
    }
    for (Diagnostic& problem : add_lexicon(spec, program_)) report_.errors.push_back(std::move(problem));
  }

  void load_datelines() {
    const std::string path = language_ + "/dateline.toml";
    const auto file = rules_.files.find(path);
    if (file == rules_.files.end()) return;
    for (Diagnostic& problem : read_datelines(file->second, path, program_))
      report_.errors.push_back(std::move(problem));
  }

  void load_macros(const std::string& path) {
    if (const std::optional<TomlFile> file = open(path)) read_macros(*file);
  }

  void read_macros(const TomlFile& file) {
    if (!macro_files_.insert(file.path).second) return;  // a file may serve several layers
    const toml::table* table = file.table["macros"].as_table();
    if (table == nullptr) return;
    for (const auto& [key, node] : *table) {
      const std::string name(key.str());
      if (!macros_.emplace(name, node.value_or(std::string())).second) {
        report_.at(file, key.source(), "the macro '@" + name + "' is defined twice",
                   "macros are shared by all files of a language");
      }
    }
  }

  // ------------------------------------------------------------ layers and rules

  void load_layer(const LayerSpec& spec, const std::vector<std::string>& off) {
    program_.layers.emplace_back();
    draft::Layer& layer = program_.layers.back();
    layer.name = spec.name;
    layer.mode = spec.mode;
    made_here_.clear();
    std::vector<TomlFile> files;
    for (const std::string& path : spec.files) {
      std::optional<TomlFile> file = open(path);
      if (!file) continue;
      check_keys(*file, file->table, {"macros", "rule"}, report_);
      read_macros(*file);
      files.push_back(std::move(*file));
    }
    for (const TomlFile& file : files) {
      program_.sources.push_back(file.path);
      for_tables(file.table["rule"].as_array(), [&](const toml::table& table) {
        if (table["layer"].value_or(spec.name) == spec.name) read_rule(file, table, layer, off);
      });
    }
    for (const std::string& type : made_here_) known_types_.insert(type);
  }

  void read_rule(const TomlFile& file, const toml::table& table, draft::Layer& layer,
                 const std::vector<std::string>& off) {
    check_keys(file, table, {"name", "layer", "pattern", "emit", "span", "target", "set", "yes", "no"},
               report_);
    draft::Rule rule;
    rule.name = text_of(table, "name");
    rule.source = static_cast<std::uint32_t>(program_.sources.size() - 1);
    rule.line = static_cast<int>(table.source().begin.line);
    rule.pattern = text_of(table, "pattern");
    if (rule.name.empty() || rule.pattern.empty()) {
      report_.at(file, table.source(), "a rule needs a name and a pattern", "");
      return;
    }
    if (std::find(off.begin(), off.end(), rule.name) != off.end()) {
      switched_off_.insert(rule.name);
      return;
    }
    if (const auto known = rule_names_.find(rule.name);
        known != rule_names_.end() && known->second == file.path) {
      report_.at(file, table.source(), "the rule '" + rule.name + "' is defined twice", "names are unique");
      return;
    }
    rule_names_[rule.name] = file.path;
    const std::size_t before = layer.rules.size();
    const auto same = std::find_if(layer.rules.begin(), layer.rules.end(),
                                   [&](const draft::Rule& known) { return known.name == rule.name; });
    const std::size_t index =
        same == layer.rules.end() ? before : static_cast<std::size_t>(same - layer.rules.begin());
    const std::optional<std::vector<std::string>> captures = compile_rule(file, table, layer, index, rule);
    if (!captures) return;
    read_actions(file, table, *captures, rule);
    read_examples(file, table, rule);
    warn_unreachable(file, table, layer, rule);
    if (index == before) {
      layer.rules.push_back(std::move(rule));
    } else {
      layer.rules[index] = std::move(rule);  // a user's rule of the same name takes the shipped one's place
    }
  }

  // The names of its captures; nothing where the pattern has an error.
  std::optional<std::vector<std::string>> compile_rule(const TomlFile& file, const toml::table& table,
                                                       draft::Layer& layer, std::size_t index,
                                                       draft::Rule& rule) {
    const toml::source_region where = table["pattern"].node()->source();
    const auto complain = [&](const PatternError& problem) {
      report_.at(file, where, problem.message,
                 problem.hint.empty() ? hint_for(problem.message) : problem.hint, Severity::kError,
                 problem.offset + 1);
    };
    auto parsed = parse_pattern(rule.pattern, macros_);
    if (const auto* problem = std::get_if<PatternError>(&parsed)) {
      complain(*problem);
      return std::nullopt;
    }
    const Pattern& pattern = std::get<Pattern>(parsed);
    const CompileContext context{program_, layer, [&](std::string_view name) { return find_type(name); }};
    if (const auto problem = compile_pattern(pattern, static_cast<std::uint32_t>(index), rule, context)) {
      complain(*problem);
      return std::nullopt;
    }
    const PatternNode& body = pattern.body;
    const PatternNode& last = body.kind == PatternNode::Kind::kSequence ? body.children.back() : body;
    if (last.kind == PatternNode::Kind::kCapture) rule.last_capture = program_.captures.add(last.text);
    std::vector<std::string> captures;
    collect_captures(body, captures, rule);
    return captures;
  }

  std::uint32_t find_type(std::string_view name) {
    const std::uint32_t id = program_.types.find(name);
    if (id == kNone) return kNone;
    // A lexicon's type, or one that an earlier layer makes.
    return made_here_.contains(std::string(name)) && !known_types_.contains(std::string(name)) ? kNone : id;
  }

  std::string hint_for(const std::string& message) {
    const std::size_t open = message.find('<');
    const std::size_t close = message.find('>');
    if (open == std::string::npos || close == std::string::npos) return {};
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < program_.types.size(); ++i) names.push_back(program_.types.name(i));
    const std::string near = nearest_name(message.substr(open + 1, close - open - 1), names);
    return near.empty() ? "lexicons and earlier layers make types" : "did you mean <" + near + ">?";
  }

  // The one type that an element holds: <type>, or a bracket that asks for it alone; empty otherwise.
  static std::string held_type(const PatternNode& node) {
    if (node.kind == PatternNode::Kind::kType) return node.text;
    if (node.kind != PatternNode::Kind::kTests) return {};
    std::string found;
    for (const PatternTest& test : node.tests) {
      if (test.negated || test.kind != PatternTest::Kind::kType) continue;
      if (!found.empty()) return {};
      found = test.text;
    }
    return found;
  }

  void collect_captures(const PatternNode& node, std::vector<std::string>& out, draft::Rule& rule) {
    if (node.kind == PatternNode::Kind::kCapture) {
      out.push_back(node.text);
      const PatternNode& held = node.children.front();
      if (const std::string type = held_type(held); !type.empty())
        rule.capture_types.emplace_back(program_.captures.add(node.text), program_.types.find(type));
    }
    for (const PatternNode& child : node.children) collect_captures(child, out, rule);
  }

  std::uint32_t known_capture(const TomlFile& file, const toml::table& table, const char* key,
                              const std::vector<std::string>& captures) {
    const std::string name = text_of(table, key);
    if (name.empty()) return kNone;
    if (std::find(captures.begin(), captures.end(), name) == captures.end()) {
      report_.at(file, table[key].node()->source(), "unknown capture '" + name + "'",
                 "name it in the pattern: " + name + ":…");
      return kNone;
    }
    return program_.captures.add(name);
  }

  void read_actions(const TomlFile& file, const toml::table& table, const std::vector<std::string>& captures,
                    draft::Rule& rule) {
    const std::string emit = text_of(table, "emit");
    rule.span_capture = known_capture(file, table, "span", captures);
    rule.target = known_capture(file, table, "target", captures);
    if (emit.empty() == (rule.target == kNone)) {
      report_.at(file, table.source(), "a rule needs either 'emit' or 'target'",
                 "emit makes an annotation; target adds values to a captured one");
    }
    if (!emit.empty()) {
      rule.emit = program_.types.add(emit);
      made_here_.insert(emit);
    }
    const toml::table* set = table["set"].as_table();
    if (set == nullptr) return;
    for (const auto& [key, node] : *set) {
      const std::string text = node.value_or(std::string());
      auto parsed = parse_expression(text, program_, captures);
      if (const auto* problem = std::get_if<PatternError>(&parsed)) {
        report_.at(file, node.source(), problem->message, problem->hint, Severity::kError,
                   problem->offset + 1);
        continue;
      }
      rule.set.push_back({static_cast<AttributeId>(program_.attributes.add(key.str())),
                          std::get<draft::Expression>(std::move(parsed))});
    }
  }

  void read_examples(const TomlFile& file, const toml::table& table, draft::Rule& rule) {
    const auto add = [&](const toml::node& node, bool fires) {
      draft::Example example;
      example.fires = fires;
      example.line = static_cast<int>(node.source().begin.line);
      if (const auto text = node.value<std::string>()) {
        example.text = *text;
      } else if (const toml::array* parts = node.as_array();
                 parts != nullptr && fires && parts->size() >= 2) {
        const std::vector<std::string> texts = strings(parts);
        example.text = texts.front();
        example.expected.assign(texts.begin() + 1, texts.end());
      } else {
        report_.at(file, node.source(), "an example is a text, or [text, 'key=value', …]", "");
      }
      rule.examples.push_back(std::move(example));
    };
    for (const auto& [key, fires] : {std::pair{"yes", true}, std::pair{"no", false}}) {
      const toml::array* list = table[key].as_array();
      for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) add(*list->get(i), fires);
    }
  }

  void warn_unreachable(const TomlFile& file, const toml::table& table, const draft::Layer& layer,
                        const draft::Rule& rule) {
    if (layer.mode != LayerMode::kLongest) return;
    for (const draft::Rule& earlier : layer.rules) {
      if (earlier.name != rule.name && earlier.pattern == rule.pattern) {
        report_.at(file, table.source(), "the rule '" + rule.name + "' can't be reached",
                   "'" + earlier.name + "' has the same pattern and comes first", Severity::kWarning);
      }
    }
  }

  std::string hash() const {
    std::vector<std::string_view> parts;
    for (const auto& [path, content] : rules_.files) {
      parts.push_back(path);
      parts.push_back(content);
    }
    parts.push_back(rules_.user_manifest);
    return sha256_hex(parts).substr(0, 16);
  }

  const RuleFiles& rules_;
  std::string language_;
  draft::Program program_;
  Reporter report_;
  MacroTable macros_;
  std::map<std::string, std::string> rule_names_;
  std::set<std::string> macro_files_;  // whose macros are known
  std::set<std::string> known_types_;  // made by earlier layers
  std::set<std::string> made_here_;    // made by the layer being read
  std::set<std::string> switched_off_;
};

}  // namespace

RuleFiles shipped_rules() {
  RuleFiles out;
  for (const EmbeddedFile& file : embedded_rules()) out.files.emplace(std::string(file.path), file.content);
  return out;
}

Result<RuleFiles> overlay(RuleFiles rules, const std::string& folder) {
  std::error_code code;
  if (!fs::is_directory(folder, code))
    return error("'" + folder + "' is not a folder", "--rules takes a folder of rule files");
  rules.user_folder = folder;
  for (fs::recursive_directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
    const fs::path& path = it->path();
    if (!it->is_regular_file(code) || (path.extension() != ".toml" && path.extension() != ".tsv")) continue;
    std::ifstream in(path, std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    if (!in) return error("can't read '" + path.string() + "'");
    const std::string name = fs::relative(path, folder, code).generic_string();
    rules.storage->push_back(content.str());
    if (name == "manifest.toml") {
      rules.user_manifest = rules.storage->back();
    } else {
      rules.files[name] = rules.storage->back();
    }
  }
  if (code) return error("can't read '" + folder + "': " + code.message());
  return rules;
}

Diagnostic unknown_language(const std::string& language) {
  return error("no rules for language '" + language + "'", "rules/manifest.toml lists the languages");
}

Result<LoadedDraft> load_draft(const RuleFiles& rules, const std::string& language) {
  return Loader(rules, language).run();
}

Result<LoadedProgram> load_program(const RuleFiles& rules, const std::string& language) {
  Result<LoadedDraft> draft = load_draft(rules, language);
  if (!draft) return draft.errors();
  Result<std::string> written = write_image({&draft.value().program, 1});
  if (!written) return written.errors();
  const auto image = std::make_shared<const std::string>(std::move(written).value());
  const Result<std::span<const Program>> programs = open_image(*image, ImageCheck::kWhole);
  if (!programs) return programs.errors();
  return LoadedProgram{{image, &programs.value().front()}, std::move(draft.value().warnings)};
}

Result<std::vector<std::string>> languages(const RuleFiles& rules) { return Loader::list_languages(rules); }

}  // namespace figmine
