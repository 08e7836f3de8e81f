#include "claim/holders/brackets.h"

#include "claim/tense.h"

namespace figmine::holders {

TokenRange Brackets::before_bracket(std::size_t figure) const {
  std::size_t open = clauses_.before(figure);
  if (clauses_.is(open, Part::kOther)) open = clauses_.before(open);  // a sign
  if (clauses_.is(open, Part::kVerb) && (!is_active(open) || is_third_person(open)))
    open = clauses_.before(open);  // "(owed €5m)", "(includes two tickets)"
  if (!clauses_.is(open, Part::kOpen) || open == 0) return {};
  if (const TokenRange name = names_.at(open - 1); !name.empty()) return with_city(open - 1, name);
  return is_people(open - 1) ? clauses_[open - 1].range : TokenRange{};
}

// "Austin, TX (3.4%)": not the state alone.
TokenRange Brackets::with_city(std::size_t state, TokenRange name) const {
  const bool code = name.end == name.begin + 1 && look_.word_is(name.begin, "place.short");
  if (!code || state < 2 || !clauses_.is(state - 1, Part::kComma)) return name;
  const TokenRange city = names_.at(state - 2);
  return city.empty() ? name : TokenRange{city.begin, name.end};
}

// "has", "raising"; not "owed", "valued"
bool Brackets::is_active(std::size_t verb) const {
  const std::uint32_t first = clauses_[verb].range.begin;
  return clauses_[verb].range.end != first + 1 || !may_be_participle(look_, first);
}

bool Brackets::is_third_person(std::size_t verb) const {
  const TokenRange words = clauses_[verb].range;
  return words.end == words.begin + 1 && look_.word_is(words.begin, "pos.VZ");
}

// "women (15%)", "men (7%)": a group by a word alone.
bool Brackets::is_people(std::size_t phrase) const {
  if (!clauses_.is(phrase, Part::kPhrase)) return false;
  const TokenRange words = clauses_[phrase].range;
  return words.end == words.begin + 1 && look_.word_is(words.begin, "people.group");
}

TokenRange Brackets::gapped(std::size_t figure) const {
  const std::size_t bracket = around(figure);
  const std::size_t own = bracket == Clauses::kNoChunk ? figure : clauses_.before(bracket);
  if (!clauses_.is(own, Part::kFigure)) return {};
  const std::size_t link = clauses_.before(own);
  if (!clauses_.is(link, Part::kPreposition) || link < 2) return {};
  const bool joined = clauses_.is(link - 2, Part::kConjunction) || clauses_.is(link - 2, Part::kComma);
  return joined && has_model(link) ? names_.at(link - 1) : TokenRange{};
}

// An earlier figure of the sentence behind a verb and the same word.
bool Brackets::has_model(std::size_t link) const {
  for (std::size_t i = 2; i < link; ++i) {
    const bool model = clauses_.is(i, Part::kFigure) && clauses_.is(i - 1, Part::kPreposition) &&
                       clauses_.is(i - 2, Part::kVerb);
    if (model &&
        look_.form(clauses_[i - 1].range.begin).folded == look_.form(clauses_[link].range.begin).folded)
      return true;
  }
  return false;
}

std::size_t Brackets::around(std::size_t chunk) const {
  for (std::size_t i = chunk; i-- > 0;) {
    if (clauses_.is(i, Part::kClose)) break;
    if (clauses_.is(i, Part::kOpen)) return i;
  }
  return Clauses::kNoChunk;
}

}  // namespace figmine::holders
