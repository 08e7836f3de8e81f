#include "resolve/units.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/split.h"
#include "text/lookup.h"

namespace figmine {
namespace {

constexpr std::uint32_t kHintReach = 24;  // tokens on either side
constexpr std::size_t kNoReading = static_cast<std::size_t>(-1);

bool is_simple(const std::string& code) { return code.find_first_of("/.") == std::string::npos; }

std::string grouped(const std::string& code) { return is_simple(code) ? code : "(" + code + ")"; }

std::string raised(const std::string& code, int power) {
  const bool plain = is_simple(code) && !code.empty() && (code.back() < '0' || code.back() > '9');
  return (plain ? code : "(" + code + ")") + std::to_string(power);
}

std::string raised_name(const std::string& name, int power) {
  if (power == 2) return "square " + name;
  if (power == 3) return "cubic " + name;
  return fmt::format("{} to the power {}", name, power);
}

std::string raised_dimension(const std::string& dimension, int power) {
  if (dimension == "length" && power == 2) return "area";
  if (dimension == "length" && power == 3) return "volume";
  return dimension + std::to_string(power);
}

// Whether one of the words is among "a|b|c".
bool lists_any(std::string_view list, const std::vector<std::string_view>& words) {
  if (list.empty()) return false;
  const std::vector<std::string_view> listed = split(list, '|');
  return std::find_first_of(listed.begin(), listed.end(), words.begin(), words.end()) != listed.end();
}

// What hints may call a reading: its name, dimension and kind.
std::vector<std::string_view> names_of(const ResolvedUnit& unit) {
  return {unit.name, unit.dimension, unit.kind};
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

ResolvedUnit multiply_units(const ResolvedUnit& left, const ResolvedUnit& right) {
  ResolvedUnit unit;
  unit.name = left.name + " " + right.name;
  unit.code = left.code + "." + right.code;
  unit.kind = "measure";
  unit.dimension = left.dimension + "." + right.dimension;
  unit.si_unit = left.si_unit + "." + right.si_unit;
  unit.factor = left.factor * right.factor;
  return unit;
}

ResolvedUnit raise_unit(const ResolvedUnit& unit, int power) {
  if (power == 1) return unit;
  ResolvedUnit out;
  out.name = raised_name(unit.name, power);
  out.code = raised(unit.code, power);
  out.kind = "measure";
  out.dimension = raised_dimension(unit.dimension, power);
  out.si_unit = raised(unit.si_unit, power);
  for (int i = 0; i < power; ++i) out.factor *= unit.factor;
  return out;
}

Decimal to_si(const Decimal& value, const ResolvedUnit& unit) {
  return Decimal::from_rational(value.to_rational() * unit.factor + unit.offset);
}

UnitContext read_units(const std::vector<Analysis>& analyses, const Program& program) {
  UnitContext out;
  const std::uint32_t type = program.types.find("unit_hint");
  for (const Analysis& analysis : analyses) {
    if (!analysis.holds(type)) continue;
    for (const Annotation& annotation : analysis.annotations) {
      if (annotation.type != type || annotation.row == kNone) continue;
      for (const std::string_view favored : split(program.row_attribute(annotation.row, "favors"), '|')) {
        if (!favored.empty()) ++out[std::string(favored)];
      }
    }
  }
  return out;
}

UnitReader::UnitReader(const Analysis& analysis, const UnitSource& source)
    : analysis_(analysis), source_(source) {
  const std::uint32_t type = source.program.types.find("unit_hint");
  if (!analysis.holds(type)) return;
  for (const Annotation& annotation : analysis.annotations) {
    if (annotation.type == type && annotation.row != kNone)
      hints_.push_back({annotation.range, source.program.row_attribute(annotation.row, "favors")});
  }
  std::sort(hints_.begin(), hints_.end(),
            [](const Hint& a, const Hint& b) { return a.range.begin < b.range.begin; });
}

std::optional<UnitReading> UnitReader::read(TokenRange tokens, std::string_view favors) const {
  const std::uint32_t found = analysis_.find(tokens, source_.program.types.find("unitx"));
  if (found == kNone) return read_single(tokens, favors);
  const Annotation& annotation = analysis_.annotations[found];
  const std::string own = feature_text(source_.program, annotation, "favors");
  const std::string_view decided = own.empty() ? favors : std::string_view(own);
  if (std::optional<UnitReading> single = read_single(tokens, decided)) return single;
  std::optional<ResolvedUnit> unit = compose(annotation, decided);
  if (!unit) return std::nullopt;
  UnitReading out{*std::move(unit), {}, tokens, {}, {}};
  read_rate(annotation, out);
  return out;
}

// "5 tonnes | a year": tonnes, of kg/s in the SI.
void UnitReader::read_rate(const Annotation& composed, UnitReading& out) const {
  const std::uint32_t rate = source_.program.captures.find("r");
  std::uint32_t end = out.words.begin;
  for (const Capture& capture : composed.captures()) {
    if (capture.range.empty()) continue;
    if (capture.name == rate) out.per = capture.range;
    if (out.per.empty()) end = capture.range.end;
  }
  const std::optional<UnitReading> per = read_single(out.per, {});
  if (!per) return;
  out.words.end = end;
  out.per_name = per->unit.name;
  const ResolvedUnit whole = divide_units(out.unit, per->unit);
  out.unit.si_unit = whole.si_unit;
  out.unit.factor = whole.factor;
}

std::optional<UnitReading> UnitReader::read_single(TokenRange tokens, std::string_view favors) const {
  const std::uint32_t type = source_.program.types.find("unit");
  if (type == kNone || tokens.empty()) return std::nullopt;
  std::vector<ResolvedUnit> units;
  for (const std::uint32_t row : find_rows(source_.program, source_.forms, source_.tokens, tokens.begin,
                                           tokens.end, static_cast<TypeId>(type))) {
    if (std::optional<ResolvedUnit> unit = unit_of_row(source_.program, row))
      units.push_back(*std::move(unit));
  }
  if (units.empty()) return std::nullopt;
  std::vector<std::vector<std::string_view>> readings;
  for (const ResolvedUnit& unit : units) readings.push_back(names_of(unit));
  std::string evidence;
  const std::size_t chosen = choose(tokens, readings, favors, evidence);
  UnitReading out{units[chosen], {}, tokens, {}, {}};
  for (const ResolvedUnit& unit : units) {
    if (unit.code != out.unit.code)
      out.others.push_back({unit.name, unit.code, "chosen instead: " + evidence});
  }
  return out;
}

// A unit with its power: "m", "square metres", the "s−1" that stands below the line.
std::optional<ResolvedUnit> UnitReader::read_part(TokenRange tokens, std::string_view favors) const {
  for (const std::string_view type : {"unit_part", "unit_power", "unit_inverse"}) {
    const std::uint32_t found = analysis_.find(tokens, source_.program.types.find(type));
    if (found == kNone) continue;
    const Annotation& part = analysis_.annotations[found];
    const Value base = feature(source_.program, part, "unit");
    const Value power = feature(source_.program, part, "value");
    const auto* range = std::get_if<TokenRange>(&base);
    const auto* number = std::get_if<Decimal>(&power);
    const std::optional<UnitReading> reading = range ? read_single(*range, favors) : std::nullopt;
    if (!reading) return std::nullopt;
    return raise_unit(reading->unit, number ? static_cast<int>(number->to_integer().value_or(1)) : 1);
  }
  return std::nullopt;
}

// Captures named u stand above the line, captures named d below it; what a capture named r says is told
// apart.
std::optional<ResolvedUnit> UnitReader::compose(const Annotation& composed, std::string_view favors) const {
  std::optional<ResolvedUnit> out;
  const std::uint32_t below = source_.program.captures.find("d");
  const std::uint32_t above = source_.program.captures.find("u");
  for (const Capture& capture : composed.captures()) {
    if (capture.range.empty() || (capture.name != above && capture.name != below)) continue;
    const std::optional<ResolvedUnit> part = read_part(capture.range, favors);
    if (!part || (!out && capture.name == below)) return std::nullopt;
    if (!out) {
      out = part;
    } else {
      out = capture.name == below ? divide_units(*out, *part) : multiply_units(*out, *part);
    }
  }
  return out;
}

std::size_t UnitReader::choose(TokenRange tokens, const std::vector<std::vector<std::string_view>>& readings,
                               std::string_view favors, std::string& evidence) const {
  evidence = "most frequent meaning";
  if (readings.size() < 2) return 0;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (!lists_any(favors, readings[i])) continue;
    evidence = "as the words around it have it";
    return i;
  }
  if (const std::size_t near = choose_by_hint(tokens, readings, evidence); near != kNoReading) return near;
  std::size_t best = 0;
  int most = 0;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    int count = 0;
    for (const std::string_view name : readings[i]) {
      const auto it = source_.article.find(name);
      if (it != source_.article.end()) count = std::max(count, it->second);
    }
    if (count <= most) continue;
    most = count;
    best = i;
    evidence = "the article's other words";
  }
  return best;
}

std::size_t UnitReader::choose_by_hint(TokenRange tokens,
                                       const std::vector<std::vector<std::string_view>>& readings,
                                       std::string& evidence) const {
  std::size_t best = kNoReading;
  std::uint32_t nearest = kHintReach + 1;
  const std::uint32_t from = tokens.begin > kHintReach ? tokens.begin - kHintReach : 0;
  auto hint = std::lower_bound(hints_.begin(), hints_.end(), from,
                               [](const Hint& h, std::uint32_t at) { return h.range.begin < at; });
  for (; hint != hints_.end() && hint->range.begin <= tokens.end + kHintReach; ++hint) {
    const bool itself = source_.tokens[hint->range.begin].form == source_.tokens[tokens.begin].form;
    if (hint->range.overlaps(tokens) || itself) continue;  // "40 ounces of gold, against 50 ounces"
    const std::uint32_t distance =
        hint->range.begin >= tokens.end ? hint->range.begin - tokens.end : tokens.begin - hint->range.end;
    if (distance >= nearest) continue;
    for (std::size_t i = 0; i < readings.size(); ++i) {
      if (!lists_any(hint->favors, readings[i])) continue;
      best = i;
      nearest = distance;
      evidence = fmt::format("'{}' stands near",
                             slice(source_.text, {source_.tokens[hint->range.begin].span.begin,
                                                  source_.tokens[hint->range.end - 1].span.end}));
      break;
    }
  }
  return best;
}

int UnitReader::prefer(TokenRange tokens, std::string_view one, std::string_view other) const {
  std::string evidence;
  const std::size_t near = choose_by_hint(tokens, {{one}, {other}}, evidence);
  if (near != kNoReading) return near == 0 ? 1 : -1;
  return 0;
}

}  // namespace figmine
