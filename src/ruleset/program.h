// ruleset/program: the compiled, immutable form of a language's rule files, as it lies in an image
// (ruleset/image.h; docs/image.md): one block of memory without pointers, used in place. Threads share one
// Program; matching keeps its own scratch (match/matcher.h). Tested by tests/unit/image_test.cc and
// tests/unit/rules_test.cc.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "ruleset/relative.h"

namespace figmine {

using TypeId = std::uint16_t;       // a lexicon class or an annotation type: one namespace
using AttributeId = std::uint16_t;  // a lexicon column or a key of `set`
using WordId = std::uint32_t;
inline constexpr WordId kNoWord = 0xFFFFFFFFU;
inline constexpr std::uint32_t kNone = 0xFFFFFFFFU;

// A name to look for, with its hash: that of a literal is worked out by the compiler.
struct Wanted {
  template <std::size_t size>
  consteval Wanted(const char (&literal)[size])  // NOLINT(google-explicit-constructor)
      : Wanted(std::string_view(literal, size - 1)) {}
  template <class Pointer>
  requires std::same_as<Pointer, const char*> Wanted(const Pointer& chosen)
      : Wanted(std::string_view(chosen)) {}  // NOLINT(google-explicit-constructor)
  constexpr Wanted(std::string_view name)
      : text(name), hash(hash_of(name)) {}                             // NOLINT(google-explicit-constructor)
  Wanted(const std::string& name) : Wanted(std::string_view(name)) {}  // NOLINT(google-explicit-constructor)

  // FNV-1a, with its high bits mixed into the low ones that index a table.
  [[nodiscard]] static constexpr std::uint32_t hash_of(std::string_view name) {
    std::uint32_t hash = 2166136261U;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash ^ hash >> 15U;
  }

  std::string_view text;
  std::uint32_t hash;
};

// Names <-> dense numbers, in order of first use.
struct Names {
  RelativeArray<RelativeText> names;
  RelativeArray<std::uint32_t>
      slots;  // a hash table of numbers, kNone where empty; its size is a power of two

  [[nodiscard]] std::uint32_t find(Wanted name) const;  // kNone when unknown
  [[nodiscard]] std::string_view name(std::uint32_t id) const { return names[id]; }
  [[nodiscard]] std::size_t size() const { return names.size(); }
};

// ---------------------------------------------------------------- lexicons

struct RowAttribute {
  std::uint32_t attribute;
  RelativeText value;
};

// One row of a lexicon: the attributes that its columns give.
struct LexiconRow {
  std::uint32_t source;  // index into Program::sources
  std::uint32_t line;
  RelativeArray<RowAttribute> attributes;
};

struct LexiconEntry {
  TypeId type = 0;
  std::uint32_t row = 0;
};

// From a node of the trie to the next by a word.
struct LexiconEdge {
  std::uint32_t from = kNone;  // kNone: an empty slot of the table
  WordId word = kNoWord;
  std::uint32_t node = kNone;        // the next token may stand apart
  std::uint32_t glued_node = kNone;  // the next token must be glued, as in the form
};

struct LexiconEdges {
  RelativeArray<LexiconEdge> slots;  // a hash table; its size is a power of two

  [[nodiscard]] const LexiconEdge* find(std::uint32_t node, WordId word) const;  // null when there is none

  static std::uint32_t hash(std::uint32_t node, WordId word);
};

// Words -> entries. Forms of several tokens make a trie. A space in a form also matches a hyphen in the text
// ("year on year" finds "year-on-year"), and the reverse does not hold.
struct LexiconTrie {
  LexiconEdges edges;                                  // folded words
  LexiconEdges exact_edges;                            // forms in which case counts (symbols)
  RelativeArray<RelativeArray<LexiconEntry>> entries;  // by node; node 0 is the root
  RelativeArray<std::uint32_t> inner;                  // bit by node: some edge leads on

  [[nodiscard]] bool leads_on(std::uint32_t node) const {
    return node != kNone && (inner[node / 32] >> (node % 32) & 1U) != 0;
  }
};

// ---------------------------------------------------------------- patterns

// The enumerations that stand in the image are 32 bits wide, so that no record has padding.
enum class AtomKind : std::uint32_t { kWord, kShape, kRegex, kMark, kGlued, kFirst, kNewline };
enum class MarkPart : std::uint32_t { kWhole, kBegin, kMiddle, kEnd, kInside };  // kInside: any of the others
inline constexpr std::size_t kMarkParts = 5;

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
  RelativeArray<std::uint32_t> all;
  RelativeArray<std::uint32_t> none;
};

enum class Op : std::uint32_t { kTest, kSplit, kJump, kOpen, kClose, kMatch };

struct Instruction {
  Op op = Op::kMatch;
  std::uint32_t a = 0;  // kTest: index of the test; kSplit: preferred branch; kJump: target; kOpen, kClose:
                        // capture; kMatch: rule
  std::uint32_t b = 0;  // kSplit: other branch
};

// ---------------------------------------------------------------- expressions on tokens

// From this character up to the next edge's, all are of the class.
struct CharEdge {
  std::uint32_t code;
  std::uint32_t cls;
};

// The expressions on tokens as one deterministic automaton over a token's characters.
struct RegexTable {
  static constexpr std::uint16_t kDead = 0;
  static constexpr std::uint16_t kStart = 1;
  static constexpr std::size_t kAscii = 0x80;

  RelativeArray<std::uint32_t> ascii;  // classes of the characters below kAscii
  RelativeArray<CharEdge> edges;       // of all characters, ascending
  std::uint32_t classes;
  RelativeArray<std::uint16_t> next;                    // by state and class
  RelativeArray<std::uint32_t> accepts;                 // by state: which of `matched`
  RelativeArray<RelativeArray<std::uint32_t>> matched;  // numbers of Program::regexes, ascending
  RelativeArray<std::uint32_t> others;                  // the expressions that it has not, for RE2 to match

  // The expressions but `others` that match the whole text.
  [[nodiscard]] const RelativeArray<std::uint32_t>& matching(std::string_view text) const;
};

// ---------------------------------------------------------------- expressions

struct Expression {
  enum class Kind : std::uint32_t { kNumber, kString, kReference, kCall };
  Kind kind;
  std::uint32_t capture;
  std::uint32_t attribute;  // kReference: which attribute of the capture
  RelativeText text;        // kNumber: its literal; kString: the string; kCall: the function
  RelativeArray<Expression> arguments;
};

struct Setter {
  std::uint32_t attribute;
  Expression expression;
};

struct Example {
  RelativeText text;
  RelativeArray<RelativeText> expected;  // "key=value" pairs; empty: the rule need only fire
  std::uint32_t fires;                   // 0: a counter-example
  std::int32_t line;
};

struct CaptureType {
  std::uint32_t capture;
  std::uint32_t type;
};

struct Rule {
  RelativeText name;
  RelativeText pattern;  // as written, for people
  std::uint32_t source;
  std::int32_t line;
  std::uint32_t start;       // first instruction
  std::uint32_t code_begin;  // the instructions of the pattern without its look-arounds, half-open
  std::uint32_t code_end;
  std::uint32_t has_captures;  // 0: none among them
  std::uint32_t every_end;     // not 0: it ends with its target, so that each end is a match of its own
  std::uint32_t look_ahead;    // first instruction of the look-ahead; kNone: none
  std::uint32_t look_behind;   // the same, compiled backwards
  std::uint32_t emit;          // TypeId of the annotation it makes
  std::uint32_t span_capture;  // the annotation covers this capture rather than the whole match
  std::uint32_t target;        // capture whose annotation gets the values of `set`
  bool negative_ahead;
  bool negative_behind;
  bool at_start;                             // ^
  bool at_end;                               // $
  RelativeArray<CaptureType> capture_types;  // captures that hold one <type>
  RelativeArray<Setter> set;
  RelativeArray<Example> examples;

  // The type that a capture holds; kNone when its pattern is more than one <type>.
  [[nodiscard]] std::uint32_t type_of(std::uint32_t capture) const;
};

enum class LayerMode : std::uint32_t {
  kLongest,  // leftmost, longest, then file order; matches of a layer do not overlap
  kAll  // every rule's longest match at every start (`every_end`: every match): relations, which may share
        // tokens
};

struct WordAtom {
  WordId word;
  std::uint32_t atom;
};

struct Layer {
  RelativeText name;
  LayerMode mode;
  RelativeArray<Rule> rules;
  RelativeArray<Atom> atoms;
  RelativeArray<Test> tests;
  RelativeArray<Instruction> code;

  // The atoms by what they look at.
  RelativeArray<WordAtom> word_atoms;  // sorted by word
  RelativeArray<std::uint32_t> shape_atoms;
  RelativeArray<std::uint32_t> regex_atoms;
  RelativeArray<std::uint32_t> mark_atoms;    // by type, then MarkPart; kNone where no test asks
  RelativeArray<std::uint32_t> target_types;  // of a layer of relations alone: what it says something of
  std::uint32_t glued;                        // these three: kNone where no test asks
  std::uint32_t first;
  std::uint32_t newline;

  // The atom of the word; kNone where no test asks for it.
  [[nodiscard]] std::uint32_t word_atom(WordId word) const;
};

// ---------------------------------------------------------------- datelines

struct DatelineExample {
  RelativeText text;
  RelativeText expected;  // "place=… date=…"
};

struct DatelinePattern {
  RelativeText name;
  RelativeText pattern;  // RE2 with the named groups place, publisher, byline, year, month, day
  RelativeArray<RelativeArray<RelativeText>> needs;  // as needed_texts() gives them
  RelativeArray<DatelineExample> yes;
  RelativeArray<RelativeText> no;
};

struct MonthName {
  RelativeText name;  // lower case
  std::int32_t number;
};

// ---------------------------------------------------------------- the whole

struct Source {
  RelativeText path;  // relative to the rules folder, e.g. en/quantities.toml
};

struct Program {
  RelativeText language;  // BCP 47 code: "en"
  RelativeText hash;      // of all the rule files' bytes, hexadecimal
  RelativeArray<Source> sources;
  Names types;
  Names attributes;
  Names captures;
  Names words;        // folded words that lexicons and patterns know
  Names exact_words;  // the same where case counts
  RelativeArray<LexiconRow> rows;
  LexiconTrie lexicon;
  RelativeArray<RelativeText> regexes;
  RegexTable regex_table;
  RelativeArray<Layer> layers;
  RelativeArray<DatelinePattern> datelines;  // the first that matches gives each field
  RelativeArray<MonthName> months;

  // The attribute of a row; empty when the row has none or it is empty.
  [[nodiscard]] std::string_view row_attribute(std::uint32_t row, Wanted attribute) const;
  // The row of a one-word form in the class; kNone when there is none.
  [[nodiscard]] std::uint32_t lookup(Wanted type, std::string_view folded_word) const {
    return lookup(type, words.find(folded_word));
  }
  [[nodiscard]] std::uint32_t lookup(Wanted type, WordId word) const;
};

}  // namespace figmine
