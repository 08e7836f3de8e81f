#include "claim/holders/owners.h"

namespace figmine::holders {

TokenRange Owners::before(const Draft& draft, std::size_t figure) const {
  constexpr std::uint32_t kAdjectives = 2;  // "Vexa's recent 7% bounce"
  std::uint32_t end = draft.mention->range.begin;
  for (std::uint32_t i = 0; i < kAdjectives && end > analysis_.range.begin + 2; ++i) {
    const bool ranks = look_.word_is(end - 1, "superlative") || look_.word_is(end - 1, "ordinal.word");
    if (look_.small_word_is(end - 1, "pos.first.J") && !ranks) --end;
  }
  if (draft.fact.quantity.kind == "count") {
    if (const TokenRange name = collector(figure); !name.empty()) return name;
  }
  if (end < analysis_.range.begin + 2 || !owns(end - 1)) return {};
  if (is_told(figure + 1) || look_.word_is(end - 2, "teller") || draft.fact.quantity.kind == "rank")
    return {};
  const Annotation* np = look_.ending_at(analysis_, namer_.before_bracket(analysis_, end - 1), "np");
  if (np == nullptr) return {};
  // "the company's nine halls", unlike "the company's $5 million project"
  if (namer_.stands_for_main(analysis_, np->range))
    return draft.fact.quantity.kind == "count" ? np->range : TokenRange{};
  const TokenRange words = look_.without_article(analysis_, np->range);
  const bool time = look_.ending_at(analysis_, words.end, "time") != nullptr;
  return look_.is_name(words) && !time ? words : TokenRange{};
}

// "Vexa's", "Halden Pumps'"; not "‘Halden Pumps’ 12 plants", where a quotation ends.
bool Owners::owns(std::uint32_t sign) const {
  constexpr std::uint32_t kReach = 12;  // tokens
  if (look_.word_is(sign, "possessive")) return true;
  const std::string_view text = look_.token_text(sign);
  const bool several = (text == "'" || text == "’") && look_.input().text.tokens[sign].glued &&
                       look_.form(sign - 1).is(Shape::kCap) && look_.token_text(sign - 1).ends_with('s');
  if (!several) return false;
  for (std::uint32_t token = sign; token-- > analysis_.range.begin && sign - token <= kReach;) {
    const std::string_view mark = look_.token_text(token);
    if (mark == "‘" || mark == "'") return false;
  }
  return true;
}

// "using Vexa's network of 500 shops": whose the many are that the figure counts.
TokenRange Owners::collector(std::size_t figure) const {
  const std::size_t link = clauses_.before(figure);
  const std::size_t many = link != Clauses::kNoChunk ? clauses_.before(link) : link;
  if (!is_preposition(look_, clauses_, link, "preposition.part") || !clauses_.is(many, Part::kPhrase))
    return {};
  const TokenRange words = clauses_[many].range;
  if (!look_.small_word_is(words.end - 1, "collection.noun")) return {};
  const Annotation* np = look_.ending_at(analysis_, words.end, "np");
  const Value owner = np == nullptr ? Value{} : feature(look_.input().program, *np, "owner");
  const auto* range = std::get_if<TokenRange>(&owner);
  if (range == nullptr) return {};
  const TokenRange name = look_.without_article(analysis_, *range);
  return !name.empty() && look_.is_name(name) && !namer_.stands_for_main(analysis_, name) ? name
                                                                                          : TokenRange{};
}

bool Owners::is_told(std::size_t phrase) const {
  if (!clauses_.is(phrase, Part::kPhrase)) return false;
  const std::uint32_t head = clauses_[phrase].range.end - 1;
  return look_.word_is(head, "revised.noun") || look_.word_is(head, "telling.noun");
}

}  // namespace figmine::holders
