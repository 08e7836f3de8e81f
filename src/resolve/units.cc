#include "resolve/units.h"

namespace figmine {
namespace {

std::string grouped(const std::string& code) {
  return code.find_first_of("/.") == std::string::npos ? code : "(" + code + ")";
}

}  // namespace

std::optional<Rational> parse_rational(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::optional<Decimal> top = Decimal::parse(text.substr(0, slash));
  if (!top) return std::nullopt;
  if (slash == std::string_view::npos) return top->to_rational();
  const std::optional<Decimal> bottom = Decimal::parse(text.substr(slash + 1));
  if (!bottom || bottom->is_zero()) return std::nullopt;
  return top->to_rational() / bottom->to_rational();
}

std::optional<ResolvedUnit> unit_of_row(const Program& program, std::uint32_t row) {
  const auto attribute = [&](std::string_view name) { return std::string(program.row_attribute(row, name)); };
  ResolvedUnit unit;
  unit.name = attribute("name");
  unit.code = attribute("code");
  unit.kind = attribute("kind");
  unit.dimension = attribute("dimension");
  unit.si_unit = attribute("si");
  const std::optional<Rational> factor = parse_rational(attribute("factor"));
  if (!factor) return std::nullopt;
  unit.factor = *factor;
  if (const std::string prefix = attribute("prefix_factor"); !prefix.empty())
    unit.factor *= parse_rational(prefix).value_or(Rational(1));
  if (const std::string offset = attribute("offset"); !offset.empty())
    unit.offset = parse_rational(offset).value_or(Rational(0));
  return unit;
}

ResolvedUnit divide_units(const ResolvedUnit& top, const ResolvedUnit& bottom) {
  ResolvedUnit unit;
  unit.name = top.name + " per " + bottom.name;
  unit.code = top.code + "/" + grouped(bottom.code);
  unit.kind = "measure";
  unit.dimension = top.dimension + "/" + bottom.dimension;
  unit.si_unit = top.si_unit + "/" + grouped(bottom.si_unit);
  unit.factor = top.factor / bottom.factor;
  return unit;
}

Decimal to_si(const Decimal& value, const ResolvedUnit& unit) {
  return Decimal::from_rational(value.to_rational() * unit.factor + unit.offset);
}

}  // namespace figmine
