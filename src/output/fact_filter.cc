#include "output/fact_filter.h"

#include <algorithm>
#include <charconv>

#include "base/lexer.h"

namespace figmine {
namespace {

bool wants(const std::vector<std::string>& words, std::string_view word) {
  return words.empty() || std::find(words.begin(), words.end(), word) != words.end();
}

bool has(std::string_view text, const std::string& folded) {
  return fold(text).find(folded) != std::string::npos;
}

bool names(const Entity& entity, const std::string& folded) {
  return has(entity.name, folded) ||
         std::any_of(entity.aliases.begin(), entity.aliases.end(),
                     [&](const std::string& alias) { return has(alias, folded); }) ||
         std::any_of(entity.ids.begin(), entity.ids.end(),
                     [&](const auto& id) { return has(id.second, folded); });
}

bool lies_in(const Interval& wanted, const std::optional<Period>& period) {
  if (!period) return false;
  const std::optional<Day> start = parse_iso_date(period->start);
  const std::optional<Day> end = parse_iso_date(period->end);
  if (wanted.start && (!start || *start < *wanted.start)) return false;
  if (wanted.end && (!end || *end > *wanted.end)) return false;
  return start || end;
}

std::optional<long long> number(std::string_view digits) {
  long long out = 0;
  const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  if (code != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return out;
}

std::optional<Interval> calendar_grain(std::optional<Day> first, Grain grain) {
  if (!first) return std::nullopt;
  return containing(*first, grain);
}

// One end of a range.
std::optional<Interval> parse_period(std::string_view text) {
  if (text.size() < 4) return std::nullopt;
  const std::optional<long long> year = number(text.substr(0, 4));
  if (!year) return std::nullopt;
  if (text.size() == 4) return calendar_grain(make_day(*year, 1, 1), Grain::kYear);
  if (text.size() == 10) return calendar_grain(parse_iso_date(text), Grain::kDay);
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const std::optional<long long> part = number(text.substr(text[5] == 'Q' || text[5] == 'H' ? 6 : 5));
  if (!part) return std::nullopt;
  if (text[5] == 'Q') return calendar_grain(make_day(*year, *part * 3 - 2, 1), Grain::kQuarter);
  if (text[5] == 'H') return calendar_grain(make_day(*year, *part * 6 - 5, 1), Grain::kHalf);
  return calendar_grain(make_day(*year, *part, 1), Grain::kMonth);
}

}  // namespace

FactSelector::FactSelector(const FactFilter& filter, const DocumentResult& result)
    : filter_(filter), measure_(fold(filter.measure)), subject_(fold(filter.subject)) {
  if (subject_.empty()) return;
  for (const Entity& entity : result.entities) {
    if (names(entity, subject_)) entities_.insert(entity.id);
  }
}

bool FactSelector::is_about_subject(const Fact& fact) const {
  return fact.subject && (entities_.contains(fact.subject->entity) || has(fact.subject->text, subject_) ||
                          has(fact.subject->name, subject_));
}

bool FactSelector::lets_through(const Fact& fact) const {
  if (!wants(filter_.kinds, fact.quantity.kind) || !wants(filter_.sections, fact.section) ||
      !wants(filter_.statuses, fact.status))
    return false;
  if (fact.score + 1e-9 < filter_.min_score) return false;
  if (filter_.period && !lies_in(*filter_.period, fact.period)) return false;
  if (!measure_.empty() && (!fact.measure || !has(fact.measure->text, measure_))) return false;
  return subject_.empty() || is_about_subject(fact);
}

void filter_facts(DocumentResult& result, const FactFilter& filter) {
  const FactSelector selector(filter, result);
  std::erase_if(result.facts, [&](const Fact& fact) { return !selector.lets_through(fact); });
}

std::optional<Interval> parse_period_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return parse_period(text);
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(dots + 2);
  const std::optional<Interval> first = parse_period(from);
  const std::optional<Interval> last = parse_period(to);
  if ((!first && !from.empty()) || (!last && !to.empty()) || (!first && !last)) return std::nullopt;
  Interval range;
  if (first) range.start = first->start;
  if (last) range.end = last->end;
  if (range.start && range.end && *range.end < *range.start) return std::nullopt;
  return range;
}

}  // namespace figmine
