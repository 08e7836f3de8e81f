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
  const std::uint32_t phrase = input_.program.types.find("np");
  for (const Analysis& a : input_.analyses) {
    for (const Annotation& np : a.annotations) {
      if (np.type == phrase) read_thing(a, np.range);
    }
  }
  std::sort(persons_.begin(), persons_.end(), [](const Person& x, const Person& y) { return x.end < y.end; });
  put_in_order(listed_);
  for (auto& [sort, named] : things_) put_in_order(named);
  gather_mines();
}

// None where the article tells of no mining: "the Orion Project" may test a drug.
void Mentions::gather_mines() {
  for (const auto& [sort, named] : things_) {
    if (input_.program.lookup("thing.mine", sort) != kNone)
      mines_.insert(mines_.end(), named.begin(), named.end());
  }
  if (!mines_.empty() && !tells_of_mining()) mines_.clear();
  put_in_order(mines_);
}

// It names a mine, or has words of mining more than once.
bool Mentions::tells_of_mining() const {
  constexpr int kWords = 2;
  int words = things_.contains("mine") ? kWords : 0;
  const auto tokens = static_cast<std::uint32_t>(input_.text.tokens.size());
  for (std::uint32_t token = 0; token < tokens && words < kWords; ++token)
    words += look_.word_is(token, "mining.word") ? 1 : 0;
  return words >= kWords;
}

const Named* Mentions::mine_before(const Draft& draft) const {
  return last_before(mines_, draft.fact.quantity.span.begin);
}

// "its Silver Ridge project" names the project, though not as "Silver Ridge Project" would.
void Mentions::read_thing(const Analysis& a, TokenRange phrase) {
  const std::uint32_t head = phrase.end - 1;
  const TokenRange name{look_.capitals_before(phrase.begin, head), head};
  if (name.empty()) return;
  if (names_mine(a, phrase, name)) add_thing(head, {name.begin, phrase.end});
  if (names_thing(a, name)) add_thing(head, name);
}

void Mentions::add_thing(std::uint32_t head, TokenRange name) {
  const Entity* known = entities_.find(look_.text_of(name));
  things_[look_.form(head).folded].push_back({look_.span_of(name).begin, known, name});
}

// Not "the Chilean project", "the Acme project" of Acme Inc., which only tell whose it is.
bool Mentions::names_thing(const Analysis& a, TokenRange name) const {
  if (!look_.small_word_is(name.end, "thing.named")) return false;
  if (name.begin > a.range.begin && look_.token_text(name.begin - 1) == "-") return false;  // "a U-V project"
  const Entity* known = entities_.find(look_.text_of(name));
  const bool other = known != nullptr && (known->type == "organization" || known == entities_.main());
  return !other && namer_.is_name(a, name) && look_.covering(a, name.begin, "demonym") == nullptr &&
         look_.covering(a, name.begin, "place") == nullptr;
}

// "its flagship Silver Ridge Project": no mention of an entity, as the phrase begins with a common word.
bool Mentions::names_mine(const Analysis& a, TokenRange phrase, TokenRange name) const {
  return look_.form(name.end).is(Shape::kCap) && look_.word_is(name.end, "thing.mine") &&
         name.begin > phrase.begin && look_.form(name.begin - 1).is(Shape::kLower) && !look_.title_case(a);
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
