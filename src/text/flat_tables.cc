#include "text/flat_tables.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "base/ascii.h"
#include "text/table_blocks.h"
#include "text/table_heads.h"

namespace figmine {
namespace {

constexpr std::uint32_t kLongestName = 160;  // bytes

// A name and the figures behind it.
struct Row {
  Span name;
  std::vector<Span> figures;
};

// Made once a paragraph.
class RowRestorer {
 public:
  RowRestorer(std::string_view text, const Block& block, const Program& program)
      : text_(text),
        block_(block),
        figures_(text, block.span.end),
        reader_(text, block.span.end, program),
        heads_(text, reader_) {}

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
    push_paragraphs(text_, BlockKind::kParagraph, {last_, block_.span.end}, out);
    ++table;
    return true;
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
    return is_letter(before) && figures_.shows_as_figure(at, figures_.end_of_figure(at));
  }

  std::vector<Span> figures_at(std::uint32_t at) const {
    std::vector<Span> out;
    for (std::uint32_t i = at; i < block_.span.end;) {
      const std::uint32_t end = figures_.end_of_figure(i);
      if (end == i) break;
      const bool glued = !out.empty() && out.back().end == i;
      if (glued && !figures_.shows_as_figure(i, end) && !figures_.is_year(i)) return {};  // "$1,00014"
      out.push_back({i, end});
      i = figures_.skip_gaps(end);
    }
    return out;
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
      return reader_.heads_in(row.name, columns_).has_value();
    });
  }

  void add(Row& row, int& table, std::vector<Block>& out) {
    trim(row);
    std::optional<HeadRows> heads = reader_.heads_in(row.name, columns_);
    if (in_table_ && (heads || new_table_)) ++table;
    new_table_ = false;
    if (heads) {
      const bool first = last_ == 0 && heads->begin == block_.span.begin;
      if (first && heads->above.size() < 2) heads_.set_above(*heads, columns_, out);
      if (first) heads_.mark_caption(table, out);
      in_table_ = false;
      push_text({last_ == 0 ? block_.span.begin : last_, heads->begin}, table, out);
      heads_.push(*heads, table, out);
      last_ = heads->columns.back().end;
      row.name.begin = last_;
    } else if (!in_table_) {
      const HeadRows before = heads_.take(columns_, out);
      heads_.mark_caption(table, out);
      heads_.push(before, table, out);
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

  // The name behind what stands before it: "Current assets: Cash", "… of the period. Revenue".
  std::uint32_t name_begin(Span name) const {
    std::uint32_t begin = name.begin;
    for (std::uint32_t i = name.begin; i + 1 < name.end; ++i) {
      const bool stop =
          text_[i] == ':' || text_.substr(i, 2) == "\n\n" ||
          (text_[i] == '.' && is_gap(text_[i + 1]) && i + 2 < name.end && is_upper(text_[i + 2]));
      if (stop) begin = i + 1;
      const std::uint32_t figure = begins_figure(i) ? figures_.end_of_figure(i) : i;
      if (figure > i && figure < name.end && figures_.shows_as_figure(i, figure)) begin = figure;
    }
    for (const Span date : reader_.dates_in({begin, name.end}))  // heads that are fewer than the columns
      if (date.end < name.end && !reader_.has_month(date)) begin = date.end;
    if (name.end - begin > kLongestName) begin = word_begin(name.end - kLongestName, name.end);
    while (begin < name.end && !is_letter(text_[begin]) && text_[begin] != '(') ++begin;
    return begin == name.end ? name.begin : begin;
  }

  std::uint32_t word_begin(std::uint32_t at, std::uint32_t end) const {
    while (at < end && !is_gap(text_[at])) ++at;
    return at;
  }

  // ---------------------------------------------------------------- text between

  // "(in thousands)" is the table's caption.
  void push_text(Span span, int table, std::vector<Block>& out) const {
    const bool scale = !in_table_ && reader_.tells_scale(span);
    const std::size_t before = out.size();
    push_paragraphs(text_, scale ? BlockKind::kCaption : BlockKind::kParagraph, span, out);
    for (std::size_t i = before; scale && i < out.size(); ++i) out[i].table = table;
  }

  std::string_view text_;
  const Block& block_;
  FigureReader figures_;
  HeadReader reader_;
  TableHeads heads_;
  std::vector<Row> rows_;
  std::size_t columns_ = 0;
  std::uint32_t last_ = 0;  // where the last row ended; 0 before the first
  bool in_table_ = false;
  bool new_table_ = false;  // rows of another number of figures follow
};

}  // namespace

bool restore_rows(std::string_view text, const Block& block, const Program& program, Heads heads, int& table,
                  std::vector<Block>& out) {
  return block.kind == BlockKind::kParagraph && RowRestorer(text, block, program).run(heads, table, out);
}

}  // namespace figmine
