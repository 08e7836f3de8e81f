#include "claim/holders/contrasts.h"

#include <algorithm>

namespace figmine::holders {

TokenRange Contrasts::told_apart(const Draft& draft, std::size_t figure) const {
  const TokenRange own = place_after(figure);
  if (own.empty()) {
    const TokenRange people = draft.has("compared") ? compared_people(figure) : other_people(figure);
    return people.empty() ? twin_after(figure) : people;
  }
  for (std::size_t i = 0; i < clauses_.chunks().size(); ++i) {
    if (i == figure || !clauses_.is(i, Part::kFigure) || place_after(i).empty()) continue;
    if (look_.form(clauses_[i + 1].range.begin).word == look_.form(clauses_[figure + 1].range.begin).word)
      return own;
  }
  return {};
}

// "11 months in the drug arm versus 8 months in the control arm", "47% with velapax and 22% with docetaxel":
// phrases with the same head, or words that no lexicon has, behind the same preposition.
TokenRange Contrasts::twin_after(std::size_t figure) const {
  constexpr std::size_t kReach = 12;  // chunks
  if (!joins_twin(figure)) return {};
  const TokenRange own = clauses_[figure + 2].range;
  const std::size_t from = figure - std::min(figure, kReach);
  const std::size_t to = std::min(figure + kReach, clauses_.chunks().size());
  for (std::size_t i = from; i < to; ++i) {
    if (i == figure || !clauses_.is(i, Part::kFigure) || !joins_twin(i)) continue;
    const TokenRange other = clauses_[i + 2].range;
    const bool joint =
        look_.form(clauses_[i + 1].range.begin).word == look_.form(clauses_[figure + 1].range.begin).word;
    if (joint && are_twins(own, other)) return own;
  }
  return {};
}

bool Contrasts::joins_twin(std::size_t figure) const {
  return is_preposition(look_, clauses_, figure + 1, "preposition.twin") &&
         clauses_.is(figure + 2, Part::kPhrase);
}

bool Contrasts::are_twins(TokenRange own, TokenRange other) const {
  const Form& head = look_.form(own.end - 1);
  if (head.folded == look_.form(other.end - 1).folded) {
    const bool described = own.end > own.begin + 2 && other.end > other.begin + 2 &&
                           look_.word_is(own.begin, "article.definite");
    return described && look_.form(own.end - 2).folded != look_.form(other.end - 2).folded &&
           !look_.word_is(own.end - 1, "measure.noun") && !look_.word_is(own.end - 1, "measure.weak") &&
           !look_.word_is(own.end - 1, "span.noun");
  }
  if (!is_one_word(own) || !is_one_word(other)) return false;
  const bool controlled =
      look_.word_is(own.begin, "control.noun") || look_.word_is(other.begin, "control.noun");
  return controlled || (is_new(own) && is_new(other) && !look_.word_is(own.begin - 1, "preposition.within"));
}

bool Contrasts::is_one_word(TokenRange words) const {
  return words.end == words.begin + 1 && look_.form(words.begin).is(Shape::kLower);
}

// "docetaxel": no word of the lexicons, nor several of one.
bool Contrasts::is_new(TokenRange words) const {
  const Form& word = look_.form(words.begin);
  return !namer_.is_common(words.begin) && !word.folded.ends_with('s') && !word.folded.ends_with("ing") &&
         !look_.word_is(words.begin, "measure.noun");
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
