// resolve/fiscal: the article's own accounting year. "Fiscal 2025, ended January 26" tells when the other
// fiscal years and quarters of the article begin and end. Tested by tests/unit/times_test.cc.
#pragma once

#include <optional>
#include <vector>

#include "match/matcher.h"

namespace figmine {

// A year of account, of whole months or of 52 or 53 weeks (quarters of 13). Years of weeks end on the weekday
// nearest to the same day of other years.
struct FiscalYear {
  Day end;
  std::optional<long long> label;  // 2025 of "fiscal 2025"; absent where the article does not name the year
  bool weeks = false;
  friend bool operator==(const FiscalYear&, const FiscalYear&) = default;
};

// What the times of the article's sentences say of it: the first year whose end is stated, else the year that
// the stated end of a numbered quarter or half implies. Nothing where that is the calendar year.
[[nodiscard]] std::optional<FiscalYear> read_fiscal_year(const std::vector<Analysis>& analyses,
                                                         const Program& program,
                                                         std::optional<Day> published);

// A period of whole months named in fiscal terms ("the third quarter of 2025" as July to September 2025), as
// the days that it has in the company's calendar. A yearless one is the latest that has begun by the
// reference date, or when it is still to come the first that has not ended. It stays as it is where the label
// of the year is not known.
[[nodiscard]] Time in_fiscal_year(const Time& time, const FiscalYear& year, std::optional<Day> reference,
                                  bool to_come);

// The day on which the fiscal year begins that the day is in; nothing more than ten years from the one known.
[[nodiscard]] std::optional<Day> begin_of_fiscal_year(Day day, const FiscalYear& year);

// "2026-27", the two calendar years, as the fiscal year that begins in the first and ends in the second.
[[nodiscard]] Time fiscal_year_ending_in(const Time& time, const FiscalYear& year);

}  // namespace figmine
