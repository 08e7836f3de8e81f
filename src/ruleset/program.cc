#include "ruleset/program.h"

namespace figmine {

std::uint32_t Names::add(std::string_view name) {
  if (const auto it = index_.find(name); it != index_.end()) return it->second;
  const auto id = static_cast<std::uint32_t>(names_.size());
  names_.emplace_back(name);
  index_.emplace(std::string(name), id);
  return id;
}

std::uint32_t Names::find(std::string_view name) const {
  const auto it = index_.find(name);
  return it == index_.end() ? kNone : it->second;
}

std::uint32_t Rule::type_of(std::uint32_t capture) const {
  for (const auto& [known, type] : capture_types) {
    if (known == capture) return type;
  }
  return kNone;
}

std::string_view Program::row_attribute(std::uint32_t row, std::string_view attribute) const {
  const std::uint32_t id = attributes.find(attribute);
  if (row >= rows.size() || id == kNone) return {};
  for (const auto& [key, value] : rows[row].attributes) {
    if (key == id) return value;
  }
  return {};
}

std::uint32_t Program::lookup(std::string_view type, std::string_view folded_word) const {
  const std::uint32_t type_id = types.find(type);
  const std::uint32_t word = words.find(folded_word);
  if (type_id == kNone || word == kNone) return kNone;
  const auto edge = lexicon.edges.find(LexiconTrie::key(0, word));
  if (edge == lexicon.edges.end() || edge->second.node == kNone) return kNone;
  for (const LexiconEntry& entry : lexicon.entries[edge->second.node]) {
    if (entry.type == type_id) return entry.row;
  }
  return kNone;
}

}  // namespace figmine
