// claim/period_fit: which of a sentence's times a figure is of: the nearest of those that date neither a
// comparison, another verb, a name nor the telling itself. Tested by tests/cases and the corpus.
#pragma once

#include <set>

#include "claim/clauses.h"
#include "claim/period_lead.h"
#include "claim/tense.h"

namespace figmine {

class TimeFit {
 public:
  // `clauses` has every sentence that holds a draft.
  TimeFit(const std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses);

  // The time that fits the figure best, the first of those that fit alike; nullptr when none of its sentence
  // does. Looks from the figure outwards, until the tokens between are more than the best one's distance.
  [[nodiscard]] const TimeSpan* nearest(const Draft& draft) const;
  // "up from $3m in the second quarter of 2024, a 50% rise": the time right behind an old level is its own.
  void take(const Draft& old_level);
  // The verb that tells the figure.
  [[nodiscard]] const Governor& governor_of_figure(const Draft& draft) const;
  // Whether a word of the measure is of the type.
  [[nodiscard]] bool measures(const Draft& draft, std::string_view type) const;
  // "a nine-storey tower", "a three-year agreement": what a thing is, at any time.
  [[nodiscard]] bool is_attribute(const Draft& draft) const;
  // "Owner Mike Trujillo, 44, says"
  [[nodiscard]] bool is_person_age(const Draft& draft) const;
  // "Silver shed 1.6 percent", "Brent crude futures for May delivery settled at": what is traded moves.
  [[nodiscard]] bool is_traded(const Draft& draft) const;
  [[nodiscard]] bool is_quoted(const Draft& draft) const;
  // "employs 460 people": whether the governing verb tells what holds at the time of writing.
  [[nodiscard]] bool tells_now(const Draft& draft, const Governor& governor) const;
  // "was revised down to $6m from $5m", "lifted its forecast to $6m from $5m"
  [[nodiscard]] bool is_revised(const Draft& draft) const;
  [[nodiscard]] bool is_compared(std::size_t sentence, const TimeSpan& time) const;
  // Whether the time is a name's, a record's, a participle's, another verb's or another clause's.
  [[nodiscard]] bool is_of_other(const Draft& draft, const TimeSpan& time) const;
  // An old level's own time says nothing of the figures beside it.
  [[nodiscard]] bool is_baseline(const TimeSpan& time, std::size_t sentence) const;
  // "said on Wednesday": the day on which it was told. A weekday by any other verb is when it happened.
  [[nodiscard]] bool tells_when_said(std::size_t sentence, const TimeSpan& time) const;
  // "founded in 1921", "the January contract", "for May delivery": no time of what is measured.
  [[nodiscard]] bool dates_something_else(std::size_t sentence, const TimeSpan& time) const;
  // "£146.8m (H1 2024: £139.1m)": a bracket that has a figure of its own keeps its time to itself, and one
  // behind a figure is that figure's: "beat 41.6 million (reached in May) by 3.4%".
  [[nodiscard]] bool in_other_bracket(const Draft& draft, const TimeSpan& time) const;
  // The bracket that holds the token; empty when none does.
  [[nodiscard]] TokenRange bracket_around(std::size_t sentence, std::uint32_t token) const;
  // "2048" among a table's figures is one of them; a row's times stand in its head.
  [[nodiscard]] bool in_data_cell(std::size_t sentence, const TimeSpan& time) const;
  // The day on which the article is dated is no figure's period.
  [[nodiscard]] bool is_dateline(const TimeSpan& time) const;
  // "trades at €7.20 (as of May 6, 2024)", told on that day
  [[nodiscard]] bool opens_as_of(const TimeSpan& time) const;
  // "in the coming years", "as of this release": a time of the figure's own that no dates are known of.
  [[nodiscard]] bool has_vague_time(const Draft& draft) const;
  // "the same period last year"
  [[nodiscard]] static bool is_shift(const TimeSpan& time);
  // Whether the figure is a forecast or a target.
  [[nodiscard]] static bool is_ahead(const Draft& draft);

 private:
  [[nodiscard]] static TokenRange between(const Draft& draft, const TimeSpan& time);
  [[nodiscard]] bool may_date(const Draft& draft, const TimeSpan& time, bool old_level) const;
  [[nodiscard]] std::optional<int> cost_of_gap(const Draft& draft, TokenRange gap, bool after) const;
  [[nodiscard]] bool is_baseline_of(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] int distance_to(const Draft& draft, const TimeSpan& time, bool old_level) const;
  [[nodiscard]] bool opens(const Analysis& a, std::uint32_t end) const;
  [[nodiscard]] bool is_span_to_now(const TimeSpan& time) const;
  [[nodiscard]] bool bounds_record(std::size_t sentence, const TimeSpan& time) const;
  [[nodiscard]] bool is_deadline_ahead(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool dates_participle(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool is_in_apposition(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool is_multiplied(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool is_named_year(std::size_t sentence, const TimeSpan& time) const;
  [[nodiscard]] bool leads_gerund(const Analysis& a, std::uint32_t token) const;
  [[nodiscard]] bool is_of_named_before(const Draft& draft, const TimeSpan& time, TokenRange gap) const;
  [[nodiscard]] bool holds_verb(std::size_t sentence, TokenRange range) const;
  [[nodiscard]] bool holds_figure(std::size_t sentence, TokenRange range) const;
  [[nodiscard]] bool bounds_figure(const Analysis& a, std::uint32_t token) const;
  [[nodiscard]] bool is_told_of(const TimeSpan& time, const Draft& draft) const;
  [[nodiscard]] bool is_of_another_verb(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool is_of_past_clause(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool describes_figure(const Draft& draft, std::size_t verb) const;
  [[nodiscard]] bool is_coordinated(const Clauses& clauses, TokenRange verb) const;
  [[nodiscard]] bool is_of_first_verb(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool is_of_next_clause(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool opens_next_clause(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool tells_ahead_beside(const Draft& draft) const;
  [[nodiscard]] bool dates_aside(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool is_year_of_name(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool is_past_relative(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool is_in_relative(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool is_of_start_ahead(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool is_ranked(std::size_t sentence, const TimeSpan& time) const;
  [[nodiscard]] bool holds_start(TokenRange range) const;
  [[nodiscard]] bool is_payment_day(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool comma_between(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] bool happened_then(const Draft& draft, const TimeSpan& time, TokenRange gap) const;
  [[nodiscard]] static bool is_awaited(const Draft& draft, const TimeSpan& time);
  [[nodiscard]] static bool is_passing(const TimeSpan& time, int distance);
  [[nodiscard]] bool follows_delta(std::size_t sentence, const TimeSpan& time) const;
  [[nodiscard]] bool is_in_name(std::size_t sentence, const TimeSpan& time) const;
  [[nodiscard]] bool is_demonstrative(const Clauses& clauses, TokenRange verb) const;
  [[nodiscard]] bool is_multiple_of_estimates(const Draft& draft, const TimeSpan& time) const;
  [[nodiscard]] bool leads_movement(const Analysis& a, std::uint32_t token) const;

  const std::vector<Draft>& drafts_;
  const ClaimInput& input_;
  const ClauseTable& clauses_;
  Looker look_;
  std::vector<Governor> governors_;  // by draft
  std::set<const TimeSpan*> taken_;  // by old levels
};

}  // namespace figmine
