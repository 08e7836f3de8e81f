// claim/periods/inheriting: whether a figure takes over a period that was told before. Tested by tests/cases
// and the corpus.
#pragma once

#include "claim/periods/accounts.h"
#include "claim/periods/article_period.h"
#include "claim/periods/carrying.h"
#include "claim/periods/comparisons.h"
#include "claim/periods/figures.h"
#include "claim/periods/timeless.h"

namespace figmine::periods {

// Answers questions about figures; changes nothing.
class Inheriting {
 public:
  Inheriting(const Figures& figures, const Comparisons& comparisons, const Timeless& timeless,
             const Accounts& accounts, const ArticlePeriod& article_period, bool surveyed)
      : figures_(figures),
        input_(figures.input()),
        look_(figures.look()),
        comparisons_(comparisons),
        timeless_(timeless),
        accounts_(accounts),
        article_period_(article_period),
        surveyed_(surveyed) {}

  // Whether the figure takes over none, whatever is told before.
  [[nodiscard]] bool takes_none(const Draft& draft) const;
  // Guidance is about the future: a past period is not carried into it.
  [[nodiscard]] bool is_past_for(const Draft& draft, const Interval& period) const;
  // Whether what is told in a general article, one of no accounts, is no longer of the period told before:
  // "The network halves the fee every two years", "Halden, by contrast, needed seven years".
  [[nodiscard]] bool is_loose(const Draft& draft, const Carried& carried) const;
  // "grew 6% compared to Q4 2022", in an article about 2023: the quarter that the compared one tells.
  [[nodiscard]] std::optional<Interval> beside_compared(const Draft& draft, const Interval& base) const;

 private:
  [[nodiscard]] bool is_one_of_columns(const Draft& draft) const;
  [[nodiscard]] bool opens_unsurely(std::size_t sentence) const;
  [[nodiscard]] bool is_yearly(const Draft& draft) const;
  [[nodiscard]] bool spans_years(const Draft& draft) const;
  [[nodiscard]] bool is_of_no_year(const Draft& draft) const;
  [[nodiscard]] bool tells_truth(const Draft& draft) const;
  [[nodiscard]] bool is_awaited(const Draft& draft, const Interval& period) const;

  const Figures& figures_;
  const ClaimInput& input_;
  const Looker& look_;
  const Comparisons& comparisons_;
  const Timeless& timeless_;
  const Accounts& accounts_;
  const ArticlePeriod& article_period_;
  bool surveyed_;  // the article tells what people answered
};

}  // namespace figmine::periods
