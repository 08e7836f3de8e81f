#include "claim/measures/words_before.h"

#include <algorithm>

namespace figmine::measures {

bool WordsBefore::phrase_touches(Draft& draft, std::size_t figure) const {
  const Clauses& c = figures_.clauses(draft);
  std::size_t at = figure;
  for (int steps = 0; steps < 4 && at != Clauses::kNoChunk && at > 0; ++steps) {
    --at;
    if (c[at].part == Part::kClose && c.opening(at) != at) {
      at = c.opening(at);  // "Corlan (NASDAQ: CRL) at $5"
      continue;
    }
    if (is_counterpart(draft, c, at)) return false;
    if (c[at].part == Part::kPhrase && is_of_other(draft, c[at].range)) return false;
    if (c[at].part == Part::kPhrase) {  // "a move above resistance at $5": the resistance
      const bool level =
          draft.fact.quantity.kind == "money" && look_.word_is(c[at].range.end - 1, "level.holder");
      const bool sized = draft.fact.quantity.kind == "measure" && at + 2 == figure &&
                         look_.small_word_is(c[at + 1].range.begin, "preposition.bearing");
      const bool age = draft.fact.quantity.kind == "age" && look_.word_is(c[at].range.end - 1, "age.noun");
      const TokenRange chain = level || sized || age || begins_anew(c, at) || is_beside(c, at)
                                   ? c[at].range
                                   : verbs_.with_gerund(c, c.chain_ending(at));
      const bool next = at > 0 && c.is(at - 1, Part::kConjunction) && c.at(chain.begin) < at;
      if (is_rate(c, chain) && next)  // "tin at €1,250 per tonne and zinc at €3"
        return setter_.take(draft, c[at].range, "measure/phrase-before");
      if (is_rate(c, chain))
        return setter_.inherit(draft, figures_.before(figures_.index_of(draft)), "measure/same-clause");
      return setter_.take(draft, chain, "measure/phrase-before") || labels(draft, at, figure);
    }
    const bool small = c[at].part == Part::kPreposition || c[at].part == Part::kAdverb ||
                       c[at].part == Part::kColon ||
                       (c[at].part == Part::kOther && look_.form(c[at].range.begin).is(Shape::kWordlike));
    if (!small) return false;
  }
  return false;
}

bool WordsBefore::weak_phrase_before(Draft& draft, std::size_t figure) const {
  const Clauses& c = figures_.clauses(draft);
  if (!draft.subject.empty() && !draft.text("role").empty() && verbs_.moves_by_name(draft)) return false;
  const std::size_t begin = clause_begin(draft, figure);
  bool named = false;
  for (std::size_t at = figure; at-- > begin && figure - at < 8;) {
    if (c[at].part == Part::kClose) at = std::max(c.opening(at), begin);
    if (c[at].part == Part::kStop || (named && c[at].part == Part::kColon)) return false;
    if (c[at].part != Part::kPhrase || expects(draft, at) || is_of_other(draft, c[at].range)) continue;
    if (only_tells(draft, at)) continue;
    if (draft.fact.quantity.kind != "number" && verbs_.gauges(draft, c[at].range))
      return tells_size(draft, c[at].range);
    TokenRange chain = c.chain_ending(at);
    chain.begin = std::max(chain.begin, c[begin].range.begin);
    if (is_rate(c, chain))
      return setter_.inherit(draft, figures_.before(figures_.index_of(draft)), "measure/same-clause");
    if (setter_.take(draft, chain, "measure/phrase-before")) return true;
    named = true;  // "Key players: Ned Tarn (15.3)": what is before the colon is only what sort the name is
  }
  return false;
}

// "Economists expected 2.7%": who expects a figure measures nothing.
bool WordsBefore::expects(const Draft& draft, std::size_t phrase) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t said = c.after(phrase);  // "statistics agency IBGE said, though the 0.7% rise"
  if (c.is(said, Part::kVerb) && c[said].says && !verbs_.is_passive(c[said])) return true;
  const std::size_t verb = c.verb_before(figures_.chunk_of(draft));
  return verb != Clauses::kNoChunk && look_.word_is(c[verb].range.end - 1, "view.verb") &&
         phrase == c.subject_of(verb) && verbs_.acts(draft, verb, phrase);
}

// "Experts believe the rate could reach levels above $4", "These patients noted a 78% improvement": who tells
// of a figure or has it is not what it measures.
bool WordsBefore::only_tells(const Draft& draft, std::size_t phrase) const {
  const Clauses& c = figures_.clauses(draft);
  if (!c.is(phrase + 1, Part::kVerb)) return false;
  const std::uint32_t head = c[phrase].range.end - 1;
  const std::uint32_t verb = c[phrase + 1].range.end - 1;
  const bool told = c[phrase + 1].says || c[phrase + 1].views || look_.word_is(verb, "reporting.verb");
  const bool teller = told && !verbs_.is_passive(c[phrase + 1]) && look_.word_is(head, "agent");
  return (teller && !look_.word_is(head, "measure.noun")) ||
         (verbs_.sees_movement(draft, verb) && look_.word_is(head, "people"));
}

// "The asteroid, some 60 metres wide": how large it is, told of the phrase.
bool WordsBefore::tells_size(Draft& draft, TokenRange phrase) const {
  draft.subject = look_.without_article(figures_.analysis(draft), phrase);
  const std::uint32_t behind = draft.mention->range.end;
  if (look_.word_is(behind, "size.behind")) setter_.set(draft, {behind, behind + 1}, "measure/size");
  return true;
}

bool WordsBefore::is_apposed(Draft& draft, std::size_t figure) const {
  const Clauses& c = figures_.clauses(draft);
  const bool set_off =
      c.is(figure - 1, Part::kComma) && c.is(figure - 2, Part::kPhrase) &&
      (figure + 1 == c.chunks().size() || c.is(figure + 1, Part::kComma) || c.is(figure + 1, Part::kStop));
  if (figure < 2 || !set_off || !draft.text("role").empty()) return false;
  if (draft.fact.quantity.kind == "age") {  // "Lee, 42, said"
    draft.subject = c[figure - 2].range;
    return true;
  }
  if (goes_without_verb(draft, figure)) return true;
  if (verbs_.gauges(draft, c[figure - 2].range)) return tells_size(draft, c[figure - 2].range);
  if (namer_.name(figures_.analysis(draft), c, c[figure - 2].range).measure.empty())
    return setter_.take_weak(draft, c[figure - 2].range);
  return setter_.take(draft, c.chain_ending(figure - 2), "measure/apposed");
}

// "the winner received $900; the runner-up, $500": the verb is told once, each with whom it is told of.
bool WordsBefore::goes_without_verb(Draft& draft, std::size_t figure) const {
  const Clauses& c = figures_.clauses(draft);
  const TokenRange who = c[figure - 2].range;
  std::size_t left = c.before(c.at(c.chain_ending(figure - 2).begin));
  while (c.is(left, Part::kOther)) left = c.before(left);  // "the third-place finisher"
  const Draft* told = figures_.before(figures_.index_of(draft));
  const bool gap = c.is(left, Part::kStop) && told != nullptr &&
                   (told->came_by("measure/verb") || told->came_by("measure/pair")) &&
                   told->fact.quantity.kind == draft.fact.quantity.kind &&
                   !look_.word_is(who.end - 1, "measure.noun");
  if (!gap || !setter_.inherit(draft, told, "measure/pair")) return false;
  draft.subject = look_.without_article(figures_.analysis(draft), who);
  return true;
}

// "rose by | a minimum | of 40 tons": part of the bound.
bool WordsBefore::is_bound(const Draft& draft, TokenRange phrase) const {
  const Annotation* bound = look_.covering(figures_.analysis(draft), phrase.end - 1, "bound.before");
  return bound != nullptr && bound->range.begin <= phrase.begin && bound->range.end > phrase.end;
}

bool WordsBefore::is_of_other(const Draft& draft, TokenRange phrase) const {
  if (is_bound(draft, phrase)) return true;
  const Draft* other = figures_.before(figures_.index_of(draft));
  const Clauses& c = figures_.clauses(draft);
  const std::size_t link = c.before(figures_.chunk_of(draft));
  const bool listed = c.is(link, Part::kConjunction) || c.is(link, Part::kComma);
  return listed && other != nullptr && other->measure.overlaps(phrase) && other->text("attach") == "of" &&
         !setter_.comparable(*other, draft);
}

bool WordsBefore::is_compared(std::size_t index, std::size_t figure) const {
  Draft& draft = figures_[index];
  const Clauses& c = figures_.clauses(draft);
  const bool other = figure >= 3 && c.is(figure - 1, Part::kPreposition) && c.is(figure - 2, Part::kPhrase) &&
                     look_.small_word_is(c[figure - 1].range.begin, "preposition.bearing") &&
                     look_.token_text(c[figure - 3].range.begin) == "than";
  if (!other || !draft.text("role").empty() ||
      !setter_.inherit(draft, figures_.before(index), "measure/same-sentence"))
    return false;
  draft.subject = c[figure - 2].range;
  return true;
}

// "Recovery 91.8%; share 5%": a phrase that stands right before the figure.
bool WordsBefore::labels(Draft& draft, std::size_t phrase, std::size_t figure) const {
  const Clauses& c = figures_.clauses(draft);
  const bool opens = phrase == 0 || c.is(phrase - 1, Part::kStop) || c.is(phrase - 1, Part::kColon);
  const std::uint32_t head = c[phrase].range.end - 1;
  const bool names = look_.word_is(head, "change.noun") || look_.word_is(head, "measure.weak");
  if (!opens || !names || phrase + 1 != figure) return false;
  setter_.set(draft, look_.without_article(figures_.analysis(draft), c[phrase].range), "measure/label");
  return true;
}

// "delays, fires and a closure for two months": one thing behind several is no part of what they are.
bool WordsBefore::begins_anew(const Clauses& c, std::size_t phrase) const {
  return phrase >= 2 && c.is(phrase - 1, Part::kConjunction) && c.is(phrase - 2, Part::kPhrase) &&
         look_.word_is(c[phrase].range.begin, "indefinite") &&
         !look_.word_is(c[phrase - 2].range.begin, "article");
}

// "drew great interest with the price at $5": a measure of its own beside what was told.
bool WordsBefore::is_beside(const Clauses& c, std::size_t phrase) const {
  return phrase >= 2 && is_preposition(look_, c, phrase - 1, "preposition.bearing") &&
         look_.word_is(c[phrase].range.end - 1, "measure.noun");
}

// "The pound slid 1.2% against the dollar to $1.23": what something moved against did not move.
bool WordsBefore::is_counterpart(const Draft& draft, const Clauses& c, std::size_t phrase) const {
  const bool moved = draft.text("role") == "to" || draft.text("role") == "by";
  return moved && phrase > 0 && c.is(phrase, Part::kPhrase) &&
         is_preposition(look_, c, phrase - 1, "preposition.counterpart");
}

// "$24 per tonne for lithium and $6": what another figure is per measures nothing.
bool WordsBefore::is_rate(const Clauses& c, TokenRange chain) const {
  const std::size_t first = c.at(chain.begin);
  if (first == Clauses::kNoChunk || first == 0) return false;
  const bool article = c.is(first - 1, Part::kFigure) && look_.word_is(chain.begin, "article");  // "$5 a ton"
  return article || (is_preposition(look_, c, first - 1, "preposition.rate"));
}

// Where the clause begins, if its subject only names somebody, or what moves goes on: "In the film, Gump runs
// for 3 years" is no figure of the film, "In the capital they fell 2%" none of the capital.
std::size_t WordsBefore::clause_begin(const Draft& draft, std::size_t figure) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t subject = c.subject_before(figure);
  const bool moved = draft.text("role") == "to" || draft.text("role") == "by";
  if (moved && c.is(subject, Part::kPronoun) && subject < figure) return subject;
  if (!c.is(subject, Part::kPhrase) || subject > figure) return 0;
  const Naming naming = namer_.name(figures_.analysis(draft), c, c[subject].range);
  return naming.measure.empty() && !naming.subject.empty() ? subject : 0;
}

}  // namespace figmine::measures
