// review/index: the facts of a store as rows of a table that is filtered, sorted and given page by page.
// Built from facts.jsonl; about 100 bytes a fact. Tested by tests/unit/review_test.cc.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "batch/store.h"
#include "figmine/result.h"
#include "review/ledger.h"

namespace figmine {

// Texts that come again and again, kept once.
class TextTable {
 public:
  [[nodiscard]] std::uint32_t number(std::string_view text);
  [[nodiscard]] const std::string& text(std::uint32_t number) const { return *texts_[number]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<const std::string*> texts_;
};

// The columns that rows are filtered and sorted by.
enum class RowColumn { kArticle, kKind, kUnit, kMeasure, kSubject, kPeriod, kStatus, kSection };
inline constexpr std::size_t kColumns = 8;
[[nodiscard]] std::string_view name_of(RowColumn column);

struct FactRow {
  std::string id;
  std::string amount;  // for people: "> 1,200,000 CNY"
  std::uint32_t columns[kColumns] = {};
  std::vector<std::uint32_t> rules;
  std::uint32_t ordinal = 0;  // in its article
  std::uint8_t score = 0;     // of 100
  ReviewState state = ReviewState::kOpen;
  bool changed = false;  // since it was decided
  std::string seen;      // see seen_as()
};

struct RowFilter {
  std::map<RowColumn, std::string> equal;
  std::string rule;
  std::string words;  // see search_terms()
  std::string state;  // name of a state; "changed"; "decided": any but open
  int min_score = 0;
  int max_score = 100;
};

// "net sales subject:acme period:2025" -> "net sales" anywhere (measure, subject, period, article or amount),
// "acme" in the subject, "2025" in the period. All must hold, without regard to case; any column can be
// named.
struct SearchTerm {
  std::optional<RowColumn> column;
  std::string text;
  bool operator==(const SearchTerm&) const = default;
};
[[nodiscard]] std::vector<SearchTerm> search_terms(std::string_view words);

struct RowOrder {
  std::string by;  // a column's name, "score", "state"; empty: articles in name order, facts in text order
  bool descending = false;
};

// Not thread-safe.
class FactIndex {
 public:
  // Errors: no store, a line that is no fact.
  [[nodiscard]] static Result<FactIndex> read(const std::filesystem::path& out, const Ledger& ledger);

  [[nodiscard]] const std::vector<FactRow>& rows() const { return rows_; }
  [[nodiscard]] const std::string& text(const FactRow& row, RowColumn column) const {
    return names_.text(row.columns[static_cast<std::size_t>(column)]);
  }
  [[nodiscard]] const std::string& rule(std::uint32_t number) const { return names_.text(number); }

  // Indices into rows().
  [[nodiscard]] std::vector<std::uint32_t> find(const RowFilter& filter, const RowOrder& order) const;
  // The undecided rows that say the same as a fact does: amount, measure, subject and period.
  [[nodiscard]] std::vector<std::uint32_t> repeats_of(const FactKey& key) const;
  // How many of these rows are undecided.
  [[nodiscard]] std::size_t open_among(const std::vector<std::uint32_t>& rows) const;
  // Every text of a column, or every rule, with its number of rows, the most first.
  [[nodiscard]] std::vector<std::pair<std::string, int>> counts(RowColumn column) const;
  [[nodiscard]] std::vector<std::pair<std::string, int>> rule_counts() const;

  // Brings a fact's row up to what the ledger says; adds or drops the row of one that a reviewer added.
  void refresh(const FactKey& key, const Ledger& ledger);
  [[nodiscard]] const FactRow* row_of(const FactKey& key) const;

 private:
  struct Sought;
  [[nodiscard]] std::vector<Sought> sought(const std::string& words) const;
  [[nodiscard]] bool passes(const FactRow& row, const RowFilter& filter) const;
  void add(FactRow row);

  TextTable names_;
  std::vector<FactRow> rows_;
  std::map<FactKey, std::uint32_t> places_;
};

}  // namespace figmine
