#include "claim/periods/lead.h"

#include <algorithm>

#include "claim/periods/times.h"

namespace figmine::periods {
namespace {

struct Candidate {
  Interval interval;
  std::size_t first = 0;  // sentence that names it, counted from the opening
  int count = 0;
  int weight = 0;
  bool fiscal = false;  // named as a year or quarter of accounts when first named
};

// Gathers the periods that an article names, and chooses among those of its first sentences.
class LeadFinder {
 public:
  LeadFinder(const ClaimInput& input, bool surveyed) : input_(input), look_(input), surveyed_(surveyed) {}

  std::optional<Interval> run() {
    const std::size_t opening = input_.headline().value_or(0);
    for (std::size_t sentence = opening; sentence < input_.resolved.size(); ++sentence) {
      for (const TimeSpan& time : input_.resolved[sentence].times) {
        if (!may_lead(sentence, sentence - opening, time)) continue;
        if (const std::optional<Interval> told = told_by(sentence, time))
          count(sentence - opening, *told, is_fiscal(sentence, time));
      }
    }
    return best();
  }

 private:
  bool may_lead(std::size_t sentence, std::size_t place, const TimeSpan& time) const {
    constexpr std::size_t kFirst = 2;  // the title and the first sentence
    const Analysis& a = input_.analyses[sentence];
    return is_period(time, place < kFirst) && !led_by(look_, a, time, "comparator") &&
           !is_origin(look_, a, time) && !is_awaited(a, time) && !is_subordinate(a, time);
  }

  // "Yields rose to 4%, after prices had risen in May", "Vexa, which had sales of $5m in 2024 and lists
  // 400 homes": a time of a clause that another one leads to.
  bool is_subordinate(const Analysis& a, const TimeSpan& time) const {
    constexpr std::uint32_t kReach = 100;  // tokens
    bool told = false;                     // a verb between
    for (std::uint32_t token = time.range.begin;
         token-- > a.range.begin && time.range.begin - token <= kReach;) {
      const std::string_view text = look_.token_text(token);
      if (text == "," || text == ";" || text == ":" || text == "(") return false;
      told = told || look_.covering(a, token, "vg") != nullptr;
      const bool leads = look_.word_is(token, "relative") || look_.word_is(token, "pos.SUB");
      if (!told || !leads || token == a.range.begin) continue;
      return look_.covering(a, token - 1, "vg") == nullptr && !is_told(a, token);
    }
    return false;
  }

  // "announced that sales rose in May", "said on Tuesday that": what somebody tells leads all the same.
  bool is_told(const Analysis& a, std::uint32_t that) const {
    constexpr std::uint32_t kReach = 8;  // tokens
    if (!look_.word_is(that, "relative.restricting")) return false;
    for (std::uint32_t token = that; token-- > a.range.begin && that - token <= kReach;) {
      if (look_.covering(a, token, "vg") != nullptr) return look_.covering(a, token, "say.verb") != nullptr;
    }
    return false;
  }

  bool is_period(const TimeSpan& time, bool in_lede) const {
    constexpr long long kFarPast = 900;  // as kLongAgo, where the title or the first sentence names it
    const long long days = days_of(time);
    if (!usable(time) || time.anaphoric || time.weekday || days <= 20 || days >= 400) return false;
    if (is_rolling(time) || spans_from_now(look_, time, input_.published)) return false;
    if (!input_.published) return true;
    const long long ago = (*input_.published - *time.time.interval.end).count();
    return ago < (in_lede ? kFarPast : kLongAgo) && *time.time.interval.start <= *input_.published;
  }

  // The time itself; the year after it where a bracket tells what was then: "Sales: 12 million (2024: 11
  // million)".
  std::optional<Interval> told_by(std::size_t sentence, const TimeSpan& time) const {
    const TokenRange all = input_.analyses[sentence].range;
    const TokenRange range = time.range;
    const bool bracketed = range.begin > all.begin && range.end < all.end &&
                           look_.token_text(range.begin - 1) == "(" && look_.token_text(range.end) == ":";
    if (!bracketed) return time.time.interval;
    const std::optional<Interval> after = shift(time.time.interval, Grain::kYear, 1);
    return after && is_over(*after, input_.published) ? after : std::nullopt;
  }

  bool is_fiscal(std::size_t sentence, const TimeSpan& time) const {
    const Analysis& a = input_.analyses[sentence];
    return time.annotation < a.annotations.size() &&
           !feature_text(input_.program, a.annotations[time.annotation], "fiscal").empty();
  }

  // "over the past year", "year to date": ends as the article appears.
  bool is_rolling(const TimeSpan& time) const {
    return time.time.relative && ends_now(time.time.interval, input_.published) && days_of(time) > 7;
  }

  // "Forecasts growth of 8% in Q1 2025", told in March: what is to come.
  bool is_awaited(const Analysis& a, const TimeSpan& time) const {
    return !surveyed_ && input_.published && *time.time.interval.end >= *input_.published &&
           (look_.holds(a, "status") || is_expected(a, time));
  }

  // "Owl Group Grows in 2024 - More Growth Expected for 2025"
  bool is_expected(const Analysis& a, const TimeSpan& time) const {
    constexpr std::uint32_t kReach = 3;  // tokens
    const std::uint32_t begin = time.range.begin - std::min(kReach, time.range.begin - a.range.begin);
    return look_.holds_word({begin, time.range.begin}, "expected.word");
  }

  void count(std::size_t place, const Interval& interval, bool fiscal) {
    constexpr long long kResults = 80;  // days: a results period rather than a month
    constexpr int kLonger = 4;          // weight
    auto known = std::find_if(candidates_.begin(), candidates_.end(),
                              [&](const Candidate& c) { return c.interval == interval; });
    if (known == candidates_.end()) {
      if (place >= kLeadSentences) return;
      const int longer = days_of(interval) > kResults ? kLonger : 0;
      candidates_.push_back(
          {interval, place, 0, 2 * static_cast<int>(kLeadSentences - place) + longer, fiscal});
      known = candidates_.end() - 1;
    }
    ++known->count;
  }

  std::optional<Interval> best() const {
    constexpr int kOften = 3;  // times said, where neither the title nor the lede names it
    const Candidate* best = nullptr;
    for (const Candidate& candidate : candidates_) {
      if (candidate.first >= kLede && candidate.count < kOften) continue;
      // people were asked about the year that runs
      if (!surveyed_ && (is_running(candidate) || is_set_beside(candidate))) continue;
      if (is_compared_with(candidate)) continue;
      if (best == nullptr || candidate.weight + candidate.count > best->weight + best->count)
        best = &candidate;
    }
    return best == nullptr ? std::nullopt : std::optional<Interval>(best->interval);
  }

  bool is_running(const Candidate& c) const { return !is_over(c.interval, input_.published); }

  // "last year", in an article about this one; not "A record in fiscal 2025, growth seen for 2026"
  bool is_set_beside(const Candidate& c) const {
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) {
      const bool behind = c.first == 0 && c.fiscal && &c < &other;
      return !behind && is_running(other) && shift(other.interval, Grain::kYear, -1) == c.interval;
    });
  }

  // "2Q25 net income was $72m, up from $64m in 1Q25": what the later period is compared with.
  bool is_compared_with(const Candidate& c) const {
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) {
      if (is_running(other) || other.first > c.first) return false;
      return shift(other.interval, Grain::kYear, -1) == c.interval ||
             shift(other.interval, Grain::kQuarter, -1) == c.interval;
    });
  }

  const ClaimInput& input_;
  Looker look_;
  bool surveyed_;
  std::vector<Candidate> candidates_;
};

// "a survey of drivers"; not "economists polled by Orvane had expected".
bool tells_asked(const Looker& look, const Analysis& a) {
  if (!look.holds(a, "survey.noun")) return false;
  for (std::uint32_t token = a.range.begin; token < a.range.end; ++token) {
    const bool forecasters = token > a.range.begin && look.word_is(token - 1, "teller");
    if (look.word_is(token, "survey.noun") && !forecasters) return true;
  }
  return false;
}

// "Fielded in May 2025, the poll", "The poll was fielded by Orvane from 3 to 9 May", "In May 2025,
// Orvane surveyed 900 bakers".
bool is_when_held(const Looker& look, const Analysis& a, const TimeSpan& time) {
  constexpr long long kLongest = 200;    // days
  constexpr std::uint32_t kBefore = 30;  // tokens: among whom it was held stands between
  constexpr std::uint32_t kBehind = 6;   // ", Orvane surveyed"
  if (days_of(time) > kLongest) return false;
  const std::uint32_t begin = time.range.begin - std::min(kBefore, time.range.begin - a.range.begin);
  const bool opens = time.range.begin <= a.range.begin + 1 && look.token_text(time.range.end) == ",";
  const std::uint32_t end = std::min(a.range.end, time.range.end + kBehind);
  const auto held = [&](TokenRange words) {  // not "The fee was collected in March, respondents said"
    return look.holds_word(words, "survey.did") ||
           (look.holds_word(words, "survey.held") && look.holds_word(a.range, "survey.body"));
  };
  return held({begin, time.range.begin}) || (opens && held({time.range.end, end}));
}

// The time's days; those of a bare year that is part of a name, as "2025 Bakers Survey", which has none.
Interval days_or_year(const Looker& look, const TimeSpan& time) {
  if (time.time.interval.start || time.range.end != time.range.begin + 1) return time.time.interval;
  const std::optional<Day> first = parse_iso_date(std::string(look.token_text(time.range.begin)) + "-01-01");
  return first ? containing(*first, Grain::kYear) : time.time.interval;
}

// "the May 2025 Bakers Outlook survey", "Orvane's 2025 Bakers Survey": the time stands in the survey's name.
bool names_survey(const Looker& look, const Analysis& a, const TimeSpan& time) {
  constexpr std::uint32_t kWords = 6;
  const std::uint32_t end = std::min(a.range.end, time.range.end + kWords);
  for (std::uint32_t token = time.range.end; token < end; ++token) {
    if (look.word_is(token, "survey.body")) return true;
    if (!look.form(token).is(Shape::kCap) && look.token_text(token) != "-") return false;
  }
  return false;
}

}  // namespace

bool tells_survey(const ClaimInput& input) {
  const Looker look(input);
  const std::size_t opening = std::min(kLeadSentences, input.analyses.size());
  return std::any_of(input.analyses.begin(), input.analyses.begin() + static_cast<long>(opening),
                     [&](const Analysis& a) { return tells_asked(look, a); });
}

std::optional<Interval> survey_time(const ClaimInput& input) {
  const Looker look(input);
  std::optional<Interval> named;
  const std::size_t lead_end = input.headline().value_or(0) + kLeadSentences;
  for (std::size_t i = 0; i < input.analyses.size(); ++i) {
    const Analysis& a = input.analyses[i];
    if (input.resolved[i].times.empty()) continue;
    const bool asked = look.holds_word(a.range, "survey.asked");
    for (const TimeSpan& time : input.resolved[i].times) {
      const Interval days = days_or_year(look, time);
      if (!days.start || !days.end || (input.published && *days.start > *input.published)) continue;
      if (asked && usable(time) && is_when_held(look, a, time)) return days;
      if (!named && i < lead_end && names_survey(look, a, time)) named = days;
    }
  }
  return named;
}

std::optional<Interval> leading_period(const ClaimInput& input, bool surveyed) {
  return LeadFinder(input, surveyed).run();
}

}  // namespace figmine::periods
