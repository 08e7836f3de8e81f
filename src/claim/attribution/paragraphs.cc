#include "claim/attribution/paragraphs.h"

#include <algorithm>

namespace figmine::attribution {

const Speech* Paragraphs::going_on(const Draft& draft) const {
  const std::span<const Speech> here = told_in(quotes_.block_of(draft.sentence));
  const Speech* last = beside(here, draft.sentence, false);
  if (last == nullptr && quotes_.holds(draft)) last = of_quote(draft, here);
  return last != nullptr && goes_on(*last, draft) ? last : nullptr;
}

// Who speaks the quote that the figure stands in, where nobody spoke before it in its paragraph.
const Speech* Paragraphs::of_quote(const Draft& draft, std::span<const Speech> here) const {
  const std::uint32_t block = quotes_.block_of(draft.sentence);
  const Speech* last = beside(here, draft.sentence, true);
  if (last == nullptr && block > 0) last = announcing(told_in(block - 1));
  return last == nullptr ? over_paragraphs(block) : last;
}

// Who speaks in a paragraph that is all quote, as in the one before it: '"We grew," said Lee.' and then '"We
// will sell 300 cars this year."'; or who closes, in the next one, the quote that this one leaves open.
const Speech* Paragraphs::over_paragraphs(std::uint32_t block) const {
  if (!quotes_.open(block)) return nullptr;
  const Speech* before = before_quote(block);
  return before == nullptr ? behind_quote(block) : before;
}

const Speech* Paragraphs::before_quote(std::uint32_t block) const {
  constexpr std::uint32_t kReach = 4;  // paragraphs
  for (std::uint32_t before = block; before-- > 0 && block - before <= kReach;) {
    if (!quotes_.any_in(quotes_.words_of(before))) break;
    const std::span<const Speech> told = told_in(before);
    const auto last =
        std::find_if(told.rbegin(), told.rend(), [](const Speech& speech) { return !speech.in_quote; });
    if (last != told.rend()) return &*last;
    if (!quotes_.open(before)) break;
  }
  return nullptr;
}

const Speech* Paragraphs::behind_quote(std::uint32_t block) const {
  if (!quotes_.close(block) || !quotes_.open(block + 1)) return nullptr;
  const std::span<const Speech> next = told_in(block + 1);
  return next.empty() ? nullptr : beside(next, next.front().sentence, true);
}

// The speeches of a paragraph.
std::span<const Speech> Paragraphs::told_in(std::uint32_t block) const {
  const auto [from, to] = quotes_.places_of(block);
  return speeches_.in(from, to);
}

// The nearest of the speeches outside quotes in the sentences before one, or in those behind it.
const Speech* Paragraphs::beside(std::span<const Speech> speeches, std::size_t sentence, bool behind) {
  constexpr std::size_t kReach = 64;  // speeches
  const std::size_t limit = behind ? sentence + 1 : sentence;
  std::size_t at = static_cast<std::size_t>(
      std::partition_point(speeches.begin(), speeches.end(),
                           [&](const Speech& speech) { return speech.sentence < limit; }) -
      speeches.begin());
  for (std::size_t steps = 0; steps < kReach && (behind ? at < speeches.size() : at > 0); ++steps) {
    const Speech& speech = speeches[behind ? at++ : --at];
    if (!speech.in_quote) return &speech;
  }
  return nullptr;
}

// "Ann Lee, chief executive of Acme, commented:" above a quote.
const Speech* Paragraphs::announcing(std::span<const Speech> speeches) const {
  if (speeches.empty()) return nullptr;
  const TokenRange sentence = input_.analyses[speeches.back().sentence].range;
  return look_.token_text(sentence.end - 1) == ":" ? &speeches.back() : nullptr;
}

// Whether what is said goes on to the figure: a quote to what is quoted, a person's other speech over a few
// sentences. '"We sold 300 cars," said Lee. The firm has 12 plants' and "The company expects $5m. It runs 12
// plants": the article speaks again.
bool Paragraphs::goes_on(const Speech& speech, const Draft& draft) const {
  constexpr std::size_t kReach = 4;  // sentences
  if (quotes_.holds(draft)) return true;
  if (draft.sentence > speech.sentence + kReach) return false;
  if (asks(speech) && tells_of_asked(draft)) return true;
  return !quotes_.any_in(input_.analyses[speech.sentence].range) && words_.is_saying(speech.verb) &&
         (persons_.is_person(speech) || words_.stands_for_person(speech.speaker));
}

// "The survey found that", "Orb's poll shows": a survey, or who made one.
bool Paragraphs::asks(const Speech& speech) const {
  const std::string verb = fold(speech.verb);
  const bool finds = words_.is_document(speech.speaker) || verb == "according to" ||
                     words_.is_any(verb, {"find.verb", "documents.verb"});
  return finds && !words_.stands_for_person(speech.speaker) && !persons_.is_person(speech) &&
         look_.holds_word(input_.analyses[speech.sentence].range, "survey.noun");
}

// "Another 30% of respondents agree": those whom a survey asked.
bool Paragraphs::tells_of_asked(const Draft& draft) const {
  return look_.holds_word(input_.analyses[draft.sentence].range, "asked.people");
}

}  // namespace figmine::attribution
