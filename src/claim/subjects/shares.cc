#include "claim/subjects/shares.h"

#include <algorithm>

#include "claim/comparison.h"

namespace figmine::subjects {

bool Shares::is_group(const Draft& draft) const {
  const TokenRange whole = draft.range("share_of");
  if (whole.empty()) return true;
  // "Acme laid off 15% of its staff": of those that somebody has, what is done to them is the owner's.
  const bool had = look_.word_is(whole.begin, "pos.first.PRPS") ||
                   (draft.has("of_number") && look_.word_is(whole.begin - 1, "pos.first.PRPS"));
  if (had && draft.came_by("measure/whole")) return false;
  const bool amount =
      look_.word_is(whole.end - 1, "macro.noun") ||
      (look_.word_is(whole.end - 1, "measure.noun") && !look_.word_is(whole.end - 1, "people"));
  if (amount || look_.word_is(whole.end - 1, "whole.bare"))
    return false;  // "four-fifths of GDP", "about 9% of the total"
  const Clauses& c = figures_.clauses(draft);
  const std::uint32_t end = std::min(whole.end, c[c.at(whole.begin)].range.end);
  // Firms count, as those who answer and act.
  const Analysis& a = figures_.analysis(draft);
  return look_.ending_at(a, end, "people") != nullptr || look_.ending_at(a, whole.end, "people") != nullptr ||
         look_.word_is(end - 1, "agent") ||
         (entities_.main() == nullptr && !look_.word_is(whole.begin, "pos.first.PRPS") &&
          (article_.is_lone() || look_.covering(a, end - 1, "nns") != nullptr)) ||
         is_kind(draft, {whole.begin, end});
}

// "70% of heart attacks are preventable": things of a kind, wherever they are; not "70% of the flights",
// "60% of orders".
bool Shares::is_kind(const Draft& draft, TokenRange words) const {
  const Analysis& a = figures_.analysis(draft);
  const bool told = words.begin == draft.mention->range.end ||  // "4 in 10 flights"
                    (words.begin > a.range.begin && look_.small_word_is(words.begin - 1, "preposition.part"));
  const bool bare = told && look_.without_article(a, words) == words && !look_.is_owned(a, words.begin);
  return bare && draft.came_by("measure/predicate") && look_.covering(a, words.end - 1, "nns") != nullptr &&
         !look_.word_is(words.end - 1, "measure.noun") && !look_.word_is(words.end - 1, "whole.own");
}

bool Shares::measures_whole(const Draft& draft) const {
  const TokenRange whole = draft.range("share_of");
  return draft.measure.overlaps(whole) && namer_.is_name(figures_.analysis(draft), draft.measure);
}

bool Shares::is_owned(const Draft& draft) const {
  if (is_stake(draft)) return true;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(c.at(draft.mention->range.begin));
  return verb != Clauses::kNoChunk && c.is(c.subject_of(verb), Part::kPhrase) &&
         (look_.word_is(c[verb].range.end - 1, "own.verb") ||
          (look_.word_is(c[verb].range.end - 1, "affect.verb") &&
           c.before(c.at(draft.mention->range.begin)) == verb));
}

// The part is not what only somebody has, as "deposits", and the whole is nobody's.
TokenRange Shares::part_told(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const TokenRange part = draft.measure;
  const std::size_t verb = c.verb_before(c.at(draft.mention->range.begin));
  if (part.empty() || !tells_share(draft.fact.quantity) || verb == Clauses::kNoChunk ||
      part.end > c[verb].range.begin || look_.word_is(c[verb].range.end - 1, "copula") || look_.title_case(a))
    return {};
  const std::size_t first = c.at(part.begin);
  const TokenRange whole = draft.range("share_of");
  const bool owned =
      look_.is_owned(a, part.begin) ||
      (!whole.empty() && (look_.is_owned(a, whole.begin) || !namer_.name(a, c, whole).subject.empty()));
  const std::uint32_t head = part.end - 1;
  const bool had = look_.word_is(head, "measure.noun") || look_.word_is(head, "whole.own") ||
                   look_.word_is(head, "macro.own") || look_.word_is(head, "actor.never");
  const bool attached = c[first].range.end < part.end && c.is(c.after(first), Part::kPreposition);
  const bool acts = c.chain_ending(c.subject_of(verb)).begin == c.chain_ending(first).begin;
  return owned || had || attached || !acts ? TokenRange{} : look_.without_article(a, part);
}

void Shares::find_whole(std::size_t index) const {
  Draft& draft = figures_[index];
  draft.fact.subject =
      Subject{draft.fact.share_of->text, draft.fact.share_of->text, "", "", draft.fact.share_of->span};
  if (const Entity* entity = entities_.find(draft.fact.share_of->text); entity != nullptr)
    setter_.name_after(*draft.fact.subject, *entity);
}

bool Shares::is_answer(const Draft& draft) const {
  if (draft.fact.share_of) return false;
  return draft.came_by("measure/predicate") || acts_alone(draft);
}

// A percentage that does something by itself, and measures nothing told before it.
bool Shares::acts_alone(const Draft& draft) const {
  const bool level = draft.fact.quantity.kind == "percent" && !draft.fact.change && !draft.fact.measure;
  if (!level) return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = c.at(draft.mention->range.begin);
  const std::size_t verb = figure + 1;
  return stands_first(c, figure) && c.is(verb, Part::kVerb) &&
         look_.word_is(c[verb].range.end - 1, "pos.V") && !look_.word_is(c[verb].range.end - 1, "move.verb");
}

// "Even though 71% rate", "while a striking 83% see", but not "Vexa's 7% bounce".
bool Shares::stands_first(const Clauses& c, std::size_t figure) const {
  std::size_t left = c.before(figure);
  const bool described = c.is(left, Part::kOther) || c.is(left, Part::kPhrase);  // "an overwhelming"
  if (described && look_.word_is(c[left].range.begin, "indefinite")) left = c.before(left);
  return left == Clauses::kNoChunk || c.is(left, Part::kComma) || c.is(left, Part::kConjunction) ||
         c.is(left, Part::kSubordinator) || c.is(left, Part::kStop) || c.is(left, Part::kColon) ||
         c.is(left, Part::kRelative);
}

bool Shares::is_of_answer(std::size_t index) const {
  Draft& draft = figures_[index];
  const Clauses& c = figures_.clauses(draft);
  const std::size_t subject = c.subject_before(c.at(draft.mention->range.begin));
  const bool own = draft.has("share_of") && Figures::is_share(draft) && is_group(draft);
  if (!c.is(subject, Part::kFigure) || own) return false;  // not "73% do, compared with 35% of walkers"
  const Draft* earlier = figures_.earlier_within(draft, c[subject].range);
  const bool counts =
      earlier != nullptr && earlier->fact.subject && (Figures::is_share(*earlier) || is_answer(*earlier));
  if (!counts) return false;
  draft.fact.subject = earlier->fact.subject;
  if (is_compared_share(*earlier, draft)) draft.fact.share_of = earlier->fact.share_of;
  draft.fact.rules.emplace_back("subject/answer");
  return true;
}

void Shares::complete_whole(std::size_t index) const {
  constexpr std::size_t kReach = 6;  // figures
  Draft& draft = figures_[index];
  const bool moves = draft.fact.change && draft.fact.change->role == "by";
  const bool open = draft.fact.claim && tells_share(draft.fact.quantity) && !draft.fact.share_of && !moves &&
                    draft.measure.empty() && draft.fact.measure && draft.fact.subject;
  if (!open || look_.word_is(draft.mention->range.end, "group.lead")) return;  // not "against 43% elsewhere"
  for (std::size_t i = index; i-- > 0 && index - i <= kReach;) {
    const Fact& earlier = figures_[i].fact;
    const bool same = earlier.share_of && earlier.measure && earlier.subject &&
                      tells_share(earlier.quantity) && earlier.measure->span == draft.fact.measure->span &&
                      earlier.subject->text == draft.fact.subject->text;
    if (!same) continue;
    draft.fact.share_of = earlier.share_of;
    return;
  }
}

void Shares::find_population(std::size_t index) const {
  Draft& draft = figures_[index];
  if (const std::optional<Population> told = told_population(index, draft.sentence))
    return set_population(draft, *told);
  if (const TokenRange people = people_before(draft); !people.empty())
    return set_population(draft, {words_.named(people), std::nullopt});
  if (const TokenRange people = people_told(index); !people.empty())
    return set_population(draft, {words_.named(people), std::nullopt});
  if (const TokenRange things = things_told_with(draft); !things.empty())
    return set_population(draft, {words_.named(things), look_.phrase_of(things)});
  if (const TokenRange people = people_leading(draft); !people.empty())
    return set_population(draft, {words_.named(people), std::nullopt});
  if (const std::optional<Population> told = told_population(index, 0)) return set_population(draft, *told);
  carrying_.carry(index);
}

// "Vexa gave 65% of its tokens away, and 10% are locked": of the tokens, not of Vexa.
void Shares::set_population(Draft& draft, const Population& told) const {
  const Subject& subject = told.subject;
  const bool people = subject.entity.empty() || subject.type == "person" || subject.type == "place";
  draft.fact.subject = subject;
  if (told.whole || !people)
    draft.fact.share_of = told.whole;
  else
    draft.fact.share_of = Phrase{subject.text, subject.span};
  draft.fact.rules.emplace_back("subject/population");
}

// The population that figures of the sentence or later ones told before.
std::optional<Shares::Population> Shares::told_population(std::size_t index, std::size_t sentence) const {
  constexpr std::size_t kReach = 200;  // figures
  for (std::size_t i = index; i-- > 0 && figures_[i].sentence >= sentence && index - i <= kReach;) {
    const Draft& earlier = figures_[i];
    if (!earlier.fact.claim || earlier.came_by("share/likely-to")) continue;  // one group beside others
    const bool asked = earlier.fact.quantity.kind == "count" && tells_of_survey(earlier) &&
                       look_.ending_at(figures_.analysis(earlier), earlier.measure.end, "people") != nullptr;
    const bool answered = earlier.fact.subject && (Figures::is_share(earlier) || is_answer(earlier));
    if (asked) return Population{words_.named(earlier.measure), std::nullopt};
    if (!answered || is_of_other_groups(i, figures_[index])) continue;
    const Population told{*earlier.fact.subject, earlier.fact.share_of};
    return earlier.sentence == figures_[index].sentence ? told : unrestricted(i, told);
  }
  return std::nullopt;
}

// "- 40% of Millennials owe more - 37% of Gen Z do. Over half (51%) feel stressed": a list that tells of
// several groups is behind, when the text goes on.
bool Shares::is_of_other_groups(std::size_t index, const Draft& draft) const {
  const ClaimInput& input = figures_.input();
  if (!input.in_list(figures_[index].sentence) || input.in_list(draft.sentence)) return false;
  const auto differs = [&](const Draft& beside) {
    return input.in_list(beside.sentence) && beside.sentence != figures_[index].sentence &&
           Figures::is_share(beside) && beside.fact.subject &&
           beside.fact.subject->text != figures_[index].fact.subject->text;
  };
  return (index > 0 && differs(figures_[index - 1])) || differs(figures_[index + 1]);  // the draft is behind
}

// "60% of patients who took it were well. The trial had 90 patients; 12% left": what restricted those of
// another sentence is left out, but where it tells who they are: "those in work".
Shares::Population Shares::unrestricted(std::size_t index, const Population& told) const {
  constexpr std::size_t kReach = 6;  // figures that took the whole over
  for (std::size_t i = index + 1; told.whole && i-- > 0 && index - i <= kReach;) {
    const Draft& draft = figures_[i];
    const TokenRange whole = look_.without_article(figures_.analysis(draft), draft.range("share_of"));
    if (whole.empty() || look_.span_of(whole).begin != told.whole->span.begin) continue;
    const bool restricted = look_.span_of(whole).end < told.whole->span.end &&
                            told.subject.text == told.whole->text &&
                            !look_.small_word_is(whole.begin, "determiner.people");
    return restricted ? Population{words_.named(whole), look_.phrase_of(whole)} : told;
  }
  return told;
}

// "Debt is common among respondents. A quarter (26%) owe more": the people whom the sentence before names,
// where that tells no share.
TokenRange Shares::people_told(std::size_t index) const {
  const Draft& draft = figures_[index];
  if (draft.sentence == 0) return {};
  const std::size_t before = draft.sentence - 1;
  const bool near = figures_.input().same_block(before, draft.sentence);
  const bool counted = index > 0 && figures_[index - 1].sentence >= before;
  if (!near || counted) return {};
  return people_in(before);
}

// "Walkers are divided, but many see a use: * 36% believe in it": the people of the sentence that leads to
// the list, where that tells no figure.
TokenRange Shares::people_leading(const Draft& draft) const {
  const std::size_t lead = list_lead_.lead_of(draft.sentence);
  const bool leads = lead != draft.sentence && list_lead_.announces(lead) &&
                     figures_.input().resolved[lead].mentions.empty();
  return leads ? people_in(lead) : TokenRange{};
}

// "Winter crops came through well, with 84% rated good": the things that the clause is of; empty where it is
// of something measured or of a name.
TokenRange Shares::things_told_with(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t left = c.before_adverbs(c.at(draft.mention->range.begin));
  if (!is_preposition(look_, c, left, "preposition.bearing")) return {};
  const std::size_t verb = c.verb_before(left);
  const std::size_t subject = verb == Clauses::kNoChunk ? verb : c.subject_of(verb);
  if (!c.is(subject, Part::kPhrase)) return {};
  const TokenRange words = look_.without_article(a, c[subject].range);
  const std::uint32_t head = words.end - 1;
  const bool told =
      look_.word_is(head, "measure.noun") || look_.word_is(head, "answers.noun") ||
      look_.word_is(draft.mention->range.end, "reporting.gerund");  // "views vary, with 9% saying"
  const bool things = look_.covering(a, head, "nns") != nullptr && !told && !namer_.is_name(a, words) &&
                      !look_.is_owned(a, words.begin);
  return things ? words : TokenRange{};
}

// The people whom the sentence names last.
TokenRange Shares::people_in(std::size_t sentence) const {
  const Analysis& a = figures_.input().analyses[sentence];
  const Clauses c(look_, a, figures_.input().resolved[sentence]);
  for (std::size_t at = c.chunks().size(); at-- > 0;) {
    if (!c.is(at, Part::kPhrase) || look_.is_owned(a, c[at].range.begin)) continue;
    const TokenRange words = look_.without_article(a, c[at].range);
    if (words_.is_several(a, words) && !look_.word_is(words.end - 1, "teller")) return words;
  }
  return {};
}

// "A rising number of bakeries mentor – 60% have a programme": the people or firms that the sentence
// names last before.
TokenRange Shares::people_before(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  for (std::size_t at = c.at(draft.mention->range.begin); at-- > 0;) {
    if (!c.is(at, Part::kPhrase) || look_.is_owned(a, c[at].range.begin)) continue;  // not "their people"
    const TokenRange words = look_.without_article(a, c[at].range);
    if (words_.is_several(a, words)) return words;
  }
  return {};
}

bool Shares::tells_of_survey(const Draft& draft) const {
  return look_.holds_word(figures_.analysis(draft).range, "survey.noun");
}

}  // namespace figmine::subjects
