#include "claim/attribution/reader.h"

#include <algorithm>

namespace figmine::attribution {

Speech Reader::read(std::size_t sentence, const Annotation& annotation) const {
  const Analysis& a = input_.analyses[sentence];
  Speech speech;
  speech.sentence = sentence;
  speech.whole = annotation.range;
  const Value speaker = feature(input_.program, annotation, "speaker");
  const Value role = feature(input_.program, annotation, "role");
  if (const auto* range = std::get_if<TokenRange>(&speaker)) speech.speaker = *range;
  if (const auto* range = std::get_if<TokenRange>(&role)) speech.role = *range;
  if (opens_with_share(sentence, speech.speaker)) speech.speaker = {};
  if (speech.speaker.empty()) return speech;
  speech.verb = feature_text(input_.program, annotation, "verb");
  speech.behind = speech.speaker.begin > speech.whole.begin;
  if (words_.is_legal_form(speech.speaker) &&
      (!fold(speech.verb).starts_with("announce") || tells_clause(a, speech.whole.end)))
    speech.speaker = whole_name(a, speech.speaker);
  const TokenRange words = look_.without_article(a, speech.speaker);
  speech.speaker = name_of(a, speech, words);
  if (speech.role.empty() && speech.speaker.begin > words.begin)
    speech.role = {words.begin, speech.speaker.begin};
  speech.in_quote = input_.text.tokens[speech.speaker.begin].quoted;
  return speech;
}

// "One in five employers expects": those who answered, who are measured.
bool Reader::opens_with_share(std::size_t sentence, TokenRange speaker) const {
  const std::vector<Mention>& mentions = input_.resolved[sentence].mentions;
  const auto at = std::ranges::lower_bound(mentions, speaker.begin, {},
                                           [](const Mention& mention) { return mention.range.begin; });
  return at != mentions.end() && at->range.begin == speaker.begin && tells_share(at->quantity);
}

// The name of the words alone; all of them in a headline.
TokenRange Reader::name_of(const Analysis& a, const Speech& speech, TokenRange words) const {
  if (look_.title_case(a)) return words;
  return without_office(without_description(words, fold(speech.verb) == "according to"));
}

// "announced that it has sold", "announced today that".
bool Reader::tells_clause(const Analysis& a, std::uint32_t token) const {
  const auto restricts = [&](std::uint32_t at) {
    return at < a.range.end && look_.small_word_is(at, "relative.restricting");
  };
  return restricts(token) || restricts(token + 1);
}

// "Halden Rail, Inc" for "Inc".
TokenRange Reader::whole_name(const Analysis& a, TokenRange form) const {
  constexpr std::uint32_t kReach = 6;  // tokens
  std::uint32_t begin = form.begin;
  if (begin > a.range.begin && look_.token_text(begin - 1) == ",") --begin;
  const std::uint32_t last = begin;
  while (begin > a.range.begin && last - begin < kReach && look_.form(begin - 1).is(Shape::kCap)) --begin;
  return begin == last ? form : TokenRange{begin, form.end};
}

// "chief executive Ann Lee", "market researcher Vexa": the name behind small words that tell who it is;
// behind "according to" whatever they are. In "its flagship Aurel" they tell nobody.
TokenRange Reader::without_description(TokenRange words, bool source) const {
  std::uint32_t name = words.end;
  while (name > words.begin && look_.form(name - 1).is(Shape::kCap)) --name;
  const bool described = name > words.begin && name < words.end && describes(name - 1, source);
  return described ? TokenRange{name, words.end} : words;
}

// "executive", "researcher"
bool Reader::describes(std::uint32_t token, bool source) const {
  if (!look_.form(token).is(Shape::kLower)) return false;
  return words_.is_kind_of_teller(look_.form(token).folded) || look_.word_is(token, "speaker.kind") ||
         (source && !look_.word_is(token, "pos.first.IN") && !look_.word_is(token, "pos.first.CC"));
}

// "Chief Operating Officer Luke Ross": the name behind an office; none in "General Electric Company".
TokenRange Reader::without_office(TokenRange words) const {
  constexpr std::uint32_t kNames = 2;
  std::uint32_t name = words.end;
  while (name > words.begin && !look_.word_is(name - 1, "title.office")) --name;
  const bool person = name > words.begin && words.end - name >= kNames && look_.is_name({name, words.end}) &&
                      !look_.word_is(words.end - 1, "organization_word");
  return person ? TokenRange{name, words.end} : words;
}

}  // namespace figmine::attribution
