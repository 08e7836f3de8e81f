#include "claim/assembling/bounds.h"

#include <cctype>

namespace figmine::assembling {

void Bounds::set(Draft& draft) const {
  Quantity& quantity = draft.fact.quantity;
  if (quantity.op == "..") {
    quantity.approx = !draft.text("approx").empty();
    if (draft.has("approx")) quantity.cue = draft.text("cue");
    return;
  }
  if (draft.has("op") && !is_no_bound(draft)) quantity.op = draft.text("op");
  if (quantity.op == "=" && has_plus(quantity.text)) quantity.op = ">=";
  if (draft.has("approx")) quantity.approx = !draft.text("approx").empty();
  quantity.cue = draft.text("cue");
  draft.fact.negated = !draft.text("negated").empty();
  if (draft.has("uncertainty")) quantity.uncertainty = draft.text("uncertainty");
}

// "$500m over five years", "edged up to 4.8%", "sold under two brands": a preposition rather than a bound.
bool Bounds::is_no_bound(const Draft& draft) const {
  const std::string also = draft.text("also");
  if (also == "direction") return draft.text("role") == "to" && draft.text("direction") != "down";
  if (also.empty()) return false;
  const std::string cue = fold(draft.text("cue"));
  const Analysis& a = figures_.analysis(draft);
  std::uint32_t at = draft.mention->range.begin;
  while (at > a.range.begin && fold(look_.token_text(at)) != cue) --at;
  if (at == a.range.begin) return false;
  const bool after_verb =
      look_.covering(a, at - 1, "vb") != nullptr || look_.covering(a, at - 1, "vbn") != nullptr;
  if (also == "kind") return after_verb && draft.fact.quantity.kind == "count";
  const Quantity& quantity = draft.fact.quantity;
  const bool extent = quantity.kind == "duration" || (quantity.si && quantity.si->unit == "m");
  const std::uint32_t behind = draft.mention->range.end;  // "over an hour before the start"
  if (behind < a.range.end && look_.word_is(behind, "extent.end")) return false;
  return extent && look_.beginning_at(a, at - 1, "pos.first.IN") == nullptr &&
         look_.beginning_at(a, at - 1, "pos.first.AUX") == nullptr &&
         !look_.word_is(at - 1, "takes.verb");  // "took over two years"
}

// "4,200+ dealers", not "1.6E+10 particles"
bool Bounds::has_plus(std::string_view text) {
  const std::size_t plus = text.find('+');
  if (plus == std::string_view::npos || plus == 0 || text[plus - 1] == ' ') return false;
  return plus + 1 == text.size() || std::isdigit(static_cast<unsigned char>(text[plus + 1])) == 0;
}

}  // namespace figmine::assembling
