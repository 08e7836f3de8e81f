// The whole flow: invariants that hold for every article, the seed story, output formats and the schema.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <filesystem>
#include <set>
#include <sstream>
#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "corpus/gold.h"
#include "corpus/score.h"
#include "output/csv.h"
#include "output/json.h"
#include "output/schema.h"
#include "output/text_view.h"
#include "support.h"

namespace figmine {
namespace {

namespace fs = std::filesystem;

TEST(Article, ShowsWhatItsCommasMean) {
  const auto sales = [](const std::string& text) {
    const DocumentResult result = facts_of(text);
    return result.facts.empty() ? "none" : result.facts.front().quantity.value.value_or("none");
  };
  EXPECT_EQ(sales("It sold 1.234 units. Sales rose 5,2 percent to 1.234.567,89 euros."), "1234");
  EXPECT_EQ(sales("It sold 1.234 units. Sales rose 5.2 percent."), "1.234");
}

std::vector<fs::path> articles() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(FIGMINE_SOURCE_DIR) / "corpus")) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".txt" || extension == ".html") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

// text[begin:end] == "text" for every span; facts in text order, no two on the same characters with one kind,
// ids unique, exact values.
void check_record(const DocumentResult& result) {
  std::uint32_t at = 0;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> places;
  std::set<std::string> ids;
  for (const Fact& fact : result.facts) {
    const Quantity& q = fact.quantity;
    EXPECT_EQ(slice(result.text, q.span), q.text);
    EXPECT_LE(at, q.span.begin);
    at = q.span.begin;
    EXPECT_TRUE(places.insert({q.span.begin, q.span.end, q.kind}).second) << q.text;
    EXPECT_TRUE(ids.insert(fact.id).second) << q.text;
    EXPECT_TRUE(fact.sentence.contains(q.span)) << q.text;
    EXPECT_NE(q.kind, "unit");
    if (fact.measure && !fact.measure->span.empty()) {
      EXPECT_EQ(slice(result.text, fact.measure->span), fact.measure->text);
    }
    if (q.op == "..") {
      EXPECT_TRUE(q.low && q.high) << q.text;
    } else if (fact.claim) {
      EXPECT_TRUE(q.value) << q.text;
    }
  }
}

TEST(Records, InvariantsHoldOnTheCorpus) {
  for (const fs::path& path : articles()) {
    SCOPED_TRACE(path.string());
    Extractor extractor(engine());
    ExtractOptions options;
    options.source = path.filename().string();
    options.all = true;
    const Result<DocumentResult> result = extractor.extract(content_of(path), options);
    ASSERT_TRUE(result.ok());
    check_record(result.value());
  }
}

bool is_valid(const std::string& json, std::string_view schema_text) {
  rapidjson::Document schema_document;
  schema_document.Parse(schema_text.data(), schema_text.size());
  valijson::Schema schema;
  valijson::SchemaParser parser;
  parser.populateSchema(valijson::adapters::RapidJsonAdapter(schema_document), schema);
  rapidjson::Document document;
  document.Parse(json.data(), json.size());
  if (document.HasParseError()) return false;
  valijson::Validator validator;
  valijson::ValidationResults results;
  const bool valid = validator.validate(schema, valijson::adapters::RapidJsonAdapter(document), &results);
  valijson::ValidationResults::Error problem;
  while (results.popError(problem)) ADD_FAILURE() << problem.description;
  return valid;
}

constexpr std::string_view kStory =
    "Tavora Group grows\n\nPARIS, May 4, 2025 (Reuters) -- Tavora Group Inc. (NASDAQ: TVRA) said revenue "
    "rose 5% to $12 million in the first quarter "
    "from $11.4 million a year earlier.\n\n\"We expect sales of between $50 million and $55 million in "
    "2025,\" said Lena Orth, chief executive officer.\n\n"
    "Nearly half of users pay monthly; 1.2 million yuan (about $168,000) went to R&D. The iPhone 15 and 5G "
    "did not count.";

TEST(Output, FollowsTheSchema) {
  const DocumentResult result = all_facts_of(kStory);
  for (const bool pretty : {false, true}) {
    JsonOptions options;
    options.pretty = pretty;
    options.times = true;
    options.text = true;
    EXPECT_TRUE(is_valid(to_json(result, options), document_schema()));
  }
}

TEST(Output, IsDeterministic) {
  EXPECT_EQ(to_json(all_facts_of(kStory), {}), to_json(all_facts_of(kStory), {}));
}

TEST(Output, OffsetsInEveryUnit) {
  const std::string text = "a€😀b";
  EXPECT_EQ(Offsets(text, OffsetUnit::kCodePoints).at(8), 3U);
  EXPECT_EQ(Offsets(text, OffsetUnit::kUtf16).at(8), 4U);
  EXPECT_EQ(Offsets(text, OffsetUnit::kBytes).at(8), 8U);
}

TEST(Output, CsvCannotRunAsAFormula) {
  DocumentResult result = facts_of("Sales rose 5%.");
  ASSERT_FALSE(result.facts.empty());
  result.facts.front().measure = Measure{"=HYPERLINK(\"x\")", "", {}};
  const std::string csv = to_csv(result);
  EXPECT_NE(csv.find("\"'=HYPERLINK(\"\"x\"\")\""), std::string::npos);
  EXPECT_EQ(csv.find(",=HYPER"), std::string::npos);
}

TEST(Output, TextViewShowsNoControlCharacters) {
  const std::string view =
      to_text_view(facts_of("Sales of the group in all its markets and all its regions \x1b[31mrose 5% in "
                            "the year, the company said on Wednesday in a statement to its investors."),
                   {});
  EXPECT_EQ(view.find('\x1b'), std::string::npos);
  EXPECT_NE(view.find("[5%]"), std::string::npos);
}

TEST(Claims, DeltaLevelAndOldLevelAreLinked) {
  const DocumentResult result = facts_of(kStory, "2025-05-04");
  const Fact* delta = fact_at(result, "5%");
  const Fact* level = fact_at(result, "$12 million");
  const Fact* old_level = fact_at(result, "$11.4 million");
  ASSERT_TRUE(delta != nullptr && level != nullptr && old_level != nullptr);
  ASSERT_TRUE(delta->change && level->change && old_level->change);
  EXPECT_EQ(delta->change->role, "by");
  EXPECT_EQ(level->change->role, "to");
  EXPECT_EQ(old_level->change->role, "from");
  EXPECT_EQ(level->measure->text, "revenue");
  EXPECT_EQ(level->period->start + ".." + level->period->end, "2025-01-01..2025-03-31");
  EXPECT_EQ(old_level->period->start + ".." + old_level->period->end, "2024-01-01..2024-03-31");
}

TEST(Claims, ForecastRangeWithSpeakerAndRole) {
  const DocumentResult result = facts_of(kStory);
  const Fact* range = fact_at(result, "$50 million and $55 million");
  ASSERT_NE(range, nullptr);
  EXPECT_EQ(range->status, "forecast");
  EXPECT_EQ(range->quantity.low, "50000000");
  ASSERT_TRUE(range->attribution);
  EXPECT_EQ(range->attribution->speaker, "Lena Orth");
  EXPECT_EQ(range->attribution->role, "chief executive officer");
}

TEST(Claims, EquivalentsAreLinkedBothWays) {
  const DocumentResult result = facts_of(kStory);
  const Fact* yuan = fact_at(result, "1.2 million yuan");
  const Fact* dollars = fact_at(result, "$168,000");
  ASSERT_TRUE(yuan != nullptr && dollars != nullptr);
  ASSERT_EQ(yuan->links.size(), 1U);
  EXPECT_EQ(yuan->links.front().fact, dollars->id);
  EXPECT_EQ(dollars->links.front().fact, yuan->id);
  EXPECT_TRUE(dollars->quantity.approx);
}

TEST(Claims, NamesAreNoClaims) {
  const DocumentResult result = facts_of(kStory);
  EXPECT_EQ(fact_at(result, "5G"), nullptr);
  for (const Fact& fact : result.facts) EXPECT_EQ(fact.quantity.text.find("15"), std::string::npos);
}

TEST(Claims, WhatIsNoClaimIsMeasuredWhereAllIsAsked) {
  const DocumentResult result = all_facts_of("Tens of thousands of students live in Lyon.");
  ASSERT_EQ(result.facts.size(), 1U);
  EXPECT_FALSE(result.facts.front().claim);
  ASSERT_TRUE(result.facts.front().measure);
  EXPECT_EQ(result.facts.front().measure->text, "students");
}

TEST(Claims, UnitsHaveExactSiValues) {
  const DocumentResult result =
      facts_of("Computing power reached 1,590 exaflops and the pipe is 12 inches wide.");
  const Fact* flops = fact_at(result, "1,590 exaflops");
  ASSERT_TRUE(flops != nullptr && flops->quantity.si);
  EXPECT_EQ(flops->quantity.si->value, "1590000000000000000000");
  EXPECT_EQ(flops->quantity.si->unit, "{FLOP}/s");
  const Fact* inches = fact_at(result, "12 inches");
  ASSERT_TRUE(inches != nullptr && inches->quantity.si);
  EXPECT_EQ(inches->quantity.si->value, "0.3048");
}

TEST(Claims, BareDollarFollowsTheArticle) {
  const DocumentResult result = facts_of("Profit rose to $3 million. All amounts are in Canadian dollars.");
  const Fact* profit = fact_at(result, "$3 million");
  ASSERT_NE(profit, nullptr);
  EXPECT_EQ(profit->quantity.unit->code, "CAD");
  EXPECT_FALSE(profit->quantity.unit->candidates.empty());
}

TEST(Times, AnArticlesFiscalYearIsReadOffTheEndItStates) {
  const DocumentResult result = facts_of(
      "Acme Reports Third Quarter Fiscal 2025 Results\n\nRevenue for the third quarter ended October 27, "
      "2024, was "
      "$35.1 billion. Second quarter revenue was $30 billion. Fiscal 2024 revenue was $60 billion.",
      "2024-11-20");
  ASSERT_EQ(result.facts.size(), 3u);
  EXPECT_EQ(result.facts[0].period->start, "2024-07-29");
  EXPECT_EQ(result.facts[1].period->start, "2024-04-29");
  EXPECT_EQ(result.facts[1].period->end, "2024-07-28");
  EXPECT_EQ(result.facts[2].period->start, "2023-01-30");
  EXPECT_EQ(result.facts[2].period->end, "2024-01-28");
}

TEST(Times, TheQuarterThatTheTitleNumbersIsTheOneThatEnded) {
  const DocumentResult result = facts_of(
      "Harvest Reports Third Quarter Fiscal 2025 Results\n\nSales in the 13 weeks ended June 28, 2025, were "
      "$1.18 "
      "billion. For fiscal 2025 the company expects sales of $4.7 billion.",
      "2025-08-05");
  ASSERT_EQ(result.facts.size(), 2u);
  EXPECT_EQ(result.facts[0].period->start, "2025-03-30");
  EXPECT_EQ(result.facts[1].period->start, "2024-09-29");
  EXPECT_EQ(result.facts[1].period->end, "2025-09-27");
}

TEST(Times, LengthsOfTimeAreListedInTextOrder) {
  const DocumentResult result = facts_of("The outage lasted 14 months until May 2025.");
  ASSERT_EQ(result.times.size(), 2u);
  EXPECT_EQ(result.times[0].text, "14 months");
  EXPECT_EQ(result.times[0].type, "duration");
  EXPECT_EQ(result.times[1].end, "2025-05-31");
}

TEST(Claims, TableCellsTakeScaleMeasureAndPeriod) {
  Extractor extractor(engine());
  ExtractOptions options;
  options.input = Input::kHtml;
  options.language = "en";
  const Result<DocumentResult> result = extractor.extract(
      "<html><body><h1>Results</h1><p>Acme published its results for the quarter, shown in the table "
      "below.</p><table><caption>(in millions, except per share data)</caption>"
      "<tr><th></th><th>Q3 2025</th><th>Q3 "
      "2024</th></tr><tr><td>Revenue</td><td>$1,200</td><td>$1,100</td></tr><tr><td>Diluted EPS per "
      "share</td><td>$0.84</td><td>$0.71</td></tr></table></body></html>",
      options);
  ASSERT_TRUE(result.ok());
  const Fact* revenue = fact_at(result.value(), "$1,100");
  ASSERT_NE(revenue, nullptr);
  EXPECT_EQ(revenue->quantity.value, "1100000000");
  EXPECT_EQ(revenue->measure->text, "Revenue");
  EXPECT_EQ(revenue->period->start, "2024-07-01");
  const Fact* eps = fact_at(result.value(), "$0.84");
  ASSERT_NE(eps, nullptr);
  EXPECT_EQ(eps->quantity.value, "0.84");
  EXPECT_EQ(eps->quantity.unit->per, "share");
}

TEST(Languages, AnUnsupportedOneIsAnsweredWithAWarning) {
  Extractor extractor(engine());
  const Result<DocumentResult> result = extractor.extract(
      "Der Umsatz des Unternehmens stieg im dritten Quartal um 5,2 Prozent auf 1,2 Milliarden Euro, wie die "
      "Gesellschaft am Mittwoch in Berlin mitteilte. Der Gewinn ging zurück.",
      {});
  ASSERT_TRUE(result.ok());
  EXPECT_TRUE(result.value().facts.empty());
  ASSERT_FALSE(result.value().warnings.empty());
  EXPECT_EQ(result.value().warnings.back().code, "unsupported_language");
}

TEST(Robustness, OddTextsGiveValidRecords) {
  for (const std::string& text :
       {std::string("%"), std::string("5"), std::string("$"), std::string("1-1-1-1-1-1"),
        std::string(5000, '9'), std::string("((((((((5))))))))"), std::string("5% 5% 5% 5% of of of"),
        std::string("from from from 5 to to 7"), std::string("\t|\t5|6|7\n|8|9|"),
        std::string("\xF0\x9F\x98\x80 5 \xF0\x9F\x98\x80")}) {
    SCOPED_TRACE(text.substr(0, 40));
    const DocumentResult result = all_facts_of(text);
    check_record(result);
    EXPECT_TRUE(is_valid(to_json(result, {}), document_schema()));
  }
}

// Reads behind the last token are the sanitizers' to find: they check the bounds of every vector.
TEST(Robustness, ATextMayEndAnywhere) {
  for (const std::string text :
       {"We said: get $5 off a 6.7-inch phone, -5% less (than in April's sale (2024).",
        "In 2024 the firm had a gross margin of 45%-plus, nearly doubling April's.",
        "Vexa's share was 14%, compared with 11% at Orvane; no. 3 of 5, 2 to 3 times, one in five.",
        "Revenue: $3.2m (up 4% from $3.1m), or $0.09 per share, for the 12 months ended June 30, 2024."}) {
    for (std::size_t end = 1; end <= text.size(); ++end) check_record(facts_of(text.substr(0, end)));
  }
}

TEST(Robustness, AListWithoutEndIsReadInPieces) {
  constexpr std::size_t kItems = 1000;
  std::string text = "Sales rose in every region: ";
  for (std::size_t i = 0; i < kItems; ++i) text += "region " + std::string(i % 2, 'x') + " rose 5 percent, ";
  const DocumentResult result = facts_of(text);
  EXPECT_EQ(result.facts.size(), kItems);
  for (const Fact& fact : result.facts) {
    EXPECT_LE(fact.sentence.end - fact.sentence.begin, text.size() / 2);
    EXPECT_TRUE(fact.sentence.contains(fact.quantity.span));
  }
}

TEST(Corpus, GoldIsWellFormedAndStandsInItsArticles) {
  std::size_t facts = 0;
  for (const fs::path& path : articles()) {
    const std::string gold_path =
        path.string().substr(0, path.string().size() - path.extension().string().size()) + ".gold.json";
    ASSERT_TRUE(fs::exists(gold_path)) << gold_path;
    Result<GoldArticle> gold = read_gold(gold_path);
    ASSERT_TRUE(gold.ok()) << render(gold.errors().front());
    Extractor extractor(engine());
    ExtractOptions options;
    options.source = path.filename().string();
    const Result<DocumentResult> result = extractor.extract(content_of(path), options);
    ASSERT_TRUE(result.ok());
    for (const Diagnostic& problem : locate(gold.value(), result.value().text, gold_path))
      ADD_FAILURE() << render(problem);
    facts += gold.value().facts.size();
  }
  RecordProperty("facts", static_cast<int>(facts));
}

TEST(Scoring, CountsFieldsOverFoundFacts) {
  GoldArticle gold;
  GoldFact fact;
  fact.quote = fact.near = "5%";
  fact.kind = {"percent"};
  fact.op = {"="};
  fact.unit = {"%"};
  fact.per = fact.subject = fact.share_of = fact.speaker = {""};
  fact.measure = {"sales"};
  fact.status = {"reported"};
  fact.approx = {false};
  fact.change = {GoldChange{"up", "by", ""}};
  fact.period = {std::nullopt};
  fact.value = "5";
  gold.facts = {fact};
  const DocumentResult result = facts_of("Sales rose 5% and 3 shops opened.", "2026-03-10");
  ASSERT_TRUE(locate(gold, result.text, "x").empty());
  const Score score = score_article(gold, result);
  EXPECT_EQ(score.found, 1);
  EXPECT_EQ(score.got, 2);
  EXPECT_EQ(score.whole, 1);
  EXPECT_EQ(score.fields.at("measure").right, 1);
  EXPECT_DOUBLE_EQ(f1(1, 1, 2), 200.0 / 3);
}

}  // namespace
}  // namespace figmine
