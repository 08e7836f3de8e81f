#include "review/fields.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "base/calendar.h"
#include "base/sha256.h"
#include "output/names.h"

namespace figmine {
namespace {

std::vector<std::string_view> list(names::List words) { return {words.begin(), words.end()}; }

// How one field is read and written; `set` is given what passed `check`.
struct Field {
  FieldInfo info;
  std::function<std::string(const Fact&)> get;
  std::function<void(Fact&, const std::string&)> set;
  std::function<std::string(const std::string&)> check;
};

std::string no_check(const std::string&) { return {}; }

std::string check_number(const std::string& value) {
  if (value.empty()) return {};
  std::string_view digits = value;
  if (digits.starts_with('-')) digits.remove_prefix(1);
  const auto all_digits = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  };
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::string_view whole = digits.substr(0, point);
  const bool leading_zero = whole.size() > 1 && whole.front() == '0';  // JSON has none
  const bool decimal = point == digits.size() || all_digits(digits.substr(point + 1));
  return all_digits(whole) && decimal && !leading_zero ? "" : "is no decimal number, such as 1200000 or -0.5";
}

std::string check_date(const std::string& value) {
  return value.empty() || parse_iso_date(value) ? "" : "is no date, YYYY-MM-DD";
}

std::string check_flag(const std::string& value) {
  return value.empty() || value == "yes" ? "" : "is yes or nothing";
}

std::string needed(const std::string& value) { return value.empty() ? "is needed" : ""; }

// An empty text takes the value away.
void assign(std::optional<std::string>& to, const std::string& value) {
  to = value.empty() ? std::nullopt : std::optional(value);
}

template <class T>
T& made(std::optional<T>& value) {
  if (!value) value.emplace();
  return *value;
}

// A field of a part of the fact that may be absent; the part goes when `gone` says that nothing of it is
// left.
template <class Part>
Field part_field(FieldInfo info, std::optional<Part> Fact::*part, std::string Part::*text,
                 std::function<std::string(const std::string&)> check,
                 std::function<bool(const Part&)> gone) {
  return {std::move(info),
          [=](const Fact& fact) { return fact.*part ? (*(fact.*part)).*text : std::string(); },
          [=](Fact& fact, const std::string& value) {
            if (value.empty() && !(fact.*part)) return;
            made(fact.*part).*text = value;
            if (gone(*(fact.*part))) (fact.*part).reset();
          },
          std::move(check)};
}

Field number_field(std::string_view name, std::string_view label,
                   std::optional<std::string> Quantity::*number) {
  return {{name, label, {}},
          [=](const Fact& fact) { return (fact.quantity.*number).value_or(""); },
          [=](Fact& fact, const std::string& value) { assign(fact.quantity.*number, value); },
          check_number};
}

Field flag_field(std::string_view name, std::string_view label, std::function<bool&(Fact&)> flag) {
  return {
      {name, label, {"", "yes"}},
      [=](const Fact& fact) { return flag(const_cast<Fact&>(fact)) ? std::string("yes") : std::string(); },
      [=](Fact& fact, const std::string& value) { flag(fact) = value == "yes"; },
      check_flag};
}

Field unit_field(std::string_view name, std::string_view label, std::string Unit::*text) {
  return {{name, label, {}},
          [=](const Fact& fact) { return fact.quantity.unit ? (*fact.quantity.unit).*text : std::string(); },
          [=](Fact& fact, const std::string& value) {
            if (value.empty() && !fact.quantity.unit) return;
            Unit& unit = made(fact.quantity.unit);
            unit.*text = value;
            if (unit.name.empty() && unit.code.empty() && unit.per.empty()) fact.quantity.unit.reset();
          },
          no_check};
}

std::vector<Field> quantity_fields() {
  std::vector<Field> out;
  out.push_back({{"kind", "Kind", list(names::kKind)},
                 [](const Fact& fact) { return fact.quantity.kind; },
                 [](Fact& fact, const std::string& value) { fact.quantity.kind = value; },
                 needed});
  out.push_back({{"op", "Bound", list(names::kOp)},
                 [](const Fact& fact) { return fact.quantity.op; },
                 [](Fact& fact, const std::string& value) { fact.quantity.op = value; },
                 needed});
  out.push_back(
      flag_field("approx", "Approximate", [](Fact& fact) -> bool& { return fact.quantity.approx; }));
  out.push_back(number_field("value", "Value", &Quantity::value));
  out.push_back(number_field("low", "Low", &Quantity::low));
  out.push_back(number_field("high", "High", &Quantity::high));
  out.push_back(unit_field("unit.name", "Unit", &Unit::name));
  out.push_back(unit_field("unit.code", "Unit code", &Unit::code));
  out.push_back(unit_field("unit.per", "Per", &Unit::per));
  return out;
}

std::vector<Field> claim_fields() {
  const auto no_measure = [](const Measure& measure) { return measure.text.empty(); };
  const auto no_subject = [](const Subject& subject) { return subject.text.empty() && subject.name.empty(); };
  const auto no_whole = [](const Phrase& whole) { return whole.text.empty(); };
  const auto no_change = [](const Change& change) { return change.role.empty() && change.direction.empty(); };
  const auto no_period = [](const Period& period) { return period.start.empty() && period.end.empty(); };
  const auto no_speaker = [](const Attribution& attribution) { return attribution.speaker.empty(); };
  const auto with_none = [](names::List words) {
    std::vector<std::string_view> out = {""};
    out.insert(out.end(), words.begin(), words.end());
    return out;
  };
  std::vector<Field> out;
  out.push_back(
      part_field<Measure>({"measure", "Measure", {}}, &Fact::measure, &Measure::text, no_check, no_measure));
  out.push_back(
      part_field<Subject>({"subject", "Subject", {}}, &Fact::subject, &Subject::text, no_check, no_subject));
  out.push_back(part_field<Subject>({"subject.name", "Subject's name", {}}, &Fact::subject, &Subject::name,
                                    no_check, no_subject));
  out.push_back(
      part_field<Phrase>({"share_of", "Share of", {}}, &Fact::share_of, &Phrase::text, no_check, no_whole));
  out.push_back(part_field<Change>({"change.role", "Change", with_none(names::kRole)}, &Fact::change,
                                   &Change::role, no_check, no_change));
  out.push_back(part_field<Change>({"change.direction", "Direction", with_none(names::kDirection)},
                                   &Fact::change, &Change::direction, no_check, no_change));
  out.push_back(part_field<Change>({"change.basis", "Basis", with_none(names::kBasis)}, &Fact::change,
                                   &Change::basis, no_check, no_change));
  out.push_back(
      part_field<Period>({"period.start", "From", {}}, &Fact::period, &Period::start, check_date, no_period));
  out.push_back(
      part_field<Period>({"period.end", "To", {}}, &Fact::period, &Period::end, check_date, no_period));
  out.push_back({{"status", "Status", list(names::kStatus)},
                 [](const Fact& fact) { return fact.status; },
                 [](Fact& fact, const std::string& value) { fact.status = value; },
                 needed});
  out.push_back(flag_field("negated", "Negated", [](Fact& fact) -> bool& { return fact.negated; }));
  out.push_back(part_field<Attribution>({"speaker", "Speaker", {}}, &Fact::attribution, &Attribution::speaker,
                                        no_check, no_speaker));
  return out;
}

const std::vector<Field>& all_fields() {
  static const std::vector<Field> kFields = [] {
    std::vector<Field> out = quantity_fields();
    for (Field& field : claim_fields()) out.push_back(std::move(field));
    return out;
  }();
  return kFields;
}

const Field* find_field(std::string_view name) {
  const auto it = std::find_if(all_fields().begin(), all_fields().end(),
                               [&](const Field& field) { return field.info.name == name; });
  return it == all_fields().end() ? nullptr : &*it;
}

}  // namespace

namespace {

// What the program worked out of a number or a unit that is no longer there.
void drop_derived(Quantity& quantity) {
  quantity.fraction.reset();
  quantity.uncertainty.reset();
  quantity.significant_digits = 0;
  quantity.si.reset();
  if (!quantity.unit) return;
  quantity.unit->candidates.clear();
  quantity.unit->system = quantity.unit->code.empty() ? "" : quantity.kind == "money" ? "iso4217" : "ucum";
}

}  // namespace

const std::vector<FieldInfo>& review_fields() {
  static const std::vector<FieldInfo> kInfos = [] {
    std::vector<FieldInfo> out;
    for (const Field& field : all_fields()) out.push_back(field.info);
    return out;
  }();
  return kInfos;
}

std::string field_of(const Fact& fact, std::string_view name) {
  const Field* field = find_field(name);
  return field == nullptr ? std::string() : field->get(fact);
}

std::string set_field(Fact& fact, std::string_view name, const std::string& value) {
  const Field* field = find_field(name);
  if (field == nullptr) return "is no field of a fact";
  const std::vector<std::string_view>& choices = field->info.choices;
  if (!choices.empty() && std::find(choices.begin(), choices.end(), value) == choices.end())
    return "is none of the choices";
  if (std::string problem = field->check(value); !problem.empty()) return problem;
  field->set(fact, value);
  return {};
}

std::map<std::string, std::string> fields_of(const Fact& fact) {
  std::map<std::string, std::string> out;
  for (const Field& field : all_fields()) {
    if (std::string value = field.get(fact); !value.empty()) out.emplace(field.info.name, std::move(value));
  }
  return out;
}

void apply_changes(Fact& fact, const Decision& decision) {
  constexpr std::string_view kOfNumber[] = {"kind", "value", "low", "high", "unit.name", "unit.code"};
  for (const auto& [name, change] : decision.changes) {
    const bool set = set_field(fact, name, change.after).empty();
    if (set && std::find(std::begin(kOfNumber), std::end(kOfNumber), name) != std::end(kOfNumber))
      drop_derived(fact.quantity);
  }
}

std::string seen_as(std::string_view fact) {
  // Quotes inside of texts are escaped: these can't stand in one.
  const std::size_t begin = std::min(fact.find(R"("section":)"), fact.size());
  const std::size_t end = fact.rfind(R"(,"rules":[)");
  constexpr std::size_t kDigits = 16;
  return sha256_hex({fact.substr(begin, end == std::string_view::npos ? end : end - begin)})
      .substr(0, kDigits);
}

}  // namespace figmine
