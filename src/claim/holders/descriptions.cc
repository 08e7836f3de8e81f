#include "claim/holders/descriptions.h"

namespace figmine::holders {

TokenRange Descriptions::before(const Draft& draft, std::size_t figure) const {
  if (const TokenRange name = set_off(figure); !name.empty()) return name;
  const std::size_t verb = clauses_.verb_before(figure);
  if (verb == Clauses::kNoChunk || verb < 2) return {};
  if (const TokenRange name = told_apart_from(verb); !name.empty()) return name;
  if (clauses_.verb_before(verb) == verb - 1) return {};
  const bool bracketed = clauses_.is(verb - 1, Part::kRelative) && clauses_.is(verb - 2, Part::kOpen);
  if (bracketed && brackets_.around(figure) == verb - 2 && verb > 2) return names_.at(verb - 3);
  const TokenRange words = clauses_[verb].range;
  const bool participle = words.end == words.begin + 1 && look_.word_is(words.begin, "describing.verb") &&
                          clauses_.is(verb - 1, Part::kPhrase);
  const std::size_t first = first_of(figure);
  const std::size_t left = clauses_.before(first);
  const bool bound = draft.came_by("bound/before") && clauses_.before(left) == verb;  // "over 50 plants"
  if (!participle || (left != verb && !bound)) return {};
  return appositions_.name_of(verb - 1);
}

// "two halls of 40,000 and 20,000 square feet": the figure that the verb has, for those that go with it.
std::size_t Descriptions::first_of(std::size_t figure) const {
  constexpr std::size_t kReach = 4;  // figures
  for (std::size_t i = 0; i < kReach; ++i) {
    const std::size_t link = clauses_.before(figure);
    const bool joins =
        clauses_.is(link, Part::kConjunction) || is_preposition(look_, clauses_, link, "preposition.part");
    const std::size_t other = joins ? clauses_.before(link) : Clauses::kNoChunk;
    if (!clauses_.is(other, Part::kFigure)) break;
    figure = other;
  }
  return figure;
}

// "Corlan Gate, the part of Halden Park that will span 41 acres": "that" tells which part is meant, not
// which Halden Park.
TokenRange Descriptions::told_apart_from(std::size_t verb) const {
  const std::size_t subject = clauses_.subject_of(verb);
  if (!clauses_.is(subject, Part::kPhrase) || !clauses_.is(subject + 1, Part::kRelative)) return {};
  const bool restricts = look_.small_word_is(clauses_[subject + 1].range.begin, "relative.restricting");
  const bool person = look_.word_is(clauses_[subject].range.end - 1, "person.one");
  return restricts && !person ? appositions_.name_of(subject) : TokenRange{};
}

// "the Orvane Property, comprising six claims totaling 3,000 hectares": a participle that tells what a
// thing has in it or where it lies belongs to the thing right before it.
TokenRange Descriptions::set_off(std::size_t figure) const {
  constexpr std::size_t kOutwards = 3;  // "comprising six claims totaling"
  std::size_t at = figure;
  for (std::size_t i = 0; i < kOutwards; ++i) {
    std::size_t verb = clauses_.before(at);
    if (verb != Clauses::kNoChunk && !is_participle(verb)) verb = clauses_.before(verb);  // "consisting of"
    if (verb == Clauses::kNoChunk || verb == 0 || !is_participle(verb)) return {};
    const std::size_t left = clauses_.before(verb);
    const bool extends = look_.word_is(clauses_[verb].range.begin, "grading.word");
    if (extends && clauses_.is(left, Part::kFigure)) {
      at = left;
      continue;
    }
    if (!look_.word_is(clauses_[verb].range.begin, "composing.verb")) return {};
    return clauses_.is(left, Part::kComma) && left > 0 ? names_.before(left) : name_right_before(verb);
  }
  return {};
}

// "comprising", "situated", which may be an adjective; not "is located".
bool Descriptions::is_participle(std::size_t chunk) const {
  const TokenRange words = clauses_[chunk].range;
  return words.end == words.begin + 1 &&
         (look_.word_is(words.begin, "composing.verb") || look_.word_is(words.begin, "grading.word"));
}

// "the Orvane Property comprising six claims"
TokenRange Descriptions::name_right_before(std::size_t verb) const {
  return clauses_.is(verb - 1, Part::kPhrase) ? names_.before(verb) : TokenRange{};
}

}  // namespace figmine::holders
