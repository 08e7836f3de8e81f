#include "claim/periods/inheriting.h"

#include <algorithm>

namespace figmine::periods {

bool Inheriting::takes_none(const Draft& draft) const {
  return draft.fact.section == "boilerplate" || is_one_of_columns(draft) || timeless_.is_timeless(draft) ||
         opens_unsurely(draft.sentence) || spans_years(draft) || is_yearly(draft);
}

// "costs the town $3m each year": a rate that holds beyond the month told before.
bool Inheriting::is_yearly(const Draft& draft) const {
  if (draft.has("link")) return false;  // the same in another currency
  const std::string per = draft.text("per");
  const std::string_view last = std::string_view(per).substr(per.rfind(' ') + 1);
  return input_.program.lookup("rate.yearly", last) != kNone;
}

bool Inheriting::is_past_for(const Draft& draft, const Interval& period) const {
  const std::optional<Day>& published = input_.published;
  const bool guidance = is_ahead(draft) || draft.text("status") == "hypothetical";
  return guidance && published && period.end && *period.end < *published && !is_awaited(draft, period);
}

// One of several columns of a kind, whose head tells no period: which of them the article's period is, is
// not sure.
bool Inheriting::is_one_of_columns(const Draft& draft) const {
  const Block& block = input_.block_of(draft.sentence);
  if (block.kind != BlockKind::kTableRow) return false;
  const std::span<const Draft> row = of_sentence(figures_.drafts(), draft.sentence);
  return std::any_of(row.begin(), row.end(), [&](const Draft& other) {
    return &other != &draft && other.fact.claim && other.fact.quantity.kind == draft.fact.quantity.kind;
  });
}

// "gained momentum in 2025, with sales expected to exceed $5bn", told in January: the results are to come.
bool Inheriting::is_awaited(const Draft& draft, const Interval& period) const {
  const std::vector<TimeSpan>& times = input_.resolved[draft.sentence].times;
  const bool told = std::any_of(times.begin(), times.end(), [&](const TimeSpan& time) {
    return time.time.interval.start == period.start && time.time.interval.end == period.end;
  });
  return told && draft.text("status") == "forecast" &&
         (*input_.published - *period.end).count() <= kResultsDelay;
}

// "at a twenty-year cost of $3bn", "three-year growth of 65%": a stretch of its own.
bool Inheriting::spans_years(const Draft& draft) const {
  constexpr std::uint32_t kReach = 8;  // tokens
  const std::uint32_t figure = draft.mention->range.begin;
  const std::uint32_t begin = figures_.analysis(draft).range.begin;
  const std::uint32_t from = figure - std::min(kReach, figure - begin);
  for (std::uint32_t token = from + 2; token < figure; ++token) {
    const bool years = look_.token_text(token) == "year" && look_.token_text(token - 1) == "-";
    const std::string& number = look_.form(token - 2).folded;
    if (years &&
        (look_.form(token - 2).is(Shape::kDigit) || look_.word_is(token - 2, "number.unit") ||
         look_.word_is(token - 2, "number.teen") || look_.word_is(token - 2, "number.ten")) &&
        number != "one" && number != "1")
      return true;
    if (look_.token_text(token) == ",") return false;
  }
  return false;
}

std::optional<Interval> Inheriting::beside_compared(const Draft& draft, const Interval& base) const {
  constexpr std::uint32_t kReach = 12;  // tokens
  if (!draft.fact.change || draft.text("role") == "from" || !base.end) return std::nullopt;
  const std::vector<TimeSpan>& times = input_.resolved[draft.sentence].times;
  const std::uint32_t figure = draft.mention->range.end;
  auto next = std::partition_point(times.begin(), times.end(),
                                   [&](const TimeSpan& time) { return time.range.begin < figure; });
  for (; next != times.end() && next->range.begin < figure + kReach; ++next) {
    const TimeSpan& time = *next;
    const Interval& old = time.time.interval;
    const bool quarter = time.time.grain == Grain::kQuarter && usable(time) && !time.anaphoric;
    if (!quarter || !old.start || !old.end || !comparisons_.is_baseline(time, draft.sentence)) continue;
    const std::optional<Interval> year = shift(old, Grain::kYear, 1);
    const bool within = year && *base.start <= *year->start && *year->end <= *base.end;
    if (within && days_of(base) > days_of(*year)) return year;
  }
  return std::nullopt;
}

// "Recently, zinc topped $3,000 a ton": a time that is not told.
bool Inheriting::opens_unsurely(std::size_t sentence) const {
  return look_.word_is(input_.analyses[sentence].range.begin, "time.unsure");
}

bool Inheriting::is_loose(const Draft& draft, const Carried& carried) const {
  if (carried.from == From::kLead && article_period_.is_of_survey()) {
    const bool moves =
        draft.fact.change && draft.fact.change->role == "by";  // "Sales rose 4%" is of no answer
    return moves || !tells_share(draft.fact.quantity);
  }
  if (carried.from == From::kElsewhere || article_period_.is_of_accounts() ||
      accounts_.has_account_length(carried.interval))
    return false;
  const std::string& kind = draft.fact.quantity.kind;
  const bool share = tells_share(draft.fact.quantity);
  if (surveyed_ && share) return false;
  if (is_of_no_year(draft) || tells_truth(draft)) return true;
  const bool untold = kind == "count" && !draft.fact.change && figures_.governor(draft).tense != Tense::kPast;
  if (carried.from == From::kLead)
    return !article_period_.is_near(draft.sentence) || (untold && !article_period_.is_title());
  if (carried.from == From::kParagraph) return !draft.fact.change;
  return untold;
}

// "seven years to earn a profit", "the third-largest maker", "35 km east of the town"
bool Inheriting::is_of_no_year(const Draft& draft) const {
  const std::string& kind = draft.fact.quantity.kind;
  if (draft.fact.change) return false;
  return kind == "duration" || kind == "age" || kind == "rank" || kind == "measure" || kind == "score" ||
         kind == "ratio" || kind == "number";
}

// "The fee halves every two years": a change that goes on, as the present tells it.
bool Inheriting::tells_truth(const Draft& draft) const {
  const Governor& governor = figures_.governor(draft);
  if (look_.word_is(draft.mention->range.begin, "multiple.present")) return true;
  return draft.fact.change && draft.fact.section != "headline" && governor.tense == Tense::kPresent &&
         !look_.word_is(governor.verb.end - 1, "representing.verb");
}

}  // namespace figmine::periods
