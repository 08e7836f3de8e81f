// batch/: the store's layout, its journal after a crash, ordered runs, whole files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "batch/combine.h"
#include "batch/ordered.h"
#include "batch/run.h"
#include "batch/run_record.h"
#include "batch/store.h"
#include "output/fact_lines.h"
#include "output/json.h"

namespace figmine {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

class Folder : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "figmine-batch-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path folder_;
};

class StoreTest : public Folder {
 protected:
  Store open() {
    Result<Store> store = Store::open(folder_ / "out");
    EXPECT_TRUE(store.ok());
    return std::move(store).value();
  }
  std::vector<std::string> names(const Store& store) {
    std::vector<std::string> out;
    const Result<std::vector<Store::Place>> places = store.places();
    for (const Store::Place& place : places.value()) out.push_back(place.name);
    return out;
  }
  static Entry entry(const std::string& name, int facts = 1) {
    Entry out;
    out.name = name;
    out.sha256 = "ab";
    out.facts = facts;
    out.kinds["money"] = facts;
    return out;
  }
};

TEST(Entry, SurvivesItsLine) {
  Entry entry;
  entry.name = "a/\"b\"\n.txt";
  entry.source = "in/b.txt";
  entry.sha256 = "00ff";
  entry.made_by = "figmine 1 en@2";
  entry.facts = 3;
  entry.kinds = {{"money", 1}, {"percent", 2}};
  entry.title = "Ünïted";
  entry.published = "2026-01-21";
  entry.signature = "0a0b";
  const std::string line = to_line(entry, EntryUse::kState);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  const std::optional<Entry> read = from_line(line);
  ASSERT_TRUE(read);
  EXPECT_EQ(to_line(*read, EntryUse::kState), line);
  EXPECT_EQ(read->name, entry.name);
  EXPECT_EQ(read->kinds, entry.kinds);
  EXPECT_EQ(to_line(entry, EntryUse::kCatalogue).find("signature"), std::string::npos);
  EXPECT_FALSE(from_line(line.substr(0, line.size() - 1)));
}

TEST(RecordPath, StaysInTheStore) {
  EXPECT_EQ(record_path("out", "a/b.txt").value(), "out/a/b.txt.json");
  EXPECT_EQ(record_path("out", "facts.jsonl/000001").value(), "out/facts.jsonl~/000001.json");
  EXPECT_EQ(record_path("out", "a/facts.jsonl/1").value(), "out/a/facts.jsonl/1.json");
  for (const char* name : {"", "/etc/passwd", "../x", "a/../../x", "a//b", "a/.", ".figmine/lock", "a/"})
    EXPECT_FALSE(record_path("out", name).ok()) << name;
}

TEST_F(StoreTest, AHalfWrittenJournalLineIsPassedOver) {
  {
    Store store = open();
    ASSERT_TRUE(store.journal(entry("b")).empty());
    ASSERT_TRUE(store.journal(entry("a", 1)).empty());
    ASSERT_TRUE(store.journal(entry("a", 2)).empty());
  }
  std::ofstream(folder_ / "out/.figmine/journal.jsonl", std::ios::app) << R"({"name":"c","sour)";
  Store store = open();
  EXPECT_TRUE(store.changed());
  EXPECT_THAT(names(store), ElementsAre("a", "b"));
  EXPECT_EQ(store.known("a")->facts, 2);
  EXPECT_FALSE(store.known("c"));
  ASSERT_TRUE(store.journal(entry("d")).empty());
  EXPECT_THAT(names(store), ElementsAre("a", "b", "d"));
}

TEST_F(StoreTest, OneWriterAtATime) {
  const Store first = open();
  const Result<Store> second = Store::open(folder_ / "out");
  ASSERT_FALSE(second.ok());
  EXPECT_THAT(second.errors().front().message, HasSubstr("in use"));
}

TEST_F(StoreTest, ADamagedRecordIsAFailureNotALie) {
  Store store = open();
  ASSERT_TRUE(store.write_record("a", R"({"document":{"id":"a"},"facts":[{"id":"1"}]})").empty());
  ASSERT_TRUE(store.journal(entry("a")).empty());
  ASSERT_TRUE(store.write_record("b", R"({"document":{"id":"b"},"fac)").empty());
  ASSERT_TRUE(store.journal(entry("b")).empty());
  const Result<StoreTotals> totals = combine(store, {});
  ASSERT_TRUE(totals.ok());
  EXPECT_EQ(totals.value().articles, 1);
  EXPECT_EQ(totals.value().failed, 1);
  EXPECT_FALSE(store.changed());
  std::vector<std::string> statuses;
  const Diagnostics problems = read_catalogue(folder_ / "out", [&](const Entry& read) {
    statuses.push_back(read.name + (read.status == Entry::Status::kDone ? " done" : " " + read.error));
    return true;
  });
  EXPECT_TRUE(problems.empty());
  EXPECT_THAT(statuses, ElementsAre("a done", "b its record is damaged"));
}

TEST_F(StoreTest, CombineOfUnfoldedAndFoldedEntriesIsTheSame) {
  Store store = open();
  for (const char* name : {"b", "a"}) {
    ASSERT_TRUE(
        store.write_record(name, R"({"document":{"id":"x"},"facts":[{"id":"1"},{"id":"2"}]})").empty());
    ASSERT_TRUE(store.journal(entry(name, 2)).empty());
  }
  ASSERT_TRUE(combine(store, {}).ok());
  const std::string facts = read_whole(folder_ / "out/facts.jsonl").value();
  const std::string articles = read_whole(folder_ / "out/articles.jsonl").value();
  EXPECT_EQ(store.known("a")->facts, 2);
  ASSERT_TRUE(combine(store, {}).ok());
  EXPECT_EQ(read_whole(folder_ / "out/facts.jsonl").value(), facts);
  EXPECT_EQ(read_whole(folder_ / "out/articles.jsonl").value(), articles);
}

TEST(Catalogue, AFolderThatIsNoStoreIsToldSo) {
  const Diagnostics problems = read_catalogue("/nowhere", [](const Entry&) { return true; });
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_THAT(problems.front().hint, HasSubstr("figmine batch"));
}

TEST(Ordered, GivesInOrderAndStopsWhenTold) {
  for (const std::size_t jobs : {1U, 4U}) {
    int next = 0;
    std::vector<int> given;
    run_ordered(
        jobs, [&]() -> std::optional<int> { return next < 500 ? std::optional(next++) : std::nullopt; },
        [](int&& value) {
          if (value % 7 == 0) std::this_thread::yield();
          return value * 2;
        },
        [&](int&& value) {
          given.push_back(value);
          return given.size() < 300;
        });
    ASSERT_EQ(given.size(), 300U);
    for (std::size_t i = 0; i < given.size(); ++i) EXPECT_EQ(given[i], static_cast<int>(i) * 2);
    EXPECT_LT(next, 500);
  }
}

TEST(Ordered, EveryOutputIsSavedBeforeItIsGiven) {
  struct Output {
    int value = 0;
    bool saved = false;
  };
  for (const std::size_t jobs : {1U, 4U}) {
    for (const std::size_t wanted : {500U, 100U}) {
      int next = 0;
      std::vector<int> given;
      run_ordered(
          jobs, [&]() -> std::optional<int> { return next < 500 ? std::optional(next++) : std::nullopt; },
          [](int&& value) {
            return Output{value, false};
          },
          [](Output& output) {
            std::this_thread::sleep_for(std::chrono::microseconds(output.value % 5 * 100));
            output.saved = true;
          },
          [&](Output&& output) {
            EXPECT_TRUE(output.saved);
            given.push_back(output.value);
            return given.size() < wanted;
          });
      ASSERT_EQ(given.size(), wanted);
      for (std::size_t i = 0; i < given.size(); ++i) EXPECT_EQ(given[i], static_cast<int>(i));
    }
  }
}

TEST_F(Folder, AWholeFileIsThereOrNot) {
  const fs::path path = folder_ / "file";
  ASSERT_TRUE(write_whole(path, "old").empty());
  {
    Result<WholeFile> file = WholeFile::create(path);
    ASSERT_TRUE(file.ok());
    file.value().write("half");
  }
  EXPECT_EQ(read_whole(path).value(), "old");
  ASSERT_TRUE(write_whole(path, "new").empty());
  EXPECT_EQ(read_whole(path).value(), "new");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1);
  const Diagnostics problems = write_whole(folder_ / "no/folder/file", "x");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_THAT(problems.front().message, HasSubstr("can't write"));
  EXPECT_FALSE(read_whole(folder_ / "nothing").ok());
}

TEST(FactLines, CopyTheFactsAsTheyStand) {
  DocumentResult result;
  result.text = "x";
  result.document.id = "d\"1";
  result.document.source = "in/a.txt";
  result.document.title = "T";
  for (const char* id : {"1", "2", "3"}) {
    Fact fact;
    fact.id = id;
    fact.quantity.text = "} ] \" {";
    fact.quantity.value = "12345678901234567890.50";
    result.facts.push_back(fact);
  }
  const std::optional<std::string> lines =
      fact_lines(to_json(result, {}), [](std::size_t fact) { return fact != 1; });
  ASSERT_TRUE(lines);
  const std::string head = R"({"document":{"id":"d\"1","source":"in/a.txt","title":"T"},"id":")";
  EXPECT_THAT(*lines, testing::StartsWith(head + "1\""));
  EXPECT_THAT(*lines, HasSubstr("}\n" + head + "3\""));
  EXPECT_THAT(*lines, HasSubstr(R"("value":12345678901234567890.50)"));
  EXPECT_EQ(std::count(lines->begin(), lines->end(), '\n'), 2);
  EXPECT_FALSE(fact_lines(R"({"facts":[)"));
  EXPECT_EQ(fact_lines(R"({"document":{},"facts":[]})"), "");
}

TEST_F(StoreTest, ARunPassesOverWhatItKnows) {
  Store store = open();
  const Engine engine = Engine::create({}).value();
  const std::atomic<bool> stop = false;
  const auto run = [&](const std::vector<std::string>& texts, bool prune = false) {
    std::size_t at = 0;
    BatchOptions options;
    options.prune = prune;
    return run_batch(
        store, engine, options,
        [&]() -> std::optional<FeedItem> {
          if (at == texts.size()) return std::nullopt;
          FeedItem item;
          item.article.name = "article" + std::to_string(at);
          item.article.source = item.article.name;
          item.article.bytes = texts[at++];
          return item;
        },
        {}, stop);
  };
  const BatchResult first = run({"Sales rose 12 percent in 2025.", ""});
  EXPECT_EQ(first.counts.done, 1);
  EXPECT_EQ(first.counts.failed, 1);
  EXPECT_EQ(first.failures.front().name, "article1");
  ASSERT_TRUE(combine(store, {}).ok());
  const BatchResult second = run({"Sales rose 12 percent in 2025.", "Costs fell 3 percent in 2025."});
  EXPECT_EQ(second.counts.unchanged, 1);
  EXPECT_EQ(second.counts.done, 1);
  ASSERT_TRUE(combine(store, {}).ok());
  const BatchResult third = run({"Sales rose 12 percent in 2025."}, true);
  EXPECT_EQ(third.counts.pruned, 1);
  const Result<StoreTotals> totals = combine(store, {});
  EXPECT_EQ(totals.value().articles, 1);
  EXPECT_FALSE(store.has_record("article1"));

  RunRecord record;
  record.result = first;
  record.totals = totals.value();
  EXPECT_THAT(to_json(record), HasSubstr(R"("name": "article1")"));
}

}  // namespace
}  // namespace figmine
