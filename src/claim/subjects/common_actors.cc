#include "claim/subjects/common_actors.h"

#include <algorithm>

namespace figmine::subjects {

// Common words that act, where the figure counts or the article is about nobody known.
bool CommonActors::is_common_actor(const Draft& draft, const Acting& acting, const Naming& naming) const {
  if (naming.measure.empty()) return false;
  const Clauses& c = figures_.clauses(draft);
  const bool common = draft.fact.quantity.kind == "count" || entities_.main() == nullptr ||
                      article_.is_agency() || is_sort_told(draft, acting) || is_defined(draft, acting) ||
                      has_itself(draft, acting);
  const TokenRange actor = last_described(c, acting, naming.measure);
  const std::uint32_t head = std::min(c[c.at(actor.begin)].range.end, actor.end) - 1;
  const bool teller = look_.word_is(acting.chain.end - 1, "teller") ||
                      look_.word_is(head, "actor.never");  // "This momentum brought"
  if (!common || teller || acting.measured || has_moved(draft, acting)) return false;
  const TokenRange verb = c[acting.verb].range;
  // "31 years of experience repairing pumps, supported by 60 workshops": of the clause before
  const bool suffers =
      c.is(c.before(acting.verb), Part::kComma) && look_.small_word_is(verb.end, "preposition.doer");
  const bool aside = look_.word_is(verb.end - 1, "pos.VG") && !is_defined(draft, acting);
  if (suffers || aside) return false;
  const bool people = look_.word_is(verb.end - 1, "act.verb") &&
                      look_.ending_at(figures_.analysis(draft), naming.measure.end, "people") != nullptr;
  return people || !is_measure(draft, naming.measure);  // "passengers paid"
}

// "The death toll rose to 412, with 1,900 people hurt": what an earlier figure says has moved does nothing.
bool CommonActors::has_moved(const Draft& draft, const Acting& acting) const {
  const Clauses& c = figures_.clauses(draft);
  std::size_t left = c.before(c.at(draft.mention->range.begin));
  while (c.is(left, Part::kOther) || c.is(left, Part::kAdverb)) left = c.before(left);  // "more than"
  const bool borne = c.is(left, Part::kPreposition) && c.is(c.before(left), Part::kComma) &&
                     look_.small_word_is(c[left].range.begin, "preposition.bearing");
  if (!borne) return false;
  constexpr std::size_t kReach = 6;  // figures
  const std::size_t index = figures_.index_of(draft);
  for (std::size_t i = index; i-- > 0 && index - i <= kReach && figures_[i].sentence == draft.sentence;) {
    const std::string role = figures_[i].text("role");
    if ((role == "by" || role == "to") && figures_[i].measure.overlaps(acting.chain)) return true;
  }
  return false;
}

// "models" of "good results on models weighing 3 tons": what a participle describes is the phrase right
// before it; the words where none does.
TokenRange CommonActors::last_described(const Clauses& c, const Acting& acting, TokenRange words) const {
  const Chunk& verb = c[acting.verb];
  const bool described =
      (verb.attached || verb.gerund) && c.before(acting.verb) == acting.subject &&
      c.is(acting.subject, Part::kPhrase) && c.is(acting.subject - 1, Part::kPreposition) &&
      words.end == c[acting.subject].range.end && !look_.word_is(words.end - 1, "pos.first.VG");
  return described ? c[acting.subject].range : words;
}

// "Roofs burn well, while slate tiles achieve lifetimes of 90 years": several of a sort, without an article
// or an owner, that do something in a clause of their own; also "farming and mining secured $5m".
TokenRange CommonActors::several_acting(const Draft& draft, const Acting& acting,
                                        const Naming& naming) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const TokenRange words = c[c.at(acting.chain.begin)].range;
  const std::uint32_t head = words.end - 1;
  const std::uint32_t verb = c[acting.verb].range.end - 1;
  const bool are = look_.word_is(verb, "copula") ||
                   (look_.word_is(verb, "pos.VG") && look_.holds_word(c[acting.verb].range, "copula"));
  const bool acts = verbs_.tells_tense(a, c, acting.verb) &&
                    (are || look_.word_is(verb, "act.verb") || look_.word_is(verb, "have.verb") ||
                     look_.word_is(verb, "sort.act"));
  const bool some = look_.word_is(words.begin, "quantifier");  // "while some projects allocate 5%"
  const bool nobody = look_.word_is(head, "teller") || look_.word_is(head, "telling.noun") ||
                      (look_.word_is(head, "whole.own") && !some) || look_.word_is(head, "actor.never");
  const bool own = !naming.subject.empty() || acting.measured || acting.relative || nobody ||
                   namer_.stands_for_main(a, words) || is_measure(draft, words) ||
                   is_measure(draft, acting.chain) || draft.fact.quantity.kind == "rank";
  const bool joined = c.is(c.after(c.at(words.begin)), Part::kConjunction) && acting.chain.end > words.end;
  const bool several = (joined || look_.covering(a, head, "nns") != nullptr) && !look_.title_case(a);
  return acts && !own && several && opens_clause_bare(a, c, words) ? acting.chain : TokenRange{};
}

// A phrase without an article or an owner that a clause begins with.
bool CommonActors::opens_clause_bare(const Analysis& a, const Clauses& c, TokenRange words) const {
  const std::size_t at = c.at(words.begin);
  const bool article = words.begin > a.range.begin && look_.word_is(words.begin - 1, "article");
  const bool bare = look_.without_article(a, words) == words || look_.word_is(words.begin, "quantifier");
  return begins_clause(c, at) && !article && bare && !look_.is_owned(a, words.begin);
}

// A phrase that a clause begins with.
bool CommonActors::begins_clause(const Clauses& c, std::size_t phrase) const {
  const std::size_t left = c.before(phrase);
  return c.is(phrase, Part::kPhrase) &&
         (phrase == verbs_.behind_label(c) || c.is(left, Part::kSubordinator) ||
          c.is(left, Part::kRelative) || c.is(left, Part::kStop) || c.is(left, Part::kComma) ||
          c.is(left, Part::kConjunction) || c.is(left, Part::kColon));
}

// Words that open the sentence, whoever is told of, without an article or an owner.
bool CommonActors::opens_bare(const Draft& draft, const Acting& acting) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t at = c.at(acting.chain.begin);
  const TokenRange words = acting.chain;
  return at == verbs_.behind_label(c) && words == c[at].range && !acting.relative &&
         look_.without_article(a, words) == words && !look_.is_owned(a, words.begin) && !look_.title_case(a);
}

// "Hay fever is the third most common ailment", "European equities showed growth of 16%", "Sports betting
// brought in $5m": what has a rank, several of a sort, an activity.
bool CommonActors::is_sort_told(const Draft& draft, const Acting& acting) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  if (!opens_bare(draft, acting)) return false;
  const TokenRange words = acting.chain;
  const std::uint32_t head = words.end - 1;
  const std::uint32_t verb = c[acting.verb].range.end - 1;
  if (draft.fact.quantity.kind == "rank")
    return look_.word_is(verb, "copula") || look_.word_is(verb, "rank.verb") ||
           look_.word_is(verb, "move.verb");
  const bool local = words.end > words.begin + 1 && look_.covering(a, words.begin, "demonym") != nullptr &&
                     look_.covering(a, head, "nns") != nullptr;
  return local || (look_.word_is(head, "activity") && words.end > words.begin + 1);
}

// "Hay fever is a leading cause of absence, keeping 5 million people at home": what a sentence tells of by
// what it is.
bool CommonActors::is_defined(const Draft& draft, const Acting& acting) const {
  const Clauses& c = figures_.clauses(draft);
  if (!opens_bare(draft, acting)) return false;
  const std::size_t verb = c.after(c.at(acting.chain.begin));
  const std::size_t what = c.is(verb, Part::kVerb) ? c.after(verb) : Clauses::kNoChunk;
  if (what == Clauses::kNoChunk) return false;
  const bool measured = look_.word_is(acting.chain.end - 1, "measure.noun");
  const bool one =
      look_.word_is(c[what].range.begin, "article") || look_.word_is(c[what].range.begin, "numeral.one");
  return !measured && one && look_.word_is(c[verb].range.end - 1, "copula") &&
         c.is(acting.verb - 1, Part::kComma) && acting.verb > what;
}

// "The button has a five-month battery life", "Each ground has a value of $2": what a clause begins with has
// that itself.
bool CommonActors::has_itself(const Draft& draft, const Acting& acting) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const TokenRange verb = c[acting.verb].range;
  const std::size_t at = c.at(acting.chain.begin);
  const bool own = look_.word_is(verb.end - 1, "have.verb") && verbs_.tells_tense(a, c, acting.verb) &&
                   c.verb_before(c.at(draft.mention->range.begin)) == acting.verb &&
                   c.before(acting.verb) == at && !acting.relative;
  const TokenRange words = c[at].range;
  return own && begins_clause(c, at) && !look_.is_owned(a, words.begin) && !look_.title_case(a) &&
         !namer_.stands_for_main(a, words) && !look_.word_is(words.end - 1, "coin.noun");
}

// What the figure measures, also where it took that over, is not whom it is about.
bool CommonActors::is_measure(const Draft& draft, TokenRange range) const {
  return look_.word_is(range.end - 1, "measure.noun") ||
         look_.ending_at(figures_.analysis(draft), range.end, "measure.compound") != nullptr ||
         (draft.fact.measure && draft.fact.measure->span.overlaps(look_.span_of(range)));
}

}  // namespace figmine::subjects
