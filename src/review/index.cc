#include "review/index.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <fstream>
#include <numeric>

#include "base/lexer.h"
#include "base/split.h"
#include "base/whole_file.h"
#include "batch/ordered.h"
#include "review/fields.h"

namespace figmine {
namespace {

namespace json = rapidjson;

constexpr std::string_view kColumnNames[kColumns] = {"article", "kind",   "unit",   "measure",
                                                     "subject", "period", "status", "section"};

// A fact as texts: what a line of facts.jsonl or an added fact gives, before its texts are numbered.
struct Cells {
  std::string columns[kColumns];
  std::string& at(RowColumn column) { return columns[static_cast<std::size_t>(column)]; }
  std::vector<std::string> rules;
  FactRow row;
};

std::string_view text(const json::Value& object, const char* key) {
  const auto it = object.FindMember(key);
  if (it == object.MemberEnd() || !it->value.IsString()) return {};
  return {it->value.GetString(), it->value.GetStringLength()};
}

const json::Value* part(const json::Value& object, const char* key) {
  const auto it = object.FindMember(key);
  return it == object.MemberEnd() || !it->value.IsObject() ? nullptr : &it->value;
}

std::string text_of(const json::Value& object, const char* part_name, const char* key) {
  const json::Value* inner = part(object, part_name);
  return inner == nullptr ? std::string() : std::string(text(*inner, key));
}

std::string period_label(const std::string& start, const std::string& end) {
  return start == end ? start : start + "…" + end;
}

std::string unit_label(std::string_view name, std::string_view code, std::string_view per) {
  std::string out(name.empty() || code.size() == 3 ? (code.empty() ? name : code) : name);
  if (!per.empty()) out += "/" + std::string(per);
  return out;
}

std::string amount_label(std::string_view op, bool approx, std::string_view value, std::string_view low,
                         std::string_view high, const std::string& unit) {
  std::string out = op == "=" || op == ".." ? "" : std::string(op) + " ";
  if (approx) out += "≈ ";
  out += op == ".." ? std::string(low) + " – " + std::string(high) : std::string(value);
  return unit.empty() ? out : out + " " + unit;
}

void read_quantity(const json::Value& quantity, Cells& cells) {
  cells.at(RowColumn::kKind) = text(quantity, "kind");
  if (const json::Value* unit = part(quantity, "unit"))
    cells.at(RowColumn::kUnit) = unit_label(text(*unit, "name"), text(*unit, "code"), text(*unit, "per"));
  const auto approx = quantity.FindMember("approx");
  cells.row.amount = amount_label(
      text(quantity, "op"), approx != quantity.MemberEnd() && approx->value.IsTrue(), text(quantity, "value"),
      text(quantity, "low"), text(quantity, "high"), cells.at(RowColumn::kUnit));
}

// Numbers are parsed as the texts they are.
std::optional<Cells> cells_of(std::string_view line) {
  json::Document fact;
  fact.Parse<json::kParseIterativeFlag | json::kParseNumbersAsStringsFlag>(line.data(), line.size());
  if (fact.HasParseError() || !fact.IsObject()) return std::nullopt;
  const json::Value* quantity = part(fact, "quantity");
  if (quantity == nullptr) return std::nullopt;
  Cells cells;
  cells.row.id = text(fact, "id");
  cells.row.seen = seen_as(line);
  read_quantity(*quantity, cells);
  cells.at(RowColumn::kMeasure) = text_of(fact, "measure", "text");
  cells.at(RowColumn::kSubject) = text_of(fact, "subject", "name");
  if (cells.at(RowColumn::kSubject).empty()) cells.at(RowColumn::kSubject) = text_of(fact, "subject", "text");
  cells.at(RowColumn::kPeriod) =
      period_label(text_of(fact, "period", "start"), text_of(fact, "period", "end"));
  cells.at(RowColumn::kStatus) = text(fact, "status");
  cells.at(RowColumn::kSection) = text(fact, "section");
  cells.row.score = static_cast<std::uint8_t>(
      std::clamp(std::atof(std::string(text(fact, "score")).c_str()) * 100 + 0.5, 0.0, 100.0));
  if (const auto rules = fact.FindMember("rules"); rules != fact.MemberEnd() && rules->value.IsArray()) {
    for (const json::Value& rule : rules->value.GetArray()) {
      if (rule.IsString()) cells.rules.emplace_back(rule.GetString(), rule.GetStringLength());
    }
  }
  return cells;
}

Cells cells_of_added(const Decision& added) {
  const auto get = [&](const char* field) {
    const auto change = added.changes.find(field);
    return change == added.changes.end() ? std::string() : change->second.after;
  };
  Cells cells;
  cells.row.id = added.fact;
  cells.row.score = 100;
  cells.at(RowColumn::kArticle) = added.article;
  cells.at(RowColumn::kKind) = get("kind");
  cells.at(RowColumn::kUnit) = unit_label(get("unit.name"), get("unit.code"), get("unit.per"));
  cells.at(RowColumn::kMeasure) = get("measure");
  cells.at(RowColumn::kSubject) = get("subject.name").empty() ? get("subject") : get("subject.name");
  cells.at(RowColumn::kPeriod) = period_label(get("period.start"), get("period.end"));
  cells.at(RowColumn::kStatus) = get("status");
  cells.row.amount = amount_label(get("op"), !get("approx").empty(), get("value"), get("low"), get("high"),
                                  cells.at(RowColumn::kUnit));
  return cells;
}

// A run of whole lines of facts.jsonl, and the facts in them.
struct Chunk {
  std::string lines;
  std::vector<Cells> facts;
  bool broken = false;
};

Chunk parsed(Chunk&& chunk) {
  std::string_view rest = chunk.lines;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (std::optional<Cells> cells = cells_of(rest.substr(0, end))) {
      chunk.facts.push_back(std::move(*cells));
    } else {
      chunk.broken = true;
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  chunk.lines.clear();
  return std::move(chunk);
}

// The next run of lines, about `size` bytes.
std::optional<Chunk> next_chunk(std::istream& in, std::size_t size) {
  Chunk chunk;
  chunk.lines.resize(size);
  in.read(chunk.lines.data(), static_cast<std::streamsize>(size));
  chunk.lines.resize(static_cast<std::size_t>(in.gcount()));
  std::string line;
  if (in && std::getline(in, line)) chunk.lines += line + "\n";
  if (chunk.lines.empty()) return std::nullopt;
  return chunk;
}

}  // namespace

std::string_view name_of(RowColumn column) { return kColumnNames[static_cast<std::size_t>(column)]; }

std::uint32_t TextTable::number(std::string_view text) {
  const auto [it, added] = numbers_.emplace(text, static_cast<std::uint32_t>(texts_.size()));
  if (added) texts_.push_back(&it->first);
  return it->second;
}

void FactIndex::add(FactRow row) {
  places_[{text(row, RowColumn::kArticle), row.id}] = static_cast<std::uint32_t>(rows_.size());
  rows_.push_back(std::move(row));
}

Result<FactIndex> FactIndex::read(const std::filesystem::path& out, const Ledger& ledger) {
  // The catalogue says how many facts each article has; facts.jsonl has them in the same order.
  std::vector<std::pair<std::string, int>> articles;
  Diagnostics problems = read_catalogue(out, [&](const Entry& entry) {
    if (entry.status == Entry::Status::kDone) articles.emplace_back(entry.name, entry.facts);
    return true;
  });
  if (!problems.empty()) return problems;
  std::ifstream in(out / "facts.jsonl", std::ios::binary);
  FactIndex index;
  std::size_t article = 0;
  std::uint32_t ordinal = 0;
  bool broken = false;
  const auto give = [&](Chunk&& chunk) {
    broken = broken || chunk.broken;
    for (Cells& cells : chunk.facts) {
      while (article < articles.size() && ordinal >= static_cast<std::uint32_t>(articles[article].second)) {
        ++article;
        ordinal = 0;
      }
      if (article == articles.size()) break;
      cells.at(RowColumn::kArticle) = articles[article].first;
      FactRow row = std::move(cells.row);
      row.ordinal = ordinal++;
      for (std::size_t column = 0; column < kColumns; ++column)
        row.columns[column] = index.names_.number(cells.columns[column]);
      for (const std::string& rule : cells.rules) row.rules.push_back(index.names_.number(rule));
      index.add(std::move(row));
    }
    return !broken;
  };
  constexpr std::size_t kChunk = std::size_t{1} << 20U;
  run_ordered(
      0, [&] { return next_chunk(in, kChunk); }, parsed, give);
  if (broken) {
    Diagnostic problem = error("has a line that is no fact", "run figmine batch again to rebuild the file");
    problem.file = (out / "facts.jsonl").string();
    return problem;
  }
  for (const auto& [key, verdict] : ledger.verdicts()) index.refresh(key, ledger);
  return index;
}

const FactRow* FactIndex::row_of(const FactKey& key) const {
  const auto place = places_.find(key);
  return place == places_.end() ? nullptr : &rows_[place->second];
}

void FactIndex::refresh(const FactKey& key, const Ledger& ledger) {
  const auto verdict = ledger.verdicts().find(key);
  const Decision* latest = verdict == ledger.verdicts().end() ? nullptr : verdict->second.latest();
  auto place = places_.find(key);
  if (place == places_.end()) {
    if (latest == nullptr || latest->action != Action::kAdd) return;
    Cells cells = cells_of_added(*latest);
    for (std::size_t column = 0; column < kColumns; ++column)
      cells.row.columns[column] = names_.number(cells.columns[column]);
    cells.row.ordinal = static_cast<std::uint32_t>(rows_.size());
    add(std::move(cells.row));
    place = places_.find(key);
  }
  FactRow& row = rows_[place->second];
  row.state = verdict == ledger.verdicts().end() ? ReviewState::kOpen : verdict->second.state();
  row.changed = latest != nullptr && !row.seen.empty() && !latest->fact_sha256.empty() &&
                latest->fact_sha256 != row.seen;
}

std::vector<SearchTerm> search_terms(std::string_view words) {
  std::vector<SearchTerm> out = {{std::nullopt, {}}};
  for (const std::string_view word : split(words, ' ')) {
    const std::size_t colon = word.find(':');
    const auto* const column =
        std::find(std::begin(kColumnNames), std::end(kColumnNames), word.substr(0, colon));
    const bool names = colon != std::string_view::npos && column != std::end(kColumnNames);
    if (names) out.push_back({static_cast<RowColumn>(column - std::begin(kColumnNames)), {}});
    const std::string_view rest = names ? word.substr(colon + 1) : word;
    std::string& text = out.back().text;
    if (!rest.empty()) text += (text.empty() ? "" : " ") + std::string(rest);
  }
  std::erase_if(out, [](const SearchTerm& term) { return term.text.empty(); });
  return out;
}

// A term, and which of the table's texts hold it.
struct FactIndex::Sought {
  SearchTerm term;
  std::vector<bool> holding;

  [[nodiscard]] bool in(const FactRow& row) const {
    const auto holds = [&](RowColumn column) {
      return holding[row.columns[static_cast<std::size_t>(column)]];
    };
    if (term.column) return holds(*term.column);
    return holds(RowColumn::kMeasure) || holds(RowColumn::kSubject) || holds(RowColumn::kPeriod) ||
           holds(RowColumn::kArticle) || row.amount.find(term.text) != std::string::npos;
  }
};

std::vector<FactIndex::Sought> FactIndex::sought(const std::string& words) const {
  std::vector<Sought> out;
  for (SearchTerm& term : search_terms(words)) {
    const std::string wanted = fold(term.text);
    std::vector<bool> holding(names_.size());
    for (std::uint32_t i = 0; i < holding.size(); ++i)
      holding[i] = fold(names_.text(i)).find(wanted) != std::string::npos;
    out.push_back({std::move(term), std::move(holding)});
  }
  return out;
}

bool FactIndex::passes(const FactRow& row, const RowFilter& filter) const {
  // The row of an added fact stays when the adding is undone; nothing is left of it then.
  if (row.seen.empty() && row.state == ReviewState::kOpen) return false;
  if (row.score < filter.min_score || row.score > filter.max_score) return false;
  for (const auto& [column, wanted] : filter.equal) {
    if (text(row, column) != wanted) return false;
  }
  const auto has_rule = [&](std::uint32_t number) { return rule(number) == filter.rule; };
  if (!filter.rule.empty() && std::none_of(row.rules.begin(), row.rules.end(), has_rule)) return false;
  if (filter.state == "changed" && !row.changed) return false;
  if (filter.state == "decided" && row.state == ReviewState::kOpen) return false;
  const bool named = !filter.state.empty() && filter.state != "changed" && filter.state != "decided";
  return !named || filter.state == name_of(row.state);
}

std::vector<std::uint32_t> FactIndex::find(const RowFilter& filter, const RowOrder& order) const {
  const std::vector<Sought> terms = sought(filter.words);
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < rows_.size(); ++i) {
    const auto held = [&](const Sought& term) { return term.in(rows_[i]); };
    if (passes(rows_[i], filter) && std::all_of(terms.begin(), terms.end(), held)) out.push_back(i);
  }
  const auto in_text_order = [this](std::uint32_t a, std::uint32_t b) {
    return std::tie(text(rows_[a], RowColumn::kArticle), rows_[a].ordinal) <
           std::tie(text(rows_[b], RowColumn::kArticle), rows_[b].ordinal);
  };
  const auto sort = [&](const auto& less) {
    std::stable_sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) {
      return order.descending ? less(b, a) : less(a, b);
    });
  };
  std::stable_sort(out.begin(), out.end(), in_text_order);
  if (order.by == "score")
    sort([this](std::uint32_t a, std::uint32_t b) { return rows_[a].score < rows_[b].score; });
  if (order.by == "state")
    sort([this](std::uint32_t a, std::uint32_t b) { return rows_[a].state < rows_[b].state; });
  const auto* const column = std::find(std::begin(kColumnNames), std::end(kColumnNames), order.by);
  if (column != std::end(kColumnNames)) {
    const auto at = static_cast<RowColumn>(column - std::begin(kColumnNames));
    sort([this, at](std::uint32_t a, std::uint32_t b) { return text(rows_[a], at) < text(rows_[b], at); });
  }
  return out;
}

std::vector<std::uint32_t> FactIndex::repeats_of(const FactKey& key) const {
  std::vector<std::uint32_t> out;
  const FactRow* like = row_of(key);
  if (like == nullptr) return out;
  const auto equal = [&](const FactRow& row, RowColumn column) {
    const auto at = static_cast<std::size_t>(column);
    return row.columns[at] == like->columns[at];
  };
  for (std::uint32_t i = 0; i < rows_.size(); ++i) {
    const FactRow& row = rows_[i];
    const bool open = row.state == ReviewState::kOpen && !row.seen.empty();
    if (open && &row != like && row.amount == like->amount && equal(row, RowColumn::kMeasure) &&
        equal(row, RowColumn::kSubject) && equal(row, RowColumn::kPeriod))
      out.push_back(i);
  }
  return out;
}

std::size_t FactIndex::open_among(const std::vector<std::uint32_t>& rows) const {
  return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [this](std::uint32_t row) {
    return rows_[row].state == ReviewState::kOpen;
  }));
}

namespace {

std::vector<std::pair<std::string, int>> by_count(const TextTable& names, const std::vector<int>& counts) {
  std::vector<std::pair<std::string, int>> out;
  for (std::uint32_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) out.emplace_back(names.text(i), counts[i]);
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  return out;
}

}  // namespace

std::vector<std::pair<std::string, int>> FactIndex::counts(RowColumn column) const {
  std::vector<int> counts(names_.size());
  for (const FactRow& row : rows_) ++counts[row.columns[static_cast<std::size_t>(column)]];
  return by_count(names_, counts);
}

std::vector<std::pair<std::string, int>> FactIndex::rule_counts() const {
  std::vector<int> counts(names_.size());
  for (const FactRow& row : rows_) {
    for (const std::uint32_t rule : row.rules) ++counts[rule];
  }
  return by_count(names_, counts);
}

}  // namespace figmine
