#include "claim/periods.h"

#include <algorithm>
#include <cstdlib>

namespace figmine {
namespace {

constexpr std::size_t kLeadSentences = 8;

bool usable(const TimeSpan& time) {
  return (time.time.interval.start || time.time.interval.end) && time.time.kind != Time::Kind::kDuration &&
         time.time.kind != Time::Kind::kSet;
}

long long days_of(const Interval& interval) {
  return interval.start && interval.end ? (*interval.end - *interval.start).count() + 1 : 0;
}

class PeriodFinder {
 public:
  PeriodFinder(std::vector<Draft>& drafts, const ClaimInput& input)
      : drafts_(drafts), input_(input), look_(input), lead_(leading_period(input)) {}

  void run() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) find(i);
  }

 private:
  void find(std::size_t index) {
    Draft& draft = drafts_[index];
    if (draft.fact.period) return;  // a table's column
    const Resolved& resolved = input_.resolved[draft.sentence];
    const bool old_level = draft.text("role") == "from";
    const TimeSpan* best = nullptr;
    int least = 1000;
    for (const TimeSpan& time : resolved.times) {
      const int distance = distance_to(draft, time, old_level);
      if (distance < least) {
        least = distance;
        best = &time;
      }
    }
    if (best != nullptr && is_shift(*best)) return set_shifted(index, *best);
    if (best != nullptr) return set(draft, *best);
    if (old_level) return set_old(index);
    carry(index);
  }

  static bool is_shift(const TimeSpan& time) { return time.anaphoric; }

  // How badly a time fits a figure; 1000 where it can't be its period.
  int distance_to(const Draft& draft, const TimeSpan& time, bool old_level) const {
    constexpr int kNo = 1000;
    if (!is_shift(time) && !usable(time)) return kNo;
    if (time.weekday || time.range.overlaps(draft.mention->range)) return kNo;
    if (time.since && draft.text("role") != "") return kNo;
    const Analysis& a = input_.analyses[draft.sentence];
    const bool after = time.range.begin >= draft.mention->range.end;
    const std::uint32_t from = after ? draft.mention->range.end : time.range.end;
    const std::uint32_t to = after ? time.range.begin : draft.mention->range.begin;
    int distance = static_cast<int>(to - from);
    if (!after) distance += 4;  // "fell to 5% in May": what follows is closer than what stands before
    bool comparison = false;
    for (std::uint32_t token = from; token < to; ++token) {
      const std::string_view text = look_.token_text(token);
      if (text == ";" || text == "while" || text == "whereas") return kNo;
      if (text == "," || text == "and" || text == "but") distance += 3;
      if (look_.beginning_at(a, token, "q") != nullptr) distance += after ? 12 : 2;
      if (look_.beginning_at(a, token, "comparator") != nullptr &&
          look_.covering(a, token, "bound.before") == nullptr)
        comparison = true;
    }
    if (time.range.begin > a.range.begin && look_.ending_at(a, time.range.begin, "comparator") != nullptr)
      comparison = true;
    if (!old_level && (comparison || is_shift(time))) return kNo;  // it tells the baseline
    if (old_level && !after && !comparison) return kNo;
    if (old_level && after && distance > 12 && !is_shift(time)) return kNo;
    if (is_dateline(time) || is_passing(time, distance)) return kNo;
    if (input_.text.tokens[time.range.begin].quoted != input_.text.tokens[draft.mention->range.begin].quoted)
      distance += 6;
    if (time.time.kind == Time::Kind::kDate && days_of(time.time.interval) == 1 && !after) distance += 3;
    return distance;
  }

  // The day on which the article is dated is no figure's period.
  bool is_dateline(const TimeSpan& time) const {
    return input_.published && time.time.kind == Time::Kind::kDate &&
           time.time.interval.start == input_.published && time.time.interval.end == input_.published;
  }

  // "this week", "today": says when it was told, unless it stands right beside the figure.
  static bool is_passing(const TimeSpan& time, int distance) {
    return time.time.relative && days_of(time.time.interval) <= 7 && distance > 3;
  }

  void set(Draft& draft, const TimeSpan& time) {
    draft.time = &time;
    Period period;
    period.text = look_.text_of(time.range);
    period.span = look_.span_of(time.range);
    fill(period, time.time.interval);
    draft.fact.period = period;
    const Annotation& annotation = input_.analyses[draft.sentence].annotations[time.annotation];
    draft.fact.rules.emplace_back(rule_name(input_.program, annotation.layer, annotation.rule));
  }

  static void fill(Period& period, const Interval& interval) {
    period.start = interval.start ? to_iso(*interval.start) : "";
    period.end = interval.end ? to_iso(*interval.end) : "";
  }

  // The period that the sentence, the paragraph or the article is about.
  std::optional<Interval> current(std::size_t index) const {
    const Draft& draft = drafts_[index];
    for (std::size_t i = index; i-- > 0;) {
      const Draft& earlier = drafts_[i];
      if (input_.text.sentences[earlier.sentence].block != input_.text.sentences[draft.sentence].block) break;
      if (earlier.text("role") == "from" || !earlier.fact.period) continue;
      const auto interval = interval_of(*earlier.fact.period);
      if (interval && days_of(*interval) > 7) return interval;
    }
    for (const TimeSpan& time : input_.resolved[draft.sentence].times) {
      if (usable(time) && !is_shift(time) && !time.weekday && days_of(time.time.interval) > 7)
        return time.time.interval;
    }
    return lead_;
  }

  static std::optional<Interval> interval_of(const Period& period) {
    const std::optional<Day> start = parse_iso_date(period.start);
    const std::optional<Day> end = parse_iso_date(period.end);
    if (!start || !end) return std::nullopt;
    return Interval{start, end};
  }

  void set_shifted(std::size_t index, const TimeSpan& time) {
    Draft& draft = drafts_[index];
    const std::optional<Interval> base = current(index);
    if (!base) return;
    std::optional<Interval> moved;
    if (time.in_year && base->start) {
      const std::optional<long long> year = time.in_year->to_integer();
      if (year) moved = shift(*base, Grain::kYear, *year - year_of(*base->start));
    } else {
      moved = shift(*base, time.time.grain, time.time.shift_count);
    }
    if (!moved) return;
    set(draft, time);
    fill(*draft.fact.period, *moved);
  }

  // An old level whose time is not told: a step before the current period where the basis says which.
  void set_old(std::size_t index) {
    Draft& draft = drafts_[index];
    const std::string basis = draft.text("basis");
    const std::optional<Interval> base = current(index);
    if (!base || basis.empty()) return;
    const Grain grain = basis == "quarter_on_quarter" ? Grain::kQuarter
                        : basis == "month_on_month"   ? Grain::kMonth
                                                      : Grain::kYear;
    const std::optional<Interval> moved = shift(*base, grain, -1);
    if (!moved) return;
    Period period;
    fill(period, *moved);
    period.inferred = true;
    draft.fact.period = period;
  }

  void carry(std::size_t index) {
    Draft& draft = drafts_[index];
    if (draft.fact.section == "boilerplate") return;
    const std::optional<Interval> base = current(index);
    if (!base || !base->start) return;
    if (draft.text("status") == "forecast" || draft.text("status") == "target" ||
        draft.text("status") == "hypothetical") {
      // Guidance is about the future: a past period is not carried into it.
      if (input_.published && *base->start < *input_.published) return;
    }
    Period period;
    fill(period, *base);
    period.inferred = true;
    draft.fact.period = period;
    draft.fact.rules.emplace_back("period/carried");
  }

  std::vector<Draft>& drafts_;
  const ClaimInput& input_;
  Looker look_;
  std::optional<Interval> lead_;
};

}  // namespace

void find_periods(std::vector<Draft>& drafts, const ClaimInput& input) { PeriodFinder(drafts, input).run(); }

std::optional<Interval> leading_period(const ClaimInput& input) {
  for (std::size_t i = 0; i < input.resolved.size() && i < kLeadSentences; ++i) {
    for (const TimeSpan& time : input.resolved[i].times) {
      const bool period = usable(time) && !time.anaphoric && !time.weekday && time.time.interval.start &&
                          time.time.interval.end;
      if (period && days_of(time.time.interval) > 20 && days_of(time.time.interval) < 400)
        return time.time.interval;
    }
  }
  return std::nullopt;
}

}  // namespace figmine
