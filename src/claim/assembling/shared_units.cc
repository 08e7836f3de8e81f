#include "claim/assembling/shared_units.h"

#include <algorithm>

#include "base/ascii.h"

namespace figmine::assembling {

void SharedUnits::share() {
  unit_before_.assign(figures_.drafts().size(), nullptr);
  for (std::size_t i = 0; i < figures_.drafts().size(); ++i) {
    Draft& draft = figures_[i];
    if (i > 0 && figures_[i - 1].sentence == draft.sentence) {
      const Fact& before = figures_[i - 1].fact;
      unit_before_[i] = before.claim && before.quantity.unit ? &figures_[i - 1] : unit_before_[i - 1];
    }
    Quantity& quantity = draft.fact.quantity;
    const bool bare = quantity.kind == "number" || quantity.kind == "count";
    if (!bare || quantity.unit || !draft.fact.claim) continue;
    const Draft* partner = converted_like(i);
    if (partner == nullptr) partner = unit_partner(i);
    if (partner == nullptr) partner = points_of_movement(i);
    if (partner == nullptr) partner = item_before(i);
    if (partner == nullptr) partner = more_of_those(i);
    if (partner == nullptr) continue;
    const bool points = figures_.is_bare_point(partner->fact.quantity);
    take_unit(quantity, partner->fact.quantity, *partner->mention);
    if (points) quantity.unit = index_point("");
    if (points) quantity.kind = "index";
    draft.fact.rules.emplace_back("unit/shared");
  }
}

// "€5.2 million ($6.1 million), against 4.8 million ($5.6 million)": an earlier amount that is given in the
// same other currency.
const Draft* SharedUnits::converted_like(std::size_t index) const {
  const Unit* other = unit_in_brackets(index);
  if (other == nullptr) return nullptr;
  for (std::size_t i = index; i-- > 0 && figures_[i].sentence == figures_[index].sentence;) {
    const Unit* same = figures_[i].fact.quantity.kind == "money" ? unit_in_brackets(i) : nullptr;
    if (same != nullptr && same->code == other->code) return &figures_[i];
  }
  return nullptr;
}

// "- Peru: 312,000 visitors - Chile: 201,500": what the item before counts behind its label.
const Draft* SharedUnits::item_before(std::size_t index) const {
  constexpr std::size_t kReach = 4;  // figures of one item
  const Draft& draft = figures_[index];
  const bool item = index > 0 && draft.sentence > 0 && look_.input().in_list(draft.sentence) &&
                    draft.came_by("measure/colon") && figures_[index - 1].sentence + 1 == draft.sentence &&
                    look_.input().in_list(draft.sentence - 1) && is_place_labelled(draft) &&
                    draft.fact.quantity.text.find('.') == std::string::npos;
  if (!item) return nullptr;
  std::size_t first = index - 1;
  while (first > 0 && index - first < kReach && figures_[first - 1].sentence == figures_[index - 1].sentence)
    --first;
  const Draft& before = figures_[first];
  const Quantity& quantity = before.fact.quantity;
  const bool counts = before.fact.claim && before.came_by("measure/colon") && is_place_labelled(before);
  return counts && quantity.kind == "count" && quantity.unit ? &before : nullptr;
}

// "sold 1.2 million shares. It could sell 187,500 more": what was counted last, here or in the sentence
// before.
const Draft* SharedUnits::more_of_those(std::size_t index) const {
  const Draft& draft = figures_[index];
  const Analysis& a = figures_.analysis(draft);
  const std::uint32_t more = draft.mention->range.end;
  const bool further = more < a.range.end && look_.small_word_is(more, "more.further") &&
                       (more + 1 == a.range.end || look_.form(more + 1).is(Shape::kPunct) ||
                        look_.word_is(more + 1, "pos.first.CC") || look_.word_is(more + 1, "pos.first.IN"));
  if (!further || look_.token_text(more + 1) == "than") return nullptr;
  constexpr std::size_t kReach = 12;  // figures
  for (std::size_t i = index; i-- > 0 && index - i <= kReach && figures_[i].sentence + 1 >= draft.sentence;) {
    const Draft& earlier = figures_[i];
    const Quantity& quantity = earlier.fact.quantity;
    if (earlier.fact.claim && quantity.kind == "count" && quantity.unit && !earlier.mention->noun.empty())
      return &earlier;
  }
  return nullptr;
}

// "Peru: 312,000": a place stands before the colon.
bool SharedUnits::is_place_labelled(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const std::uint32_t figure = draft.mention->range.begin;
  return figure > a.range.begin + 1 && look_.token_text(figure - 1) == ":" &&
         look_.ending_at(a, figure - 1, "place") != nullptr;
}

// The unit of the amount in brackets that says the figure once more.
const Unit* SharedUnits::unit_in_brackets(std::size_t index) const {
  if (index + 1 == figures_.drafts().size()) return nullptr;
  const Draft& next = figures_[index + 1];
  const Quantity& quantity = next.fact.quantity;
  const bool again = next.sentence == figures_[index].sentence && next.text("rel") == "equivalent" &&
                     next.range("link") == figures_[index].mention->range;
  return again && quantity.kind == "money" && quantity.unit ? &*quantity.unit : nullptr;
}

const Draft* SharedUnits::unit_partner(std::size_t index) const {
  const Draft& draft = figures_[index];
  const std::string role = draft.text("role");
  for (const Draft* at = unit_before_[index]; at != nullptr; at = unit_before_[figures_.index_of(*at)]) {
    const Draft& earlier = *at;
    const Quantity& quantity = earlier.fact.quantity;
    if (is_old_and_new(draft, earlier) || is_next_of_kind(draft, earlier)) return &earlier;
    if (quantity.kind == "money" && is_scaled(draft) && is_of_which(draft)) return &earlier;
    if (quantity.kind == "duration" && is_so_many_more(draft)) return &earlier;
    if (quantity.kind == "money" && (is_expected_amount(draft) || is_further_amount(draft, earlier)))
      return &earlier;
    if (figures_.counts_some_of(draft, earlier)) return &earlier;
    if (draft.has("paired") && same_precision(draft, earlier)) return &earlier;
    const bool countable =
        quantity.kind == "count" || quantity.kind == "index" || figures_.is_bare_point(quantity);
    const bool against = role == "from" && draft.has("compared");  // "460 cars, compared with 63 in May"
    if (against && (countable || same_precision(draft, earlier))) return &earlier;
    if (quantity.kind == "measure" && is_further_measure(draft, earlier)) return &earlier;
    if (!countable) continue;
    if (draft.fact.quantity.kind == "count" || is_part(draft)) return &earlier;
    if (draft.came_by("quantity/number-expected") || is_forecast(draft)) return &earlier;
    const bool compared = (role == "to" || role == "from") && !earlier.text("role").empty();
    return compared || is_difference(draft, earlier) || follows_and(draft) || is_elliptic(draft) ||
                   is_apportioned(draft) || is_ranked_after(draft, earlier)
               ? &earlier
               : nullptr;
  }
  return nullptr;
}

// "$192 billion, of which the treasury will inject 60.2 billion"
bool SharedUnits::is_of_which(const Draft& draft) const {
  constexpr std::uint32_t kReach = 8;  // tokens
  const std::uint32_t first = figures_.analysis(draft).range.begin;
  for (std::uint32_t token = draft.mention->range.begin; token > first + 1; --token) {
    if (draft.mention->range.begin - token > kReach || look_.token_text(token - 1) == ",") return false;
    if (look_.word_is(token - 1, "relative") && look_.small_word_is(token - 2, "preposition.part"))
      return true;
  }
  return false;
}

// "43 days, four fewer than a year ago"
bool SharedUnits::is_so_many_more(const Draft& draft) const {
  const std::uint32_t end = draft.mention->range.end;
  return look_.token_text(draft.mention->range.begin - 1) == "," && look_.word_is(end, "change.adjective") &&
         look_.token_text(end + 1) == "than";
}

// "25 stores, 10 of which", "1.4 billion of them", "5,200 employees, of whom 1,100 work there"
bool SharedUnits::is_part(const Draft& draft) const {
  if (draft.has("share_of_previous")) return true;
  const std::uint32_t of = draft.mention->range.end;
  const Analysis& a = figures_.analysis(draft);
  return of + 1 < a.range.end && look_.word_is(of, "preposition.part") &&
         (look_.word_is(of + 1, "relative") || look_.beginning_at(a, of + 1, "pos.first.PRP") != nullptr);
}

// "$2.9 billion, below the 3.0 billion expected", "beating a forecast of 390 million"
bool SharedUnits::is_expected_amount(const Draft& draft) const {
  const bool expected =
      draft.came_by("quantity/number-expected") || look_.word_is(draft.mention->range.end, "expected.word");
  return is_scaled(draft) && (is_forecast(draft) || expected);
}

// "sold 610 cars, short of forecasts of 640"
bool SharedUnits::is_forecast(const Draft& draft) const {
  const TokenRange named = draft.range("measure");
  return draft.text("attach") == "of" && look_.word_is(named.end - 1, "told.noun");
}

// "2 million", in figures
bool SharedUnits::is_scaled(const Draft& draft) {
  const std::string& text = draft.fact.quantity.text;
  const bool letters = std::any_of(text.begin(), text.end(), is_lower);
  return letters && !draft.mention->words;
}

// "rose by €3 million, or 4%, to 84 million", "€80 million, 12 million more than", "double the 5 million":
// an amount with its magnitude that is told of another one.
bool SharedUnits::is_further_amount(const Draft& draft, const Draft& earlier) const {
  if (!is_scaled(draft)) return false;
  const std::string role = draft.text("role");
  const std::string other = earlier.text("role");
  if (role == "from" && draft.has("compared")) return true;
  if (role == "to" && other == "by") return true;
  std::uint32_t before = draft.mention->range.begin - 1;
  if (look_.word_is(before, "bound.before")) --before;  // ", some 5.2 billion more than"
  const bool apart = look_.token_text(before) == ",";
  const bool more = role == "by" && look_.word_is(draft.mention->range.end, "change.adjective");
  return (apart && more) || goes_to_next(draft, earlier);
}

// "136 million tonnes, 1.7 million more than", "4.1 million tonnes for wheat … for 1.3 million", "with 1.1
// million tonnes … with 510,000": behind the same preposition.
bool SharedUnits::is_further_measure(const Draft& draft, const Draft& earlier) const {
  if (is_scaled(draft) && is_difference(draft, earlier)) return true;
  if (is_scaled(draft) && draft.text("role") == "to" && earlier.text("role") == "by") return true;
  if (is_ranked_after(draft, earlier) && draft.fact.quantity.value.value_or("").size() > 3) return true;
  const std::uint32_t link = draft.mention->range.begin - 1;
  const std::uint32_t other = earlier.mention->range.begin - 1;
  const Analysis& a = figures_.analysis(draft);
  const bool inside = a.range.contains({link, link + 1}) && a.range.contains({other, other + 1});
  const std::uint32_t end = draft.mention->range.end;
  const bool ends =
      end == a.range.end || look_.form(end).is(Shape::kPunct) || look_.small_word_is(end, "joint.and");
  return inside && ends && is_scaled(draft) && look_.small_word_is(link, "preposition") &&
         look_.token_text(link) == look_.token_text(other);
}

// "12 stores, 5 more than a year ago"
bool SharedUnits::is_difference(const Draft& draft, const Draft& earlier) const {
  return draft.text("role") == "by" && earlier.text("role") == "to" &&
         look_.word_is(draft.mention->range.end, "change.adjective");
}

// "€4 million for roads, 2 million for rail and 1 million for parks"
bool SharedUnits::goes_to_next(const Draft& draft, const Draft& earlier) const {
  const std::uint32_t begin = draft.mention->range.begin;
  const std::string_view link = look_.token_text(draft.mention->range.end);
  const bool same = link == look_.token_text(earlier.mention->range.end) &&
                    look_.small_word_is(draft.mention->range.end, "preposition");
  return same && (look_.token_text(begin - 1) == "," || look_.small_word_is(begin - 1, "joint"));
}

// "grew 3.5% in March and 2.1 in April": of the same precision.
bool SharedUnits::is_next_of_kind(const Draft& draft, const Draft& earlier) const {
  return same_precision(draft, earlier) && earlier.fact.quantity.kind != "money" && follows_and(draft);
}

// Both with places behind the point: no whole number of other things.
bool SharedUnits::same_precision(const Draft& a, const Draft& b) {
  const auto is_exact = [](const Draft& draft) {
    return draft.fact.quantity.text.find('.') != std::string::npos;
  };
  return is_exact(a) && is_exact(b);
}

// "from 21 mpg to 23": the old and the new level of one thing.
bool SharedUnits::is_old_and_new(const Draft& draft, const Draft& earlier) {
  const std::string role = draft.text("role");
  const std::string other = earlier.text("role");
  return (role == "to" && other == "from") || (role == "from" && other == "to");
}

// "at 16,369.03, up 58.06 points": the level of what moved by points.
const Draft* SharedUnits::points_of_movement(std::size_t index) const {
  if (index + 1 == figures_.drafts().size() || figures_[index].text("role") != "to") return nullptr;
  const Draft& next = figures_[index + 1];
  const Quantity& quantity = next.fact.quantity;
  const bool points = quantity.unit && (quantity.kind == "index" || figures_.is_bare_point(quantity));
  return points && next.sentence == figures_[index].sentence && next.text("role") == "by" ? &next : nullptr;
}

// "opened seven stores and closed three, leaving 196": a number that ends its clause right after its verb.
bool SharedUnits::is_elliptic(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const std::uint32_t at = figures_.before_adverbs(a, draft.mention->range.begin);
  const std::uint32_t end = draft.mention->range.end;
  const bool ends = end == a.range.end || look_.form(end).is(Shape::kPunct);
  return ends && at > a.range.begin && look_.covering(a, at - 1, "vg") != nullptr &&
         (look_.beginning_at(a, at - 1, "pos.first.AUX") == nullptr ||
          look_.word_is(at - 1, "have.finite")) &&  // "opened with 45 pupils and now has 612"
         draft.fact.quantity.text.find('.') == std::string::npos;
}

// "led with 128 wins, followed by Halden with 107 and Orvane with 98"
bool SharedUnits::is_ranked_after(const Draft& draft, const Draft& earlier) const {
  const Analysis& a = figures_.analysis(draft);
  const std::uint32_t begin = draft.mention->range.begin;
  const std::uint32_t end = draft.mention->range.end;
  if (begin == a.range.begin || earlier.mention->range.begin == a.range.begin) return false;
  constexpr std::uint32_t kReach = 8;  // tokens: "sold 9,000 cars, followed by Corlan with 8,000"
  bool followed = look_.small_word_is(earlier.mention->range.begin - 1, "preposition.bearing");
  for (std::uint32_t token = begin; token > earlier.mention->range.end && begin - token < kReach; --token)
    followed = followed || look_.small_word_is(token - 1, "ranking.participle");
  const bool had = followed && look_.small_word_is(begin - 1, "preposition.bearing");
  const bool ends = end == a.range.end || look_.form(end).is(Shape::kPunct) ||
                    look_.beginning_at(a, end, "pos.first.CC") != nullptr;
  return had && ends && draft.fact.quantity.text.find('.') == std::string::npos;
}

// "seven stores: four in Florida, two in Texas": parts of what was counted, told by place.
bool SharedUnits::is_apportioned(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const std::uint32_t at = draft.mention->range.begin;
  const std::uint32_t end = draft.mention->range.end;
  const bool set_off =
      at > a.range.begin && (look_.token_text(at - 1) == ":" || look_.token_text(at - 1) == "," ||
                             look_.token_text(at - 1) == "(");  // "talks (9 in Oslo)"
  if (!set_off || end + 1 >= a.range.end || draft.fact.quantity.text.find('.') != std::string::npos)
    return false;
  const bool by_state = look_.covering(a, end, "vbn") != nullptr && look_.form(end + 1).is(Shape::kPunct);
  return by_state ||  // "72 permits (30 issued, 10 allowed)"
         (look_.small_word_is(end, "preposition.place") && look_.beginning_at(a, end + 1, "np") != nullptr);
}

// "and 95,800", "including 1,500": a conjunction leads to the figure.
bool SharedUnits::follows_and(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  std::uint32_t at = draft.mention->range.begin;
  if (look_.beginning_at(a, draft.mention->range.end, "np") != nullptr) return false;  // "and three steals"
  while (at > a.range.begin && look_.covering(a, at - 1, "bound.before") != nullptr) --at;
  return at > a.range.begin &&
         (look_.beginning_at(a, at - 1, "pos.first.CC") != nullptr || look_.word_is(at - 1, "part.lead"));
}

}  // namespace figmine::assembling
