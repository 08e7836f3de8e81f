// resolve/units: a unit as the text writes it -> name (CLDR style), UCUM code, exact factor to the SI.
// Compound units are composed from their parts. UCUM: https://ucum.org (Schadow, McDonald 1999-2017). Tested
// by tests/unit/resolve_units_test.cc.
#pragma once

#include <optional>
#include <string>

#include "base/decimal.h"
#include "ruleset/program.h"

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

// The value in SI units, exact where it terminates, else to 16 significant digits.
[[nodiscard]] Decimal to_si(const Decimal& value, const ResolvedUnit& unit);

// "5/9", "0.3048" -> the rational; nothing for other text.
[[nodiscard]] std::optional<Rational> parse_rational(std::string_view text);

}  // namespace figmine
