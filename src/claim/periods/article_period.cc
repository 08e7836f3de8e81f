#include "claim/periods/article_period.h"

#include <algorithm>

#include "claim/periods/lead.h"

namespace figmine::periods {

ArticlePeriod::ArticlePeriod(const Figures& figures, const Accounts& accounts, const OldLevels& old_levels,
                             bool surveyed, bool strange)
    : figures_(figures), input_(figures.input()), accounts_(accounts), old_levels_(old_levels) {
  if (strange) return;
  period_ = leading_period(input_, surveyed);
  const std::optional<Interval> asked = surveyed ? survey_time(input_) : std::nullopt;
  of_survey_ = asked && (!period_ || (*period_->start <= *asked->start && *asked->end <= *period_->end));
  if (of_survey_) period_ = asked;
}

void ArticlePeriod::settle() {
  if (period_ && !of_survey_ && !is_reported_on(*period_)) period_.reset();
  find_sentences();
}

// Whether the article's figures are of the period: it is one of accounts or results, else its opening tells
// a figure of it, or later sentences several. "An award for 2025" or "a show in May" is no period of
// figures.
bool ArticlePeriod::is_reported_on(const Interval& lead) const {
  constexpr int kSeveral = 2;
  const std::size_t lede_end = input_.headline().value_or(0) + kLede;
  const std::optional<Interval> before = shift(lead, Grain::kYear, -1);
  int told_of = 0;
  for (const Draft& draft : figures_.drafts()) {
    if (draft.time == nullptr || !draft.fact.claim) continue;
    const Interval& told = draft.time->time.interval;
    if (told == lead && old_levels_.is_old(draft)) continue;  // "up from $2 million in 2022"
    const bool set_beside = old_levels_.is_old(draft) && (told == before || draft.time->anaphoric);
    if (told != lead && !set_beside && !draft.time->topic) continue;
    told_of += draft.sentence < lede_end ? kSeveral : 1;
    if (told_of >= kSeveral) return true;
  }
  for (std::size_t i = 0; i < input_.resolved.size(); ++i) {
    for (const TimeSpan& time : input_.resolved[i].times) {
      if (time.time.interval == lead && accounts_.is_of_accounts(input_.analyses[i], time)) return true;
    }
  }
  return heads_list(lead);
}

// "February 2026 operating update", "The office market, February": a heading without a verb, whose list the
// figures are.
bool ArticlePeriod::heads_list(const Interval& lead) const {
  constexpr std::size_t kReach = 6;  // sentences between
  const std::size_t heading = input_.headline().value_or(0);
  if (heading >= input_.analyses.size() || figures_.look().holds(input_.analyses[heading], "vg"))
    return false;
  const std::vector<TimeSpan>& times = input_.resolved[heading].times;
  const bool named = std::any_of(times.begin(), times.end(),
                                 [&](const TimeSpan& time) { return time.time.interval == lead; });
  if (!named) return false;
  for (const Draft& draft : figures_.drafts()) {
    if (!draft.fact.claim || draft.sentence == heading) continue;
    return draft.fact.section == "list" && draft.sentence <= heading + kReach;
  }
  return false;
}

void ArticlePeriod::find_sentences() {
  for (std::size_t i = 0; period_ && i < input_.resolved.size(); ++i) {
    for (const TimeSpan& time : input_.resolved[i].times) {
      if (time.time.interval != *period_) continue;
      sentences_.push_back(i);
      if (accounts_.is_of_accounts(input_.analyses[i], time)) of_accounts_ = true;
    }
  }
}

bool ArticlePeriod::is_title() const {
  return !sentences_.empty() && sentences_.front() == input_.headline().value_or(0);
}

bool ArticlePeriod::is_near(std::size_t sentence) const {
  constexpr std::uint32_t kReach = 3;  // blocks
  const auto next = std::upper_bound(sentences_.begin(), sentences_.end(), sentence);
  if (next == sentences_.begin()) return false;
  const std::vector<Sentence>& sentences = input_.text.sentences;
  return is_title() || sentences[sentence].block - sentences[*(next - 1)].block <= kReach;
}

}  // namespace figmine::periods
