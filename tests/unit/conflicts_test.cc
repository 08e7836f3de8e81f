#include "stats/conflicts.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "batch/store.h"
#include "output/json.h"
#include "stats/conflict_report.h"
#include "support.h"

namespace figmine {
namespace {

const Wording& wording() {
  static const Result<Wording> loaded = Wording::load("");
  return loaded.value();
}

// "10 | 12" for every conflict of one article.
std::vector<std::string> within(std::string_view text) {
  std::vector<std::string> out;
  for (const Conflict& conflict : conflicts_within(facts_of(text), "a.txt", wording(), {})) {
    std::string line;
    for (const Figure& figure : conflict.figures) line += (line.empty() ? "" : " | ") + figure.quantity;
    out.push_back(line);
  }
  return out;
}

std::string article(const std::string& first, const std::string& second) {
  return "Norden Corp reports its results\n\nOSLO, March 10, 2026 - " + first +
         "\n\nThe year was a good one for ships.\n\n" + second + "\n";
}

Extent extent(const char* value, const char* low, const char* high) {
  Extent out;
  out.value = *Decimal::parse(value);
  if (*low != 0) out.low = Decimal::parse(low);
  if (*high != 0) out.high = Decimal::parse(high);
  return out;
}

TEST(Extent, AgreesWhereTheFiguresCouldBeOne) {
  EXPECT_TRUE(agree(extent("1200", "1150", "1250"), extent("1230", "1225", "1235")));
  EXPECT_FALSE(agree(extent("1200", "1150", "1250"), extent("1300", "1275", "1325")));
  EXPECT_TRUE(agree(extent("1700", "1650", ""), extent("1780", "1775", "1785")));  // more than 1.7k
  EXPECT_FALSE(agree(extent("1700", "", "1750"), extent("1780", "1775", "1785")));
  EXPECT_TRUE(agree(extent("5", "", ""), extent("9", "9", "9")));
}

TEST(Extent, RangesAgreeWhereOneLiesInTheOther) {
  Extent wide = extent("15", "10", "20"), narrow = extent("15", "14", "16"), moved = extent("20", "15", "25");
  wide.range = narrow.range = moved.range = true;
  EXPECT_TRUE(agree(wide, narrow));
  EXPECT_FALSE(agree(wide, moved));
}

TEST(Extent, OtherSizesAreOtherThings) {
  EXPECT_TRUE(comparable_size(extent("100", "", ""), extent("199", "", "")));
  EXPECT_FALSE(comparable_size(extent("100", "", ""), extent("350", "", "")));
  EXPECT_TRUE(comparable_size(extent("4.5", "", ""), extent("4500", "", "")));  // a slip of the magnitude
  EXPECT_FALSE(comparable_size(extent("0", "", ""), extent("1", "", "")));
}

TEST(Conflicts, InsideAnArticle) {
  const auto told = [](const char* first, const char* second) { return within(article(first, second)); };
  using Found = std::vector<std::string>;
  EXPECT_EQ(told("Norden Corp reported revenue of $41.7 million in 2025.",
                 "Norden's revenue was $44.1 million in 2025."),
            Found{"$41.7 million | $44.1 million"});
  // one rate in two notations, and what two rates are per
  EXPECT_EQ(
      told("Norden Corp's output was 500 barrels a day in 2025.", "Norden's output was 600 bpd in 2025."),
      Found{"500 barrels | 600 bpd"});
  EXPECT_EQ(told("Norden Corp's output was 300 barrels a day in 2025.",
                 "Norden's output was 300 barrels an hour in 2025."),
            Found{});
  // precision, bounds and approximation
  EXPECT_EQ(told("Norden Corp reported revenue of $1.2 billion in 2025.",
                 "Norden's revenue was $1.23 billion in 2025."),
            Found{});
  EXPECT_EQ(told("Norden Corp reported revenue of over $1.7 billion in 2025.",
                 "Norden's revenue was $1.78 billion in 2025."),
            Found{});
  EXPECT_EQ(told("Norden Corp reported revenue of about $410 million in 2025.",
                 "Norden's revenue was $418.2 million in 2025."),
            Found{});
  // another period, currency, basis, size; two figures of one sentence
  EXPECT_EQ(told("Norden Corp reported revenue of $41.7 million in 2025.",
                 "Norden's revenue was $44.1 million in 2024."),
            Found{});
  EXPECT_EQ(told("Norden Corp reported revenue of $41.7 million in 2025.",
                 "Norden's revenue was 44.1 million euros in 2025."),
            Found{});
  EXPECT_EQ(told("Norden Corp reported revenue of $41.7 million in 2025.",
                 "Norden's revenue was $4.1 million in 2025."),
            Found{});
  EXPECT_EQ(told("Norden Corp reported net income of $41.7 million in 2025.",
                 "Norden's adj. net income was $44.1 million in 2025."),
            Found{});
  EXPECT_EQ(told("Norden Corp reported revenue of $41.7 million in 2025.",
                 "Norden expects revenue of $44.1 million in 2025."),
            Found{});
  EXPECT_EQ(told("Norden Corp expanded.",
                 "Norden's revenue was $41.7 million in 2025 and revenue was $44.1 million in 2025."),
            Found{});
}

TEST(Conflicts, HeadlineAgainstTheText) {
  EXPECT_EQ(within("Norden Corp gives $40,000 donation\n\nOSLO, March 10, 2026 - Norden Corp said it was "
                   "glad.\n\nThe donation of Norden Corp "
                   "was $50,000.\n"),
            std::vector<std::string>{"$40,000 | $50,000"});
}

TEST(Conflicts, FiguresCarryTheirEvidence) {
  const std::string text = article("“Ångström” Norden Corp reported revenue of $41.7 million in 2025.",
                                   "Norden's revenue was $44.1 million in 2025.");
  const DocumentResult record = facts_of(text);
  const std::vector<Conflict> found = conflicts_within(record, "a.txt", wording(), {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].within);
  EXPECT_EQ(found[0].start, "2025-01-01");
  const Figure& figure = found[0].figures[0];
  EXPECT_EQ(slice(figure.sentence, figure.mark), "$41.7 million");
  const Fact* fact = fact_at(record, "$41.7 million");
  EXPECT_EQ(figure.fact, fact->id);
  EXPECT_EQ(figure.quantity_span.begin + 6,
            fact->quantity.span.begin);  // code points: two quotes, Å and ö before it
}

// ---------------------------------------------------------------- across articles

class ConflictStore : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(::testing::TempDir()) / ("conflicts-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void add(const std::string& name, const std::string& published, const std::string& sentence,
           const std::string& duplicate_of = "") {
    JsonOptions json;
    json.text = true;
    std::ofstream(folder_ / (name + ".json"))
        << to_json(facts_of("Norden news\n\nOSLO - " + sentence + "\n", published), json);
    Entry entry;
    entry.name = name;
    entry.duplicate_of = duplicate_of;
    lines_ += to_line(entry, EntryUse::kCatalogue) + "\n";
    std::ofstream(folder_ / "articles.jsonl") << lines_;
  }

  std::vector<std::string> found(bool outlook = false) {
    ConflictOptions options;
    options.outlook = outlook;
    const Result<ConflictReport> report = find_conflicts(folder_, wording(), options);
    EXPECT_TRUE(report.ok());
    EXPECT_TRUE(report.value().problems.empty());
    std::vector<std::string> out;
    for (const Conflict& conflict : report.value().conflicts) {
      std::string line = std::to_string(static_cast<int>(conflict.kind));
      for (const Figure& figure : conflict.figures) line += " " + figure.article + "=" + figure.quantity;
      out.push_back(line);
    }
    return out;
  }

  std::filesystem::path folder_;
  std::string lines_;
};

using Found = std::vector<std::string>;

TEST_F(ConflictStore, TellsContradictionsFromRevisions) {
  add("a", "2026-02-01", "Norden Corp reported revenue of $41.7 million in 2025.");
  add("b", "2026-03-01", "Norden Corp reported revenue of $44.1 million in 2025.");
  EXPECT_EQ(found(), Found{"0 a=$41.7 million b=$44.1 million"});
  add("c", "2026-02-01", "Norden Corp reported net income of $5.2 million in 2024.");
  add("d", "2026-03-01", "Norden Corp reported restated net income of $6.1 million in 2024.");
  EXPECT_EQ(found(), (Found{"0 a=$41.7 million b=$44.1 million", "1 c=$5.2 million d=$6.1 million"}));
}

TEST_F(ConflictStore, NewForecastsAreRevisionsAndOutcomesAreAskedFor) {
  add("a", "2026-02-01", "Norden Corp expects revenue of $41.7 million in 2026.");
  add("b", "2026-05-01", "Norden Corp expects revenue of $44.1 million in 2026.");
  add("c", "2027-02-01", "Norden Corp reported revenue of $49.9 million in 2026.");
  EXPECT_EQ(found(), Found{"1 a=$41.7 million b=$44.1 million"});
  EXPECT_EQ(found(true), (Found{"1 a=$41.7 million b=$44.1 million", "2 b=$44.1 million c=$49.9 million"}));
}

TEST_F(ConflictStore, RepeatedArticlesCountOnce) {
  add("a", "2026-02-01", "Norden Corp reported revenue of $41.7 million in 2025.");
  add("b", "2026-02-02", "Norden Corp reported revenue of $41.7 million in 2025.", "a");
  add("c", "2026-02-03", "Norden Corp reported revenue of $44.1 million in 2025.");
  add("d", "2026-02-04", "Norden Corp reported revenue of $44.1 million in 2025.", "c");
  EXPECT_EQ(found(), Found{"0 a=$41.7 million c=$44.1 million"});
}

TEST_F(ConflictStore, WhatOneArticleTellsTwoWaysIsHeldAgainstNoOther) {
  add("a", "2026-02-01",
      "Norden Corp reported revenue of $41.7 million in 2025 and revenue of $45.2 million in 2025.");
  add("b", "2026-02-02", "Norden Corp reported revenue of $44.1 million in 2025.");
  EXPECT_EQ(found(), Found{});
}

TEST_F(ConflictStore, DamagedRecordsAreToldAndPassedOver) {
  add("a", "2026-02-01", "Norden Corp reported revenue of $41.7 million in 2025.");
  add("b", "2026-02-02", "Norden Corp reported revenue of $44.1 million in 2025.");
  add("c", "2026-02-03", "Norden Corp reported revenue of $41.7 million in 2025.");
  std::ofstream(folder_ / "b.json") << "{";
  const Result<ConflictReport> report = find_conflicts(folder_, wording(), {});
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report.value().problems.size(), 1U);
  EXPECT_EQ(report.value().articles, 2U);
  EXPECT_FALSE(find_conflicts(folder_ / "none", wording(), {}).ok());
}

TEST(ConflictReport, TableAndJsonShowBothSides) {
  ConflictReport report;
  report.conflicts =
      conflicts_within(facts_of(article("Norden Corp reported revenue of $41.7 million in 2025.",
                                        "Norden's revenue was $44.1 million in 2025.")),
                       "a\x1b[2J.txt", wording(), {});
  ASSERT_EQ(report.conflicts.size(), 1U);
  const std::string table = to_table(report, {false, 60});
  EXPECT_NE(table.find("revenue · Norden Corp · 2025-01-01 … 2025-12-31  contradiction in one article"),
            std::string::npos)
      << table;
  EXPECT_NE(table.find("$44.1 million"), std::string::npos);
  EXPECT_EQ(table.find('\x1b'), std::string::npos);
  EXPECT_NE(to_table(report, {true, 60}).find("\x1b[1;33m$41.7 million\x1b[0m"), std::string::npos);
  const std::string json = to_json(report);
  for (const char* part : {"\"kind\": \"contradiction\"", "\"within\": true",
                           "\"quantity\": \"$41.7 million\"", "\"sentence_span\": ["})
    EXPECT_NE(json.find(part), std::string::npos) << json;
}

}  // namespace
}  // namespace figmine
