#include "claim/periods/carrying.h"

#include <algorithm>

namespace figmine::periods {
namespace {

constexpr long long kWeek = 7;  // days

// What stands, with or without how it moved; no movement and no old level.
bool is_level(const Draft& draft) { return !draft.fact.change || draft.fact.change->role == "to"; }

}  // namespace

std::optional<Interval> Carrying::current(std::size_t index) const {
  const std::optional<Carried> carried = carried_to(index);
  return carried ? std::optional(carried->interval) : std::nullopt;
}

std::optional<Carried> Carrying::carried_to(std::size_t index) const {
  if (const std::optional<Carried> earlier = from_earlier_figures(index)) return earlier;
  const Draft& draft = figures_[index];
  if (const std::optional<Interval> own = from_own_sentence(draft)) return Carried{*own};
  if (const std::optional<Interval> day = of_day_before(index)) return Carried{*day};
  const std::optional<Interval> outlook =
      is_ahead(draft) ? surroundings_.outlook_before(draft.sentence) : std::nullopt;
  if (outlook) return Carried{*outlook};
  if (const std::optional<Interval> before = surroundings_.told_before(draft.sentence))
    return Carried{*before};
  if (const std::optional<Interval> intro = surroundings_.list_period(draft.sentence)) return Carried{*intro};
  if (const std::optional<Interval> heading = surroundings_.heading_period(draft.sentence))
    return Carried{*heading};
  return lead_ ? std::optional(Carried{*lead_, From::kLead}) : std::nullopt;
}

// The period of the last figure of the paragraph that may hand it on.
std::optional<Carried> Carrying::from_earlier_figures(std::size_t index) const {
  constexpr std::size_t kReach = 40;  // figures back: a block that is one endless list stays linear
  const Draft& draft = figures_[index];
  for (std::size_t i = index; i-- > 0 && index - i <= kReach;) {
    const Draft& earlier = figures_[i];
    if (!input_.same_block(earlier.sentence, draft.sentence)) break;
    const std::optional<Interval> interval = handed_on(earlier, draft);
    if (!interval) continue;
    const bool moves_too = !lead_ && draft.fact.change && !is_long_past(*interval, input_.published);
    const bool next = draft.sentence - earlier.sentence == 1;
    // "raised its FY25 sales guidance to $5m. It also raised its profit guidance to $2m"
    const bool ahead_too = next && is_ahead(earlier) && is_ahead(draft) && days_of(*interval) > kWeek;
    if (earlier.sentence == draft.sentence || moves_too || ahead_too) return Carried{*interval};
    if (is_topic(earlier, *interval))
      return Carried{*interval, next ? From::kSentenceBefore : From::kParagraph};
  }
  return std::nullopt;
}

// "It sees growth of 3% this year. The crown fell 1%": what is over is not of a time that is not.
bool Carrying::is_over_for(const Draft& draft, const Interval& ahead) const {
  const Tense tense = figures_.governor(draft).tense;
  const bool over = (tense == Tense::kPast || tense == Tense::kPerfect) && !is_ahead(draft);
  return over && input_.published && ahead.end && *ahead.end > *input_.published;
}

// The period of an earlier figure, where it may be the draft's too.
std::optional<Interval> Carrying::handed_on(const Draft& earlier, const Draft& draft) const {
  if (!earlier.fact.claim || earlier.text("role") == "from" || !earlier.fact.period) return std::nullopt;
  if (earlier.time != nullptr && (comparisons_.is_compared(earlier.sentence, *earlier.time) ||
                                  brackets_.is_in_other(draft, *earlier.time)))
    return std::nullopt;
  const std::optional<Interval> interval = interval_of(*earlier.fact.period);
  if (!interval) return std::nullopt;
  const bool ahead = is_ahead(earlier) || (input_.published && interval->start > input_.published);
  if (ahead && is_over_for(draft, *interval)) return std::nullopt;
  const bool same_sentence = earlier.sentence == draft.sentence;
  const bool day =
      earlier.time != nullptr && ((earlier.time->close && same_sentence) || earlier.time->weekday);
  const bool as_of =
      !same_sentence && is_level(draft) && earlier.time != nullptr && days_.opens_as_of(*earlier.time);
  if (days_of(*interval) <= kWeek && !day && !as_of && *interval != market_day_.day()) return std::nullopt;
  if (!same_sentence && spans_to_now(*interval, input_.published)) return std::nullopt;
  if (!same_sentence && earlier.time != nullptr &&
      figures_.look().word_is(earlier.time->range.end - 1, "ago.word"))
    return std::nullopt;  // "Four months ago, 60% were in debt. Now 68% are"
  if (!same_sentence && earlier.time != nullptr &&
      spans_from_now(figures_.look(), *earlier.time, input_.published))
    return std::nullopt;
  if (same_sentence && earlier.time != nullptr && others_.have(draft, *earlier.time)) return std::nullopt;
  return interval;
}

std::optional<Interval> Carrying::of_day_before(std::size_t index) const {
  const Draft& draft = figures_[index];
  const std::string& kind = draft.fact.quantity.kind;
  const bool dated = kind != "duration" && kind != "age" && kind != "rank" && !is_ahead(draft);
  return dated && is_level(draft) && draft.fact.section != "boilerplate"
             ? surroundings_.day_before(draft.sentence)
             : std::nullopt;
}

std::optional<Interval> Carrying::of_label(std::size_t index) const {
  constexpr std::size_t kReach = 12;  // sentences
  const std::size_t last = figures_[index].sentence;
  for (std::size_t i = last + 1; i-- > 0 && last - i <= kReach && input_.same_block(i, last);) {
    const std::vector<TimeSpan>& times = input_.resolved[i].times;
    if (times.empty() || !is_label(input_.analyses[i], times.front())) continue;
    const bool told = i < last && usable(times.front()) && !times.front().anaphoric;
    return told ? std::optional(times.front().time.interval) : std::nullopt;
  }
  return std::nullopt;
}

// "Saturday, May 3:", "May 3 – Doors open": a time that labels what follows.
bool Carrying::is_label(const Analysis& a, const TimeSpan& time) const {
  if (time.range.begin != a.range.begin || time.range.end >= a.range.end ||
      figures_.look().in_dateline(time.range.begin))
    return false;
  const std::string_view mark = figures_.look().token_text(time.range.end);
  const bool day = time.time.grain == Grain::kDay && !days_.is_dateline(time);
  return mark == ":" || (day && (mark == "–" || mark == "—"));
}

// Another time of the sentence than the figure's own.
std::optional<Interval> Carrying::from_own_sentence(const Draft& draft) const {
  if (draft.time == nullptr) return std::nullopt;
  for (const TimeSpan& time : input_.resolved[draft.sentence].times) {
    if (!fit_.in_data_cell(draft.sentence, time) && usable(time) && !time.anaphoric && !time.weekday &&
        days_of(time) > kWeek && !comparisons_.is_baseline(time, draft.sentence) &&
        !other_things_.dates_something_else(draft.sentence, time) &&
        brackets_.around(draft.sentence, time.range.begin).empty())
      return time.time.interval;
  }
  return std::nullopt;
}

// Whether a figure's period goes on into the next sentences: it is carried itself, a quarter of accounts,
// or its sentence begins with it, and it is not long past.
bool Carrying::is_topic(const Draft& draft, const Interval& interval) const {
  constexpr std::uint32_t kOpening = 6;  // tokens
  if (is_long_past(interval, input_.published)) return false;
  if (draft.time == nullptr) return true;
  if (is_quarter_reported(draft) || is_part_of_year_reported(draft, interval)) return true;
  return draft.time->weekday || draft.time->range.begin - figures_.analysis(draft).range.begin < kOpening;
}

// "Margins were 13% in 3Q25, against 10% in 3Q24": a quarter that is over, the last that its sentence
// tells.
bool Carrying::is_quarter_reported(const Draft& draft) const {
  constexpr long long kSlack = 8;  // days by which quarters differ
  const Analysis& a = figures_.analysis(draft);
  const auto is_quarter = [&](const TimeSpan& time) {
    return time.time.grain == Grain::kQuarter && accounts_.is_numbered(a, time);
  };
  const Interval& interval = draft.time->time.interval;
  if (!is_quarter(*draft.time) || !is_over(interval, input_.published)) return false;
  const bool older = lead_ && lead_->end > interval.end && days_of(*lead_) <= days_of(interval) + kSlack;
  if (older) return false;  // "from the 1Q24 liquidity of $34m", in results of 1Q25
  const std::vector<TimeSpan>& times = input_.resolved[draft.sentence].times;
  return std::none_of(times.begin(), times.end(), [&](const TimeSpan& other) {
    return is_quarter(other) && other.time.interval.end > interval.end;
  });
}

// "with nine-month revenue of $20m versus $21m, and profit of $2m": the only period that its sentence's
// figures are of, but for those that it compares with.
bool Carrying::is_part_of_year_reported(const Draft& draft, const Interval& interval) const {
  if (!Accounts::has_account_length(interval) || !is_over(interval, input_.published)) return false;
  const std::span<const Draft> beside = of_sentence(figures_.drafts(), draft.sentence);
  return std::all_of(beside.begin(), beside.end(), [&](const Draft& other) {
    return other.time == nullptr || other.text("role") == "from" || other.time->time.interval == interval ||
           comparisons_.is_compared(other.sentence, *other.time);
  });
}

}  // namespace figmine::periods
