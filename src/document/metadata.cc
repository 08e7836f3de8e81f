#include "document/metadata.h"

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "base/calendar.h"
#include "ruleset/needed_texts.h"

namespace figmine {
namespace {

constexpr std::size_t kHead = 1500;  // bytes of the text in which a dateline stands
constexpr std::size_t kTail = 400;   // bytes at the end in which a byline may stand

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
                                   const Datelines& datelines) {
  const auto get = [&](const char* name) {
    const auto it = groups.find(name);
    return it == groups.end() ? std::string() : std::string(it->second);
  };
  if (get("year").empty() || get("month").empty() || get("day").empty()) return std::nullopt;
  std::string month = lower(get("month"));
  if (month.ends_with('.')) month.pop_back();
  const int number = datelines.month(month).value_or(std::atoi(month.c_str()));
  const std::optional<Day> day =
      make_day(std::atoi(get("year").c_str()), number, std::atoi(get("day").c_str()));
  return day ? std::optional(to_iso(*day)) : std::nullopt;
}

void set(std::optional<std::string>& field, const std::map<std::string, std::string_view>& groups,
         const char* name) {
  const auto it = groups.find(name);
  if (!field && it != groups.end()) field = std::string(it->second);
}

bool has_group(std::string_view pattern, std::string_view name) {
  return pattern.find("(?P<" + std::string(name) + ">") != std::string_view::npos;
}

// Whether the pattern has a group for something that is not known yet.
bool can_tell_more(const Datelines::Pattern& pattern, const Metadata& metadata) {
  return ((pattern.place || pattern.publisher) && !metadata.dateline) || (pattern.place && !metadata.place) ||
         (pattern.publisher && !metadata.publisher) || (pattern.byline && !metadata.byline) ||
         (pattern.date && !metadata.published);
}

std::optional<std::string> title_of(const Document& document) {
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::kHeading) return std::string(slice(document.text, block.span));
    if (block.kind == BlockKind::kParagraph) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

Datelines::Datelines(const Program& program, std::uint32_t only) : program_(program) {
  for (std::uint32_t i = 0; i < program.datelines.size(); ++i) {
    if (only != kNone && i != only) continue;
    patterns_.emplace_back(program.datelines[i]);
  }
}

Datelines::Pattern::Pattern(const DatelinePattern& pattern)
    : place(has_group(pattern.pattern, "place")),
      publisher(has_group(pattern.pattern, "publisher")),
      byline(has_group(pattern.pattern, "byline")),
      date(has_group(pattern.pattern, "year")),
      pattern_(pattern) {}

bool Datelines::Pattern::may_match(std::string_view folded) const {
  return std::all_of(pattern_.needs.begin(), pattern_.needs.end(), [&](const auto& group) {
    return std::any_of(group.begin(), group.end(), [&](const RelativeText& text) {
      return folded.find(text.view()) != std::string_view::npos;
    });
  });
}

const RE2& Datelines::Pattern::expression() const {
  std::call_once(compiled_,
                 [&] { expression_ = std::make_unique<const RE2>(pattern_.pattern.view(), RE2::Quiet); });
  return *expression_;
}

std::optional<int> Datelines::month(std::string_view name) const {
  for (const MonthName& month : program_.months) {
    if (month.name == name) return month.number;
  }
  return std::nullopt;
}

std::optional<std::string> day_in_name(std::string_view path) {
  constexpr std::size_t kLength = 10;  // YYYY-MM-DD
  const std::string_view name = path.substr(path.find_last_of('/') + 1);
  const std::string day(name.substr(0, kLength));
  if (name.size() <= kLength || is_digit(name[kLength]) || !parse_iso_date(day)) return std::nullopt;
  return day;
}

void read_metadata(Document& document, const Datelines& datelines) {
  Metadata& metadata = document.metadata;
  if (!metadata.title) metadata.title = title_of(document);
  const std::string_view text = document.text;
  const std::string_view head = text.substr(0, kHead);
  const std::string_view tail =
      text.size() > kHead + kTail ? text.substr(text.size() - kTail) : std::string_view();
  const std::string folded_head = folded_ascii(head);
  const std::string folded_tail = folded_ascii(tail);
  for (const Datelines::Pattern& pattern : datelines.patterns()) {
    for (const auto& [part, folded] :
         {std::pair(head, std::string_view(folded_head)), std::pair(tail, std::string_view(folded_tail))}) {
      if (part.data() == tail.data() && !pattern.byline) continue;
      if (!can_tell_more(pattern, metadata)) break;
      if (!pattern.may_match(folded)) continue;
      const std::map<std::string, std::string_view> groups = groups_of(pattern.expression(), part);
      if (groups.empty()) continue;
      if (!metadata.dateline && (groups.count("place") != 0 || groups.count("publisher") != 0)) {
        const std::string_view match = groups.at("match");
        const auto begin = static_cast<std::uint32_t>(match.data() - text.data());
        metadata.dateline = Span{begin, begin + static_cast<std::uint32_t>(match.size())};
      }
      set(metadata.place, groups, "place");
      set(metadata.publisher, groups, "publisher");
      set(metadata.byline, groups, "byline");
      if (!metadata.published) metadata.published = date_of(groups, datelines);
    }
  }
}

}  // namespace figmine
