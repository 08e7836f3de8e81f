#include "claim/holders/bearers.h"

#include "claim/holders.h"

namespace figmine::holders {

TokenRange Bearers::bearer(std::size_t figure) const {
  const std::size_t link = clauses_.before(figure);
  if (link == Clauses::kNoChunk || link == 0 || !is_preposition(look_, clauses_, link, "preposition.bearing"))
    return {};
  std::size_t phrase = link - 1;
  if (!clauses_.is(phrase, Part::kPhrase)) return {};
  phrase = before_place(phrase);
  const std::size_t last = phrase;
  if (!clauses_.is(phrase, Part::kPhrase)) return {};
  const bool part = phrase >= 2 && clauses_.is(phrase - 2, Part::kPhrase) &&
                    look_.small_word_is(clauses_[phrase - 1].range.begin, "preposition.part");
  if (part) phrase -= 2;
  // "expanded its footprint with 208 offices": what belongs to somebody bears less than its owner
  if (look_.word_is(clauses_[phrase].range.end - 1, "with.partner") ||
      look_.word_is(clauses_[last].range.end - 1, "bearer.never") ||
      look_.word_is(clauses_[phrase].range.end - 1, "bearer.never") ||
      is_predicate(look_, clauses_, beginning(phrase)) || is_one_of(phrase) || is_of_figure(phrase) ||
      is_role(look_, clauses_, phrase) || bears_for_another(look_, clauses_, phrase) ||
      look_.is_owned(analysis_, clauses_[phrase].range.begin))
    return {};
  if (phrase >= 2 && clauses_.is(phrase - 1, Part::kComma)) {  // "Acme, a maker with 50 shops"
    if (const TokenRange name = names_.at(phrase - 2); !name.empty()) return name;
  }
  if (const TokenRange name = appositions_.name_of(phrase); !name.empty()) return name;
  return {clauses_[phrase].range.begin, clauses_[last].range.end};
}

// "Vexa is now one of the top ten makers with three halls", "is Chile's largest and a leading maker with":
// told of whom the verb tells.
bool Bearers::is_one_of(std::size_t phrase) const {
  const std::size_t link = clauses_.before(beginning(phrase));
  const bool joins = clauses_.is(link, Part::kConjunction) ||
                     (link != Clauses::kNoChunk && is_preposition(look_, clauses_, link, "preposition.part"));
  const std::size_t first = joins ? clauses_.before(link) : Clauses::kNoChunk;
  return first != Clauses::kNoChunk && is_predicate(look_, clauses_, beginning(first));
}

// With the numbers and small words before it: "the second-largest bank", "the top ten banks".
std::size_t Bearers::beginning(std::size_t phrase) const {
  const auto leads = [&](std::size_t chunk) {
    return clauses_.is(chunk, Part::kFigure) || clauses_.is(chunk, Part::kOther) ||
           (clauses_.is(chunk, Part::kPhrase) && look_.word_is(clauses_[chunk].range.end - 1, "superlative"));
  };
  for (std::size_t left = clauses_.before(phrase); leads(left); left = clauses_.before(left)) phrase = left;
  return phrase;
}

// "has €9 billion in forests with 70,000 tenants"
bool Bearers::is_of_figure(std::size_t phrase) const {
  return phrase >= 2 && clauses_.is(phrase - 1, Part::kPreposition) && clauses_.is(phrase - 2, Part::kFigure);
}

// "a company in Norway with 200 employees": what is there; the phrase itself where it is no such place.
std::size_t Bearers::before_place(std::size_t phrase) const {
  const std::size_t link = clauses_.before(phrase);
  return is_home(look_, analysis_, clauses_, phrase) ? clauses_.before(link) : phrase;
}

TokenRange Bearers::doer(std::size_t figure) const {
  // "Acme, which is 43% owned by Vexa": the one that is owned is told of
  const std::size_t left = clauses_.before(figure);
  if (clauses_.is(left, Part::kVerb) && look_.word_is(clauses_[left].range.end - 1, "copula")) return {};
  constexpr std::size_t kReach = 6;  // chunks
  for (std::size_t i = figure + 1; i < clauses_.chunks().size() && i - figure < kReach; ++i) {
    if (clauses_.is(i, Part::kVerb)) return does(i) ? clauses_[i + 2].range : TokenRange{};
    const bool within = clauses_.is(i, Part::kPhrase) || clauses_.is(i, Part::kPreposition) ||
                        clauses_.is(i, Part::kTime) || clauses_.is(i, Part::kAdverb);
    if (!within) return {};
  }
  return {};
}

bool Bearers::does(std::size_t verb) const {
  return look_.word_is(clauses_[verb].range.end - 1, "by.verb") &&
         is_preposition(look_, clauses_, verb + 1, "preposition.doer") &&
         clauses_.is(verb + 2, Part::kPhrase);
}

}  // namespace figmine::holders
