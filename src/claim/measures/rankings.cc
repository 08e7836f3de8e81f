#include "claim/measures/rankings.h"

namespace figmine::measures {

// "Highest rent growth" above "1. Austin, TX (3.4%)": by what a list ranks what it names.
bool Rankings::find(Draft& draft) const {
  if (const TokenRange label = label_before(draft); !label.empty()) {
    if (!take(draft, ranked_by(label))) return false;
    draft.subject = draft.range("bracket_np");
    return true;
  }
  const TokenRange name = draft.fact.section == "list" ? name_alone(draft) : TokenRange{};
  if (name.empty()) return false;
  const std::size_t head = look_.input().above_list(draft.sentence);
  if (head == draft.sentence || !is_heading(head)) return false;
  const bool told =
      take(draft, ranked_by(look_.input().analyses[head].range)) || (ranks(head) && tells_by(draft, head));
  if (!told) return false;
  draft.subject = name;
  return true;
}

bool Rankings::take(Draft& draft, TokenRange words) const {
  if (words.empty()) return false;
  draft.fact.measure = look_.measure_of(words);
  draft.fact.rules.emplace_back("measure/heading");
  return true;
}

// "Austin, TX" of "Austin, TX (3.4%)", "Halden" of "Halden – $2,000"; empty where the item has another word.
TokenRange Rankings::name_alone(const Draft& draft) const {
  constexpr std::uint32_t kLongest = 24;  // tokens
  const TokenRange item = figures_.analysis(draft).range;
  if (item.end - item.begin > kLongest) return {};
  TokenRange name;
  for (std::uint32_t token = item.begin; token < item.end; ++token) {
    if (draft.mention->range.contains({token, token + 1}) || !look_.form(token).is(Shape::kWordlike))
      continue;
    if (!look_.form(token).is(Shape::kCap) || token > draft.mention->range.begin) return {};
    name = {name.empty() ? token : name.begin, token + 1};
  }
  return name;
}

// "Highest rent growth" of "Highest rent growth: Austin, TX (3.4%), Halden (3.2%)"; empty where the figure
// stands otherwise.
TokenRange Rankings::label_before(const Draft& draft) const {
  constexpr std::uint32_t kLongest = 12;  // tokens
  const TokenRange sentence = figures_.analysis(draft).range;
  if (draft.mention->range.begin == sentence.begin || look_.token_text(draft.mention->range.begin - 1) != "(")
    return {};
  std::uint32_t colon = sentence.begin;
  while (colon < sentence.end && colon - sentence.begin <= kLongest && look_.token_text(colon) != ":")
    ++colon;
  const TokenRange name = draft.range("bracket_np");
  const bool label =
      colon < name.begin && look_.token_text(colon) == ":" && only_names({colon + 1, name.end});
  return label ? TokenRange{sentence.begin, colon} : TokenRange{};
}

// "Austin, TX (3.4%), Halden (3.2%) and Lund": names and figures; "the firm said" is none.
bool Rankings::only_names(TokenRange words) const {
  for (std::uint32_t token = words.begin; token < words.end; ++token) {
    const Form& form = look_.form(token);
    const bool joins = look_.word_is(token, "pos.first.CC") || look_.small_word_is(token, "preposition.part");
    if (form.is(Shape::kWordlike) && !form.is(Shape::kCap) && !joins) return false;
  }
  return true;
}

// "Top valleys by cheese output", "The 10 largest towns by rent": whether the heading ranks.
bool Rankings::ranks(std::size_t heading) const {
  constexpr std::uint32_t kReach = 4;  // tokens
  const TokenRange words = look_.input().analyses[heading].range;
  for (std::uint32_t token = words.begin; token < words.end && token - words.begin < kReach; ++token) {
    if (look_.word_is(token, "ranking.extreme") || look_.word_is(token, "ranking.top")) return true;
  }
  return false;
}

// A few words, no sentence.
bool Rankings::is_heading(std::size_t sentence) const {
  constexpr std::uint32_t kLongest = 24;  // tokens
  const TokenRange words = look_.input().analyses[sentence].range;
  if (words.empty() || words.end - words.begin > kLongest) return false;
  const std::string_view last = look_.token_text(words.end - 1);
  return last != "." && last != "!" && last != "?";
}

// "rent growth" of "Highest rent growth", "share of income" of "Largest share of income Smallest share of
// income", the heads of two columns.
TokenRange Rankings::ranked_by(TokenRange words) const {
  while (words.end > words.begin + 1 && !look_.form(words.end - 1).is(Shape::kWordlike)) --words.end;
  if (words.end < words.begin + 2 || !look_.word_is(words.begin, "ranking.extreme")) return {};
  ++words.begin;
  for (std::uint32_t token = words.begin + 1; token < words.end; ++token) {
    if (look_.word_is(token, "ranking.extreme")) words.end = token;
  }
  return words;
}

bool Rankings::tells_by(Draft& draft, std::size_t sentence) const {
  const Analysis& a = look_.input().analyses[sentence];
  for (std::uint32_t token = a.range.end; token-- > a.range.begin + 1;) {
    const Annotation* phrase = look_.beginning_at(a, token, "np");
    if (phrase == nullptr || !look_.word_is(token - 1, "preposition.doer")) continue;
    return take(draft, look_.without_article(a, phrase->range));
  }
  return false;
}

}  // namespace figmine::measures
