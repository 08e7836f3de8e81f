#include "claim/subjects/verbs.h"

#include <algorithm>

#include "claim/tense.h"

namespace figmine::subjects {

std::size_t Verbs::main_verb(const Analysis& a, const Clauses& c) const {
  std::size_t at = 0;
  if (c.is(0, Part::kSubordinator)) {
    while (at < c.chunks().size() && !c.is(at, Part::kComma)) ++at;
  }
  std::size_t within = c.chunks().size();  // "In contrast to Corlan, which makes pumps, Vexa sells …"
  for (; at < c.chunks().size(); ++at) {
    if (!c.is(at, Part::kVerb) || !tells_tense(a, c, at) || c.subject_of(at) == Clauses::kNoChunk) continue;
    if (!follows_relative(c, at)) return at;
    within = std::min(within, at);
  }
  return within;
}

bool Verbs::tells_tense(const Analysis& a, const Clauses& c, std::size_t verb) const {
  return is_finite(look_, a, c, c[verb].range) || look_.word_is(c[verb].range.end - 1, "pos.VZ");
}

bool Verbs::tells(const Clauses& c, std::size_t verb) const {
  const std::size_t next = c.after(verb);
  if (look_.word_is(c[verb].range.end - 1, "find.verb") && c.is(next, Part::kRelative)) return true;
  if (!look_.word_is(c[verb].range.end - 1, "say.verb")) return false;
  if (c.is(next, Part::kRelative)) return true;
  const bool counted = c.is(next, Part::kFigure) && !look_.word_is(c[verb].range.end - 1, "indefinite");
  const bool named = c.is(next, Part::kPhrase) || c.is(next, Part::kPronoun) || counted;
  return named && c.is(c.after(next), Part::kVerb);
}

bool Verbs::is_inserted(const Clauses& c, TokenRange teller, std::size_t verb) const {
  const std::size_t next = c.after(verb);
  return c.is(verb, Part::kVerb) && look_.word_is(c[verb].range.end - 1, "inserted.verb") &&
         c.is(c.before(c.at(teller.begin)), Part::kComma) &&
         (c.is(next, Part::kComma) || c.is(next, Part::kTime) || c.is(next, Part::kPreposition));
}

bool Verbs::rates(const Analysis& a, const Clauses& c, std::size_t subject) const {
  const std::size_t verb = c.after(subject);
  if (!c.is(verb, Part::kVerb)) return false;
  const Annotation* speech = look_.covering(a, c[verb].range.end - 1, "speech");
  return speech != nullptr && feature_text(look_.input().program, *speech, "rates") == "yes";
}

bool Verbs::opens_clause(const Clauses& c, std::size_t verb, std::size_t figure) const {
  const std::size_t own = c.after_attachments(figure);
  if (c.after(verb) != figure || !c.is(own, Part::kVerb)) return false;
  const std::uint32_t last = c[verb].range.end - 1;  // unlike "Buyers closing 6 deals would pay"
  if (last == c[verb].range.begin && look_.word_is(last, "pos.VG") && !look_.word_is(last, "say.verb") &&
      !look_.word_is(last, "find.verb"))
    return false;
  const std::uint32_t first = c[own].range.begin;
  return look_.word_is(first, "pos.first.AUX") || look_.word_is(first, "pos.first.MD");
}

bool Verbs::follows_relative(const Clauses& c, std::size_t verb) {
  std::size_t left = c.before(verb);
  while (c.is(left, Part::kTime)) left = c.before(left);
  return c.is(left, Part::kRelative);
}

bool Verbs::is_in_opening(const Analysis& a, const Clauses& c, std::size_t verb, std::size_t chunk) const {
  constexpr std::size_t kReach = 24;  // chunks
  std::size_t first = behind_label(c);
  while (c.is(first, Part::kAdverb) || c.is(first, Part::kOther) || c.is(first, Part::kTime)) ++first;
  if (c.is(first, Part::kFigure)) ++first;  // "Two years after"
  if (!c.is(first, Part::kSubordinator) && !c.is(first, Part::kPreposition)) return false;
  for (std::size_t i = verb + 1; i < chunk && i - verb < kReach; ++i) {
    if (c.is(i, Part::kComma) && begins_clause(a, c, i + 1)) return true;
  }
  return false;
}

// "three makers have", "the price of pumps rose"
bool Verbs::begins_clause(const Analysis& a, const Clauses& c, std::size_t chunk) const {
  if (c.is(chunk, Part::kOther)) ++chunk;  // an article
  const bool named = c.is(chunk, Part::kPhrase) || c.is(chunk, Part::kPronoun) || c.is(chunk, Part::kFigure);
  const std::size_t verb = named ? c.after_attachments(chunk) : Clauses::kNoChunk;
  return c.is(verb, Part::kVerb) && tells_tense(a, c, verb);
}

bool Verbs::verb_between(const Clauses& c, TokenRange first, TokenRange second) {
  for (std::size_t i = c.at(first.end - 1) + 1; i < c.at(second.begin); ++i) {
    if (c.is(i, Part::kVerb)) return true;
  }
  return false;
}

bool Verbs::acts_itself(const Analysis& a, const Clauses& c, std::size_t figure) const {
  const std::size_t verb = c.after_attachments(figure);
  return c.is(c.before(figure), Part::kConjunction) && c.is(c.before(c.before(figure)), Part::kComma) &&
         c.is(verb, Part::kVerb) && is_finite(look_, a, c, c[verb].range);
}

bool Verbs::leads_to(const Clauses& c, std::size_t verb) const {
  const std::size_t relative = c.before(verb);
  return relative > 0 && c.is(relative - 1, Part::kComma) &&
         look_.word_is(c[verb].range.end - 1, "clause.verb");
}

bool Verbs::is_who(const Clauses& c, std::size_t verb) const {
  return look_.small_word_is(c[c.before(verb)].range.begin, "relative.person");
}

bool Verbs::expects(TokenRange verb) const {
  const std::uint32_t last = verb.end - 1;
  return look_.word_is(last, "say.verb") || look_.word_is(last, "view.verb") ||
         look_.word_is(last, "suggest.verb");
}

bool Verbs::acts_in_person(const Draft& draft, TokenRange verb) const {
  const std::uint32_t last = verb.end - 1;
  const bool counted = draft.fact.quantity.kind == "count" || draft.fact.quantity.kind == "measure";
  return !look_.word_is(last, "say.verb") &&
         (look_.word_is(last, "person.act") || (counted && look_.word_is(last, "act.verb")));
}

bool Verbs::is_shared(const Clauses& c, const Draft& draft) const {
  constexpr std::size_t kReach = 6;  // chunks
  const std::string& kind = draft.fact.quantity.kind;
  if (kind != "count" && kind != "money") return false;
  if (!draft.measure.empty() && look_.word_is(draft.measure.end - 1, "sharing.pool")) return true;
  const std::size_t figure = c.at(draft.mention->range.begin);
  const std::size_t verb = c.verb_before(figure);
  if (c.is(verb, Part::kVerb) && look_.word_is(c[verb].range.end - 1, "sharing.verb")) return true;
  const bool may = c.is(verb, Part::kVerb) && (c[verb].range.end > c[verb].range.begin + 1 ||
                                               is_preposition(look_, c, c.before(verb), "pos.first.TO"));
  if (may && look_.word_is(c[verb].range.end - 1, "dividing.verb"))
    return true;  // not "they share 40 photos"
  for (std::size_t i = figure; i-- > 0 && figure - i <= kReach;) {
    if (c.is(i, Part::kVerb) || c.is(i, Part::kStop)) break;
    const bool part = c.is(i, Part::kPhrase) && (look_.word_is(c[i].range.end - 1, "sharing.noun") ||
                                                 look_.word_is(c[i].range.end - 1, "sharing.pool"));
    if (part && c.is(i + 1, Part::kPreposition)) return true;
  }
  return false;
}

std::size_t Verbs::behind_label(const Clauses& c) const {
  constexpr std::size_t kLongest = 4;  // chunks
  for (std::size_t i = 0; i < std::min(kLongest, c.chunks().size()); ++i) {
    if (c.is(i, Part::kVerb)) break;
    if (c.is(i, Part::kColon)) return i + 1;
  }
  return 0;
}

}  // namespace figmine::subjects
