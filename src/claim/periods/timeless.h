// claim/periods/timeless: figures that no period of an article's is carried to: what holds now, what a thing
// is at any time, anecdotes, norms, agreements. Tested by tests/cases and the corpus.
#pragma once

#include "claim/periods/days.h"
#include "claim/periods/traits.h"

namespace figmine::periods {

class Timeless {
 public:
  // `lead` is the period that the article is about; `surveyed` as tells_survey() says.
  Timeless(const Figures& figures, const Traits& traits, const Days& days,
           const std::optional<Interval>& lead, bool surveyed)
      : figures_(figures),
        look_(figures.look()),
        traits_(traits),
        days_(days),
        lead_(lead),
        surveyed_(surveyed) {}

  // Whether the figure is of no period but what its own sentence tells.
  [[nodiscard]] bool is_timeless(const Draft& draft) const;
  // "Acme runs 83 aircraft", "has opened twelve shops": told of the time of writing, not of the period that
  // the article is about. "This is 3% below", "exports grow 5%" and a survey's answers are of that period.
  [[nodiscard]] bool holds_now(const Draft& draft) const;

 private:
  [[nodiscard]] bool is_anecdote(const Draft& draft) const;
  [[nodiscard]] bool holds_share(std::size_t sentence) const;
  [[nodiscard]] bool follows_aftermath(const Analysis& a, const Draft& draft) const;
  [[nodiscard]] bool is_size_of_thing(const Draft& draft) const;
  [[nodiscard]] bool is_agreed(const Draft& draft) const;
  [[nodiscard]] bool is_record(const Draft& draft) const;
  [[nodiscard]] bool is_deal(const std::string& noun) const;
  [[nodiscard]] static bool is_counted_by(const Draft& draft);
  [[nodiscard]] bool follows_deal(const Draft& draft) const;
  [[nodiscard]] bool is_required(const Draft& draft) const;
  [[nodiscard]] bool is_example(const Draft& draft) const;
  [[nodiscard]] bool is_given_number(const Draft& draft) const;

  const Figures& figures_;
  const Looker& look_;
  const Traits& traits_;
  const Days& days_;
  const std::optional<Interval>& lead_;
  bool surveyed_;  // the article tells what people answered
};

}  // namespace figmine::periods
