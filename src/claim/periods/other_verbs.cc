#include "claim/periods/other_verbs.h"

namespace figmine::periods {

bool OtherVerbs::own(const Draft& draft, const TimeSpan& time) const {
  const Clauses& clauses = figures_.clauses(draft);
  const Governor& governor = figures_.governor(draft);
  if (governor.tense == Tense::kOpen || !traits_.tells_now(draft, governor)) return false;
  if (time.range.begin == draft.mention->range.end) return false;  // "in 8 rounds this year"
  if (time.range.end <= governor.verb.begin && opens_content(draft, time)) return false;
  const std::size_t verb = clauses.verb_before(clauses.at(time.range.begin));
  if (verb == Clauses::kNoChunk) return is_of_first_verb(draft, time);
  if (clauses[verb].range.begin == governor.verb.begin || describes_figure(draft, verb) ||
      restricts_figure(draft, verb))
    return false;
  // "Set up in 1974, it operates": a comma parts the two
  if (time.range.begin < governor.verb.begin)
    return figures_.comma_between(time.range.end, governor.verb.begin) ||
           is_coordinated(clauses, governor.verb);
  return is_finite(look_, figures_.analysis(draft), clauses, clauses[verb].range) ||
         figures_.comma_between(draft.mention->range.end, clauses[verb].range.begin);
}

// "told us that as of May 4 it has $5m"
bool OtherVerbs::opens_content(const Draft& draft, const TimeSpan& time) const {
  const std::uint32_t begin = time.range.begin;
  return time.range.end - begin > 2 && begin > figures_.analysis(draft).range.begin &&
         look_.word_is(begin, "as_of.lead") && look_.small_word_is(begin - 1, "relative.restricting");
}

// "with 700,000 patients treated": a participle right behind the figure's noun.
bool OtherVerbs::describes_figure(const Draft& draft, std::size_t verb) const {
  const Clauses& clauses = figures_.clauses(draft);
  const std::size_t figure = clauses.at(draft.mention->range.begin);
  if (figure == Clauses::kNoChunk || verb <= figure || verb > figure + 2) return false;
  if (verb == figure + 2 && !clauses.is(figure + 1, Part::kPhrase)) return false;
  const TokenRange words = clauses[verb].range;
  return words.end - words.begin == 1 && draft.mention->range.end <= words.begin &&
         (!look_.word_is(words.end, "preposition.doer") ||
          look_.beginning_at(figures_.analysis(draft), words.end, "time") != nullptr) &&
         may_be_participle(look_, words.begin);
}

// "$60 million that Orb gave the town five years ago": the verb of a relative clause right behind the
// figure's noun.
bool OtherVerbs::restricts_figure(const Draft& draft, std::size_t verb) const {
  const Clauses& clauses = figures_.clauses(draft);
  std::size_t relative = clauses.at(draft.mention->range.begin) + 1;
  if (clauses.is(relative, Part::kPhrase)) ++relative;
  return clauses.is(relative, Part::kRelative) && relative < verb && clauses.verb_before(verb) < relative;
}

// "and now sells": whether "and" stands right before the verb.
bool OtherVerbs::is_coordinated(const Clauses& clauses, TokenRange verb) const {
  const std::size_t before = clauses.before(clauses.at(verb.begin));
  return clauses.is(before, Part::kConjunction);
}

// "Last year it earned $5, and it has 40 shops": whether "and" stands right before the verb's subject.
bool OtherVerbs::opens_joined_clause(const Clauses& clauses, TokenRange verb) const {
  const std::size_t subject = clauses.subject_of(clauses.at(verb.begin));
  if (!clauses.is(subject, Part::kPronoun) && !clauses.is(subject, Part::kPhrase)) return false;
  return clauses.after(subject) == clauses.at(verb.begin) &&
         clauses.is(clauses.before(subject), Part::kConjunction);
}

// "Since its start in 2017, Vexa has bought 45 shops and serves 12 provinces", "In May it got leave for a
// card that offers 5%": a time that opens the sentence is of the first verb, which is told in another tense
// than the figure's.
bool OtherVerbs::is_of_first_verb(const Draft& draft, const TimeSpan& time) const {
  const Clauses& clauses = figures_.clauses(draft);
  const Governor& governor = figures_.governor(draft);
  const std::size_t own = clauses.at(governor.verb.begin);
  const bool apart = is_coordinated(clauses, governor.verb) || opens_joined_clause(clauses, governor.verb) ||
                     clauses.is(clauses.before(own), Part::kRelative);
  if (governor.tense != Tense::kPresent || time.range.end > governor.verb.begin || !apart) return false;
  for (std::size_t i = clauses.at(time.range.begin) + 1; i < own; ++i) {
    if (!clauses.is(i, Part::kVerb)) continue;
    const Tense tense = tense_of(look_, figures_.analysis(draft), clauses, clauses[i].range);
    if (tense != Tense::kUntold) return tense == Tense::kPast || tense == Tense::kPerfect;
  }
  return false;
}

}  // namespace figmine::periods
