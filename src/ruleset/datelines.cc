#include "ruleset/datelines.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>

#include "ruleset/needed_texts.h"
#include "ruleset/toml.h"

namespace figmine {
namespace {

Diagnostic problem(const std::string& path, const toml::source_region& where, std::string message) {
  Diagnostic d = error(std::move(message));
  d.file = path;
  d.line = static_cast<int>(where.begin.line);
  d.column = static_cast<int>(where.begin.column);
  return d;
}

// "{month}" in a pattern stands for every month name.
std::string expand(std::string pattern, const std::string& months) {
  for (std::size_t at = pattern.find("{month}"); at != std::string::npos;
       at = pattern.find("{month}", at + months.size()))
    pattern.replace(at, 7, months);
  return pattern;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// The names as the alternatives of an expression.
std::string read_months(const toml::table* table, draft::Program& program) {
  std::map<std::string, int> numbers;
  std::string alternatives;
  if (table == nullptr) return alternatives;
  for (const auto& [key, node] : *table) {
    numbers[lower(std::string(key.str()))] = static_cast<int>(node.value_or(0));
    alternatives += (alternatives.empty() ? "" : "|") + std::string(key.str());
  }
  program.months.assign(numbers.begin(), numbers.end());
  return alternatives;
}

draft::Dateline read_dateline(const toml::table& table, const std::string& months) {
  draft::Dateline made;
  made.name = table["name"].value_or(std::string());
  made.pattern = expand(table["pattern"].value_or(std::string()), months);
  made.needs = needed_texts(made.pattern);
  if (const toml::array* yes = table["yes"].as_array()) {
    for (const toml::node& node : *yes) {
      const toml::array* pair = node.as_array();
      if (pair != nullptr && pair->size() == 2)
        made.yes.emplace_back(pair->get(0)->value_or(std::string()), pair->get(1)->value_or(std::string()));
    }
  }
  if (const toml::array* no = table["no"].as_array()) {
    for (const toml::node& node : *no) made.no.push_back(node.value_or(std::string()));
  }
  return made;
}

}  // namespace

Diagnostics read_datelines(std::string_view text, const std::string& path, draft::Program& program) {
  toml::parse_result parsed = toml::parse(text, path);
  if (!parsed) return {problem(path, parsed.error().source(), std::string(parsed.error().description()))};
  const toml::table table = std::move(parsed).table();
  const std::string months = read_months(table["months"].as_table(), program);
  Diagnostics problems;
  const toml::array* rules = table["dateline"].as_array();
  for (std::size_t i = 0; rules != nullptr && i < rules->size(); ++i) {
    const toml::table* rule = rules->get(i)->as_table();
    if (rule == nullptr) continue;
    draft::Dateline made = read_dateline(*rule, months);
    if (const RE2 pattern(made.pattern, RE2::Quiet); !pattern.ok())
      problems.push_back(
          problem(path, rule->source(), "bad pattern in '" + made.name + "': " + pattern.error()));
    program.datelines.push_back(std::move(made));
  }
  return problems;
}

}  // namespace figmine
