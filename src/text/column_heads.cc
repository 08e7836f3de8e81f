#include "text/column_heads.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/lexer.h"

namespace figmine {

std::uint32_t HeadRows::end() const {
  if (!columns.empty()) return columns.back().end;
  return above.empty() ? 0 : above.back().end;
}

std::optional<HeadRows> HeadReader::heads_in(Span name, std::size_t columns) const {
  std::vector<Span> dates = dates_in(name);
  if (dates.size() < columns) return std::nullopt;
  dates.erase(dates.begin(), dates.end() - static_cast<long>(columns));
  if (!adjoin(dates)) return std::nullopt;
  HeadRows heads;
  heads.columns = dates;
  heads.above = ends_in({name.begin, dates.front().begin}, columns);
  const bool mixed = has_month(dates.front()) && !has_month(dates.back());  // "December 31, 2024 2023"
  if (mixed) {
    const Span first = dates.front();
    heads.columns.front().begin = first.end - 4;
    Span month{first.begin, first.end - 4};
    while (is_gap(text_[month.end - 1])) --month.end;
    if (heads.above.empty()) {
      heads.above.push_back(month);
    } else {
      heads.above.back().end = month.end;
    }
  }
  part_days(heads);
  heads.begin = heads.above.empty() ? heads.columns.front().begin : heads.above.front().begin;
  return heads;
}

HeadRows HeadReader::heads_of(Span span, std::size_t columns) const {
  if (const std::optional<HeadRows> heads = heads_in(span, columns)) return *heads;
  HeadRows heads;
  heads.above = ends_in(span, columns);
  if (!heads.above.empty()) heads.begin = heads.above.front().begin;
  return heads;
}

// "Three months ended Nine months ended March 31, March 31, 2025 2024 2025 2024"
void HeadReader::part_days(HeadRows& heads) const {
  if (heads.above.size() < 2) return;
  const std::uint32_t limit = heads.columns.front().begin;
  Span& last = heads.above.back();
  std::uint32_t end = last.end;
  for (const Span word : words_in({last.begin, limit})) {
    if (is_word(word, "head.end")) end = word.end;
  }
  std::vector<Span> days;
  for (std::uint32_t i = figures_.skip_gaps(end); i < limit;) {
    const std::uint32_t behind = day_end(i, limit);
    if (behind == i) return;
    days.push_back({i, behind});
    i = figures_.skip_gaps(behind);
  }
  if (days.size() != heads.above.size()) return;
  last.end = end;
  heads.days = std::move(days);
}

// "September 30, 2025 (Unaudited) December 31, 2024"
bool HeadReader::adjoin(const std::vector<Span>& dates) const {
  for (std::size_t i = 1; i < dates.size(); ++i) {
    const Span gap{dates[i - 1].end, dates[i].begin};
    const std::vector<Span> words = words_in(gap);
    const bool plain =
        std::all_of(words.begin(), words.end(), [&](Span word) { return is_word(word, "head.gap"); });
    if (!plain || (!words.empty() && !has_month(dates[i]))) return false;
  }
  return true;
}

std::vector<Span> HeadReader::dates_in(Span name) const {
  std::vector<Span> out;
  for (std::uint32_t i = name.begin; i + 4 <= name.end; ++i) {
    const bool inside = i > name.begin && is_digit(text_[i - 1]) && (out.empty() || out.back().end != i);
    if (inside || !figures_.is_year_alone(i)) continue;
    const std::uint32_t floor = out.empty() ? name.begin : out.back().end;
    out.push_back({month_before(floor, i), i + 4});
    i += 3;
  }
  return out;
}

bool HeadReader::has_month(Span date) const { return is_letter(text_[date.begin]); }

// Where "September 30, " begins before the year; the year's place where no month stands there.
std::uint32_t HeadReader::month_before(std::uint32_t floor, std::uint32_t year) const {
  std::uint32_t i = year;
  while (i > floor && (is_gap(text_[i - 1]) || is_digit(text_[i - 1]) || text_[i - 1] == ',')) --i;
  if (i > floor && text_[i - 1] == '.') --i;  // "Sept. 30, 2025"
  std::uint32_t word = i;
  while (word > floor && is_letter(text_[word - 1]) && !(word < i && is_upper(text_[word]))) --word;
  return is_month({word, i}) ? word : year;
}

// "Three months ended", "For the years ended December 31,"
std::vector<Span> HeadReader::ends_in(Span region, std::size_t columns) const {
  std::vector<Span> out;
  for (const Span word : words_in(region)) {
    if (!is_word(word, "head.end")) continue;
    const std::uint32_t floor = out.empty() ? region.begin : out.back().end;
    if (!out.empty() && slice(text_, {floor, word.begin}).find_first_of(".:") != std::string_view::npos)
      return {};
    out.push_back({head_begin(floor, word.begin), day_end(word.end, region.end)});
  }
  return columns % std::max<std::size_t>(out.size(), 1) == 0 ? out : std::vector<Span>{};
}

bool HeadReader::tells_scale(Span span) const {
  const std::vector<Span> words = words_in(span);
  return std::any_of(words.begin(), words.end(), [&](Span word) { return is_word(word, "head.scale"); });
}

bool HeadReader::is_word(Span span, std::string_view type) const {
  return program_.lookup(type, fold(slice(text_, span))) != kNone;
}

bool HeadReader::is_month(Span span) const {
  const std::string word = fold(slice(text_, span));
  return std::any_of(program_.months.begin(), program_.months.end(),
                     [&](const MonthName& month) { return month.name == word; });
}

std::vector<Span> HeadReader::words_in(Span region) const {
  std::vector<Span> out;
  for (std::uint32_t i = region.begin; i < region.end; ++i) {
    if (!is_letter(text_[i])) continue;
    Span word{i, i + 1};
    while (word.end < region.end && is_letter(text_[word.end]) &&
           !(is_lower(text_[word.end - 1]) && is_upper(text_[word.end])))
      ++word.end;
    out.push_back(word);
    i = word.end - 1;
  }
  return out;
}

// Up to six words of letters back: "For the three months".
std::uint32_t HeadReader::head_begin(std::uint32_t floor, std::uint32_t at) const {
  constexpr int kWords = 6;
  std::uint32_t begin = at;
  bool opens = false;
  for (int words = 0; words < kWords && at > floor; ++words) {
    while (at > floor && is_gap(text_[at - 1])) --at;
    const std::uint32_t end = at;
    while (at > floor && is_letter(text_[at - 1])) --at;
    if (at == end) break;
    if (opens && !is_word({at, end}, "head.begin")) break;
    opens = is_word({at, end}, "head.begin");
    begin = at;
  }
  return begin;
}

// Behind "ended" may stand "December 31,".
std::uint32_t HeadReader::day_end(std::uint32_t at, std::uint32_t end) const {
  std::uint32_t i = figures_.skip_gaps(at);
  const std::uint32_t word = i;
  while (i < end && is_letter(text_[i])) ++i;
  if (!is_month({word, i})) return at;
  i = figures_.skip_gaps(i);
  while (i < end && (is_digit(text_[i]) || text_[i] == ',')) ++i;
  return i;
}

}  // namespace figmine
