#include "claim/periods.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "claim/tense.h"
#include "claim/topic.h"

namespace figmine {
namespace {

constexpr std::size_t kLeadSentences = 8;
constexpr std::size_t kLede = 3;  // sentences
constexpr long long kPast =
    420;                   // days before the publication in which a period that is carried must have ended
constexpr int kNo = 1000;  // a distance that rules a time out
constexpr int kFar = 80;   // beyond it a sentence is a table run together

// The sentence that the article begins with: a page's menu may stand before it.
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

// Whether the period was all but over when the article appeared: "returns in 2024", told in May, is no period
// that figures without a time are of.
bool is_over(const Interval& interval, const std::optional<Day>& published) {
  constexpr long long kPart = 8;  // of which one may be left
  return !published || (*interval.end - *published).count() * kPart <= days_of(interval);
}

// "over the past year", "year to date": ends as the article appears.
bool is_rolling(const TimeSpan& time, const std::optional<Day>& published) {
  if (!time.time.relative || !published || !time.time.interval.end) return false;
  const long long ago = (*published - *time.time.interval.end).count();
  return ago >= 0 && ago <= 1 && days_of(time.time.interval) > 7;
}

// "founded in 1921", "started in May": when something began.
bool is_origin(const Looker& look, const Analysis& a, const TimeSpan& time) {
  for (std::uint32_t token = time.range.begin; token-- > a.range.begin && time.range.begin - token <= 2;) {
    if (look.covering(a, token, "origin.verb") != nullptr) return true;
  }
  return false;
}

// Whether the article tells what people answered.
bool tells_survey(const ClaimInput& input) {
  const Looker look(input);
  const std::size_t opening = std::min(kLeadSentences, input.analyses.size());
  return std::any_of(input.analyses.begin(), input.analyses.begin() + static_cast<long>(opening),
                     [&](const Analysis& a) { return look.holds(a, "survey.noun"); });
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

// Whether a word of the type stands right before the time, or before the level that the time tells:
// "below the revised February rate", "than in September", "3% above the level of 2019".
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

// (start, end) -> times told
using ToldIntervals = std::map<std::pair<Day, Day>, int>;

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

// The day that a report on markets is about.
struct Session {
  std::optional<Interval> day;
  bool told_of = false;  // the opening tells of the market on that day, else it only was told on it
};

class PeriodFinder {
 public:
  PeriodFinder(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses)
      : drafts_(drafts),
        input_(input),
        clauses_(clauses),
        look_(input),
        lead_(leading_period(input)),
        surveyed_(tells_survey(input)),
        session_(session_day()),
        told_(told_intervals(input)) {}

  void run() {
    for (const Draft& draft : drafts_) {
      governors_.push_back(governor_of(look_, input_.analyses[draft.sentence], clauses_.of(draft.sentence),
                                       draft.mention->range));
    }
    for (std::size_t i = 0; i < drafts_.size(); ++i) find_old_time(i);
    for (Draft& draft : drafts_) {
      if (!is_old(draft)) draft.time = nearest(draft);
    }
    if (lead_ && !is_reported_on(*lead_)) lead_.reset();
    for (std::size_t i = 0; i < drafts_.size(); ++i) find(i);
    for (Draft& draft : drafts_) close_stock(draft);
    for (Draft& draft : drafts_) drop_unborn(draft);
  }

 private:
  // Whether the article's figures are of the period: it is one of accounts or results, else its opening tells
  // a figure of it, or later sentences several. "An award for 2025" or "a show in May" is no period of
  // figures.
  bool is_reported_on(const Interval& lead) const {
    constexpr int kSeveral = 2;
    const std::optional<Interval> before = shift(lead, Grain::kYear, -1);
    int told_of = 0;
    for (const Draft& draft : drafts_) {
      if (draft.time == nullptr || !draft.fact.claim) continue;
      const Interval& told = draft.time->time.interval;
      const bool set_beside = is_old(draft) && (told == before || draft.time->anaphoric);
      if (told != lead && !set_beside && !draft.time->topic) continue;
      told_of += draft.sentence < opening_of(input_) + kLede ? kSeveral : 1;
      if (told_of >= kSeveral) return true;
    }
    for (std::size_t i = 0; i < input_.resolved.size(); ++i) {
      for (const TimeSpan& time : input_.resolved[i].times) {
        if (time.time.interval == lead && is_of_accounts(input_.analyses[i], time)) return true;
      }
    }
    return false;
  }

  // "the second quarter", "the year ended March 31", "fiscal 2025", "2025 results", "results for 2025"
  bool is_of_accounts(const Analysis& a, const TimeSpan& time) const {
    constexpr long long kQuarter = 80;  // days
    const Interval& interval = time.time.interval;
    if (days_of(interval) > kQuarter && interval != containing(*interval.end, Grain::kYear)) return true;
    if (is_fiscal(a, time)) return true;
    constexpr std::uint32_t kReach = 3;  // tokens
    const std::uint32_t from = time.range.begin - std::min(kReach, time.range.begin - a.range.begin);
    for (std::uint32_t token = from; token <= time.range.end && token < a.range.end; ++token) {
      if (look_.word_is(token, "results.noun")) return true;
    }
    return false;
  }

  // What is reported lies behind: "1Q26" told in August 2025 is of a year of accounts that the article does
  // not explain.
  void drop_unborn(Draft& draft) const {
    if (!draft.fact.period || !input_.published || draft.fact.status != "reported") return;
    if (draft.time != nullptr && !is_fiscal(input_.analyses[draft.sentence], *draft.time))
      return;  // "from July 2026"
    const std::optional<Day> start = parse_iso_date(draft.fact.period->start);
    const std::optional<Day> month_after = add_months(*input_.published, 1);
    if (start && month_after && *start > *month_after) draft.fact.period.reset();
  }

  bool is_fiscal(const Analysis& a, const TimeSpan& time) const {
    return time.annotation < a.annotations.size() &&
           !feature_text(input_.program, a.annotations[time.annotation], "fiscal").empty();
  }

  const Governor& governor_of_figure(const Draft& draft) const {
    return governors_[static_cast<std::size_t>(&draft - drafts_.data())];
  }

  // The time that fits the figure best, the first of those that fit alike; nullptr when none of its sentence
  // does. Looks from the figure outwards, since a time's distance is no less than the tokens between.
  const TimeSpan* nearest(const Draft& draft) const {
    const std::vector<TimeSpan>& times = input_.resolved[draft.sentence].times;
    std::vector<std::pair<std::uint32_t, std::size_t>> by_gap;
    for (std::size_t i = 0; i < times.size(); ++i) {
      const TokenRange gap = between(draft, times[i]);
      by_gap.emplace_back(gap.end - gap.begin, i);
    }
    std::sort(by_gap.begin(), by_gap.end());
    const bool old_level = draft.text("role") == "from" && !is_revised(draft);
    std::pair<int, std::size_t> best{kNo, times.size()};  // (distance, time)
    for (const auto& [gap, i] : by_gap) {
      if (static_cast<int>(gap) > best.first) break;
      if (in_data_cell(draft.sentence, times[i])) continue;
      const int distance = distance_to(draft, times[i], old_level);
      if (distance < kNo) best = std::min(best, {distance, i});
    }
    return best.first == kNo ? nullptr : &times[best.second];
  }

  // "2048" among a table's figures is one of them; a row's times stand in its head.
  bool in_data_cell(std::size_t sentence, const TimeSpan& time) const {
    const Block& block = input_.document.blocks[input_.text.sentences[sentence].block];
    return block.kind == BlockKind::kTableRow && !block.header && !block.cells.empty() &&
           !block.cells.front().contains(look_.span_of(time.range));
  }

  // One of several columns of a kind, whose head tells no period: which of them the article's period is, is
  // not sure.
  bool is_one_of_columns(std::size_t index) const {
    const Draft& draft = drafts_[index];
    const Block& block = input_.document.blocks[input_.text.sentences[draft.sentence].block];
    if (block.kind != BlockKind::kTableRow) return false;
    const std::span<const Draft> row = of_sentence(drafts_, draft.sentence);
    return std::any_of(row.begin(), row.end(), [&](const Draft& other) {
      return &other != &draft && other.fact.claim && other.fact.quantity.kind == draft.fact.quantity.kind;
    });
  }

  // The tokens between a figure and a time; empty where they overlap.
  static TokenRange between(const Draft& draft, const TimeSpan& time) {
    const TokenRange figure = draft.mention->range;
    const bool after = time.range.begin >= figure.end;
    const TokenRange gap =
        after ? TokenRange{figure.end, time.range.begin} : TokenRange{time.range.end, figure.begin};
    return gap.begin < gap.end ? gap : TokenRange{};
  }

  void find(std::size_t index) {
    Draft& draft = drafts_[index];
    if (draft.fact.period) return;  // a table's column
    if (const Draft* twin = twin_of(index); twin != nullptr && draft.time == nullptr) {
      draft.fact.period = twin->fact.period;
      return;
    }
    if (draft.time != nullptr && draft.time->topic) return set_topic(index, *draft.time);
    if (draft.time != nullptr && is_shift(*draft.time)) return set_shifted(index, *draft.time);
    if (draft.time != nullptr) return set_named(index, *draft.time);
    if (draft.text("role") == "from") return set_old(index);
    carry(index);
  }

  // The old level before "or": "from $1.6 billion, or $6.85 per share".
  Draft* twin_of(std::size_t index) const {
    const Draft& draft = drafts_[index];
    if (draft.text("rel") != "same" || index == 0) return nullptr;
    Draft& before = drafts_[index - 1];
    const bool told = before.sentence == draft.sentence && before.mention->range == draft.range("link");
    return told && before.text("role") == "from" ? &before : nullptr;
  }

  bool is_old(const Draft& draft) const {
    return draft.text("role") == "from" ||
           twin_of(static_cast<std::size_t>(&draft - drafts_.data())) != nullptr;
  }

  // "compared to $115.0 million, or 1.60% of assets, at June 30, 2025": one time for both, and for no other.
  void find_old_time(std::size_t index) {
    Draft& draft = drafts_[index];
    if (!is_old(draft)) return;
    draft.time = nearest(draft);
    take(draft);
    Draft* twin = twin_of(index);
    if (twin == nullptr) return;
    if (twin->time == nullptr) twin->time = draft.time;
    draft.time = twin->time;
  }

  // What is held at a point in time ("cash", "deposits") is told as of the period's end.
  void close_stock(Draft& draft) const {
    if (!draft.fact.period || !draft.fact.measure || draft.fact.period->end.empty()) return;
    const std::optional<Interval> interval = interval_of(*draft.fact.period);
    const std::string& kind = draft.fact.quantity.kind;
    const bool rate = kind == "percent" || kind == "percentage_points" || kind == "basis_points";
    if (rate && (surveyed_ || draft.text("role") == "by")) return;  // "loans grew 6%" over the quarter
    const bool share =
        draft.fact.share_of || draft.fact.quantity.kind == "fraction" || draft.came_by("measure/predicate");
    if (!interval || days_of(*interval) < 28 || share) return;
    if (!measures(draft, "measure.stock") || measures(draft, "measure.flow")) return;
    if (kind == "count" && draft.fact.quantity.text.find(draft.fact.measure->head) != std::string::npos)
      return;  // "intercepted 35 deposits"
    if (draft.text("status") == "forecast" || draft.text("status") == "target") return;
    draft.fact.period->start = draft.fact.period->end;
    draft.fact.rules.emplace_back("period/stock");
  }

  // Whether a word of the measure is of the type.
  bool measures(const Draft& draft, std::string_view type) const {
    if (!draft.fact.measure) return false;
    const Span span = draft.fact.measure->span;
    const std::vector<Token>& tokens = input_.text.tokens;
    auto token = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                                  [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
    for (; token != tokens.end() && token->span.end <= span.end; ++token) {
      if (look_.word_is(static_cast<std::uint32_t>(token - tokens.begin()), type)) return true;
    }
    return false;
  }

  static bool is_shift(const TimeSpan& time) { return time.anaphoric; }

  // How badly a time fits a figure; 1000 where it can't be its period.
  int distance_to(const Draft& draft, const TimeSpan& time, bool old_level) const {
    if (!is_shift(time) && !time.topic && !usable(time)) return kNo;
    if (time.range.overlaps(draft.mention->range) || tells_when_said(draft.sentence, time)) return kNo;
    if (in_other_bracket(draft, time) || dates_something_else(draft.sentence, time)) return kNo;
    if (!old_level && taken_.count(&time) > 0) return kNo;
    if (is_of_another_verb(draft, time) || is_past_relative(draft, time) || is_in_relative(draft, time))
      return kNo;
    if (is_person_age(draft) || is_attribute(draft) || is_payment_day(draft, time)) return kNo;
    if (is_multiple_of_estimates(draft, time)) return kNo;
    if (time.range.begin > draft.mention->range.begin && is_quoted(draft) &&
        !input_.text.tokens[time.range.begin].quoted)
      return kNo;  // '"It sold 300 cars," said Ann Lee, who joined in 2013'
    if (time.since && (draft.text("role") != "" || draft.fact.quantity.kind == "percent")) return kNo;
    const Analysis& a = input_.analyses[draft.sentence];
    const bool after = time.range.begin >= draft.mention->range.end;
    const TokenRange gap = between(draft, time);
    if (!after && is_told_of(time, draft)) return 0;
    int distance = static_cast<int>(gap.end - gap.begin);
    if (!after) distance += 4;  // "fell to 5% in May": what follows is closer than what stands before
    bool comparison = false;
    for (std::uint32_t token = gap.begin; token < gap.end; ++token) {
      const std::string_view text = look_.token_text(token);
      if (text == ";" || look_.small_word_is(token, "clause.contrast")) return kNo;
      if (text == "," || look_.small_word_is(token, "clause.joint")) distance += 3;
      if (look_.beginning_at(a, token, "q") != nullptr) distance += after ? 12 : 2;
      if (after && look_.small_word_is(token, "sequel") &&
          (holds_figure(draft.sentence, {token, gap.end}) || holds_verb(draft.sentence, {token, gap.end})))
        return kNo;  // "5%, after 4% in May"
      if (after && look_.beginning_at(a, token, "comparator") != nullptr && !bounds_figure(a, token))
        comparison = true;
    }
    if (!time.topic && is_compared(draft.sentence, time)) comparison = true;
    const bool moved_by = draft.text("role") == "by";
    if (after && moved_by && !time.topic && !time.weekday && led_by(look_, a, time, "comparator.of_change"))
      comparison = true;
    if (!old_level && (comparison || is_shift(time))) return kNo;  // it tells the baseline
    const bool same_bracket = bracket_around(draft.sentence, time.range.begin).contains(draft.mention->range);
    if (old_level && same_bracket) return distance;
    if (old_level && !after && !comparison) return kNo;
    if (old_level && after && distance > 12 && !is_shift(time)) return kNo;
    if (distance > kFar) return kNo;
    if (((is_dateline(time) && !opens_as_of(time)) || is_passing(time, distance)) &&
        !(time.weekday && is_traded(draft)))
      return kNo;
    if (input_.text.tokens[time.range.begin].quoted != input_.text.tokens[draft.mention->range.begin].quoted)
      distance += 6;
    if (time.time.kind == Time::Kind::kDate && days_of(time.time.interval) == 1 && !after) distance += 3;
    return distance;
  }

  bool holds_verb(std::size_t sentence, TokenRange range) const {
    const Clauses& clauses = clauses_.of(sentence);
    for (std::uint32_t token = range.begin; token < range.end; ++token) {
      const std::size_t chunk = clauses.at(token);
      if (clauses.is(chunk, Part::kVerb) &&
          is_finite(look_, input_.analyses[sentence], clauses, clauses[chunk].range))
        return true;
    }
    return false;
  }

  bool holds_figure(std::size_t sentence, TokenRange range) const {
    const std::span<const Draft> beside = of_sentence(drafts_, sentence);
    return std::any_of(beside.begin(), beside.end(), [&](const Draft& other) {
      return other.fact.claim && range.contains(other.mention->range);
    });
  }

  // "more than 5%": no comparison with another time.
  bool bounds_figure(const Analysis& a, std::uint32_t token) const {
    const Annotation* bound = look_.covering(a, token, "bound.before");
    return bound != nullptr && look_.beginning_at(a, bound->range.end, "q") != nullptr;
  }

  // The day on which the article is dated is no figure's period.
  bool is_dateline(const TimeSpan& time) const {
    return input_.published && time.time.kind == Time::Kind::kDate &&
           time.time.interval.start == input_.published && time.time.interval.end == input_.published;
  }

  // "trades at $3.53 (as of June 18, 2025)", told on that day
  bool opens_as_of(const TimeSpan& time) const {
    return time.range.end - time.range.begin > 2 && look_.word_is(time.range.begin, "as_of.lead");
  }

  // "up from $3m in the second quarter of 2024, a 50% rise": the time right behind an old level is its own.
  void take(const Draft& old_level) {
    constexpr std::uint32_t kBeside = 4;  // tokens
    const std::uint32_t end = old_level.mention->range.end;
    if (old_level.time == nullptr || old_level.time->range.begin < end) return;
    const TokenRange bracket =
        bracket_around(old_level.sentence, end);  // "C$0.6 million (US$0.4 million) in 2024"
    const std::uint32_t from = bracket.begin == end && !bracket.empty() ? bracket.end : end;
    if (old_level.time->range.begin <= from + kBeside) taken_.insert(old_level.time);
  }

  // "the February rate of 1,446,000": the figure is of the noun that the time stands before.
  bool is_told_of(const TimeSpan& time, const Draft& draft) const {
    constexpr std::uint32_t kReach = 3;  // tokens
    const std::uint32_t figure = draft.mention->range.begin;
    if (figure - time.range.end > kReach || figure - time.range.end < 2) return false;
    if (!look_.small_word_is(figure - 1, "preposition.part")) return false;
    for (std::uint32_t token = time.range.end; token + 1 < figure; ++token) {
      if (look_.form(token).is(Shape::kPunct) || look_.word_is(token, "pos.first.IN")) return false;
    }
    return usable(time);
  }

  // "employs 460 people and plans five launches this year": what holds now is not of another verb's time.
  bool is_of_another_verb(const Draft& draft, const TimeSpan& time) const {
    const Clauses& clauses = clauses_.of(draft.sentence);
    const Governor& governor = governor_of_figure(draft);
    if (governor.tense == Tense::kOpen || !tells_now(draft, governor)) return false;
    const std::size_t verb = clauses.verb_before(clauses.at(time.range.begin));
    if (verb == Clauses::kNoChunk || clauses[verb].range.begin == governor.verb.begin) return false;
    // "Set up in 1974, it operates": a comma parts the two
    if (time.range.begin < governor.verb.begin) return comma_between(time.range.end, governor.verb.begin);
    return is_finite(look_, input_.analyses[draft.sentence], clauses, clauses[verb].range) ||
           comma_between(draft.mention->range.end, clauses[verb].range.begin);
  }

  // "which employs 460 people, plans five launches this year": the time stands past the relative clause.
  bool is_past_relative(const Draft& draft, const TimeSpan& time) const {
    const Governor& governor = governor_of_figure(draft);
    const std::uint32_t end = draft.mention->range.end;
    if (governor.verb.empty() || governor.verb.begin > end || time.range.begin < end) return false;
    const Clauses& clauses = clauses_.of(draft.sentence);
    const std::size_t before = clauses.before(clauses.at(governor.verb.begin));
    return clauses.is(before, Part::kRelative) && comma_between(end, time.range.begin);
  }

  // "interviews 18,500 persons, of whom 71 per cent responded in July": the time of a relative clause that is
  // not told of the figure itself.
  bool is_in_relative(const Draft& draft, const TimeSpan& time) const {
    const Clauses& clauses = clauses_.of(draft.sentence);
    const std::size_t figure = clauses.at(draft.mention->range.begin);
    const std::size_t end = clauses.at(time.range.begin);
    for (std::size_t i = figure + 1; i < end && end != Clauses::kNoChunk; ++i) {
      if (!clauses.is(i, Part::kRelative)) continue;
      const std::size_t before = clauses.before(i);  // "two out of three doors that it inspected last year"
      const bool own = before == figure || (before == figure + 1 && clauses.is(before, Part::kPhrase));
      return !own && holds_verb(draft.sentence, {clauses[i].range.end, time.range.begin});
    }
    return false;
  }

  // "Owner Mike Trujillo, 44, says"
  bool is_person_age(const Draft& draft) const {
    const TokenRange range = draft.mention->range;
    const Analysis& a = input_.analyses[draft.sentence];
    if (draft.fact.quantity.kind != "age" || range.begin == a.range.begin || range.end == a.range.end)
      return false;
    return look_.token_text(range.begin - 1) == "," && look_.form(range.end).is(Shape::kPunct);
  }

  // "a dividend of $0.26, to holders of record on February 3"
  bool is_payment_day(const Draft& draft, const TimeSpan& time) const {
    return time.time.kind == Time::Kind::kDate && days_of(time.time.interval) == 1 &&
           measures(draft, "measure.dividend");
  }

  bool comma_between(std::uint32_t from, std::uint32_t to) const {
    while (from < to && look_.token_text(from) != ",") ++from;
    return from < to;
  }

  // "this week", "today": says when it was told, unless it stands right beside the figure.
  static bool is_passing(const TimeSpan& time, int distance) {
    return time.time.relative && !time.topic && !time.anaphoric && days_of(time.time.interval) <= 7 &&
           distance > 3;
  }

  bool is_compared(std::size_t sentence, const TimeSpan& time) const {
    const Analysis& a = input_.analyses[sentence];
    if (led_by(look_, a, time, "comparator")) return true;
    return led_by(look_, a, time, "comparator.of_change") && follows_delta(sentence, time);
  }

  // "an increase of 9,000 on July 2024"
  bool follows_delta(std::size_t sentence, const TimeSpan& time) const {
    constexpr std::uint32_t kBeside = 4;  // tokens
    const std::span<const Draft> beside = of_sentence(drafts_, sentence);
    return std::any_of(beside.begin(), beside.end(), [&](const Draft& draft) {
      const std::uint32_t end = draft.mention->range.end;
      return draft.text("role") == "by" && end <= time.range.begin && time.range.begin - end <= kBeside &&
             days_of(time.time.interval) != 1;  // "rose 5% on Wednesday"
    });
  }

  // "said on Wednesday": the day on which it was told. A weekday by any other verb is when it happened.
  bool tells_when_said(std::size_t sentence, const TimeSpan& time) const {
    if (!time.weekday) return false;
    const Analysis& a = input_.analyses[sentence];
    for (std::uint32_t token = time.range.begin; token-- > a.range.begin && time.range.begin - token < 6;) {
      if (look_.covering(a, token, "say.verb") != nullptr) return true;
      if (look_.covering(a, token, "vg") != nullptr) return false;
    }
    return !a.range.empty() && look_.holds(a, "speech");
  }

  // "founded in 1921", "the January contract", "for May delivery": no time of what is measured.
  bool dates_something_else(std::size_t sentence, const TimeSpan& time) const {
    const Analysis& a = input_.analyses[sentence];
    constexpr std::uint32_t kReach = 4;
    if (is_origin(look_, a, time)) return true;
    const bool matures = time.time.grain == Grain::kMonth || time.time.grain == Grain::kDay;
    for (std::uint32_t token = time.range.end;
         matures && token < a.range.end && token - time.range.end < kReach; ++token) {
      if (look_.covering(a, token, "contract.noun") != nullptr) return true;
      if (!look_.form(token).is(Shape::kWordlike) || look_.covering(a, token, "vg") != nullptr ||
          look_.beginning_at(a, token, "preposition") != nullptr)
        break;
    }
    return false;
  }

  // "£146.8m (H1 2024: £139.1m)": a bracket that has a figure of its own keeps its time to itself, and one
  // behind a figure is that figure's: "topped $328.5 million (set in January) by 2.9%".
  bool in_other_bracket(const Draft& draft, const TimeSpan& time) const {
    if (!input_.analyses[draft.sentence].range.contains(time.range)) return false;
    const TokenRange bracket = bracket_around(draft.sentence, time.range.begin);
    if (bracket.empty() || bracket.contains(draft.mention->range)) return false;
    const bool passed = bracket.end <= draft.mention->range.begin;
    const std::span<const Draft> beside = of_sentence(drafts_, draft.sentence);
    return std::any_of(beside.begin(), beside.end(), [&](const Draft& other) {
      const TokenRange figure = other.mention->range;
      return other.fact.claim && (bracket.contains(figure) || (passed && figure.end == bracket.begin));
    });
  }

  // The bracket that holds the token; empty when none does.
  TokenRange bracket_around(std::size_t sentence, std::uint32_t token) const {
    constexpr std::uint32_t kReach = 16;
    const TokenRange range = input_.analyses[sentence].range;
    std::uint32_t open = token;
    while (open > range.begin && token - open < kReach && look_.token_text(open) != "(") {
      if (look_.token_text(open) == ")") return {};
      --open;
    }
    if (look_.token_text(open) != "(") return {};
    std::uint32_t close = token;
    while (close < range.end && close - token < kReach && look_.token_text(close) != ")") ++close;
    return close < range.end && look_.token_text(close) == ")" ? TokenRange{open, close + 1} : TokenRange{};
  }

  // An old level's own time says nothing of the figures beside it.
  bool is_baseline(const TimeSpan& time, std::size_t sentence) const {
    const std::span<const Draft> beside = of_sentence(drafts_, sentence);
    return std::any_of(
               beside.begin(), beside.end(),
               [&](const Draft& draft) { return draft.time == &time && draft.text("role") == "from"; }) ||
           is_compared(sentence, time);
  }

  void set(Draft& draft, const TimeSpan& time) {
    Period period;
    period.text = look_.text_of(time.range);
    period.span = look_.span_of(time.range);
    fill(period, this_period(draft, time));
    draft.fact.period = period;
    const Annotation& annotation = input_.analyses[draft.sentence].annotations[time.annotation];
    draft.fact.rules.emplace_back(rule_name(input_.program, annotation.layer, annotation.rule));
  }

  void set_named(std::size_t index, const TimeSpan& time) {
    set(drafts_[index], time);
    if (const std::optional<Interval> part = old_part(index, time)) fill(*drafts_[index].fact.period, *part);
  }

  // "EPS for this quarter": in an article about a quarter that is over, that one rather than the one it
  // appears in.
  Interval this_period(const Draft& draft, const TimeSpan& time) const {
    constexpr long long kSlack = 8;  // days by which periods of one kind differ
    const Interval& interval = time.time.interval;
    if (is_next(draft, time)) return shift(interval, Grain::kYear, 1).value_or(interval);
    if (is_reached(draft, time))
      return {time.close ? interval.end : containing(*interval.end, time.time.grain).start, interval.end};
    if (!time.time.relative || !input_.published || !lead_ || !lead_->end ||
        draft.text("status") == "forecast")
      return interval;
    if (draft.text("role") == "from" && interval == *lead_)  // "from last quarter's $37m": the one before it
      return shift(interval, time.time.grain, -1).value_or(interval);
    const bool current = interval.start && interval.end && *interval.start <= *input_.published &&
                         *input_.published <= *interval.end;
    const bool same_kind = std::abs(days_of(interval) - days_of(*lead_)) < kSlack;
    return current && same_kind && *lead_->end < *input_.published ? *lead_ : interval;
  }

  // "had 300 shops by the end of March": a level of that day, not one that is to be reached until then.
  bool is_reached(const Draft& draft, const TimeSpan& time) const {
    const Interval& interval = time.time.interval;
    if (!time.until || !interval.end || !input_.published || *interval.end >= *input_.published) return false;
    const Tense tense = governor_of_figure(draft).tense;
    return (tense == Tense::kPast || tense == Tense::kPerfect) && draft.text("status") != "target";
  }

  // "$0.74 last year" beside a quarter's $0.81: that quarter of the year before.
  std::optional<Interval> old_part(std::size_t index, const TimeSpan& time) const {
    constexpr long long kPart = 300;  // days
    const std::string text = look_.text_of(time.range);
    const bool named = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!is_old(drafts_[index]) || named || time.time.grain != Grain::kYear) return std::nullopt;
    const std::optional<Interval> base = current(index);
    if (!base || days_of(*base) > kPart) return std::nullopt;
    const std::optional<Interval> before = shift(*base, Grain::kYear, -1);
    const Interval& year = time.time.interval;
    const bool within =
        before && year.start && year.end && *year.start <= *before->start && *before->end <= *year.end;
    return within ? told_near(*before).value_or(*before) : std::optional<Interval>{};
  }

  // "aims for 300 by June", told in December: the June to come.
  bool is_next(const Draft& draft, const TimeSpan& time) const {
    const bool over = time.time.yearless && input_.published && time.time.interval.end &&
                      *time.time.interval.end < *input_.published;
    if (!over || (!is_ahead(draft) && draft.text("status") != "hypothetical")) return false;
    const Governor& governor = governor_of_figure(draft);
    return governor.tense == Tense::kPresent || governor.tense == Tense::kOpen;
  }

  static void fill(Period& period, const Interval& interval) {
    period.start = interval.start ? to_iso(*interval.start) : "";
    period.end = interval.end ? to_iso(*interval.end) : "";
  }

  // The period that the sentence, the paragraph or the article is about.
  std::optional<Interval> current(std::size_t index) const {
    constexpr std::size_t kReach = 40;  // figures back: a block that is one endless list stays linear
    const Draft& draft = drafts_[index];
    for (std::size_t i = index; i-- > 0 && index - i <= kReach;) {
      const Draft& earlier = drafts_[i];
      if (input_.text.sentences[earlier.sentence].block != input_.text.sentences[draft.sentence].block) break;
      if (earlier.text("role") == "from" || !earlier.fact.period) continue;
      if (earlier.time != nullptr &&
          (is_compared(earlier.sentence, *earlier.time) || in_other_bracket(draft, *earlier.time)))
        continue;
      const auto interval = interval_of(*earlier.fact.period);
      const bool closed =
          earlier.time != nullptr && earlier.time->close && earlier.sentence == draft.sentence;
      const bool day = closed || (earlier.time != nullptr && earlier.time->weekday);
      if (!interval || (days_of(*interval) <= 7 && !day && *interval != session_.day)) continue;
      const bool moves_too = !lead_ && draft.fact.change && !is_long_past(*interval);
      if (earlier.sentence == draft.sentence || moves_too || is_topic(earlier, *interval)) return interval;
    }
    for (const TimeSpan& time : input_.resolved[draft.sentence].times) {
      if (draft.time != nullptr && !in_data_cell(draft.sentence, time) && usable(time) && !is_shift(time) &&
          !time.weekday && days_of(time.time.interval) > 7 && !is_baseline(time, draft.sentence) &&
          !dates_something_else(draft.sentence, time) &&
          bracket_around(draft.sentence, time.range.begin).empty())
        return time.time.interval;
    }
    if (const std::optional<Interval> before = told_before(draft.sentence)) return before;
    if (const std::optional<Interval> intro = list_period(draft.sentence)) return intro;
    if (const std::optional<Interval> heading = heading_period(draft.sentence)) return heading;
    return lead_;
  }

  // "Orvane reported mixed third-quarter results. Earnings were $3 a share": the period of results that the
  // sentence before tells, where it has no figure of its own.
  std::optional<Interval> told_before(std::size_t sentence) const {
    if (sentence == 0 || input_.text.sentences[sentence - 1].block != input_.text.sentences[sentence].block)
      return std::nullopt;
    const Analysis& a = input_.analyses[sentence - 1];
    for (const TimeSpan& time : input_.resolved[sentence - 1].times) {
      const Interval& interval = time.time.interval;
      const bool results = time.range.end < a.range.end && look_.word_is(time.range.end, "results.noun");
      if (results && usable(time) && !is_shift(time) && days_of(interval) > 20 &&
          is_over(interval, input_.published) && !is_long_past(interval))
        return interval;
    }
    return std::nullopt;
  }

  // "As of the end of September:" above a list.
  std::optional<Interval> list_period(std::size_t sentence) const {
    const auto in_list = [&](std::size_t i) {
      return input_.document.blocks[input_.text.sentences[i].block].kind == BlockKind::kListItem;
    };
    if (!in_list(sentence)) return std::nullopt;
    while (sentence > 0 && in_list(sentence)) --sentence;
    const TokenRange intro = input_.analyses[sentence].range;
    if (intro.empty() || look_.token_text(intro.end - 1) != ":") return std::nullopt;
    for (const TimeSpan& time : input_.resolved[sentence].times) {
      const Interval& interval = time.time.interval;
      if (!usable(time) || is_shift(time) || time.weekday || !interval.start || !interval.end) continue;
      if (time.time.grain == Grain::kDay && !opens_as_of(time)) continue;  // "On May 4 it agreed to:"
      return time.close ? Interval{interval.end, interval.end} : interval;
    }
    return std::nullopt;
  }

  // "Third quarter 2025" above a paragraph or a list.
  std::optional<Interval> heading_period(std::size_t sentence) const {
    constexpr std::uint32_t kReach = 12;  // blocks
    const std::uint32_t block = input_.text.sentences[sentence].block;
    for (std::size_t i = sentence; i-- > 1;) {
      const std::uint32_t other = input_.text.sentences[i].block;
      if (block - other > kReach) break;
      if (input_.document.blocks[other].kind != BlockKind::kHeading || other == block || other == 0) continue;
      const bool looks_ahead = look_.holds(input_.analyses[i], "revised.noun");  // "Outlook for 2025"
      for (const TimeSpan& time : input_.resolved[i].times) {
        if (usable(time) && !is_shift(time) && !time.weekday && days_of(time.time.interval) > 20 &&
            (looks_ahead || is_over(time.time.interval, input_.published)))
          return time.time.interval;
      }
      return std::nullopt;
    }
    return std::nullopt;
  }

  bool is_long_past(const Interval& interval) const {
    return input_.published && (*input_.published - *interval.end).count() > kPast;
  }

  // Whether a figure's period goes on into the next sentences: it is carried itself, or its sentence begins
  // with it, and it is not long past.
  bool is_topic(const Draft& draft, const Interval& interval) const {
    constexpr std::uint32_t kOpening = 6;  // tokens
    if (is_long_past(interval)) return false;
    if (draft.time == nullptr) return true;
    return draft.time->weekday ||
           draft.time->range.begin - input_.analyses[draft.sentence].range.begin < kOpening;
  }

  static std::optional<Interval> interval_of(const Period& period) {
    const std::optional<Day> start = parse_iso_date(period.start);
    const std::optional<Day> end = parse_iso_date(period.end);
    if (!start || !end) return std::nullopt;
    return Interval{start, end};
  }

  void set_shifted(std::size_t index, const TimeSpan& time) {
    Draft& draft = drafts_[index];
    const std::optional<Interval> base = current(index);
    if (!base) return;
    std::optional<Interval> moved;
    if (time.in_year && base->start) {
      const std::optional<long long> year = time.in_year->to_integer();
      if (year) moved = shift(*base, Grain::kYear, *year - year_of(*base->start));
    } else {
      moved = shift(*base, time.time.grain, time.time.shift_count);
    }
    if (!moved) return;
    set(draft, time);
    fill(*draft.fact.period, *moved);
  }

  // "in the quarter", "for the full year"
  void set_topic(std::size_t index, const TimeSpan& time) {
    Draft& draft = drafts_[index];
    const std::optional<Interval> days =
        lead_ ? topic_period(time.time.grain, *lead_, input_, is_ahead(draft)) : std::nullopt;
    if (!days) return carry(index);
    set(draft, time);
    fill(*draft.fact.period, time.close ? Interval{days->end, days->end} : *days);
  }

  // An old level whose time is not told: a step before the current period where the basis says which, else a
  // year before where the article tells of that.
  void set_old(std::size_t index) {
    Draft& draft = drafts_[index];
    const std::string basis = draft.text("basis");
    const std::optional<Interval> base = current(index);
    if (!base) return;
    if (basis.empty() && is_superseded(draft)) return infer(draft, *base);
    if (basis.empty() && !compares_years(draft, *base)) return;
    const bool sequential =
        basis.empty() && times_told(*base, Grain::kQuarter) > times_told(*base, Grain::kYear);
    const Grain grain = basis == "quarter_on_quarter" || sequential ? Grain::kQuarter
                        : basis == "month_on_month"                 ? Grain::kMonth
                                                                    : Grain::kYear;
    const std::optional<Interval> moved = shift(*base, grain, -1);
    if (moved) infer(draft, told_near(*moved).value_or(*moved));
  }

  // The period that the article names within some days of this one: quarters of weeks shift a little.
  std::optional<Interval> told_near(const Interval& interval) const {
    const auto told = told_at(interval);
    return told == told_.end() ? std::nullopt
                               : std::optional(Interval{told->first.first, told->first.second});
  }

  ToldIntervals::const_iterator told_at(const Interval& interval) const {
    constexpr auto kSlack = std::chrono::days(6);
    for (auto told = told_.lower_bound({*interval.start - kSlack, Day{}});
         told != told_.end() && told->first.first <= *interval.start + kSlack; ++told) {
      const Day end = told->first.second;
      if (end >= *interval.end - kSlack && end <= *interval.end + kSlack) return told;
    }
    return told_.end();
  }

  // How often the article tells of the period a step before.
  int times_told(const Interval& base, Grain grain) const {
    const std::optional<Interval> before = shift(base, grain, -1);
    if (!before) return 0;
    const auto told = told_at(*before);
    return told == told_.end() ? 0 : told->second;
  }

  // "EPS of $0.71 versus $0.65" in results that set the quarter beside the same quarter of the year before.
  bool compares_years(const Draft& draft, const Interval& base) const {
    constexpr long long kMonth = 31, kWholeMonth = 28;  // days
    const Tense tense = governor_of_figure(draft).tense;
    if (tense == Tense::kPresent || tense == Tense::kOpen || is_norm(draft)) return false;
    const std::optional<Interval> before = shift(base, Grain::kYear, -1);
    const std::optional<Interval> month = shift(base, Grain::kMonth, -1);
    if (days_of(base) <= kMonth && (days_of(base) < kWholeMonth || !month || told_near(*month))) return false;
    return before && (told_near(*before) || times_told(base, Grain::kQuarter) > 0);
  }

  // "against a regulatory minimum of 7%"
  bool is_norm(const Draft& draft) const {
    constexpr std::uint32_t kReach = 4;
    const std::uint32_t begin = draft.mention->range.begin;
    for (std::uint32_t token = begin; token > 0 && begin - token < kReach; --token) {
      if (look_.word_is(token - 1, "norm.noun")) return true;
    }
    return false;
  }

  // "its prior outlook of $5m", "(previously $5m)", "was revised up to $6m from $5m": told of the period that
  // the new one is told of.
  bool is_superseded(const Draft& draft) const {
    constexpr std::uint32_t kReach = 5;
    const Analysis& a = input_.analyses[draft.sentence];
    const std::uint32_t begin = draft.mention->range.begin;
    for (std::uint32_t token = begin; token-- > a.range.begin && begin - token <= kReach;) {
      if (look_.word_is(token, "superseded")) return true;
    }
    const std::uint32_t after = draft.mention->range.end;
    return (after < a.range.end && look_.word_is(after, "superseded")) || is_revised(draft);
  }

  // "was revised down to $6m from $5m", "lifted its forecast to $6m from $5m"
  bool is_revised(const Draft& draft) const {
    constexpr std::uint32_t kReach = 16;
    const Analysis& a = input_.analyses[draft.sentence];
    const std::uint32_t begin = draft.mention->range.begin;
    for (std::uint32_t token = begin; token-- > a.range.begin && begin - token <= kReach;) {
      const bool moved = look_.word_is(token, "revising.verb") && leads_movement(a, token + 1);
      if (moved || look_.word_is(token, "revised.noun")) return true;
      if (look_.token_text(token) == ";") break;
    }
    return false;
  }

  // "up to", "to", "from": behind "adjusted" in "adjusted earnings" stands no movement.
  bool leads_movement(const Analysis& a, std::uint32_t token) const {
    return look_.beginning_at(a, token, "change.updown") != nullptr || look_.word_is(token, "pos.first.TO") ||
           look_.word_is(token, "preposition.source");
  }

  static void infer(Draft& draft, const Interval& interval) {
    Period period;
    fill(period, interval);
    period.inferred = true;
    draft.fact.period = period;
  }

  // "Acme runs 83 aircraft", "has opened twelve shops": told of the time of writing, not of the period that
  // the article is about. "This is 3% below", "exports grow 5%" and a survey's answers are of that period.
  bool holds_now(const Draft& draft) const {
    const Governor& governor = governor_of_figure(draft);
    if (draft.fact.section == "headline" || is_ahead(draft) || !tells_now(draft, governor)) return false;
    return !surveyed_ || is_quoted(draft) || !tells_share(draft.sentence);  // a quote comments on the answers
  }

  bool is_quoted(const Draft& draft) const { return input_.text.tokens[draft.mention->range.begin].quoted; }

  // "We inherited a hole of $4 billion": an anecdote, of no period of the article's.
  bool is_anecdote(const Draft& draft) const {
    const std::string& kind = draft.fact.quantity.kind;
    return is_quoted(draft) && !draft.fact.change && kind != "percent" && kind != "fraction";
  }

  static bool is_ahead(const Draft& draft) {
    return draft.text("status") == "forecast" || draft.text("status") == "target";
  }

  bool tells_now(const Draft& draft, const Governor& governor) const {
    if (draft.fact.change) return false;
    if (governor.tense == Tense::kUntold || governor.tense == Tense::kPast) return false;
    if (look_.covering(input_.analyses[draft.sentence], governor.verb.end - 1, "change.verb") != nullptr)
      return false;
    return !is_demonstrative(clauses_.of(draft.sentence), governor.verb);
  }

  // Whether "this" or "that" is the verb's subject.
  bool is_demonstrative(const Clauses& clauses, TokenRange verb) const {
    const std::size_t subject = clauses.subject_of(clauses.at(verb.begin));
    if (subject != Clauses::kNoChunk) return look_.word_is(clauses[subject].range.begin, "demonstrative");
    const std::size_t before = clauses.before(clauses.at(verb.begin));
    return before != Clauses::kNoChunk && look_.word_is(clauses[before].range.begin, "demonstrative");
  }

  bool tells_share(std::size_t sentence) const {
    const std::span<const Draft> beside = of_sentence(drafts_, sentence);
    return std::any_of(beside.begin(), beside.end(), [](const Draft& draft) {
      return draft.fact.quantity.kind == "percent" || draft.fact.quantity.kind == "fraction";
    });
  }

  // "Subsequent to quarter end, Acme sold 300 cars", "On January 20, the Board declared a dividend"
  bool follows_aftermath(const Analysis& a, const Draft& draft) const {
    constexpr std::uint32_t kOpening = 3;  // tokens
    for (const TimeSpan& time : input_.resolved[draft.sentence].times) {
      const bool day = days_of(time.time.interval) == 1 && time.range.begin - a.range.begin < kOpening;
      if (day && usable(time) && !is_dateline(time) && lead_ && lead_->end &&
          *time.time.interval.start > *lead_->end)
        return true;
    }
    if (!look_.holds(a, "aftermath")) return false;
    for (std::uint32_t token = a.range.begin; token < draft.mention->range.begin; ++token) {
      if (look_.beginning_at(a, token, "aftermath") != nullptr) return true;
    }
    return false;
  }

  // "a fund with a total size of $5bn was launched": what the thing is, at any time.
  bool is_size_of_thing(const Draft& draft) const {
    if (draft.measure.empty() || !look_.word_is(draft.measure.end - 1, "size.noun")) return false;
    std::uint32_t token = draft.measure.begin;
    if (token > 0 && look_.word_is(token - 1, "pos.first.DT")) --token;
    return token > 0 && look_.small_word_is(token - 1, "preposition.bearing");
  }

  // "a $10m repurchase programme", "a lease agreement for 570 MW": what is agreed is of no period.
  bool is_agreed(const Draft& draft) const {
    return !draft.fact.change && draft.fact.quantity.kind != "percent" && !is_counted_by(draft) &&
           ((draft.fact.measure && is_deal(draft.fact.measure->head)) || follows_deal(draft));
  }

  bool is_deal(const std::string& noun) const {
    return input_.program.lookup("deal.noun", fold(noun)) != kNone;
  }

  // Whether the measure is only what the figure counts: "signed 12 contracts".
  static bool is_counted_by(const Draft& draft) { return draft.came_by("measure/counted-noun"); }

  // "a lease agreement for 570 MW of power"
  bool follows_deal(const Draft& draft) const {
    const std::uint32_t figure = draft.mention->range.begin;
    return figure > 1 && look_.small_word_is(figure - 1, "preposition.holder") &&
           look_.word_is(figure - 2, "deal.noun");
  }

  // "the regulatory requirement of 5%"
  bool is_required(const Draft& draft) const {
    return draft.fact.quantity.kind == "percent" && measures(draft, "requirement.noun");
  }

  // "a P/E of 11x on FY25 estimates": the year is that of the estimates.
  bool is_multiple_of_estimates(const Draft& draft, const TimeSpan& time) const {
    const Interval& interval = time.time.interval;
    const bool ahead = input_.published && interval.end && *interval.end > *input_.published;
    return ahead && (draft.fact.quantity.kind == "multiple" || measures(draft, "valuation.noun")) &&
           look_.holds(input_.analyses[draft.sentence], "measure.valuation");
  }

  // "At one bank, the system cut waste by 5%": one of many, told without its time.
  bool is_example(const Draft& draft) const {
    if (draft.subject.empty()) return false;
    const std::uint32_t token = draft.subject.begin;
    return look_.word_is(token, "numeral.one") && draft.subject.end - token > 1;
  }

  // "the six properties", "the country's seven regions", "our two plants": how many there are is taken as
  // known.
  bool is_given_number(const Draft& draft) const {
    const std::uint32_t figure = draft.mention->range.begin;
    if (draft.fact.quantity.kind != "count" || !draft.mention->words || draft.fact.change || figure == 0)
      return false;
    return look_.word_is(figure - 1, "given.determiner") || look_.token_text(figure - 1) == "'s" ||
           look_.token_text(figure - 1) == "’s";
  }

  // "a nine-storey tower", "a three-year agreement": what a thing is, at any time.
  bool is_attribute(const Draft& draft) const {
    const Quantity& quantity = draft.fact.quantity;
    if (draft.fact.change || !quantity.unit || quantity.kind == "money") return false;
    const std::uint32_t after = draft.mention->range.end;
    if (quantity.kind == "percent")  // "an 80%-owned mine"
      return look_.token_text(after) == "-" && after + 1 < input_.text.tokens.size() &&
             input_.text.tokens[after + 1].glued;
    const std::size_t unit = quantity.text.rfind(quantity.unit->text);
    return !quantity.unit->text.empty() && unit != std::string::npos && unit > 0 &&
           quantity.text[unit - 1] == '-';
  }

  // The day that a report on markets tells in its opening: "World stocks rose on Wednesday", else the day on
  // which it was told: "data showed on Monday".
  Session session_day() const {
    Session session;
    const std::size_t opening = std::min(kLede, input_.analyses.size());
    for (std::size_t i = 0; i < opening; ++i) {
      const bool market = look_.holds(input_.analyses[i], "market.noun");
      for (const TimeSpan& time : input_.resolved[i].times) {
        if (!time.weekday || days_of(time.time.interval) != 1 || !usable(time) || is_compared(i, time))
          continue;
        session = {time.time.interval, market && !tells_when_said(i, time)};
        if (session.told_of) return session;
      }
    }
    return session;
  }

  std::optional<Interval> session_of(const Draft& draft) const {
    if (is_ahead(draft) || !is_traded(draft)) return std::nullopt;
    if (session_.day) {
      const bool moves = session_.told_of ? !holds_now(draft) : draft.fact.change.has_value();
      return moves ? session_.day : std::nullopt;
    }
    const bool today = input_.published && draft.fact.change && tells_clock_time(draft.sentence);
    return today ? std::optional(Interval{input_.published, input_.published}) : std::nullopt;
  }

  // "Acme shares slipped 1.1% in Lisbon by 10:40": on the day of writing.
  bool tells_clock_time(std::size_t sentence) const {
    const std::span<const Draft> beside = of_sentence(drafts_, sentence);
    return std::any_of(beside.begin(), beside.end(),
                       [](const Draft& draft) { return draft.fact.non_claim_class == "clock_time"; });
  }

  // "Silver shed 1.6 percent", "Brent crude futures for May delivery settled at": what is traded moves.
  bool is_traded(const Draft& draft) const {
    const Analysis& a = input_.analyses[draft.sentence];
    const Clauses& clauses = clauses_.of(draft.sentence);
    std::size_t verb = clauses.at(governor_of_figure(draft).verb.begin);
    if (verb == Clauses::kNoChunk) return false;
    const std::size_t auxiliary = clauses.verb_before(verb);  // "was little changed at"
    if (auxiliary != Clauses::kNoChunk && verb - auxiliary <= 2) verb = auxiliary;
    for (std::uint32_t token = clauses[verb].range.begin; token-- > a.range.begin;) {
      const std::size_t chunk = clauses.at(token);
      if (clauses.is(chunk, Part::kStop) || clauses.is(chunk, Part::kVerb)) return false;
      if (clauses.is(chunk, Part::kFigure)) continue;
      const bool head = !clauses.is(chunk, Part::kPhrase) || clauses[chunk].range.end == token + 1;
      if (head && look_.word_is(token, "market.noun")) return true;
    }
    return false;
  }

  // "gained momentum in 2025, with sales expected to exceed $5bn", told in January: the results are to come.
  bool is_awaited(const Draft& draft, const Interval& period) const {
    constexpr long long kResults = 120;  // days after a period's end within which they come
    const std::vector<TimeSpan>& times = input_.resolved[draft.sentence].times;
    const bool told = std::any_of(times.begin(), times.end(), [&](const TimeSpan& time) {
      return time.time.interval.start == period.start && time.time.interval.end == period.end;
    });
    return told && draft.text("status") == "forecast" &&
           (*input_.published - *period.end).count() <= kResults;
  }

  void carry(std::size_t index) {
    Draft& draft = drafts_[index];
    if (const std::optional<Interval> session = session_of(draft)) return infer(draft, *session);
    if (draft.fact.section == "boilerplate" || is_one_of_columns(index)) return;
    // "a valuation range of $32 to $38 with a mid-point of $35": an opinion is of no period.
    const Analysis& a = input_.analyses[draft.sentence];
    if (look_.holds(a, "measure.valuation")) return;
    if (holds_now(draft) || is_attribute(draft) || is_person_age(draft)) return;
    if (follows_aftermath(a, draft) || is_anecdote(draft) || draft.came_by("bound/price-from")) return;
    if (is_size_of_thing(draft) || is_example(draft) || is_given_number(draft)) return;
    if (look_.holds(a, "measure.timeless") || is_agreed(draft) || is_required(draft)) return;
    const std::optional<Interval> base = current(index);
    if (!base || !base->start) return;
    if (draft.text("status") == "forecast" || draft.text("status") == "target" ||
        draft.text("status") == "hypothetical") {
      // Guidance is about the future: a past period is not carried into it.
      if (input_.published && base->end && *base->end < *input_.published && !is_awaited(draft, *base))
        return;
    }
    infer(draft, *base);
    draft.fact.rules.emplace_back("period/carried");
  }

  std::vector<Draft>& drafts_;
  const ClaimInput& input_;
  const ClauseTable& clauses_;
  Looker look_;
  std::vector<Governor> governors_;  // by draft
  std::set<const TimeSpan*> taken_;  // by old levels
  std::optional<Interval> lead_;
  bool surveyed_;
  Session session_;
  ToldIntervals told_;  // the periods that the article names
};

}  // namespace

void find_periods(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses) {
  PeriodFinder(drafts, input, clauses).run();
}

std::optional<Interval> leading_period(const ClaimInput& input) {
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
    return ago < (in_lede ? kFarPast : kPast) && *time.time.interval.start <= *input.published;
  };
  const Looker look(input);
  const std::size_t opening = opening_of(input);
  for (std::size_t sentence = opening; sentence < input.resolved.size(); ++sentence) {
    const std::size_t i = sentence - opening;
    for (const TimeSpan& time : input.resolved[sentence].times) {
      const Analysis& a = input.analyses[sentence];
      if (!is_period(time, i < 2) || led_by(look, a, time, "comparator") || is_origin(look, a, time))
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
  const bool surveyed = tells_survey(input);  // people were asked about the year that runs
  const Candidate* best = nullptr;
  for (const Candidate& candidate : candidates) {
    if (candidate.first >= kLede && candidate.count < kOften) continue;
    if (!surveyed && (is_running(candidate) || is_set_beside(candidate))) continue;
    if (is_compared_with(candidate)) continue;
    if (best == nullptr || candidate.weight + candidate.count > best->weight + best->count) best = &candidate;
  }
  return best == nullptr ? std::nullopt : std::optional<Interval>(best->interval);
}

}  // namespace figmine
