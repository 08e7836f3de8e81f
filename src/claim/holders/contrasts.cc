#include "claim/holders/contrasts.h"

namespace figmine::holders {

TokenRange Contrasts::told_apart(const Draft& draft, std::size_t figure) const {
  const TokenRange own = place_after(figure);
  if (own.empty()) return draft.has("compared") ? compared_people(figure) : other_people(figure);
  for (std::size_t i = 0; i < clauses_.chunks().size(); ++i) {
    if (i == figure || !clauses_.is(i, Part::kFigure) || place_after(i).empty()) continue;
    if (look_.form(clauses_[i + 1].range.begin).word == look_.form(clauses_[figure + 1].range.begin).word)
      return own;
  }
  return {};
}

// "employment for women rose by 2%, compared with 1% for men"
TokenRange Contrasts::other_people(std::size_t figure) const {
  if (!joins_people(figure + 1)) return {};
  for (std::size_t i = 1; i < figure; ++i) {
    if (joins_people(i) &&
        look_.form(clauses_[i].range.begin).word == look_.form(clauses_[figure + 1].range.begin).word)
      return clauses_[figure + 2].range;
  }
  return {};
}

// "at 63.4%, compared to the smallest share of 9.2% among Alpine villages"
TokenRange Contrasts::compared_people(std::size_t figure) const {
  const bool told = clauses_.is(figure + 1, Part::kPreposition) && clauses_.is(figure + 2, Part::kPhrase) &&
                    (look_.small_word_is(clauses_[figure + 1].range.begin, "preposition.apart") ||
                     look_.small_word_is(clauses_[figure + 1].range.begin, "group.lead")) &&
                    look_.word_is(clauses_[figure + 2].range.end - 1, "people");
  return told ? clauses_[figure + 2].range : other_people(figure);
}

// "for men"
bool Contrasts::joins_people(std::size_t link) const {
  return is_preposition(look_, clauses_, link, "preposition.apart") && clauses_.is(link + 1, Part::kPhrase) &&
         look_.word_is(clauses_[link + 1].range.end - 1, "people");
}

TokenRange Contrasts::place_after(std::size_t figure) const {
  const bool joins = is_preposition(look_, clauses_, figure + 1, "preposition.apart");
  return joins ? names_.at(figure + 2) : TokenRange{};
}

}  // namespace figmine::holders
