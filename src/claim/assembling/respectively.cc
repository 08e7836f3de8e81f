#include "claim/assembling/respectively.h"

#include <algorithm>

#include "claim/periods/setter.h"
#include "claim/periods/times.h"
#include "claim/rates.h"
#include "resolve/money.h"

namespace figmine::assembling {
namespace {

std::optional<Period> a_year_before(const Period& period) {
  const std::optional<Day> start = parse_iso_date(period.start);
  const std::optional<Day> end = parse_iso_date(period.end);
  if (!start || !end) return std::nullopt;
  const std::optional<Interval> moved = shift({start, end}, Grain::kYear, -1);
  if (!moved || !moved->start || !moved->end) return std::nullopt;
  Period out;
  out.start = to_iso(*moved->start);
  out.end = to_iso(*moved->end);
  out.inferred = true;
  return out;
}

}  // namespace

void Respectively::pair() const {
  pair_lengths();
  for (std::size_t i = 0; i < input_.analyses.size(); ++i) {
    if (goes_on_pairing(i)) pair_with_sentence_before(claims_of(i));
    if (!look_.holds(input_.analyses[i], "respectively")) continue;
    for (const Annotation& annotation : input_.analyses[i].annotations) {
      if (!look_.is(annotation, "respectively")) continue;
      pair_sentence(i, annotation.range.begin);
    }
  }
}

// "This compares to their/the bank's forecasts of $44m/$45m and $5m/$6m.": behind a sentence with
// "respectively", which this one leaves out.
bool Respectively::goes_on_pairing(std::size_t sentence) const {
  const Analysis& a = input_.analyses[sentence];
  return sentence > 0 && !a.range.empty() && !look_.holds(a, "respectively") &&
         look_.holds(input_.analyses[sentence - 1], "respectively") &&
         look_.word_is(a.range.begin, "anaphor");
}

std::vector<Draft*> Respectively::claims_of(std::size_t sentence) const {
  std::vector<Draft*> figures;
  for (Draft& draft : of_sentence(figures_.drafts(), sentence)) {
    if (draft.fact.claim) figures.push_back(&draft);
  }
  return figures;
}

void Respectively::pair_sentence(std::size_t sentence, std::uint32_t before) const {
  std::vector<Draft*> figures;
  for (Draft& draft : of_sentence(figures_.drafts(), sentence)) {
    if (draft.fact.claim && draft.mention->range.end <= before) figures.push_back(&draft);
  }
  const Analysis& a = input_.analyses[sentence];
  if (figures.size() < 2 || pair_times(sentence, figures, before) || pair_old_levels(figures) ||
      pair_movements(figures))
    return;
  std::vector<TokenRange> names = rows_.names_before(a, figures.front()->mention->range.begin);
  if (names.size() < 2 && pair_holders(a, figures, before)) return;
  if (names.size() < 2) return pair_with_sentence_before(figures);
  if (names.size() != figures.size()) {
    const Draft& last = *figures.back();
    warnings_.push_back({"respectively_mismatch",
                         "as many names as figures are needed for 'respectively'; not paired",
                         last.fact.sentence});
    return;
  }
  std::optional<Measure> told = cut_shared_head(names);
  if (!told) told = told_behind(names.back(), *figures.front());
  if (!told) told = told_by_noun(a, names, *figures.back());
  if (!told) told = told_in_front(a, names);
  if (!told && are_holders(names)) told = share_whole(figures);
  const bool holders = are_holders(names);
  const bool alike = !told && measure_alike(figures, names);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const TokenRange words = look_.without_article(a, names[i]);
    if (told) figures[i]->fact.measure = told;
    if (told || holders || alike)
      figures[i]->fact.subject =
          Subject{look_.text_of(words), look_.text_of(words), "", "", look_.span_of(words)};
    if (!told && !alike) figures[i]->fact.measure = look_.measure_of(words);
    figures[i]->fact.rules.emplace_back("link/respectively");
    if (i > 0) figures[i]->fact.links.push_back({"respectively", figures[i - 1]->fact.id});
  }
}

// "Vexa and Corlan shares rose 3% and 4%": the noun of the last of the names, which is all of theirs and is
// cut off it.
std::optional<Measure> Respectively::cut_shared_head(std::vector<TokenRange>& names) const {
  TokenRange& last = names.back();
  std::uint32_t end = last.end;
  while (end > last.begin && look_.form(end - 1).is(Shape::kLower)) --end;
  const bool named = end > last.begin && end < last.end && look_.is_name({last.begin, end}) &&
                     look_.word_is(last.end - 1, "measure.noun") &&
                     are_holders({names.begin(), names.end() - 1});
  if (!named) return std::nullopt;
  const TokenRange noun{end, last.end};
  last.end = end;
  return look_.measure_of(noun);
}

// "Vexa and Corlan hold 30% and 20% of the market": what the last figure is a part of, all the others are
// too.
std::optional<Measure> Respectively::share_whole(const std::vector<Draft*>& figures) {
  const std::optional<Phrase> whole = figures.back()->fact.share_of;
  if (!whole) return std::nullopt;
  for (Draft* figure : figures) figure->fact.share_of = whole;
  return Measure{whole->text, whole->text.substr(whole->text.rfind(' ') + 1), whole->span};
}

// "Oslo" and "Malmo", unlike "Revenue" and "EBITDA".
bool Respectively::are_holders(const std::vector<TokenRange>& names) const {
  return std::all_of(names.begin(), names.end(), [&](TokenRange name) {
    return look_.is_name(name) && !look_.word_is(name.end - 1, "measure.noun");
  });
}

// "sold 40 and 30 pumps, respectively", "raised $5 million and $4 million in loans, respectively": the
// figures measure the same, which none of the names is.
bool Respectively::measure_alike(const std::vector<Draft*>& figures,
                                 const std::vector<TokenRange>& names) const {
  const Span row{look_.span_of(names.front()).begin, look_.span_of(names.back()).end};
  const Span sentence = input_.text.sentences[figures.back()->sentence].span;
  return std::all_of(figures.begin(), figures.end(), [&](const Draft* figure) {
    return figure->fact.measure && figure->fact.measure->span == figures.back()->fact.measure->span &&
           sentence.contains(figure->fact.measure->span) && !figure->fact.measure->span.overlaps(row);
  });
}

// "Health and Games showed the highest rates at 13% and 12%": what the first figure measures where it is
// named behind the names, which then tell whose it is; or where these are groups: "Error rates were alike
// in the day group and the evening group (4.1% vs. 4.4%)".
std::optional<Measure> Respectively::told_behind(TokenRange last_name, const Draft& figure) {
  if (figure.came_by("measure/of-groups")) return figure.fact.measure;
  const bool behind = !figure.measure.empty() && figure.measure.begin >= last_name.end &&
                      figure.measure.end <= figure.mention->range.begin;
  return behind ? figure.fact.measure : std::nullopt;
}

// "Oslo and Malmo lead with 31% and 28% growth, respectively": what the noun behind the last figure tells of
// names.
std::optional<Measure> Respectively::told_by_noun(const Analysis& a, const std::vector<TokenRange>& names,
                                                  const Draft& last) const {
  const TokenRange noun = look_.without_article(a, last.range("measure_after"));
  if (noun.empty() || look_.title_case(a)) return std::nullopt;
  if (!are_holders(names)) return std::nullopt;
  if (last.came_by("measure/noun-in-after")) return last.fact.measure;  // "growth in sales"
  return look_.measure_of(noun);
}

// "Sales in Oslo and Malmo rose to $5 million and $6 million, respectively": the noun that a preposition
// joins to the names.
std::optional<Measure> Respectively::told_in_front(const Analysis& a,
                                                   const std::vector<TokenRange>& names) const {
  const std::uint32_t first = names.front().begin;
  if (first <= a.range.begin + 1 || !are_holders(names)) return std::nullopt;
  const std::uint32_t link = first - 1;
  if (!look_.word_is(link, "preposition")) return std::nullopt;
  const Annotation* np = look_.ending_at(a, link, "np");
  if (np == nullptr || !look_.word_is(link - 1, "measure.noun")) return std::nullopt;
  const TokenRange noun = look_.without_article(a, np->range);
  return look_.measure_of(noun);
}

// "Sales rose 5% and 7% in Chile and Peru, respectively": what stands behind the figures tells whose each
// is. False where that is no row of as many.
bool Respectively::pair_holders(const Analysis& a, const std::vector<Draft*>& figures,
                                std::uint32_t before) const {
  const std::vector<TokenRange> holders = rows_.holders_behind(a, figures.back()->mention->range.end, before);
  if (holders.size() != figures.size()) return false;
  const Span row{look_.span_of(holders.front()).begin, look_.span_of(holders.back()).end};
  const std::optional<Measure> measure = figures.front()->fact.measure;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    Fact& fact = figures[i]->fact;
    const TokenRange words = look_.without_article(a, holders[i]);
    fact.subject = Subject{look_.text_of(words), look_.text_of(words), "", "", look_.span_of(words)};
    if (fact.measure && fact.measure->span.overlaps(row)) fact.measure = measure;
    fact.rules.emplace_back("link/respectively");
    if (i > 0) fact.links.push_back({"respectively", figures[i - 1]->fact.id});
  }
  return true;
}

// "fat of 3.9% and protein of 3.4%, up from 3.8% and 3.3% in 2Q23, respectively": levels and their old ones
// pair in order. False where they are not as many.
bool Respectively::pair_old_levels(const std::vector<Draft*>& figures) {
  const std::size_t half = figures.size() / 2;
  if (half < 2 || figures.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if ((figures[i]->text("role") == "from") != (i >= half)) return false;
  }
  const Fact& last = figures.back()->fact;
  for (std::size_t i = 0; i < half; ++i) {
    Fact& level = figures[i]->fact;
    Fact& old = figures[half + i]->fact;
    old.measure = level.measure;
    old.subject = level.subject;
    old.period = last.period;
    if (!level.change && last.change)
      level.change = Change{.direction = last.change->direction, .role = "to"};
    old.rules.emplace_back("link/respectively");
    old.links.push_back({"respectively", level.id});
  }
  return true;
}

// "ended May with 40 shops and 7,000 members, declines of 2% and 5%, respectively": the movements of as many
// levels before. False where that is no such row.
bool Respectively::pair_movements(const std::vector<Draft*>& figures) {
  const std::size_t half = figures.size() / 2;
  if (half < 2 || figures.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < half; ++i) {
    const Draft& movement = *figures[half + i];
    const bool moves = movement.fact.change && movement.fact.change->role == "by" &&
                       movement.fact.quantity.kind == "percent";
    if (!moves || figures[i]->fact.change || figures[i]->fact.quantity.kind == "percent") return false;
  }
  for (std::size_t i = 0; i < half; ++i) {
    Fact& level = figures[i]->fact;
    Fact& movement = figures[half + i]->fact;
    if (level.measure) movement.measure = level.measure;
    if (level.subject) movement.subject = level.subject;
    level.change = Change{.direction = movement.change->direction, .role = "to"};
    movement.rules.emplace_back("link/respectively");
    movement.links.push_back({"respectively", level.id});
  }
  return true;
}

// "$7 million and $16 million for the six and nine months to September": the first of two figures is
// of the first length.
void Respectively::pair_lengths() const {
  std::vector<Draft>& drafts = figures_.drafts();
  for (std::size_t i = 0; i + 1 < drafts.size(); ++i) {
    Draft& first = drafts[i];
    const Draft& second = drafts[i + 1];
    const bool two = first.sentence == second.sentence && first.fact.claim && second.fact.claim &&
                     first.time != nullptr && first.time == second.time &&
                     first.fact.quantity.kind == second.fact.quantity.kind &&
                     figures_.only_joins(first.mention->range.end, second.mention->range.begin);
    if (!two) continue;
    std::optional<Period> period = shorter_of_two(first);
    if (!period) continue;
    first.fact.period = std::move(period);
    first.fact.rules.emplace_back("time/first-of-two-lengths");
    pair_old_lengths(i);
  }
}

// "…, compared with $6 million and $14 million for the same periods in 2024": two old levels behind them, of
// the same lengths a year before.
void Respectively::pair_old_lengths(std::size_t first) const {
  constexpr std::size_t kReach = 8;  // figures: those of the dates between
  std::vector<Draft>& drafts = figures_.drafts();
  std::size_t old = first + 2;
  const std::size_t end = std::min(drafts.size(), old + kReach);
  while (old < end && drafts[old].sentence == drafts[first].sentence && drafts[old].text("role") != "from")
    ++old;
  if (old + 1 >= drafts.size() || drafts[old + 1].sentence != drafts[first].sentence || old >= end) return;
  const bool two = drafts[old].fact.claim && drafts[old + 1].fact.claim &&
                   drafts[old].fact.quantity.kind == drafts[first].fact.quantity.kind &&
                   figures_.only_joins(drafts[old].mention->range.end, drafts[old + 1].mention->range.begin);
  if (!two) return;
  for (std::size_t i = 0; i < 2; ++i) {
    Fact& level = drafts[first + i].fact;
    Fact& before = drafts[old + i].fact;
    const std::optional<Rational> now = main_amount(level.quantity);
    const std::optional<Rational> then = main_amount(before.quantity);
    if (!now || !then || !level.period) continue;
    const std::string direction(direction_between(*then, *now));
    level.change = Change{.direction = direction, .role = "to"};
    before.change = Change{.direction = direction, .role = "from"};
    before.measure = level.measure;
    before.subject = level.subject;
    before.period = a_year_before(*level.period);
    before.rules.emplace_back("link/old-lengths");
  }
}

// The period of "three" in "the three and nine months ended June 30", where the figure's time is the other.
std::optional<Period> Respectively::shorter_of_two(const Draft& draft) const {
  const Analysis& a = input_.analyses[draft.sentence];
  const std::optional<Day>& end = draft.time->time.interval.end;
  std::uint32_t token = draft.time->range.begin;
  if (!end || token < a.range.begin + 2) return std::nullopt;
  if (look_.word_is(token - 1, "article.definite")) --token;  // "the three months and the nine months"
  if (!look_.small_word_is(token - 1, "joint.and")) return std::nullopt;
  --token;
  while (token > a.range.begin && (look_.token_text(token - 1) == "-" || look_.word_is(token - 1, "grain")))
    --token;
  const Annotation* number = look_.ending_at(a, token, "num");
  if (number == nullptr) return std::nullopt;
  const std::optional<Decimal> value = Decimal::parse(feature_text(input_.program, *number, "value"));
  const std::optional<long long> months = value ? value->to_integer() : std::nullopt;
  const std::string text = look_.text_of(draft.time->range);
  if (!months || *months < 1 || *months > 12 || text.find("onth") == std::string::npos) return std::nullopt;
  const std::optional<Day> start = add(*end + std::chrono::days(1), Grain::kMonth, -*months);
  if (!start) return std::nullopt;
  const TokenRange words{number->range.begin, draft.time->range.end};
  Period period;
  period.text = look_.text_of(words);
  period.span = look_.span_of(words);
  period.start = to_iso(*start);
  period.end = to_iso(*end);
  return period;
}

// "$12m and $10m for the three months ended September 30, 2025 and 2024, respectively": figures and times
// pair in order. False where they are not as many.
bool Respectively::pair_times(std::size_t sentence, const std::vector<Draft*>& figures,
                              std::uint32_t before) const {
  const std::vector<const TimeSpan*> times = rows_.coordinated_times(sentence, figures.size());
  return times.empty() ? pair_last_figures(rows_.times_before(sentence, before), figures)
                       : set_times(times, figures);
}

// "4.1%, compared with 3.8% and 2.7% in the prior quarter and the prior-year quarter, respectively": the row
// of figures right before as many times.
bool Respectively::pair_last_figures(const std::vector<const TimeSpan*>& times,
                                     const std::vector<Draft*>& figures) const {
  if (times.empty() || figures.size() <= times.size()) return false;
  const std::vector<Draft*> row(figures.end() - static_cast<std::ptrdiff_t>(times.size()), figures.end());
  const auto joins = [&](const Draft* left, const Draft* right) {
    return figures_.only_joins(left->mention->range.end, right->mention->range.begin);
  };
  const bool longer = joins(figures[figures.size() - row.size() - 1], row.front());
  if (longer || row.back()->mention->range.end > times.front()->range.begin) return false;
  for (std::size_t i = 0; i + 1 < row.size(); ++i) {
    if (!joins(row[i], row[i + 1])) return false;
  }
  return set_times(times, row);
}

// False, with nothing set, where a time is told by another one that is not known.
bool Respectively::set_times(const std::vector<const TimeSpan*>& times,
                             const std::vector<Draft*>& figures) const {
  const std::vector<Interval> days = days_of(times, *figures.front());
  if (days.empty()) return false;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Interval& interval = days[i];
    Period period;
    period.text = look_.text_of(times[i]->range);
    period.span = look_.span_of(times[i]->range);
    period.start = interval.start ? to_iso(*interval.start) : "";
    period.end = interval.end ? to_iso(*interval.end) : "";
    figures[i]->fact.period = std::move(period);
    figures[i]->fact.rules.emplace_back("link/respectively");
    if (i > 0) figures[i]->fact.links.push_back({"respectively", figures[i - 1]->fact.id});
  }
  return true;
}

std::vector<Interval> Respectively::days_of(const std::vector<const TimeSpan*>& times,
                                            const Draft& first) const {
  const std::optional<Interval> base = period_before(first);
  std::vector<Interval> days;
  for (const TimeSpan* time : times) {
    if (!time->anaphoric) {
      const TimeSpan& front = *times.front();
      days.push_back(front.anaphoric ? time->time.interval : in_year_of(*time, front.time.interval));
      continue;
    }
    const std::optional<Interval> moved =
        base ? periods::moved(*base, *time, input_.fiscal_year) : std::nullopt;
    if (!moved) return {};
    days.push_back(*moved);
  }
  return days;
}

// The period of the last level of the sentence before this one; of a row that was paired, its first figure's.
std::optional<Interval> Respectively::period_before(const Draft& draft) const {
  std::optional<Interval> found;
  bool in_row = false;
  for (const Draft& earlier : of_sentence(figures_.drafts(), draft.sentence)) {
    if (&earlier == &draft) break;
    const bool old = earlier.fact.change && earlier.fact.change->role == "from";
    if (!earlier.fact.claim || !earlier.fact.period || old) continue;
    if (!in_row) found = periods::interval_of(*earlier.fact.period);
    in_row = earlier.came_by("link/respectively");
  }
  return found;
}

// "2024" beside "the third quarter of 2025" is that quarter of 2024.
Interval Respectively::in_year_of(const TimeSpan& time, const Interval& first) const {
  const Interval& own = time.time.interval;
  const std::string text = look_.text_of(time.range);
  const bool year = text.size() == 4 && text.find_first_not_of("0123456789") == std::string::npos;
  if (!year || !first.end || !own.end) return own;
  return shift(first, Grain::kYear, year_of(*own.end) - year_of(*first.end)).value_or(own);
}

// "This compares to their forecasts of $44m, $18m and $6m, respectively": as many figures, or rows of
// "$44m/$45m", as the sentence before has paired with names.
void Respectively::pair_with_sentence_before(const std::vector<Draft*>& figures) const {
  std::vector<const Draft*> paired;
  if (figures.size() < 2 || figures.front()->sentence == 0) return;
  for (const Draft& draft : of_sentence(figures_.drafts(), figures.front()->sentence - 1)) {
    if (draft.came_by("link/respectively")) paired.push_back(&draft);
  }
  if (paired.empty() || figures.size() % paired.size() != 0) return;
  const std::size_t row = figures.size() / paired.size();
  for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
    const bool within = (i + 1) % row != 0;
    if (within != is_slashed(*figures[i], *figures[i + 1])) return;
  }
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Draft& named = *paired[i / row];
    figures[i]->fact.measure = named.fact.measure;
    figures[i]->fact.rules.emplace_back("link/respectively");
    figures[i]->fact.links.push_back({"respectively", named.fact.id});
  }
}

// "$44m/$45m", "($0.84)/($0.43)"
bool Respectively::is_slashed(const Draft& left, const Draft& right) const {
  constexpr std::uint32_t kMost = 3;  // ")/("
  const std::uint32_t end = right.mention->range.begin;
  for (std::uint32_t token = left.mention->range.end; token < end && end - token <= kMost; ++token) {
    if (look_.token_text(token) == "/") return true;
  }
  return false;
}

}  // namespace figmine::assembling
