// ruleset/draft: a program while its rule files are read. ruleset/image.h lays it out as the Program that
// matching uses; what each part means is told there, in ruleset/program.h.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ruleset/program.h"

namespace figmine::draft {

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

class Names {
 public:
  std::uint32_t add(std::string_view name);
  [[nodiscard]] std::uint32_t find(std::string_view name) const;  // kNone when unknown
  [[nodiscard]] const std::string& name(std::uint32_t id) const { return names_[id]; }
  [[nodiscard]] const std::vector<std::string>& all() const { return names_; }
  [[nodiscard]] std::size_t size() const { return names_.size(); }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::uint32_t, StringHash, std::equal_to<>> index_;
};

struct LexiconRow {
  std::uint32_t source = 0;
  std::uint32_t line = 0;
  std::vector<std::pair<AttributeId, std::string>> attributes;
};

struct LexiconTrie {
  struct Edge {
    std::uint32_t node = kNone;
    std::uint32_t glued_node = kNone;
  };
  static constexpr std::uint64_t key(std::uint32_t node, WordId word) {
    return (std::uint64_t{node} << 32U) | word;
  }

  using Edges = std::unordered_map<std::uint64_t, Edge>;

  Edges edges;
  Edges exact_edges;
  std::vector<std::vector<LexiconEntry>> entries = std::vector<std::vector<LexiconEntry>>(1);  // the root
};

struct Test {
  std::vector<std::uint32_t> all;
  std::vector<std::uint32_t> none;
  friend bool operator==(const Test&, const Test&) = default;
};

struct Expression {
  using Kind = figmine::Expression::Kind;
  Kind kind = Kind::kString;
  std::string text;
  std::uint32_t capture = kNone;
  AttributeId attribute = 0;
  std::vector<Expression> arguments;
};

struct Setter {
  AttributeId attribute = 0;
  Expression expression;
};

struct Example {
  std::string text;
  std::vector<std::string> expected;
  bool fires = true;
  int line = 0;
};

struct Rule {
  std::string name;
  std::uint32_t source = 0;
  int line = 0;
  std::string pattern;
  std::uint32_t start = 0;
  std::uint32_t code_begin = 0;
  std::uint32_t code_end = 0;
  std::uint32_t has_captures = 0;
  std::uint32_t last_capture = kNone;  // the one that the pattern ends with
  std::uint32_t look_ahead = kNone;
  std::uint32_t look_behind = kNone;
  bool negative_ahead = false;
  bool negative_behind = false;
  bool at_start = false;
  bool at_end = false;
  std::uint32_t emit = kNone;
  std::uint32_t span_capture = kNone;
  std::uint32_t target = kNone;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> capture_types;  // (capture, type)
  std::vector<Setter> set;
  std::vector<Example> examples;
};

struct Layer {
  std::string name;
  LayerMode mode = LayerMode::kLongest;
  std::vector<Rule> rules;
  std::vector<Atom> atoms;
  std::vector<Test> tests;
  std::vector<Instruction> code;
};

struct Dateline {
  std::string name;
  std::string pattern;
  std::vector<std::vector<std::string>> needs;
  std::vector<std::pair<std::string, std::string>> yes;
  std::vector<std::string> no;
};

struct Program {
  std::string language;
  std::string hash;
  std::vector<std::string> sources;
  Names types;
  Names attributes;
  Names captures;
  Names words;
  Names exact_words;
  std::vector<LexiconRow> rows;
  LexiconTrie lexicon;
  std::vector<std::string> regexes;
  std::vector<Layer> layers;
  std::vector<Dateline> datelines;
  std::vector<std::pair<std::string, int>> months;  // lower-case names and abbreviations, sorted
};

}  // namespace figmine::draft
