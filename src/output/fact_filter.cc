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

bool is_about(const DocumentResult& result, const Fact& fact, const std::string& folded) {
  if (!fact.subject) return false;
  if (has(fact.subject->text, folded) || has(fact.subject->name, folded)) return true;
  const Entity* entity = subject_entity(result, fact);
  return entity != nullptr && names(*entity, folded);
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

const Entity* subject_entity(const DocumentResult& result, const Fact& fact) {
  if (!fact.subject || fact.subject->entity.empty()) return nullptr;
  const auto it = std::find_if(result.entities.begin(), result.entities.end(),
                               [&](const Entity& entity) { return entity.id == fact.subject->entity; });
  return it == result.entities.end() ? nullptr : &*it;
}

bool lets_through(const FactFilter& filter, const DocumentResult& result, const Fact& fact) {
  if (!wants(filter.kinds, fact.quantity.kind) || !wants(filter.sections, fact.section) ||
      !wants(filter.statuses, fact.status))
    return false;
  if (fact.score + 1e-9 < filter.min_score) return false;
  if (filter.period && !lies_in(*filter.period, fact.period)) return false;
  if (!filter.measure.empty() && (!fact.measure || !has(fact.measure->text, fold(filter.measure))))
    return false;
  return filter.subject.empty() || is_about(result, fact, fold(filter.subject));
}

void filter_facts(DocumentResult& result, const FactFilter& filter) {
  std::erase_if(result.facts, [&](const Fact& fact) { return !lets_through(filter, result, fact); });
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
