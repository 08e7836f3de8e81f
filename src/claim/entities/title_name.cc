#include "claim/entities/title_name.h"

#include <algorithm>

namespace figmine::entities {

void TitleName::enter() {
  constexpr std::uint32_t kLongest = 7;  // tokens of a name
  constexpr std::size_t kOften = 3;
  constexpr int kOpening = 8;  // weight
  const TokenRange title = headline_of(input_);
  const std::uint32_t end = std::min(title.end, title.begin + kLongest + 1);
  for (std::uint32_t verb = end; verb-- > title.begin + 1;) {
    const TokenRange words = name_before(title, verb);
    if (words.empty()) continue;
    const std::vector<TokenRange> found = repeats(words);
    if (found.size() < kOften || is_common(words, found.size())) continue;
    const std::string name = look_.text_of(words);
    const std::size_t entity = roll_.add(name, "other");
    roll_.anchor(entity, kOpening + static_cast<int>(found.size()));
    for (const TokenRange mention : found)
      roll_.parts.list[entity].mentions.push_back(look_.span_of(mention));
    roll_.surface[fold(name)] += static_cast<int>(found.size());
    return;
  }
}

// The words that the headline opens with, where the next one tells what they do and no entity has them.
TokenRange TitleName::name_before(TokenRange headline, std::uint32_t verb) const {
  const std::string& word = look_.form(verb).folded;
  const bool acts = look_.form(verb).is(Shape::kCap) ? title_.is_deed(word) || look_.word_is(verb, "copula")
                                                     : look_.small_word_is(verb, "pos.first.TO");
  TokenRange words{headline.begin, verb};
  if (look_.word_is(words.begin, "article")) ++words.begin;
  return acts && !words.empty() && !is_known(words) && may_name(words) ? words : TokenRange{};
}

// A name that an entity has, alone or with more behind a preposition: "Vexa Prize" of "Vexa Prize for
// Authors".
bool TitleName::is_known(TokenRange words) const {
  if (roll_.parts.index.contains(name_key(look_.text_of(words)))) return true;
  for (std::uint32_t token = words.begin + 2; token < words.end; ++token) {
    if (look_.word_is(token, "preposition") &&
        roll_.parts.index.contains(name_key(look_.text_of({words.begin, token}))))
      return true;
  }
  return false;
}

// Every word but the small ones is capitalised; one alone is no word that everybody knows.
bool TitleName::may_name(TokenRange words) const {
  std::uint32_t capitals = 0;
  for (std::uint32_t token = words.begin; token < words.end; ++token) {
    const Form& form = look_.form(token);
    if (look_.word_is(token, "possessive") || look_.word_is(token, "currency.symbol")) return false;
    if (form.is(Shape::kCap)) ++capitals;
    const bool part = form.is(Shape::kCap) || form.is(Shape::kDigit) || look_.word_is(token, "preposition") ||
                      look_.token_text(token) == "&" || look_.token_text(token) == "+";
    if (!part) return false;
  }
  const bool last = look_.form(words.end - 1).is(Shape::kCap) || look_.token_text(words.end - 1) == "+";
  const bool place = input_.program.lookup("place", fold(look_.text_of(words))) != kNone;
  return last && !place &&
         (capitals > 1 || words.end > words.begin + 1 || !look_.word_is(words.begin, "pos"));
}

// "Tourism": one word that the article writes small too, not only in an address.
bool TitleName::is_common(TokenRange words, std::size_t times) const {
  if (words.end > words.begin + 1) return false;
  const std::string& folded = look_.form(words.begin).folded;
  const auto small =
      std::count_if(input_.text.tokens.begin(), input_.text.tokens.end(),
                    [&](const Token& token) { return input_.forms[token.form].text == folded; });
  return static_cast<std::size_t>(small) * 2 > times;
}

// Where the text has the words below the headline, but as a part of a longer name.
std::vector<TokenRange> TitleName::repeats(TokenRange words) const {
  std::vector<TokenRange> found;
  const std::uint32_t length = words.end - words.begin;
  for (const Sentence& sentence : input_.text.sentences) {
    if (sentence.section == Section::kHeadline) continue;
    for (std::uint32_t token = sentence.begin; token + length <= sentence.end; ++token) {
      if (!stands_at(words, token)) continue;
      const std::uint32_t end = token + length;
      const bool more = (token > sentence.begin && look_.form(token - 1).is(Shape::kCap)) ||
                        (end < sentence.end && look_.form(end).is(Shape::kCap));
      if (!more) found.push_back({token, end});
    }
  }
  return found;
}

bool TitleName::stands_at(TokenRange words, std::uint32_t token) const {
  for (std::uint32_t i = 0; i < words.end - words.begin; ++i) {
    if (look_.token_text(token + i) != look_.token_text(words.begin + i)) return false;
  }
  return true;
}

}  // namespace figmine::entities
