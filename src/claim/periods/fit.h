// claim/periods/fit: which of a sentence's times a figure is of: the nearest of those that date neither a
// comparison, another verb, a name nor the telling itself. Tested by tests/cases and the corpus.
#pragma once

#include <set>

#include "claim/periods/evidence.h"
#include "claim/periods/gaps.h"
#include "claim/periods/nouns.h"

namespace figmine::periods {

// Made once a document; remembers which times are old levels'.
class TimeFit {
 public:
  // of_survey: whether the article tells when those who answer were asked.
  TimeFit(const Evidence& evidence, bool of_survey)
      : of_survey_(of_survey),
        figures_(evidence.figures),
        input_(evidence.figures.input()),
        look_(evidence.figures.look()),
        traits_(evidence.traits),
        brackets_(evidence.brackets),
        days_(evidence.days),
        comparisons_(evidence.comparisons),
        other_things_(evidence.other_things),
        deadlines_(evidence.deadlines),
        others_(evidence.others),
        nouns_(figures_, traits_, days_),
        gaps_(figures_, traits_) {}

  // The time that fits the figure best, the first of those that fit alike; nullptr when none of its sentence
  // does. Looks from the figure outwards, until the tokens between are more than the best one's distance.
  [[nodiscard]] const TimeSpan* nearest(const Draft& draft) const;
  // "the most since 2019, when farmers gathered 18 tons": the time that "when" goes on from; nullptr without.
  [[nodiscard]] const TimeSpan* gone_on_from(const Draft& draft) const;
  // "57% hope for cheaper rye in 2027": the time is of what those who answered look ahead to.
  [[nodiscard]] bool is_of_what_they_plan(const Draft& draft, const TimeSpan& time) const;
  // "up from $3m in the second quarter of 2024, a 50% rise": the time right behind an old level is its own.
  void take(const Draft& old_level);
  // "2048" among a table's figures is one of them; a row's times stand in its head.
  [[nodiscard]] bool in_data_cell(std::size_t sentence, const TimeSpan& time) const;

 private:
  // "40 people were hurt when a bus plunged into a river on Sunday", "A storm struck on Friday, cutting power
  // to 90 homes": the day of what happened, where the sentence tells of no other; nullptr without.
  [[nodiscard]] const TimeSpan* day_of_event(const Draft& draft) const;
  [[nodiscard]] bool may_date(const Draft& draft, const TimeSpan& time, bool old_level) const;
  [[nodiscard]] bool begins_ahead(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool is_past_for_now(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool is_set_off(const Draft& draft) const;
  [[nodiscard]] bool is_told_moved(const Draft& draft, bool old_level) const;
  [[nodiscard]] int distance_to(const Draft& draft, const TimeSpan& time, bool old_level) const;

  bool of_survey_;
  const Figures& figures_;
  const ClaimInput& input_;
  const Looker& look_;
  const Traits& traits_;
  const Brackets& brackets_;
  const Days& days_;
  const Comparisons& comparisons_;
  const OtherThings& other_things_;
  const Deadlines& deadlines_;
  const Others& others_;
  Nouns nouns_;
  Gaps gaps_;
  std::set<const TimeSpan*> taken_;  // by old levels
};

}  // namespace figmine::periods
