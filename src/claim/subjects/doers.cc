#include "claim/subjects/doers.h"

namespace figmine::subjects {

// "First-time users of Acme spend $5", "the home appliance segment earned $5m", "a whale sold 5 ETH":
// people and segments that act for themselves, unless the phrase says whose they are.
TokenRange Doers::common_holder(const Analysis& a, const Clauses& c, TokenRange chain,
                                TokenRange name) const {
  const Chunk& first = c[c.at(chain.begin)];
  const bool phrase = look_.beginning_at(a, first.range.begin, "np") != nullptr;
  if (first.part != Part::kPhrase || !phrase || first.range.contains(name)) return {};
  if (const TokenRange branch = joined_branch(a, c, chain); !branch.empty() && name.empty()) return branch;
  const std::uint32_t head = first.range.end - 1;
  if (look_.is_owned(a, first.range.begin) || look_.word_is(head, "teller")) return {};
  const TokenRange words = look_.without_article(a, first.range);
  if (const TokenRange one = numbered_one(a, words); !one.empty()) return one;
  const bool segment = look_.word_is(head, "measure.segment") && words.end - words.begin > 1 &&
                       look_.word_is(head - 1, "pos.first.N");
  const bool one = look_.word_is(head, "person.one") && words.begin > first.range.begin;
  const bool people = look_.word_is(head, "people") && look_.covering(a, head, "nns") != nullptr &&
                      !look_.word_is(head - 1, "measure.noun");  // not "revenue drivers"
  // "Many providers charge 3%", but "The stores earned $5m" of a firm's own
  const bool bare = words.begin == first.range.begin || look_.token_text(first.range.begin) == "-";
  const bool others = bare && (look_.word_is(head, "actor.plural") || are_doers(a, c, chain));
  if (!segment && !one && !people && !others) return {};
  const bool attached = look_.small_word_is(first.range.end, "preposition.part");
  return {words_.hyphened_begin(a, words.begin), attached ? chain.end : words.end};
}

// "The energy and utilities sector drew $5m": a branch by the two words before it.
TokenRange Doers::joined_branch(const Analysis& a, const Clauses& c, TokenRange chain) const {
  const std::size_t first = c.at(chain.begin);
  const std::size_t last = c.after(c.after(first));
  const bool joined = c.is(c.after(first), Part::kConjunction) && c.is(last, Part::kPhrase) &&
                      c[last].range.end == chain.end && c[last].range.end > c[last].range.begin + 1;
  if (!joined || !c[first].the || !look_.word_is(chain.end - 1, "branch.noun")) return {};
  const TokenRange words = c[last].range;
  const bool own = look_.without_article(a, words) != words || look_.is_owned(a, chain.begin);
  return own ? TokenRange{} : TokenRange{look_.without_article(a, c[first].range).begin, chain.end};
}

// "First place takes $5,000", "The second and third tranches will bring $5m": what ordinals tell from the
// others of its sort.
TokenRange Doers::numbered_one(const Analysis& a, TokenRange words) const {
  constexpr std::uint32_t kReach = 6;  // tokens: "second, third and fourth"
  if (!look_.word_is(words.end - 1, "numbered.noun")) return {};
  std::uint32_t begin = words.begin;
  for (std::uint32_t at = words.begin; at > a.range.begin && words.begin - at < kReach; --at) {
    const bool ordinal = look_.word_is(at - 1, "ordinal.unit") || look_.word_is(at - 1, "ordinal.teen");
    const bool joint = look_.small_word_is(at - 1, "joint.and") || look_.token_text(at - 1) == ",";
    if (ordinal) begin = at - 1;
    if (!ordinal && (!joint || at == words.begin)) break;
  }
  return begin == words.begin ? TokenRange{} : TokenRange{begin, words.end};
}

// "Small farms used 80 kg of wood", "Golfers pay $50": several of a sort that open the
// sentence and act.
bool Doers::are_doers(const Analysis& a, const Clauses& c, TokenRange chain) const {
  const std::size_t at = c.at(chain.begin);
  std::size_t verb = c.after(at);
  while (c.is(verb, Part::kAdverb)) ++verb;
  const std::uint32_t head = chain.end - 1;
  const std::size_t opens = c.at(words_.hyphened_begin(a, chain.begin));  // "First-time golfers"
  return opens == verbs_.behind_label(c) && chain == c[at].range && c.is(verb, Part::kVerb) &&
         look_.word_is(c[verb].range.end - 1, "act.verb") && verbs_.tells_tense(a, c, verb) &&
         look_.covering(a, head, "nns") != nullptr && !look_.word_is(head, "measure.noun") &&
         !look_.word_is(head, "whole.own") && !look_.title_case(a);
}

// "The mine has a life of nine years", "This sensor detects films of 1 micron": a thing that is told of,
// where the phrase names nobody.
TokenRange Doers::thing_of(const Analysis& a, TokenRange chain, TokenRange name,
                           std::string_view type) const {
  const Annotation* np = look_.beginning_at(a, chain.begin, "np");
  if (np == nullptr || !name.empty() || np->range.end != chain.end) return {};
  const TokenRange words = look_.without_article(a, np->range);
  const bool definite =
      words.begin > np->range.begin && (look_.word_is(words.begin - 1, "article.definite") ||
                                        look_.word_is(words.begin - 1, "determiner.near"));
  return definite && look_.word_is(words.end - 1, type) ? words : TokenRange{};
}

// "A lorry weighs up to 40 tons": whatever is of its sort, where the figure tells how large it is.
TokenRange Doers::any_one(const Draft& draft, const Acting& acting, const Naming& naming) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const Chunk& first = c[c.at(acting.chain.begin)];
  if (first.part != Part::kPhrase || !naming.subject.empty() || acting.measured || acting.relative) return {};
  const std::size_t left = c.before(c.at(acting.chain.begin));
  const bool opens = left == Clauses::kNoChunk || c.is(left, Part::kComma) ||
                     c.is(left, Part::kSubordinator) || c.is(left, Part::kConjunction);
  const bool sized = look_.word_is(c[acting.verb].range.end - 1, "size.verb") &&
                     c.verb_before(c.at(draft.mention->range.begin)) == acting.verb;
  const std::uint32_t head = first.range.end - 1;
  const bool thing = look_.word_is(first.range.begin, "article") &&
                     !look_.word_is(first.range.begin, "article.definite") &&
                     !look_.word_is(head, "measure.noun") && !look_.word_is(head, "telling.noun");
  return opens && sized && thing ? look_.without_article(a, first.range) : TokenRange{};
}

}  // namespace figmine::subjects
