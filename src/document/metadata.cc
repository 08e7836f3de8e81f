#include "document/metadata.h"

#include <fmt/format.h>

#include <algorithm>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "base/calendar.h"

namespace figmine {
namespace {

constexpr std::size_t kHead = 1500;  // bytes of the text in which a dateline stands
constexpr std::size_t kTail = 400;   // bytes at the end in which a byline may stand

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

// The named groups of the pattern's first match and, as "match", the whole of it; empty where none is.
std::map<std::string, std::string_view> groups_of(const RE2& pattern, std::string_view text) {
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(pattern.NumberOfCapturingGroups()) + 1);
  std::map<std::string, std::string_view> out;
  const re2::StringPiece input(text.data(), text.size());
  if (!pattern.Match(input, 0, text.size(), RE2::UNANCHORED, found.data(), static_cast<int>(found.size())))
    return out;
  out["match"] = std::string_view(found[0].data(), found[0].size());
  for (const auto& [name, index] : pattern.NamedCapturingGroups()) {
    const re2::StringPiece& group = found[static_cast<std::size_t>(index)];
    if (!group.empty()) out[name] = std::string_view(group.data(), group.size());
  }
  return out;
}

std::optional<std::string> date_of(const std::map<std::string, std::string_view>& groups,
                                   const std::map<std::string, int>& months) {
  const auto get = [&](const char* name) {
    const auto it = groups.find(name);
    return it == groups.end() ? std::string() : std::string(it->second);
  };
  if (get("year").empty() || get("month").empty() || get("day").empty()) return std::nullopt;
  std::string month = lower(get("month"));
  if (month.ends_with('.')) month.pop_back();
  const auto named = months.find(month);
  const int number = named != months.end() ? named->second : std::atoi(month.c_str());
  const std::optional<Day> day =
      make_day(std::atoi(get("year").c_str()), number, std::atoi(get("day").c_str()));
  return day ? std::optional(to_iso(*day)) : std::nullopt;
}

void set(std::optional<std::string>& field, const std::map<std::string, std::string_view>& groups,
         const char* name) {
  const auto it = groups.find(name);
  if (!field && it != groups.end()) field = std::string(it->second);
}

// Whether the pattern has a group for something that is not known yet.
bool can_tell_more(const RE2& pattern, const Metadata& metadata) {
  const std::map<std::string, int>& groups = pattern.NamedCapturingGroups();
  const auto has = [&](const char* name) { return groups.count(name) != 0; };
  return ((has("place") || has("publisher")) && !metadata.dateline) || (has("place") && !metadata.place) ||
         (has("publisher") && !metadata.publisher) || (has("byline") && !metadata.byline) ||
         (has("year") && !metadata.published);
}

std::optional<std::string> title_of(const Document& document) {
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::kHeading) return std::string(slice(document.text, block.span));
    if (block.kind == BlockKind::kParagraph) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

Result<DatelineRules> load_dateline_rules(std::string_view text, const std::string& path) {
  toml::parse_result parsed = toml::parse(text, path);
  if (!parsed) return problem(path, parsed.error().source(), std::string(parsed.error().description()));
  const toml::table table = std::move(parsed).table();
  DatelineRules out;
  std::string months;
  if (const toml::table* names = table["months"].as_table()) {
    for (const auto& [key, node] : *names) {
      out.months[lower(std::string(key.str()))] = static_cast<int>(node.value_or(0));
      months += (months.empty() ? "" : "|") + std::string(key.str());
    }
  }
  Diagnostics problems;
  const toml::array* rules = table["dateline"].as_array();
  for (std::size_t i = 0; rules != nullptr && i < rules->size(); ++i) {
    const toml::table* rule = rules->get(i)->as_table();
    if (rule == nullptr) continue;
    DatelineRule made;
    made.name = (*rule)["name"].value_or(std::string());
    made.pattern =
        std::make_shared<const RE2>(expand((*rule)["pattern"].value_or(std::string()), months), RE2::Quiet);
    if (!made.pattern->ok())
      problems.push_back(
          problem(path, rule->source(), "bad pattern in '" + made.name + "': " + made.pattern->error()));
    if (const toml::array* yes = (*rule)["yes"].as_array()) {
      for (const toml::node& node : *yes) {
        const toml::array* pair = node.as_array();
        if (pair != nullptr && pair->size() == 2)
          made.yes.emplace_back(pair->get(0)->value_or(std::string()), pair->get(1)->value_or(std::string()));
      }
    }
    if (const toml::array* no = (*rule)["no"].as_array()) {
      for (const toml::node& node : *no) made.no.push_back(node.value_or(std::string()));
    }
    out.rules.push_back(std::move(made));
  }
  if (!problems.empty()) return problems;
  return out;
}

void read_metadata(Document& document, const DatelineRules& rules) {
  Metadata& metadata = document.metadata;
  if (!metadata.title) metadata.title = title_of(document);
  const std::string_view text = document.text;
  const std::string_view head = text.substr(0, kHead);
  const std::string_view tail =
      text.size() > kHead + kTail ? text.substr(text.size() - kTail) : std::string_view();
  for (const DatelineRule& rule : rules.rules) {
    for (const std::string_view part : {head, tail}) {
      if (part.data() == tail.data() && rule.pattern->NamedCapturingGroups().count("byline") == 0) continue;
      if (!can_tell_more(*rule.pattern, metadata)) break;
      const std::map<std::string, std::string_view> groups = groups_of(*rule.pattern, part);
      if (groups.empty()) continue;
      if (!metadata.dateline && (groups.count("place") != 0 || groups.count("publisher") != 0)) {
        const std::string_view match = groups.at("match");
        const auto begin = static_cast<std::uint32_t>(match.data() - text.data());
        metadata.dateline = Span{begin, begin + static_cast<std::uint32_t>(match.size())};
      }
      set(metadata.place, groups, "place");
      set(metadata.publisher, groups, "publisher");
      set(metadata.byline, groups, "byline");
      if (!metadata.published) metadata.published = date_of(groups, rules.months);
    }
  }
}

}  // namespace figmine
