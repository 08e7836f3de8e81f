// claim/timeless: figures that no period of an article's is carried to: what holds now, what a thing is at
// any time, anecdotes, norms, agreements. Tested by tests/cases and the corpus.
#pragma once

#include "claim/period_fit.h"

namespace figmine {

class Timeless {
 public:
  // `lead` is the period that the article is about; `surveyed` as tells_survey() says.
  Timeless(const std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
           const TimeFit& fit, const std::optional<Interval>& lead, bool surveyed);

  // Whether the figure is of no period but what its own sentence tells.
  [[nodiscard]] bool is_timeless(const Draft& draft) const;
  // "Acme runs 83 aircraft", "has opened twelve shops": told of the time of writing, not of the period that
  // the article is about. "This is 3% below", "exports grow 5%" and a survey's answers are of that period.
  [[nodiscard]] bool holds_now(const Draft& draft) const;

 private:
  [[nodiscard]] bool is_anecdote(const Draft& draft) const;
  [[nodiscard]] bool tells_share(std::size_t sentence) const;
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

  const std::vector<Draft>& drafts_;
  const ClaimInput& input_;
  const ClauseTable& clauses_;
  const TimeFit& fit_;
  const std::optional<Interval>& lead_;
  Looker look_;
  bool surveyed_;  // the article tells what people answered
};

}  // namespace figmine
