// claim/periods/accounts: whether a time is one of accounts or results: a quarter, a fiscal year, "results
// for 2025". Tested by tests/cases and the corpus.
#pragma once

#include "claim/periods/figures.h"

namespace figmine::periods {

// Answers questions about times; changes nothing.
class Accounts {
 public:
  explicit Accounts(const Figures& figures) : input_(figures.input()), look_(figures.look()) {}

  // Whether the results of a quarter are told that by the calendar is not over: "reported 3Q25 sales", told
  // in May 2025. The company's year is another, and the article does not tell when it ends.
  [[nodiscard]] bool are_strange() const;
  // "Q3", "the second half of 2025"
  [[nodiscard]] bool is_numbered(const Analysis& a, const TimeSpan& time) const;
  // "fiscal 2025", "the year ended March 31"
  [[nodiscard]] bool is_fiscal(const Analysis& a, const TimeSpan& time) const;
  // "the second quarter", "the year ended March 31", "fiscal 2025", "2025 results", "results for 2025"
  [[nodiscard]] bool is_of_accounts(const Analysis& a, const TimeSpan& time) const;
  // A quarter, a half or three quarters, a year that is not the calendar's; not "January to April".
  [[nodiscard]] static bool has_account_length(const Interval& interval);

 private:
  const ClaimInput& input_;
  const Looker& look_;
};

}  // namespace figmine::periods
