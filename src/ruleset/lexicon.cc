#include "ruleset/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "base/decimal.h"
#include "base/lexer.h"
#include "base/split.h"

namespace figmine {
namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

Diagnostic problem(const std::string& path, int line, std::string message, std::string hint = {}) {
  Diagnostic d = error(std::move(message), std::move(hint));
  d.file = path;
  d.line = line;
  return d;
}

struct Prefix {
  std::string_view symbol;                // the first one
  std::vector<std::string_view> symbols;  // k, K
  std::string_view name;
  std::string_view factor;
  bool up = false;      // larger than 1
  bool binary = false;  // kibi, mebi …
  int power = 0;        // of ten; 0 for binary ones
};

std::vector<Prefix> read_prefixes(const TsvTable& table) {
  const std::size_t symbol = table.column("symbol");
  const std::size_t name = table.column("name");
  const std::size_t factor = table.column("factor");
  std::vector<Prefix> out;
  if (std::max({symbol, name, factor}) >= table.columns.size()) return out;
  for (const TsvTable::Row& row : table.rows) {
    Prefix prefix;
    prefix.symbols = split(row.cells[symbol], '|');
    prefix.symbol = prefix.symbols.front();
    prefix.name = row.cells[name];
    prefix.factor = row.cells[factor];
    const std::optional<Decimal> value = Decimal::parse(prefix.factor);
    prefix.up = !value || *value > Decimal(1);
    prefix.binary = prefix.symbol.ends_with("i") && prefix.symbol.size() == 2;
    if (value && !prefix.binary) {
      const std::string plain = value->to_string();
      prefix.power = prefix.up ? static_cast<int>(plain.size()) - 1 : -static_cast<int>(plain.size() - 2);
    }
    out.push_back(prefix);
  }
  return out;
}

// A row's column "prefix": si (all decimal ones), si+ (those above 1), bin (decimal and binary ones above 1),
// or their symbols.
bool composes(const Prefix& prefix, std::string_view mode) {
  if (mode == "si") return !prefix.binary;
  if (mode == "si+") return prefix.up && !prefix.binary;
  if (mode == "bin") return prefix.up;
  const std::vector<std::string_view> listed = split(mode, ' ');
  return std::find(listed.begin(), listed.end(), prefix.symbol) != listed.end();
}

// UCUM has no prefix on an annotation ("{FLOP}/s") or a bracketed unit that is not metric: a power of ten
// stands there.
std::string prefixed_code(const Prefix& prefix, std::string_view code) {
  if (code.empty()) return {};
  if (code.front() == '{' && !prefix.binary) return fmt::format("10*{}.{}", prefix.power, code);
  return fmt::format("{}{}", prefix.symbol, code);
}

class Adder {
 public:
  Adder(const LexiconSpec& spec, draft::Program& program) : spec_(spec), program_(program) {}

  Diagnostics run() {
    Result<TsvTable> table = read_tsv(spec_.text, spec_.path);
    if (!table) return table.errors();
    table_ = std::move(table).value();
    form_ = table_.column(spec_.form);
    exact_ = spec_.exact.empty() ? table_.columns.size() : table_.column(spec_.exact);
    type_ = table_.column("type");
    prefix_ = table_.column("prefix");
    tags_ = spec_.tags.empty() ? table_.columns.size() : table_.column(spec_.tags);
    if (form_ == table_.columns.size() && exact_ == table_.columns.size()) {
      return {problem(spec_.path, 1, "no column '" + spec_.form + "'",
                      "the manifest names the column of the forms")};
    }
    if (spec_.type.empty() && type_ == table_.columns.size()) {
      return {problem(spec_.path, 1, "no column 'type'", "add it, or give a type in the manifest")};
    }
    if (!spec_.prefixes.empty()) {
      Result<TsvTable> prefixes = read_tsv(spec_.prefixes, spec_.prefixes_path);
      if (!prefixes) return prefixes.errors();
      prefix_table_ = std::move(prefixes).value();
      prefixes_ = read_prefixes(prefix_table_);
    }
    program_.sources.push_back(spec_.path);
    for (const std::string& column : table_.columns)
      attributes_.push_back(static_cast<AttributeId>(program_.attributes.add(column)));
    prefix_factor_ = static_cast<AttributeId>(program_.attributes.add("prefix_factor"));
    program_.lexicon.edges.reserve(program_.lexicon.edges.size() + table_.rows.size());
    for (const TsvTable::Row& row : table_.rows) add_row(row);
    return std::move(problems_);
  }

 private:
  void add_row(const TsvTable::Row& row) {
    const std::string_view type_name = spec_.type.empty() ? row.cells[type_] : std::string_view(spec_.type);
    if (type_name.empty()) {
      problems_.push_back(problem(spec_.path, row.line, "the row has no type"));
      return;
    }
    const auto type = static_cast<TypeId>(program_.types.add(type_name));
    draft::LexiconRow stored;
    stored.source = static_cast<std::uint32_t>(program_.sources.size() - 1);
    stored.line = static_cast<std::uint32_t>(row.line);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (i != form_ && i != exact_ && i != type_ && !row.cells[i].empty())
        stored.attributes.emplace_back(attributes_[i], std::string(row.cells[i]));
    }
    const auto id = static_cast<std::uint32_t>(program_.rows.size());
    program_.rows.push_back(stored);
    const std::vector<TypeId>& types = types_of(row, type);
    std::size_t forms = 0;
    for_each_form(row, [&](std::string_view form, bool exact) {
      ++forms;
      add_form(program_, form, exact, type, id, types);
    });
    if (forms == 0) problems_.push_back(problem(spec_.path, row.line, "the row has no form"));
    if (prefix_ < row.cells.size() && !row.cells[prefix_].empty()) compose(row, type, stored);
  }

  const std::vector<TypeId>& types_of(const TsvTable::Row& row, TypeId type) {
    const std::string_view cell = tags_ < row.cells.size() ? row.cells[tags_] : std::string_view();
    const auto [found, added] = types_of_tags_.try_emplace({type, cell});
    std::vector<TypeId>& types = found->second;
    if (!added || cell.empty()) return types;
    const std::string& name = program_.types.name(type);
    const std::vector<std::string_view> tags = split(cell, ' ');
    std::vector<std::string> names{fmt::format("{}.first.{}", name, tags.front())};
    for (const std::string_view tag : tags) names.push_back(fmt::format("{}.{}", name, tag));
    for (const std::string& each : names) types.push_back(static_cast<TypeId>(program_.types.add(each)));
    return types;
  }

  template <class F>
  void for_each_form(const TsvTable::Row& row, const F& f) {
    for (const std::size_t column : {form_, exact_}) {
      if (column >= row.cells.size() || row.cells[column].empty()) continue;
      for (const std::string_view form : split(row.cells[column], '|')) {
        if (!trim(form).empty()) f(trim(form), column == exact_);
      }
    }
  }

  void compose(const TsvTable::Row& row, TypeId type, const draft::LexiconRow& base) {
    const std::uint32_t name = program_.attributes.find("name");
    const std::uint32_t code = program_.attributes.find("code");
    for (const Prefix& prefix : prefixes_) {
      if (!composes(prefix, row.cells[prefix_])) continue;
      draft::LexiconRow composed = base;
      for (auto& [key, value] : composed.attributes) {
        if (key == name) value = std::string(prefix.name) + value;
        if (key == code) value = prefixed_code(prefix, value);
      }
      composed.attributes.emplace_back(prefix_factor_, std::string(prefix.factor));
      const auto id = static_cast<std::uint32_t>(program_.rows.size());
      program_.rows.push_back(std::move(composed));
      for_each_form(row, [&](std::string_view form, bool exact) {
        if (!exact) add_form(program_, std::string(prefix.name) + std::string(form), false, type, id);
        if (!exact) return;
        for (const std::string_view symbol : prefix.symbols)
          add_form(program_, std::string(symbol) + std::string(form), true, type, id);
      });
    }
  }

  const LexiconSpec& spec_;
  draft::Program& program_;
  TsvTable table_;
  TsvTable prefix_table_;
  std::vector<Prefix> prefixes_;
  std::vector<AttributeId> attributes_;
  std::map<std::pair<TypeId, std::string_view>, std::vector<TypeId>> types_of_tags_;
  AttributeId prefix_factor_ = 0;
  std::size_t form_ = 0;
  std::size_t exact_ = 0;
  std::size_t type_ = 0;
  std::size_t prefix_ = 0;
  std::size_t tags_ = 0;
  Diagnostics problems_;
};

}  // namespace

std::size_t TsvTable::column(std::string_view name) const {
  return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), name) - columns.begin());
}

Result<TsvTable> read_tsv(std::string_view text, const std::string& path) {
  TsvTable table;
  Diagnostics problems;
  int line = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view content = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line;
    if (content.ends_with('\r')) content.remove_suffix(1);
    if (content.empty() || content.front() == '#') continue;
    std::vector<std::string_view> cells = split(content, '\t');
    if (table.columns.empty()) {
      for (const std::string_view cell : cells) table.columns.emplace_back(trim(cell));
      continue;
    }
    if (cells.size() != table.columns.size()) {
      problems.push_back(problem(
          path, line, fmt::format("{} columns where the header has {}", cells.size(), table.columns.size()),
          "separate columns by one tab; an empty cell still needs its tab"));
      continue;
    }
    for (std::string_view& cell : cells) cell = trim(cell);
    table.rows.push_back({line, std::move(cells)});
  }
  if (table.columns.empty()) problems.push_back(problem(path, 1, "the table has no header row"));
  if (!problems.empty()) return problems;
  return table;
}

Diagnostics add_lexicon(const LexiconSpec& spec, draft::Program& program) {
  return Adder(spec, program).run();
}

void add_form(draft::Program& program, std::string_view form, bool exact, TypeId type, std::uint32_t row,
              std::span<const TypeId> more) {
  draft::LexiconTrie& trie = program.lexicon;
  std::uint32_t node = 0;
  for (const RawToken& token : lex(form)) {
    const std::string_view text = slice(form, token.span);
    const WordId word = exact ? program.exact_words.add(text) : program.words.add(fold(text));
    draft::LexiconTrie::Edge& edge =
        (exact ? trie.exact_edges : trie.edges)[draft::LexiconTrie::key(node, word)];
    std::uint32_t& next = token.glued ? edge.glued_node : edge.node;
    if (next == kNone) {
      next = static_cast<std::uint32_t>(trie.entries.size());
      trie.entries.emplace_back();
    }
    node = next;
  }
  if (node == 0) return;
  std::vector<LexiconEntry>& entries = trie.entries[node];
  const bool first = std::none_of(entries.begin(), entries.end(),
                                  [type](const LexiconEntry& entry) { return entry.type == type; });
  entries.push_back({type, row});
  if (!first) return;
  for (const TypeId each : more) entries.push_back({each, row});
}

}  // namespace figmine
