#include "claim/table_units.h"

#include <algorithm>

#include "base/ascii.h"
#include "resolve/quantities/values.h"

namespace figmine {
namespace {

// "12.4M", "3 million": written with its own magnitude.
bool has_magnitude(const Quantity& quantity) { return std::ranges::any_of(quantity.text, is_letter); }

void read_unit(const Looker& look, std::size_t sentence, TokenRange words, HeadUnit& out) {
  const UnitContext no_hints;
  const ClaimInput& input = look.input();
  const UnitReader reader(input.analyses[sentence],
                          {input.program, input.forms, input.document.text, input.text.tokens, no_hints});
  std::optional<UnitReading> reading = reader.read(words, "");
  if (!reading) return;
  out.unit = Unit{look.text_of(words),       reading->unit.name, reading->unit.code, "ucum", "",
                  std::move(reading->others)};
  out.resolved = std::move(reading->unit);
}

}  // namespace

std::optional<HeadUnit> unit_of_head(const Looker& look, std::size_t sentence, Span head) {
  const ClaimInput& input = look.input();
  const Analysis& analysis = input.analyses[sentence];
  const TokenRange words = look.tokens_in(head);
  for (std::uint32_t token = words.begin; token < words.end; ++token) {
    const Annotation* found = look.beginning_at(analysis, token, "head_unit");
    if (found == nullptr || found->range.end != words.end) continue;
    const Span span = look.span_of(found->range);
    HeadUnit out{.span = span};
    if (const auto scale = Decimal::parse(feature_text(input.program, *found, "scale"))) {
      out.scale = *scale;
      out.scaled = true;
    }
    const std::string codes = feature_text(input.program, *found, "codes");
    out.currency = codes.substr(0, codes.find(' '));
    out.per = feature_text(input.program, *found, "per");
    const std::string_view told = slice(input.document.text, span);
    out.code = !out.currency.empty() && !out.scaled && out.per.empty() &&
               std::ranges::count_if(told, is_upper) + 2 == static_cast<std::ptrdiff_t>(told.size());
    const Value unit = feature(input.program, *found, "unit");
    if (const auto* named = std::get_if<TokenRange>(&unit)) read_unit(look, sentence, *named, out);
    return out;
  }
  return std::nullopt;
}

void take_head_unit(Quantity& quantity, const HeadUnit& unit) {
  if (quantity.kind != "number" && quantity.kind != "money") return;
  if (quantity.kind == "number" && !unit.currency.empty()) {
    quantity.kind = "money";
    quantity.unit = Unit{"", "", unit.currency, "iso4217", unit.per, {}};
  }
  if (quantity.kind == "number" && unit.unit) {
    quantity.kind = unit.resolved->kind;
    quantity.unit = unit.unit;
  }
  if (unit.scaled && !has_magnitude(quantity)) quantities::multiply(unit.scale.to_rational(), quantity);
  quantities::set_si(quantity, unit.resolved);
}

}  // namespace figmine
