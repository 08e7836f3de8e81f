#include "resolve/fiscal.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>

#include "resolve/quantities.h"

namespace figmine {
namespace {

constexpr auto kOne = std::chrono::days(1);

bool ends_month(Day day) { return month_of(day + kOne) != month_of(day); }

Day nearest_weekday(Day day, std::chrono::weekday wanted) {
  const int ahead = static_cast<int>((wanted - std::chrono::weekday(day)).count());
  return day + std::chrono::days(ahead > 3 ? ahead - 7 : ahead);
}

// The last day of the fiscal year that comes `years` after the one known.
std::optional<Day> end_after(const FiscalYear& known, long long years) {
  if (!known.weeks) {
    const std::optional<Day> next = add(known.end + kOne, Grain::kYear, years);
    return next ? std::optional(*next - kOne) : std::nullopt;
  }
  const std::optional<Day> there = add(known.end, Grain::kYear, years);
  return there ? std::optional(nearest_weekday(*there, std::chrono::weekday(known.end))) : std::nullopt;
}

// The day on which month `month` (0..11) of the fiscal year begins. Of quarters of 13 weeks the months have
// 4, 4 and 5.
std::optional<Day> begin_of(const FiscalYear& known, long long years, long long month) {
  const std::optional<Day> before = end_after(known, years - 1);
  if (!before) return std::nullopt;
  const Day start = *before + kOne;
  if (!known.weeks) return add_months(start, month);
  return start + std::chrono::days(7 * (month / 3 * 13 + month % 3 * 4));
}

// `label` is the fiscal year that the text calls by the number of the calendar year of `known`'s base.
std::optional<Interval> map(const Interval& named, const FiscalYear& known, long long label) {
  const auto begin = [&](Day day) { return begin_of(known, year_of(day) - label, month_of(day) - 1); };
  Interval out;
  if (named.start) {
    out.start = begin(*named.start);
    if (!out.start) return std::nullopt;
  }
  if (named.end) {
    const std::optional<Day> next = begin(*named.end + kOne);
    if (!next) return std::nullopt;
    out.end = *next - kOne;
  }
  return out;
}

bool whole_months(const Interval& interval) {
  const auto first = [](Day day) { return month_of(day - kOne) != month_of(day); };
  return (!interval.start || first(*interval.start)) && (!interval.end || ends_month(*interval.end));
}

bool is_calendar_year(Day end) {
  const Day last = *make_day(year_of(end + std::chrono::days(10)) - 1, 12, 31);
  return abs(end - last) <= std::chrono::days(7);
}

// The year's end that a numbered quarter's end implies.
std::optional<Day> end_of_year(Day quarter_end, long long number) {
  if (number < 1 || number > 4) return std::nullopt;
  if (!ends_month(quarter_end)) return add(quarter_end, Grain::kWeek, 13 * (4 - number));
  const std::optional<Day> next = add(quarter_end + kOne, Grain::kQuarter, 4 - number);
  return next ? std::optional(*next - kOne) : std::nullopt;
}

std::optional<Day> stated_end(const Program& program, const Annotation& annotation, std::string_view name) {
  const Value value = feature(program, annotation, name);
  const auto* time = std::get_if<Time>(&value);
  return time == nullptr ? std::nullopt : time->interval.end;
}

std::optional<long long> whole(const Program& program, const Annotation& annotation, std::string_view name) {
  const std::optional<Decimal> number = Decimal::parse(feature_text(program, annotation, name));
  return number ? number->to_integer() : std::nullopt;
}

// A numbered quarter or half of a year of account, as a sentence names it.
struct Numbered {
  long long quarter = 0;  // in which it ends
  std::string part;       // quarter or half
  std::optional<long long> label;
  std::size_t sentence = 0;
};

std::optional<Numbered> numbered(const Program& program, const Annotation& annotation, std::size_t sentence) {
  const std::optional<long long> number = whole(program, annotation, "number");
  const std::string part = feature_text(program, annotation, "part");
  if (!number || part.empty()) return std::nullopt;
  return Numbered{part == "half" ? 2 * *number : *number, part, whole(program, annotation, "label"),
                  sentence};
}

// Reads what an article's times say of its years of account.
class FiscalReader {
 public:
  FiscalReader(const std::vector<Analysis>& analyses, const Program& program, std::optional<Day> published)
      : analyses_(analyses), program_(program), published_(published) {}

  std::optional<FiscalYear> run() {
    for_each(&FiscalReader::collect);
    for_each(&FiscalReader::read_end);
    std::optional<FiscalYear> found = year_ ? year_ : from_part_;
    if (!found) found = from_results();
    if (!found || is_calendar_year(found->end)) return std::nullopt;
    set_label(*found);
    return found;
  }

 private:
  static constexpr std::size_t kOpening = 3;  // sentences
  // By so much results may be told before the quarter ends.
  static constexpr auto kSlack = std::chrono::days(20);

  template <class Step>
  void for_each(Step step) {
    const std::uint32_t type = program_.types.find("time");
    for (std::size_t i = 0; i < analyses_.size(); ++i) {
      if (!analyses_[i].holds(type)) continue;
      for (const Annotation& annotation : analyses_[i].annotations) {
        if (annotation.type == type) (this->*step)(annotation, i);
      }
    }
  }

  void collect(const Annotation& annotation, std::size_t sentence) {
    if (const auto part = numbered(program_, annotation, sentence)) parts_.push_back(*part);
    const std::optional<long long> label = whole(program_, annotation, "label");
    const bool fiscal = !feature_text(program_, annotation, "fiscal").empty();
    if (label && fiscal && !named_year_) named_year_ = label;
  }

  void read_end(const Annotation& annotation, std::size_t sentence) {
    if (const auto end = stated_end(program_, annotation, "year_end"); end && !year_)
      year_ = FiscalYear{*end, whole(program_, annotation, "label"), !ends_month(*end)};
    const std::optional<Day> part_end = stated_end(program_, annotation, "part_end");
    if (!part_end || from_part_) return;
    const std::string part = feature_text(program_, annotation, "part");
    std::optional<Numbered> which = numbered(program_, annotation, sentence);
    if (!which && is_latest(*part_end)) which = opening(part);
    if (!which) return;
    if (!which->label) which->label = label_of(*which);
    if (const std::optional<Day> end = end_of_year(*part_end, which->quarter))
      from_part_ = FiscalYear{*end, which->label, !ends_month(*part_end)};
  }

  // "Sales for the third quarter of fiscal 2025 were $5m", told in May 2025: results of a quarter that by the
  // calendar is not over, so that the year is another. Most quarters end with the calendar's: the last of
  // those is meant, if results are told no later than the slowest tell theirs: a report is due 45 days after
  // a quarter (SEC Form 10-Q) and 90 after a year (10-K), and late ones have 15 more (Rule 12b-25).
  std::optional<FiscalYear> from_results() const {
    constexpr auto kDelay = std::chrono::days(45 + 15);
    constexpr auto kYearDelay = std::chrono::days(90 + 15);
    const Numbered* part = strange_results();
    if (part == nullptr) return std::nullopt;
    const Day end = *containing(*published_, Grain::kQuarter).start - kOne;
    if (*published_ - end > (part->quarter == 4 ? kYearDelay : kDelay)) return std::nullopt;
    const std::optional<Day> year_end = end_of_year(end, part->quarter);
    return year_end ? std::optional(FiscalYear{*year_end, part->label, false}) : std::nullopt;
  }

  // The first quarter that the opening names with results, where the calendar's has not begun ("sales for the
  // third quarter of 2025 were $5m", told in May 2025) or, in a title, has not ended by more than a few days.
  const Numbered* strange_results() const {
    if (!published_) return nullptr;
    for (const Numbered& part : parts_) {
      if (part.sentence >= kOpening) break;
      if (part.part != "quarter" || !part.label || !tells_results(part.sentence)) continue;
      const bool title = part.sentence == 0;  // tells of what is over
      const std::optional<Day> year = make_day(*part.label, 1, 1);
      const std::optional<Day> day =
          year ? add(*year, Grain::kQuarter, part.quarter - (title ? 0 : 1)) : year;
      return day && *day - (title ? kSlack : kOne) > *published_ ? &part : nullptr;
    }
    return nullptr;
  }

  // Whether the sentence or the next tells lines of results and nothing that is expected.
  bool tells_results(std::size_t sentence) const {
    const std::uint32_t line = program_.types.find("results.line");
    const std::uint32_t status = program_.types.find("status");
    const std::size_t end = std::min(sentence + 2, analyses_.size());
    bool told = false;
    for (std::size_t i = sentence; i < end; ++i) {
      if (i == sentence && analyses_[i].holds(status)) return false;
      told = told || analyses_[i].holds(line);
    }
    return told;
  }

  // A quarter that ended no longer than a quarter ago is the one that the results are about.
  bool is_latest(Day end) const {
    constexpr auto kQuarter = std::chrono::days(92);
    return published_ && end <= *published_ && *published_ - end <= kQuarter;
  }

  // "the 13 weeks ended June 28" is the first numbered quarter of the article, when its opening names one.
  std::optional<Numbered> opening(const std::string& part) const {
    for (const Numbered& candidate : parts_) {
      if (candidate.part == part && candidate.sentence < kOpening) return candidate;
    }
    return std::nullopt;
  }

  std::optional<long long> label_of(const Numbered& part) const {
    for (const Numbered& other : parts_) {
      if (other.part == part.part && other.quarter == part.quarter && other.label) return other.label;
    }
    return std::nullopt;
  }

  // A year that ends from March on is called by the year of its end; of those that end in January or February
  // some are, some are not.
  void set_label(FiscalYear& year) const {
    const long long end = year_of(year.end);
    if (!year.label && month_of(year.end) > 2) year.label = end;
    if (!year.label) year.label = named_year_;
    if (year.label && (*year.label > end || *year.label < end - 1)) year.label.reset();
  }

  const std::vector<Analysis>& analyses_;
  const Program& program_;
  std::optional<Day> published_;
  std::vector<Numbered> parts_;  // in text order
  std::optional<long long> named_year_;
  std::optional<FiscalYear> year_;       // whose end is told
  std::optional<FiscalYear> from_part_;  // that the end of a numbered part implies
};

}  // namespace

std::optional<FiscalYear> read_fiscal_year(const std::vector<Analysis>& analyses, const Program& program,
                                           std::optional<Day> published) {
  return FiscalReader(analyses, program, published).run();
}

std::optional<Day> begin_of_fiscal_year(Day day, const FiscalYear& year) {
  constexpr long long kFar = 10;  // years
  const long long about = year_of(day) - year_of(year.end);
  if (std::abs(about) > kFar) return std::nullopt;
  for (const long long years : {about + 1, about, about - 1}) {
    const std::optional<Day> begin = begin_of(year, years, 0);
    if (begin && *begin <= day) return begin;
  }
  return std::nullopt;
}

Time fiscal_year_ending_in(const Time& time, const FiscalYear& year) {
  const auto end = [&](Day day) { return end_after(year, year_of(day) - year_of(year.end)); };
  Time out = time;
  if (time.interval.start) {
    const std::optional<Day> before = end(*time.interval.start);
    if (!before) return time;
    out.interval.start = *before + kOne;
  }
  if (time.interval.end) out.interval.end = end(*time.interval.end);
  return out;
}

Time in_fiscal_year(const Time& time, const FiscalYear& year, std::optional<Day> reference, bool to_come) {
  if (!whole_months(time.interval) || (!time.yearless && !year.label)) return time;
  Time out = time;
  const long long label = year.label.value_or(year_of(year.end));
  if (!time.yearless) {
    out.interval = map(time.interval, year, label).value_or(time.interval);
    return out;
  }
  if (!reference) return time;
  std::optional<Interval> best;
  for (int years = -2; years <= 2; ++years) {
    const std::optional<Interval> named = shift(time.interval, Grain::kYear, years);
    const std::optional<Interval> days = named ? map(*named, year, label) : std::nullopt;
    if (!days || !days->start || !days->end) continue;
    if (to_come && *days->end >= *reference) {
      out.interval = *days;
      return out;
    }
    if (!to_come && *days->start <= *reference) best = days;
  }
  if (best) out.interval = *best;
  return out;
}

}  // namespace figmine
