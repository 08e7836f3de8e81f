// claim/table_units: the unit that the head of a table's row or column gives to the figures under it:
// "Revenue ($ thousands)", "Output (million tonnes)", "Sales, €m". Tested by tests/cases
// (c/9991-units-in-heads-of-tables).
#pragma once

#include "claim/draft.h"
#include "resolve/units.h"

namespace figmine {

struct HeadUnit {
  Span span;                 // of the words that tell it, at the head's end
  Decimal scale = 1;         // what the figures are to be multiplied by
  bool scaled = false;       // whether the head tells a scale
  std::string currency;      // ISO 4217; empty where it is none
  std::string per;           // "oz" of "($/oz)"
  bool code = false;         // nothing but a currency's letters: "(USD)", but also "(PHP)"
  std::optional<Unit> unit;  // that is no currency
  std::optional<ResolvedUnit> resolved;
};

// What stands at the end of the head; nothing where no unit does.
[[nodiscard]] std::optional<HeadUnit> unit_of_head(const Looker& look, std::size_t sentence, Span head);

// Gives a bare number the head's unit, and a bare number or amount its scale. Figures that have a unit or a
// magnitude of their own keep them.
void take_head_unit(Quantity& quantity, const HeadUnit& unit);

}  // namespace figmine
