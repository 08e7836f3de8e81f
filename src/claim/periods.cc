#include "claim/periods.h"

#include "claim/periods/accounts.h"
#include "claim/periods/article_period.h"
#include "claim/periods/baselines.h"
#include "claim/periods/carrying.h"
#include "claim/periods/change_baselines.h"
#include "claim/periods/evidence.h"
#include "claim/periods/fit.h"
#include "claim/periods/growth_spans.h"
#include "claim/periods/inheriting.h"
#include "claim/periods/lead.h"
#include "claim/periods/market_day.h"
#include "claim/periods/named_times.h"
#include "claim/periods/old_levels.h"
#include "claim/periods/quarters_meant.h"
#include "claim/periods/setter.h"
#include "claim/periods/span_levels.h"
#include "claim/periods/stocks.h"
#include "claim/periods/surroundings.h"
#include "claim/periods/timeless.h"
#include "claim/periods/told.h"
#include "claim/periods/told_last.h"

namespace figmine {
namespace periods {
namespace {

// The order of steps: each figure's own time, then the days that it means or that are carried to the figure.
class PeriodFinder {
 public:
  PeriodFinder(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses)
      : figures_(drafts, input, clauses), surveyed_(tells_survey(input)) {}

  void run() {
    std::vector<Draft>& drafts = figures_.drafts();
    for (std::size_t i = 0; i < drafts.size(); ++i) find_old_time(i);
    for (Draft& draft : drafts) {
      if (!old_levels_.is_old(draft)) draft.time = fit_.nearest(draft);
    }
    for (std::size_t i = 1; i < drafts.size(); ++i) {
      share_time_behind_bracket(i);
      share_time_before_or(i);
    }
    for (std::size_t i = 0; i < drafts.size(); ++i) share_day_of_level(i);
    article_period_.settle();
    for (std::size_t i = 0; i < drafts.size(); ++i) find(i);
    for (Draft& draft : drafts) stocks_.close(draft);
    for (Draft& draft : drafts) drop_unborn(draft);
    for (Draft& draft : drafts) change_baselines_.set(draft);
  }

 private:
  // "against 96.0 million hens, or 2.10% of all birds, at March 31, 2024": one time for both, and for no
  // other.
  void find_old_time(std::size_t index) {
    Draft& draft = figures_[index];
    if (!old_levels_.is_old(draft)) return;
    draft.time = fit_.nearest(draft);
    fit_.take(draft);
    if (const TimeSpan* days = named_in_bracket(draft); days != nullptr) {
      draft.time = days;
      fit_.take(draft);
    }
    Draft* twin = old_levels_.twin_of(index);
    if (twin == nullptr) return;
    if (twin->time == nullptr) twin->time = draft.time;
    draft.time = twin->time;
  }

  // "from the quarter before (Q2 2025)": the time in the bracket right behind one that another time tells.
  const TimeSpan* named_in_bracket(const Draft& draft) const {
    if (draft.time == nullptr || !draft.time->anaphoric) return nullptr;
    const std::uint32_t open = draft.time->range.end;
    for (const TimeSpan& time : figures_.input().resolved[draft.sentence].times) {
      if (time.range.begin != open + 1 || !usable(time)) continue;
      const TokenRange bracket = evidence_.brackets.around(draft.sentence, time.range.begin);
      if (bracket == TokenRange{open, time.range.end + 1}) return &time;
    }
    return nullptr;
  }

  // "R$5 million (USD 1 million) in 2023", "$81.8 million (1.40% of total loans) at June 30": the time behind
  // the bracket is that of both; not of "(2022: USD 1 million)".
  void share_time_behind_bracket(std::size_t index) {
    Draft& draft = figures_[index];
    const Draft& earlier = figures_[index - 1];
    if (earlier.sentence != draft.sentence || earlier.time == nullptr) return;
    const TokenRange bracket = evidence_.brackets.around(draft.sentence, draft.mention->range.begin);
    const bool beside = !bracket.empty() && earlier.mention->range.end == bracket.begin &&
                        earlier.time->range.begin >= bracket.end;
    const bool own = draft.time != nullptr && bracket.contains(draft.time->range);
    if (beside && !own && !old_levels_.is_old(draft)) draft.time = earlier.time;
  }

  // "debt stood at $8 million on June 30, or 1.5 times earnings": what is told once more is of the same time.
  void share_time_before_or(std::size_t index) {
    constexpr std::size_t kReach = 3;  // drafts: the year between is one that is no claim
    Draft& draft = figures_[index];
    const bool own = draft.time != nullptr && draft.time->range.begin >= draft.mention->range.end;
    if (own || !draft.came_by("link/or-set-off-by-time")) return;
    const TokenRange link = draft.range("link");
    for (std::size_t i = index; i-- > 0 && index - i <= kReach;) {
      if (figures_[i].mention->range == link && figures_[i].time != nullptr) draft.time = figures_[i].time;
    }
  }

  // "fell $9.84, or 31%, from $31.54 on May 8, 2025, to close at $21.70 on May 9": as the level that it led
  // to.
  void share_day_of_level(std::size_t index) {
    constexpr std::size_t kReach = 8;  // drafts: the numbers of dates between
    Draft& draft = figures_[index];
    if (draft.text("role") != "by" || draft.time != nullptr || !draft.fact.measure) return;
    const std::vector<Draft>& drafts = figures_.drafts();
    for (std::size_t i = index + 1; i < drafts.size() && i - index <= kReach; ++i) {
      const Draft& level = drafts[i];
      if (level.sentence != draft.sentence) return;
      const std::string role = level.text("role");
      if (role == "by" || role == "from" || !level.fact.claim || !level.fact.measure) continue;
      const bool same = level.fact.measure->span == draft.fact.measure->span && level.time != nullptr &&
                        level.time->range.begin >= level.mention->range.end;
      if (same && days_of(*level.time) == 1) draft.time = level.time;
      if (same) return;
    }
  }

  // "It was returned on May 12, 14 months after it was found": how long something took is not of the day of
  // what happened; an average term is of the quarter it is told for, "20 days in June" are of June.
  bool is_length_beside_event(const Draft& draft) const {
    const bool level = draft.came_by("measure/of");  // "a maturity of seven years"
    if (draft.fact.quantity.kind != "duration" || draft.time == nullptr || level) return false;
    const Analysis& a = figures_.analysis(draft);
    const Interval& told = draft.time->time.interval;
    const bool behind = draft.time->range.begin >= draft.mention->range.end &&
                        draft.time->range.begin <= draft.mention->range.end + 1;
    return !behind && told.start && told.end && told == containing(*told.start, draft.time->time.grain) &&
           !accounts_.is_numbered(a, *draft.time) && !accounts_.is_fiscal(a, *draft.time);
  }

  void find(std::size_t index) const {
    Draft& draft = figures_[index];
    if (draft.fact.period) return;  // a table's column
    if (const Draft* twin = old_levels_.twin_of(index); twin != nullptr && draft.time == nullptr) {
      draft.fact.period = twin->fact.period;
      return;
    }
    if (is_of_strange_accounts(draft) || is_length_beside_event(draft)) return;
    if (const SpanLevel level = span_levels_.of_old(index); level.span != nullptr)
      return setter_.set(draft, *level.span, level.days);
    if (draft.time != nullptr && draft.time->again) return set_told_last(index, *draft.time);
    if (draft.time != nullptr && draft.time->topic) return set_topic(index, *draft.time);
    if (draft.time != nullptr && draft.time->anaphoric) return set_shifted(index, *draft.time);
    if (draft.time != nullptr) return set_named(index, *draft.time);
    if (draft.text("role") == "from") return set_untold(index);
    if (const std::optional<Interval> years = growth_spans_.of(index)) return Setter::infer(draft, *years);
    carry(index);
  }

  // Of a quarter or year whose days are not known.
  bool is_of_strange_accounts(const Draft& draft) const {
    const Analysis& a = figures_.analysis(draft);
    return strange_accounts_ && !is_ahead(draft) &&
           (draft.time == nullptr || accounts_.is_numbered(a, *draft.time) ||
            accounts_.is_fiscal(a, *draft.time));
  }

  void set_named(std::size_t index, const TimeSpan& time) const {
    Draft& draft = figures_[index];
    Interval days = named_times_.period_of(draft, time);
    if (const std::optional<Interval> part = baselines_.part_of_year(index, time)) days = *part;
    if (const std::optional<Interval> year = named_times_.whole_year(draft, time)) days = *year;
    if (const std::optional<Interval> end = span_levels_.of_new(index, time)) days = *end;
    if (const std::optional<Interval> years = growth_spans_.of(index)) days = *years;
    if (const std::optional<Interval> both = named_times_.both(draft, time)) days = *both;
    if (time.since && days.start && fit_.gone_on_from(draft) == &time)
      days = containing(*days.start, time.time.grain);
    setter_.set(draft, time, days);
  }

  // "a year earlier"
  void set_shifted(std::size_t index, const TimeSpan& time) const {
    if (const std::optional<Interval> moved = baselines_.shifted(index, time))
      setter_.set(figures_[index], time, *moved);
  }

  // "during this period"
  void set_told_last(std::size_t index, const TimeSpan& time) const {
    Draft& draft = figures_[index];
    const TimeSpan* told = told_last_.before(draft.sentence, time);
    if (told == nullptr) return carry(index);
    const std::optional<Interval> days =
        told->topic ? quarters_meant_.days_of(draft, *told) : std::optional(told->time.interval);
    const std::optional<Day>& published = figures_.input().published;
    const bool to_come = days && published && days->start && *days->start > *published;
    if (!days || (to_come && draft.fact.status == "reported")) return carry(index);
    setter_.set(draft, time, *days);
  }

  // "in the quarter", "for the full year"
  void set_topic(std::size_t index, const TimeSpan& time) const {
    Draft& draft = figures_[index];
    const std::optional<Interval> days =
        strange_accounts_ ? std::nullopt : quarters_meant_.days_of(draft, time);
    if (!days) return carry(index);
    setter_.set(draft, time, time.close ? Interval{days->end, days->end} : *days);
  }

  // An old level whose time is not told; none of guidance where the new one has none.
  void set_untold(std::size_t index) const {
    const Draft* level = is_ahead(figures_[index]) && index > 0 ? &figures_[index - 1] : nullptr;
    const bool revised = level != nullptr && level->sentence == figures_[index].sentence &&
                         level->text("role") == "to" && is_ahead(*level);
    if (revised && !level->fact.period) return;
    if (const std::optional<Interval> days = baselines_.untold(index)) Setter::infer(figures_[index], *days);
  }

  // What was told before goes on.
  void carry(std::size_t index) const {
    Draft& draft = figures_[index];
    if (const Draft* moved = moved_since_before(index); moved != nullptr)
      return carry_to(draft, moved->time->time.interval);
    if (const std::optional<Interval> day = market_day_.of(draft)) return Setter::infer(draft, *day);
    if (const std::optional<Interval> label = carrying_.of_label(index)) return carry_to(draft, *label);
    if (const std::optional<Interval> day = carrying_.of_day_before(index)) return carry_to(draft, *day);
    if (inheriting_.takes_none(draft)) return;
    const std::optional<Carried> carried = carrying_.carried_to(index);
    if (!carried || !carried->interval.start || inheriting_.is_loose(draft, *carried)) return;
    const bool asked = carried->from == From::kLead && article_period_.is_of_survey();
    if (!asked && looks_ahead(draft)) return;
    const Interval& base = carried->interval;
    constexpr long long kMonth = 28;  // days
    const bool handed_down = carried->from != From::kElsewhere;
    // "Shares rose 4%", in the results of a quarter
    const bool traded = !draft.text("role").empty() && !draft.measure.empty() &&
                        figures_.look().word_is(draft.measure.begin, "share.noun");
    if (traded && handed_down && days_of(base) >= kMonth) return;
    if (inheriting_.is_past_for(draft, base)) return;
    carry_to(draft, inheriting_.beside_compared(draft, base).value_or(base));
  }

  // "Ferry fares tripled since 2012, a rise of 6% a year": the movement that this one is told behind;
  // nullptr where it is none.
  const Draft* moved_since_before(std::size_t index) const {
    constexpr std::size_t kReach = 4;  // figures: the numbers of a date between
    const Draft& draft = figures_[index];
    const bool apposed = draft.came_by("change/noun-of") || draft.came_by("change/noun-after");
    if (!apposed || !draft.fact.change || draft.fact.change->role != "by" ||
        !draft.came_by("measure/same-clause"))
      return nullptr;
    std::size_t at = index;
    while (at > 0 && index - at < kReach && !figures_[at - 1].fact.claim) --at;
    if (at == 0) return nullptr;
    const Draft& before = figures_[at - 1];
    const bool since = before.fact.claim && before.sentence == draft.sentence && before.time != nullptr &&
                       before.time->since && before.fact.change && before.fact.change->basis == "since";
    return since ? &before : nullptr;
  }

  // "45% expect prices to rise in 2027": what was told before is not of what they expect.
  bool looks_ahead(const Draft& draft) const {
    const std::vector<TimeSpan>& times = figures_.input().resolved[draft.sentence].times;
    return std::any_of(times.begin(), times.end(),
                       [&](const TimeSpan& time) { return fit_.is_of_what_they_plan(draft, time); });
  }

  static void carry_to(Draft& draft, const Interval& days) {
    Setter::infer(draft, days);
    draft.fact.rules.emplace_back("period/carried");
  }

  // What is reported lies behind: "1Q26" told in August 2025 is of a year of accounts that the article does
  // not explain.
  void drop_unborn(Draft& draft) const {
    const std::optional<Day>& published = figures_.input().published;
    if (!draft.fact.period || !published || draft.fact.status != "reported") return;
    const bool told = draft.time != nullptr && !draft.fact.period->inferred;
    if (told && !dates_something_to_come(draft) &&
        !accounts_.is_fiscal(figures_.analysis(draft), *draft.time))
      return;  // "from July 2026"
    const std::optional<Day> start = parse_iso_date(draft.fact.period->start);
    const std::optional<Day> month_after = add_months(*published, 1);
    if (start && month_after && *start > *month_after) draft.fact.period.reset();
  }

  // "has sold $5m in notes due 2030": what was done is not of the years to come; "has secured $5m for 2030"
  // is.
  bool dates_something_to_come(const Draft& draft) const {
    const Tense tense = figures_.governor(draft).tense;
    const bool over = tense == Tense::kPast || tense == Tense::kPerfect;
    return over && draft.time->range.begin > draft.mention->range.end &&
           !figures_.look().small_word_is(draft.time->range.begin - 1, "preposition.record");
  }

  // Lower layers first: each is made of those before it.
  Figures figures_;
  bool surveyed_;
  Evidence evidence_{figures_};
  Accounts accounts_{figures_};
  bool strange_accounts_ = accounts_.are_strange();
  OldLevels old_levels_{figures_};
  ArticlePeriod article_period_{figures_, accounts_, old_levels_, surveyed_, strange_accounts_};
  TimeFit fit_{evidence_, article_period_.is_of_survey()};
  Timeless timeless_{figures_, evidence_.traits, evidence_.days, article_period_.period(), surveyed_};
  MarketDay market_day_{figures_, evidence_.traits, evidence_.days, evidence_.comparisons, timeless_};
  QuartersMeant quarters_meant_{figures_, evidence_.comparisons, article_period_.period()};
  NamedTimes named_times_{figures_, evidence_.days, article_period_.period()};
  Surroundings surroundings_{figures_, evidence_.days};
  Carrying carrying_{evidence_, fit_, accounts_, article_period_.period(), market_day_, surroundings_};
  Inheriting inheriting_{figures_, evidence_.comparisons, timeless_, accounts_, article_period_, surveyed_};
  ToldPeriods told_{figures_.input()};
  ToldLast told_last_{evidence_};
  SpanLevels span_levels_{figures_};
  GrowthSpans growth_spans_{figures_};
  Baselines baselines_{figures_, evidence_.traits, old_levels_, told_, carrying_};
  Stocks stocks_{figures_, evidence_.traits, surveyed_};
  ChangeBaselines change_baselines_{figures_, evidence_.comparisons};
  Setter setter_{figures_.look()};
};

}  // namespace
}  // namespace periods

void find_periods(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses) {
  periods::PeriodFinder(drafts, input, clauses).run();
}

}  // namespace figmine
