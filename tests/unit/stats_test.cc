#include "stats/stats.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/terminal.h"
#include "output/json.h"
#include "stats/stats_report.h"
#include "support.h"

namespace figmine {
namespace {

TEST(Tally, CountsAndSorts) {
  Tally tally;
  for (const char* name : {"b", "Revenue", "revenue", "a", "REVENUE", ""}) tally.add(name);
  EXPECT_EQ(tally.sorted(), (std::vector<Count>{{"Revenue", 3}, {"a", 1}, {"b", 1}}));
  EXPECT_EQ(tally.sorted(1).size(), 1U);
}

TEST(Tally, KeepsTheCommonestOfTooManyNames) {
  Tally tally;
  for (int round = 0; round < 4; ++round) {
    for (std::size_t i = 0; i < 2 * Tally::kKept; ++i) {
      tally.add("rare " + std::to_string(round) + " " + std::to_string(i));
      if (i % 4 == 0) tally.add("common");
    }
  }
  EXPECT_LE(tally.size(), 2 * Tally::kKept);
  EXPECT_EQ(tally.sorted(1)[0].name, "common");
  const auto counted = static_cast<std::int64_t>(2 * Tally::kKept);
  EXPECT_LE(tally.sorted(1)[0].count, counted);
  EXPECT_GE(tally.sorted(1)[0].count + tally.dropped(), counted);
  EXPECT_GT(tally.dropped(), 0);
}

TEST(Terminal, NothingOfAnArticleMovesTheCursor) {
  EXPECT_EQ(printable("a\x1b[2Jb\nc\x7f"
                      "d"),
            "a [2Jb c d");
  EXPECT_EQ(printable("x\xe2\x80\xaey\xff"), "xy\xef\xbf\xbd");  // right-to-left override; a broken byte
}

TEST(Terminal, WidthsCountColumns) {
  EXPECT_EQ(width_of("été"), 3U);
  EXPECT_EQ(width_of("東京"), 4U);
  EXPECT_EQ(fit("東京都", 5), "東京…");
  EXPECT_EQ(fit("tokyo", 5), "tokyo");
}

TEST(Terminal, QuotesKeepTheirMark) {
  const std::string text =
      "In the year that was told of before, revenue rose to $41.7 million, and much else was told after it.";
  const auto begin = static_cast<std::uint32_t>(text.find('$'));
  const Quote quote = quote_around(text, {begin, begin + 13}, 50);
  EXPECT_EQ(quote.mark, "$41.7 million");
  EXPECT_TRUE(quote.before.starts_with("…") && quote.before.ends_with("rose to "));
  EXPECT_TRUE(quote.after.starts_with(", and much") && quote.after.ends_with("…"));
  EXPECT_LE(width_of(quote.before + quote.mark + quote.after), 50U);
}

TEST(Stats, CountsOneRecord) {
  const DocumentResult record = facts_of(
      "Norden reports\n\nOSLO - Norden Corp reported revenue of $41.7 million in 2025, up 5% from 2024. It "
      "expects revenue of $50 million in 2026.\n");
  const Stats stats = stats_of(record, "a/b.txt", {});
  EXPECT_EQ(stats.facts, static_cast<std::int64_t>(record.facts.size()));
  EXPECT_EQ(stats.kinds.sorted(), (std::vector<Count>{{"money", 2}, {"percent", 1}}));
  EXPECT_EQ(stats.sources.sorted(), (std::vector<Count>{{"a/", 3}}));
  EXPECT_EQ(stats.measures.sorted(1), (std::vector<Count>{{"revenue", 3}}));
  EXPECT_EQ(stats.years.at(2025).reported, 2);
  EXPECT_EQ(stats.years.at(2026).expected, 1);
  std::int64_t scored = 0;
  for (const std::int64_t count : stats.scores) scored += count;
  EXPECT_EQ(scored, 3);
}

TEST(Stats, FilterSaysWhatIsCounted) {
  FactFilter filter;
  filter.kinds = {"percent"};
  const Stats stats =
      stats_of(facts_of("Norden reports\n\nOSLO - Norden Corp reported revenue of $41.7 million, up 5%.\n"),
               "a", filter);
  EXPECT_EQ(stats.facts, 1);
  EXPECT_EQ(stats.without, 0);
}

TEST(Stats, OfAStoreWithFailuresAndRepetitions) {
  const std::filesystem::path folder =
      std::filesystem::path(::testing::TempDir()) / ("stats-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  JsonOptions json;
  json.text = true;
  const std::string record = to_json(
      facts_of("Norden reports\n\nOSLO - Norden Corp reported revenue of $41.7 million in 2025.\n"), json);
  std::string lines;
  for (const char* name : {"a", "b", "c", "d"}) {
    Entry entry;
    entry.name = name;
    if (*name == 'b') entry.duplicate_of = "a";
    if (*name > 'b') {
      entry.status = Entry::Status::kFailed;
      entry.error = "binary input";
    } else {
      std::ofstream(folder / (entry.name + ".json")) << record;
    }
    lines += to_line(entry, EntryUse::kCatalogue) + "\n";
  }
  std::ofstream(folder / "articles.jsonl") << lines;
  const Result<StatsReport> all = stats_of_store(folder, {});
  ASSERT_TRUE(all.ok());
  EXPECT_EQ(all.value().stats.articles, 4);
  EXPECT_EQ(all.value().stats.failed, 2);
  EXPECT_EQ(all.value().stats.repeated, 1);
  EXPECT_EQ(all.value().stats.facts, 2);
  ASSERT_EQ(all.value().stats.failures.size(), 1U);
  EXPECT_EQ(all.value().stats.failures[0].articles, 2);
  EXPECT_EQ(all.value().stats.failures[0].example, "c");
  StatsOptions unique;
  unique.unique = true;
  EXPECT_EQ(stats_of_store(folder, unique).value().stats.facts, 1);
  EXPECT_FALSE(stats_of_store(folder / "none", {}).ok());
  std::filesystem::remove_all(folder);
}

Stats sample() {
  Stats stats;
  stats.articles = 2;
  stats.facts = 3;
  stats.kinds.add("money", 2);
  stats.kinds.add("percent", 1);
  stats.measures.add("<script>alert(1)</script>\x1b[31m");
  stats.years = {{1850, {1, 0, 0}}, {2025, {70, 0, 0}}, {2027, {0, 20, 1}}, {9999, {0, 0, 1}}};
  stats.failures.push_back({"no text", "", 1, "x.pdf"});
  return stats;
}

TEST(StatsReport, TextIsPlainWithoutColourAndNoWiderThanAsked) {
  const std::string text = to_text(sample(), {false, 60, 10});
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_NE(text.find("2 articles, 3 facts"), std::string::npos);
  EXPECT_NE(text.find("1 × no text (x.pdf)"), std::string::npos);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(width_of(line), 60U) << line;
  EXPECT_NE(to_text(sample(), {true, 60, 10}).find("\x1b["), std::string::npos);
}

TEST(StatsReport, YearsHaveNoGapsAndFarOnesAreSummed) {
  const Chart years = charts_of(sample(), 10).front();
  EXPECT_EQ(years.labels, (std::vector<std::string>{"earlier", "2013", "2014", "2015", "2016", "2017", "2018",
                                                    "2019",    "2020", "2021", "2022", "2023", "2024", "2025",
                                                    "2026",    "2027", "2028", "2029", "2030", "2031", "2032",
                                                    "2033",    "2034", "2035", "2036", "later"}));
  EXPECT_EQ(years.series[1].values[15], 20);
}

TEST(StatsReport, PageHoldsNoMarkupOfArticlesAndAsksForNothing) {
  const std::string page = stats_page(sample(), "Facts of <x>", 10);
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_NE(page.find("&lt;script&gt;"), std::string::npos);
  EXPECT_EQ(page.find("http://"), std::string::npos);
  EXPECT_EQ(page.find("https://"), std::string::npos);
  EXPECT_EQ(page.find("style=\""), std::string::npos);
  EXPECT_EQ(page, stats_page(sample(), "Facts of <x>", 10));
}

}  // namespace
}  // namespace figmine
