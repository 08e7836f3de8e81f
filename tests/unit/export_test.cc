// export/ and what it is made of: which facts are wanted, the cells of a fact, records one at a time.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "export/document_table.h"
#include "export/exporter.h"
#include "export/records.h"
#include "export/sqlite_schema.h"
#include "output/csv.h"
#include "output/fact_filter.h"
#include "output/fact_table.h"
#include "output/json.h"
#include "support.h"

namespace figmine {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string shown(const std::optional<Interval>& interval) {
  if (!interval) return "nothing";
  return (interval->start ? to_iso(*interval->start) : "") + ".." +
         (interval->end ? to_iso(*interval->end) : "");
}

TEST(PeriodRange, IsAPeriodOrTwo) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"2025", "2025-01-01..2025-12-31"},
      {"2025-H2", "2025-07-01..2025-12-31"},
      {"2025-Q3", "2025-07-01..2025-09-30"},
      {"2024-02", "2024-02-01..2024-02-29"},
      {"2025-07-31", "2025-07-31..2025-07-31"},
      {"2024..2025-Q1", "2024-01-01..2025-03-31"},
      {"2024..", "2024-01-01.."},
      {"..2025-06", "..2025-06-30"},
  };
  for (const auto& [text, wanted] : cases) EXPECT_EQ(shown(parse_period_range(text)), wanted) << text;
  for (const std::string bad :
       {"", "..", "25", "20x5", "2025-Q5", "2025-Q0", "2025-H3", "2025-13", "2025-00", "2025-1", "2025-02-30",
        "2025/01", "2025..2024", "2025..x", "x..2025", "2025 ", "2025-Q", "-025"})
    EXPECT_EQ(shown(parse_period_range(bad)), "nothing") << bad;
}

DocumentResult sample() {
  DocumentResult result;
  result.text = "Übung: Acme's sales were -5 euros.";
  result.document.id = "a";
  result.document.title = "=1+1";
  result.document.published = "2025-10-01";
  Fact fact;
  fact.id = "f1";
  fact.section = "body";
  fact.sentence = {0, 35};
  fact.quantity.text = "-5 euros";
  fact.quantity.span = {26, 34};
  fact.quantity.kind = "money";
  fact.quantity.value = "-5";
  fact.quantity.unit = Unit{"euros", "euro", "EUR", "iso4217", "", {}};
  fact.measure = Measure{"sales", "sales", {15, 20}};
  fact.subject = Subject{"Acme", "Acme Corporation", "organization", "e1", {8, 12}};
  fact.period = Period{"Q3", {}, "2025-07-01", "2025-09-30", "", true};
  fact.rules = {"quantity/money", "measure/subject"};
  fact.score = 0.5;
  result.facts.push_back(fact);
  result.entities.push_back(
      {"e1", "Acme Corporation", "organization", {{"ticker", "NYSE:ACM"}}, {"Acme"}, {{8, 12}}});
  return result;
}

bool passes(const FactFilter& filter, const DocumentResult& result) {
  return FactSelector(filter, result).lets_through(result.facts.front());
}

bool passes(const std::function<void(FactFilter&)>& set) {
  FactFilter filter;
  set(filter);
  return passes(filter, sample());
}

TEST(FactFilter, AsksForWhatItIsGiven) {
  EXPECT_TRUE(passes([](FactFilter&) {}));
  EXPECT_TRUE(passes([](FactFilter& f) { f.kinds = {"count", "money"}; }));
  EXPECT_FALSE(passes([](FactFilter& f) { f.kinds = {"count"}; }));
  EXPECT_TRUE(passes([](FactFilter& f) { f.sections = {"body"}; }));
  EXPECT_FALSE(passes([](FactFilter& f) { f.sections = {"table"}; }));
  EXPECT_TRUE(passes([](FactFilter& f) { f.statuses = {"reported"}; }));
  EXPECT_FALSE(passes([](FactFilter& f) { f.statuses = {"forecast"}; }));
  EXPECT_TRUE(passes([](FactFilter& f) { f.measure = "SALE"; }));
  EXPECT_FALSE(passes([](FactFilter& f) { f.measure = "profit"; }));
  EXPECT_TRUE(passes([](FactFilter& f) { f.min_score = 0.5; }));
  EXPECT_FALSE(passes([](FactFilter& f) { f.min_score = 0.51; }));
  EXPECT_FALSE(passes([](FactFilter& f) {
    f.kinds = {"money"};
    f.measure = "profit";
  }));
}

TEST(FactFilter, FindsASubjectByItsEntity) {
  for (const std::string name : {"acme", "corporation", "nyse:acm"})
    EXPECT_TRUE(passes([&](FactFilter& f) { f.subject = name; })) << name;
  EXPECT_FALSE(passes([](FactFilter& f) { f.subject = "other"; }));
}

TEST(FactFilter, WantsPeriodsThatLieInside) {
  for (const std::string in : {"2025", "2025-Q3", "2025-07..2025-09", "2025..", "..2025-09-30"})
    EXPECT_TRUE(passes([&](FactFilter& f) { f.period = parse_period_range(in); })) << in;
  for (const std::string out : {"2024", "2025-Q2", "2025-07", "2025-08..", "..2025-08"})
    EXPECT_FALSE(passes([&](FactFilter& f) { f.period = parse_period_range(out); })) << out;
}

TEST(FactFilter, AnOpenPeriodLiesOnlyInAnOpenRange) {
  DocumentResult result = sample();
  result.facts.front().period->end.clear();
  FactFilter filter;
  filter.period = parse_period_range("2025");
  EXPECT_FALSE(passes(filter, result));
  filter.period = parse_period_range("2025..");
  EXPECT_TRUE(passes(filter, result));
  result.facts.front().period.reset();
  EXPECT_FALSE(passes(filter, result));
}

std::string cell(const DocumentResult& result, std::string_view name) {
  const FactRows rows(result);
  std::string out = "no such column";
  each_fact_column([&](const FactColumn& column) {
    if (column.name == name) out = column.cell(rows.row(result.facts.front()));
  });
  return out;
}

TEST(FactTable, HasCellsForEveryPart) {
  const DocumentResult result = sample();
  EXPECT_EQ(cell(result, "value"), "-5");
  EXPECT_EQ(cell(result, "unit_code"), "EUR");
  EXPECT_EQ(cell(result, "subject"), "Acme Corporation");
  EXPECT_EQ(cell(result, "ticker"), "NYSE:ACM");
  EXPECT_EQ(cell(result, "entity_ids"), "ticker=NYSE:ACM");
  EXPECT_EQ(cell(result, "period_inferred"), "true");
  EXPECT_EQ(cell(result, "rules"), "quantity/money measure/subject");
  EXPECT_EQ(cell(result, "span_begin"), "25") << "code points: Ü counts one";
  EXPECT_EQ(cell(result, "speaker"), "");
}

TEST(FactTable, NamesEachColumnOnce) {
  std::multiset<std::string_view> names;
  each_fact_column([&](const FactColumn& column) { names.insert(column.name); });
  for (const std::string_view name : names) EXPECT_EQ(names.count(name), 1U) << name;
}

TEST(Csv, GuardsTextButNoNumbers) {
  DocumentResult result = sample();
  const std::string csv = to_csv(result);
  EXPECT_THAT(csv, HasSubstr(",'=1+1,"));
  EXPECT_THAT(csv, HasSubstr(",'-5 euros,"));
  EXPECT_THAT(csv, HasSubstr(",=,,-5,"));
  for (const std::string begin : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}) {
    result.document.title = begin + "1";
    EXPECT_THAT(to_csv(result), HasSubstr("'" + begin + "1")) << begin;
  }
  result.facts.front().quantity.value = "-1+cmd|' /C calc'!A0";
  EXPECT_THAT(to_csv(result), HasSubstr(",'-1+cmd"));
}

class ExportTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "figmine-export-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path write(const std::string& name, const std::string& content) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return folder_ / name;
  }

  // The names of the records that are read, failures counted.
  std::vector<std::string> names(const fs::path& path, const RecordOptions& options = {}) {
    std::vector<std::string> out;
    failures_ = 0;
    problems_ = each_record(
        path, options,
        [&](const Record& record) {
          out.push_back(record.name);
          return true;
        },
        [&](const Diagnostics&) { ++failures_; });
    return out;
  }

  std::string json(const std::string& id, bool pretty = false) {
    DocumentResult result = sample();
    result.document.id = id;
    JsonOptions options;
    options.text = true;
    options.pretty = pretty;
    return to_json(result, options);
  }

  static Record record(DocumentResult result) {
    Record out;
    out.name = result.document.id;
    for (std::size_t i = 0; i < result.facts.size(); ++i) out.wanted.push_back(i);
    out.result = std::move(result);
    return out;
  }

  fs::path folder_;
  int failures_ = 0;
  Diagnostics problems_;
};

TEST_F(ExportTest, ReadsEveryShapeOfFile) {
  const std::vector<std::string> both = {"a", "b"};
  EXPECT_EQ(names(write("lines.jsonl", json("a") + "\n" + json("b") + "\n")), both);
  EXPECT_EQ(names(write("array.json", "[" + json("a") + ",\n" + json("b") + "]\n")), both);
  EXPECT_EQ(names(write("pretty.json", "[\n" + json("a", true) + ",\n" + json("b", true) + "\n]\n")), both);
  EXPECT_THAT(names(write("one.json", json("a", true))), ElementsAre("a"));
  EXPECT_THAT(names(write("empty.json", "")), IsEmpty());
  EXPECT_TRUE(problems_.empty());
}

TEST_F(ExportTest, PassesOverWhatStandsForAFailure) {
  EXPECT_THAT(
      names(write("f.jsonl", json("a") + "\n" + error_json("no text", "", "x", 2) + "\n" + json("b"))),
      ElementsAre("a", "b"));
  EXPECT_EQ(failures_, 1);
  EXPECT_TRUE(problems_.empty());
}

TEST_F(ExportTest, SaysWhereAFileBreaksOff) {
  const std::string whole = json("a");
  for (const std::string& rest :
       {whole.substr(0, whole.size() / 2), std::string("x"), std::string(3, '\0')}) {
    names(write("f.jsonl", whole + "\n" + rest));
    ASSERT_FALSE(problems_.empty());
    EXPECT_THAT(problems_.front().message, HasSubstr("bad JSON at byte"));
  }
  names(folder_ / "none.json");
  EXPECT_THAT(render(problems_.front()), HasSubstr("none.json"));
}

TEST_F(ExportTest, ReadsAStoreInTheOrderOfItsCatalogue) {
  write("articles.jsonl", R"({"name":"a.txt","status":"done"})"
                          "\n"
                          R"({"name":"b/c.txt","status":"done","duplicate_of":"a.txt","similarity":0.9})"
                          "\n"
                          R"({"name":"failed.txt","status":"failed","error":{"message":"no text"}})"
                          "\n"
                          R"({"name":"lost.txt","status":"done"})"
                          "\n"
                          R"({"name":"../../etc/passwd","status":"done"})"
                          "\n");
  write("a.txt.json", json("1"));
  write("b/c.txt.json", json("2"));
  EXPECT_THAT(names(folder_), ElementsAre("a.txt", "b/c.txt"));
  EXPECT_EQ(failures_, 2);
  RecordOptions unique;
  unique.unique = true;
  EXPECT_THAT(names(folder_, unique), ElementsAre("a.txt"));
  names(write("one.json", json("a")), unique);
  EXPECT_THAT(render(problems_.front()), HasSubstr("--unique needs a folder"));
}

TEST_F(ExportTest, FilesAppearOnlyWhenTheyAreWhole) {
  for (const auto& make : std::initializer_list<std::function<MadeExporter(const fs::path&)>>{
           [](const fs::path& path) { return xlsx_exporter(path); },
           [](const fs::path& path) { return sqlite_exporter(path); }}) {
    const fs::path target = folder_ / "out" / "target";
    EXPECT_FALSE(make(target).ok()) << "no such folder";
    fs::create_directories(target.parent_path());
    {
      const MadeExporter exporter = make(target);
      ASSERT_TRUE(exporter.ok());
      EXPECT_TRUE(exporter.value()->add(record(sample())).empty());
      EXPECT_FALSE(fs::exists(target));
    }
    EXPECT_TRUE(fs::is_empty(target.parent_path())) << "dropped, it leaves nothing";
    const MadeExporter exporter = make(target);
    ASSERT_TRUE(exporter.ok());
    EXPECT_TRUE(exporter.value()->add(record(sample())).empty());
    EXPECT_TRUE(exporter.value()->finish().empty());
    EXPECT_TRUE(fs::exists(target));
    fs::remove_all(target.parent_path());
  }
}

TEST_F(ExportTest, TheSameRecordsGiveTheSameBytes) {
  const auto bytes = [this](const auto& make, const std::string& name) {
    const MadeExporter exporter = make(folder_ / name);
    EXPECT_TRUE(exporter.value()->add(record(sample())).empty());
    EXPECT_TRUE(exporter.value()->finish().empty());
    return content_of(folder_ / name);
  };
  const auto xlsx = [](const fs::path& path) { return xlsx_exporter(path); };
  EXPECT_EQ(bytes(xlsx, "a"), bytes(xlsx, "b"));
  EXPECT_EQ(bytes(sqlite_exporter, "c"), bytes(sqlite_exporter, "d"));
}

TEST_F(ExportTest, AFullSheetGoesOnInAnother) {
  const fs::path target = folder_ / "a.xlsx";
  const MadeExporter exporter = xlsx_exporter(target, 3);  // a header and two rows
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(exporter.value()->add(record(sample())).empty());
  EXPECT_TRUE(exporter.value()->finish().empty());
  EXPECT_THAT(content_of(target),
              HasSubstr("xl/worksheets/sheet6.xml"));  // three of facts, three of documents
  EXPECT_THAT(content_of(target), testing::Not(HasSubstr("xl/worksheets/sheet7.xml")));
}

// The first value of each row that `sql` gives.
std::vector<std::string> query(const fs::path& path, const std::string& sql) {
  std::vector<std::string> out;
  sqlite3* database = nullptr;
  EXPECT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  char* problem = nullptr;
  const auto take = [](void* rows, int, char** values, char**) {
    static_cast<std::vector<std::string>*>(rows)->emplace_back(values[0] == nullptr ? "NULL" : values[0]);
    return 0;
  };
  EXPECT_EQ(sqlite3_exec(database, sql.c_str(), take, &out, &problem), SQLITE_OK) << problem;
  sqlite3_free(problem);
  sqlite3_close(database);
  return out;
}

TEST_F(ExportTest, TheDatabaseRelatesFactsEntitiesAndLinks) {
  const fs::path target = folder_ / "a.db";
  DocumentResult result = sample();
  result.facts.push_back(result.facts.front());
  result.facts.back().id = "f2";
  result.facts.back().quantity.value = "123456789012345678901234567890.5";
  result.facts.back().links = {{"equivalent", "f1"}, {"restates", "gone"}};
  result.warnings.push_back({"code", "message", Span{0, 2}});
  const MadeExporter exporter = sqlite_exporter(target);
  EXPECT_TRUE(exporter.value()->add(record(result)).empty());
  EXPECT_TRUE(exporter.value()->finish().empty());
  EXPECT_THAT(query(target, "PRAGMA integrity_check"), ElementsAre("ok"));
  EXPECT_THAT(query(target, "PRAGMA foreign_key_check"), IsEmpty());
  EXPECT_THAT(query(target, "PRAGMA user_version"), ElementsAre("1"));
  EXPECT_THAT(query(target, "SELECT value FROM facts ORDER BY value_real"),
              ElementsAre("-5", "123456789012345678901234567890.5"));
  EXPECT_THAT(
      query(target,
            "SELECT i.value FROM entity_ids i JOIN entities USING (entity) JOIN facts USING (entity)"),
      ElementsAre("NYSE:ACM", "NYSE:ACM"));
  EXPECT_THAT(query(target, "SELECT t.id FROM links l JOIN facts t ON t.fact = l.target"), ElementsAre("f1"));
  EXPECT_THAT(query(target,
                    "SELECT substr(d.text, span_begin + 1, span_end - span_begin) FROM facts f JOIN "
                    "documents d USING (document) LIMIT 1"),
              ElementsAre("-5 euros"));
  EXPECT_THAT(query(target, "SELECT count(*) FROM search WHERE search MATCH 'ubung'"), ElementsAre("2"));
  EXPECT_THAT(query(target, "SELECT span_end FROM warnings"), ElementsAre("1"));
  EXPECT_THAT(query(target, "SELECT approx FROM figures LIMIT 1"), ElementsAre("0"));
}

}  // namespace
}  // namespace figmine
