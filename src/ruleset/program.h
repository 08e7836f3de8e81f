// ruleset/program: the compiled, immutable form of a language's rule files. Threads share one Program;
// matching keeps its own scratch (match/matcher.h). Made by ruleset/load.h; tested by
// tests/unit/rules_test.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/decimal.h"
#include "ruleset/flat_map.h"

namespace figmine {

using TypeId = std::uint16_t;       // a lexicon class or an annotation type: one namespace
using AttributeId = std::uint16_t;  // a lexicon column or a key of `set`
using WordId = std::uint32_t;
inline constexpr WordId kNoWord = 0xFFFFFFFFU;
inline constexpr std::uint32_t kNone = 0xFFFFFFFFU;

// Names <-> dense numbers, in order of first use.
class Names {
 public:
  std::uint32_t add(std::string_view name);
  [[nodiscard]] std::uint32_t find(std::string_view name) const;  // kNone when unknown
  // Valid until a name is added.
  [[nodiscard]] std::string_view name(std::uint32_t id) const {
    const std::uint32_t begin = id == 0 ? 0 : ends_[id - 1];
    return std::string_view(text_).substr(begin, ends_[id] - begin);
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }

  template <class Io>
  void transfer(Io& io) {
    io(text_);
    io(ends_);
    io(table_);
  }

 private:
  [[nodiscard]] std::size_t place_of(std::string_view name) const;

  std::string text_;                  // all names, one after the other
  std::vector<std::uint32_t> ends_;   // by number
  std::vector<std::uint32_t> table_;  // open addressing by hash: numbers, or kNone; a power of two of them
};

// ---------------------------------------------------------------- lexicons

// The rows of all lexicons, each with the attributes that its columns give.
class LexiconRows {
 public:
  using Attributes = std::vector<std::pair<AttributeId, std::string>>;
  // `source`: index into Program::sources. Gives the row's number.
  std::uint32_t add(std::uint32_t source, std::uint32_t line, const Attributes& attributes);
  [[nodiscard]] std::size_t size() const { return heads_.size(); }
  // Nothing where the row has no such attribute.
  [[nodiscard]] std::optional<std::string_view> attribute(std::uint32_t row, AttributeId attribute) const;

  template <class Io>
  void transfer(Io& io) {
    io(heads_);
    io(cells_);
    io(text_);
  }

 private:
  struct Head {
    std::uint32_t source = 0;
    std::uint32_t line = 0;
    std::uint32_t begin = 0;  // of cells_
    std::uint32_t end = 0;
  };
  struct Cell {
    std::uint32_t attribute = 0;
    std::uint32_t begin = 0;  // of text_
    std::uint32_t end = 0;
  };
  std::vector<Head> heads_;
  std::vector<Cell> cells_;
  std::string text_;
};

struct LexiconEntry {
  std::uint32_t row = 0;
  TypeId type = 0;
  std::uint16_t spare = 0;  // no hole: tables are stored as their bytes
};

// Words -> entries. Forms of several tokens make a trie: a node's children are keyed by (node, word).
// A space in a form also matches a hyphen in the text ("year on year" finds "year-on-year"), and the reverse
// does not hold.
struct LexiconTrie {
  struct Edge {
    std::uint32_t node = kNone;        // the next token may stand apart
    std::uint32_t glued_node = kNone;  // the next token must be glued, as in the form
  };
  static constexpr std::uint64_t key(std::uint32_t node, WordId word) {
    return (std::uint64_t{node} << 32U) | word;
  }

  // The entries of a form, in the order in which they were added: a list in `entries`.
  struct Node {
    std::uint32_t first = kNone;
    std::uint32_t last = kNone;
  };
  struct Listed {
    LexiconEntry entry;
    std::uint32_t next = kNone;
  };

  FlatMap<Edge> edges;        // folded words
  FlatMap<Edge> exact_edges;  // forms in which case counts (symbols)
  std::vector<Node> nodes;    // node 0 is the root
  std::vector<Listed> entries;

  void add(std::uint32_t node, const LexiconEntry& entry);
  // f(entry) for each entry of the node until it gives false.
  template <class F>
  void each_entry(std::uint32_t node, const F& f) const {
    for (std::uint32_t at = nodes[node].first; at != kNone; at = entries[at].next) {
      if (!f(entries[at].entry)) return;
    }
  }
};

// ---------------------------------------------------------------- patterns

enum class AtomKind : std::uint8_t { kWord, kShape, kRegex, kMark, kGlued, kFirst, kNewline };
enum class MarkPart : std::uint8_t { kWhole, kBegin, kMiddle, kEnd, kInside };  // kInside: any of the others

enum class Shape : std::uint8_t {
  kDigit,
  kWordlike,
  kAlpha,
  kCap,
  kUpper,
  kLower,
  kPunct,
  kSymbol,
  kUrl,
  kCjk,
  kSingle,
  kAny
};

// One thing that may hold of a token.
struct Atom {
  AtomKind kind = AtomKind::kShape;
  std::uint32_t id = 0;  // word, shape, regex index or type
  MarkPart part = MarkPart::kWhole;
  friend bool operator==(const Atom&, const Atom&) = default;
};

// A token passes when every atom of `all` holds and none of `none` does (indices into Layer::atoms).
struct Test {
  std::vector<std::uint32_t> all;
  std::vector<std::uint32_t> none;
  friend bool operator==(const Test&, const Test&) = default;
};

enum class Op : std::uint8_t { kTest, kSplit, kJump, kOpen, kClose, kMatch };

struct Instruction {
  Op op = Op::kMatch;
  std::uint32_t a = 0;  // kTest: index of the test; kSplit: preferred branch; kJump: target; kOpen, kClose:
                        // capture; kMatch: rule
  std::uint32_t b = 0;  // kSplit: other branch
};

// ---------------------------------------------------------------- expressions

struct Expression {
  enum class Kind : std::uint8_t { kNumber, kString, kReference, kCall };
  Kind kind = Kind::kString;
  Decimal number;
  std::string text;  // kString: the string; kCall: the function
  std::uint32_t capture = kNone;
  AttributeId attribute = 0;  // kReference: which attribute of the capture
  std::vector<Expression> arguments;
};

struct Setter {
  AttributeId attribute = 0;
  Expression expression;
};

struct Example {
  std::string text;
  std::vector<std::string> expected;  // "key=value" pairs; empty: the rule need only fire
  bool fires = true;                  // false: a counter-example
  int line = 0;
};

struct Rule {
  std::string name;
  std::uint32_t source = 0;
  int line = 0;
  std::string pattern;                // as written, for people
  std::uint32_t start = 0;            // first instruction
  std::uint32_t look_ahead = kNone;   // first instruction of the look-ahead
  std::uint32_t look_behind = kNone;  // the same, compiled backwards
  bool negative_ahead = false;
  bool negative_behind = false;
  bool at_start = false;               // ^
  bool at_end = false;                 // $
  std::uint32_t emit = kNone;          // TypeId of the annotation it makes
  std::uint32_t span_capture = kNone;  // the annotation covers this capture rather than the whole match
  std::uint32_t target = kNone;        // capture whose annotation gets the values of `set`
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      capture_types;  // captures that hold one <type>: (capture, type)
  std::vector<Setter> set;
  std::vector<Example> examples;

  // The type that a capture holds; kNone when its pattern is more than one <type>.
  [[nodiscard]] std::uint32_t type_of(std::uint32_t capture) const;
};

enum class LayerMode : std::uint8_t {
  kLongest,  // leftmost, longest, then file order; matches of a layer do not overlap
  kAll       // every rule's longest match at every start: relations, which may share tokens
};

struct Layer {
  std::string name;
  LayerMode mode = LayerMode::kLongest;
  std::vector<Rule> rules;
  std::vector<Atom> atoms;
  std::vector<Test> tests;
  std::vector<Instruction> code;
  std::vector<bool> uses_type;  // by TypeId: whether some atom looks at it
};

struct Source {
  std::string path;  // relative to the rules folder, e.g. en/quantities.toml
};

struct Program {
  std::string language;  // BCP 47 code: "en"
  std::string hash;      // of all the rule files' bytes, hexadecimal
  std::vector<Source> sources;
  Names types;
  Names attributes;
  Names captures;
  Names words;        // folded words that lexicons and patterns know
  Names exact_words;  // the same where case counts
  LexiconRows rows;
  LexiconTrie lexicon;
  std::vector<std::string> regex_texts;  // RE2 syntax, each on one whole token
  std::vector<Layer> layers;
  std::unordered_map<std::string, std::string> settings;  // [settings] of the language, e.g. decimal = "."

  // The attribute of a row; empty when the row has none or it is empty.
  [[nodiscard]] std::string_view row_attribute(std::uint32_t row, std::string_view attribute) const;
  // The row of a one-word form in the class; kNone when there is none.
  [[nodiscard]] std::uint32_t lookup(std::string_view type, std::string_view folded_word) const {
    return lookup(type, words.find(folded_word));
  }
  [[nodiscard]] std::uint32_t lookup(std::string_view type, WordId word) const;
};

}  // namespace figmine
