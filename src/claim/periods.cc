#include "claim/periods.h"

#include <algorithm>
#include <cstdlib>

#include "claim/periods/fit.h"
#include "claim/periods/lead.h"
#include "claim/periods/timeless.h"
#include "claim/periods/told.h"
#include "claim/topic.h"

namespace figmine {
namespace periods {
namespace {

// The day that a report on markets is about.
struct Session {
  std::optional<Interval> day;
  bool told_of = false;  // the opening tells of the market on that day, else it only was told on it
};

class PeriodFinder {
 public:
  PeriodFinder(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses)
      : drafts_(drafts),
        input_(input),
        figures_(drafts, input, clauses),
        look_(figures_.look()),
        surveyed_(tells_survey(input)),
        lead_(leading_period(input, surveyed_)),
        session_(session_day()),
        strange_accounts_(tells_strange_accounts()) {
    if (strange_accounts_) lead_.reset();
  }

  void run() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) find_old_time(i);
    for (Draft& draft : drafts_) {
      if (!is_old(draft)) draft.time = fit_.nearest(draft);
    }
    if (lead_ && !is_reported_on(*lead_)) lead_.reset();
    find_lead_sentences();
    for (std::size_t i = 0; i < drafts_.size(); ++i) find(i);
    for (Draft& draft : drafts_) close_stock(draft);
    for (Draft& draft : drafts_) drop_unborn(draft);
  }

 private:
  // Whether the results of a quarter are told that by the calendar is not over: "reported 3Q25 sales", told
  // in May 2025. The company's year is another, and the article does not tell when it ends.
  bool tells_strange_accounts() const {
    constexpr auto kSlack = std::chrono::days(20);
    if (!input_.published || input_.fiscal_year) return false;
    const std::size_t opening = opening_of(input_);
    for (std::size_t i = opening; i < input_.analyses.size() && i < opening + kLeadSentences; ++i) {
      const Analysis& a = input_.analyses[i];
      if (look_.holds(a, "status")) continue;
      const bool headline = input_.text.sentences[i].section == Section::kHeadline;
      for (const TimeSpan& time : input_.resolved[i].times) {
        const Interval& interval = time.time.interval;
        if (!is_numbered(a, time) || time.time.grain != Grain::kQuarter || !interval.start || !interval.end)
          continue;
        const bool to_come = *interval.start > *input_.published;
        if (to_come || (headline && *interval.end > *input_.published + kSlack)) return true;
      }
    }
    return false;
  }

  // "Q3", "the second half of 2025"
  bool is_numbered(const Analysis& a, const TimeSpan& time) const {
    return usable(time) && time.annotation < a.annotations.size() &&
           !feature_text(input_.program, a.annotations[time.annotation], "part").empty() &&
           !feature_text(input_.program, a.annotations[time.annotation], "number").empty();
  }

  // Whether the article's figures are of the period: it is one of accounts or results, else its opening tells
  // a figure of it, or later sentences several. "An award for 2025" or "a show in May" is no period of
  // figures.
  bool is_reported_on(const Interval& lead) const {
    constexpr int kSeveral = 2;
    const std::size_t lede_end = opening_of(input_) + kLede;
    const std::optional<Interval> before = shift(lead, Grain::kYear, -1);
    int told_of = 0;
    for (const Draft& draft : drafts_) {
      if (draft.time == nullptr || !draft.fact.claim) continue;
      const Interval& told = draft.time->time.interval;
      const bool set_beside = is_old(draft) && (told == before || draft.time->anaphoric);
      if (told != lead && !set_beside && !draft.time->topic) continue;
      told_of += draft.sentence < lede_end ? kSeveral : 1;
      if (told_of >= kSeveral) return true;
    }
    for (std::size_t i = 0; i < input_.resolved.size(); ++i) {
      for (const TimeSpan& time : input_.resolved[i].times) {
        if (time.time.interval == lead && is_of_accounts(input_.analyses[i], time)) return true;
      }
    }
    return false;
  }

  // A quarter, a half or three quarters, a year that is not the calendar's, the year to date; not "between
  // February and August".
  static bool has_account_length(const Interval& interval) {
    constexpr long long kQuarter = 91, kWeek = 7;  // days; some quarters have 14 weeks
    if (!interval.start || !interval.end || interval == containing(*interval.end, Grain::kYear)) return false;
    const long long days = days_of(interval);
    if (days < kQuarter - kWeek) return false;
    const bool to_date =
        days < 4 * kQuarter && *interval.start == *containing(*interval.end, Grain::kYear).start;
    return to_date || (days <= 4 * kQuarter + kWeek && (days + kWeek) % kQuarter <= 2 * kWeek);
  }

  // "the second quarter", "the year ended March 31", "fiscal 2025", "2025 results", "results for 2025"
  bool is_of_accounts(const Analysis& a, const TimeSpan& time) const {
    if (has_account_length(time.time.interval)) return true;
    if (is_fiscal(a, time)) return true;
    constexpr std::uint32_t kReach = 3;  // tokens
    const std::uint32_t from = time.range.begin - std::min(kReach, time.range.begin - a.range.begin);
    for (std::uint32_t token = from; token <= time.range.end && token < a.range.end; ++token) {
      if (look_.word_is(token, "results.noun")) return true;
    }
    return false;
  }

  // What is reported lies behind: "1Q26" told in August 2025 is of a year of accounts that the article does
  // not explain.
  void drop_unborn(Draft& draft) const {
    if (!draft.fact.period || !input_.published || draft.fact.status != "reported") return;
    if (draft.time != nullptr && !is_fiscal(input_.analyses[draft.sentence], *draft.time))
      return;  // "from July 2026"
    const std::optional<Day> start = parse_iso_date(draft.fact.period->start);
    const std::optional<Day> month_after = add_months(*input_.published, 1);
    if (start && month_after && *start > *month_after) draft.fact.period.reset();
  }

  bool is_fiscal(const Analysis& a, const TimeSpan& time) const {
    return time.annotation < a.annotations.size() &&
           !feature_text(input_.program, a.annotations[time.annotation], "fiscal").empty();
  }

  // One of several columns of a kind, whose head tells no period: which of them the article's period is, is
  // not sure.
  bool is_one_of_columns(std::size_t index) const {
    const Draft& draft = drafts_[index];
    const Block& block = input_.document.blocks[input_.text.sentences[draft.sentence].block];
    if (block.kind != BlockKind::kTableRow) return false;
    const std::span<const Draft> row = of_sentence(drafts_, draft.sentence);
    return std::any_of(row.begin(), row.end(), [&](const Draft& other) {
      return &other != &draft && other.fact.claim && other.fact.quantity.kind == draft.fact.quantity.kind;
    });
  }

  void find(std::size_t index) {
    Draft& draft = drafts_[index];
    if (draft.fact.period) return;  // a table's column
    if (const Draft* twin = twin_of(index); twin != nullptr && draft.time == nullptr) {
      draft.fact.period = twin->fact.period;
      return;
    }
    const Analysis& a = input_.analyses[draft.sentence];
    if (strange_accounts_ && !is_ahead(draft) &&
        (draft.time == nullptr || is_numbered(a, *draft.time) || is_fiscal(a, *draft.time)))
      return;
    if (draft.time != nullptr && draft.time->topic) return set_topic(index, *draft.time);
    if (draft.time != nullptr && draft.time->anaphoric) return set_shifted(index, *draft.time);
    if (draft.time != nullptr) return set_named(index, *draft.time);
    if (draft.text("role") == "from") return set_old(index);
    carry(index);
  }

  // The old level before "or": "from $2.3 billion, or $4.10 a share".
  Draft* twin_of(std::size_t index) const {
    const Draft& draft = drafts_[index];
    if (draft.text("rel") != "same" || index == 0) return nullptr;
    Draft& before = drafts_[index - 1];
    const bool told = before.sentence == draft.sentence && before.mention->range == draft.range("link");
    return told && before.text("role") == "from" ? &before : nullptr;
  }

  bool is_old(const Draft& draft) const {
    return draft.text("role") == "from" ||
           twin_of(static_cast<std::size_t>(&draft - drafts_.data())) != nullptr;
  }

  // "against 96.0 million hens, or 2.10% of all birds, at March 31, 2024": one time for both, and for no
  // other.
  void find_old_time(std::size_t index) {
    Draft& draft = drafts_[index];
    if (!is_old(draft)) return;
    draft.time = fit_.nearest(draft);
    fit_.take(draft);
    Draft* twin = twin_of(index);
    if (twin == nullptr) return;
    if (twin->time == nullptr) twin->time = draft.time;
    draft.time = twin->time;
  }

  // What is held at a point in time ("cash", "deposits") is told as of the period's end.
  void close_stock(Draft& draft) const {
    if (!draft.fact.period || !draft.fact.measure || draft.fact.period->end.empty()) return;
    const std::optional<Interval> interval = interval_of(*draft.fact.period);
    const std::string& kind = draft.fact.quantity.kind;
    const bool rate = kind == "percent" || kind == "percentage_points" || kind == "basis_points";
    if (rate && (surveyed_ || draft.text("role") == "by")) return;  // "loans grew 6%" over the quarter
    const bool share =
        draft.fact.share_of || draft.fact.quantity.kind == "fraction" || draft.came_by("measure/predicate");
    if (!interval || days_of(*interval) < 28 || spans_to_now(*interval) || share) return;
    if (!traits_.measures(draft, "measure.stock") || traits_.measures(draft, "measure.flow")) return;
    if (kind == "count" && draft.fact.quantity.text.find(draft.fact.measure->head) != std::string::npos)
      return;  // "intercepted 35 deposits"
    if (draft.text("status") == "forecast" || draft.text("status") == "target" || is_moved(draft)) return;
    draft.fact.period->start = draft.fact.period->end;
    draft.fact.rules.emplace_back("period/stock");
  }

  // "raised $4m of capital in 2024", "added 5 MW of capacity": what came or went over the period.
  bool is_moved(const Draft& draft) const {
    const TokenRange verb = figures_.governor(draft).verb;
    return !draft.fact.change && !verb.empty() && look_.word_is(verb.end - 1, "flow.verb");
  }

  void set(Draft& draft, const TimeSpan& time) {
    Period period;
    period.text = look_.text_of(time.range);
    period.span = look_.span_of(time.range);
    fill(period, this_period(draft, time));
    draft.fact.period = period;
    const Annotation& annotation = input_.analyses[draft.sentence].annotations[time.annotation];
    draft.fact.rules.emplace_back(rule_name(input_.program, annotation.layer, annotation.rule));
  }

  void set_named(std::size_t index, const TimeSpan& time) {
    set(drafts_[index], time);
    if (const std::optional<Interval> part = old_part(index, time)) fill(*drafts_[index].fact.period, *part);
    if (const std::optional<Interval> year = whole_year(drafts_[index], time))
      fill(*drafts_[index].fact.period, *year);
  }

  // "For the quarter ended December 31, sales were $8m, bringing annual revenue to $40m": the year that ends
  // with the quarter.
  std::optional<Interval> whole_year(const Draft& draft, const TimeSpan& time) const {
    constexpr long long kQuarters = 300;  // days
    const Interval& interval = time.time.interval;
    if (draft.fact.quantity.kind != "money" || draft.measure.empty() || days_of(interval) < 80 ||
        days_of(interval) > kQuarters)
      return std::nullopt;
    const Interval year = containing(*interval.end, Grain::kYear);
    const bool annual = look_.word_is(draft.measure.begin, "annual.adjective") ||
                        look_.word_is(draft.measure.begin - 1, "annual.adjective");
    return annual && year.end == interval.end ? std::optional(year) : std::nullopt;
  }

  // "EPS for this quarter": in an article about a quarter that is over, that one rather than the one it
  // appears in.
  Interval this_period(const Draft& draft, const TimeSpan& time) const {
    constexpr long long kSlack = 8;  // days by which periods of one kind differ
    const Interval& interval = time.time.interval;
    if (is_next(draft, time)) return shift(interval, Grain::kYear, 1).value_or(interval);
    if (is_coming_weekday(draft, time)) return shift(interval, Grain::kWeek, 1).value_or(interval);
    if (const std::optional<Interval> year = accounted_to_date(draft, time)) return *year;
    if (is_reached(draft, time))
      return {time.close ? interval.end : containing(*interval.end, time.time.grain).start, interval.end};
    if (!time.time.relative || !input_.published || !lead_ || !lead_->end ||
        draft.text("status") == "forecast")
      return interval;
    if (draft.text("role") == "from" && interval == *lead_)  // "from last quarter's $37m": the one before it
      return shift(interval, time.time.grain, -1).value_or(interval);
    const bool current = interval.start && interval.end && *interval.start <= *input_.published &&
                         *input_.published <= *interval.end;
    constexpr auto kResults = std::chrono::days(120);  // by then a year's results have come out
    const bool same_kind = std::abs(days_of(interval) - days_of(*lead_)) < kSlack;
    if (time.time.grain == Grain::kYear && *input_.published - *lead_->end > kResults) return interval;
    return current && same_kind && *lead_->end < *input_.published ? *lead_ : interval;
  }

  // "bringing YTD free cash flow to $383m", in the results of a quarter: to the end of that, not to the day
  // on which it is told. A share price's year to date is no account.
  std::optional<Interval> accounted_to_date(const Draft& draft, const TimeSpan& time) const {
    constexpr auto kLatest = std::chrono::days(120);  // by then results have come out
    const Interval& told = time.time.interval;
    const std::string& kind = draft.fact.quantity.kind;
    const bool account = (kind == "money" || kind == "count") && draft.text("role") != "by";
    if (!account || input_.fiscal_year || !lead_ || !lead_->end || !input_.published || !told.start ||
        told.end != input_.published || *lead_->end >= *input_.published ||
        *input_.published - *lead_->end > kLatest)
      return std::nullopt;
    const Annotation& annotation = input_.analyses[draft.sentence].annotations[time.annotation];
    const bool year = *told.start == *containing(*told.end, Grain::kYear).start;
    if (!year || rule_name(input_.program, annotation.layer, annotation.rule) != "time/to-date")
      return std::nullopt;
    return Interval{containing(*lead_->end, Grain::kYear).start, lead_->end};
  }

  // "had 300 shops by the end of March": a level of that day, not one that is to be reached until then.
  bool is_reached(const Draft& draft, const TimeSpan& time) const {
    const Interval& interval = time.time.interval;
    if (!time.until || !interval.end || !input_.published || *interval.end >= *input_.published) return false;
    if (!look_.word_is(time.range.begin, "reached.lead")) return false;  // "until March"
    const Tense tense = figures_.governor(draft).tense;
    return (tense == Tense::kPast || tense == Tense::kPerfect) && draft.text("status") != "target";
  }

  // "$0.74 last year" beside a quarter's $0.81: that quarter of the year before.
  std::optional<Interval> old_part(std::size_t index, const TimeSpan& time) const {
    constexpr long long kPart = 300;  // days
    const std::string text = look_.text_of(time.range);
    const bool named = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!is_old(drafts_[index]) || named || time.time.grain != Grain::kYear) return std::nullopt;
    const std::optional<Interval> base = current(index);
    if (!base || days_of(*base) > kPart) return std::nullopt;
    const std::optional<Interval> before = shift(*base, Grain::kYear, -1);
    const Interval& year = time.time.interval;
    const bool within =
        before && year.start && year.end && *year.start <= *before->start && *before->end <= *year.end;
    return within ? told_.near(*before).value_or(*before) : std::optional<Interval>{};
  }

  // "aims for 300 by June", told in December, "a rise of 5% by March", told in February: the one to come.
  bool is_next(const Draft& draft, const TimeSpan& time) const {
    const bool over = time.time.yearless && input_.published && time.time.interval.end &&
                      *time.time.interval.end < *input_.published;
    if (!over || days_.opens_as_of(time)) return false;
    constexpr long long kHalf = 183;  // days of a year
    const Tense tense = figures_.governor(draft).tense;
    const bool nearer = time.until && (*input_.published - *time.time.interval.end).count() > kHalf;
    if (nearer && tense != Tense::kPast && tense != Tense::kPerfect) return true;
    if (!is_ahead(draft) && draft.text("status") != "hypothetical") return false;
    return tense == Tense::kPresent || tense == Tense::kOpen;
  }

  // "is expected to crest at 22 feet on Friday": the Friday to come.
  bool is_coming_weekday(const Draft& draft, const TimeSpan& time) const {
    const Interval& interval = time.time.interval;
    const bool over = time.weekday && input_.published && interval.start && interval.end &&
                      interval.start == interval.end && *interval.end < *input_.published;
    if (!over || (!is_ahead(draft) && draft.text("status") != "hypothetical")) return false;
    const Governor& governor = figures_.governor(draft);
    return governor.tense == Tense::kPresent || governor.tense == Tense::kOpen;
  }

  static void fill(Period& period, const Interval& interval) {
    period.start = interval.start ? to_iso(*interval.start) : "";
    period.end = interval.end ? to_iso(*interval.end) : "";
  }

  // Where a period was told that a figure takes over.
  enum class From : std::uint8_t { kElsewhere, kSentenceBefore, kParagraph, kLead };

  struct Carried {
    Interval interval;
    From from = From::kElsewhere;
  };

  std::optional<Interval> current(std::size_t index) const {
    const std::optional<Carried> carried = carried_to(index);
    return carried ? std::optional(carried->interval) : std::nullopt;
  }

  // The period that the sentence, the paragraph or the article is about.
  std::optional<Carried> carried_to(std::size_t index) const {
    constexpr std::size_t kReach = 40;  // figures back: a block that is one endless list stays linear
    const Draft& draft = drafts_[index];
    for (std::size_t i = index; i-- > 0 && index - i <= kReach;) {
      const Draft& earlier = drafts_[i];
      if (input_.text.sentences[earlier.sentence].block != input_.text.sentences[draft.sentence].block) break;
      if (!earlier.fact.claim || earlier.text("role") == "from" || !earlier.fact.period) continue;
      if (earlier.time != nullptr && (comparisons_.is_compared(earlier.sentence, *earlier.time) ||
                                      brackets_.is_in_other(draft, *earlier.time)))
        continue;
      const auto interval = interval_of(*earlier.fact.period);
      const bool closed =
          earlier.time != nullptr && earlier.time->close && earlier.sentence == draft.sentence;
      const bool day = closed || (earlier.time != nullptr && earlier.time->weekday);
      if (!interval || (days_of(*interval) <= 7 && !day && *interval != session_.day)) continue;
      const bool moves_too = !lead_ && draft.fact.change && !is_long_past(*interval);
      if (earlier.sentence != draft.sentence && spans_to_now(*interval)) continue;
      if (earlier.sentence == draft.sentence && earlier.time != nullptr && others_.have(draft, *earlier.time))
        continue;
      if (earlier.sentence == draft.sentence || moves_too) return Carried{*interval};
      if (is_topic(earlier, *interval)) {
        const bool next = draft.sentence - earlier.sentence == 1;
        return Carried{*interval, next ? From::kSentenceBefore : From::kParagraph};
      }
    }
    for (const TimeSpan& time : input_.resolved[draft.sentence].times) {
      if (draft.time != nullptr && !fit_.in_data_cell(draft.sentence, time) && usable(time) &&
          !time.anaphoric && !time.weekday && days_of(time.time.interval) > 7 &&
          !comparisons_.is_baseline(time, draft.sentence) &&
          !other_things_.dates_something_else(draft.sentence, time) &&
          brackets_.around(draft.sentence, time.range.begin).empty())
        return Carried{time.time.interval};
    }
    if (const std::optional<Interval> before = told_before(draft.sentence)) return Carried{*before};
    if (const std::optional<Interval> intro = list_period(draft.sentence)) return Carried{*intro};
    if (const std::optional<Interval> heading = heading_period(draft.sentence)) return Carried{*heading};
    return lead_ ? std::optional(Carried{*lead_, From::kLead}) : std::nullopt;
  }

  // "Orvane posted weak third-quarter results. Earnings were $3 a share": the period of results that the
  // sentence before tells, where it has no figure of its own.
  std::optional<Interval> told_before(std::size_t sentence) const {
    if (sentence == 0 || input_.text.sentences[sentence - 1].block != input_.text.sentences[sentence].block)
      return std::nullopt;
    const Analysis& a = input_.analyses[sentence - 1];
    for (const TimeSpan& time : input_.resolved[sentence - 1].times) {
      const Interval& interval = time.time.interval;
      const bool results = time.range.end < a.range.end && look_.word_is(time.range.end, "results.noun");
      if (results && usable(time) && !time.anaphoric && days_of(interval) > 20 &&
          is_over(interval, input_.published) && !is_long_past(interval))
        return interval;
    }
    return std::nullopt;
  }

  // "As of the end of September:" above a list.
  std::optional<Interval> list_period(std::size_t sentence) const {
    const auto in_list = [&](std::size_t i) {
      return input_.document.blocks[input_.text.sentences[i].block].kind == BlockKind::kListItem;
    };
    if (!in_list(sentence)) return std::nullopt;
    constexpr std::size_t kLongest = 200;  // items: a list without an end stays linear
    for (std::size_t steps = 0; sentence > 0 && in_list(sentence); --sentence) {
      if (++steps > kLongest) return std::nullopt;
    }
    const TokenRange intro = input_.analyses[sentence].range;
    if (intro.empty() || look_.token_text(intro.end - 1) != ":") return std::nullopt;
    for (const TimeSpan& time : input_.resolved[sentence].times) {
      const Interval& interval = time.time.interval;
      if (!usable(time) || time.anaphoric || time.weekday || !interval.start || !interval.end) continue;
      if (time.time.grain == Grain::kDay && !days_.opens_as_of(time)) continue;  // "On May 4 it agreed to:"
      return time.close ? Interval{interval.end, interval.end} : interval;
    }
    return std::nullopt;
  }

  // "Third quarter 2025" above a paragraph or a list.
  std::optional<Interval> heading_period(std::size_t sentence) const {
    constexpr std::uint32_t kReach = 12;     // blocks
    constexpr std::size_t kSentences = 200;  // a paragraph without an end stays linear
    const std::uint32_t block = input_.text.sentences[sentence].block;
    for (std::size_t i = sentence; i-- > 1;) {
      const std::uint32_t other = input_.text.sentences[i].block;
      if (block - other > kReach || sentence - i > kSentences) break;
      if (input_.document.blocks[other].kind != BlockKind::kHeading || other == block || other == 0) continue;
      const bool looks_ahead = look_.holds(input_.analyses[i], "revised.noun");  // "Outlook for 2025"
      for (const TimeSpan& time : input_.resolved[i].times) {
        if (usable(time) && !time.anaphoric && !time.weekday && days_of(time.time.interval) > 20 &&
            (looks_ahead || is_over(time.time.interval, input_.published)))
          return time.time.interval;
      }
      return std::nullopt;
    }
    return std::nullopt;
  }

  // "Over the past six years it has planted 775 trees": of no figures but its sentence's.
  bool spans_to_now(const Interval& interval) const {
    return ends_now(interval, input_.published) && days_of(interval) > 1;
  }

  bool is_long_past(const Interval& interval) const {
    return input_.published && (*input_.published - *interval.end).count() > kLongAgo;
  }

  // Whether a figure's period goes on into the next sentences: it is carried itself, a quarter of accounts,
  // or its sentence begins with it, and it is not long past.
  bool is_topic(const Draft& draft, const Interval& interval) const {
    constexpr std::uint32_t kOpening = 6;  // tokens
    if (is_long_past(interval)) return false;
    if (draft.time == nullptr) return true;
    if (is_quarter_reported(draft)) return true;
    return draft.time->weekday ||
           draft.time->range.begin - input_.analyses[draft.sentence].range.begin < kOpening;
  }

  // "Margins were 13% in 3Q25, against 10% in 3Q24": a quarter that is over, the last that its sentence
  // tells.
  bool is_quarter_reported(const Draft& draft) const {
    constexpr long long kSlack = 8;  // days by which quarters differ
    const Analysis& a = input_.analyses[draft.sentence];
    const auto is_quarter = [&](const TimeSpan& time) {
      return time.time.grain == Grain::kQuarter && is_numbered(a, time);
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
    if (time.in_year && base->end) {  // a fiscal period is of the year in which it ends
      const std::optional<long long> year = time.in_year->to_integer();
      if (year) moved = shift(*base, Grain::kYear, *year - year_of(*base->end));
    } else {
      moved = shift(*base, time.time.grain, time.time.shift_count);
    }
    if (!moved) return;
    set(draft, time);
    fill(*draft.fact.period, *moved);
  }

  // "in the quarter", "for the full year"
  void set_topic(std::size_t index, const TimeSpan& time) {
    Draft& draft = drafts_[index];
    const std::optional<Interval> days =
        lead_ ? topic_period(time.time.grain, *lead_, input_, is_ahead(draft)) : std::nullopt;
    if (!days) return carry(index);
    set(draft, time);
    fill(*draft.fact.period, time.close ? Interval{days->end, days->end} : *days);
  }

  // An old level whose time is not told: a step before the current period where the basis says which, else a
  // year before where the article tells of that.
  void set_old(std::size_t index) {
    Draft& draft = drafts_[index];
    const std::string basis = draft.text("basis");
    const std::optional<Interval> base = current(index);
    if (!base) return;
    if (basis.empty() && is_superseded(draft)) return infer(draft, *base);
    if (basis.empty() && !compares_years(draft, *base)) return;
    const bool sequential =
        basis.empty() && told_.times_before(*base, Grain::kQuarter) > told_.times_before(*base, Grain::kYear);
    const Grain grain = basis == "quarter_on_quarter" || sequential ? Grain::kQuarter
                        : basis == "month_on_month"                 ? Grain::kMonth
                                                                    : Grain::kYear;
    const std::optional<Interval> moved = shift(*base, grain, -1);
    if (moved) infer(draft, told_.near(*moved).value_or(*moved));
  }

  // "EPS of $0.71 versus $0.65" in results that set the quarter beside the same quarter of the year before.
  bool compares_years(const Draft& draft, const Interval& base) const {
    constexpr long long kMonth = 31, kWholeMonth = 28;  // days
    const Tense tense = figures_.governor(draft).tense;
    if (tense == Tense::kPresent || tense == Tense::kOpen || is_norm(draft)) return false;
    const std::optional<Interval> before = shift(base, Grain::kYear, -1);
    const std::optional<Interval> month = shift(base, Grain::kMonth, -1);
    if (days_of(base) <= kMonth && (days_of(base) < kWholeMonth || !month || told_.near(*month)))
      return false;
    return before && (told_.near(*before) || told_.times_before(base, Grain::kQuarter) > 0);
  }

  // "against a regulatory minimum of 7%"
  bool is_norm(const Draft& draft) const {
    constexpr std::uint32_t kReach = 4;
    const std::uint32_t begin = draft.mention->range.begin;
    for (std::uint32_t token = begin; token > 0 && begin - token < kReach; --token) {
      if (look_.word_is(token - 1, "norm.noun")) return true;
    }
    return false;
  }

  // "its prior outlook of $5m", "(previously $5m)", "was revised up to $6m from $5m": told of the period that
  // the new one is told of.
  bool is_superseded(const Draft& draft) const {
    constexpr std::uint32_t kReach = 5;
    const Analysis& a = input_.analyses[draft.sentence];
    const std::uint32_t begin = draft.mention->range.begin;
    for (std::uint32_t token = begin; token-- > a.range.begin && begin - token <= kReach;) {
      if (look_.word_is(token, "superseded")) return true;
    }
    const std::uint32_t after = draft.mention->range.end;
    return (after < a.range.end && look_.word_is(after, "superseded")) || traits_.is_revised(draft);
  }

  static void infer(Draft& draft, const Interval& interval) {
    Period period;
    fill(period, interval);
    period.inferred = true;
    draft.fact.period = period;
  }

  // The day that a report on markets tells in its opening: "World stocks rose on Wednesday", else the day on
  // which it was told: "data showed on Monday".
  Session session_day() const {
    Session session;
    const std::size_t opening = std::min(kLede, input_.analyses.size());
    for (std::size_t i = 0; i < opening; ++i) {
      const bool market = look_.holds(input_.analyses[i], "market.noun");
      for (const TimeSpan& time : input_.resolved[i].times) {
        if (!time.weekday || days_of(time.time.interval) != 1 || !usable(time) ||
            comparisons_.is_compared(i, time))
          continue;
        session = {time.time.interval, market && !days_.tells_when_said(i, time)};
        if (session.told_of) return session;
      }
    }
    return session;
  }

  std::optional<Interval> session_of(const Draft& draft) const {
    if (is_ahead(draft) || !traits_.is_traded(draft)) return std::nullopt;
    if (session_.day) {
      const bool moves = session_.told_of ? !timeless_.holds_now(draft) : draft.fact.change.has_value();
      return moves ? session_.day : std::nullopt;
    }
    const bool today = input_.published && draft.fact.change && tells_clock_time(draft.sentence);
    return today ? std::optional(Interval{input_.published, input_.published}) : std::nullopt;
  }

  // "Acme shares slipped 1.1% in Lisbon by 10:40": on the day of writing.
  bool tells_clock_time(std::size_t sentence) const {
    const std::span<const Draft> beside = of_sentence(drafts_, sentence);
    return std::any_of(beside.begin(), beside.end(),
                       [](const Draft& draft) { return draft.fact.non_claim_class == "clock_time"; });
  }

  // "gained momentum in 2025, with sales expected to exceed $5bn", told in January: the results are to come.
  bool is_awaited(const Draft& draft, const Interval& period) const {
    constexpr long long kResults = 120;  // days after a period's end within which they come
    const std::vector<TimeSpan>& times = input_.resolved[draft.sentence].times;
    const bool told = std::any_of(times.begin(), times.end(), [&](const TimeSpan& time) {
      return time.time.interval.start == period.start && time.time.interval.end == period.end;
    });
    return told && draft.text("status") == "forecast" &&
           (*input_.published - *period.end).count() <= kResults;
  }

  // "at a twenty-year cost of $3bn", "three-year growth of 65%": a stretch of its own.
  bool spans_years(const Draft& draft) const {
    constexpr std::uint32_t kReach = 8;  // tokens
    const std::uint32_t figure = draft.mention->range.begin;
    const std::uint32_t begin = input_.analyses[draft.sentence].range.begin;
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

  // "grew 6% compared to Q4 2022", in an article about 2023: the quarter that the compared one tells.
  std::optional<Interval> beside_compared(const Draft& draft, const Interval& base) const {
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
      if (!quarter || !old.start || !old.end || !comparisons_.is_compared(draft.sentence, time)) continue;
      const std::optional<Interval> year = shift(old, Grain::kYear, 1);
      const bool within = year && *base.start <= *year->start && *year->end <= *base.end;
      if (within && days_of(base) > days_of(*year)) return year;
    }
    return std::nullopt;
  }

  // "Recently, zinc topped $3,000 a ton": a time that is not told.
  bool opens_unsurely(std::size_t sentence) const {
    return look_.word_is(input_.analyses[sentence].range.begin, "time.unsure");
  }

  void find_lead_sentences() {
    for (std::size_t i = 0; lead_ && i < input_.resolved.size(); ++i) {
      for (const TimeSpan& time : input_.resolved[i].times) {
        if (time.time.interval != *lead_) continue;
        lead_sentences_.push_back(i);
        if (is_of_accounts(input_.analyses[i], time)) lead_of_accounts_ = true;
      }
    }
  }

  bool lead_is_title() const {
    return !lead_sentences_.empty() && lead_sentences_.front() == opening_of(input_);
  }

  // Whether the article's period was told in its title or a few paragraphs before the sentence.
  bool lead_is_near(std::size_t sentence) const {
    constexpr std::uint32_t kReach = 3;  // blocks
    const auto next = std::upper_bound(lead_sentences_.begin(), lead_sentences_.end(), sentence);
    if (next == lead_sentences_.begin()) return false;
    const std::vector<Sentence>& sentences = input_.text.sentences;
    return lead_is_title() || sentences[sentence].block - sentences[*(next - 1)].block <= kReach;
  }

  // Whether what is told in a general article, one of no accounts, is no longer of the period told before:
  // "The network halves the fee every two years", "Halden, by contrast, needed seven years".
  bool is_loose(const Draft& draft, const Carried& carried) const {
    if (carried.from == From::kElsewhere || lead_of_accounts_ || has_account_length(carried.interval))
      return false;
    const std::string& kind = draft.fact.quantity.kind;
    const bool share = kind == "percent" || kind == "fraction";
    if (surveyed_ && share) return false;
    if (is_of_no_year(draft) || tells_truth(draft)) return true;
    const bool untold =
        kind == "count" && !draft.fact.change && figures_.governor(draft).tense != Tense::kPast;
    if (carried.from == From::kLead) return !lead_is_near(draft.sentence) || (untold && !lead_is_title());
    if (carried.from == From::kParagraph) return !draft.fact.change;
    return untold;
  }

  // "seven years to earn a profit", "the third-largest maker", "35 km east of the town"
  bool is_of_no_year(const Draft& draft) const {
    const std::string& kind = draft.fact.quantity.kind;
    if (draft.fact.change) return false;
    return kind == "duration" || kind == "age" || kind == "rank" || kind == "measure" || kind == "score" ||
           kind == "ratio" || kind == "number";
  }

  // "The fee halves every two years": a change that goes on, as the present tells it.
  bool tells_truth(const Draft& draft) const {
    const Governor& governor = figures_.governor(draft);
    if (look_.word_is(draft.mention->range.begin, "multiple.present")) return true;
    return draft.fact.change && draft.fact.section != "headline" && governor.tense == Tense::kPresent &&
           !look_.word_is(governor.verb.end - 1, "representing.verb");
  }

  void carry(std::size_t index) {
    Draft& draft = drafts_[index];
    if (const std::optional<Interval> session = session_of(draft)) return infer(draft, *session);
    if (draft.fact.section == "boilerplate" || is_one_of_columns(index) || timeless_.is_timeless(draft) ||
        opens_unsurely(draft.sentence) || spans_years(draft))
      return;
    const std::optional<Carried> carried = carried_to(index);
    if (!carried || !carried->interval.start || is_loose(draft, *carried)) return;
    const std::optional<Interval> base = carried->interval;
    if (draft.text("status") == "forecast" || draft.text("status") == "target" ||
        draft.text("status") == "hypothetical") {
      // Guidance is about the future: a past period is not carried into it.
      if (input_.published && base->end && *base->end < *input_.published && !is_awaited(draft, *base))
        return;
    }
    infer(draft, beside_compared(draft, *base).value_or(*base));
    draft.fact.rules.emplace_back("period/carried");
  }

  std::vector<Draft>& drafts_;
  const ClaimInput& input_;
  Figures figures_;
  const Looker& look_;
  bool surveyed_;
  std::optional<Interval> lead_;
  Traits traits_{figures_};
  Brackets brackets_{figures_};
  Days days_{figures_, traits_};
  Comparisons comparisons_{figures_};
  OtherThings other_things_{figures_};
  Deadlines deadlines_{figures_};
  Others others_{figures_, traits_, brackets_, other_things_, deadlines_};
  TimeFit fit_{figures_, traits_, brackets_, days_, comparisons_, other_things_, deadlines_, others_};
  Timeless timeless_{figures_, traits_, days_, lead_, surveyed_};
  ToldPeriods told_{input_};
  Session session_;
  bool strange_accounts_;
  std::vector<std::size_t> lead_sentences_;  // that tell the article's period
  bool lead_of_accounts_ = false;
};

}  // namespace
}  // namespace periods

void find_periods(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses) {
  periods::PeriodFinder(drafts, input, clauses).run();
}

}  // namespace figmine
