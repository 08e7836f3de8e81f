#include "claim/assembling/figures.h"

#include <algorithm>

namespace figmine::assembling {

std::uint32_t Figures::before_adverbs(const Analysis& a, std::uint32_t at) const {
  constexpr std::uint32_t kMost = 2;
  const std::uint32_t least = at - std::min(kMost, at - a.range.begin);
  while (at > least && look().small_word_is(at - 1, "pos.first.R")) --at;
  return at;
}

bool Figures::only_joins(std::uint32_t from, std::uint32_t to) const {
  constexpr std::uint32_t kMost = 2;  // ", and"
  if (to <= from || to - from > kMost) return false;
  for (std::uint32_t token = from; token < to; ++token) {
    if (look().token_text(token) != "," && !look().small_word_is(token, "joint")) return false;
  }
  return true;
}

bool Figures::counts_some_of(const Draft& draft, const Draft& earlier) const {
  const Analysis& a = analysis(draft);
  const TokenRange range = draft.mention->range;
  const bool opens = range.begin > a.range.begin && look().token_text(range.begin - 1) == "," &&
                     look().beginning_at(a, range.end, "vg") != nullptr;
  return opens && earlier.sentence == draft.sentence && earlier.fact.claim &&
         earlier.fact.quantity.kind == "count" && look().word_is(a.range.begin, "whole.lead");
}

bool Figures::is_bare_point(const Quantity& quantity) const {
  return quantity.kind == "percentage_points" && quantity.unit &&
         input().program.lookup("bare_point", fold(quantity.unit->text)) != kNone;
}

Unit index_point(const std::string& text) {
  return Unit{text,   "point", "{point}",
              "ucum", "",      {{"percentage point", "[%pt]", "no percentage stands near"}}};
}

Unit share_point(const std::string& text) {
  return Unit{
      text, "percentage point", "[%pt]", "ucum", "", {{"point", "{point}", "a percentage stands near"}}};
}

void reject(Draft& draft, std::string_view why) {
  draft.fact.claim = false;
  draft.fact.non_claim_class = std::string(why);
}

}  // namespace figmine::assembling
