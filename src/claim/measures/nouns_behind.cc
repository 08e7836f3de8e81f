#include "claim/measures/nouns_behind.h"

namespace figmine::measures {

// "4% less propellant"
bool NounsBehind::compares(const Draft& draft) const {
  const TokenRange after = draft.range("measure_after");
  const std::string& kind = draft.fact.quantity.kind;
  return (kind == "percent" || kind == "multiple") && draft.text("role") == "by" &&
         after.end - after.begin > 1 && look_.word_is(after.begin, "change.adjective");
}

// "meaning a 48% margin, up 90 basis points", "posts $47 million Q3 revenue, up 15%"
bool NounsBehind::is_described_level(const Draft& draft) const {
  const std::uint32_t begin = draft.mention->range.begin;
  const bool timed = draft.came_by("measure/noun-behind-time");
  return draft.text("role") == "to" && begin > 0 && (timed || look_.word_is(begin - 1, "article"));
}

// "a 40% cut from the $90,000 trading loss"
bool NounsBehind::is_described_old_level(const Draft& draft) const {
  const std::uint32_t begin = draft.mention->range.begin;
  const TokenRange after = draft.range("measure_after");
  return draft.text("role") == "from" && begin > 0 && look_.word_is(begin - 1, "article") && !after.empty() &&
         after.begin == draft.mention->range.end && look_.word_is(after.end - 1, "measure.noun") &&
         !is_stop_head(figures_.analysis(draft), after);
}

// "$187 a night": what the figure is per.
bool NounsBehind::is_denominator(const Draft& draft, TokenRange after) const {
  return draft.has("per") && after.begin <= draft.mention->range.end + 1 && !is_rated(after);
}

// "5% last year", "9 million worth", "40% North"
bool NounsBehind::is_stop_head(const Analysis& a, TokenRange range) const {
  return look_.ending_at(a, range.end, "time") != nullptr ||
         (range.end - range.begin == 1 && look_.word_is(range.begin, "amount.worth")) ||
         (look_.covering(a, range.begin, "time") != nullptr && !is_rated(range)) ||
         (range.end - range.begin == 1 && look_.word_is(range.begin, "grading.word")) ||
         (range.end - range.begin == 1 && look_.word_is(range.begin, "compass.point")) ||
         look_.ending_at(a, range.end, "grain") != nullptr ||
         (range.end - range.begin <= 2 && look_.ending_at(a, range.end, "unit") != nullptr &&
          !look_.word_is(range.begin, "state.change")) ||
         (look_.ending_at(a, range.end, "change.adjective") != nullptr &&
          (range.end - range.begin < 2 ||
           look_.token_text(range.end - 2) != "-")) ||  // not "a $4m charge-off"
         look_.ending_at(a, range.end, "bound.after") != nullptr;
}

// "$70 daily profit": the adjective of a time is part of what the phrase names.
bool NounsBehind::is_rated(TokenRange after) const {
  return after.end - after.begin > 1 && look_.word_is(after.begin, "rate.adjective");
}

}  // namespace figmine::measures
