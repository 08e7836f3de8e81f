#include "claim/measures/figures.h"

#include "claim/rates.h"

namespace figmine::measures {

const Draft* Figures::alike_before(std::size_t index) const {
  for (std::size_t i = index; i-- > 0 && drafts()[i].sentence == drafts()[index].sentence;) {
    const Fact& fact = drafts()[i].fact;
    if (fact.claim && fact.measure && fact.quantity.kind == drafts()[index].fact.quantity.kind)
      return &drafts()[i];
  }
  return before(index);
}

const Draft* Figures::next_from(const Draft& draft, std::uint32_t token) const {
  for (std::size_t i = index_of(draft) + 1; i < drafts().size() && drafts()[i].sentence == draft.sentence;
       ++i) {
    if (drafts()[i].mention->range.begin >= token) return &drafts()[i];
  }
  return nullptr;
}

const Draft* Figures::told_before(std::size_t index) const {
  constexpr std::size_t kReach = 200;  // figures
  const Text& text = look().input().text;
  const std::uint32_t block = text.sentences[drafts()[index].sentence].block;
  for (std::size_t i = index; i-- > 0 && index - i <= kReach;) {
    if (text.sentences[drafts()[i].sentence].block + 1 < block) return nullptr;
    if (drafts()[i].sentence == drafts()[index].sentence || !drafts()[i].fact.claim) continue;
    if (drafts()[i].fact.measure) return &drafts()[i];
  }
  return nullptr;
}

const Draft& Figures::answered_around(const Draft& told) const {
  constexpr std::size_t kReach = 4;  // figures
  const std::size_t index = index_of(told);
  for (std::size_t i = index; i-- > 0 && index - i <= kReach && drafts()[i].sentence == told.sentence;) {
    const Draft& share = drafts()[i];
    if (share.came_by("measure/predicate") && share.measure.contains(told.mention->range)) return share;
  }
  return told;
}

const Draft& Figures::object_before(const Draft& told) const {
  constexpr int kMost = 2;  // steps
  const Draft* object = &told;
  for (int step = 0; step < kMost && object->fact.quantity.kind == "count"; ++step) {
    const Draft* left = before(index_of(*object));
    const Clauses& c = clauses(*object);
    const std::size_t link = c.before_adverbs(chunk_of(*object));
    const bool placed =
        c.is(link, Part::kPreposition) && (look().word_is(c[link].range.begin, "preposition.place") ||
                                           look().word_is(c[link].range.begin, "preposition.receiver") ||
                                           look().word_is(c[link].range.begin, "preposition.source"));
    const bool old = object->fact.change && object->fact.change->role == "from";
    if (left == nullptr || !placed || old || c.before(link) != chunk_of(*left)) break;
    object = left;
  }
  return *object;
}

bool Figures::same_clause(const Draft& earlier, const Draft& later) const {
  const Clauses& c = clauses(later);
  const std::size_t figure = chunk_of(earlier);
  const bool share = earlier.came_by("measure/predicate") && is_rate(later.fact.quantity.kind) &&
                     !earlier.measure.contains(later.mention->range);
  for (std::size_t i = figure + 1; i < chunk_of(later); ++i) {
    if (c[i].part == Part::kStop) return false;
    const bool contrast = look().word_is(c[i].range.begin, "clause.contrast");
    if (contrast && c.is(c.after(i), Part::kPhrase)) return false;  // "while copper, a metal, fell"
    if (c[i].part != Part::kVerb) continue;
    if (share && earlier.measure.contains(c[i].range)) continue;  // "5% feel well, up from 4%"
    std::size_t left = c.before(i);
    if (c.is(left, Part::kClose)) left = c.before(c.opening(left));  // "traffic (RPK) went up"
    if (c.is(left, Part::kPhrase) || c.is(left, Part::kPronoun) || c.is(left, Part::kRelative)) return false;
    if (c.is(left, Part::kTime) && begins_clause_before(c, left)) return false;
    if (c.is(left, Part::kComma) && !c[i].gerund && ends_insertion(later, figure, i)) return false;
    if (left == figure && c.subject_of(i) != figure) return false;  // "Output at two mines rose 5%"
  }
  return true;
}

// "and profit in May | was up": whether the time ends the subject of a joined clause.
bool Figures::begins_clause_before(const Clauses& c, std::size_t time) {
  std::size_t phrase = c.before(time);
  if (c.is(phrase, Part::kPreposition)) phrase = c.before(phrase);
  return c.is(phrase, Part::kPhrase) && c.is(c.before(phrase), Part::kConjunction);
}

// "The shares, which have lost 30% of their value, rose 2%": the verb goes on with what stands before the
// relative clause in which the figure is told of something else.
bool Figures::ends_insertion(const Draft& later, std::size_t figure, std::size_t verb) const {
  constexpr std::size_t kReach = 12;  // chunks of the relative clause before the figure
  const Clauses& c = clauses(later);
  const std::size_t subject = c.subject_of(verb);
  if (!c.is(subject, Part::kPhrase) || subject > figure || figure - subject > kReach) return false;
  for (std::size_t i = subject + 1; i < figure; ++i) {
    if (c.is(i, Part::kRelative)) return true;
    const bool participle = c.is(i, Part::kComma) && c.is(i + 1, Part::kVerb) && !c[i + 1].present;
    if (participle && i == subject + 1) return true;  // "Sales, hurt by a two-week strike, fell 2%"
  }
  return false;
}

}  // namespace figmine::measures
