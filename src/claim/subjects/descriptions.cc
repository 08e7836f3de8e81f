#include "claim/subjects/descriptions.h"

#include <algorithm>

#include "resolve/singular.h"

namespace figmine::subjects {

Descriptions::Descriptions(const Figures& figures)
    : input_(figures.input()),
      entities_(figures.entities()),
      look_(figures.look()),
      namer_(figures.namer()) {}

void Descriptions::read_document() {
  read_ = true;
  const std::uint32_t phrase = input_.program.types.find("np");
  const std::uint32_t counted =
      input_.program.types.find("counted");  // "the largest millers" behind "one of"
  for (const Analysis& a : input_.analyses) {
    for (const Annotation& np : a.annotations) {
      if (np.type == phrase || np.type == counted) read(a, np.range);
    }
  }
  read_names();
  put_in_order(called_);
  put_in_order(named_);
  put_in_order(others_);
}

// "a grain miller" behind "Vexa," or "Vexa is", "one of the largest millers" behind that, "miller Vexa".
void Descriptions::read(const Analysis& a, TokenRange phrase) {
  std::uint32_t head = phrase.end - 1;
  if (!look_.form(head).is(Shape::kCap) || look_.title_case(a)) {
    const TokenRange name = told_before(a, phrase);
    return name.empty() ? add_other(a, phrase) : add(name, a, phrase.begin, head);
  }
  head = look_.capitals_before(phrase.begin, head);
  if (head > phrase.begin) add({head, phrase.end}, a, phrase.begin, head - 1);
}

void Descriptions::add(TokenRange name, const Analysis& a, std::uint32_t begin, std::uint32_t noun) {
  const bool common = look_.form(noun).is(Shape::kLower) || look_.title_case(a);
  const bool is_noun = look_.covering(a, noun, "nn") != nullptr || look_.covering(a, noun, "nns") != nullptr;
  if (name.empty() || is_place(a, name) || !common || !is_noun || look_.word_is(noun, "measure.noun") ||
      look_.word_is(noun, "role.relational"))
    return;
  called_[sort_of(noun)].push_back({look_.span_of({begin, noun + 1}).begin, name});
}

// "A study by Oslo University was new": from there on, "the study" is that one. Not "it is a study".
void Descriptions::add_other(const Analysis& a, TokenRange phrase) {
  const std::uint32_t begin = article_before(a, phrase.begin);
  const std::uint32_t noun = phrase.end - 1;
  const bool one = look_.word_is(begin, "article") && !look_.word_is(begin, "article.definite");
  const bool tells =
      begin > a.range.begin && (look_.word_is(begin - 1, "copula") || look_.token_text(begin - 1) == "," ||
                                look_.word_is(begin - 1, "preposition"));
  if (one && !tells && look_.form(noun).is(Shape::kLower) && !look_.title_case(a))
    others_[look_.form(noun).folded].push_back({look_.span_of(phrase).begin, {}});
}

// "Halden Point Tower" is a tower.
void Descriptions::read_names() {
  for (const Entity& entity : entities_.list()) {
    if (entity.type == "person" || entity.type == "place") continue;
    for (const Span mention : entity.mentions) {
      const TokenRange name = look_.tokens_in(mention);
      if (name.end < name.begin + 2 || !look_.word_is(name.end - 1, "sort")) continue;
      named_[sort_of(name.end - 1)].push_back({mention.begin, name});
    }
  }
}

// Names are found entity by entity, descriptions type by type.
void Descriptions::put_in_order(Calls& calls) {
  for (auto& [sort, called] : calls)
    std::stable_sort(called.begin(), called.end(),
                     [](const Called& x, const Called& y) { return x.begin < y.begin; });
}

// The noun in the singular, or the group of nouns that may mean the same: "tower" and "building".
std::string Descriptions::sort_of(std::uint32_t noun) const {
  const std::string word = singular(input_.program, look_.form(noun).folded);
  const std::uint32_t row = input_.program.lookup("sort", word);
  return row == kNone ? word : std::string(input_.program.row_attribute(row, "kin"));
}

bool Descriptions::is_place(const Analysis& a, TokenRange name) const {
  const Entity* entity = entities_.find(look_.text_of(name));
  return look_.ending_at(a, name.end, "place") != nullptr || (entity != nullptr && entity->type == "place");
}

// The name before the comma or the copula, where the phrase only says more of it.
TokenRange Descriptions::told_before(const Analysis& a, TokenRange phrase) const {
  const bool several = look_.covering(a, phrase.end - 1, "nns") != nullptr;
  const std::uint32_t begin = several ? one_before(a, phrase.begin) : article_before(a, phrase.begin);
  if (begin < a.range.begin + 2) return {};
  if (look_.small_word_is(begin - 1, "copula")) return named_at(a, namer_.before_bracket(a, begin - 1));
  const bool apposed = look_.token_text(begin - 1) == "," && !acts(a, phrase.end);
  return apposed ? named_at(a, namer_.before_bracket(a, begin - 1)) : TokenRange{};
}

// "a tower", "an 8-storey tower", "a $9 million, newly opened tower": where it begins; 0 without an article.
std::uint32_t Descriptions::article_before(const Analysis& a, std::uint32_t begin) const {
  constexpr std::uint32_t kReach = 10;  // tokens
  for (std::uint32_t at = begin; at >= a.range.begin && begin - at <= kReach; --at) {
    if (look_.word_is(at, "article")) return at;
    if (at < begin && !describes(a, at)) return 0;
    if (at == 0) return 0;
  }
  return 0;
}

// What may stand between an article and its noun.
bool Descriptions::describes(const Analysis& a, std::uint32_t token) const {
  const std::string_view text = look_.token_text(token);
  return text == "," || text == "-" || look_.covering(a, token, "q") != nullptr ||
         look_.word_is(token, "pos.first.J") || look_.covering(a, token, "jj") != nullptr ||
         look_.covering(a, token, "vbn") != nullptr || look_.covering(a, token, "rb") != nullptr;
}

// "one" of "one of the largest millers", "one of Chile's millers"; 0 where several are meant.
std::uint32_t Descriptions::one_before(const Analysis& a, std::uint32_t begin) const {
  constexpr std::uint32_t kReach = 4;  // tokens
  for (std::uint32_t at = begin; at > a.range.begin + 1 && begin - at <= kReach; --at) {
    if (look_.small_word_is(at - 1, "preposition.part"))
      return look_.small_word_is(at - 2, "numeral.one") ? at - 2 : 0;
  }
  return 0;
}

TokenRange Descriptions::named_at(const Analysis& a, std::uint32_t end) const {
  if (look_.title_case(a)) return known_at(a, end);
  const TokenRange name = namer_.name_ending(a, end);
  const bool placed = name.begin > a.range.begin && look_.word_is(name.begin - 1, "preposition");
  return placed ? TokenRange{} : name;
}

// In a heading, which capitalises every word: the longest name that the article knows.
TokenRange Descriptions::known_at(const Analysis& a, std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 6;  // tokens
  std::uint32_t begin = end - std::min(kLongest, end - a.range.begin);
  while (begin + 1 < end && entities_.find(look_.text_of({begin, end})) == nullptr) ++begin;
  const bool known = begin < end && entities_.find(look_.text_of({begin, end})) != nullptr;
  return known && look_.form(begin).is(Shape::kCap) ? TokenRange{begin, end} : TokenRange{};
}

// "According to Vexa, a miller bought wheat": a verb of its own follows.
bool Descriptions::acts(const Analysis& a, std::uint32_t end) const {
  return end < a.range.end && look_.beginning_at(a, end, "vg") != nullptr &&
         look_.covering(a, end, "vbn") == nullptr && look_.covering(a, end, "vbg") == nullptr;
}

TokenRange Descriptions::meant(TokenRange words) {
  const bool one = words.end == words.begin + 1 && words.begin > 0 &&
                   look_.form(words.begin).is(Shape::kLower) &&
                   (look_.word_is(words.begin - 1, "article.definite") ||
                    look_.word_is(words.begin - 1, "determiner.near"));
  const bool several =
      one && singular(input_.program, look_.form(words.begin).folded) != look_.form(words.begin).folded;
  if (!one || several || look_.small_word_is(words.end, "preposition.part"))
    return {};  // "the exchange of data"
  if (!read_) read_document();
  const std::string sort = sort_of(words.begin);
  const std::uint32_t place = look_.span_of(words).begin;
  const Called* told = last_before(called_, sort, place);
  if (told == nullptr) told = last_before(named_, sort, place);
  const Called* other = last_before(others_, look_.form(words.begin).folded, place);
  return told == nullptr || (other != nullptr && other->begin > told->begin) ? TokenRange{} : told->name;
}

const Descriptions::Called* Descriptions::last_before(const Calls& calls, const std::string& noun_or_sort,
                                                      std::uint32_t place) {
  const auto noun = calls.find(noun_or_sort);
  if (noun == calls.end()) return nullptr;
  const auto behind = std::lower_bound(noun->second.begin(), noun->second.end(), place,
                                       [](const Called& x, std::uint32_t begin) { return x.begin < begin; });
  return behind == noun->second.begin() ? nullptr : &*std::prev(behind);
}

}  // namespace figmine::subjects
