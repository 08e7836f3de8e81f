// resolve/units: a unit as the text writes it -> name (CLDR style), UCUM code, exact factor to the SI, and
// the other readings of its spelling. Compound units are composed from their parts. UCUM: https://ucum.org
// (Schadow, McDonald 1999-2017). Tested by tests/unit/units_test.cc.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "figmine/fact.h"
#include "match/annotation.h"
#include "ruleset/program.h"
#include "text/segment.h"

namespace figmine {

struct ResolvedUnit {
  std::string name;
  std::string code;
  std::string kind;  // measure, duration, percent, …
  std::string dimension;
  std::string si_unit;  // UCUM text of the coherent SI unit
  Rational factor = 1;
  Rational offset = 0;  // K = value * factor + offset, for temperatures
};

// A lexicon row of type `unit`; nothing when its factor does not parse.
[[nodiscard]] std::optional<ResolvedUnit> unit_of_row(const Program& program, std::uint32_t row);

// top / bottom: "gram per metric ton", g/t.
[[nodiscard]] ResolvedUnit divide_units(const ResolvedUnit& top, const ResolvedUnit& bottom);

// "newton meter", N.m.
[[nodiscard]] ResolvedUnit multiply_units(const ResolvedUnit& left, const ResolvedUnit& right);

// "square meter", m2; `power` is at least 1.
[[nodiscard]] ResolvedUnit raise_unit(const ResolvedUnit& unit, int power);

// The value in SI units, exact where it terminates, else to 16 significant digits.
[[nodiscard]] Decimal to_si(const Decimal& value, const ResolvedUnit& unit);

// "5/9", "0.3048" -> the rational; nothing for other text.
[[nodiscard]] std::optional<Rational> parse_rational(std::string_view text);

// How often words that favor a reading stand in an article: the name, dimension or kind that they favor ->
// count.
using UnitContext = std::map<std::string, int, std::less<>>;

// From the entries of type `unit_hint` in the article's sentences.
[[nodiscard]] UnitContext read_units(const std::vector<Analysis>& analyses, const Program& program);

// What readings come from.
struct UnitSource {
  const Program& program;
  const FormTable& forms;
  std::string_view text;  // of the document
  std::span<const Token> tokens;
  const UnitContext& article;
};

struct UnitReading {
  ResolvedUnit unit;
  std::vector<UnitCandidate> others;  // what the spelling means elsewhere, and what speaks against it here
  TokenRange words;                   // of the unit itself: "tonnes" in "tonnes a year"
  TokenRange per;                     // "yr"; empty where it is per nothing that is told apart
  std::string per_name;               // "year"; the SI's factor and unit are of the rate then
};

// Reads the units of one sentence. Of several readings of a spelling the rule's own word decides, then the
// nearest hint in the sentence, then the article's hints, then the order of the lexicon.
class UnitReader {
 public:
  UnitReader(const Analysis& analysis, const UnitSource& source);

  // The unit that these tokens are; `favors` is what a rule says of it. Nothing when they are none.
  [[nodiscard]] std::optional<UnitReading> read(TokenRange tokens, std::string_view favors) const;

  // Whether hints speak for `one` rather than for `other`, both a name, dimension or kind: 1, -1, or 0 for
  // neither.
  [[nodiscard]] int prefer(TokenRange tokens, std::string_view one, std::string_view other) const;

 private:
  struct Hint {
    TokenRange range;
    std::string_view favors;
  };

  void read_rate(const Annotation& composed, UnitReading& out) const;
  [[nodiscard]] std::optional<UnitReading> read_single(TokenRange tokens, std::string_view favors) const;
  [[nodiscard]] std::optional<ResolvedUnit> read_part(TokenRange tokens, std::string_view favors) const;
  [[nodiscard]] std::optional<ResolvedUnit> compose(const Annotation& composed,
                                                    std::string_view favors) const;
  [[nodiscard]] std::size_t choose(TokenRange tokens,
                                   const std::vector<std::vector<std::string_view>>& readings,
                                   std::string_view favors, std::string& evidence) const;
  [[nodiscard]] std::size_t choose_by_hint(TokenRange tokens,
                                           const std::vector<std::vector<std::string_view>>& readings,
                                           std::string& evidence) const;

  const Analysis& analysis_;
  const UnitSource source_;
  std::vector<Hint> hints_;  // in text order
};

}  // namespace figmine
