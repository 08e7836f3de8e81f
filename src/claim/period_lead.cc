#include "claim/period_lead.h"

#include <algorithm>

namespace figmine {
namespace {

// "over the past year", "year to date": ends as the article appears.
bool is_rolling(const TimeSpan& time, const std::optional<Day>& published) {
  return time.time.relative && ends_now(time.time.interval, published) && days_of(time.time.interval) > 7;
}

// Where the phrase begins whose words stand before the token.
std::uint32_t phrase_start(const Looker& look, const Analysis& a, std::uint32_t token) {
  for (int skipped = 0; token > a.range.begin && skipped < 4; ++skipped, --token) {
    const bool in_phrase = look.beginning_at(a, token - 1, "pos.first.DT") != nullptr ||
                           look.beginning_at(a, token - 1, "pos.first.PRPS") != nullptr ||
                           look.covering(a, token - 1, "jj") != nullptr ||
                           look.covering(a, token - 1, "vbn") != nullptr;
    if (!in_phrase || look.ending_at(a, token, "comparator") != nullptr) break;
  }
  return token;
}

}  // namespace

std::size_t opening_of(const ClaimInput& input) {
  const auto headline = std::find_if(input.text.sentences.begin(), input.text.sentences.end(),
                                     [](const Sentence& s) { return s.section == Section::kHeadline; });
  if (headline == input.text.sentences.end()) return 0;
  return static_cast<std::size_t>(headline - input.text.sentences.begin());
}

bool usable(const TimeSpan& time) {
  return !time.topic && (time.time.interval.start || time.time.interval.end) &&
         time.time.kind != Time::Kind::kDuration && time.time.kind != Time::Kind::kSet && !time.aside;
}

long long days_of(const Interval& interval) {
  return interval.start && interval.end ? (*interval.end - *interval.start).count() + 1 : 0;
}

bool ends_now(const Interval& interval, const std::optional<Day>& published) {
  if (!published || !interval.end) return false;
  const long long ago = (*published - *interval.end).count();
  return ago >= 0 && ago <= 1;
}

bool is_over(const Interval& interval, const std::optional<Day>& published) {
  constexpr long long kPart = 8;  // of which one may be left
  return !published || (*interval.end - *published).count() * kPart <= days_of(interval);
}

bool is_origin(const Looker& look, const Analysis& a, const TimeSpan& time) {
  for (std::uint32_t token = time.range.begin; token-- > a.range.begin && time.range.begin - token <= 2;) {
    if (look.covering(a, token, "origin.verb") != nullptr) return true;
  }
  return false;
}

bool tells_survey(const ClaimInput& input) {
  const Looker look(input);
  const std::size_t opening = std::min(kLeadSentences, input.analyses.size());
  return std::any_of(input.analyses.begin(), input.analyses.begin() + static_cast<long>(opening),
                     [&](const Analysis& a) { return look.holds(a, "survey.noun"); });
}

bool led_by(const Looker& look, const Analysis& a, const TimeSpan& time, std::string_view type) {
  std::uint32_t at = phrase_start(look, a, time.range.begin);
  if (at == a.range.begin) return false;
  if (look.ending_at(a, at, type) != nullptr) return true;
  if (look.beginning_at(a, at - 1, "pos.first.IN") == nullptr || at - 1 == a.range.begin) return false;
  if (look.ending_at(a, at - 1, type) != nullptr) return true;
  if (!look.word_is(at - 2, "level.noun")) return false;
  at = phrase_start(look, a, at - 2);
  return at > a.range.begin && look.ending_at(a, at, type) != nullptr;
}

ToldIntervals told_intervals(const ClaimInput& input) {
  ToldIntervals told;
  for (const Resolved& resolved : input.resolved) {
    for (const TimeSpan& time : resolved.times) {
      const Interval& interval = time.time.interval;
      if (usable(time) && interval.start && interval.end) ++told[{*interval.start, *interval.end}];
    }
  }
  return told;
}

std::optional<Interval> leading_period(const ClaimInput& input, bool surveyed) {
  constexpr long long kFarPast = 900;  // the same where the title or the first sentence names it
  constexpr int kOften = 3;            // times said, where neither the title nor the lede names it
  struct Candidate {
    Interval interval;
    std::size_t first = 0;
    int count = 0;
    int weight = 0;
  };
  std::vector<Candidate> candidates;
  const auto is_period = [&](const TimeSpan& time, bool in_lede) {
    const long long days = days_of(time.time.interval);
    if (!usable(time) || time.anaphoric || time.weekday || days <= 20 || days >= 400) return false;
    if (is_rolling(time, input.published)) return false;
    if (!input.published) return true;
    const long long ago = (*input.published - *time.time.interval.end).count();
    return ago < (in_lede ? kFarPast : kLongAgo) && *time.time.interval.start <= *input.published;
  };
  const Looker look(input);
  // "Forecasts growth of 8% in Q1 2025", told in March: what is to come.
  const auto is_awaited = [&](const Analysis& a, const TimeSpan& time) {
    return !surveyed && input.published && *time.time.interval.end >= *input.published &&
           look.holds(a, "status");
  };
  const std::size_t opening = opening_of(input);
  for (std::size_t sentence = opening; sentence < input.resolved.size(); ++sentence) {
    const std::size_t i = sentence - opening;
    for (const TimeSpan& time : input.resolved[sentence].times) {
      const Analysis& a = input.analyses[sentence];
      if (!is_period(time, i < 2) || led_by(look, a, time, "comparator") || is_origin(look, a, time) ||
          is_awaited(a, time))
        continue;
      auto known = std::find_if(candidates.begin(), candidates.end(),
                                [&](const Candidate& c) { return c.interval == time.time.interval; });
      if (known == candidates.end()) {
        if (i >= kLeadSentences) continue;
        const int longer = days_of(time.time.interval) > 80 ? 4 : 0;  // a results period rather than a month
        candidates.push_back({time.time.interval, i, 0, 2 * static_cast<int>(kLeadSentences - i) + longer});
        known = candidates.end() - 1;
      }
      ++known->count;
    }
  }
  const auto is_running = [&](const Candidate& c) { return !is_over(c.interval, input.published); };
  const auto is_set_beside = [&](const Candidate& c) {  // "last year", in an article about this one
    return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& other) {
      return is_running(other) && shift(other.interval, Grain::kYear, -1) == c.interval;
    });
  };
  // "2Q25 net income was $72m, up from $64m in 1Q25": what the later period is compared with.
  const auto is_compared_with = [&](const Candidate& c) {
    return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& other) {
      if (is_running(other) || other.first > c.first) return false;
      return shift(other.interval, Grain::kYear, -1) == c.interval ||
             shift(other.interval, Grain::kQuarter, -1) == c.interval;
    });
  };
  const Candidate* best = nullptr;
  for (const Candidate& candidate : candidates) {
    if (candidate.first >= kLede && candidate.count < kOften) continue;
    // people were asked about the year that runs
    if (!surveyed && (is_running(candidate) || is_set_beside(candidate))) continue;
    if (is_compared_with(candidate)) continue;
    if (best == nullptr || candidate.weight + candidate.count > best->weight + best->count) best = &candidate;
  }
  return best == nullptr ? std::nullopt : std::optional<Interval>(best->interval);
}

}  // namespace figmine
