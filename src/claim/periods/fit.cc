#include "claim/periods/fit.h"

#include <algorithm>

namespace figmine::periods {
namespace {

constexpr int kNo = 1000;                  // a distance that rules a time out
constexpr std::uint32_t kEventReach = 12;  // tokens: "struck off the coast of Orvane early | Thursday"

}  // namespace

const TimeSpan* TimeFit::nearest(const Draft& draft) const {
  if (traits_.has_vague_time(draft)) return nullptr;
  if (const TimeSpan* when = gone_on_from(draft); when != nullptr) return when;
  const std::vector<TimeSpan>& times = input_.resolved[draft.sentence].times;
  std::vector<std::pair<std::uint32_t, std::size_t>> by_gap;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const TokenRange gap = tokens_between(draft, times[i]);
    by_gap.emplace_back(gap.end - gap.begin, i);
  }
  std::sort(by_gap.begin(), by_gap.end());
  const bool old_level = draft.text("role") == "from" && !traits_.is_revised(draft);
  for (const TimeSpan& time : times) {  // "its 2021 high of $12 in May 2024"
    if (!in_data_cell(draft.sentence, time) && nouns_.is_told_of(time, draft) &&
        may_date(draft, time, old_level))
      return &time;
  }
  std::pair<int, std::size_t> best{kNo, times.size()};  // (distance, time)
  for (const auto& [gap, i] : by_gap) {
    if (static_cast<int>(gap) > best.first) break;
    if (in_data_cell(draft.sentence, times[i])) continue;
    const int distance = distance_to(draft, times[i], old_level);
    if (distance < kNo) best = std::min(best, {distance, i});
  }
  return best.first == kNo ? day_of_event(draft) : &times[best.second];
}

const TimeSpan* TimeFit::day_of_event(const Draft& draft) const {
  const std::vector<TimeSpan>& times = input_.resolved[draft.sentence].times;
  if (times.size() != 1 || draft.text("role") == "from" || draft.fact.status != "reported") return nullptr;
  const TimeSpan& time = times.front();
  const Governor& governor = figures_.governor(draft);
  if (!time.weekday || days_of(time) != 1 || governor.tense != Tense::kPast || !may_date(draft, time, false))
    return nullptr;
  const TokenRange figure = draft.mention->range;
  if (time.range.end <= figure.begin) {
    const TokenRange between{time.range.end, figure.begin};
    const bool struck =
        governor.verb.end <= time.range.begin && governor.verb.begin + kEventReach > time.range.begin;
    return struck && !figures_.holds_figure(draft.sentence, {governor.verb.end, time.range.begin}) &&
                   !look_.holds_word(between, "past.opener")
               ? &time
               : nullptr;
  }
  // "scored 31 points and grabbed 12 rebounds on Wednesday"
  const bool same = governor.verb.begin < figure.begin && time.range.begin - figure.end <= kEventReach &&
                    !figures_.comma_between(figure.end, time.range.begin) &&
                    !look_.holds_word({figure.end, time.range.begin}, "relative.restricting");
  if (same) return &time;
  for (std::uint32_t token = figure.end; token < time.range.begin; ++token) {
    const bool meanwhile = look_.word_is(token, "relative.time") || look_.word_is(token, "joint.as");
    if (meanwhile && figures_.holds_verb(draft.sentence, {token + 1, time.range.begin})) return &time;
  }
  return nullptr;
}

const TimeSpan* TimeFit::gone_on_from(const Draft& draft) const {
  constexpr std::uint32_t kReach = 14;  // tokens
  const std::uint32_t figure = draft.mention->range.begin;
  const std::uint32_t begin = figures_.analysis(draft).range.begin;
  std::uint32_t at = figure;
  while (at > begin + 1 && figure - at < kReach && !look_.small_word_is(at - 1, "relative.time")) {
    if (look_.token_text(--at) == "," || look_.token_text(at) == ";") return nullptr;
  }
  if (at <= begin + 1 || !look_.small_word_is(at - 1, "relative.time")) return nullptr;
  const std::uint32_t end = look_.token_text(at - 2) == "," ? at - 2 : at - 1;
  const TimeSpan* before = nullptr;
  for (const TimeSpan& time : input_.resolved[draft.sentence].times) {
    if (time.range.end == end) before = &time;
    if (time.range.begin >= at && time.range.begin <= figure + kReach) return nullptr;  // of its own
  }
  return before;
}

bool TimeFit::in_data_cell(std::size_t sentence, const TimeSpan& time) const {
  const Block& block = input_.block_of(sentence);
  return block.kind == BlockKind::kTableRow && !block.header && !block.cells.empty() &&
         !block.cells.front().contains(look_.span_of(time.range));
}

// Whether the figure may be of the time, whatever stands between them.
bool TimeFit::may_date(const Draft& draft, const TimeSpan& time, bool old_level) const {
  const TokenRange gap = tokens_between(draft, time);
  const bool to_come = time.aside && time.until &&  // "by the end of the year it will (can) have $5m"
                       (is_ahead(draft) || draft.text("status") == "hypothetical");
  if (!time.anaphoric && !time.topic && !time.again && !usable(time) && !to_come) return false;
  if (static_cast<int>(gap.end - gap.begin) > kFar || time.range.overlaps(draft.mention->range)) return false;
  if (days_.is_when_promised(draft, time)) return false;
  if (days_.tells_when_said(draft.sentence, time) || brackets_.is_in_other(draft, time)) return false;
  if (other_things_.dates_something_else(draft.sentence, time) || others_.have(draft, time)) return false;
  if (!old_level && taken_.count(&time) > 0) return false;
  if (traits_.is_person_age(draft) || traits_.is_attribute(draft) || days_.is_payment_day(draft, time))
    return false;
  if (nouns_.is_multiple_of_estimates(draft, time) || nouns_.is_of_noun_behind(draft, time) ||
      is_past_for_now(draft, time))
    return false;
  const bool told_quoted = figures_.is_quoted(time.range);
  if (time.range.end <= draft.mention->range.begin && !figures_.is_quoted(draft.mention->range) &&
      told_quoted && figures_.comma_between(time.range.end, draft.mention->range.begin))
    return false;  // '"It opens next year," said Ann Lee, who spoke for 17 minutes'
  const TokenRange between = tokens_between(draft, time);
  const bool closed_before = between.end - between.begin <= 2 && !between.empty() &&  // “around 2%” in May
                             look_.form(between.begin).is(Shape::kPunct) &&
                             look_.token_text(between.begin) != ",";
  if (time.range.begin > draft.mention->range.begin && figures_.is_quoted(draft.mention->range) &&
      !told_quoted && !closed_before)
    return false;  // '"It sold 300 cars," said Ann Lee, who joined in 2013'
  if (is_of_what_they_plan(draft, time)) return false;
  const bool level = draft.text("role").empty() && draft.fact.quantity.kind != "percent";
  const std::optional<Change>& change = draft.fact.change;
  const bool moved_since = change && change->role == "by" && change->basis == "since";
  return !time.since || level || moved_since || begins_ahead(draft, time);
}

bool TimeFit::is_of_what_they_plan(const Draft& draft, const TimeSpan& time) const {
  constexpr std::uint32_t kOpening = 4;  // tokens: "are now betting"
  const TokenRange words = draft.measure;
  // The running year too, where the article tells when they were asked.
  const std::optional<Day>& day = of_survey_ ? time.time.interval.end : time.time.interval.start;
  const bool ahead = input_.published && day && *day > *input_.published;
  if (!ahead || !draft.came_by("measure/predicate") || words.empty() || time.range.begin < words.begin)
    return false;
  return look_.holds_word({words.begin, std::min(words.end, words.begin + kOpening)}, "attitude.verb");
}

// "will save $5m a year starting in 2027": no earlier level that it is told against.
bool TimeFit::begins_ahead(const Draft& draft, const TimeSpan& time) const {
  const std::optional<Day>& start = time.time.interval.start;
  return is_ahead(draft) && input_.published && start && *start > *input_.published;
}

// "has surged 7% this month and is now trading at $1.12": a stretch that what holds now is not of, unless it
// stands right behind; what has been reached in it by now is.
bool TimeFit::is_past_for_now(const Draft& draft, const TimeSpan& time) const {
  if (days_of(time) == 1) return false;
  const bool behind = time.range.begin >= draft.mention->range.end;
  if (behind && time.range.begin - draft.mention->range.end <= 1) return false;
  if (traits_.is_price_of_now(draft)) return true;
  // "it now puts the 2026 harvest at 14 tonnes" is of that year
  return traits_.is_of_now(draft, behind ? 0 : time.range.end) &&
         !spans_to_now(time.time.interval, input_.published);
}

// How badly a time fits a figure; 1000 where it can't be its period.
int TimeFit::distance_to(const Draft& draft, const TimeSpan& time, bool old_level) const {
  if (!may_date(draft, time, old_level)) return kNo;
  const bool after = time.range.begin >= draft.mention->range.end;
  const TokenRange gap = tokens_between(draft, time);
  if (spans_from_now(look_, time, input_.published) && is_told_moved(draft, old_level)) return kNo;
  if (nouns_.is_of_named_before(draft, time, gap) || nouns_.is_multiplied(draft, time)) return kNo;
  const std::optional<int> cost = gaps_.cost(draft, gap, after);
  if (!cost) return kNo;
  int distance = *cost;
  const bool comparison = comparisons_.is_baseline_of(draft, time);
  // "from $4m in the six months to June 2023 to $6m in the same period of 2024"
  const bool new_level = time.in_year && after && gap.end - gap.begin == 1 && draft.text("role") == "to";
  const bool set_beside = after && draft.has("set_beside");  // "compared with a 2% drop a year earlier"
  if (!old_level && (comparison || (time.anaphoric && !new_level && !set_beside)))
    return kNo;  // it tells the baseline
  const bool same_bracket = brackets_.around(draft.sentence, time.range.begin).contains(draft.mention->range);
  if (old_level && same_bracket) return distance;
  if (old_level && after && is_set_off(draft)) return kNo;
  if (old_level && !after && !comparison) return kNo;
  // "up from 8% sequentially and down from 33% in the quarter of the prior year"
  const bool based = !draft.text("basis").empty();
  if (old_level && after && based && figures_.holds_figure(draft.sentence, gap)) return kNo;
  if (old_level && after && distance > 12 && !time.anaphoric) return kNo;
  if (distance > kFar) return kNo;
  const bool today =
      time.time.relative && after && gap.empty() && draft.text("role") == "by";  // "up 7% today"
  if (((days_.is_dateline(time) && !days_.opens_as_of(time) && !today) ||
       (days_.is_passing(time, distance) && !days_.is_stretch(time) && !days_.opens_as_of(time) &&
        !days_.opens_sentence(draft.sentence, time) && !deadlines_.is_awaited(draft, time))) &&
      !(time.weekday && traits_.is_traded(draft)) &&
      !((time.weekday || time.time.relative) && days_.happened_then(draft, time, gap)))
    return kNo;
  if (figures_.is_quoted(time.range) != figures_.is_quoted(draft.mention->range)) distance += 6;
  if (time.time.kind == Time::Kind::kDate && days_of(time) == 1 && !after) distance += 3;
  return distance;
}

// "€5 million (previous year: €4 million) in 2025": the time is that of what stands before the bracket.
bool TimeFit::is_set_off(const Draft& draft) const {
  const TokenRange bracket = brackets_.around(draft.sentence, draft.mention->range.begin);
  return !bracket.empty() && bracket.begin < draft.mention->range.begin &&
         !draft.came_by("link/equivalent-bracket");
}

// "rose from $14 to $90 over the next 40 days", "from $5m in 2023": no time to come.
bool TimeFit::is_told_moved(const Draft& draft, bool old_level) const {
  return old_level || (draft.fact.change && draft.fact.status == "reported" &&
                       figures_.governor(draft).tense == Tense::kPast);
}

void TimeFit::take(const Draft& old_level) {
  constexpr std::uint32_t kBeside = 4;  // tokens
  const std::uint32_t end = old_level.mention->range.end;
  if (old_level.time == nullptr || old_level.time->range.begin < end) return;
  const TokenRange bracket =
      brackets_.around(old_level.sentence, end);  // "NZ$0.6 million (A$0.5 million) in 2024"
  const std::uint32_t from = bracket.begin == end && !bracket.empty() ? bracket.end : end;
  if (old_level.time->range.begin <= from + kBeside) taken_.insert(old_level.time);
}

}  // namespace figmine::periods
