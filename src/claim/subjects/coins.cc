#include "claim/subjects/coins.h"

#include <algorithm>

namespace figmine::subjects {

TokenRange Coins::coin_in(const Analysis& a, TokenRange phrase) const {
  constexpr std::uint32_t kLongest = 4;  // words of a coin's name
  const TokenRange words = look_.without_article(a, phrase);
  for (std::uint32_t end = std::min(words.end, words.begin + kLongest); end > words.begin; --end) {
    const Entity* entity = entities_.find(look_.text_of({words.begin, end}));
    if (entity != nullptr && entities_.is_coin(*entity)) return {words.begin, end};
  }
  const Annotation* known = look_.beginning_at(a, words.begin, "crypto");
  return known != nullptr ? known->range : TokenRange{};
}

TokenRange Coins::coin_in(const Draft& draft, TokenRange range) const {
  const TokenRange words = look_.without_article(figures_.analysis(draft), range);
  if (words.empty()) return {};
  if (const TokenRange meant = coin_meant(draft, words); !meant.empty()) return meant;
  const TokenRange coin{words.begin, words.begin + 1};
  const bool capital = look_.form(coin.begin).is(Shape::kCap) || look_.word_is(coin.begin, "coin.common");
  const bool named = capital && look_.word_is(coin.begin, "crypto");
  const bool whole = words.end == coin.end || look_.word_is(words.end - 1, "coin.measure");
  return named && whole ? coin : TokenRange{};
}

TokenRange Coins::coin_meant(const Draft& draft, TokenRange words) const {
  const bool meant = words.end == words.begin + 1 && words.begin > 0 &&
                     look_.word_is(words.begin, "coin.noun") &&
                     look_.word_is(words.begin - 1, "article.definite");
  if (!meant) return {};
  const std::uint32_t begin = block_begin(draft);
  for (std::uint32_t token = words.begin; token-- > begin;) {
    if (look_.form(token).is(Shape::kCap) && look_.word_is(token, "crypto")) return {token, token + 1};
  }
  return {};
}

// The first token of the figure's paragraph, as far as a look back goes.
std::uint32_t Coins::block_begin(const Draft& draft) const {
  constexpr std::size_t kReach = 20;  // sentences: a paragraph without an end stays linear
  std::size_t sentence = draft.sentence;
  while (sentence > 0 && draft.sentence - sentence < kReach &&
         input_.same_block(sentence - 1, draft.sentence))
    --sentence;
  return input_.analyses[sentence].range.begin;
}

bool Coins::is_coin(TokenRange name) const {
  const Entity* entity = entities_.find(look_.text_of(name));
  return look_.word_is(name.begin, "crypto") || (entity != nullptr && entities_.is_coin(*entity));
}

const Entity* Coins::counted_coin(const Draft& draft) const {
  const std::string& kind = draft.fact.quantity.kind;
  if (draft.measure.empty() || (kind != "count" && kind != "number")) return nullptr;
  std::uint32_t token = draft.measure.begin;
  if (look_.token_text(token) == "$") ++token;
  const Entity* entity =
      look_.form(token).is(Shape::kUpper) ? entities_.find(look_.token_text(token)) : nullptr;
  return entity != nullptr && entities_.is_coin(*entity) ? entity : nullptr;
}

}  // namespace figmine::subjects
