#include "claim/assembling/old_levels.h"

#include "claim/rates.h"
#include "resolve/money.h"

namespace figmine::assembling {
namespace {

// A fraction in percent, as shares are compared.
std::optional<Rational> amount_of(const Quantity& quantity) {
  constexpr int kPercent = 100;
  const std::optional<Rational> amount = main_amount(quantity);
  return amount && quantity.kind == "fraction" ? std::optional(*amount * Rational(kPercent)) : amount;
}

bool of_one_unit(const Quantity& a, const Quantity& b) {
  if (tells_share(a) && tells_share(b)) return true;  // "half of growers, up from 36%"
  return a.kind == b.kind &&
         (same_in_si(a, b) || !a.unit || !b.unit || a.unit->code == b.unit->code || a.kind == "count");
}

}  // namespace

std::string OldLevels::direction_of_partner(std::size_t index) const {
  for (std::size_t i = index; i-- > 0;) {
    if (figures_[i].sentence != figures_[index].sentence) break;
    const auto& change = figures_[i].fact.change;
    if (change && change->role != "from" && !change->direction.empty()) return change->direction;
  }
  return {};
}

void OldLevels::complete_pairs() const {
  std::size_t paired = SIZE_MAX;
  for (std::size_t i = 0; i < figures_.drafts().size(); ++i) {
    Fact& old_level = figures_[i].fact;
    if (!old_level.change || old_level.change->role != "from") continue;
    const std::size_t partner = level_before(i);
    if (partner == SIZE_MAX) {
      take_direction(i);
      continue;
    }
    Fact& level = figures_[partner].fact;
    if (level.change && level.change->role == "by") continue;
    const std::optional<Rational> now = amount_of(level.quantity);
    const std::optional<Rational> then = amount_of(old_level.quantity);
    if (!now || !then) continue;
    std::string direction = old_level.change->direction;
    const bool better = figures_[i].text("improves") == "yes" || figures_[partner].text("improves") == "yes";
    if (direction.empty() || better) direction = direction_between(*then, *now);
    old_level.change->direction = direction;
    const bool first = partner != paired;  // "from $5m in May and $4m a year ago"
    paired = partner;
    if (better && level.change && first) level.change->direction = direction;
    if (!level.change) level.change = Change{direction, "to", "", std::nullopt};
    if (level.change->direction.empty()) level.change->direction = direction;
    if (first && level.change->basis.empty()) level.change->basis = old_level.change->basis;
    if (first && old_level.change->basis.empty()) old_level.change->basis = level.change->basis;
  }
}

// "Sales were $64 million. That compares with $51 million in 2024": from the level of the sentence before.
void OldLevels::take_direction(std::size_t index) const {
  Change& change = *figures_[index].fact.change;
  if (index == 0 || !change.direction.empty() || !figures_[index].came_by("change/that-compares")) return;
  const Draft& level = figures_[index - 1];
  if (!level.fact.claim || level.sentence + 1 != figures_[index].sentence ||
      !of_one_unit(level.fact.quantity, figures_[index].fact.quantity))
    return;
  const std::optional<Rational> now = amount_of(level.fact.quantity);
  const std::optional<Rational> then = amount_of(figures_[index].fact.quantity);
  if (now && then) change.direction = direction_between(*then, *now);
}

void OldLevels::turn_losses() const {
  for (std::size_t i = 0; i < figures_.drafts().size(); ++i) {
    Draft& old_level = figures_[i];
    if (!old_level.fact.change || old_level.fact.change->role != "from") continue;
    const std::size_t partner = level_before(i);
    if (partner == SIZE_MAX || !is_open(old_level, figures_[partner])) continue;
    Draft& level = figures_[partner];
    const std::optional<Rational> now = main_amount(level.fact.quantity);
    const std::optional<Rational> then = main_amount(old_level.fact.quantity);
    if (!now || !then || !level.fact.change) continue;
    std::string direction;
    const bool loss = measures(level, "loss.noun");
    const bool loss_before = measures(old_level, "loss.noun");
    if (loss_before && measures(level, "profit.noun")) direction = "up";
    if (loss && measures(old_level, "profit.noun")) direction = "down";
    const Rational none(0);
    if (loss && loss_before && *now < none && *then < none) direction = direction_between(*now, *then);
    if (direction.empty()) continue;
    level.fact.change->direction = direction;
    old_level.fact.change->direction = direction;
  }
}

void OldLevels::share_rates() const {
  for (std::size_t i = 0; i < figures_.drafts().size(); ++i) {
    Fact& old_level = figures_[i].fact;
    if (!old_level.change || old_level.change->role != "from" || !is_money_without_rate(old_level)) continue;
    const std::size_t partner = level_before(i);
    if (partner == SIZE_MAX) continue;
    const Fact& level = figures_[partner].fact;
    const bool same = level.measure && old_level.measure && level.measure->text == old_level.measure->text;
    if (same && level.quantity.unit) old_level.quantity.unit->per = level.quantity.unit->per;
  }
}

bool OldLevels::is_money_without_rate(const Fact& fact) {
  return fact.quantity.kind == "money" && fact.quantity.unit && fact.quantity.unit->per.empty();
}

// No words tell the direction, or one that only the values turned: "improved to a profit of $3m from a loss".
bool OldLevels::is_open(const Draft& old_level, const Draft& level) {
  const bool turned = old_level.text("improves") == "yes" || level.text("improves") == "yes";
  return turned || (old_level.text("direction").empty() && level.text("direction").empty());
}

// "net loss" of a loss, but not "income (loss)": what the measure's noun is.
bool OldLevels::measures(const Draft& draft, Wanted type) const {
  const std::optional<Measure>& measure = draft.fact.measure;
  return measure && figures_.input().program.lookup(type, fold(measure->head)) != kNone;
}

// The level that the old level is compared with: of the same kind and unit, and per the same where one is.
std::size_t OldLevels::level_before(std::size_t index) const {
  const std::size_t same = level_beside(index, true);
  return same == SIZE_MAX ? level_beside(index, false) : same;
}

std::size_t OldLevels::level_beside(std::size_t index, bool same_per) const {
  const auto is_level = [&](std::size_t i) {
    const Fact& fact = figures_[i].fact;
    return fact.claim && of_one_unit(fact.quantity, figures_[index].fact.quantity) &&
           (!same_per || figures_[i].text("per") == figures_[index].text("per")) &&
           (!fact.change || fact.change->role == "to");
  };
  for (std::size_t i = index; i-- > 0 && figures_[i].sentence == figures_[index].sentence;) {
    if (is_level(i)) return i;
  }
  for (std::size_t i = index + 1;
       i < figures_.drafts().size() && figures_[i].sentence == figures_[index].sentence; ++i) {
    if (is_level(i)) return i;
  }
  return SIZE_MAX;
}

}  // namespace figmine::assembling
