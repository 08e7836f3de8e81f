#include "claim/subjects/mentions.h"

#include <algorithm>

namespace figmine::subjects {

Mentions::Mentions(const Figures& figures)
    : input_(figures.input()), entities_(figures.entities()), look_(figures.look()), namer_(figures.namer()) {
  for (const Entity& entity : entities_.list()) {
    if (entity.type == "person") {
      for (const Span mention : entity.mentions) persons_.push_back({mention.end, &entity});
    }
    if (is_listed(entity)) add_mentions(listed_, entity);
    if (entity.type == "organization") add_firm(entity);
    const std::string name = fold(entity.name);
    const std::size_t space = name.rfind(' ');
    if (space == std::string::npos) continue;
    const std::string sort = name.substr(space + 1);
    if (input_.program.lookup("thing.named", sort) != kNone) add_mentions(things_[sort], entity);
  }
  for (const Analysis& a : input_.analyses) read_things(a);
  std::sort(persons_.begin(), persons_.end(), [](const Person& x, const Person& y) { return x.end < y.end; });
  put_in_order(listed_);
  for (auto& [sort, named] : things_) put_in_order(named);
  gather_mines();
}

void Mentions::gather_mines() {
  for (const auto& [sort, named] : things_) {
    if (input_.program.lookup("thing.mine", sort) != kNone)
      mines_.insert(mines_.end(), named.begin(), named.end());
  }
  put_in_order(mines_);
}

const Named* Mentions::mine_before(const Draft& draft) const {
  return last_before(mines_, draft.fact.quantity.span.begin);
}

// "its Silver Ridge project" names the project, though not as "Silver Ridge Project" would; "the Chilean
// project", "the Acme project" of Acme Inc. only tell whose it is.
void Mentions::read_things(const Analysis& a) {
  const std::uint32_t phrase = input_.program.types.find("np");
  for (const Annotation& np : a.annotations) {
    const std::uint32_t head = np.range.end - 1;
    if (np.type == phrase) read_mine(a, np.range);
    if (np.type != phrase || !look_.small_word_is(head, "thing.named")) continue;
    std::uint32_t begin = head;
    while (begin > np.range.begin && look_.form(begin - 1).is(Shape::kCap)) --begin;
    if (begin > a.range.begin && look_.token_text(begin - 1) == "-") continue;  // "a U-V project"
    const TokenRange name{begin, head};
    const Entity* known = name.empty() ? nullptr : entities_.find(look_.text_of(name));
    const bool other = known != nullptr && (known->type == "organization" || known == entities_.main());
    if (name.empty() || other || !namer_.is_name(a, name) || look_.covering(a, begin, "demonym") != nullptr ||
        look_.covering(a, begin, "place") != nullptr)
      continue;
    things_[look_.form(head).folded].push_back({look_.span_of(name).begin, known, name});
  }
}

// "its flagship Silver Ridge Project": no mention of an entity, as the phrase begins with a common word.
void Mentions::read_mine(const Analysis& a, TokenRange phrase) {
  const std::uint32_t head = phrase.end - 1;
  if (!look_.form(head).is(Shape::kCap) || !look_.word_is(head, "thing.mine") || look_.title_case(a)) return;
  std::uint32_t begin = head;
  while (begin > phrase.begin && look_.form(begin - 1).is(Shape::kCap)) --begin;
  const TokenRange name{begin, phrase.end};
  const bool described = begin > phrase.begin && look_.form(begin - 1).is(Shape::kLower);
  if (begin == head || !described) return;
  const Entity* known = entities_.find(look_.text_of(name));
  things_[look_.form(head).folded].push_back({look_.span_of(name).begin, known, name});
}

void Mentions::add_firm(const Entity& entity) {
  const std::size_t space = entity.name.rfind(' ');
  if (space == std::string::npos) return;
  const auto [at, fresh] = firms_.try_emplace(entity.name.substr(space + 1), &entity);
  if (fresh || at->second == entities_.main()) return;
  if (&entity == entities_.main() || entity.mentions.size() > at->second->mentions.size())
    at->second = &entity;
}

const Entity* Mentions::firm_of_sort(std::string_view word) const {
  const auto at = firms_.find(word);
  return at == firms_.end() ? nullptr : at->second;
}

void Mentions::add_mentions(std::vector<Named>& out, const Entity& entity) {
  for (const Span mention : entity.mentions) out.push_back({mention.begin, &entity, {}});
}

void Mentions::put_in_order(std::vector<Named>& named) {
  std::stable_sort(named.begin(), named.end(),
                   [](const Named& x, const Named& y) { return x.begin < y.begin; });
}

// The one named last before the place; nullptr where none is.
const Named* Mentions::last_before(const std::vector<Named>& named, std::uint32_t place) {
  const auto at = std::lower_bound(named.begin(), named.end(), place,
                                   [](const Named& x, std::uint32_t begin) { return x.begin < begin; });
  return at == named.begin() ? nullptr : &*std::prev(at);
}

const Named* Mentions::named_thing(TokenRange words) const {
  const bool one = words.end == words.begin + 1 && words.begin > 0 &&
                   look_.small_word_is(words.begin, "thing.named") &&
                   look_.word_is(words.begin - 1, "article.definite");
  if (!one) return nullptr;
  const auto named = things_.find(look_.form(words.begin).folded);
  return named == things_.end() ? nullptr : last_before(named->second, look_.span_of(words).begin);
}

bool Mentions::names_person(std::size_t sentence) const {
  const Span block = input_.block_of(sentence).span;
  const auto after = std::upper_bound(persons_.begin(), persons_.end(), block.begin,
                                      [](std::uint32_t begin, const Person& p) { return begin < p.end; });
  return after != persons_.end() && after->end <= block.end;
}

const Entity* Mentions::listed_before(const Draft& draft) const {
  const Named* listed = last_before(listed_, draft.fact.quantity.span.begin);
  return listed == nullptr ? entities_.main() : listed->entity;
}

}  // namespace figmine::subjects
