// report/, output/amount, base/html_text: what people read of a fact, and that an article's markup stays
// text.
#include "report/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "base/html_text.h"
#include "figmine/figmine.h"
#include "output/amount.h"
#include "report/html.h"

namespace figmine {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(HtmlText, HoldsNoMarkup) {
  EXPECT_EQ(html_text("a<b & \"c\" 'd'>\n\te"), "a&lt;b &amp; &quot;c&quot; &#39;d&#39;&gt;\n\te");
  EXPECT_EQ(html_text(std::string("x\0\x1b\x7f"
                                  "é",
                                  6)),
            "x\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
            "é");
}

TEST(Amount, IsForPeople) {
  Quantity quantity;
  quantity.op = ">";
  quantity.approx = true;
  quantity.value = "-1234567.5678";
  quantity.unit = Unit{"$", "US dollar", "USD", "iso4217", "share", {}};
  EXPECT_EQ(amount_text(quantity, Digits::kGrouped), "> ≈ -1,234,567.5678 USD per share");
  EXPECT_EQ(amount_text(quantity, Digits::kPlain), "> ≈ -1234567.5678 USD per share");
  quantity = {};
  quantity.op = "..";
  quantity.low = "100";
  quantity.high = "1000";
  EXPECT_EQ(amount_text(quantity, Digits::kGrouped), "100 – 1,000");
}

TEST(PeriodText, NamesWholePeriods) {
  const auto text = [](const char* start, const char* end) {
    Period period;
    period.start = start;
    period.end = end;
    return period_text(period);
  };
  EXPECT_EQ(text("2025-01-01", "2025-12-31"), "2025");
  EXPECT_EQ(text("2025-07-01", "2025-12-31"), "2025 H2");
  EXPECT_EQ(text("2025-07-01", "2025-09-30"), "2025 Q3");
  EXPECT_EQ(text("2024-02-01", "2024-02-29"), "2024-02");
  EXPECT_EQ(text("2024-02-01", "2024-02-28"), "2024-02-01 – 2024-02-28");
  EXPECT_EQ(text("2025-01-01", "2025-09-30"), "2025-01-01 – 2025-09-30");
  EXPECT_EQ(text("2025-08-28", "2025-08-28"), "2025-08-28");
  EXPECT_EQ(text("", "2030-12-31"), " – 2030-12-31");
}

DocumentResult extracted(const std::string& text) {
  static const Engine engine = Engine::create({}).value();
  ExtractOptions options;
  options.source = "a.txt";
  return Extractor(engine).extract(text, options).value();
}

TEST(MarkedText, KeepsTheTextAndMarksEveryFigure) {
  const DocumentResult article = extracted(
      "Sales rose 12 percent to $3 million in 2025 <b>, Lin Zhao said.\n\nCosts & fees fell 4 percent.\n");
  const std::string html = marked_text(article, 7);
  std::string plain = std::regex_replace(html, std::regex("</p>\n<p>"), "\n");
  plain = std::regex_replace(plain, std::regex("<[^>]*>"), "");
  EXPECT_EQ(plain, html_text(article.text) + "\n");
  for (std::size_t i = 0; i < article.facts.size(); ++i)
    EXPECT_THAT(html, HasSubstr(std::to_string(7 + i) + "v")) << article.facts[i].quantity.text;
}

TEST(ReportPage, LetsNothingOfAnArticleRun) {
  DocumentResult article = extracted("Sales rose 12 percent <script>alert(1)</script> in 2025.\n");
  article.document.title = "</title><script>alert(2)</script>";
  article.document.source = "\"><img src=x onerror=alert(3)>";
  ASSERT_FALSE(article.facts.empty());
  const std::string page = report_page({article, article}, {});
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page, Not(HasSubstr("<img")));
  EXPECT_THAT(page, HasSubstr("default-src 'none'; script-src 'sha256-"));
  EXPECT_THAT(page, HasSubstr("2 facts in 2 articles"));
  EXPECT_THAT(page, HasSubstr("Facts by the year of their period"));
  EXPECT_THAT(report_page({article}, {}), Not(HasSubstr("<svg")));
  EXPECT_EQ(page, report_page({article, article}, {}));
  EXPECT_THAT(report_page({article}, {"A title", 5}), HasSubstr("5 more are not shown"));
}

}  // namespace
}  // namespace figmine
