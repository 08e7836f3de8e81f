#include "claim/subjects/descriptions.h"

#include <algorithm>

namespace figmine::subjects {

Descriptions::Descriptions(const Figures& figures)
    : input_(figures.input()), entities_(figures.entities()), look_(figures.look()), namer_(figures.namer()) {
  const std::uint32_t phrase = input_.program.types.find("np");
  for (const Analysis& a : input_.analyses) {
    for (const Annotation& np : a.annotations) {
      if (np.type == phrase) read(a, np.range);
    }
  }
}

// "a grain miller" behind "Vexa," or "Vexa is", "miller Vexa".
void Descriptions::read(const Analysis& a, TokenRange phrase) {
  std::uint32_t head = phrase.end - 1;
  TokenRange name;
  if (look_.form(head).is(Shape::kCap)) {
    while (head > phrase.begin && look_.form(head - 1).is(Shape::kCap)) --head;
    if (head == phrase.begin) return;
    name = {head, phrase.end};
    --head;
  } else {
    name = told_before(a, phrase);
  }
  const bool noun = look_.form(head).is(Shape::kLower) && look_.covering(a, head, "nn") != nullptr;
  if (name.empty() || is_place(a, name) || !noun || look_.word_is(head, "measure.noun") ||
      look_.small_word_is(head, "role.relational"))
    return;
  called_[look_.form(head).folded].push_back({look_.span_of(phrase).begin, name});
}

bool Descriptions::is_place(const Analysis& a, TokenRange name) const {
  const Entity* entity = entities_.find(look_.text_of(name));
  return look_.ending_at(a, name.end, "place") != nullptr || (entity != nullptr && entity->type == "place");
}

// The name before the comma or the copula, where the phrase only says more of it.
TokenRange Descriptions::told_before(const Analysis& a, TokenRange phrase) const {
  const std::uint32_t begin = phrase.begin;
  if (begin < a.range.begin + 2 || !look_.word_is(begin, "article")) return {};
  if (look_.small_word_is(begin - 1, "copula")) return named_at(a, namer_.before_bracket(a, begin - 1));
  const bool apposed = look_.token_text(begin - 1) == "," && !acts(a, phrase.end);
  return apposed ? named_at(a, namer_.before_bracket(a, begin - 1)) : TokenRange{};
}

TokenRange Descriptions::named_at(const Analysis& a, std::uint32_t end) const {
  const TokenRange name = namer_.name_ending(a, end);
  const bool placed = name.begin > a.range.begin && look_.word_is(name.begin - 1, "preposition");
  return placed ? TokenRange{} : name;
}

// "According to Vexa, a miller bought wheat": a verb of its own follows.
bool Descriptions::acts(const Analysis& a, std::uint32_t end) const {
  return end < a.range.end && look_.beginning_at(a, end, "vg") != nullptr &&
         look_.covering(a, end, "vbn") == nullptr && look_.covering(a, end, "vbg") == nullptr;
}

TokenRange Descriptions::meant(TokenRange words) const {
  const bool one = words.end == words.begin + 1 && words.begin > 0 &&
                   look_.form(words.begin).is(Shape::kLower) &&
                   look_.word_is(words.begin - 1, "article.definite");
  if (!one) return {};
  const auto noun = called_.find(look_.form(words.begin).folded);
  if (noun == called_.end()) return {};
  const auto behind = std::lower_bound(noun->second.begin(), noun->second.end(), look_.span_of(words).begin,
                                       [](const Called& x, std::uint32_t begin) { return x.begin < begin; });
  return behind == noun->second.begin() ? TokenRange{} : std::prev(behind)->name;
}

}  // namespace figmine::subjects
