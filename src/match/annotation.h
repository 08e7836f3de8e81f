// match/annotation: what layers find. Tokens x program -> annotations, layer by layer; a later layer sees the
// earlier ones' work. Tested by tests/unit/rules_test.cc and tests/cases/stages.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/calendar.h"
#include "base/decimal.h"
#include "ruleset/program.h"

namespace figmine {

struct TokenRange {
  std::uint32_t begin = 0;  // tokens of the document, half-open
  std::uint32_t end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] bool contains(TokenRange other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool overlaps(TokenRange other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

// A time as the text gives it, resolved against the document's reference date where it needs one (after
// TIMEX3, ISO 24617-1).
struct Time {
  enum class Kind : std::uint8_t { kDate, kPeriod, kDuration, kSet };
  Kind kind = Kind::kPeriod;
  Interval interval;
  std::optional<Decimal> count;  // durations: three months
  Grain grain = Grain::kDay;     // of a duration; else the size of the period named
  bool yearless = false;         // "in September": the year came from the reference date
  bool relative = false;         // "last year"
  int shift_count = 0;           // "the same period last year": the sentence's period moved by so many grains
  friend bool operator==(const Time&, const Time&) = default;
};

struct Ratio {
  Integer numerator;
  Integer denominator;
  friend bool operator==(const Ratio&, const Ratio&) = default;
};

using Value = std::variant<std::monostate, bool, Decimal, std::string, Time, Ratio, TokenRange>;

// For dumps and for the examples in rules: "true", "12.5", "text", "2025-01-01..2025-12-31", "P3M", "1/3",
// "[4,7)".
[[nodiscard]] std::string to_text(const Value& value);

struct Capture {
  std::uint32_t name = 0;
  TokenRange range;
};

using Features = std::vector<std::pair<AttributeId, Value>>;

struct Annotation {
  TypeId type = 0;
  TokenRange range;
  std::uint32_t layer = kNone;  // the rule that made it; kNone for a lexicon's entry
  std::uint32_t rule = kNone;
  std::uint32_t row = kNone;  // the lexicon's row

  [[nodiscard]] const Features& features() const { return told().features; }
  [[nodiscard]] const std::vector<Capture>& captures() const { return told().captures; }
  void tell(Features features, std::vector<Capture> captures);

 private:
  // Apart, as most annotations are a lexicon's and have neither.
  struct Told {
    Features features;
    std::vector<Capture> captures;
  };
  static const Told kNothing;
  [[nodiscard]] const Told& told() const { return told_ == nullptr ? kNothing : *told_; }
  std::unique_ptr<Told> told_;
};

// The feature's value, else that of the lexicon's row; monostate when the annotation has none.
[[nodiscard]] Value feature(const Program& program, const Annotation& annotation, Wanted name);
[[nodiscard]] std::string feature_text(const Program& program, const Annotation& annotation, Wanted name);

// Values that a rule gives to an annotation found earlier: "rose" makes "5%" a change upwards.
struct Relation {
  std::uint32_t layer = 0;
  std::uint32_t rule = 0;
  std::uint32_t target = 0;  // index into Analysis::annotations
  TokenRange range;          // the whole match
  std::vector<std::pair<AttributeId, Value>> values;
};

// A list kept as links from each member to the next.
class Chain {
 public:
  Chain(const std::vector<std::uint32_t>& links, std::uint32_t first) : links_(links), first_(first) {}

  class Iterator {
   public:
    Iterator(const std::vector<std::uint32_t>& links, std::uint32_t at) : links_(&links), at_(at) {}
    std::uint32_t operator*() const { return at_; }
    Iterator& operator++() {
      at_ = (*links_)[at_];
      return *this;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }

   private:
    const std::vector<std::uint32_t>* links_;
    std::uint32_t at_;
  };
  [[nodiscard]] Iterator begin() const { return {links_, first_}; }
  [[nodiscard]] Iterator end() const { return {links_, kNone}; }

 private:
  const std::vector<std::uint32_t>& links_;
  std::uint32_t first_;
};

// All that was found in one sentence.
struct Analysis {
  explicit Analysis(TokenRange tokens) : range(tokens), newest_(tokens.end - tokens.begin, kNone) {}

  TokenRange range;
  std::vector<Annotation> annotations;
  std::vector<Relation> relations;

  // A new one, whose other members are open.
  Annotation& add(TypeId type, TokenRange tokens);
  // Indices of the annotations that begin at a token, newest first.
  [[nodiscard]] Chain beginning_at(std::uint32_t token) const {
    const bool inside = range.begin <= token && token - range.begin < newest_.size();
    return {older_, inside ? newest_[token - range.begin] : kNone};
  }
  // Whether there is an annotation of the type.
  [[nodiscard]] bool holds(std::uint32_t type) const {
    return type / 64 < types_.size() && (types_[type / 64] >> (type % 64) & 1U) != 0;
  }
  // The last annotation made that covers exactly these tokens, of the type when one is given; kNone when
  // there is none.
  [[nodiscard]] std::uint32_t find(TokenRange tokens, std::uint32_t type = kNone) const;

 private:
  std::vector<std::uint32_t> newest_;  // by token of the sentence: the last annotation that begins there
  std::vector<std::uint32_t> older_;   // by annotation: the one made before it that begins at the same token
  std::vector<std::uint64_t> types_;   // bit by type of an annotation
};

}  // namespace figmine
