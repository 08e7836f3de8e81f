#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "document/charset.h"
#include "document/jsonl.h"
#include "document/metadata.h"
#include "document/read.h"
#include "ruleset/load.h"
#include "ruleset/needed_texts.h"

namespace figmine {
namespace {

Document read(std::string_view bytes, InputFormat format = InputFormat::kAuto) {
  ReadOptions options;
  options.format = format;
  Result<Document> document = read_document(bytes, options);
  EXPECT_TRUE(document.ok()) << (document.ok() ? "" : render(document.errors().front()));
  return document.ok() ? std::move(document).value() : Document{};
}

std::string error_of(std::string_view bytes) {
  const Result<Document> document = read_document(bytes, {});
  return document.ok() ? "" : document.errors().front().message;
}

std::vector<std::string> texts(const Document& document, BlockKind kind) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    if (block.kind == kind) out.emplace_back(slice(document.text, block.span));
  }
  return out;
}

using Texts = std::vector<std::string>;

TEST(Reading, RefusesWhatIsNoText) {
  EXPECT_NE(error_of("").find("empty"), std::string::npos);
  EXPECT_NE(error_of("  \n\n").find("empty"), std::string::npos);
  EXPECT_NE(error_of("%PDF-1.4 …").find("PDF"), std::string::npos);
  EXPECT_NE(error_of(std::string("PK\x03\x04zip")).find("ZIP"), std::string::npos);
  EXPECT_NE(error_of(std::string(100, '\x01')).find("binary"), std::string::npos);
}

TEST(Charset, MarkDeclarationAndDetection) {
  EXPECT_EQ(read("\xEF\xBB\xBFRevenue €5m").text, "Revenue €5m");
  EXPECT_EQ(read(std::string("\xFF\xFE"
                             "5\0m\0",
                             6))
                .text,
            "5m");
  EXPECT_EQ(read("Revenue rose 5% to \xA3"
                 "3m in the third quarter of the year, the company said")
                    .text.find("£3m") != std::string::npos,
            true);
  const Document chinese = read(
      "\xD6\xD0\xB9\xFA\xBE\xAD\xBC\xC3\xD4\xF6\xB3\xA4\xA3\xAC\xD6\xD0\xB9\xFA\xB5\xC4\xBE\xAD\xBC\xC3\xD4"
      "\xF6\xB3\xA4\xC2\xCA\xCE\xAA\xB0\xD9\xB7\xD6\xD6\xAE\xCE\xE5\xA1\xA3");
  EXPECT_TRUE(chinese.charset == "GB18030" || chinese.charset == "gb18030") << chinese.charset;
  EXPECT_EQ(chinese.text.substr(0, 6), "中国");
}

TEST(Charset, BrokenUtf8IsRepairedAndSaid) {
  const Document document = read("Größe \xC3\x28 und ähnliches mit Umlauten äöü");
  EXPECT_NE(document.text.find("\uFFFD"), std::string::npos);
  ASSERT_FALSE(document.warnings.empty());
  EXPECT_NE(document.warnings.front().find("byte 8"), std::string::npos);
}

TEST(PlainText, StaysAsItIs) {
  const std::string text = "Headline\r\n\r\nFirst paragraph.\r\n";
  EXPECT_EQ(read(text, InputFormat::kText).text, text);
}

TEST(PlainText, Blocks) {
  const Document document = read(
      "Acme grows\n\nPARIS, May 4 -- Acme grew.\n\n- Sales: 5\n- Profit: 3\n\nOutlook\n\nIt will grow.\n",
      InputFormat::kText);
  EXPECT_EQ(texts(document, BlockKind::kHeading), (Texts{"Acme grows", "Outlook"}));
  EXPECT_EQ(texts(document, BlockKind::kListItem), (Texts{"Sales: 5", "Profit: 3"}));
  EXPECT_EQ(
      texts(read("Results:\n\n•\tHalf agree\n•\t5% do not\n", InputFormat::kText), BlockKind::kListItem),
      (Texts{"Half agree", "5% do not"}));
  EXPECT_EQ(texts(read("Steps:\n\n1 - Begin with the buyer\n2 - Ask two more\n", InputFormat::kText),
                  BlockKind::kListItem),
            (Texts{"Begin with the buyer", "Ask two more"}));
  EXPECT_EQ(texts(read("Guests:\n\n10 - 20 came\n", InputFormat::kText), BlockKind::kListItem), Texts{});
  EXPECT_TRUE(
      texts(read(std::string(300, 'x') + "\tand more", InputFormat::kText), BlockKind::kTableRow).empty());
}

TEST(Markdown, TextWithoutMarkup) {
  const Document document = read(
      "# Acme **grows**\n\nSales [rose](https://example.org) *5%*.\n\n* one\n* two\n\n| a | b "
      "|\n|---|---|\n| 1 | 2 |\n",
      InputFormat::kMarkdown);
  EXPECT_EQ(texts(document, BlockKind::kHeading), (Texts{"Acme grows"}));
  EXPECT_EQ(texts(document, BlockKind::kParagraph), (Texts{"Sales rose 5%."}));
  EXPECT_EQ(texts(document, BlockKind::kListItem), (Texts{"one", "two"}));
  EXPECT_EQ(texts(document, BlockKind::kTableRow), (Texts{"a\tb", "1\t2"}));
}

TEST(Markdown, TildesThatMeanAboutStay) {
  const Document document =
      read("A grid (~1,000 nodes) beside another (~2,000 nodes) cost ~~$5~~ $4.\n", InputFormat::kMarkdown);
  EXPECT_EQ(texts(document, BlockKind::kParagraph),
            (Texts{"A grid (~1,000 nodes) beside another (~2,000 nodes) cost $5 $4."}));
}

constexpr std::string_view kPage =
    "<html lang='en'><head><title>T</title><meta property='article:published_time' "
    "content='2025-05-04T10:00'><style>x{}</style></head><body>"
    "<nav>Home 24</nav><h1>Acme grows</h1><p>Sales rose&nbsp;5% &amp; more.</p><script>var x = 7;</script>"
    "<table><caption>(in millions)</caption><tr><th></th><th>Q1 2025</th><th>Q1 "
    "2024</th></tr><tr><td>Revenue</td><td>$</td><td>1,200</td><td>$</td><td>1,100</td></tr></table>"
    "<footer>Call 555-0100</footer></body></html>";

TEST(Html, KeepsTheArticleAndItsTables) {
  const Document document = read(kPage, InputFormat::kHtml);
  EXPECT_EQ(texts(document, BlockKind::kHeading), (Texts{"Acme grows"}));
  EXPECT_EQ(texts(document, BlockKind::kParagraph), (Texts{"Sales rose 5% & more."}));
  EXPECT_EQ(texts(document, BlockKind::kCaption), (Texts{"(in millions)"}));
  EXPECT_EQ(texts(document, BlockKind::kTableRow), (Texts{"\tQ1 2025\tQ1 2024", "Revenue\t$1,200\t$1,100"}));
  EXPECT_EQ(document.metadata.published, "2025-05-04");
  EXPECT_EQ(document.text.find("555"), std::string::npos);
  EXPECT_EQ(document.text.find("var x"), std::string::npos);
}

TEST(Metadata, ReadsTheDayThatAFileNameBeginsWith) {
  EXPECT_EQ(day_in_name("inbox/2025-05-04-results.md"), "2025-05-04");
  EXPECT_EQ(day_in_name("2025-05-04.txt"), "2025-05-04");
  EXPECT_EQ(day_in_name("inbox/2025-05-042.txt"), std::nullopt);
  EXPECT_EQ(day_in_name("2025-13-04-results.md"), std::nullopt);
  EXPECT_EQ(day_in_name("2025-05-04/results.md"), std::nullopt);
  EXPECT_EQ(day_in_name(""), std::nullopt);
}

TEST(Html, SurvivesDeepNesting) {
  std::string page = "<html><body>";
  for (int i = 0; i < 100000; ++i) page += "<div>";
  EXPECT_NE(read(page + "<p>Sales rose 5%.</p>", InputFormat::kHtml).text.find("5%"), std::string::npos);
}

TEST(JsonLines, FieldsAndErrors) {
  const Result<Document> good =
      read_jsonl_line(R"({"text": " 5 units ", "id": 7, "published": "2025-01-02", "language": "en"})");
  ASSERT_TRUE(good.ok());
  EXPECT_EQ(good.value().text, " 5 units ");
  EXPECT_EQ(good.value().metadata.id, "7");
  for (const char* bad : {"", "{", "[]", "{}", R"({"text": 5.5e})",
                          R"({"text": "x", "published": "yesterday"})", R"({"text": {"a": 1}})"}) {
    EXPECT_FALSE(read_jsonl_line(bad).ok()) << bad;
  }
}

TEST(Datelines, TheExamplesOfTheRules) {
  const Result<LoadedProgram> loaded = load_program(shipped_rules(), "en");
  ASSERT_TRUE(loaded.ok()) << render(loaded.errors().front());
  const Program& program = *loaded.value().program;
  int run = 0;
  for (std::uint32_t i = 0; i < program.datelines.size(); ++i) {
    const DatelinePattern& rule = program.datelines[i];
    EXPECT_FALSE(rule.yes.empty()) << rule.name.view();
    for (const auto& [text, expected] : rule.yes) {
      Document document;
      document.text = text.str();
      read_metadata(document, Datelines(program, i));
      const Metadata& m = document.metadata;
      std::string got;
      const auto add = [&](const char* name, const std::optional<std::string>& value) {
        if (value) got += (got.empty() ? "" : " ") + std::string(name) + "=" + *value;
      };
      add("place", m.place);
      add("publisher", m.publisher);
      add("byline", m.byline);
      add("date", m.published);
      EXPECT_EQ(got, expected.view()) << rule.name.view() << ": " << text.view();
      ++run;
    }
  }
  EXPECT_GT(run, 14);
}

// What a match of the expression needs, one group a string.
std::vector<std::string> needs_of(const std::string& expression) {
  std::vector<std::string> out;
  for (std::vector<std::string>& group : needed_texts(expression)) {
    std::sort(group.begin(), group.end());
    out.push_back(fmt::format("{}", fmt::join(group, "|")));
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST(NeededTexts, AreThoseWithoutWhichNothingMatches) {
  EXPECT_THAT(needs_of("(May|June) \\d+, 20\\w\\w"), testing::ElementsAre(", 20", "june |may "));
  EXPECT_THAT(needs_of("[A-Z]+ \\(Reuters\\)(?: - May)?"), testing::ElementsAre(" (reuters)"));
  EXPECT_THAT(needs_of("(?i)risk"), testing::ElementsAre("risk"));
  for (const char* open : {"", ".*", "[A-Z]+", "(?:March)?", "a|March", "É[A-Z]", "("})
    EXPECT_THAT(needs_of(open), testing::IsEmpty()) << open;
}

TEST(NeededTexts, AreSoughtWithoutRegardToCase) {
  EXPECT_EQ(folded_ascii("May É\u017F\u212A\u2014"), "may Ésk\u2014");
  EXPECT_TRUE(RE2::FullMatch("ri\u017F\u212A", "(?i)risk"));
}

// An expression is passed over only where it would not match.
TEST(NeededTexts, OfDatelinesHideNoMatch) {
  const Result<LoadedProgram> loaded = load_program(shipped_rules(), "en");
  ASSERT_TRUE(loaded.ok());
  const Datelines datelines(*loaded.value().program);
  int passed_over = 0;
  for (const char* set : {"/corpus/dev", "/corpus/heldout"}) {
    for (const auto& file : std::filesystem::directory_iterator(FIGMINE_SOURCE_DIR + std::string(set))) {
      std::stringstream text;
      text << std::ifstream(file.path()).rdbuf();
      const std::string folded = folded_ascii(text.str());
      for (const Datelines::Pattern& pattern : datelines.patterns()) {
        if (pattern.may_match(folded)) continue;
        ++passed_over;
        EXPECT_FALSE(RE2::PartialMatch(text.str(), pattern.expression())) << file.path();
      }
    }
  }
  EXPECT_GT(passed_over, 100);
}

}  // namespace
}  // namespace figmine
