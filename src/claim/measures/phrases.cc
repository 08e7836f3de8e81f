#include "claim/measures/phrases.h"

namespace figmine::measures {

TokenRange Phrases::chain_of(const Draft& draft, TokenRange phrase) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t chunk = c.at(phrase.begin);
  if (!c.is(chunk, Part::kPhrase)) return phrase;
  TokenRange chain = c.chain_beginning(chunk);
  for (std::size_t i = chunk + 2; c.is(i, Part::kPhrase) && c[i].range.end <= chain.end; i += 2) {
    if (!has_own_figure(c, i) && !begins_anew(c, i)) continue;
    chain.end = c[i - 2].range.end;
    break;
  }
  return chain;
}

// "barley at an average moisture of 3%", "orchards and annual harvest of 52,000 crates", "shops and parking
// for 280 cars": whether a figure of its own goes with the phrase.
bool Phrases::has_own_figure(const Clauses& c, std::size_t phrase) const {
  constexpr std::size_t kBracket = 6;  // chunks: "cost (“AISC”) of $1,200"
  std::size_t link = phrase + 1;
  if (c.is(link, Part::kOpen)) {
    while (link < phrase + kBracket && !c.is(link, Part::kClose)) ++link;
    ++link;
  }
  const bool joined = c.is(phrase - 1, Part::kConjunction) && c.is(link, Part::kPreposition);
  return (joined || is_preposition(look_, c, link, "preposition.part")) && c.is(c.after(link), Part::kFigure);
}

// "assets and a presence in Ohio", "cash and strong demand": one thing, or what is praised, behind what there
// is so much of is no part of it.
bool Phrases::begins_anew(const Clauses& c, std::size_t phrase) const {
  const std::uint32_t first = c[phrase].range.begin;
  return c.is(phrase - 1, Part::kConjunction) &&
         (look_.word_is(first, "article.one") || look_.word_is(first, "measure.praise"));
}

TokenRange Phrases::object_chain(const Clauses& c, std::size_t object, std::size_t figure) {
  TokenRange range = c[object].range;
  for (std::size_t i = object;
       i + 2 < figure && c.is(i + 1, Part::kPreposition) && c.is(i + 2, Part::kPhrase); i += 2)
    range.end = c[i + 2].range.end;
  return range;
}

TokenRange Phrases::widen(const Analysis& a, TokenRange range, const Draft& draft) const {
  while (range.end + 1 < a.range.end && range.end < draft.mention->range.begin &&
         look_.small_word_is(range.end, "preposition.part")) {
    const Annotation* next = look_.beginning_at(a, range.end + 1, "np");
    if (next == nullptr || next->range.overlaps(draft.mention->range)) break;
    range.end = next->range.end;
  }
  return range;
}

TokenRange Phrases::with_head(const Draft& draft, TokenRange range) const {
  const Clauses& c = figures_.clauses(draft);
  for (std::size_t at = c.at(range.begin); at != Clauses::kNoChunk && at >= 2; at -= 2) {
    const TokenRange head = c[at - 2].range;
    const std::uint32_t link = c[at - 1].range.begin;  // "net income attributable to stockholders of $5m"
    const bool joined = c.is(at - 1, Part::kPreposition) && c.is(at - 2, Part::kPhrase) &&
                        (look_.small_word_is(link, "preposition.part") || look_.word_is(link, "allotting"));
    if (!joined || look_.covering(figures_.analysis(draft), head.end - 1, "change.noun") != nullptr ||
        look_.word_is(head.end - 1, "growth.noun") ||
        (names_nothing(draft, head) && !look_.word_is(head.end - 1, "measure.weak")))
      break;
    range.begin = head.begin;
  }
  const Annotation* compound = look_.covering(figures_.analysis(draft), range.begin, "measure.compound");
  if (compound != nullptr && compound->range.begin < range.begin) {  // "loss from operations"
    const std::size_t head = c.at(compound->range.begin);
    if (c.is(head, Part::kPhrase)) range.begin = c[head].range.begin;
  }
  return range;
}

TokenRange Phrases::with_holdings(const Draft& draft, TokenRange range) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t last = c.at(range.begin);
  if (!c.is(last, Part::kPhrase)) return range;
  const std::uint32_t begin = c.chain_ending(last).begin;
  const std::size_t first = c.at(begin);  // "$5 million in cash and a net debt of $3 million"
  if (first >= 2 && c.is(first - 1, Part::kPreposition) && c.is(first - 2, Part::kFigure)) return range;
  for (std::size_t i = c.at(begin); i <= last; ++i) {
    const bool held = look_.word_is(c[i].range.end - 1, "measure.stock");
    if (c[i].part == Part::kPreposition || (c[i].part == Part::kPhrase && !held)) return range;
  }
  return {begin, range.end};
}

TokenRange Phrases::part_of(const Draft& draft, TokenRange part) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t chunk = c.at(part.end - 1);
  return c.is(chunk, Part::kPhrase) ? c.chain_ending(chunk) : part;
}

bool Phrases::names_nothing(const Draft& draft, TokenRange phrase) const {
  const Naming naming = namer_.name(figures_.analysis(draft), figures_.clauses(draft), phrase);
  return naming.measure.empty() && naming.subject.empty();
}

}  // namespace figmine::measures
