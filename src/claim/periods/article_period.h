// claim/periods/article_period: the period that an article is about, which figures take over whose sentences
// tell none. Tested by tests/cases and the corpus.
#pragma once

#include "claim/periods/accounts.h"
#include "claim/periods/figures.h"
#include "claim/periods/old_levels.h"

namespace figmine::periods {

// Empty until settle() where its figures are not of that period.
class ArticlePeriod {
 public:
  // `strange`: the accounts are of a year that the article does not tell, so no period of theirs is known.
  ArticlePeriod(const Figures& figures, const Accounts& accounts, const OldLevels& old_levels, bool surveyed,
                bool strange);

  // Called once when all figures have their own times: keeps the period only where the figures are of it.
  void settle();
  // Stays where it is; what it holds may go at settle().
  [[nodiscard]] const std::optional<Interval>& period() const { return period_; }
  // Whether it is told as one of accounts: "the second quarter", "results for 2025".
  [[nodiscard]] bool is_of_accounts() const { return of_accounts_; }
  // Whether it is when people were asked: what they answered is of it, and nothing else.
  [[nodiscard]] bool is_of_survey() const { return of_survey_; }
  // Whether the title tells it.
  [[nodiscard]] bool is_title() const;
  // Whether the article's period was told in its title or a few paragraphs before the sentence.
  [[nodiscard]] bool is_near(std::size_t sentence) const;

 private:
  [[nodiscard]] bool is_reported_on(const Interval& lead) const;
  [[nodiscard]] bool heads_list(const Interval& lead) const;
  void find_sentences();

  const Figures& figures_;
  const ClaimInput& input_;
  const Accounts& accounts_;
  const OldLevels& old_levels_;
  std::optional<Interval> period_;
  std::vector<std::size_t> sentences_;  // that tell it
  bool of_accounts_ = false;
  bool of_survey_ = false;  // when people were asked
};

}  // namespace figmine::periods
