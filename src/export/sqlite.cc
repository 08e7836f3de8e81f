// The database. It is made under a temporary name without a journal, since nobody reads it before it is
// whole.
#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/whole_file.h"
#include "export/document_table.h"
#include "export/module.h"
#include "export/sqlite_schema.h"

namespace figmine {
namespace {

struct DatabaseClose {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct StatementFinalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

// A database that is written; the first error is kept, and what follows is not done.
class Database {
 public:
  explicit Database(const std::filesystem::path& path) {
    sqlite3* opened = nullptr;
    note(sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr));
    database_.reset(opened);
  }

  void run(std::string_view sql) {
    if (error_.empty())
      note(sqlite3_exec(database_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr));
  }

  void close() {
    if (error_.empty()) note(sqlite3_close(database_.get()));
    if (error_.empty()) static_cast<void>(database_.release());
  }

  [[nodiscard]] sqlite3* get() const { return database_.get(); }
  [[nodiscard]] const std::string& error() const { return error_; }
  void note(int code) {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW || !error_.empty()) return;
    error_ = database_ ? sqlite3_errmsg(database_.get()) : sqlite3_errstr(code);
  }

 private:
  std::unique_ptr<sqlite3, DatabaseClose> database_;
  std::string error_;
};

// INSERT INTO a table, a row at a time: the values in the order of the columns.
class Insert {
 public:
  Insert(Database& database, std::string_view table, const std::vector<std::string_view>& columns)
      : database_(database) {
    std::string places(columns.size() * 2 - 1, '?');
    for (std::size_t i = 1; i < places.size(); i += 2) places[i] = ',';
    const std::string sql =
        fmt::format("INSERT INTO {} ({}) VALUES ({})", table, fmt::join(columns, ", "), places);
    sqlite3_stmt* prepared = nullptr;
    if (database.error().empty())
      database.note(sqlite3_prepare_v2(database.get(), sql.c_str(), -1, &prepared, nullptr));
    statement_.reset(prepared);
  }

  Insert& number(std::int64_t value) {
    if (statement_) database_.note(sqlite3_bind_int64(statement_.get(), ++bound_, value));
    return *this;
  }
  // Empty: NULL.
  Insert& text_if(const std::string& value) { return value.empty() ? null() : text(value); }
  Insert& text(const std::string& value) {
    if (statement_) {
      database_.note(sqlite3_bind_text64(statement_.get(), ++bound_, value.data(), value.size(),
                                         SQLITE_TRANSIENT, SQLITE_UTF8));
    }
    return *this;
  }
  Insert& null() {
    ++bound_;  // a parameter that is not bound is NULL
    return *this;
  }
  Insert& cell(const std::string& value, CellType type) {
    return type == CellType::kFlag ? number(value.empty() ? 0 : 1) : text_if(value);
  }

  void row() {
    if (statement_ && database_.error().empty()) {
      database_.note(sqlite3_step(statement_.get()));
      sqlite3_reset(statement_.get());
      sqlite3_clear_bindings(statement_.get());
    }
    bound_ = 0;
  }

 private:
  Database& database_;
  std::unique_ptr<sqlite3_stmt, StatementFinalize> statement_;
  int bound_ = 0;
};

template <class Columns>
std::vector<std::string_view> named(std::vector<std::string_view> first, const Columns& columns) {
  for (const auto& column : columns) first.push_back(column.name);
  return first;
}

struct Inserts {
  explicit Inserts(Database& db)
      : document(db, "documents", named({"document", "text"}, document_table())),
        entity(db, "entities", {"entity", "document", "id", "name", "type"}),
        entity_id(db, "entity_ids", {"entity", "scheme", "value"}),
        alias(db, "entity_aliases", {"entity", "alias"}),
        mention(db, "mentions", {"entity", "span_begin", "span_end"}),
        fact(db, "facts", named({"fact", "document", "entity"}, fact_columns())),
        link(db, "links", {"fact", "rel", "target"}),
        rule(db, "fact_rules", {"fact", "position", "rule"}),
        warning(db, "warnings", {"document", "code", "message", "span_begin", "span_end"}) {}
  Insert document, entity, entity_id, alias, mention, fact, link, rule, warning;
};

// The keys that a document's entities or facts have in the database, by their ids in the record.
using Keys = std::map<std::string_view, std::int64_t>;

class SqliteExporter : public Exporter {
 public:
  SqliteExporter(WholeFile file, std::filesystem::path target)
      : file_(std::move(file)), target_(std::move(target)), database_(file_.temporary()) {
    database_.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON");
    database_.run("PRAGMA user_version = 1");
    database_.run("BEGIN");
    database_.run(sqlite_tables());
    inserts_ = std::make_unique<Inserts>(database_);
  }

  Diagnostics add(const Record& record) override {
    add_document(record);
    const FactRows rows(record.result);
    const Offsets offsets(record.result.text, OffsetUnit::kCodePoints);
    const Keys entities = add_entities(record.result, offsets);
    const Keys facts = add_facts(record, rows, entities);
    add_links(record, facts);
    add_warnings(record.result, offsets);
    return problem();
  }

  Diagnostics finish() override {
    inserts_.reset();
    database_.run(sqlite_indices());
    database_.run("COMMIT");
    database_.run("ANALYZE");
    database_.close();
    if (Diagnostics problems = problem(); !problems.empty()) return problems;
    return file_.commit();
  }

 private:
  void add_document(const Record& record) {
    inserts_->document.number(++document_).text_if(record.result.text);
    for (const DocumentColumn& column : document_table())
      inserts_->document.cell(column.cell(record), column.type);
    inserts_->document.row();
  }

  Keys add_entities(const DocumentResult& result, const Offsets& offsets) {
    Keys keys;
    for (const Entity& entity : result.entities) {
      keys.emplace(entity.id, ++entity_);
      inserts_->entity.number(entity_)
          .number(document_)
          .text(entity.id)
          .text(entity.name)
          .text(entity.type)
          .row();
      for (const auto& [scheme, value] : entity.ids)
        inserts_->entity_id.number(entity_).text(scheme).text(value).row();
      for (const std::string& alias : entity.aliases) inserts_->alias.number(entity_).text(alias).row();
      for (const Span span : entity.mentions)
        inserts_->mention.number(entity_).number(offsets.at(span.begin)).number(offsets.at(span.end)).row();
    }
    return keys;
  }

  Keys add_facts(const Record& record, const FactRows& rows, const Keys& entities) {
    Keys keys;
    for (const std::size_t index : record.wanted) {
      const Fact& fact = record.result.facts[index];
      keys.emplace(fact.id, ++fact_);
      inserts_->fact.number(fact_).number(document_);
      const auto entity = fact.subject ? entities.find(fact.subject->entity) : entities.end();
      entity == entities.end() ? inserts_->fact.null() : inserts_->fact.number(entity->second);
      const FactRow row = rows.row(fact);
      for (const FactColumn& column : fact_columns()) inserts_->fact.cell(column.cell(row), column.type);
      inserts_->fact.row();
      std::int64_t position = 0;
      for (const std::string& rule : fact.rules)
        inserts_->rule.number(fact_).number(++position).text(rule).row();
    }
    return keys;
  }

  // A link to a fact that is not wanted is left out.
  void add_links(const Record& record, const Keys& keys) {
    for (const std::size_t index : record.wanted) {
      const Fact& fact = record.result.facts[index];
      for (const Link& link : fact.links) {
        const auto target = keys.find(link.fact);
        if (target != keys.end())
          inserts_->link.number(keys.at(fact.id)).text(link.rel).number(target->second).row();
      }
    }
  }

  void add_warnings(const DocumentResult& result, const Offsets& offsets) {
    for (const Warning& warning : result.warnings) {
      Insert& insert = inserts_->warning.number(document_).text(warning.code).text(warning.message);
      if (warning.span) insert.number(offsets.at(warning.span->begin)).number(offsets.at(warning.span->end));
      insert.row();
    }
  }

  [[nodiscard]] Diagnostics problem() const {
    if (database_.error().empty()) return {};
    Diagnostic problem = error("can't write the database: " + database_.error());
    problem.file = target_.string();
    return {problem};
  }

  WholeFile file_;
  std::filesystem::path target_;
  Database database_;
  std::unique_ptr<Inserts> inserts_;
  std::int64_t document_ = 0;
  std::int64_t entity_ = 0;
  std::int64_t fact_ = 0;
};

}  // namespace

MadeExporter make_sqlite_exporter(const std::filesystem::path& target) {
  Result<WholeFile> file = WholeFile::create(target);
  if (!file) return file.errors();
  return std::unique_ptr<Exporter>(std::make_unique<SqliteExporter>(std::move(file).value(), target));
}

}  // namespace figmine
