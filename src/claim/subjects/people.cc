#include "claim/subjects/people.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/split.h"
#include "resolve/singular.h"

namespace figmine::subjects {

namespace {

constexpr std::size_t kReach = 40;      // mentions: a paragraph without an end stays linear
constexpr std::size_t kParagraphs = 3;  // before the pronoun's

}  // namespace

People::People(const Figures& figures)
    : input_(figures.input()), entities_(figures.entities()), look_(figures.look()) {
  for (const Entity& entity : entities_.list()) add(entity);
  std::sort(mentions_.begin(), mentions_.end(),
            [](const Mention& x, const Mention& y) { return x.begin < y.begin; });
}

const Entity* People::meant(TokenRange pronoun, std::size_t sentence) const {
  const std::size_t before = named_before(pronoun);
  const std::size_t block = input_.text.sentences[sentence].block;
  if (const Entity* near = of_block(before, input_.document.blocks[block].span.begin); near != nullptr)
    return near;
  const std::uint32_t from = input_.document.blocks[block - std::min(block, kParagraphs)].span.begin;
  if (const Entity* known = last_known(before, from); known != nullptr) return known;
  return is_main_person() ? entities_.main() : nullptr;
}

const Entity* People::speaking(TokenRange pronoun, std::size_t sentence, bool here) const {
  const bool quoted = input_.text.tokens[pronoun.begin].quoted;
  const std::size_t block = input_.text.sentences[sentence].block;
  const std::size_t first = here ? block : block - std::min(block, kParagraphs);
  const std::uint32_t from = input_.document.blocks[first].span.begin;
  const std::size_t before = named_before(pronoun);
  for (std::size_t i = before; i-- > 0 && before - i <= kReach && mentions_[i].begin >= from;) {
    if (mentions_[i].sure && (quoted || !mentions_[i].quoted)) return mentions_[i].entity;
  }
  return nullptr;
}

// How many of the mentions stand before the pronoun.
std::size_t People::named_before(TokenRange pronoun) const {
  const Span at = look_.span_of(pronoun);
  const auto after = std::lower_bound(mentions_.begin(), mentions_.end(), at.begin,
                                      [](const Mention& m, std::uint32_t begin) { return m.begin < begin; });
  return static_cast<std::size_t>(after - mentions_.begin());
}

void People::add(const Entity& entity) {
  const bool sure = entity.type == "person";
  const bool maybe = !sure && may_be(entity);
  for (const Span mention : entity.mentions) {
    const bool opens = opens_sentence(mention);
    const bool known = sure || is_styled(mention);
    const TokenRange words = look_.tokens_in(mention);
    const bool quoted = !words.empty() && input_.text.tokens[words.begin].quoted;
    if (known || (maybe && opens)) mentions_.push_back({mention.begin, &entity, known, opens, quoted});
  }
}

// "Timo Lunde", "Lena Q. Fors": two to four words with one capital each, one of which is somebody's name.
bool People::may_be(const Entity& entity) const {
  constexpr std::size_t kFewest = 2;
  constexpr std::size_t kMost = 4;
  if (entity.type != "other" || entities_.is_coin(entity)) return false;
  const std::vector<std::string_view> words = split(entity.name, ' ');
  if (words.size() < kFewest || words.size() > kMost) return false;
  bool named = false;
  for (const std::string_view word : words) {
    const bool initial = word.size() == kFewest && word[1] == '.';
    if (word.empty() || !is_upper(word[0]) || word.find_first_of("0123456789/&@") != std::string_view::npos)
      return false;
    if (!initial && word.size() > 1 && std::all_of(word.begin(), word.end(), is_upper)) return false;
    named = named || is_given_or_family_name(std::string(word));
  }
  const std::string last(words.back());
  return named && is_given_or_family_name(last) &&
         input_.program.lookup("surname.never", fold(last)) == kNone &&
         input_.program.lookup("place", fold(entity.name)) == kNone;
}

// A word that no lexicon has but as a surname.
bool People::is_given_or_family_name(const std::string& word) const {
  const std::string folded = fold(word);
  if (input_.program.lookup("surname", folded) != kNone) return true;
  return input_.program.lookup("pos", folded) == kNone &&
         input_.program.lookup("pos", singular(input_.program, folded)) == kNone &&
         input_.program.lookup("place", folded) == kNone;
}

// "Mr. Lunde"
bool People::is_styled(Span mention) const {
  const TokenRange words = look_.tokens_in(mention);
  if (words.empty() || words.begin == 0) return false;
  std::uint32_t style = words.begin - 1;
  if (look_.token_text(style) == "." && style > 0) --style;
  return look_.word_is(style, "person.style") && look_.form(style).is(Shape::kCap);
}

// With a title before it at most: "Vexa's founder Timo Lunde".
bool People::opens_sentence(Span mention) const {
  constexpr std::uint32_t kBefore = 6;  // tokens
  const TokenRange words = look_.tokens_in(mention);
  const auto after =
      std::upper_bound(input_.text.sentences.begin(), input_.text.sentences.end(), mention.begin,
                       [](std::uint32_t begin, const Sentence& s) { return begin < s.span.begin; });
  if (after == input_.text.sentences.begin() || words.empty()) return false;
  const std::uint32_t first = std::prev(after)->begin;
  if (words.begin < first || words.begin - first > kBefore) return false;
  for (std::uint32_t token = first; token < words.begin; ++token) {
    if (look_.word_is(token, "preposition") || look_.token_text(token) == ",") return false;
  }
  return true;
}

// Whom the paragraph told of last: a sentence's first name before any other.
const Entity* People::of_block(std::size_t before, std::uint32_t block_begin) const {
  const Entity* last = nullptr;
  for (std::size_t i = before; i-- > 0 && before - i <= kReach && mentions_[i].begin >= block_begin;) {
    if (mentions_[i].opens) return mentions_[i].entity;
    if (last == nullptr) last = mentions_[i].entity;
  }
  return last;
}

const Entity* People::last_known(std::size_t before, std::uint32_t from) const {
  for (std::size_t i = before; i-- > 0 && before - i <= kReach && mentions_[i].begin >= from;) {
    if (mentions_[i].sure) return mentions_[i].entity;
  }
  return nullptr;
}

// The article's own is one, or a lone name that may be, as "Fors" in a book's announcement.
bool People::is_main_person() const {
  const Entity* main = entities_.main();
  if (main == nullptr || main->type == "organization" || main->type == "place") return false;
  if (main->type == "person" || may_be(*main)) return true;
  return main->name.find(' ') == std::string::npos && !entities_.is_coin(*main) &&
         is_given_or_family_name(main->name);
}

}  // namespace figmine::subjects
