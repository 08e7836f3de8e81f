#include "ruleset/program.h"

#include <algorithm>

#include "base/utf8.h"

namespace figmine {

std::uint32_t Names::find(Wanted name) const {
  const auto mask = static_cast<std::uint32_t>(slots.size() - 1);
  for (std::uint32_t at = name.hash & mask;; at = (at + 1) & mask) {
    const std::uint32_t id = slots[at];
    if (id == kNone || names[id] == name.text) return id;
  }
}

std::uint32_t LexiconEdges::hash(std::uint32_t node, WordId word) {
  const std::uint64_t key = (std::uint64_t{node} << 32U | word) * 0x9E3779B97F4A7C15ULL;
  return static_cast<std::uint32_t>(key >> 32U);
}

const LexiconEdge* LexiconEdges::find(std::uint32_t node, WordId word) const {
  const auto mask = static_cast<std::uint32_t>(slots.size() - 1);
  for (std::uint32_t at = hash(node, word) & mask;; at = (at + 1) & mask) {
    const LexiconEdge& edge = slots[at];
    if (edge.from == kNone) return nullptr;
    if (edge.from == node && edge.word == word) return &edge;
  }
}

std::uint32_t Rule::type_of(std::uint32_t capture) const {
  for (const CaptureType& known : capture_types) {
    if (known.capture == capture) return known.type;
  }
  return kNone;
}

std::uint32_t Layer::word_atom(WordId word) const {
  const WordAtom* found =
      std::lower_bound(word_atoms.begin(), word_atoms.end(), word,
                       [](const WordAtom& atom, WordId wanted) { return atom.word < wanted; });
  return found != word_atoms.end() && found->word == word ? found->atom : kNone;
}

const RelativeArray<std::uint32_t>& RegexTable::matching(std::string_view text) const {
  const auto class_of = [this](std::uint32_t code) {
    if (code < kAscii) return ascii[code];
    const CharEdge* behind =
        std::upper_bound(edges.begin(), edges.end(), code,
                         [](std::uint32_t wanted, const CharEdge& edge) { return wanted < edge.code; });
    return (behind - 1)->cls;
  };
  std::uint32_t state = kStart;
  while (!text.empty() && state != kDead) {
    const auto [code, size] = first_code_point(text);
    if (size == 0) return matched[accepts[kDead]];
    state = next[state * classes + class_of(code)];
    text.remove_prefix(size);
  }
  return matched[accepts[state]];
}

std::string_view Program::row_attribute(std::uint32_t row, Wanted attribute) const {
  const std::uint32_t id = attributes.find(attribute);
  if (row >= rows.size() || id == kNone) return {};
  for (const auto& [key, value] : rows[row].attributes) {
    if (key == id) return value;
  }
  return {};
}

std::uint32_t Program::lookup(Wanted type, WordId word) const {
  if (word == kNoWord) return kNone;
  const LexiconEdge* edge = lexicon.edges.find(0, word);
  if (edge == nullptr || edge->node == kNone) return kNone;
  for (const LexiconEntry& entry : lexicon.entries[edge->node]) {  // few: the type need not be looked up
    if (types.names[entry.type] == type.text) return entry.row;
  }
  return kNone;
}

}  // namespace figmine
