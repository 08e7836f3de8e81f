#include "claim/assembling/links.h"

#include "resolve/money.h"

namespace figmine::assembling {

void Links::link() const {
  for (std::size_t i = 0; i < figures_.drafts().size(); ++i) {
    link_pair(i);
    link_change(i);
  }
}

Draft* Links::at(TokenRange range, std::size_t sentence) const {
  for (Draft& draft : of_sentence(figures_.drafts(), sentence)) {
    if (draft.mention->range == range) return &draft;
  }
  return nullptr;
}

void Links::link_pair(std::size_t index) const {
  Draft& draft = figures_[index];
  Draft* other = draft.has("link") ? at(draft.range("link"), draft.sentence) : nullptr;
  if (other == nullptr || !other->fact.claim || !draft.fact.claim) return;
  const bool both_money = draft.fact.quantity.kind == "money" && other->fact.quantity.kind == "money";
  const bool same_kind = draft.fact.quantity.kind == other->fact.quantity.kind;
  if (both_money && draft.fact.quantity.unit->code == other->fact.quantity.unit->code) return;
  if (!both_money && (draft.text("rel") != "same" && !same_kind)) return;
  if (draft.text("rel") == "equivalent" &&
      !may_be_equal(draft.fact.quantity, other->fact.quantity, input_.program)) {
    const std::string message = "'" + other->fact.quantity.text + "' and '" + draft.fact.quantity.text +
                                "' can't be the same amount; not linked";
    warnings_.push_back({"equivalent_mismatch", message,
                         Span{other->fact.quantity.span.begin, draft.fact.quantity.span.end}});
    return;
  }
  draft.fact.links.push_back({"equivalent", other->fact.id});
  other->fact.links.push_back({"equivalent", draft.fact.id});
  if (draft.text("status").empty() && !other->text("status").empty()) draft.fact.status = other->fact.status;
  if (both_money) draft.fact.change = other->fact.change;
  if (!both_money && draft.text("rel") == "same" && other->fact.change && !draft.fact.change) {
    draft.fact.change = other->fact.change;  // "lost 190 riders, or 0.6%"
  }
}

// by and from point to the level they belong to.
void Links::link_change(std::size_t index) const {
  Fact& fact = figures_[index].fact;
  if (!fact.change || fact.change->role == "to" || !fact.claim || !fact.measure) return;
  for (Draft& draft : of_sentence(figures_.drafts(), figures_[index].sentence)) {
    Fact& level = draft.fact;
    if (!level.change || level.change->role != "to" || !level.measure) continue;
    if (level.measure->span != fact.measure->span) continue;
    fact.links.push_back({fact.change->role == "by" ? "delta_of" : "old_level_of", level.id});
    if (fact.change->role == "from") level.links.push_back({"new_level_of", fact.id});
    return;
  }
}

}  // namespace figmine::assembling
