#include "claim/attribution/telling.h"

#include <algorithm>

namespace figmine::attribution {

const Speech* Telling::of(std::span<const Speech> speeches, const Draft& draft, bool within) const {
  const Speech* best = nullptr;
  for (const Speech& speech : speeches) {
    if (quotes_.holds(draft) ? speech.in_quote == within : !within && tells(speech, draft)) best = &speech;
  }
  return best;
}

// Whether the speech tells a figure that is not quoted; of the three figures in "It runs 12 plants and
// expects sales of $5m, Orb of $3m" the first is no one's word.
bool Telling::tells(const Speech& speech, const Draft& draft) const {
  if (speech.in_quote) return false;
  const std::uint32_t figure = draft.mention->range.begin;
  if (figure < speech.whole.begin) return closes(speech);
  if (is_parted(speech, figure)) return false;
  return !quotes_.are_before(speech) || says_more({speech.whole.end, figure});
}

// "Police Says Permit Invalid; Norvia Down 300 Homes", "OFFICIALS SEE HARM: It has been two years", "Orb puts
// it at $5; it was $4": the next item of a headline, what a heading in capitals stands before, the clause
// behind a value.
bool Telling::is_parted(const Speech& speech, std::uint32_t figure) const {
  // A firm that reports results tells all of the headline.
  const bool title = words_.is_saying(speech.verb) && is_title(speech);
  const bool item = title || words_.is(fold(speech.verb), "pricing.verb");
  const bool capitals = words_.is_capitals(speech.speaker);
  if (!item && !capitals) return false;
  constexpr std::uint32_t kReach = 80;  // tokens
  const std::uint32_t end = std::min(figure, speech.whole.end + kReach);
  for (std::uint32_t token = speech.whole.end; token < end; ++token) {
    if (item && look_.token_text(token) == ";") return true;
    if (capitals && look_.token_text(token) == ":") return true;
  }
  return false;
}

bool Telling::is_title(const Speech& speech) const {
  return input_.text.sentences[speech.sentence].section == Section::kHeadline ||
         look_.title_case(input_.analyses[speech.sentence]);
}

// '"We sold 300 cars," said Lee, adding that 50 more were on order'; no "said Lee, who runs 12 shops"
bool Telling::says_more(TokenRange between) const {
  std::uint32_t token = between.begin;
  while (token < between.end && !look_.word_is(token, "saying.verb")) ++token;
  return token < between.end;
}

// Whether the speech closes what is told before it: "…, the company said on Monday", "… according to Orb". "a
// battery the company says will last", "and the company expects $6m" and what follows a quote don't.
bool Telling::closes(const Speech& speech) const {
  const Analysis& a = input_.analyses[speech.sentence];
  const std::uint32_t begin = speech.whole.begin;
  if (begin == a.range.begin) return false;
  const bool set_off = look_.form(opening_of(a, speech) - 1).is(Shape::kPunct);
  if (quotes_.are_before(speech) || (look_.token_text(begin - 1) == ";" && is_title(speech))) return false;
  if (speech.behind) return set_off || look_.beginning_at(a, begin - 1, "pos.first.CC") == nullptr;
  const std::uint32_t end = speech.whole.end;
  return set_off && (look_.word_is(end - 1, "telling.verb") || ends_clause(a, end));
}

// Where the words begin that tell who speaks: ", | preliminary data from Statistics Korea showed", ", | the
// institute Orb said". What has no name begins by itself.
std::uint32_t Telling::opening_of(const Analysis& a, const Speech& speech) const {
  constexpr std::uint32_t kWords = 6;
  const std::uint32_t begin = std::min(speech.whole.begin, speech.speaker.begin);
  if (!speech.behind && !look_.form(speech.speaker.begin).is(Shape::kCap)) return begin;
  const auto describes = [&](std::uint32_t token) {
    if (look_.form(token).is(Shape::kCap)) return true;
    if (!look_.form(token).is(Shape::kLower)) return false;
    for (const std::string_view type :
         {"pos.first.J", "pos.first.DT", "pos.first.N", "pos.first.NS", "pos.first.VN"}) {
      if (look_.word_is(token, type)) return true;
    }
    return look_.word_is(token, "preposition.doer") || look_.word_is(token, "preposition.part") ||
           look_.small_word_is(token, "preposition.source") || look_.small_word_is(token, "preposition.aim");
  };
  std::uint32_t opening = begin;
  while (opening > a.range.begin + 1 && begin - opening < kWords && describes(opening - 1)) --opening;
  return look_.form(opening - 1).is(Shape::kPunct) ? opening : begin;
}

// Whether nothing that could be told stands there: the sentence's end, a mark, a time, "in a note".
bool Telling::ends_clause(const Analysis& a, std::uint32_t token) const {
  return token >= a.range.end || look_.form(token).is(Shape::kPunct) ||
         look_.beginning_at(a, token, "time") != nullptr || look_.beginning_at(a, token, "rb") != nullptr ||
         (look_.word_is(token, "pos.IN") && look_.token_text(token) != "that");
}

}  // namespace figmine::attribution
