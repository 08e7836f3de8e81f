// Records read back: what is written is read as it was, and what is wrong is said with its place.
#include "output/read_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidjson/document.h>
#include <rapidjson/pointer.h>

#include "output/json.h"
#include "output/names.h"
#include "output/schema.h"
#include "support.h"

namespace figmine {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr std::string_view kArticle =
    "HARBIN, March 3, 2026 -- Café Nördlich 🍰 AG (NASDAQ: CNAG) sold 412 cakes in 2025, up 15.5 percent from "
    "a year earlier.\n\n"
    "\"About a third of revenue, $0.10 million, is expected from €12–15 🍰 boxes,\" said Zoë Lin, chief "
    "executive.\n";

JsonOptions with_text() {
  JsonOptions options;
  options.text = true;
  return options;
}

std::string record() { return to_json(all_facts_of(kArticle), with_text()); }

// `json` read and written again, or the error.
std::string again(const std::string& json, const JsonOptions& options) {
  const Result<DocumentResult> read = from_json(json, options.offsets);
  return read ? to_json(read.value(), options) : render(read.errors().front());
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return at == std::string::npos ? text : text.replace(at, what.size(), with);
}

std::string problem_of(const std::string& json) {
  const Result<DocumentResult> read = from_json(json);
  return read ? "" : render(read.errors().front());
}

TEST(ReadJson, GivesBackEveryRecordOfTheCorpus) {
  int records = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(FIGMINE_SOURCE_DIR) / "corpus" / "dev")) {
    if (entry.path().extension() == ".json") continue;
    ExtractOptions reading;
    reading.source = entry.path().filename().string();
    reading.all = reading.times = records % 2 == 0;
    JsonOptions options = with_text();
    options.times = reading.times;
    options.pretty = records % 3 == 0;
    const std::string json = to_json(extracted(content_of(entry.path()), reading), options);
    ASSERT_EQ(again(json, options), json) << entry.path();
    ++records;
  }
  EXPECT_GT(records, 30);
}

TEST(ReadJson, ReadsEveryUnitOfOffsetsBackToBytes) {
  const DocumentResult result = all_facts_of(kArticle);
  for (const OffsetUnit unit : {OffsetUnit::kBytes, OffsetUnit::kCodePoints, OffsetUnit::kUtf16}) {
    JsonOptions options = with_text();
    options.offsets = unit;
    const Result<DocumentResult> read = from_json(to_json(result, options), unit);
    ASSERT_TRUE(read.ok()) << render(read.errors().front());
    ASSERT_EQ(read.value().facts.size(), result.facts.size());
    for (std::size_t i = 0; i < result.facts.size(); ++i) {
      EXPECT_EQ(read.value().facts[i].quantity.span, result.facts[i].quantity.span);
    }
  }
}

TEST(ReadJson, OffsetsInAnotherUnitAreNoticed) {
  const Result<DocumentResult> read = from_json(record(), OffsetUnit::kBytes);
  ASSERT_FALSE(read.ok());
  EXPECT_THAT(render(read.errors().front()), HasSubstr("--offsets"));
}

TEST(ReadJson, OffsetsComeBackForAnyText) {
  rc::check([](const std::vector<std::uint8_t>& picks) {
    constexpr std::array<std::string_view, 4> kCharacters = {"a", "é", "€", "🍰"};
    std::string text;
    std::vector<std::uint32_t> begins;
    for (const std::uint8_t pick : picks) {
      begins.push_back(static_cast<std::uint32_t>(text.size()));
      text += kCharacters[pick % kCharacters.size()];
    }
    begins.push_back(static_cast<std::uint32_t>(text.size()));
    for (const OffsetUnit unit : {OffsetUnit::kBytes, OffsetUnit::kCodePoints, OffsetUnit::kUtf16}) {
      const Offsets there(text, unit);
      const ByteOffsets back(text, unit);
      for (const std::uint32_t byte : begins) RC_ASSERT(back.at(there.at(byte)) == byte);
      RC_ASSERT(!back.at(there.at(begins.back()) + 1));
    }
  });
}

TEST(ReadJson, WithoutTextSpansStayAsTheyAre) {
  const std::string json = to_json(facts_of(kArticle), {});
  const Result<DocumentResult> read = from_json(json);
  ASSERT_TRUE(read.ok());
  const Fact& fact = read.value().facts.back();
  EXPECT_TRUE(read.value().text.empty());
  EXPECT_THAT(json, HasSubstr("\"span\":[" + std::to_string(fact.quantity.span.begin) + "," +
                              std::to_string(fact.quantity.span.end) + "]"));
}

TEST(ReadJson, KeepsEveryDigit) {
  const std::string digits = "123456789012345678901234567890.10";
  const std::string json = replaced(record(), "\"value\":412", "\"value\":" + digits);
  const Result<DocumentResult> read = from_json(json);
  ASSERT_TRUE(read.ok()) << render(read.errors().front());
  EXPECT_EQ(again(json, with_text()), json);
}

TEST(ReadJson, SaysWhereARecordIsWrong) {
  const std::string json = record();
  const std::vector<std::array<std::string, 3>> cases = {
      {"\"schema\":\"figmine/1\"", "\"schema\":\"figmine/9\"", "schema is \"figmine/9\""},
      {"\"sha256\":\"", "\"sha257\":\"", "document.sha256 is missing"},
      {"\"kind\":\"count\"", "\"kind\":\"bananas\"", ".quantity.kind is \"bananas\""},
      {"\"value\":412", "\"value\":[412]", ".quantity.value is no plain decimal number"},
      {"\"value\":412", "\"value\":\"=1+1\"", ".quantity.value is no plain decimal number"},
      {"\"value\":412", "\"value\":4e12", ".quantity.value is no plain decimal number"},
      {"\"approx\":true", "\"approx\":1", ".quantity.approx is neither true nor false"},
      {"\"status\":\"", "\"statues\":\"", ".status is missing"},
      {"\"engine\":{", "\"engine\":{\"colour\":\"red\",", "engine has a field that is unknown"},
      {"\"engine\":{", "\"engine\":{\"rules\":\"0\",", "engine has a field that is unknown or stands twice"},
      {"\"warnings\":[", "\"warnings\":[5", "warnings[0] is not an object"},
      {"\"text\":\"412 cakes\"", "\"text\":\"412 pies\"", ".quantity.text is not what the text has"},
      {"\"sentence\":{\"text\":\"", "\"sentence\":{\"text\":\"x", ".sentence.text is not what the text has"},
      {"\"mentions\":[[", "\"mentions\":[[9999999,", "entities[0].mentions[0] is no pair"},
      {"\"mentions\":[[", "\"mentions\":[[0,99999999],[", "entities[0].mentions[0] does not lie in the text"},
      {"\"mentions\":[[", "\"mentions\":[[7,3],[", "entities[0].mentions[0] does not lie in the text"},
      {"\"source\":\"test\"", "\"source\":null", "document.source is not a text"},
  };
  for (const auto& [what, with, message] : cases) {
    EXPECT_THAT(problem_of(replaced(json, what, with)), HasSubstr(message)) << what << " -> " << with;
  }
}

TEST(ReadJson, SaysWhereJsonIsBad) {
  const Result<DocumentResult> read = from_json("{\n \"schema\": \"é\" x");
  ASSERT_FALSE(read.ok());
  EXPECT_THAT(read.errors().front().message, HasSubstr("bad JSON"));
  EXPECT_EQ(read.errors().front().line, 2);
  EXPECT_EQ(read.errors().front().column, 16);
  for (const std::string bad :
       {"", "[]", "7", "null", "{}", "{\"document\":[]}", "{\"document\":{\"text\":1}}"}) {
    EXPECT_NE(problem_of(bad), "") << bad;
  }
  EXPECT_NE(problem_of(record() + "{}"), "");
  EXPECT_NE(problem_of(std::string(1'000'000, '[')), "");
}

TEST(ReadJson, TellsTheFailureThatStandsForARecord) {
  const std::string problem = problem_of(error_json("no text", "give it some", "a.txt", 3));
  EXPECT_THAT(problem, HasSubstr("no text"));
  EXPECT_THAT(problem, HasSubstr("give it some"));
}

TEST(ReadJson, NeverFailsToAnswerOnBrokenRecords) {
  const std::string json = record();
  rc::check([&json](std::uint32_t place, char with) {
    std::string broken = json;
    broken[place % broken.size()] = with;
    const Result<DocumentResult> read = from_json(broken);
    if (read) RC_ASSERT(!to_json(read.value(), with_text()).empty());
  });
}

TEST(Names, AreThoseOfTheSchema) {
  rapidjson::Document schema;
  schema.Parse(std::string(fact_schema()).c_str());
  const auto enumerated = [&schema](const char* pointer) {
    std::vector<std::string> out;
    const rapidjson::Value* list = rapidjson::Pointer(pointer).Get(schema);
    EXPECT_NE(list, nullptr) << pointer;
    if (list != nullptr)
      for (const auto& word : list->GetArray()) out.emplace_back(word.GetString());
    return out;
  };
  const auto same = [&](names::List list, const char* pointer) {
    EXPECT_EQ(std::vector<std::string>(list.begin(), list.end()), enumerated(pointer)) << pointer;
  };
  same(names::kClass, "/properties/class/enum");
  same(names::kSection, "/properties/section/enum");
  same(names::kKind, "/properties/quantity/properties/kind/enum");
  same(names::kOp, "/properties/quantity/properties/op/enum");
  same(names::kSystem, "/properties/quantity/properties/unit/properties/system/enum");
  same(names::kEntityType, "/properties/subject/properties/type/enum");
  same(names::kDirection, "/properties/change/properties/direction/enum");
  same(names::kRole, "/properties/change/properties/role/enum");
  same(names::kBasis, "/properties/change/properties/basis/enum");
  same(names::kStatus, "/properties/status/enum");
  same(names::kRelation, "/properties/links/items/properties/rel/enum");
  schema.Parse(std::string(document_schema()).c_str());
  same(names::kEntityType, "/properties/entities/items/properties/type/enum");
  same(names::kTimeType, "/properties/times/items/properties/type/enum");
}

}  // namespace
}  // namespace figmine
