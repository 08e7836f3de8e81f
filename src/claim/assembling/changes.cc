#include "claim/assembling/changes.h"

#include <algorithm>

#include "claim/comparison.h"
#include "claim/rates.h"

namespace figmine::assembling {

void Changes::set() const {
  const ClaimBefore claim_before(figures_.drafts());
  for (std::size_t i = 0; i < figures_.drafts().size(); ++i) set_change(i, claim_before);
  old_levels_.complete_pairs();
  for (std::size_t i = 0; i < figures_.drafts().size(); ++i) {
    std::optional<Change>& change = figures_[i].fact.change;
    if (change && change->role == "from" && change->direction.empty())
      change->direction = old_levels_.direction_of_partner(i);
  }
}

void Changes::set_change(std::size_t index, const ClaimBefore& claim_before) const {
  Draft& draft = figures_[index];
  std::string role = draft.text("role");
  std::string direction = draft.text("direction");
  const Quantity& quantity = draft.fact.quantity;
  const bool ranked = quantity.kind == "rank" && role != "by";  // "rose to #6, up from #9"
  // "The average age climbed to 34 from 31", unlike those of "people aged 18"
  const bool aged =
      quantity.kind == "age" && (draft.came_by("quantity/age-was") || draft.came_by("quantity/number"));
  if (!is_delta_kind(quantity.kind) && !ranked && !aged) role.clear();
  if (is_beside_movement(draft)) role.clear();
  if (draft.text("rates_only") == "yes" && !is_rate(quantity.kind)) role.clear();
  if (role == "from" && draft.has("compared") && compares_groups(look_, draft)) role.clear();
  if (role == "from" && !draft.has("compared") && is_source(draft, claim_before.of(index))) role.clear();
  const bool most = quantity.op == "<=";  // "a keep rate of up to +60%"
  if (role.empty() &&
      ((quantity.kind == "percent" && is_signed(quantity) && !most) || is_added_in_bracket(index))) {
    role = "by";
    direction = quantity.text.front() == '+' ? "up" : "down";
  }
  if (quantity.kind == "multiple" && draft.text("verb").empty() && look_verb(draft)) {
    role = "by";
    direction = feature_text(input_.program, figures_.analysis(draft).annotations[draft.mention->annotation],
                             "direction");
  }
  if (const Draft* before = role.empty() ? listed_.before(index, claim_before) : nullptr; before != nullptr) {
    role = before->fact.change->role;  // "fell by 50,000 and 20,000 barrels"
    direction = before->fact.change->direction;
    if (role == "from") draft.fields["role"] = role;  // "$5m for the prior quarter and $4m a year earlier"
  }
  if (role.empty()) return;
  Change change;
  change.role = role;
  change.direction = direction;
  change.basis = draft.text("basis");
  draft.fact.change = change;
}

// "raised $5 million from 40 investors", "will draw 900 entries from 12 towns": those that gave, no old level
// of what the figure before tells, which moves nowhere: "grew to 400 people from 300 members".
bool Changes::is_source(const Draft& draft, const Draft* before) {
  const Quantity& own = draft.fact.quantity;
  const bool named = own.kind == "count" && own.unit && before != nullptr &&
                     before->sentence == draft.sentence && before->text("role").empty();
  if (!named) return false;
  const Quantity& other = before->fact.quantity;
  return other.kind == "money" || other.kind == "measure" ||
         (other.kind == "count" && other.unit && other.unit->name != own.unit->name);
}

// Whether figures of the kind may say by how much something moved, or to where.
bool Changes::is_delta_kind(std::string_view kind) {
  return is_rate(kind) || kind == "multiple" || kind == "money" || kind == "index" || kind == "measure" ||
         kind == "count" || kind == "fraction" || kind == "number" || kind == "duration" ||
         kind == "temperature";
}

// "a three-year growth plan", "40 desks: expansion of", "Refresh 3 upgrade": what is so long, or another
// thing than the noun of movement behind it moves; but "a 200-job cut", "a 9,000 rise", "rose by 40 units on
// export growth".
bool Changes::is_beside_movement(const Draft& draft) const {
  constexpr std::string_view kBehind = "change/noun-after";
  constexpr std::string_view kRightBehind = "change/noun-right-behind";
  const auto tells_otherwise = [&](const std::string& rule) {
    return rule.starts_with("change/") && rule != kBehind && rule != kRightBehind;
  };
  if (std::any_of(draft.fact.rules.begin(), draft.fact.rules.end(), tells_otherwise)) return false;
  const Quantity& quantity = draft.fact.quantity;
  if (quantity.kind == "duration" && draft.came_by(kRightBehind)) return true;
  if (!draft.came_by(kBehind) || draft.came_by(kRightBehind)) return false;
  const bool counted = quantity.kind == "count" && quantity.text.find('-') == std::string::npos;
  const Analysis& a = figures_.analysis(draft);
  const std::uint32_t at = draft.mention->range.begin;
  const bool named = quantity.kind == "number" &&
                     (at == a.range.begin || look_.beginning_at(a, at - 1, "pos.first.DT") == nullptr);
  return counted || named || quantity.kind == "duration";
}

bool Changes::look_verb(const Draft& draft) const {
  return !feature_text(input_.program, figures_.analysis(draft).annotations[draft.mention->annotation],
                       "verb")
              .empty();
}

// "5.12 million users (+41,000 in the quarter)": behind a larger figure of the same kind; not "in the fridge
// (+4 °C)".
bool Changes::is_added_in_bracket(std::size_t index) const {
  constexpr std::uint32_t kNoun = 3;  // tokens
  const Draft& draft = figures_[index];
  const std::uint32_t bracket = draft.mention->range.begin - 1;
  if (!draft.fact.quantity.text.starts_with('+') || index == 0 || look_.token_text(bracket) != "(")
    return false;
  const Draft& level = figures_[index - 1];
  const std::uint32_t end = level.mention->range.end;
  const std::string& kind = draft.fact.quantity.kind;
  return level.sentence == draft.sentence && end <= bracket && bracket - end <= kNoun &&
         level.fact.quantity.kind == kind && kind != "duration" && kind != "temperature";
}

bool Changes::is_signed(const Quantity& quantity) {
  return quantity.text.starts_with('+') || quantity.text.starts_with('-') || quantity.text.starts_with("−") ||
         quantity.text.starts_with("–");
}

// "Net loss", "Efficiency ratio": the last word or two of the measure tell what is better when it is lower.
bool Changes::is_better_lower(const Draft& draft) const {
  const std::uint32_t end = draft.measure.end;
  const Analysis& a = figures_.analysis(draft);
  if (input_.program.lookup("better.lower", fold(draft.fact.measure->head)) != kNone) return true;
  return !draft.measure.empty() && look_.ending_at(a, end, "better.lower") != nullptr;
}

void Changes::turn_improvement(Draft& draft) const {
  std::optional<Change>& change = draft.fact.change;
  if (!change || draft.text("improves") != "yes" || !draft.fact.measure || is_signed(draft.fact.quantity))
    return;
  if (!is_better_lower(draft)) return;
  const std::span<const Draft> beside = of_sentence(figures_.drafts(), draft.sentence);
  const bool told = change->role != "by" && std::any_of(beside.begin(), beside.end(), [](const Draft& other) {
                      return other.fact.change && other.fact.change->role == "from";
                    });
  if (!told) change->direction = change->direction == "up" ? "down" : "up";
}

}  // namespace figmine::assembling
