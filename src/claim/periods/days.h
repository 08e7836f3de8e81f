// claim/periods/days: days on which something was told, paid or happened. Tested by tests/cases and the
// corpus.
#pragma once

#include "claim/periods/figures.h"
#include "claim/periods/traits.h"

namespace figmine::periods {

// Answers questions about a time; changes nothing.
class Days {
 public:
  Days(const Figures& figures, const Traits& traits)
      : figures_(figures), input_(figures.input()), traits_(traits), look_(figures.look()) {}

  // "said on Wednesday": the day on which it was told. A weekday by any other verb is when it happened.
  [[nodiscard]] bool tells_when_said(std::size_t sentence, const TimeSpan& time) const;
  // "In May it said it would spend $5m", "said in May that it will spend $5m": the time of the promise, not
  // of what is promised.
  [[nodiscard]] bool is_when_promised(const Draft& draft, const TimeSpan& time) const;
  // The day on which the article is dated is no figure's period.
  [[nodiscard]] bool is_dateline(const TimeSpan& time) const;
  // "trades at €7.20 (as of May 6, 2024)", told on that day
  [[nodiscard]] bool opens_as_of(const TimeSpan& time) const;
  // "In the past week, it has traded at $5": set off by a comma at the sentence's beginning.
  [[nodiscard]] bool opens_sentence(std::size_t sentence, const TimeSpan& time) const;
  // "during the past week", "in just the past 36 hours": how long something took.
  [[nodiscard]] bool is_stretch(const TimeSpan& time) const;
  // "this week", "today": says when it was told, unless it stands right beside the figure.
  [[nodiscard]] static bool is_passing(const TimeSpan& time, int distance);
  // "a dividend of $0.26, to holders of record on February 3"
  [[nodiscard]] bool is_payment_day(const Draft& draft, const TimeSpan& time) const;
  // "The flood killed 12 people and 40 sheep in Halden on Monday": the day on which that happened, a few
  // words behind the figures of a verb in the past.
  [[nodiscard]] bool happened_then(const Draft& draft, const TimeSpan& time, TokenRange gap) const;

 private:
  [[nodiscard]] bool may_date_promise(const Draft& draft, const TimeSpan& time) const;

  const Figures& figures_;
  const ClaimInput& input_;
  const Traits& traits_;
  const Looker& look_;
};

}  // namespace figmine::periods
