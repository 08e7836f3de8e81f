#include "text/stacked_tables.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/lexer.h"
#include "text/cell_sorts.h"
#include "text/cell_splitter.h"
#include "text/flat_tables.h"
#include "text/table_heads.h"

namespace figmine {
namespace {

constexpr std::size_t kMostColumns = 12;

class TableRestorer {
 public:
  TableRestorer(std::string_view text, std::vector<Block> blocks) : text_(text), blocks_(std::move(blocks)) {
    sorts_.reserve(blocks_.size());
    for (const Block& block : blocks_) {
      sorts_.push_back(sort_of(text_, block));
      next_table_ = std::max(next_table_, block.table + 1);
    }
  }

  std::vector<Block> run(const Program& program) {
    std::vector<Block> out;
    out.reserve(blocks_.size());
    std::size_t cells_end = 0;  // behind the cells that were looked at as one text
    for (std::size_t i = 0; i < blocks_.size();) {
      if (i >= cells_end && is_cell(i)) {
        cells_end = end_of_cells(i);
        if (add_statement(i, cells_end, program, out)) {
          i = cells_end;
          continue;
        }
      }
      std::size_t next = add_headed_table(i, program, out);
      if (next == i) next = add_bare_table(i, program, out);
      if (next > i) {
        i = next;
        continue;
      }
      Block block = std::move(blocks_[i++]);
      if (begins_table(block, out)) mark_caption(text_, program, block.table, out);
      if (!restore_rows(text_, block, program, Heads::kOptional, next_table_, out))
        out.push_back(std::move(block));
    }
    return out;
  }

 private:
  // A table of figures alone, and where its figures begin.
  struct Figures {
    std::size_t columns = 0;  // 0: none
    std::vector<Span> heads;
    std::size_t cells = 0;
    std::size_t lost = 0;  // cells of the first row that are not there: they ran into others
  };

  // Heads of dates, and of what moved between them.
  struct DateHeads {
    std::size_t heads = 0;
    std::size_t columns = 0;  // 0: none
  };

  // Whether the block is the first row of a table that the document has as one.
  [[nodiscard]] static bool begins_table(const Block& block, const std::vector<Block>& out) {
    if (block.kind != BlockKind::kTableRow) return false;
    return !out.empty() && (out.back().kind != BlockKind::kTableRow || out.back().table != block.table);
  }

  // The table whose heads begin with the block; gives the block behind it, `i` where none begins.
  std::size_t add_headed_table(std::size_t i, const Program& program, std::vector<Block>& out) {
    if (const std::size_t columns = columns_at(i); columns > 0) {
      mark_caption(text_, program, next_table_, out);
      push_heads(i, columns, program, out);
      return add_named_rows(i + columns + 1, columns, out);
    }
    if (const std::size_t ranked = ranked_columns_at(i); ranked > 0) {
      mark_caption(text_, program, next_table_, out);
      out.push_back(blocks_[i]);
      push_row(cells(i + 1, i + ranked + 2), 0, true, out);
      return add_ranked_rows(i + ranked + 2, ranked, out);
    }
    if (const std::size_t dated = dated_columns_at(i); dated > 0) {
      push_stretch(out, program);
      push_row(cells(i, i + dated), 1, true, out);
      push_row(cells(i + dated, i + 2 * dated), 1, true, out);
      return add_named_rows(i + 2 * dated, dated, out);
    }
    if (const DateHeads dates = date_heads_at(i); dates.columns > 0) {
      push_stretch(out, program);
      push_row(cells(i, i + dates.heads), 1, true, out);
      return add_named_rows(i + dates.heads, dates.columns, out);
    }
    return i;
  }

  // The table that begins with the block, whose heads can't be told or whose rows have no names.
  std::size_t add_bare_table(std::size_t i, const Program& program, std::vector<Block>& out) {
    if (const std::size_t bare = columns_without_heads(i); bare > 0) {
      if (goes_on(i, bare)) return add_further_rows(i, out);
      take_heads(text_, program, bare, next_table_, out);
      return add_named_rows(i, bare, out);
    }
    const Figures figures = is_name(i) ? figures_at(i) : Figures{};
    return figures.columns > 0 ? add_figure_rows(figures, out) : i;
  }

  [[nodiscard]] CellSort sort(std::size_t i) const {
    return i < sorts_.size() ? sorts_[i] : CellSort::kNoCell;
  }
  [[nodiscard]] bool is_cell(std::size_t i) const { return sort(i) != CellSort::kNoCell; }
  [[nodiscard]] bool is_name(std::size_t i) const { return sort(i) == CellSort::kName; }

  [[nodiscard]] std::size_t end_of_cells(std::size_t begin) const {
    while (is_cell(begin)) ++begin;
    return begin;
  }

  // Cells of a statement with dates as heads: its rows as if they stood in one paragraph.
  bool add_statement(std::size_t begin, std::size_t end, const Program& program, std::vector<Block>& out) {
    constexpr std::size_t kFewest = 12;  // cells
    if (end - begin < kFewest) return false;
    Block whole = blocks_[begin];
    whole.kind = BlockKind::kParagraph;
    whole.level = 0;
    whole.span.end = blocks_[end - 1].span.end;
    return restore_rows(text_, whole, program, Heads::kNeeded, next_table_, out);
  }

  // The figures of a row, where the block begins the heads of a table with names; 0 where it begins none.
  [[nodiscard]] std::size_t columns_at(std::size_t begin) const {
    if (!is_cell(begin)) return 0;  // a paragraph above "2025", "2024"
    for (std::size_t columns = 2; columns <= kMostColumns; ++columns) {
      if (!is_name(begin + columns) && !is_year(begin + columns)) break;
      if (ends_with_year(begin) && leads_on(begin + columns)) break;  // "Sept 30, 2025", …, "Income data:"
      if (!begins_rows(begin + columns + 1, columns)) continue;
      return are_heads(begin, begin + columns) && !holds_moved_heads(begin, columns) ? columns : 0;
    }
    return 0;
  }

  // Whether heads of which the last spans two columns begin behind the block, as a title and a scale may
  // stand before them.
  [[nodiscard]] bool holds_moved_heads(std::size_t begin, std::size_t columns) const {
    for (std::size_t i = begin + 1; i < begin + columns; ++i) {
      const DateHeads moved = moved_heads_at(i);
      if (moved.columns == columns && i + moved.heads == begin + columns + 1) return true;
    }
    return false;
  }

  // The heads that begin with the block: of dates, whether or not others stand behind them.
  [[nodiscard]] DateHeads date_heads_at(std::size_t begin) const {
    const DateHeads moved = moved_heads_at(begin);
    if (moved.columns > 0) return moved;
    const std::size_t dates = columns_of_dates(begin);
    return {dates, dates};
  }

  // The figures of a row, where the block begins heads of dates, with no head above the rows' names: "2025",
  // "Year ended March 31, 2025". "Assets:" may stand between.
  [[nodiscard]] std::size_t columns_of_dates(std::size_t begin) const {
    std::size_t columns = 0;
    while (columns < kMostColumns && ends_with_year(begin + columns)) ++columns;
    const std::size_t next = begin + columns;
    const std::size_t row = is_name(next) && leads_on(next) ? next + 1 : next;
    return columns >= 2 && begins_rows(row, columns) ? columns : 0;
  }

  // "Year ended June 30, 2025", "Year ended June 30, 2024", "Increase": the last may span two columns, an
  // amount and a percentage.
  [[nodiscard]] DateHeads moved_heads_at(std::size_t begin) const {
    constexpr std::size_t kMostChanges = 2;
    std::size_t dates = 0;
    while (dates < kMostColumns && ends_with_year(begin + dates)) ++dates;
    for (std::size_t heads = dates + 1; dates >= 2 && heads <= dates + kMostChanges; ++heads) {
      if (!is_name(begin + heads - 1) || leads_on(begin + heads - 1)) break;
      for (const std::size_t columns : {heads, heads + 1}) {
        if (!begins_rows(begin + heads, columns)) continue;
        const bool percentage = sort(begin + heads + columns) == CellSort::kPercent;
        if (columns == heads || percentage) return {heads, columns};
      }
    }
    return {};
  }

  // Two rows with names, between which a name alone may head the second.
  [[nodiscard]] bool begins_rows(std::size_t begin, std::size_t columns) const {
    const std::size_t second = begin + columns + 1;
    return is_row(begin, columns) &&
           (is_row(second, columns) || (is_name(second) && is_row(second + 1, columns)));
  }

  // The figures of a row, where the block begins two rows of heads: "2025", "2024", "Change" over "USD",
  // "USD", "%".
  [[nodiscard]] std::size_t dated_columns_at(std::size_t begin) const {
    if (!is_year(begin)) return 0;
    for (std::size_t columns = 2; columns <= kMostColumns && is_name(begin + 2 * columns - 1); ++columns) {
      const std::size_t row = begin + 2 * columns;
      if (is_row(row, columns) && is_row(row + columns + 1, columns) && is_year(begin + 1)) return columns;
    }
    return 0;
  }

  // The figures of a row, where the block begins the heads of a table whose rows are numbered: "Rank",
  // "Skill", "2024", "2025" over "1", "Welding", "81", "97" and "2", "Baking", "60", "66"; 0 where it begins
  // none.
  [[nodiscard]] std::size_t ranked_columns_at(std::size_t begin) const {
    for (std::size_t heads = 3; is_name(begin) && is_name(begin + 1) && heads <= kMostColumns; ++heads) {
      const std::size_t row = begin + heads;
      if (!is_name(row - 1) && !is_year(row - 1)) break;
      if (cell_text(row) != "1") continue;
      const std::size_t columns = heads - 2;
      const bool rows = is_ranked_row(row, columns, 1) && is_ranked_row(row + heads, columns, 2);
      return rows && are_heads(begin, row) ? columns : 0;
    }
    return 0;
  }

  // "2", "Baking", "60", "66"
  [[nodiscard]] bool is_ranked_row(std::size_t begin, std::size_t columns, std::size_t rank) const {
    if (cell_text(begin) != std::to_string(rank) || !is_name(begin + 1)) return false;
    for (std::size_t i = begin + 2; i < begin + 2 + columns; ++i) {
      if (!is_figure(sort(i))) return false;
    }
    return true;
  }

  [[nodiscard]] std::string_view cell_text(std::size_t i) const {
    return is_cell(i) ? slice(text_, blocks_[i].span) : std::string_view{};
  }

  [[nodiscard]] bool is_year(std::size_t i) const {
    return sort(i) == CellSort::kNumber && blocks_[i].span.end - blocks_[i].span.begin == 4 &&
           ends_with_year(i);
  }

  [[nodiscard]] bool ends_with_year(std::size_t i) const {
    constexpr std::size_t kDigits = 4;
    if (sort(i) != CellSort::kNumber && sort(i) != CellSort::kName) return false;
    const std::string_view cell = slice(text_, blocks_[i].span);
    if (cell.size() < kDigits) return false;
    const std::string_view year = cell.substr(cell.size() - kDigits);
    const bool apart = cell.size() == kDigits || !is_letter_or_digit(cell[cell.size() - kDigits - 1]) ||
                       ends_with_day(cell.substr(0, cell.size() - kDigits));
    return apart && (year.starts_with("19") || year.starts_with("20")) && is_digit(year[2]) &&
           is_digit(year[3]);
  }

  // "Dec 31", to which the year is glued.
  [[nodiscard]] static bool ends_with_day(std::string_view text) {
    constexpr std::size_t kShortest = 6;
    const std::size_t size = text.size();
    return size >= kShortest && is_letter(text.front()) && text[size - 3] == ' ' &&
           is_digit(text[size - 2]) && is_digit(text[size - 1]);
  }

  // The heads; "Year ended March 31," before years stands above them.
  void push_heads(std::size_t begin, std::size_t columns, const Program& program, std::vector<Block>& out) {
    std::size_t years = 0;
    while (years < columns && is_year(begin + 1 + years)) ++years;
    if (years == columns && names_stretch(blocks_[begin], program)) {
      push_row(cells(begin, begin + 1), 1, true, out);
      push_row(cells(begin + 1, begin + columns + 1), 1, true, out);
    } else {
      push_row(cells(begin, begin + columns + 1), 0, true, out);
    }
  }

  // "Year ended March 31,", which stands right before the heads, as a row of its own above them.
  void push_stretch(std::vector<Block>& out, const Program& program) const {
    mark_caption(text_, program, next_table_, out);
    if (out.empty() || out.back().table >= 0 || !names_stretch(out.back(), program)) return;
    const Span span = out.back().span;
    out.pop_back();
    push_row({span}, 1, true, out);
  }

  [[nodiscard]] bool names_stretch(const Block& block, const Program& program) const {
    if (sort_of(text_, block) != CellSort::kName) return false;
    const std::string_view words = slice(text_, block.span);
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find_first_of(" ,", at), words.size());
      if (program.lookup("head.end", fold(words.substr(at, end - at))) != kNone) return true;
      at = end + 1;
    }
    return false;
  }

  // The figures of a row, where three rows of a table begin whose heads can't be told; 0 where none do.
  [[nodiscard]] std::size_t columns_without_heads(std::size_t begin) const {
    if (!is_name(begin)) return 0;
    std::size_t columns = 0;
    while (columns <= kMostColumns && is_figure(sort(begin + columns + 1))) ++columns;
    const std::size_t row = columns + 1;
    const bool rows = columns >= 2 && columns <= kMostColumns && is_row(begin, columns) &&
                      is_row(begin + row, columns) && is_row(begin + 2 * row, columns);
    return rows ? columns : 0;
  }

  // Names, years and dates: "2025", "30-Jun-25".
  [[nodiscard]] bool are_heads(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      const std::string_view cell = slice(text_, blocks_[i].span);
      if (sort(i) == CellSort::kNumber && !is_year(i) && std::none_of(cell.begin(), cell.end(), is_letter))
        return false;
    }
    return true;
  }

  [[nodiscard]] bool is_row(std::size_t begin, std::size_t columns) const {
    if (begin >= blocks_.size() || !may_name_row(text_, blocks_[begin])) return false;
    for (std::size_t i = begin + 1; i <= begin + columns; ++i) {
      if (!is_figure(sort(i))) return false;
    }
    return !is_figure(sort(begin + columns + 1));
  }

  // Gives the block behind the table. Names alone between rows head those below: "Liabilities", "Current".
  static constexpr std::size_t kMostHeads = 3;
  std::size_t add_named_rows(std::size_t begin, std::size_t columns, std::vector<Block>& out) {
    std::size_t at = begin;
    while (true) {
      std::size_t row = at;
      while (row - at < kMostHeads && is_name(row) && !is_row(row, columns)) ++row;
      if (!is_row(row, columns)) break;
      for (; at < row; ++at) out.push_back(blocks_[at]);
      push_row(cells(at, at + columns + 1), 0, false, out);
      at += columns + 1;
    }
    last_ = {next_table_, columns, at};
    ++next_table_;
    return at;
  }

  // Gives the block behind the table. The ranks stand before the rows.
  std::size_t add_ranked_rows(std::size_t begin, std::size_t columns, std::vector<Block>& out) {
    std::size_t at = begin;
    for (std::size_t rank = 1; is_ranked_row(at, columns, rank); ++rank, at += columns + 2) {
      out.push_back(blocks_[at]);
      push_row(cells(at + 1, at + columns + 2), 0, false, out);
    }
    ++next_table_;
    return at;
  }

  // Whether rows of as many figures go on with the table right before: between them stand but cells, as those
  // of a row that lost its empty ones, and no head of other columns.
  [[nodiscard]] bool goes_on(std::size_t begin, std::size_t columns) const {
    constexpr std::size_t kReach = 24;  // cells
    const bool latest = last_.table + 1 == next_table_;
    if (!latest || last_.columns != columns || begin - last_.end > kReach) return false;
    for (std::size_t i = last_.end; i < begin; ++i) {
      if (!is_cell(i) || ends_with_year(i)) return false;
    }
    return true;
  }

  std::size_t add_further_rows(std::size_t begin, std::vector<Block>& out) {
    const int next = std::exchange(next_table_, last_.table);
    const std::size_t end = add_named_rows(begin, last_.columns, out);
    next_table_ = next;
    return end;
  }

  // Heads that begin with the block, right above rows of figures; the first head or the first figures may be
  // missing.
  [[nodiscard]] Figures figures_at(std::size_t begin) const {
    std::size_t cells = begin;
    while (cells - begin <= kMostColumns && is_name(cells) && !leads_on(cells)) ++cells;
    if (cells - begin < 2 || cells - begin > kMostColumns) return {};
    const std::vector<Span> written = heads_between(begin, cells);
    for (std::size_t columns = 2; columns <= kMostColumns; ++columns) {
      const bool all_heads = begin == 0 || !is_name(begin - 1);
      if (!repeats(cells, columns, columns == written.size() && all_heads)) continue;
      std::vector<Span> heads = parted(written, columns);
      if (columns < written.size() || heads.size() + 1 < columns) return {};
      return {columns, std::move(heads), cells, 0};
    }
    const std::size_t columns = written.size();
    const std::size_t odd = sort(cells) == CellSort::kOdd ? 1 : 0;
    for (std::size_t lost = 1; lost + odd < columns; ++lost) {
      const std::size_t row = cells + columns - lost;
      if (repeats(row, columns, false) && are_alike(cells + odd, row + lost + odd, columns - lost - odd))
        return {columns, written, cells, lost};
    }
    return {};
  }

  // "The contracts are:"
  [[nodiscard]] bool leads_on(std::size_t i) const { return text_[blocks_[i].span.end - 1] == ':'; }

  // A head in brackets is of the one before: "Total", "(with profit)".
  [[nodiscard]] std::vector<Span> heads_between(std::size_t begin, std::size_t end) const {
    std::vector<Span> out;
    for (std::size_t i = begin; i < end; ++i) {
      const Span span = blocks_[i].span;
      if (!out.empty() && text_[span.begin] == '(') {
        out.back().end = span.end;
      } else {
        out.push_back(span);
      }
    }
    return out;
  }

  // The heads cut where two ran together, "PriceTerm" before "Price Term", until there are enough.
  [[nodiscard]] std::vector<Span> parted(std::vector<Span> heads, std::size_t columns) const {
    for (const std::uint32_t gap : {0U, 1U}) {
      for (std::size_t i = 0; i < heads.size() && heads.size() < columns; ++i) {
        const std::uint32_t joint = joint_in(heads[i], gap);
        if (joint == 0) continue;
        heads.insert(heads.begin() + static_cast<std::ptrdiff_t>(i) + 1, Span{joint, heads[i].end});
        heads[i].end = joint - gap;
      }
    }
    return heads;
  }

  // Where a capital stands behind a small letter, a space between or none; 0 where none does.
  [[nodiscard]] std::uint32_t joint_in(Span head, std::uint32_t gap) const {
    for (std::uint32_t i = head.begin + 1 + gap; i < head.end; ++i) {
      if (is_upper(text_[i]) && is_lower(text_[i - 1 - gap]) && (gap == 0 || text_[i - 1] == ' ')) return i;
    }
    return 0;
  }

  // Two rows of figures of the same sorts, one below the other.
  [[nodiscard]] bool repeats(std::size_t row, std::size_t columns, bool one_sort) const {
    bool several = one_sort;
    for (std::size_t i = row; i < row + columns; ++i) {
      if (!is_figure(sort(i))) return false;
      several = several || sort(i) != sort(row);
    }
    return several && are_alike(row, row + columns, columns);
  }

  [[nodiscard]] bool are_alike(std::size_t cell, std::size_t other, std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i) {
      if (sort(cell + i) != sort(other + i)) return false;
    }
    return true;
  }

  std::size_t add_figure_rows(const Figures& figures, std::vector<Block>& out) {
    const std::size_t columns = figures.columns;
    push_row(figures.heads, 1 + columns - figures.heads.size(), true, out);
    std::size_t at = figures.cells;
    if (figures.lost > 0) {
      push_row(cells(at, at + columns - figures.lost), 1 + figures.lost, false, out);
      at += columns - figures.lost;
    }
    const std::size_t first = at;
    while (are_alike(first, at, columns)) {
      push_row(cells(at, at + columns), 1, false, out);
      at += columns;
    }
    ++next_table_;
    return at;
  }

  [[nodiscard]] std::vector<Span> cells(std::size_t begin, std::size_t end) const {
    std::vector<Span> out;
    for (std::size_t i = begin; i < end; ++i) out.push_back(blocks_[i].span);
    return out;
  }

  // The cells as the last of a row, empty ones before them.
  void push_row(const std::vector<Span>& cells, std::size_t empty, bool header,
                std::vector<Block>& out) const {
    Block row;
    row.kind = BlockKind::kTableRow;
    row.table = next_table_;
    row.header = header;
    row.span = {cells.front().begin, cells.back().end};
    row.cells.assign(empty, Span{row.span.begin, row.span.begin});
    row.cells.insert(row.cells.end(), cells.begin(), cells.end());
    out.push_back(std::move(row));
  }

  std::string_view text_;
  std::vector<Block> blocks_;
  std::vector<CellSort> sorts_;  // by block
  int next_table_ = 0;
  // The last table with names: its number, its columns, and the block behind it.
  struct {
    int table = 0;
    std::size_t columns = 0;
    std::size_t end = 0;
  } last_;
};

}  // namespace

std::vector<Block> restore_tables(std::string_view text, std::vector<Block> blocks, const Program& program) {
  return TableRestorer(text, split_cells(text, std::move(blocks))).run(program);
}

}  // namespace figmine
