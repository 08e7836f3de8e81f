#include "resolve/fiscal.h"

#include <map>

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
  if (ends_month(known.end)) {
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
  if (ends_month(known.end)) return add_months(start, month);
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

// What the article's times say of its years of account, in text order.
struct Statements {
  std::optional<FiscalYear> year;         // the first whose end is told
  std::optional<FiscalYear> quarter;      // the year that the first numbered quarter with its end implies
  std::map<long long, long long> labels;  // the first label of each numbered quarter; 0: of a fiscal year
};

Statements read_statements(const std::vector<Analysis>& analyses, const Program& program) {
  Statements out;
  long long told_quarter = 0;
  const std::uint32_t type = program.types.find("time");
  for (const Analysis& analysis : analyses) {
    for (const Annotation& annotation : analysis.annotations) {
      if (annotation.type != type) continue;
      const std::optional<long long> label = whole(program, annotation, "label");
      const long long number = whole(program, annotation, "number").value_or(0);
      if (label && !feature_text(program, annotation, "fiscal").empty()) out.labels.emplace(number, *label);
      if (const auto end = stated_end(program, annotation, "year_end"); end && !out.year)
        out.year = FiscalYear{*end, label};
      const std::optional<Day> quarter = stated_end(program, annotation, "quarter_end");
      const std::optional<Day> end = quarter ? end_of_year(*quarter, number) : std::nullopt;
      if (!end || out.quarter) continue;
      out.quarter = FiscalYear{*end, label};
      told_quarter = number;
    }
  }
  const auto known = out.labels.find(told_quarter);
  if (out.quarter && !out.quarter->label && known != out.labels.end()) out.quarter->label = known->second;
  return out;
}

}  // namespace

std::optional<FiscalYear> read_fiscal_year(const std::vector<Analysis>& analyses, const Program& program) {
  const Statements told = read_statements(analyses, program);
  std::optional<FiscalYear> found = told.year ? told.year : told.quarter;
  if (!found || is_calendar_year(found->end)) return std::nullopt;
  const long long year = year_of(found->end);
  const auto named = told.labels.find(0);
  // A year that ends from March on is called by the year of its end; of those that end in January or February
  // some are, some are not.
  if (!found->label && month_of(found->end) > 2) found->label = year;
  if (!found->label && named != told.labels.end()) found->label = named->second;
  if (found->label && (*found->label > year || *found->label < year - 1)) found->label.reset();
  return found;
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
