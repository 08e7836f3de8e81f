#include "claim/assembling/relation_values.h"

#include <algorithm>

namespace figmine::assembling {

void RelationValues::gather(Draft& draft) const {
  std::vector<const Relation*> relations;
  for (const Relation& relation : figures_.analysis(draft).relations) {
    if (relation.target == draft.mention->annotation && in_one_cell(draft, relation))
      relations.push_back(&relation);
  }
  std::sort(relations.begin(), relations.end(), [](const Relation* a, const Relation* b) {
    if (a->layer != b->layer) return a->layer < b->layer;
    if (a->rule != b->rule) return a->rule < b->rule;
    return a->range.end - a->range.begin < b->range.end - b->range.begin;
  });
  for (const Relation* relation : relations) {
    if (!agrees(draft, *relation)) continue;
    bool used = false;
    for (const auto& [attribute, value] : relation->values) {
      used = draft.fields.emplace(input_.program.attributes.name(attribute), value).second || used;
    }
    if (used) draft.fact.rules.emplace_back(rule_name(input_.program, relation->layer, relation->rule));
  }
  if (moves_nothing(draft)) {
    draft.fields.erase("role");
    draft.fields.erase("direction");
  }
}

// What a rule says is no movement, though a word of movement stands near; points of a game, which are won
// and added one by one; "lost six games".
bool RelationValues::moves_nothing(const Draft& draft) const {
  const Quantity& quantity = draft.fact.quantity;
  const bool scored = draft.mention->unit && draft.mention->unit->kind == "count";
  const bool contest = quantity.kind == "count" && quantity.unit && draft.text("direction") == "down" &&
                       input_.program.lookup("contest.noun", quantity.unit->name) != kNone;
  return scored || contest || is_attribute_of_object(draft) || draft.text("role") == "none";
}

// "Acme advances its 90,000-hectare project": the figure describes what the verb moves.
bool RelationValues::is_attribute_of_object(const Draft& draft) {
  const Quantity& quantity = draft.fact.quantity;
  return draft.has("direct") && draft.has("measure_after") && quantity.text.find('-') != std::string::npos &&
         (quantity.kind == "measure" || quantity.kind == "count" || quantity.kind == "duration");
}

// In a table's row the words of one cell say nothing of another.
bool RelationValues::in_one_cell(const Draft& draft, const Relation& relation) const {
  const Block& block = input_.block_of(draft.sentence);
  if (block.kind != BlockKind::kTableRow) return true;
  const Span span = look_.span_of(relation.range);
  return std::any_of(block.cells.begin(), block.cells.end(), [&](Span cell) { return cell.contains(span); });
}

// Rules about movement give all of role and direction or nothing.
bool RelationValues::agrees(const Draft& draft, const Relation& relation) const {
  for (const auto& [attribute, value] : relation.values) {
    if (input_.program.attributes.name(attribute) == "role" && draft.has("role"))
      return draft.text("role") == to_text(value);
  }
  return true;
}

}  // namespace figmine::assembling
