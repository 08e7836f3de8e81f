#include "claim/subjects/words.h"

namespace figmine::subjects {

Subject Words::named(TokenRange words) const {
  return {look_.text_of(words), look_.text_of(words), "", "", look_.span_of(words)};
}

bool Words::is_known_holder(const Analysis& a, TokenRange range) const {
  return namer_.is_name(a, range) && !is_person(range) && look_.ending_at(a, range.end, "place") == nullptr;
}

bool Words::is_person(TokenRange range) const {
  for (std::uint32_t token = range.begin; token + 1 < range.end; ++token) {
    if (look_.word_is(token, "person_title")) return true;  // "Managing Director Fiona Radcliffe"
  }
  const Entity* entity = entities_.find(look_.text_of(range));
  const bool firm = entity != nullptr && entity->type == "organization";
  const bool office = range.begin > 0 && look_.small_word_is(range.begin - 1, "teller") &&
                      look_.token_text(range.begin - 1).back() != 's';
  if (office && !firm) return true;  // "analyst Mei Okonjo"
  return entity == nullptr ? is_surname(range) : entity->type == "person";
}

bool Words::is_surname(TokenRange range) const {
  return range.end == range.begin + 1 && look_.word_is(range.begin, "surname");
}

bool Words::is_several(const Analysis& a, TokenRange words) const {
  const std::uint32_t head = words.end - 1;
  return look_.covering(a, head, "nns") != nullptr &&
         (look_.word_is(head, "people") || look_.word_is(head, "agent"));
}

std::uint32_t Words::hyphened_begin(const Analysis& a, std::uint32_t begin) const {
  constexpr std::uint32_t kWords = 3;
  if (look_.token_text(begin) == "-" && begin > a.range.begin) --begin;
  for (std::uint32_t i = 0; i < kWords && begin > a.range.begin + 1; ++i) {
    const bool joined = look_.token_text(begin - 1) == "-" && look_.input().text.tokens[begin].glued &&
                        look_.form(begin - 2).is(Shape::kWordlike);
    if (!joined) break;
    begin -= 2;
  }
  return begin;
}

bool Words::is_placed(TokenRange place) const {
  std::uint32_t link = place.begin;
  if (link > 0 && look_.word_is(link - 1, "article")) --link;
  return link > 0 && look_.word_is(link - 1, "preposition.home");
}

bool Words::is_target(const Draft& draft) const {
  for (std::uint32_t token = draft.measure.begin; token + 1 < draft.measure.end; ++token) {
    if (look_.word_is(token, "target.price") && look_.word_is(token + 1, "target.noun")) return true;
  }
  return false;
}

TokenRange Words::market_words(const Analysis& a, TokenRange phrase, Wanted type) const {
  const TokenRange words = look_.without_article(a, phrase);
  if (words.empty() || !look_.word_is(words.end - 1, type)) return {};
  if (look_.form(words.end - 1).is(Shape::kCap) && !look_.title_case(a) && !is_named_market(a, words))
    return {};
  if (look_.is_owned(a, phrase.begin) || look_.is_owned(a, words.begin)) return {};
  bool of_something = false;
  for (std::uint32_t token = words.begin; token < words.end; ++token) {
    if (look_.word_is(token, "market.own")) return {};
    const bool vague = look_.word_is(token, "market.vague") || look_.word_is(token, "superlative");
    of_something = of_something || (!vague && token + 1 < words.end);
  }
  return of_something ? words : with_traded(a, words);
}

// "the global Pump and Valve Market is put at": of the world, in a heading's capitals.
bool Words::is_named_market(const Analysis& a, TokenRange words) const {
  const bool definite = words.begin > a.range.begin && look_.word_is(words.begin - 1, "article.definite");
  return definite && look_.small_word_is(words.begin, "macro.world") &&
         look_.covering(a, words.end - 1, "nns") == nullptr;
}

// "the global market for pumps": what is bought there tells which it is; empty where nothing does.
TokenRange Words::with_traded(const Analysis& a, TokenRange market) const {
  if (market.end + 1 >= a.range.end || !look_.small_word_is(market.end, "market.traded")) return {};
  const Annotation* traded = look_.beginning_at(a, market.end + 1, "np");
  return traded == nullptr ? TokenRange{} : TokenRange{market.begin, traded->range.end};
}

bool Words::is_bare_market(const Analysis& a, TokenRange words) const {
  words = look_.without_article(a, words);
  if (words.end == words.begin + 2 && look_.word_is(words.begin, "determiner.near")) ++words.begin;
  const bool one = words.end == words.begin + 1 && words.begin > a.range.begin &&
                   look_.small_word_is(words.begin, "market.whole");
  return one && (look_.word_is(words.begin - 1, "article.definite") ||
                 look_.word_is(words.begin - 1, "determiner.near"));
}

}  // namespace figmine::subjects
