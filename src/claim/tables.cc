#include "claim/tables.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/ascii.h"
#include "claim/table_units.h"
#include "resolve/quantities/values.h"
#include "resolve/singular.h"

namespace figmine {
namespace {

struct Column {
  std::string head;
  Span span;
  std::optional<Interval> interval;
  std::optional<Time> length;  // "Thirteen weeks ended", above a row of dates
  bool change = false;         // "Change", "Y/Y"
  bool ahead = false;          // "FY 2025 Guidance"
  std::string basis;
  std::optional<HeadUnit> unit;  // "Sales ($m)"
};

struct TableState {
  int table = -1;
  Decimal scale = 1;
  std::string currency;        // ISO code from the caption
  bool shares_apart = false;   // the scale is not that of counts of shares
  bool counts_shares = false;  // below "Weighted average number of shares:"
  std::string written;         // ISO code of its first amount with a currency, or of a statement's article
  bool of_article = false;     // no amount of the table has a currency: it is the article's
  Span title;                  // "Crude steel production" above rows of countries; empty where none is known
  std::optional<HeadUnit> title_unit;  // ", million tonnes"
  std::vector<Column> columns;
  std::set<std::size_t> percentages;  // cells that hold a percentage behind figures that are none
};

// What the rows of a table tell before they are read.
struct TableOutline {
  std::string currency;             // ISO code of the first amount that has one
  std::size_t rows = 0;             // with heads
  std::size_t statement_lines = 0;  // of those: "Revenue", "Total assets"
  bool whole = false;               // a figure is so large that they are no thousands
};

class TableReader {
 public:
  TableReader(std::vector<Draft>& drafts, const ClaimInput& input)
      : drafts_(drafts), input_(input), look_(input) {
    outline();
  }

  void run() {
    std::size_t next = 0;
    for (std::size_t i = 0; i < input_.text.sentences.size(); ++i) {
      const Block& block = input_.block_of(i);
      if (block.table != state_.table &&
          (block.kind == BlockKind::kTableRow || block.kind == BlockKind::kCaption)) {
        begin_table(block.table);
        if (block.kind == BlockKind::kTableRow) read_title(i);
      }
      if (block.kind == BlockKind::kCaption) {
        read_caption(i);
        read_title(i + 1);
      }
      if (block.kind == BlockKind::kTableRow && block.header) read_header(i, block);
      while (next < drafts_.size() && drafts_[next].sentence < i) ++next;
      if (block.kind != BlockKind::kTableRow) state_.counts_shares = counts_shares(i);
      if (block.kind != BlockKind::kTableRow && block.kind != BlockKind::kCaption) continue;
      for (std::size_t d = next; d < drafts_.size() && drafts_[d].sentence == i; ++d) {
        if (block.kind == BlockKind::kTableRow) read_cell(drafts_[d], block);
        if (block.kind == BlockKind::kCaption) leave_out(drafts_[d]);
      }
    }
  }

 private:
  // The rows and currencies of the tables, and the one currency of all amounts of the article.
  void outline() {
    for (std::size_t i = 0; i < input_.text.sentences.size(); ++i) {
      const Block& block = input_.block_of(i);
      if (block.kind != BlockKind::kTableRow || block.header || block.cells.empty()) continue;
      const std::string_view head = slice(input_.document.text, block.cells.front());
      TableOutline& table = outlines_[block.table];
      table.rows += head.empty() ? 0 : 1;
      table.statement_lines += is_statement_line(head) ? 1 : 0;
    }
    if (outlines_.empty()) return;
    std::set<std::string> codes;
    for (const Draft& draft : drafts_) {
      const Quantity& quantity = draft.fact.quantity;
      const bool money = quantity.kind == "money" && quantity.unit;
      if (money) codes.insert(quantity.unit->code);
      const Block& block = input_.block_of(draft.sentence);
      if (block.kind != BlockKind::kTableRow || block.header) continue;
      TableOutline& table = outlines_[block.table];
      if (money && table.currency.empty()) table.currency = quantity.unit->code;
      table.whole = table.whole || (quantity.kind == "number" && is_whole(quantity));
    }
    if (codes.size() == 1) article_currency_ = *codes.begin();
  }

  // "898,334", unlike what tables in thousands or millions mostly have.
  static bool is_whole(const Quantity& quantity) {
    constexpr int kLeast = 100000;
    const std::optional<Decimal> value =
        quantity.value ? Decimal::parse(*quantity.value) : std::optional<Decimal>{};
    return value && *value >= Decimal(kLeast);
  }

  // A statement none of whose amounts has a currency is in that of the article.
  void begin_table(int table) {
    constexpr std::size_t kFewest = 3;  // lines of a statement
    state_ = TableState{};
    state_.table = table;
    const TableOutline& outline = outlines_[table];
    const bool statement = outline.statement_lines >= kFewest && outline.statement_lines * 2 >= outline.rows;
    state_.of_article = outline.currency.empty() && outline.whole && statement;
    state_.written = state_.of_article ? article_currency_ : outline.currency;
  }

  // A line above the table that names a measure: "Table 3: Crude steel production, million tonnes".
  void read_title(std::size_t row) {
    constexpr std::uint32_t kLongest = 120;  // bytes
    if (row == 0 || row >= input_.text.sentences.size()) return;
    const std::size_t above = row - 1;
    const Block& block = input_.block_of(above);
    const bool alone = above == 0 || !input_.same_block(above - 1, above);
    const std::string_view words = slice(input_.document.text, block.span);
    const bool line = block.kind == BlockKind::kParagraph || block.kind == BlockKind::kHeading ||
                      block.kind == BlockKind::kCaption;
    const bool measures = holds(words, "measure.noun") || holds(words, "counting.noun");
    if (!line || !alone || words.size() > kLongest || words.ends_with('.') || !measures) return;
    const std::optional<HeadUnit> unit = unit_of_head(look_, above, block.span);
    Span title = unit ? trimmed({block.span.begin, unit->span.begin}) : block.span;
    const std::size_t colon = slice(input_.document.text, title).rfind(": ");
    if (colon != std::string_view::npos) title.begin += static_cast<std::uint32_t>(colon) + 2;
    state_.title = title;
    if (block.kind != BlockKind::kCaption) state_.title_unit = unit;  // a caption's is known
  }

  // What the caption, or the corner of the heads, tells of all figures; the unit of a single column is its
  // own.
  void read_caption(std::size_t sentence, const std::vector<Column>& columns = {}) {
    state_.shares_apart = state_.shares_apart || sets_shares_apart(sentence);
    for (const Annotation& annotation : input_.analyses[sentence].annotations) {
      const bool scale_word = look_.is(annotation, "table_scale");
      const bool currency = look_.is(annotation, "curp") || look_.is(annotation, "curw");
      if ((!scale_word && !currency) || is_in_unit(columns, look_.span_of(annotation.range))) continue;
      if (scale_word) {
        const std::optional<Decimal> scale =
            Decimal::parse(feature_text(input_.program, annotation, "value"));
        if (scale) state_.scale = *scale;
      }
      if (currency) {
        const std::string codes = feature_text(input_.program, annotation, "codes");
        if (state_.currency.empty()) state_.currency = codes.substr(0, codes.find(' '));
      }
    }
  }

  // Whether the words are of the unit of a column, other than the corner.
  static bool is_in_unit(const std::vector<Column>& columns, Span words) {
    const auto column =
        std::ranges::lower_bound(columns, words.end, {}, [](const Column& c) { return c.span.end; });
    return column != columns.end() && column != columns.begin() && column->unit &&
           column->unit->span.contains(words);
  }

  // "(in thousands, except share and per share data)"
  bool sets_shares_apart(std::size_t sentence) const {
    const TokenRange range = input_.analyses[sentence].range;
    bool except = false;
    for (std::uint32_t token = range.begin; token < range.end; ++token) {
      except = except || look_.word_is(token, "exception");
      if (except && look_.word_is(token, "share.noun") && look_.form(token - 1).folded != "per") return true;
    }
    return false;
  }

  // "Weighted average number of shares outstanding:", unlike "Earnings per share:".
  bool counts_shares(std::size_t sentence) const {
    const TokenRange range = input_.analyses[sentence].range;
    if (range.empty() || look_.token_text(range.end - 1) != ":") return false;
    for (std::uint32_t token = range.begin; token < range.end; ++token) {
      if (look_.word_is(token, "preposition.rate")) return false;
    }
    return look_.holds_word(range, "share.noun");
  }

  void read_header(std::size_t sentence, const Block& block) {
    std::vector<Column> columns(block.cells.size());
    // Cells that stand one below the other may be a cell off.
    const std::string_view text = slice(input_.document.text, block.span);
    const bool in_line = text.find('\n') == std::string_view::npos;
    const std::vector<const Column*> heads = heads_above();
    for (std::size_t cell = 0; cell < block.cells.size(); ++cell) {
      columns[cell] = read_head(sentence, block.cells[cell]);
      if (in_line) columns[cell].unit = unit_of_head(look_, sentence, block.cells[cell]);
      if (const Column* above = spanning(heads, columns.size(), cell); above != nullptr)
        extend(columns[cell], *above);
    }
    read_caption(sentence, columns);
    state_.columns = std::move(columns);
    state_.percentages.clear();
  }

  Column read_head(std::size_t sentence, Span span) const {
    Column column;
    column.head = std::string(slice(input_.document.text, span));
    column.span = span;
    const TokenRange words = look_.tokens_in(span);
    const std::vector<TimeSpan>& times = input_.resolved[sentence].times;
    auto time =
        std::ranges::lower_bound(times, words.begin, {}, [](const TimeSpan& t) { return t.range.begin; });
    for (; time != times.end() && time->range.begin < words.end; ++time) {
      if (time->range.end > words.end) continue;
      const bool later = !column.interval || !column.interval->end ||
                         (time->time.interval.end && *column.interval->end < *time->time.interval.end);
      if (time->time.interval.end && later) column.interval = time->time.interval;  // "2024 to 2023"
      if (time->time.kind == Time::Kind::kDuration) column.length = time->time;
    }
    const Analysis& analysis = input_.analyses[sentence];
    for (std::uint32_t token = words.begin; token < words.end; ++token) {
      for (const std::uint32_t index : analysis.beginning_at(token)) {
        const Annotation& annotation = analysis.annotations[index];
        if (annotation.range.end <= words.end) read_word(column, annotation);
      }
    }
    if (column.interval && column.length) column.length.reset();
    return column;
  }

  void read_word(Column& column, const Annotation& annotation) const {
    column.ahead = column.ahead || look_.is(annotation, "revised.noun");
    column.change = column.change || tells_change(column.span, annotation);
    if (!look_.is(annotation, "basis")) return;
    column.change = true;
    column.basis = std::string(input_.program.row_attribute(annotation.row, "basis"));
  }

  // "Growth", "% Change"; not "Price after the correction".
  bool tells_change(Span cell, const Annotation& annotation) const {
    if (look_.is(annotation, "change_head")) return true;
    if (!look_.is(annotation, "change.noun")) return false;
    const auto within = [&](std::uint32_t token) {
      return input_.text.tokens[token].span.begin > cell.begin;
    };
    std::uint32_t token = annotation.range.begin;
    if (within(token) && look_.word_is(token - 1, "article")) --token;
    return !within(token) || !look_.word_is(token - 1, "sequel");
  }

  // The head of the row above that spans the column: two heads over four columns span two each, over two one.
  static const Column* spanning(const std::vector<const Column*>& heads, std::size_t columns,
                                std::size_t cell) {
    const std::size_t above = heads.size();
    const bool corner = columns > 0 && above > 0 && columns % above == 1;  // an empty first cell
    const std::size_t below = corner ? columns - 1 : columns;
    if (above == 0 || above > below || below % above != 0 || (corner && cell == 0)) return nullptr;
    return heads[(corner ? cell - 1 : cell) / (below / above)];
  }

  // The heads of the row above that are not empty.
  std::vector<const Column*> heads_above() const {
    std::vector<const Column*> out;
    for (const Column& column : state_.columns) {
      if (!column.head.empty()) out.push_back(&column);
    }
    return out;
  }

  // "2025" or "2025 to 2024" and nothing else.
  static bool names_year(const Column& column) {
    const bool years = column.head.size() == 4 || column.head.find(" to ") == 4;
    return years && column.head.find_first_not_of("0123456789 to") == std::string::npos;
  }

  // "Three months ended September 30," over "2025"; "Thirteen weeks ended" over "November 2, 2024"; "2025"
  // over "Q1".
  static void extend(Column& column, const Column& above) {
    if (column.interval && column.interval->end && names_year(column) && above.interval &&
        above.interval->end) {
      const int years = year_of(*column.interval->end) - year_of(*above.interval->end);
      if (const auto own = shift(*above.interval, Grain::kYear, years)) column.interval = *own;
      return;
    }
    if (column.interval && column.interval->end && above.length && above.length->count) {
      const std::optional<long long> count = above.length->count->to_integer();
      const Day next = *column.interval->end + std::chrono::days(1);
      if (const auto start = add(next, above.length->grain, count ? -*count : 0))
        column.interval->start = *start;
    }
    if (!column.interval) column.interval = above.interval;
  }

  static std::size_t cell_at(const Block& block, Span span) {
    const auto cell = std::ranges::lower_bound(block.cells, span.end, {}, &Span::end);
    const bool found = cell != block.cells.end() && cell->contains(span);
    return found ? static_cast<std::size_t>(cell - block.cells.begin()) : block.cells.size();
  }

  // Whether the figure is all of the cell, but for brackets: "(580)".
  bool fills(Span figure, Span cell) const {
    const std::string_view text = slice(input_.document.text, cell);
    const bool bracket = text.starts_with('(') && text.ends_with(')');
    return figure == cell || (bracket && figure == Span{cell.begin + 1, cell.end - 1});
  }

  // "58 - 3,702" over three cells is no range.
  static bool spans_cells(const Block& block, Span span) {
    return std::any_of(block.cells.begin(), block.cells.end(),
                       [&](Span cell) { return cell.begin > span.begin && cell.begin < span.end; });
  }

  // Heads stand over the last cells of a row where the corner is left out; a last head of changes spans an
  // amount and a percentage.
  const Column* column_of(const Block& block, std::size_t cell) const {
    if (cell > 0 && last_spans_two(block)) {
      const std::size_t figures = block.cells.size() - 1;
      const std::size_t corner = state_.columns.size() + 1 - figures;  // 0 where it is left out
      return &state_.columns[std::min(cell - 1 + corner, state_.columns.size() - 1)];
    }
    const std::size_t lead =
        block.cells.size() > state_.columns.size() ? block.cells.size() - state_.columns.size() : 0;
    return cell < lead || cell - lead >= state_.columns.size() ? nullptr : &state_.columns[cell - lead];
  }

  // "2025", "2024", "Increase" over "144.37", "107.10", "37.27", "35%"
  bool last_spans_two(const Block& block) const {
    const std::size_t cells = block.cells.size();
    const std::size_t heads = state_.columns.size();
    const auto is_percentage = [&](std::size_t cell) {
      return slice(input_.document.text, block.cells[cell]).ends_with('%');
    };
    constexpr std::size_t kFewest = 4;  // cells: a row's head, an amount, what it moved by, and in percent
    const bool fits = cells >= kFewest && heads > 0 && state_.columns.back().change &&
                      (heads + 1 == cells ? !state_.columns.front().interval
                                          : heads + 2 == cells && state_.columns.front().interval);
    const bool percentage = fits && (is_percentage(cells - 1) || state_.percentages.contains(cells - 1));
    return percentage && !is_percentage(cells - 2);
  }

  // "Three Month Period Ended" in a head or a caption is no claim.
  static void leave_out(Draft& draft) {
    draft.fact.claim = false;
    if (draft.fact.non_claim_class.empty()) draft.fact.non_claim_class = "other";
  }

  void read_cell(Draft& draft, const Block& block) {
    const std::size_t cell = cell_at(block, draft.fact.quantity.span);
    if (block.header || cell == 0 || cell >= block.cells.size()) {
      if (draft.fact.claim && cell >= block.cells.size() && !spans_cells(block, draft.fact.quantity.span))
        return;
      leave_out(draft);
      return;
    }
    const std::string_view head = slice(input_.document.text, block.cells.front());
    const Column* column = column_of(block, cell);
    if (head.empty()) return name_by_column(draft, column);
    const std::string& why = draft.fact.non_claim_class;
    draft.fact.claim = why.empty() || why == "date_part" || why == "list_number" ||
                       (why == "other" && counts(draft, block, cell));
    if (draft.fact.claim) draft.fact.non_claim_class.clear();
    negate(draft, block.cells[cell]);
    share_sign(draft, block, cell);
    name(draft, block.cells.front(), column);
    if (column != nullptr) read_column(draft, *column);
    if (!take_unit(draft, block.cells.front(), column)) scale(draft, head);
  }

  // The unit that the row's head or the column's tells; false where neither tells a scale of its own.
  bool take_unit(Draft& draft, Span row, const Column* column) const {
    std::optional<HeadUnit> own = unit_of_head(look_, draft.sentence, row);
    if (own && own->code && !names_measure(slice(input_.document.text, row))) own.reset();  // "Laravel (PHP)"
    if (own) {
      const Span words{row.begin, own->span.begin};
      if (draft.fact.measure && draft.fact.measure->span == row)
        draft.fact.measure = measure_of(trimmed(words));
    }
    const HeadUnit* unit = own ? &*own : column != nullptr && column->unit ? &*column->unit : nullptr;
    if (unit == nullptr && state_.title_unit && (column == nullptr || !column->change))
      unit = &*state_.title_unit;
    if (unit == nullptr) return false;
    const std::string kind = draft.fact.quantity.kind;
    take_head_unit(draft.fact.quantity, *unit);
    if (draft.fact.quantity.kind != kind || unit->scaled) draft.fact.rules.emplace_back("table/head-unit");
    return unit->scaled || unit->unit;
  }

  [[nodiscard]] Span trimmed(Span span) const {
    const std::string_view text = input_.document.text;
    while (span.end > span.begin && (text[span.end - 1] == ' ' || text[span.end - 1] == '\n')) --span.end;
    return span;
  }

  // Whether a bare number that is all of its cell tells something: the column or the row says what.
  bool counts(const Draft& draft, const Block& block, std::size_t cell) const {
    if (!fills(draft.fact.quantity.span, block.cells[cell])) return false;
    const std::string_view head = slice(input_.document.text, block.cells.front());
    const Column* above = column_of(block, cell);
    if (above != nullptr && holds(above->head, "numbering.head")) return false;  // "Note", "Page"
    if (state_.scale != Decimal(1) || is_statement_line(head) || names_measure(head)) return true;
    if (above == nullptr) return false;
    const bool item =
        !above->head.empty() && above->head != state_.columns.front().head &&
        names_row(draft, tokens_of(draft.sentence, block.cells.front()));  // a model and its traits
    return names_measure(above->head) || above->interval || item;
  }

  // "Revenue 204 166 23%" over "Expenses 153 127 20": the sign of a column's first figure is of those below.
  void share_sign(Draft& draft, const Block& block, std::size_t cell) {
    const auto is_percentage = [&](std::size_t i) {
      return slice(input_.document.text, block.cells[i]).ends_with('%');
    };
    if (cell < 2 || is_percentage(1)) return;
    const bool known = state_.percentages.contains(cell);
    if (is_percentage(cell)) state_.percentages.insert(cell);
    if (!known || draft.fact.quantity.kind != "number" || is_difference(block, cell)) return;
    if (!fills(draft.fact.quantity.span, block.cells[cell])) return;
    set_percent(draft.fact.quantity);
    draft.fact.rules.emplace_back("table/column-percent");
  }

  // "5" behind "45" and "40": what it moved by, no percentage.
  bool is_difference(const Block& block, std::size_t cell) const {
    const std::optional<Decimal> moved = number_in(block.cells[cell]);
    const std::optional<Decimal> old_level = number_in(block.cells[cell - 1]);
    const std::optional<Decimal> level = number_in(block.cells[cell - 2]);
    if (!moved || !old_level || !level) return false;
    return *level - *old_level == *moved || *old_level - *level == *moved;
  }

  // The number of a cell without its signs: "$ 1,200", "(14.2)".
  std::optional<Decimal> number_in(Span cell) const {
    std::string digits;
    for (const char c : slice(input_.document.text, cell)) {
      if (is_digit(c) || c == '.') digits += c;
    }
    return Decimal::parse(digits);
  }

  // "(14.2)" in a cell of its own is negative.
  void negate(Draft& draft, Span cell) const {
    Quantity& quantity = draft.fact.quantity;
    const std::string_view text = slice(input_.document.text, cell);
    const bool bracket = text.starts_with("(") && text.find(')') != std::string_view::npos;
    if (!bracket || !quantity.value || quantity.value->starts_with('-')) return;
    if (quantity.span.begin > cell.begin + 1) return;
    quantity.value = "-" + *quantity.value;
    quantity.span = {cell.begin, cell.begin + static_cast<std::uint32_t>(text.find(')')) + 1};
    quantity.text = std::string(slice(input_.document.text, quantity.span));
  }

  // Rows without heads: "Price", "Term" over "$50", "1 day".
  void name_by_column(Draft& draft, const Column* column) {
    if (column == nullptr || column->head.empty() || column->interval) return;
    draft.fact.measure = measure_of(words_of(*column));
    draft.fact.rules.emplace_back("table/column-measure");
    if (!take_unit(draft, {}, column)) scale(draft, column->head);
  }

  // The head without its unit.
  [[nodiscard]] Span words_of(const Column& column) const {
    return column.unit ? trimmed({column.span.begin, column.unit->span.begin}) : column.span;
  }

  [[nodiscard]] Measure measure_of(Span span) const {
    const std::string text(slice(input_.document.text, span));
    const std::size_t space = text.find_last_of(' ');
    return Measure{text, text.substr(space == std::string::npos ? 0 : space + 1), span};
  }

  // The row's head names the measure; where it is a name, whom the column's measure is of.
  void name(Draft& draft, Span row, const Column* column) const {
    const TokenRange words = tokens_of(draft.sentence, row);
    const bool dated = column != nullptr && (column->interval || column->change);
    if (column != nullptr && column->change) column = moved_in(*column);
    const bool named = column != nullptr && !column->head.empty() && names_row(draft, words) &&
                       (!column->interval || names_measure(column->head));
    // "China" below "Steel production"
    const bool titled = !named && dated && !state_.title.empty() && names_row(draft, words);
    draft.fact.measure = measure_of(titled ? state_.title : named ? words_of(*column) : row);
    if (named || titled) draft.subject = words;
    draft.fact.rules.emplace_back("table/row-head");
  }

  // What a column of changes behind one that names a measure tells of: "Growth of the price", or the measure
  // of the column before where it is called "Change".
  const Column* moved_in(const Column& change) const {
    constexpr std::ptrdiff_t kReach = 12;  // columns
    const auto at = &change - state_.columns.data();
    for (std::ptrdiff_t i = at; i-- > 0 && at - i <= kReach;) {
      const Column& level = state_.columns[static_cast<std::size_t>(i)];
      if (!level.change && names_measure(level.head)) return names_measure(change.head) ? &change : &level;
    }
    return nullptr;
  }

  TokenRange tokens_of(std::size_t sentence, Span cell) const {
    TokenRange out = input_.analyses[sentence].range;
    const std::vector<Token>& tokens = input_.text.tokens;
    const std::uint32_t end = out.end;
    out.end = out.begin;
    while (out.end < end && tokens[out.end].span.end <= cell.end) ++out.end;
    return out;
  }

  // "Poland", "Gate.io (GT)": a place, or a name without a word that measures.
  bool names_row(const Draft& draft, TokenRange row) const {
    const Analysis& a = input_.analyses[draft.sentence];
    const Annotation* place = look_.beginning_at(a, a.range.begin, "place");
    if (place != nullptr && place->range == row) return true;
    const bool item = corner_names_items();
    if (row.empty() || (!item && !look_.is_name(row))) return false;
    for (std::uint32_t token = row.begin; token < row.end; ++token) {
      if (look_.word_is(token, "measure.noun") || look_.covering(a, token, "measure.acronym") != nullptr)
        return false;
    }
    return item || look_.token_text(row.end - 1) == ")" || look_.form(row.end - 1).is(Shape::kDigit) ||
           look_.form(row.end - 1).is(Shape::kUpper);
  }

  // "Mining contract", "Country" over the first cells: the rows are of such.
  bool corner_names_items() const {
    if (state_.columns.empty()) return false;
    const std::string& corner = state_.columns.front().head;
    const std::string last = fold(corner.substr(corner.find_last_of(' ') + 1));
    return input_.program.lookup("corner.noun", singular(input_.program, last)) != kNone;
  }

  // "Token price on 12 March", "Number of sites"
  bool names_measure(std::string_view head) const {
    for (std::size_t at = 0; at < head.size();) {
      const std::size_t end = std::min(head.find(' ', at), head.size());
      const std::string word = fold(head.substr(at, end - at));
      if (input_.program.lookup("measure.noun", word) != kNone ||
          input_.program.lookup("counting.noun", word) != kNone)
        return true;
      at = end + 1;
    }
    return false;
  }

  void read_column(Draft& draft, const Column& column) const {
    const Column* period = column.change && !column.interval ? &latest_or(column) : &column;
    if (column.change) {
      draft.fact.change = Change{direction_in(draft), "by", column.basis, std::nullopt};
      if (column.head.find('%') != std::string::npos) set_percent(draft.fact.quantity);
    }
    if (column.ahead) {
      draft.fact.status = "forecast";
      draft.fact.rules.emplace_back("table/guidance");
    }
    if (!period->interval) return;
    const Interval& interval = *period->interval;
    Period read;
    read.text = period->head;
    read.span = period->span;
    read.start = interval.start ? to_iso(*interval.start) : "";
    read.end = interval.end ? to_iso(*interval.end) : "";
    read.inferred = true;
    draft.fact.period = read;
    draft.fact.rules.emplace_back("table/column-head");
  }

  // The column of the latest period among those before, up to the column of changes before it: whose movement
  // a column of changes tells; `own` where none has one.
  const Column& latest_or(const Column& own) const {
    const Column* latest = &own;
    const auto end = state_.columns.begin() + (&own - state_.columns.data());
    auto begin = end;
    while (begin != state_.columns.begin() && !(begin - 1)->change) --begin;
    for (auto other = begin; other != end; ++other) {
      if (!other->interval || other->ahead) continue;
      const bool later = !latest->interval || (latest->interval->end && other->interval->end &&
                                               *latest->interval->end < *other->interval->end);
      if (later) latest = &*other;
    }
    return *latest;
  }

  // "69.3" below "% change"
  static void set_percent(Quantity& quantity) {
    if (quantity.kind != "number") return;
    quantity.kind = "percent";
    quantity.unit = Unit{"", "percent", "%", "ucum", "", {}};
  }

  // "Up 88%", "(2.6) pts", "+7.8%" in a column of changes.
  static std::string direction_in(const Draft& draft) {
    if (!draft.text("direction").empty()) return draft.text("direction");
    const std::string& value = draft.fact.quantity.value.value_or("");
    return value.starts_with('-') ? "down" : "up";
  }

  // Amounts of a table "in millions" are multiplied out, but not per-share rows, percentages and counts with
  // a unit.
  void scale(Draft& draft, std::string_view head) {
    Quantity& quantity = draft.fact.quantity;
    const std::string folded = fold(head);
    const bool per_share = is_per_share(folded) || holds(head, "table.per_share");
    if (quantity.kind != "money" && quantity.kind != "number") return;
    if (quantity.kind == "number" && (is_ratio(head) || state_.counts_shares)) return;
    if (per_share && quantity.kind == "money" && quantity.unit) quantity.unit->per = "share";
    const std::string& currency =
        state_.currency.empty() && (per_share || is_statement_line(head)) ? state_.written : state_.currency;
    if (quantity.kind == "number" && !currency.empty()) {
      quantity.kind = "money";
      quantity.unit = Unit{"", "", currency, "iso4217", per_share ? "share" : "", {}};
      if (state_.of_article && state_.currency.empty())
        draft.fact.rules.emplace_back("table/article-currency");
    }
    if (per_share || state_.scale == Decimal(1) || is_unscaled(quantity, head)) return;
    quantities::multiply(state_.scale.to_rational(), quantity);
    draft.fact.rules.emplace_back("table/caption-scale");
  }

  // "Efficiency ratio", "Return on equity", "Same-store sales growth", "Gross margin": bare numbers are no
  // amounts.
  bool is_ratio(std::string_view head) const {
    const std::string_view last = head.substr(head.find_last_of(' ') + 1);
    return head.find('%') != std::string_view::npos || holds(head, "table.ratio") ||
           holds(last, "table.rate_end");
  }

  // "per share", "per common share", "per ADS"
  static bool is_per_share(const std::string& head) {
    constexpr std::size_t kReach = 16;  // bytes
    const std::size_t per = head.find("per ");
    if (per == std::string::npos) return false;
    return head.find("share", per) < per + kReach || head.find("ads", per) == per + 4;
  }

  // What the caption leaves out: "except share data"; and what has decimals where amounts are whole
  // thousands.
  bool is_unscaled(const Quantity& quantity, std::string_view head) const {
    if (state_.shares_apart && holds(head, "share.noun")) return true;
    if (quantity.kind != "money" && holds(head, "table.whole_count")) return true;
    return state_.scale == Decimal(1000) && quantity.value && quantity.kind == "money" &&
           quantity.value->find('.') != std::string::npos;
  }

  // Whether a word of the text is of the type.
  bool holds(std::string_view text, std::string_view type) const {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find_first_of(" ,:()/", at), text.size());
      if (input_.program.lookup(type, fold(text.substr(at, end - at))) != kNone) return true;
      at = end + 1;
    }
    return false;
  }

  // "Cost of goods sold" below "Revenue $ 470" is money too; "Shares outstanding" is not.
  bool is_statement_line(std::string_view head) const {
    return holds(head, "statement.line") && !holds(head, "statement.count");
  }

  std::vector<Draft>& drafts_;
  const ClaimInput& input_;
  Looker look_;
  TableState state_;
  std::map<int, TableOutline> outlines_;  // by table
  std::string article_currency_;          // ISO code; empty where the article has several, or none
};

}  // namespace

void read_tables(std::vector<Draft>& drafts, const ClaimInput& input) { TableReader(drafts, input).run(); }

}  // namespace figmine
