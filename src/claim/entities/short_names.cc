#include "claim/entities/short_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "base/ascii.h"

namespace figmine::entities {

void ShortNames::bind() {
  const NameOrder order(roll_.parts.list);
  owner_.resize(roll_.parts.list.size());
  std::iota(owner_.begin(), owner_.end(), std::size_t{0});
  bind_same();
  for (std::size_t i = 0; i < roll_.parts.list.size(); ++i) {
    if (roll_.parts.list[i].type == "place" || owner_[i] != i) continue;
    if (const std::size_t owner = longer_name(i, order); owner != SIZE_MAX) merge(i, root_of(owner));
  }
  drop_merged();
}

// "Halden Corporation" and "Halden Corp", "Lena Q. Fors" and "Lena Fors": the same, however it is written;
// "Lena Q. Fors" and "Lena R. Fors" are two, and "Lena Fors" is then neither.
void ShortNames::bind_same() {
  std::map<std::string, std::map<std::string, std::size_t>> first;  // by the name, and by its initials
  for (std::size_t i = 0; i < roll_.parts.list.size(); ++i) {
    const PlainName plain = plain_name(roll_.parts.list[i]);
    if (plain.words.empty()) continue;
    const auto [same, added] = first[plain.words].emplace(plain.initials, i);
    if (!added) merge(i, same->second);
  }
  for (const auto& [words, forms] : first) {
    const bool two = forms.size() == 2 && forms.begin()->first.empty();
    if (!two) continue;
    const auto [earlier, later] = std::minmax(forms.begin()->second, forms.rbegin()->second);
    merge(later, earlier);
  }
}

// What tells a person or a firm from others: without initials, with one word for each legal form; empty for
// others.
ShortNames::PlainName ShortNames::plain_name(const Entity& entity) const {
  const std::string key = name_key(entity.name);
  const std::size_t last = key.rfind(' ');
  if (last == std::string::npos) return {};
  if (entity.type == "person") {
    PlainName plain;
    for (std::size_t at = 0; at < key.size();) {
      const std::size_t end = std::min(key.find(' ', at), key.size());
      const bool initial = at > 0 && (end == at + 1 || (end == at + 2 && key[at + 1] == '.'));
      if (initial) {
        plain.initials += key[at];
      } else {
        plain.words += key.substr(at, end - at) + ' ';
      }
      at = end + 1;
    }
    return plain;
  }
  for (const std::string_view form : {"form.corp", "form.inc", "form.ltd"}) {
    if (program_.lookup(form, key.substr(last + 1)) != kNone)
      return {key.substr(0, last + 1) + std::string(form), {}};
  }
  return {};
}

// The longest name that the entity's is short for; SIZE_MAX where none or several are.
// "Jianghai" is short for "Jianghai Province" before it is for "Jianghai Customs".
std::size_t ShortNames::longer_name(std::size_t i, const NameOrder& order) {
  if (const auto whole = roll_.cut.find(i); whole != roll_.cut.end()) return whole->second;
  const std::string& name = roll_.parts.list[i].name;
  if (roll_.parts.symbols.contains(fold(name))) return SIZE_MAX;  // "Bitcoin" is not short for "Bitcoin ETFs"
  std::vector<std::size_t> longer = order.longer_than(name);
  std::erase_if(longer, [&](std::size_t j) { return is_part_of(i, j); });
  const auto is_model = [&](std::size_t j) { return is_numbered(name, roll_.parts.list[j].name); };
  if (std::count_if(longer.begin(), longer.end(), is_model) > 1) std::erase_if(longer, is_model);
  for (const std::size_t j : longer) {
    const std::string& full = roll_.parts.list[j].name;
    if (roll_.parts.list[j].type == "place" && full.starts_with(name + " ") &&
        program_.lookup("place_word", fold(full.substr(name.size() + 1))) != kNone)
      return j;
  }
  if (stands_alone(i, longer)) {
    for (const std::size_t j : longer) roll_.weight[i] += roll_.weight[j];  // they tell of it too
    return SIZE_MAX;
  }
  std::size_t owner = SIZE_MAX;
  for (const std::size_t j : longer) {
    const std::string& full = roll_.parts.list[j].name;
    if (roll_.parts.list[j].type == "place") continue;
    if (owner == SIZE_MAX || roll_.parts.list[owner].name.starts_with(full)) {
      owner = j;
    } else if (roll_.weight[j] > roll_.weight[owner] || full.starts_with(roll_.parts.list[owner].name)) {
      owner = full.starts_with(roll_.parts.list[owner].name) ? owner : j;
    }
  }
  return owner;
}

// "Halden Park Phase II" of "Halden Park", "Lena Fors Scholarship", "Orvane Kids" of Orvane (NYSE: ORV): a
// part's name, or a thing's, for which the short one does not stand.
bool ShortNames::is_part_of(std::size_t whole, std::size_t part) const {
  const std::string& name = roll_.parts.list[whole].name;
  const std::string& full = roll_.parts.list[part].name;
  if (!full.starts_with(name + " ")) return false;
  const std::string rest = fold(full.substr(name.size() + 1));
  const bool section = program_.lookup("name.part", rest.substr(0, rest.find(' '))) != kNone;
  const bool own = program_.lookup("name.own", last_word(rest)) != kNone;
  const bool legal = program_.lookup("legal_form", fold(name)) != kNone ||
                     program_.lookup("legal_form", last_word(rest)) != kNone;
  return section || own ||
         (!legal && is_listed(roll_.parts.list[whole]) && roll_.parts.list[part].type == "other");
}

// "Orvane 7 Pro" of "Orvane": one of several by its number.
bool ShortNames::is_numbered(const std::string& name, const std::string& full) {
  return full.starts_with(name + " ") &&
         std::any_of(full.begin() + static_cast<std::ptrdiff_t>(name.size()), full.end(), is_digit);
}

// "Orvane", named far more often than "Orvane Research" and "Orvane Ventures", is short for neither; unless
// one is its full name, as "Orvane Inc." or what has a ticker.
bool ShortNames::stands_alone(std::size_t i, const std::vector<std::size_t>& longer) const {
  constexpr std::size_t kTimes = 3;
  const auto is_other = [&](std::size_t j) {
    const Entity& other = roll_.parts.list[j];
    const std::string& name = other.name;
    const bool legal = program_.lookup("legal_form", fold(last_word(name))) != kNone;
    return !legal && !is_listed(other) && other.type != "person" &&
           roll_.parts.list[i].mentions.size() >= (sells(i, j) ? 1 : kTimes) * other.mentions.size();
  };
  const bool one = longer.size() == 1 && (is_product(longer.front()) || is_said_aside(i, longer.front()));
  return (longer.size() > 1 || one) && std::all_of(longer.begin(), longer.end(), is_other);
}

// "Vexa Chief Risk", "Vexa Signature Series": once or twice, where the title and the text tell of Vexa.
bool ShortNames::is_said_aside(std::size_t short_name, std::size_t entity) const {
  constexpr std::size_t kTimes = 4;
  const Entity& named = roll_.parts.list[entity];
  const Entity& other = roll_.parts.list[short_name];
  const std::string last = fold(last_word(named.name));
  if (!named.name.starts_with(other.name + ' ')) return false;
  const std::string rest = named.name.substr(other.name.size());
  const bool small = std::any_of(rest.begin(), rest.end(), is_lower);
  const bool surname = other.name.find(' ') == std::string::npos && rest == ' ' + last_word(named.name) &&
                       small && !rest.ends_with('s') && program_.lookup("pos", last) == kNone;
  if (surname) return false;  // "Lena Fors"
  return named.type == "other" && !roll_.anchored.contains(entity) && title_.names(other.name) &&
         !title_.names(named.name) && other.mentions.size() >= kTimes * named.mentions.size() &&
         named.mentions.front().begin > other.mentions.front().begin &&
         program_.lookup("organization_word", last) == kNone;
}

// "Orvane Lists Coins", where the text tells of the "Orvane Wallet" too: the title tells of the firm.
bool ShortNames::sells(std::size_t short_name, std::size_t entity) const {
  return is_product(entity) && title_.names(roll_.parts.list[short_name].name) &&
         !title_.names(roll_.parts.list[entity].name);
}

// "Orvane Wallet", "Orvane Plus": the name ends with a word for what a firm sells.
bool ShortNames::is_product(std::size_t entity) const {
  const Entity& named = roll_.parts.list[entity];
  return named.type == "other" && program_.lookup("name.product", fold(last_word(named.name))) != kNone &&
         !roll_.anchored.contains(entity);
}

// The entity that an entity has been merged into; itself where it has not.
std::size_t ShortNames::root_of(std::size_t entity) const {
  while (owner_[entity] != entity) entity = owner_[entity];
  return entity;
}

void ShortNames::merge(std::size_t from, std::size_t into) {
  Entity& full = roll_.parts.list[into];
  const Entity& part = roll_.parts.list[from];
  full.aliases.push_back(part.name);
  for (const std::string& alias : part.aliases) full.aliases.push_back(alias);
  full.ids.insert(full.ids.end(), part.ids.begin(), part.ids.end());
  full.mentions.insert(full.mentions.end(), part.mentions.begin(), part.mentions.end());
  roll_.weight[into] += roll_.weight[from];
  if (roll_.anchored.contains(from)) roll_.anchored.insert(into);
  if (roll_.located.contains(from)) roll_.located.insert(into);
  if (roll_.speakers.contains(from)) roll_.speakers.insert(into);
  if (const auto by = roll_.bylines.find(from); by != roll_.bylines.end()) roll_.bylines[into] += by->second;
  owner_[from] = into;
}

void ShortNames::drop_merged() {
  std::vector<std::size_t> place(roll_.parts.list.size());
  std::vector<Entity> kept;
  std::vector<int> weights;
  for (std::size_t i = 0; i < roll_.parts.list.size(); ++i) {
    if (owner_[i] != i) continue;
    place[i] = kept.size();
    kept.push_back(std::move(roll_.parts.list[i]));
    kept.back().id = fmt::format("e{}", kept.size());
    std::vector<Span>& mentions = kept.back().mentions;
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](Span one, Span other) { return one.begin < other.begin; });
    weights.push_back(roll_.weight[i]);
  }
  for (auto& [name, index] : roll_.parts.index) index = place[root_of(index)];
  roll_.parts.list = std::move(kept);
  roll_.weight = std::move(weights);
  for (std::set<std::size_t>* marked : {&roll_.anchored, &roll_.located, &roll_.speakers}) {
    std::set<std::size_t> moved;
    for (const std::size_t entity : *marked) moved.insert(place[root_of(entity)]);
    *marked = std::move(moved);
  }
  std::map<std::size_t, std::size_t> bylines;
  for (const auto& [entity, times] : roll_.bylines) {
    if (owner_[entity] == entity) bylines[place[entity]] = times;
  }
  roll_.bylines = std::move(bylines);
}

}  // namespace figmine::entities
