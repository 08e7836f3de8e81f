#include "output/fact_table.h"

#include <fmt/format.h>

namespace figmine {
namespace {

using enum CellType;
using Row = FactRow;

std::string flag(bool value) { return value ? "true" : ""; }

// A text of a part that may be absent.
template <class Part>
std::string of(const std::optional<Part>& part, std::string Part::*member) {
  return part ? (*part).*member : std::string();
}

std::string offset(const Row& r, std::uint32_t byte) { return std::to_string(r.offsets.at(byte)); }

std::string id_of(const Row& r, std::string_view scheme) {
  if (r.entity == nullptr) return {};
  for (const auto& [name, value] : r.entity->ids) {
    if (name == scheme) return value;
  }
  return {};
}

std::string all_ids(const Row& r) {
  std::string out;
  if (r.entity == nullptr) return out;
  for (const auto& [name, value] : r.entity->ids)
    out += fmt::format("{}{}={}", out.empty() ? "" : " ", name, value);
  return out;
}

const Quantity& quantity(const Row& r) { return r.fact.quantity; }

constexpr FactColumn kDocument[] = {
    {"document", kText, 30, [](const Row& r) { return r.result.document.id; }},
    {"source", kText, 30, [](const Row& r) { return r.result.document.source; }},
    {"title", kText, 40, [](const Row& r) { return r.result.document.title.value_or(""); }},
    {"published", kText, 11, [](const Row& r) { return r.result.document.published.value_or(""); }},
};

constexpr FactColumn kFact[] = {
    {"id", kText, 17, [](const Row& r) { return r.fact.id; }},
    {"section", kText, 10, [](const Row& r) { return r.fact.section; }},
    {"text", kText, 22, [](const Row& r) { return quantity(r).text; }},
    {"kind", kText, 10, [](const Row& r) { return quantity(r).kind; }},
    {"op", kText, 5, [](const Row& r) { return quantity(r).op; }},
    {"approx", kFlag, 8, [](const Row& r) { return flag(quantity(r).approx); }},
    {"value", kNumber, 14, [](const Row& r) { return quantity(r).value.value_or(""); }},
    {"low", kNumber, 14, [](const Row& r) { return quantity(r).low.value_or(""); }},
    {"high", kNumber, 14, [](const Row& r) { return quantity(r).high.value_or(""); }},
    {"uncertainty", kNumber, 12, [](const Row& r) { return quantity(r).uncertainty.value_or(""); }},
    {"unit", kText, 14, [](const Row& r) { return of(quantity(r).unit, &Unit::name); }},
    {"unit_code", kText, 10, [](const Row& r) { return of(quantity(r).unit, &Unit::code); }},
    {"per", kText, 10, [](const Row& r) { return of(quantity(r).unit, &Unit::per); }},
    {"si_value", kNumber, 14, [](const Row& r) { return of(quantity(r).si, &SiValue::value); }},
    {"si_unit", kText, 10, [](const Row& r) { return of(quantity(r).si, &SiValue::unit); }},
    {"measure", kText, 30, [](const Row& r) { return of(r.fact.measure, &Measure::text); }},
    {"measure_head", kText, 16, [](const Row& r) { return of(r.fact.measure, &Measure::head); }},
    {"subject", kText, 24,
     [](const Row& r) {
       std::string name = of(r.fact.subject, &Subject::name);
       return name.empty() ? of(r.fact.subject, &Subject::text) : name;
     }},
    {"subject_type", kText, 12, [](const Row& r) { return of(r.fact.subject, &Subject::type); }},
    {"share_of", kText, 20, [](const Row& r) { return of(r.fact.share_of, &Phrase::text); }},
    {"direction", kText, 9, [](const Row& r) { return of(r.fact.change, &Change::direction); }},
    {"change_role", kText, 11, [](const Row& r) { return of(r.fact.change, &Change::role); }},
    {"basis", kText, 14, [](const Row& r) { return of(r.fact.change, &Change::basis); }},
    {"baseline", kText, 20,
     [](const Row& r) {
       return r.fact.change ? of(r.fact.change->baseline, &Baseline::text) : std::string();
     }},
    {"period", kText, 20, [](const Row& r) { return of(r.fact.period, &Period::text); }},
    {"period_start", kText, 12, [](const Row& r) { return of(r.fact.period, &Period::start); }},
    {"period_end", kText, 12, [](const Row& r) { return of(r.fact.period, &Period::end); }},
    {"period_inferred", kFlag, 14,
     [](const Row& r) { return flag(r.fact.period && r.fact.period->inferred); }},
    {"status", kText, 10, [](const Row& r) { return r.fact.status; }},
    {"negated", kFlag, 8, [](const Row& r) { return flag(r.fact.negated); }},
    {"speaker", kText, 20, [](const Row& r) { return of(r.fact.attribution, &Attribution::speaker); }},
    {"speaker_role", kText, 20, [](const Row& r) { return of(r.fact.attribution, &Attribution::role); }},
    {"speaker_verb", kText, 12, [](const Row& r) { return of(r.fact.attribution, &Attribution::verb); }},
    {"class", kText, 10, [](const Row& r) { return r.fact.non_claim_class; }},
    {"score", kNumber, 7, [](const Row& r) { return fmt::format("{:.2f}", r.fact.score); }},
    {"span_begin", kNumber, 10, [](const Row& r) { return offset(r, quantity(r).span.begin); }},
    {"span_end", kNumber, 10, [](const Row& r) { return offset(r, quantity(r).span.end); }},
    {"sentence", kText, 80, [](const Row& r) { return std::string(slice(r.result.text, r.fact.sentence)); }},
};

constexpr FactColumn kJoined[] = {
    {"entity", kText, 24, [](const Row& r) { return r.entity == nullptr ? std::string() : r.entity->name; }},
    {"ticker", kText, 14, [](const Row& r) { return id_of(r, "ticker"); }},
    {"entity_ids", kText, 24, all_ids},
    {"rules", kText, 40, [](const Row& r) { return fmt::format("{}", fmt::join(r.fact.rules, " ")); }},
};

}  // namespace

std::span<const FactColumn> document_columns() { return kDocument; }
std::span<const FactColumn> fact_columns() { return kFact; }
std::span<const FactColumn> joined_columns() { return kJoined; }

FactRows::FactRows(const DocumentResult& result)
    : result_(result), offsets_(result.text, OffsetUnit::kCodePoints) {
  for (const Entity& entity : result.entities) entities_.emplace(entity.id, &entity);
}

FactRow FactRows::row(const Fact& fact) const {
  const auto entity = fact.subject ? entities_.find(fact.subject->entity) : entities_.end();
  return {result_, fact, entity == entities_.end() ? nullptr : entity->second, offsets_};
}

}  // namespace figmine
