#include "ruleset/program.h"

#include <algorithm>

namespace figmine {

namespace {

// FNV-1a, 64 bits: the same on every machine, since tables of it are stored.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash ^ (hash >> 32U);
}

}  // namespace

std::size_t Names::place_of(std::string_view text) const {
  const std::size_t mask = table_.size() - 1;
  std::size_t at = hash_of(text) & mask;
  while (table_[at] != kNone && name(table_[at]) != text) at = (at + 1) & mask;
  return at;
}

std::uint32_t Names::add(std::string_view text) {
  if (2 * (ends_.size() + 1) > table_.size()) {
    constexpr std::size_t kLeast = 16;
    table_.assign(std::max(kLeast, 2 * table_.size()), kNone);
    for (std::uint32_t id = 0; id < ends_.size(); ++id) table_[place_of(name(id))] = id;
  }
  std::uint32_t& id = table_[place_of(text)];
  if (id != kNone) return id;
  id = static_cast<std::uint32_t>(ends_.size());
  text_ += text;
  ends_.push_back(static_cast<std::uint32_t>(text_.size()));
  return id;
}

std::uint32_t Names::find(std::string_view text) const {
  return table_.empty() ? kNone : table_[place_of(text)];
}

std::uint32_t LexiconRows::add(std::uint32_t source, std::uint32_t line, const Attributes& attributes) {
  const auto cells = [this] { return static_cast<std::uint32_t>(cells_.size()); };
  Head head{source, line, cells(), 0};
  for (const auto& [attribute, text] : attributes) {
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += text;
    cells_.push_back({attribute, begin, static_cast<std::uint32_t>(text_.size())});
  }
  head.end = cells();
  heads_.push_back(head);
  return static_cast<std::uint32_t>(heads_.size() - 1);
}

std::optional<std::string_view> LexiconRows::attribute(std::uint32_t row, AttributeId attribute) const {
  if (row >= heads_.size()) return std::nullopt;
  for (std::uint32_t at = heads_[row].begin; at < heads_[row].end; ++at) {
    const Cell& cell = cells_[at];
    if (cell.attribute == attribute) return std::string_view(text_).substr(cell.begin, cell.end - cell.begin);
  }
  return std::nullopt;
}

void LexiconTrie::add(std::uint32_t node, const LexiconEntry& entry) {
  const auto at = static_cast<std::uint32_t>(entries.size());
  entries.push_back({entry, kNone});
  Node& head = nodes[node];
  (head.first == kNone ? head.first : entries[head.last].next) = at;
  head.last = at;
}

std::uint32_t Rule::type_of(std::uint32_t capture) const {
  for (const auto& [known, type] : capture_types) {
    if (known == capture) return type;
  }
  return kNone;
}

std::string_view Program::row_attribute(std::uint32_t row, std::string_view attribute) const {
  const std::uint32_t id = attributes.find(attribute);
  if (id == kNone) return {};
  return rows.attribute(row, static_cast<AttributeId>(id)).value_or(std::string_view());
}

std::uint32_t Program::lookup(std::string_view type, WordId word) const {
  if (word == kNoWord) return kNone;
  const std::uint32_t type_id = types.find(type);
  if (type_id == kNone) return kNone;
  const LexiconTrie::Edge* edge = lexicon.edges.find(LexiconTrie::key(0, word));
  if (edge == nullptr || edge->node == kNone) return kNone;
  std::uint32_t row = kNone;
  lexicon.each_entry(edge->node, [&](const LexiconEntry& entry) {
    if (entry.type == type_id) row = entry.row;
    return row == kNone;
  });
  return row;
}

}  // namespace figmine
