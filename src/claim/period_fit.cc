#include "claim/period_fit.h"

#include <algorithm>

namespace figmine {
namespace {

constexpr int kNo = 1000;  // a distance that rules a time out
constexpr int kFar = 80;   // beyond it a sentence is a table run together

}  // namespace

TimeFit::TimeFit(const std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses)
    : drafts_(drafts), input_(input), clauses_(clauses), look_(input) {
  governors_.reserve(drafts_.size());
  for (const Draft& draft : drafts_) {
    governors_.push_back(governor_of(look_, input_.analyses[draft.sentence], clauses_.of(draft.sentence),
                                     draft.mention->range));
  }
}

const Governor& TimeFit::governor_of_figure(const Draft& draft) const {
  return governors_[static_cast<std::size_t>(&draft - drafts_.data())];
}

const TimeSpan* TimeFit::nearest(const Draft& draft) const {
  if (has_vague_time(draft)) return nullptr;
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

bool TimeFit::in_data_cell(std::size_t sentence, const TimeSpan& time) const {
  const Block& block = input_.document.blocks[input_.text.sentences[sentence].block];
  return block.kind == BlockKind::kTableRow && !block.header && !block.cells.empty() &&
         !block.cells.front().contains(look_.span_of(time.range));
}

// The tokens between a figure and a time; empty where they overlap.
TokenRange TimeFit::between(const Draft& draft, const TimeSpan& time) {
  const TokenRange figure = draft.mention->range;
  const bool after = time.range.begin >= figure.end;
  const TokenRange gap =
      after ? TokenRange{figure.end, time.range.begin} : TokenRange{time.range.end, figure.begin};
  return gap.begin < gap.end ? gap : TokenRange{};
}

bool TimeFit::measures(const Draft& draft, std::string_view type) const {
  if (!draft.fact.measure) return false;
  const TokenRange words = look_.tokens_in(draft.fact.measure->span);
  for (std::uint32_t token = words.begin; token < words.end; ++token) {
    if (look_.word_is(token, type)) return true;
  }
  return false;
}

bool TimeFit::is_shift(const TimeSpan& time) { return time.anaphoric; }

bool TimeFit::has_vague_time(const Draft& draft) const {
  constexpr std::uint32_t kReach = 4;  // tokens
  const Analysis& a = input_.analyses[draft.sentence];
  if (!look_.holds(a, "time.vague")) return false;
  for (std::uint32_t token = draft.mention->range.end;
       token < a.range.end && token - draft.mention->range.end < kReach; ++token) {
    if (look_.token_text(token) == "," || look_.beginning_at(a, token, "q") != nullptr) return false;
    if (look_.beginning_at(a, token, "time.vague") != nullptr) return true;
  }
  return false;
}

// "over the past week", "in the last 24 hours": a span that ends as the article appears.
bool TimeFit::is_span_to_now(const TimeSpan& time) const {
  return time.time.relative && !time.anaphoric && ends_now(time.time.interval, input_.published) &&
         time.range.begin > 0 &&
         (look_.word_is(time.range.begin - 1, "preposition.span") ||
          look_.word_is(time.range.begin, "preposition.span"));
}

// "the largest crowd since 1998", "for the first time since the cold days of April": how far back a
// record reaches.
bool TimeFit::bounds_record(std::size_t sentence, const TimeSpan& time) const {
  constexpr std::uint32_t kReach = 7;  // tokens
  const std::uint32_t start = input_.analyses[sentence].range.begin;
  for (std::uint32_t token = time.range.begin + 2; time.since && token < time.range.end; ++token) {
    if (look_.word_is(token, "record.last") && !look_.word_is(token - 1, "article"))
      return true;  // "since they last met in May", unlike "since last May"
  }
  std::uint32_t since = time.range.begin;
  while (since > start && time.range.begin - since < kReach && !look_.word_is(since, "record.reach") &&
         !look_.form(since).is(Shape::kPunct))
    --since;
  if (!look_.word_is(since, "record.reach")) return false;
  for (std::uint32_t token = since; token-- > start && since - token < kReach;) {
    if (look_.form(token).is(Shape::kPunct)) return false;
    if (look_.word_is(token, "record.word") || look_.word_is(token, "superlative")) return true;
  }
  return false;
}

// "Sixty states supported tripling it by 2030": what is past is of no time by which something is to be
// reached.
bool TimeFit::is_deadline_ahead(const Draft& draft, const TimeSpan& time) const {
  const std::optional<Day>& end = time.time.interval.end;
  if (!time.until || !input_.published || !end || *end <= *input_.published) return false;
  const bool own = draft.fact.change && draft.text("role") == "by" && draft.fact.quantity.kind == "multiple";
  return !own && draft.fact.status == "reported" &&
         (governor_of_figure(draft).tense == Tense::kPast || tells_ahead_beside(draft));
}

// "a goal to scrap 20% of the 3 million boilers it counts by 2031": another figure of the sentence is of what
// is to come.
bool TimeFit::tells_ahead_beside(const Draft& draft) const {
  constexpr std::size_t kReach = 8;  // figures on either side
  const std::size_t index = static_cast<std::size_t>(&draft - drafts_.data());
  const std::size_t end = std::min(drafts_.size(), index + kReach);
  for (std::size_t i = index - std::min(index, kReach); i < end; ++i) {
    if (drafts_[i].sentence == draft.sentence && drafts_[i].fact.claim && is_ahead(drafts_[i])) return true;
  }
  return false;
}

// "tickets bought in March 2021 and May 2023 were exchanged for 4 million passes": the time of a
// participle within the subject of the figure's verb.
bool TimeFit::dates_participle(const Draft& draft, const TimeSpan& time) const {
  const Clauses& clauses = clauses_.of(draft.sentence);
  std::size_t chunk = clauses.at(time.range.begin);
  const std::size_t figure = clauses.at(draft.mention->range.begin);
  if (chunk == Clauses::kNoChunk || figure == Clauses::kNoChunk || figure <= chunk) return false;
  const auto is_joint = [&](std::size_t i) {
    return clauses.is(i, Part::kComma) || clauses.is(i, Part::kConjunction);
  };
  std::size_t verb = chunk + 1;  // the one that has the subject
  for (; verb < figure && !clauses.is(verb, Part::kVerb); ++verb) {
    if (clauses.is(verb, Part::kStop) || clauses.is(verb, Part::kSubordinator)) return false;
    if (is_joint(verb) && !is_joint(verb + 1) && !clauses.is(verb + 1, Part::kTime)) return false;
  }
  if (verb >= figure || !is_finite(look_, input_.analyses[draft.sentence], clauses, clauses[verb].range))
    return false;
  while (chunk > 0 && (clauses.is(chunk, Part::kTime) || is_joint(chunk))) --chunk;
  if (clauses.is(chunk, Part::kPreposition)) --chunk;
  if (chunk > 1 && clauses.is(chunk, Part::kPhrase) &&
      look_.word_is(clauses[chunk - 1].range.begin, "preposition.doer") &&
      look_.word_is(clauses[chunk - 2].range.begin, "filed.participle"))
    chunk -= 2;  // "filed by the office on May 8"
  if (chunk == 0 || !clauses.is(chunk, Part::kVerb) || !clauses.is(chunk - 1, Part::kPhrase)) return false;
  const TokenRange words = clauses[chunk].range;
  return words.end - words.begin == 1 && look_.word_is(words.begin, "made.participle");
}

// "Lee, a trustee since 2022, has 35 years of practice": a time that commas part from the figure's verb.
bool TimeFit::is_in_apposition(const Draft& draft, const TimeSpan& time) const {
  const std::uint32_t start = input_.analyses[draft.sentence].range.begin;
  const TokenRange verb = governor_of_figure(draft).verb;
  return time.since && !verb.empty() && time.range.end <= verb.begin && time.range.begin > start &&
         !look_.form(time.range.begin - 1).is(Shape::kPunct) && comma_between(start, time.range.begin) &&
         comma_between(time.range.end, verb.begin);
}

// "nearly doubling April's production": what is multiplied.
bool TimeFit::is_multiplied(const Draft& draft, const TimeSpan& time) const {
  const std::uint32_t end = time.range.end;
  return draft.fact.quantity.kind == "multiple" && time.range.begin == draft.mention->range.end &&
         look_.word_is(end, "possessive");
}

// "seats for Lantern Night 2024 are", "ISO 20121:2024": the year of a name. In "Acme 2025 sales" it is that
// of the sales.
bool TimeFit::is_named_year(std::size_t sentence, const TimeSpan& time) const {
  constexpr std::size_t kYear = 4;  // digits
  const Analysis& a = input_.analyses[sentence];
  const std::uint32_t year = time.range.begin;
  if (time.range.end - year != 1 || look_.form(year).text.size() != kYear || year < a.range.begin + 2)
    return false;
  const std::vector<Token>& tokens = input_.text.tokens;
  const std::string_view mark = look_.token_text(year - 1);
  if ((mark == ":" || mark == "/") && tokens[year].glued && tokens[year - 1].glued)
    return look_.form(year - 2).is(Shape::kDigit);
  const auto is_word = [&](std::uint32_t token, Shape shape) {
    return look_.form(token).is(Shape::kWordlike) && look_.form(token).is(shape);
  };
  if (!is_word(year - 1, Shape::kCap) || !is_word(year - 2, Shape::kCap) || look_.title_case(a)) return false;
  if (input_.text.sentences[sentence].section == Section::kHeadline) return false;
  for (const std::string_view type : {"preposition", "month", "season", "grain", "weekday"}) {
    if (look_.word_is(year - 1, type)) return false;
  }
  return time.range.end >= a.range.end || look_.form(time.range.end).is(Shape::kPunct) ||
         look_.beginning_at(a, time.range.end, "vg") != nullptr ||
         look_.beginning_at(a, time.range.end, "pos.first.CC") != nullptr;
}

bool TimeFit::is_of_other(const Draft& draft, const TimeSpan& time) const {
  const TokenRange gap = between(draft, time);
  if (static_cast<int>(gap.end - gap.begin) > kFar)
    return false;  // a walk over such a sentence is not linear
  return is_in_name(draft.sentence, time) || is_named_year(draft.sentence, time) ||
         bounds_record(draft.sentence, time) || dates_participle(draft, time) ||
         is_deadline_ahead(draft, time) || is_of_another_verb(draft, time) ||
         is_of_past_clause(draft, time) || is_of_next_clause(draft, time) || opens_next_clause(draft, time) ||
         dates_aside(draft, time) || is_year_of_name(draft, time) || is_past_relative(draft, time) ||
         is_in_relative(draft, time) || is_in_apposition(draft, time) || is_of_start_ahead(draft, time) ||
         is_ranked(draft.sentence, time);
}

// Whether the figure may be of the time, whatever stands between them.
bool TimeFit::may_date(const Draft& draft, const TimeSpan& time, bool old_level) const {
  const TokenRange gap = between(draft, time);
  const bool to_come =
      time.aside && time.until && is_ahead(draft);  // "by the end of the year it will have $5m"
  if (!is_shift(time) && !time.topic && !usable(time) && !to_come) return false;
  if (static_cast<int>(gap.end - gap.begin) > kFar || time.range.overlaps(draft.mention->range)) return false;
  if (tells_when_said(draft.sentence, time) || in_other_bracket(draft, time)) return false;
  if (dates_something_else(draft.sentence, time) || is_of_other(draft, time)) return false;
  if (!old_level && taken_.count(&time) > 0) return false;
  if (is_person_age(draft) || is_attribute(draft) || is_payment_day(draft, time)) return false;
  if (is_multiple_of_estimates(draft, time)) return false;
  const bool told_quoted = input_.text.tokens[time.range.begin].quoted;
  if (time.range.end <= draft.mention->range.begin && !is_quoted(draft) && told_quoted &&
      comma_between(time.range.end, draft.mention->range.begin))
    return false;  // '"It opens next year," said Ann Lee, who spoke for 17 minutes'
  if (time.range.begin > draft.mention->range.begin && is_quoted(draft) && !told_quoted)
    return false;  // '"It sold 300 cars," said Ann Lee, who joined in 2013'
  return !time.since || (draft.text("role").empty() && draft.fact.quantity.kind != "percent");
}

// "In 2023, it bought a rival, while opening six offices": a time that opens the sentence, up to its comma,
// is that of all its clauses.
bool TimeFit::opens(const Analysis& a, std::uint32_t end) const {
  if (!look_.word_is(a.range.begin, "preposition") || look_.token_text(end) != ",") return false;
  for (std::uint32_t token = a.range.begin; token < end; ++token) {
    const bool parts = look_.token_text(token) == "," || look_.beginning_at(a, token, "vg") != nullptr ||
                       look_.beginning_at(a, token, "q") != nullptr;
    if (parts) return false;
  }
  return true;
}

// How far the time stands from the figure, by what stands between them; nothing where that parts them.
std::optional<int> TimeFit::cost_of_gap(const Draft& draft, TokenRange gap, bool after) const {
  const Analysis& a = input_.analyses[draft.sentence];
  int distance = static_cast<int>(gap.end - gap.begin);
  const bool whole = !after && opens(a, gap.begin) && !tells_now(draft, governor_of_figure(draft));
  if (!after) distance += 4;  // "fell to 5% in May": what follows is closer than what stands before
  for (std::uint32_t token = gap.begin; token < gap.end; ++token) {
    const std::string_view text = look_.token_text(token);
    const bool contrast = look_.small_word_is(token, "clause.contrast") && !whole;
    if (text == ";" || contrast) return std::nullopt;
    if (text == "," || look_.small_word_is(token, "clause.joint")) distance += 3;
    if (look_.beginning_at(a, token, "q") != nullptr) distance += after ? 12 : 2;
    if (after && look_.small_word_is(token, "sequel.act") && leads_gerund(a, token)) return std::nullopt;
    if (after && look_.small_word_is(token, "sequel") &&
        (holds_figure(draft.sentence, {token, gap.end}) || holds_verb(draft.sentence, {token, gap.end})))
      return std::nullopt;  // "5%, after 4% in May"
  }
  return distance;
}

// Whether the figure is compared with what the time tells: "5% more than in May", "up 3% on September".
bool TimeFit::is_baseline_of(const Draft& draft, const TimeSpan& time) const {
  const Analysis& a = input_.analyses[draft.sentence];
  if (!time.topic && is_compared(draft.sentence, time)) return true;
  if (time.range.begin < draft.mention->range.end) return false;
  const TokenRange gap = between(draft, time);
  for (std::uint32_t token = gap.begin; token < gap.end; ++token) {
    const bool span = token + 1 == time.range.begin && is_span_to_now(time);
    if (!span && look_.beginning_at(a, token, "comparator") != nullptr && !bounds_figure(a, token))
      return true;
  }
  return draft.text("role") == "by" && !time.topic && !time.weekday && !is_span_to_now(time) &&
         led_by(look_, a, time, "comparator.of_change");
}

// How badly a time fits a figure; 1000 where it can't be its period.
int TimeFit::distance_to(const Draft& draft, const TimeSpan& time, bool old_level) const {
  if (!may_date(draft, time, old_level)) return kNo;
  const bool after = time.range.begin >= draft.mention->range.end;
  const TokenRange gap = between(draft, time);
  if (!after && is_told_of(time, draft)) return 0;
  if (is_of_named_before(draft, time, gap) || is_multiplied(draft, time)) return kNo;
  const std::optional<int> cost = cost_of_gap(draft, gap, after);
  if (!cost) return kNo;
  int distance = *cost;
  const bool comparison = is_baseline_of(draft, time);
  if (!old_level && (comparison || is_shift(time))) return kNo;  // it tells the baseline
  const bool same_bracket = bracket_around(draft.sentence, time.range.begin).contains(draft.mention->range);
  if (old_level && same_bracket) return distance;
  if (old_level && !after && !comparison) return kNo;
  if (old_level && after && distance > 12 && !is_shift(time)) return kNo;
  if (distance > kFar) return kNo;
  const bool today =
      time.time.relative && after && gap.empty() && draft.text("role") == "by";  // "up 7% today"
  if (((is_dateline(time) && !opens_as_of(time) && !today) ||
       (is_passing(time, distance) && !opens_as_of(time) && !is_awaited(draft, time))) &&
      !(time.weekday && (is_traded(draft) || happened_then(draft, time, gap))))
    return kNo;
  if (input_.text.tokens[time.range.begin].quoted != input_.text.tokens[draft.mention->range.begin].quoted)
    distance += 6;
  if (time.time.kind == Time::Kind::kDate && days_of(time.time.interval) == 1 && !after) distance += 3;
  return distance;
}

// "before filing for bankruptcy in May"
bool TimeFit::leads_gerund(const Analysis& a, std::uint32_t token) const {
  constexpr std::size_t kShortest = 6;  // letters: not "spring"
  if (token + 1 >= a.range.end) return false;
  const Form& next = look_.form(token + 1);
  return next.folded.size() > kShortest - 1 && next.folded.ends_with("ing") && next.text == next.folded &&
         !look_.word_is(token + 1, "season");
}

// "its launch on May 4, and a network of 50 shops": the day of something else that is named before.
bool TimeFit::is_of_named_before(const Draft& draft, const TimeSpan& time, TokenRange gap) const {
  constexpr std::uint32_t kOpening = 4;  // tokens
  if (days_of(time.time.interval) != 1 || time.range.begin > draft.mention->range.begin || opens_as_of(time))
    return false;
  if (time.range.begin - input_.analyses[draft.sentence].range.begin < kOpening) return false;
  bool joined = false;
  for (std::uint32_t token = gap.begin; token + 1 < gap.end && !joined; ++token)
    joined = look_.token_text(token) == "," && look_.word_is(token + 1, "pos.first.CC");
  return joined && !holds_verb(draft.sentence, gap);
}

bool TimeFit::holds_verb(std::size_t sentence, TokenRange range) const {
  const Clauses& clauses = clauses_.of(sentence);
  for (std::uint32_t token = range.begin; token < range.end; ++token) {
    const std::size_t chunk = clauses.at(token);
    if (clauses.is(chunk, Part::kVerb) &&
        is_finite(look_, input_.analyses[sentence], clauses, clauses[chunk].range))
      return true;
  }
  return false;
}

bool TimeFit::holds_figure(std::size_t sentence, TokenRange range) const {
  const std::span<const Draft> beside = of_sentence(drafts_, sentence);
  return std::any_of(beside.begin(), beside.end(), [&](const Draft& other) {
    return other.fact.claim && range.contains(other.mention->range);
  });
}

// "more than 5%": no comparison with another time.
bool TimeFit::bounds_figure(const Analysis& a, std::uint32_t token) const {
  const Annotation* bound = look_.covering(a, token, "bound.before");
  return bound != nullptr && look_.beginning_at(a, bound->range.end, "q") != nullptr;
}

bool TimeFit::is_dateline(const TimeSpan& time) const {
  return input_.published && time.time.kind == Time::Kind::kDate &&
         time.time.interval.start == input_.published && time.time.interval.end == input_.published;
}

bool TimeFit::opens_as_of(const TimeSpan& time) const {
  return time.range.end - time.range.begin > 2 && look_.word_is(time.range.begin, "as_of.lead");
}

void TimeFit::take(const Draft& old_level) {
  constexpr std::uint32_t kBeside = 4;  // tokens
  const std::uint32_t end = old_level.mention->range.end;
  if (old_level.time == nullptr || old_level.time->range.begin < end) return;
  const TokenRange bracket =
      bracket_around(old_level.sentence, end);  // "NZ$0.6 million (A$0.5 million) in 2024"
  const std::uint32_t from = bracket.begin == end && !bracket.empty() ? bracket.end : end;
  if (old_level.time->range.begin <= from + kBeside) taken_.insert(old_level.time);
}

// "the February rate of 1,446,000": the figure is of the noun that the time stands before.
bool TimeFit::is_told_of(const TimeSpan& time, const Draft& draft) const {
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
bool TimeFit::is_of_another_verb(const Draft& draft, const TimeSpan& time) const {
  const Clauses& clauses = clauses_.of(draft.sentence);
  const Governor& governor = governor_of_figure(draft);
  if (governor.tense == Tense::kOpen || !tells_now(draft, governor)) return false;
  if (time.range.begin == draft.mention->range.end) return false;  // "in 8 rounds this year"
  const std::size_t verb = clauses.verb_before(clauses.at(time.range.begin));
  if (verb == Clauses::kNoChunk) return is_of_first_verb(draft, time);
  if (clauses[verb].range.begin == governor.verb.begin || describes_figure(draft, verb)) return false;
  // "Set up in 1974, it operates": a comma parts the two
  if (time.range.begin < governor.verb.begin)
    return comma_between(time.range.end, governor.verb.begin) || is_coordinated(clauses, governor.verb);
  return is_finite(look_, input_.analyses[draft.sentence], clauses, clauses[verb].range) ||
         comma_between(draft.mention->range.end, clauses[verb].range.begin);
}

// "with 700,000 patients treated": a participle right behind the figure's noun.
bool TimeFit::describes_figure(const Draft& draft, std::size_t verb) const {
  const Clauses& clauses = clauses_.of(draft.sentence);
  const std::size_t figure = clauses.at(draft.mention->range.begin);
  if (figure == Clauses::kNoChunk || verb <= figure || verb > figure + 2) return false;
  if (verb == figure + 2 && !clauses.is(figure + 1, Part::kPhrase)) return false;
  const TokenRange words = clauses[verb].range;
  return words.end - words.begin == 1 && draft.mention->range.end <= words.begin &&
         (!look_.word_is(words.end, "preposition.doer") ||
          look_.beginning_at(input_.analyses[draft.sentence], words.end, "time") != nullptr) &&
         (look_.word_is(words.begin, "pos.VN") || look_.form(words.begin).folded.ends_with("ed"));
}

// "and now sells": whether "and" stands right before the verb.
bool TimeFit::is_coordinated(const Clauses& clauses, TokenRange verb) const {
  const std::size_t before = clauses.before(clauses.at(verb.begin));
  return clauses.is(before, Part::kConjunction);
}

// "Since its start in 2017, Vexa has bought 45 shops and serves 12 provinces": a time that opens the sentence
// is of the first verb, which is told in another tense than the figure's.
bool TimeFit::is_of_first_verb(const Draft& draft, const TimeSpan& time) const {
  const Clauses& clauses = clauses_.of(draft.sentence);
  const Governor& governor = governor_of_figure(draft);
  if (governor.tense != Tense::kPresent || time.range.end > governor.verb.begin ||
      !is_coordinated(clauses, governor.verb))
    return false;
  const std::size_t own = clauses.at(governor.verb.begin);
  for (std::size_t i = clauses.at(time.range.begin) + 1; i < own; ++i) {
    if (!clauses.is(i, Part::kVerb)) continue;
    const Tense tense = tense_of(look_, input_.analyses[draft.sentence], clauses, clauses[i].range);
    if (tense != Tense::kUntold) return tense == Tense::kPast || tense == Tense::kPerfect;
  }
  return false;
}

// "has sold 200 seats and expects to sell 350 by the end of June", "doubled to 500, and growth is expected in
// 2026": the time of the next clause, which tells what is to come.
bool TimeFit::is_of_next_clause(const Draft& draft, const TimeSpan& time) const {
  const Clauses& clauses = clauses_.of(draft.sentence);
  const Governor& governor = governor_of_figure(draft);
  const bool over = governor.tense == Tense::kPast || governor.tense == Tense::kPerfect;
  if (!over || draft.fact.status != "reported" || time.range.begin < draft.mention->range.end ||
      governor.verb.begin > draft.mention->range.begin)
    return false;
  bool joined = false;
  const std::size_t end = clauses.at(time.range.begin);
  for (std::size_t i = clauses.at(draft.mention->range.begin) + 1; i < end && end != Clauses::kNoChunk; ++i) {
    joined = joined || clauses.is(i, Part::kConjunction);
    if (!joined || !clauses.is(i, Part::kVerb)) continue;
    const Tense tense = tense_of(look_, input_.analyses[draft.sentence], clauses, clauses[i].range);
    if (tense != Tense::kUntold) return tense == Tense::kPresent || tense == Tense::kOpen;
  }
  return false;
}

// "sales of $2 million, and as of May 12 have more", "rose to $27m and full-year profit fell": a time
// that opens the next clause, whose verb stands behind it.
bool TimeFit::opens_next_clause(const Draft& draft, const TimeSpan& time) const {
  if (time.range.begin < draft.mention->range.end) return false;
  const Clauses& clauses = clauses_.of(draft.sentence);
  const std::size_t chunk = clauses.at(time.range.begin);
  if (chunk == Clauses::kNoChunk || chunk == 0) return false;
  std::size_t before = chunk - 1;
  if (before > 0 && clauses.is(before, Part::kPreposition)) --before;
  if (!clauses.is(before, Part::kConjunction) || clauses.at(draft.mention->range.begin) >= before)
    return false;
  if (clauses.is(before - 1, Part::kTime)) return false;  // "in May and June"
  constexpr std::size_t kReach = 20;                      // chunks
  const std::size_t end = std::min(clauses.chunks().size(), chunk + kReach);
  for (std::size_t i = chunk + 1; i < end; ++i) {
    if (clauses.is(i, Part::kConjunction) || clauses.is(i, Part::kStop) || clauses.is(i, Part::kTime))
      return false;
    if (clauses.is(i, Part::kFigure) && clauses.is(chunk + 1, Part::kPhrase)) return true;  // a headline's
    if (clauses.is(i, Part::kVerb) &&
        is_finite(look_, input_.analyses[draft.sentence], clauses, clauses[i].range))
      return true;
  }
  return false;
}

// "The study, published in August 2024, describes 6 pits": the time of a participle that commas set
// off.
bool TimeFit::dates_aside(const Draft& draft, const TimeSpan& time) const {
  constexpr std::size_t kReach = 8;  // chunks
  if (draft.mention->range.begin < time.range.end || look_.token_text(time.range.end) != ",") return false;
  const Clauses& clauses = clauses_.of(draft.sentence);
  const std::size_t chunk = clauses.at(time.range.begin);
  for (std::size_t i = chunk; i != Clauses::kNoChunk && i-- > 0 && chunk - i <= kReach;) {
    if (!clauses.is(i, Part::kComma)) continue;
    const std::uint32_t word = clauses[i].range.end;
    return clauses.is(i + 1, Part::kVerb) &&
           (look_.word_is(word, "made.participle") || look_.word_is(word, "ended.participle"));
  }
  return false;
}

// "the 2025 Halden Prize list", "a 2024 Norva Rialto valued at $20,000": the year of a name, which only a
// rank is of. In "2025 Adjusted EBITDA" it is that of the measure.
bool TimeFit::is_year_of_name(const Draft& draft, const TimeSpan& time) const {
  constexpr std::size_t kYear = 4;  // digits
  const std::uint32_t year = time.range.end - 1;
  const Analysis& a = input_.analyses[draft.sentence];
  if (look_.form(year).text.size() != kYear || !look_.form(year).is(Shape::kDigit) ||
      year + 3 > a.range.end || draft.fact.quantity.kind == "rank" || look_.title_case(a) ||
      input_.text.sentences[draft.sentence].section == Section::kHeadline)
    return false;
  if (time.range.begin != year && !look_.word_is(time.range.begin, "article")) return false;
  for (std::uint32_t token = year + 1; token < year + 3; ++token) {
    const Form& form = look_.form(token);
    const bool abbreviated = form.text == "." && look_.word_is(token - 1, "legal_form");
    const bool sign = token > year + 1 && (abbreviated || form.is(Shape::kDigit));
    if (!sign && (!form.is(Shape::kWordlike) || !form.is(Shape::kCap))) return false;
    for (const std::string_view type : {"results.noun", "revised.noun", "measure.flow", "measure.stock",
                                        "fiscal", "month", "grain", "account.word"}) {
      if (look_.word_is(token, type)) return false;
    }
  }
  return true;
}

// "was let go in April, and creditors are now pushing to recover $30m": what the next clause tells in another
// tense is not of that time.
bool TimeFit::is_of_past_clause(const Draft& draft, const TimeSpan& time) const {
  const Clauses& clauses = clauses_.of(draft.sentence);
  const Analysis& a = input_.analyses[draft.sentence];
  const std::size_t from = clauses.at(time.range.begin);
  const std::size_t to = clauses.at(draft.mention->range.begin);
  if (from == Clauses::kNoChunk || to == Clauses::kNoChunk) return false;
  const std::size_t own = clauses.verb_before(from);
  if (own == Clauses::kNoChunk || tense_of(look_, a, clauses, clauses[own].range) != Tense::kPast)
    return false;
  bool joined = false;
  bool next = false;  // a clause that is told in another tense
  // "lenders (owed $17m) are suing": the verb stands behind the figure's bracket
  const TokenRange bracket = bracket_around(draft.sentence, draft.mention->range.begin);
  const bool aside = !bracket.empty() && time.range.end <= bracket.begin;
  constexpr std::size_t kReach = 20;  // chunks
  const std::size_t end = aside ? std::min(clauses.chunks().size(), to + kReach) : to;
  for (std::size_t i = from + 1; i < end && (i < to || (joined && !next)); ++i) {
    joined = joined || clauses.is(i, Part::kConjunction);
    if (!joined || !clauses.is(i, Part::kVerb) || clauses.is(i - 1, Part::kOpen)) continue;
    const Tense tense = tense_of(look_, a, clauses, clauses[i].range);
    if (tense == Tense::kPast) return false;
    next = next || tense != Tense::kUntold;
  }
  return next;
}

// "which employs 460 people, plans five launches this year": the time stands past the relative clause.
bool TimeFit::is_past_relative(const Draft& draft, const TimeSpan& time) const {
  const Governor& governor = governor_of_figure(draft);
  const std::uint32_t end = draft.mention->range.end;
  if (governor.verb.empty() || governor.verb.begin > end || time.range.begin < end) return false;
  const Clauses& clauses = clauses_.of(draft.sentence);
  const std::size_t before = clauses.before(clauses.at(governor.verb.begin));
  return clauses.is(before, Part::kRelative) && comma_between(end, time.range.begin);
}

// "interviews 18,500 persons, of whom 71 per cent responded in July": the time of a relative clause that is
// not told of the figure itself.
bool TimeFit::is_in_relative(const Draft& draft, const TimeSpan& time) const {
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

// "is on sale at $500, with shipping beginning in June": when something else begins.
bool TimeFit::is_of_start_ahead(const Draft& draft, const TimeSpan& time) const {
  const TokenRange gap = between(draft, time);
  if (time.range.begin < draft.mention->range.end) return false;
  for (std::uint32_t token = gap.begin; token + 1 < gap.end; ++token) {
    if (look_.token_text(token) != "," || !look_.small_word_is(token + 1, "preposition.bearing")) continue;
    const TokenRange clause{token + 3, time.range.end};  // not "with expected revenues"
    return !holds_figure(draft.sentence, clause) && holds_start(clause);
  }
  return false;
}

// "November ranked 11th": the month is what has the rank.
bool TimeFit::is_ranked(std::size_t sentence, const TimeSpan& time) const {
  const Clauses& clauses = clauses_.of(sentence);
  const std::size_t verb = clauses.at(time.range.end);
  const std::uint32_t begin = time.range.begin;
  const Analysis& a = input_.analyses[sentence];
  const bool led = begin > a.range.begin && look_.beginning_at(a, begin - 1, "preposition") != nullptr;
  if (led || !clauses.is(verb, Part::kVerb)) return false;
  const std::span<const Draft> beside = of_sentence(drafts_, sentence);
  return std::any_of(beside.begin(), beside.end(), [&](const Draft& draft) {
    return draft.came_by("quantity/rank-place") && clauses[verb].range.end == draft.mention->range.begin;
  });
}

bool TimeFit::holds_start(TokenRange range) const {
  for (std::uint32_t token = range.begin; token < range.end; ++token) {
    if (look_.word_is(token, "start.word")) return true;
  }
  return false;
}

bool TimeFit::is_person_age(const Draft& draft) const {
  const TokenRange range = draft.mention->range;
  const Analysis& a = input_.analyses[draft.sentence];
  if (draft.fact.quantity.kind != "age" || range.begin == a.range.begin || range.end == a.range.end)
    return false;
  return look_.token_text(range.begin - 1) == "," && look_.form(range.end).is(Shape::kPunct);
}

// "a dividend of $0.26, to holders of record on February 3"
bool TimeFit::is_payment_day(const Draft& draft, const TimeSpan& time) const {
  return time.time.kind == Time::Kind::kDate && days_of(time.time.interval) == 1 &&
         measures(draft, "measure.dividend");
}

bool TimeFit::comma_between(std::uint32_t from, std::uint32_t to) const {
  while (from < to && look_.token_text(from) != ",") ++from;
  return from < to;
}

// "The storm killed 11 people and 60 cattle in Bihar on Tuesday": the day on which that happened, a few words
// behind the figures of a verb in the past.
bool TimeFit::happened_then(const Draft& draft, const TimeSpan& time, TokenRange gap) const {
  constexpr std::uint32_t kReach = 9;  // tokens
  const Governor& governor = governor_of_figure(draft);
  if (governor.tense != Tense::kPast || governor.verb.begin > draft.mention->range.begin) return false;
  if (time.range.begin < draft.mention->range.end || gap.end - gap.begin > kReach) return false;
  for (std::uint32_t token = gap.begin; token < gap.end; ++token) {
    if (look_.token_text(token) == "," || look_.token_text(token) == "—") return false;
  }
  return !holds_verb(draft.sentence, gap);
}

// "could pass $5m by the end of the week": a deadline of what is to come.
bool TimeFit::is_awaited(const Draft& draft, const TimeSpan& time) {
  return time.until && (is_ahead(draft) || draft.text("status") == "hypothetical");
}

// "this week", "today": says when it was told, unless it stands right beside the figure.
bool TimeFit::is_passing(const TimeSpan& time, int distance) {
  return time.time.relative && !time.topic && !time.anaphoric && days_of(time.time.interval) <= 7 &&
         distance > 3;
}

bool TimeFit::is_compared(std::size_t sentence, const TimeSpan& time) const {
  const Analysis& a = input_.analyses[sentence];
  if (is_span_to_now(time)) return false;
  if (led_by(look_, a, time, "comparator")) return true;
  return led_by(look_, a, time, "comparator.of_change") && follows_delta(sentence, time);
}

// "an increase of 9,000 on July 2024"
bool TimeFit::follows_delta(std::size_t sentence, const TimeSpan& time) const {
  constexpr std::uint32_t kBeside = 4;  // tokens
  const std::span<const Draft> beside = of_sentence(drafts_, sentence);
  return std::any_of(beside.begin(), beside.end(), [&](const Draft& draft) {
    const std::uint32_t end = draft.mention->range.end;
    return draft.text("role") == "by" && end <= time.range.begin && time.range.begin - end <= kBeside &&
           days_of(time.time.interval) != 1;  // "rose 5% on Wednesday"
  });
}

bool TimeFit::tells_when_said(std::size_t sentence, const TimeSpan& time) const {
  if (!time.weekday) return false;
  const Analysis& a = input_.analyses[sentence];
  for (std::uint32_t token = time.range.begin; token-- > a.range.begin && time.range.begin - token < 6;) {
    if (look_.covering(a, token, "say.verb") != nullptr) return true;
    if (look_.covering(a, token, "vg") != nullptr) return false;
  }
  return !a.range.empty() && look_.holds(a, "speech");
}

// "the Russell 2000 index"
bool TimeFit::is_in_name(std::size_t sentence, const TimeSpan& time) const {
  const std::span<const Draft> beside = of_sentence(drafts_, sentence);
  const auto name = std::partition_point(beside.begin(), beside.end(), [&](const Draft& draft) {
    return draft.mention->range.end <= time.range.begin;
  });
  return name != beside.end() && name->fact.non_claim_class == "name" &&
         name->mention->range.contains(time.range);
}

bool TimeFit::dates_something_else(std::size_t sentence, const TimeSpan& time) const {
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

bool TimeFit::in_other_bracket(const Draft& draft, const TimeSpan& time) const {
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

TokenRange TimeFit::bracket_around(std::size_t sentence, std::uint32_t token) const {
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

bool TimeFit::is_baseline(const TimeSpan& time, std::size_t sentence) const {
  const std::span<const Draft> beside = of_sentence(drafts_, sentence);
  return std::any_of(
             beside.begin(), beside.end(),
             [&](const Draft& draft) { return draft.time == &time && draft.text("role") == "from"; }) ||
         is_compared(sentence, time);
}

bool TimeFit::is_quoted(const Draft& draft) const {
  return input_.text.tokens[draft.mention->range.begin].quoted;
}

bool TimeFit::tells_now(const Draft& draft, const Governor& governor) const {
  if (draft.fact.change) return false;
  if (governor.tense == Tense::kUntold || governor.tense == Tense::kPast) return false;
  if (look_.covering(input_.analyses[draft.sentence], governor.verb.end - 1, "change.verb") != nullptr)
    return false;
  return !is_demonstrative(clauses_.of(draft.sentence), governor.verb);
}

// Whether "this" or "that" is the verb's subject.
bool TimeFit::is_demonstrative(const Clauses& clauses, TokenRange verb) const {
  const std::size_t subject = clauses.subject_of(clauses.at(verb.begin));
  if (subject != Clauses::kNoChunk) return look_.word_is(clauses[subject].range.begin, "demonstrative");
  const std::size_t before = clauses.before(clauses.at(verb.begin));
  return before != Clauses::kNoChunk && look_.word_is(clauses[before].range.begin, "demonstrative");
}

bool TimeFit::is_attribute(const Draft& draft) const {
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

// "a P/E of 11x on FY25 estimates": the year is that of the estimates.
bool TimeFit::is_multiple_of_estimates(const Draft& draft, const TimeSpan& time) const {
  const Interval& interval = time.time.interval;
  const bool ahead = input_.published && interval.end && *interval.end > *input_.published;
  return ahead && !time.until &&
         (draft.fact.quantity.kind == "multiple" || measures(draft, "valuation.noun")) &&
         look_.holds(input_.analyses[draft.sentence], "measure.valuation");
}

bool TimeFit::is_traded(const Draft& draft) const {
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

bool TimeFit::is_revised(const Draft& draft) const {
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
bool TimeFit::leads_movement(const Analysis& a, std::uint32_t token) const {
  return look_.beginning_at(a, token, "change.updown") != nullptr || look_.word_is(token, "pos.first.TO") ||
         look_.word_is(token, "preposition.source");
}

bool TimeFit::is_ahead(const Draft& draft) {
  return draft.text("status") == "forecast" || draft.text("status") == "target";
}

}  // namespace figmine
