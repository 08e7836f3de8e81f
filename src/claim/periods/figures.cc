#include "claim/periods/figures.h"

#include <algorithm>

namespace figmine::periods {

Figures::Figures(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses)
    : DraftList(drafts, input), clauses_(clauses) {
  governors_.reserve(drafts.size());
  for (const Draft& draft : drafts) {
    governors_.push_back(
        governor_of(look(), analysis(draft), clauses_of(draft.sentence), draft.mention->range));
  }
}

bool Figures::holds_verb(std::size_t sentence, TokenRange range) const {
  const Clauses& clauses = clauses_of(sentence);
  for (std::uint32_t token = range.begin; token < range.end; ++token) {
    const std::size_t chunk = clauses.at(token);
    if (clauses.is(chunk, Part::kVerb) &&
        is_finite(look(), input().analyses[sentence], clauses, clauses[chunk].range))
      return true;
  }
  return false;
}

bool Figures::holds_figure(std::size_t sentence, TokenRange range) const {
  const std::span<const Draft> beside = of_sentence(drafts(), sentence);
  return std::any_of(beside.begin(), beside.end(), [&](const Draft& other) {
    return other.fact.claim && range.contains(other.mention->range);
  });
}

bool Figures::comma_between(std::uint32_t from, std::uint32_t to) const {
  while (from < to && look().token_text(from) != ",") ++from;
  return from < to;
}

bool is_ahead(const Draft& draft) {
  return draft.text("status") == "forecast" || draft.text("status") == "target";
}

TokenRange tokens_between(const Draft& draft, const TimeSpan& time) {
  const TokenRange figure = draft.mention->range;
  const bool after = time.range.begin >= figure.end;
  const TokenRange gap =
      after ? TokenRange{figure.end, time.range.begin} : TokenRange{time.range.end, figure.begin};
  return gap.begin < gap.end ? gap : TokenRange{};
}

}  // namespace figmine::periods
