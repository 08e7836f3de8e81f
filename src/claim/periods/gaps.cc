#include "claim/periods/gaps.h"

namespace figmine::periods {

// "In 2023, it bought a rival, while opening six offices": a time that opens the sentence, up to its comma,
// is that of all its clauses.
bool Gaps::opens(const Analysis& a, std::uint32_t end) const {
  if (!look_.word_is(a.range.begin, "preposition") || look_.token_text(end) != ",") return false;
  for (std::uint32_t token = a.range.begin; token < end; ++token) {
    const bool parts = look_.token_text(token) == "," || look_.beginning_at(a, token, "vg") != nullptr ||
                       look_.beginning_at(a, token, "q") != nullptr;
    if (parts) return false;
  }
  return true;
}

std::optional<int> Gaps::cost(const Draft& draft, TokenRange gap, bool after) const {
  const Analysis& a = figures_.analysis(draft);
  if (after) gap = behind_bracket(gap);
  int distance = static_cast<int>(gap.end - gap.begin);
  const bool whole = !after && opens(a, gap.begin) && !traits_.tells_now(draft, figures_.governor(draft));
  if (!after) distance += 4;  // "fell to 5% in May": what follows is closer than what stands before
  for (std::uint32_t token = gap.begin; token < gap.end; ++token) {
    const std::string_view text = look_.token_text(token);
    const bool contrast = look_.small_word_is(token, "clause.contrast") && !whole;
    if (text == ";" || contrast) return std::nullopt;
    if (text == "," || look_.small_word_is(token, "clause.joint")) distance += 3;
    if (look_.beginning_at(a, token, "q") != nullptr) distance += after ? 12 : 2;
    if (after && look_.small_word_is(token, "sequel.act") && leads_gerund(a, token)) return std::nullopt;
    if (after && look_.small_word_is(token, "sequel") &&
        (figures_.holds_figure(draft.sentence, {token, gap.end}) ||
         figures_.holds_verb(draft.sentence, {token, gap.end})))
      return std::nullopt;  // "5%, after 4% in May"
  }
  return distance;
}

// "R$5 million (USD 1 million) in 2023": what stands behind the bracket that the gap begins with.
TokenRange Gaps::behind_bracket(TokenRange gap) const {
  if (gap.empty() || look_.token_text(gap.begin) != "(") return gap;
  for (std::uint32_t token = gap.begin + 1; token < gap.end; ++token) {
    if (look_.token_text(token) == ")") return {token + 1, gap.end};
  }
  return gap;
}

// "before filing for bankruptcy in May"
bool Gaps::leads_gerund(const Analysis& a, std::uint32_t token) const {
  constexpr std::size_t kShortest = 6;  // letters: not "bring"
  if (token + 1 >= a.range.end) return false;
  const Form& next = look_.form(token + 1);
  return next.folded.size() >= kShortest && next.folded.ends_with("ing") && next.text == next.folded &&
         !look_.word_is(token + 1, "season");
}

}  // namespace figmine::periods
