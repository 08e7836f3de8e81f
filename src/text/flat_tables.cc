#include "text/flat_tables.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/lexer.h"

namespace figmine {
namespace {

constexpr std::uint32_t kLongestName = 160;  // bytes

bool is_gap(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

constexpr std::array<std::string_view, 4> kCurrencies = {"$", "€", "£", "¥"};
constexpr std::array<std::string_view, 5> kDashes = {"--", "-", "–", "—", "−"};

// The bytes that a figure may begin with: most places of a text are dismissed by one look.
constexpr std::array<bool, 256> opening_bytes() {
  std::array<bool, 256> opens{};
  const auto allow = [&](char c) { opens[static_cast<unsigned char>(c)] = true; };
  for (char c = '0'; c <= '9'; ++c) allow(c);
  allow('(');
  allow('+');
  for (const std::string_view mark : kCurrencies) allow(mark.front());
  for (const std::string_view mark : kDashes) allow(mark.front());
  return opens;
}
constexpr std::array<bool, 256> kOpens = opening_bytes();

// Reads figures as statements write them: "$ 47,004", "(13,476)", "$ (0.36)", "5.17%", "-" for none.
class FigureReader {
 public:
  FigureReader(std::string_view text, std::uint32_t end) : text_(text), end_(end) {}

  // The end of the figure that begins at `at`; `at` where none does.
  [[nodiscard]] std::uint32_t end_of_figure(std::uint32_t at) const {
    if (at >= end_ || !kOpens[static_cast<unsigned char>(text_[at])]) return at;
    std::uint32_t i = skip_gaps(skip_one(at, kCurrencies));
    const bool bracket = i < end_ && text_[i] == '(';
    if (bracket) i = skip_gaps(skip_one(skip_gaps(i + 1), kCurrencies));
    const std::uint32_t sign = skip_one(i, kDashes);
    if (sign > i && !bracket && (sign == end_ || is_gap(text_[sign]))) return stands_apart(at) ? sign : at;
    if (i < end_ && text_[i] == '+') ++i;
    const std::uint32_t digits = sign > i ? sign : i;
    std::uint32_t end = end_of_number(digits);
    if (end == digits) return at;
    end = end_of_percent(end);
    if (bracket) {
      end = skip_gaps(end);
      if (end >= end_ || text_[end] != ')') return at;
      end = end_of_percent(end + 1);
    }
    return runs_on(end) ? at : end;
  }

  [[nodiscard]] bool is_year(std::uint32_t at) const {
    const std::string_view four = text_.substr(at, 4);
    return at + 4 <= end_ && (four.starts_with("19") || four.starts_with("20")) && is_digit(four[2]) &&
           is_digit(four[3]);
  }
  // A year that no other digit follows, or that another year follows: "20232024".
  [[nodiscard]] bool is_year_alone(std::uint32_t at) const {
    return is_year(at) && (!is_digit_at(at + 4) || (is_year(at + 4) && !is_digit_at(at + 8)));
  }
  [[nodiscard]] std::uint32_t skip_gaps(std::uint32_t at) const {
    while (at < end_ && is_gap(text_[at])) ++at;
    return at;
  }

 private:
  [[nodiscard]] bool is_digit_at(std::uint32_t at) const { return at < end_ && is_digit(text_[at]); }

  template <std::size_t n>
  [[nodiscard]] std::uint32_t skip_one(std::uint32_t at, const std::array<std::string_view, n>& marks) const {
    for (const std::string_view mark : marks) {
      if (slice(text_, {at, end_}).starts_with(mark)) return at + static_cast<std::uint32_t>(mark.size());
    }
    return at;
  }

  [[nodiscard]] bool stands_apart(std::uint32_t at) const {
    return at == 0 || is_gap(text_[at - 1]) || text_[at] != '-';
  }

  [[nodiscard]] std::uint32_t end_of_digits(std::uint32_t at) const {
    while (is_digit_at(at)) ++at;
    return at;
  }

  // Groups of three part figures that ran together: "42,556,75744,460,091" is two.
  [[nodiscard]] std::uint32_t end_of_number(std::uint32_t at) const {
    std::uint32_t end = end_of_digits(at);
    if (end == at) return at;
    if (end - at == 8 && is_year(at) && is_year(at + 4)) return at + 4;
    const bool day = end - at <= 2 && end < end_ && text_[end] == ',' && is_year_alone(end + 1);
    while (end - at <= 3 + 4 * 4 && !day && is_group(end)) end += 4;
    if (end < end_ && text_[end] == '.' && is_digit_at(end + 1)) end = end_of_digits(end + 1);
    return end;
  }

  [[nodiscard]] bool is_group(std::uint32_t comma) const {
    return comma < end_ && text_[comma] == ',' && is_digit_at(comma + 1) && is_digit_at(comma + 2) &&
           is_digit_at(comma + 3);
  }

  [[nodiscard]] std::uint32_t end_of_percent(std::uint32_t at) const {
    const std::uint32_t next = skip_gaps(at);
    return next < end_ && text_[next] == '%' ? next + 1 : at;
  }

  // "3-year", "10K", "5th", "31, 2025": no figure of a row.
  [[nodiscard]] bool runs_on(std::uint32_t end) const {
    if (end >= end_ || is_gap(text_[end]) || is_digit(text_[end])) return false;
    if (is_upper(text_[end])) {
      std::uint32_t word = end;
      while (word < end_ && is_letter(text_[word])) ++word;
      return word - end < 3;
    }
    if (text_[end] == '-') return end + 1 < end_ && !is_gap(text_[end + 1]);
    return text_[end] != '(' && text_[end] != '$' && text_[end] != '+' && text_[end] != '*';
  }

  std::string_view text_;
  std::uint32_t end_;
};

// A name and the figures behind it.
struct Row {
  Span name;
  std::vector<Span> figures;
};

// Heads of columns, in one row or two: "Three months ended" above "2025" and "2024".
struct HeadRows {
  std::uint32_t begin = 0;
  std::vector<Span> above;
  std::vector<Span> days;  // "December 31," twice, where it stands behind all of those above
  std::vector<Span> columns;
};

class RowRestorer {
 public:
  RowRestorer(std::string_view text, const Block& block, const Program& program)
      : text_(text), block_(block), program_(program), figures_(text, block.span.end) {}

  // Whether the paragraph holds rows of tables; then their pieces stand behind `out`.
  bool run(Heads heads, int& table, std::vector<Block>& out) {
    read_rows();
    if (heads == Heads::kNeeded && !has_heads()) return false;
    const std::size_t before = out.size();
    for (std::size_t i = 0; i < rows_.size();) {
      const Group group = group_at(i);
      for (; i < group.end; ++i) {
        if (group.is_table) add(rows_[i], table, out);
      }
    }
    if (!in_table_) return out.resize(before), false;
    push(BlockKind::kParagraph, {last_, block_.span.end}, out);
    ++table;
    return true;
  }

  // The heads of so many columns that are the last blocks, as rows of the table.
  void take_heads(std::size_t columns, int table, std::vector<Block>& out) {
    columns_ = columns;
    const HeadRows heads = heads_before(out);
    if (!heads.columns.empty()) caption_before(table, out);
    push_heads(heads, table, out);
  }

  // "BALANCE SHEETS (in thousands)" before the rows; "As of" may stand between.
  void caption_before(int table, std::vector<Block>& out) const {
    constexpr std::size_t kReach = 2;  // blocks
    for (std::size_t i = out.size();
         i-- > 0 && out.size() - i <= kReach && is_plain(out[i]) && is_short(out[i]);) {
      if (!tells_scale(out[i].span)) continue;
      out[i].kind = BlockKind::kCaption;
      out[i].table = table;
      return;
    }
  }

 private:
  // ---------------------------------------------------------------- rows

  void read_rows() {
    Row row;
    row.name.begin = block_.span.begin;
    for (std::uint32_t i = block_.span.begin; i < block_.span.end;) {
      std::vector<Span> figures = begins_figure(i) ? figures_at(i) : std::vector<Span>{};
      if (figures.empty()) {
        ++i;
        continue;
      }
      const std::uint32_t end = figures.back().end;
      const bool heads = std::all_of(figures.begin(), figures.end(), [&](Span figure) {
        return figure.end - figure.begin == 4 && figures_.is_year(figure.begin);
      });
      if (figures.size() > 1 && !heads) {
        row.name.end = i;
        row.figures = std::move(figures);
        rows_.push_back(std::exchange(row, Row{}));
        row.name.begin = end;
      }
      i = end;
    }
  }

  // A figure glued to a name shows by its groups or decimals: "Inventory4,761,483", not "Q3" or "AI2".
  bool begins_figure(std::uint32_t at) const {
    if (at == block_.span.begin) return true;
    const char before = text_[at - 1];
    if (is_gap(before) || before == ')' || before == ':' || before == ',') return true;
    if (is_digit(before)) return false;
    return is_letter(before) && shows_as_figure(at, figures_.end_of_figure(at));
  }

  std::vector<Span> figures_at(std::uint32_t at) const {
    std::vector<Span> out;
    for (std::uint32_t i = at; i < block_.span.end;) {
      const std::uint32_t end = figures_.end_of_figure(i);
      if (end == i) break;
      const bool glued = !out.empty() && out.back().end == i;
      if (glued && !shows_as_figure(i, end) && !figures_.is_year(i)) return {};  // "$1,00014"
      out.push_back({i, end});
      i = figures_.skip_gaps(end);
    }
    return out;
  }

  // Whether the figure shows itself as one: by groups, decimals, a currency or a bracket.
  bool shows_as_figure(std::uint32_t begin, std::uint32_t end) const {
    return slice(text_, {begin, end}).find_first_of(",.$(") != std::string_view::npos;
  }

  // "(1)" behind a name is a note; a dash before the next name is its bullet.
  void trim(Row& row) const {
    if (row.figures.size() != columns_ + 1) return;
    if (has_note(row)) {
      row.name.end = row.figures.front().end;
      row.figures.erase(row.figures.begin());
    } else if (ends_in_dash(row)) {
      row.figures.pop_back();
    }
  }

  struct Group {
    std::size_t end = 0;  // behind its rows
    bool is_table = false;
  };

  // The rows from `begin` on that have as many figures: a table's where they are several or go on with the
  // table before.
  Group group_at(std::size_t begin) {
    constexpr std::size_t kMost = 12;   // figures
    constexpr std::size_t kFewest = 3;  // rows
    const bool goes_on = in_table_ && fits(rows_[begin], columns_);
    const std::size_t columns = goes_on ? columns_ : rows_[begin].figures.size();
    Group group{begin, false};
    std::size_t named = 0;
    for (; group.end < rows_.size() && fits(rows_[group.end], columns); ++group.end)
      named += is_of_statement(rows_[group.end]) ? 1 : 0;
    group.is_table = columns <= kMost && (goes_on || named >= kFewest);
    if (!group.is_table) return group;
    if (in_table_ && !goes_on) new_table_ = true;
    columns_ = columns;
    return group;
  }

  bool fits(const Row& row, std::size_t columns) const {
    const std::size_t size = row.figures.size();
    return size == columns || size == 2 * columns ||
           (size == columns + 1 && (has_note(row) || ends_in_dash(row)));
  }

  bool has_note(const Row& row) const {
    const std::string_view first = slice(text_, row.figures.front());
    return first.size() == 3 && first.front() == '(';
  }

  bool ends_in_dash(const Row& row) const { return slice(text_, row.figures.back()) == "-"; }

  // Not "$15 – $20", nor "days 3.50% $100": a name begins with a capital and no dash parts its figures.
  bool is_of_statement(const Row& row) const {
    const std::uint32_t name = name_begin(row.name);
    return name < row.name.end && !is_lower(text_[name]) &&
           std::none_of(row.figures.begin(), row.figures.end(), [&](Span figure) {
             return slice(text_, figure).find_first_of("0123456789") == std::string_view::npos;
           });
  }

  bool has_heads() {
    return std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) {
      columns_ = row.figures.size();
      return heads_in(row.name).has_value();
    });
  }

  void add(Row& row, int& table, std::vector<Block>& out) {
    trim(row);
    std::optional<HeadRows> heads = heads_in(row.name);
    if (in_table_ && (heads || new_table_)) ++table;
    new_table_ = false;
    if (heads) {
      const bool first = last_ == 0 && heads->begin == block_.span.begin;
      if (first && heads->above.size() < 2) set_above(*heads, out);
      if (first) caption_before(table, out);
      in_table_ = false;
      push_text({last_ == 0 ? block_.span.begin : last_, heads->begin}, table, out);
      push_heads(*heads, table, out);
      last_ = heads->columns.back().end;
      row.name.begin = last_;
    } else if (!in_table_) {
      const HeadRows before = heads_before(out);
      caption_before(table, out);
      push_heads(before, table, out);
    }
    while (row.name.end > row.name.begin && is_gap(text_[row.name.end - 1])) --row.name.end;
    const std::uint32_t begin = name_begin(row.name);
    push_text({last_ == 0 ? block_.span.begin : last_, begin}, table, out);
    row.name.begin = begin;
    in_table_ = true;
    push_rows(row, table, out);
    last_ = row.figures.back().end;
  }

  // A sum without a name stands behind the last row: as many figures again.
  void push_rows(const Row& row, int table, std::vector<Block>& out) const {
    const bool sums = row.figures.size() > columns_ && row.figures.size() % columns_ == 0;
    const std::size_t step = sums ? columns_ : row.figures.size();
    for (std::size_t i = 0; i < row.figures.size(); i += step) {
      const std::uint32_t begin = row.figures[i].begin;
      const Span name = i == 0 ? row.name : Span{begin, begin};
      push_row(name, std::span(row.figures).subspan(i, step), table, false, out);
    }
  }

  void push_row(Span name, std::span<const Span> figures, int table, bool header,
                std::vector<Block>& out) const {
    Block row = block_;
    row.kind = BlockKind::kTableRow;
    row.level = 0;
    row.table = table;
    row.header = header;
    row.span = {name.begin, figures.back().end};
    row.cells = {name};
    row.cells.insert(row.cells.end(), figures.begin(), figures.end());
    out.push_back(std::move(row));
  }

  // The name behind what stands before it: "Current assets: Cash", "… of the period. Revenue".
  std::uint32_t name_begin(Span name) const {
    std::uint32_t begin = name.begin;
    for (std::uint32_t i = name.begin; i + 1 < name.end; ++i) {
      const bool stop =
          text_[i] == ':' || text_.substr(i, 2) == "\n\n" ||
          (text_[i] == '.' && is_gap(text_[i + 1]) && i + 2 < name.end && is_upper(text_[i + 2]));
      if (stop) begin = i + 1;
      const std::uint32_t figure = begins_figure(i) ? figures_.end_of_figure(i) : i;
      if (figure > i && figure < name.end && shows_as_figure(i, figure)) begin = figure;
    }
    for (const Span date : dates_in({begin, name.end}))  // heads that are fewer than the columns
      if (date.end < name.end && !has_month(date)) begin = date.end;
    if (name.end - begin > kLongestName) begin = word_begin(name.end - kLongestName, name.end);
    while (begin < name.end && !is_letter(text_[begin]) && text_[begin] != '(') ++begin;
    return begin == name.end ? name.begin : begin;
  }

  bool is_word(Span span, std::string_view type) const {
    return program_.lookup(type, fold(slice(text_, span))) != kNone;
  }

  bool is_month(Span span) const {
    const std::string word = fold(slice(text_, span));
    return std::any_of(program_.months.begin(), program_.months.end(),
                       [&](const MonthName& month) { return month.name == word; });
  }

  std::uint32_t word_begin(std::uint32_t at, std::uint32_t end) const {
    while (at < end && !is_gap(text_[at])) ++at;
    return at;
  }

  // ---------------------------------------------------------------- heads

  // The heads right before the name of a row: as many years or dates as it has figures.
  std::optional<HeadRows> heads_in(Span name) const {
    std::vector<Span> dates = dates_in(name);
    if (dates.size() < columns_) return std::nullopt;
    dates.erase(dates.begin(), dates.end() - static_cast<long>(columns_));
    if (!adjoin(dates)) return std::nullopt;
    HeadRows heads;
    heads.columns = dates;
    heads.above = ends_in({name.begin, dates.front().begin});
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

  // The heads that are blocks of their own before the rows: "Three Months Ended June 30," and "2025 2024".
  // They are taken from `out`; what stands before and behind them there stays.
  HeadRows heads_before(std::vector<Block>& out) {
    constexpr std::size_t kBlocks = 5;
    constexpr std::uint32_t kRest = 40;  // bytes: "ASSETS", "(Unaudited)"
    std::size_t first = out.size();
    while (first > 0 && out.size() - first < kBlocks && is_plain(out[first - 1]) && is_short(out[first - 1]))
      --first;
    if (first == out.size()) return {};
    const Span span{out[first].span.begin, out.back().span.end};
    const HeadRows heads = heads_of(span);
    const std::uint32_t end = end_of(heads);
    if (end == 0 || span.end - end > kRest) return {};
    const std::vector<Block> taken(out.begin() + static_cast<long>(first), out.end());
    out.resize(first);
    for (const Block& block : taken) {
      push(block.kind, {block.span.begin, std::min(block.span.end, heads.begin)}, out);
      if (block.span.end > end)
        push(block.kind, {std::max(block.span.begin, end), block.span.end}, behind_heads_);
    }
    return heads;
  }

  // Heads above the columns that stand, or begin, in blocks before.
  void set_above(HeadRows& heads, std::vector<Block>& out) {
    const std::size_t own = heads.above.size();
    if (own == 1 && columns_ % 2 != 0) return;
    const std::vector<Span> before = heads_before(out).above;
    if (columns_ % std::max<std::size_t>(before.size() + own, 1) != 0) return;
    heads.above.insert(heads.above.begin(), before.begin(), before.end());
  }

  HeadRows heads_of(Span span) const {
    if (const std::optional<HeadRows> heads = heads_in(span)) return *heads;
    HeadRows heads;
    heads.above = ends_in(span);
    if (!heads.above.empty()) heads.begin = heads.above.front().begin;
    return heads;
  }

  static std::uint32_t end_of(const HeadRows& heads) {
    if (!heads.columns.empty()) return heads.columns.back().end;
    return heads.above.empty() ? 0 : heads.above.back().end;
  }

  static bool is_short(const Block& block) { return block.span.end - block.span.begin <= 200; }

  static bool is_plain(const Block& block) {
    return block.kind == BlockKind::kParagraph || block.kind == BlockKind::kHeading;
  }

  // "Three months ended Nine months ended March 31, March 31, 2025 2024 2025 2024"
  void part_days(HeadRows& heads) const {
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
  bool adjoin(const std::vector<Span>& dates) const {
    for (std::size_t i = 1; i < dates.size(); ++i) {
      const Span gap{dates[i - 1].end, dates[i].begin};
      const std::vector<Span> words = words_in(gap);
      const bool plain =
          std::all_of(words.begin(), words.end(), [&](Span word) { return is_word(word, "head.gap"); });
      if (!plain || (!words.empty() && !has_month(dates[i]))) return false;
    }
    return true;
  }

  bool has_month(Span date) const { return is_letter(text_[date.begin]); }

  // "2025", "September 30, 2025"
  std::vector<Span> dates_in(Span name) const {
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

  // Where "September 30, " begins before the year; the year's place where no month stands there.
  std::uint32_t month_before(std::uint32_t floor, std::uint32_t year) const {
    std::uint32_t i = year;
    while (i > floor && (is_gap(text_[i - 1]) || is_digit(text_[i - 1]) || text_[i - 1] == ',')) --i;
    if (i > floor && text_[i - 1] == '.') --i;  // "Sept. 30, 2025"
    std::uint32_t word = i;
    while (word > floor && is_letter(text_[word - 1]) && !(word < i && is_upper(text_[word]))) --word;
    return is_month({word, i}) ? word : year;
  }

  // "Three months ended", "For the years ended December 31,"
  std::vector<Span> ends_in(Span region) const {
    std::vector<Span> out;
    for (const Span word : words_in(region)) {
      if (!is_word(word, "head.end")) continue;
      const std::uint32_t floor = out.empty() ? region.begin : out.back().end;
      if (!out.empty() && slice(text_, {floor, word.begin}).find_first_of(".:") != std::string_view::npos)
        return {};
      out.push_back({head_begin(floor, word.begin), day_end(word.end, region.end)});
    }
    return columns_ % std::max<std::size_t>(out.size(), 1) == 0 ? out : std::vector<Span>{};
  }

  std::vector<Span> words_in(Span region) const {
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
  std::uint32_t head_begin(std::uint32_t floor, std::uint32_t at) const {
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
  std::uint32_t day_end(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t i = figures_.skip_gaps(at);
    const std::uint32_t word = i;
    while (i < end && is_letter(text_[i])) ++i;
    if (!is_month({word, i})) return at;
    i = figures_.skip_gaps(i);
    while (i < end && (is_digit(text_[i]) || text_[i] == ',')) ++i;
    return i;
  }

  void push_heads(const HeadRows& heads, int table, std::vector<Block>& out) {
    std::vector<Block> rows = std::exchange(behind_heads_, {});
    for (const std::vector<Span>* row : {&heads.above, &heads.days, &heads.columns}) {
      if (row->empty()) continue;
      const Span corner{row->front().begin, row->front().begin};
      push_row(corner, *row, table, true, rows);
    }
    std::sort(rows.begin(), rows.end(),
              [](const Block& a, const Block& b) { return a.span.begin < b.span.begin; });
    std::move(rows.begin(), rows.end(), std::back_inserter(out));
  }

  // ---------------------------------------------------------------- text between

  // "(in thousands)" is the table's caption.
  void push_text(Span span, int table, std::vector<Block>& out) const {
    const bool scale = !in_table_ && tells_scale(span);
    const std::size_t before = out.size();
    push(scale ? BlockKind::kCaption : BlockKind::kParagraph, span, out);
    for (std::size_t i = before; scale && i < out.size(); ++i) out[i].table = table;
  }

  bool tells_scale(Span span) const {
    const std::vector<Span> words = words_in(span);
    return std::any_of(words.begin(), words.end(), [&](Span word) { return is_word(word, "head.scale"); });
  }

  // A block for each paragraph of the span.
  void push(BlockKind kind, Span span, std::vector<Block>& out) const {
    while (!span.empty()) {
      const std::size_t border = slice(text_, span).find("\n\n");
      Span piece = span;
      if (border != std::string_view::npos) piece.end = span.begin + static_cast<std::uint32_t>(border);
      span.begin = std::min(span.end, piece.end + 2);
      while (!piece.empty() && is_gap(text_[piece.begin])) ++piece.begin;
      while (!piece.empty() && is_gap(text_[piece.end - 1])) --piece.end;
      if (piece.empty()) continue;
      Block block = block_;
      block.kind = kind;
      block.span = piece;
      out.push_back(std::move(block));
    }
  }

  std::string_view text_;
  const Block& block_;
  const Program& program_;
  FigureReader figures_;
  std::vector<Row> rows_;
  std::size_t columns_ = 0;
  std::uint32_t last_ = 0;  // where the last row ended; 0 before the first
  bool in_table_ = false;
  bool new_table_ = false;           // rows of another number of figures follow
  std::vector<Block> behind_heads_;  // what stands between heads in blocks of their own and the rows
};

}  // namespace

bool restore_rows(std::string_view text, const Block& block, const Program& program, Heads heads, int& table,
                  std::vector<Block>& out) {
  return block.kind == BlockKind::kParagraph && RowRestorer(text, block, program).run(heads, table, out);
}

void mark_caption(std::string_view text, const Program& program, int table, std::vector<Block>& out) {
  const Block none;
  RowRestorer(text, none, program).caption_before(table, out);
}

void take_heads(std::string_view text, const Program& program, std::size_t columns, int table,
                std::vector<Block>& out) {
  const Block none;
  RowRestorer(text, none, program).take_heads(columns, table, out);
}

}  // namespace figmine
