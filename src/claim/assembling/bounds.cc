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
  const bool bound = draft.has("op") && !is_no_bound(draft);
  if (bound) quantity.op = draft.text("op");
  if (quantity.op == "=" && has_plus(quantity.text)) quantity.op = ">=";
  if (draft.has("approx")) quantity.approx = !draft.text("approx").empty();
  if (bound || !draft.has("op")) quantity.cue = draft.text("cue");
  draft.fact.negated = !draft.text("negated").empty();
  if (draft.has("uncertainty")) quantity.uncertainty = draft.text("uncertainty");
}

// "$500m over five years", "edged up to 4.8%", "sold under two brands": a preposition rather than a bound.
bool Bounds::is_no_bound(const Draft& draft) const {
  const std::string also = draft.text("also");
  const Analysis& a = figures_.analysis(draft);
  std::uint32_t at = draft.mention->range.begin;
  if (also == "direction") {
    constexpr std::uint32_t kCue = 3;  // "to up to": a preposition of its own leads to the bound
    const bool led = at >= a.range.begin + kCue && look_.small_word_is(at - kCue, "preposition");
    return draft.text("role") == "to" && draft.text("direction") != "down" && !led;
  }
  if (also.empty()) return false;
  const std::string cue = fold(draft.text("cue"));
  while (at > a.range.begin && fold(look_.token_text(at)) != cue) --at;
  if (at == a.range.begin) return false;
  const bool after_verb =
      look_.covering(a, at - 1, "vb") != nullptr || look_.covering(a, at - 1, "vbn") != nullptr;
  if (also == "kind") {
    const bool named =
        look_.word_is(draft.mention->range.end - 1, "bearing.name");  // "sells tea under 9 brands"
    return (after_verb || named) && draft.fact.quantity.kind == "count";
  }
  if (at + 1 < draft.mention->range.begin && look_.covering(a, at + 1, "bound.before") != nullptr)
    return true;  // "worth $14m, over approximately 515,000 shares"
  const Quantity& quantity = draft.fact.quantity;
  const bool extent = quantity.kind == "duration" || (quantity.si && quantity.si->unit == "m");
  const bool period = at + 1 < draft.mention->range.begin &&  // "is over a five-year term"
                      look_.beginning_at(a, at + 1, "pos.first.DT") != nullptr;
  if (quantity.kind == "duration" && period) return true;
  const std::uint32_t behind = draft.mention->range.end;  // "over an hour before the start"
  if (behind < a.range.end && look_.word_is(behind, "extent.end")) return false;
  return extent && look_.beginning_at(a, at - 1, "pos.first.IN") == nullptr &&
         look_.beginning_at(a, at - 1, "pos.first.TO") == nullptr &&  // "extends it to over 30 years"
         look_.beginning_at(a, at - 1, "pos.first.AUX") == nullptr &&
         !look_.word_is(at - 1, "takes.verb") &&  // "took over two years"
         !look_.word_is(at - 1, "travel.verb");   // "has driven over 12 million miles"
}

// "over 700 coins and 800 medals": the bound of the first round number holds for the second one too.
void Bounds::carry(Draft& draft) const {
  const std::size_t index = figures_.index_of(draft);
  if (index == 0 || !is_round_count(draft)) return;
  const Draft& before = figures_[index - 1];
  const Quantity& first = before.fact.quantity;
  Quantity& quantity = draft.fact.quantity;
  const bool exact = quantity.op == "=" && !quantity.approx && !draft.has("op") && !draft.has("approx");
  if (!exact || before.sentence != draft.sentence || first.op != ">" || first.approx || first.cue.empty())
    return;
  const std::uint32_t between = before.mention->range.end;
  if (!is_round_count(before) || between + 1 != draft.mention->range.begin) return;
  if (!look_.small_word_is(between, "joint")) return;
  constexpr std::size_t kHundreds = 3;  // digits: "over 8,000 songs and 20 films" is exact about films
  if (quantity.value->size() < kHundreds) return;
  quantity.op = first.op;
  quantity.cue = first.cue;
  draft.fact.rules.emplace_back("bound/carried");
}

// "700 coins", "1.2 million pairs"; not "37 offices", "six plants"
bool Bounds::is_round_count(const Draft& draft) {
  const Quantity& quantity = draft.fact.quantity;
  return draft.fact.claim && quantity.kind == "count" && !draft.mention->words && quantity.value &&
         quantity.value->size() > 1 && quantity.value->ends_with('0') &&
         quantity.value->find('.') == std::string::npos;
}

// "4,200+ dealers", not "1.6E+10 particles"
bool Bounds::has_plus(std::string_view text) {
  const std::size_t plus = text.find('+');
  if (plus == std::string_view::npos || plus == 0 || text[plus - 1] == ' ') return false;
  return plus + 1 == text.size() || std::isdigit(static_cast<unsigned char>(text[plus + 1])) == 0;
}

}  // namespace figmine::assembling
