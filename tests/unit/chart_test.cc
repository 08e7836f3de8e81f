#include "stats/chart.h"

#include <gtest/gtest.h>

#include <limits>

namespace figmine {
namespace {

Chart chart_of(Chart::Kind kind) {
  Chart chart;
  chart.kind = kind;
  chart.id = "kinds";
  chart.title = "Facts by <kind>";
  chart.labels_name = "kind";
  chart.values_name = "facts";
  chart.labels = {"money", "<script>\"&'", "percent"};
  chart.series = {{"reported", {3000, 1500, 0}}, {"forecast", {1000, 0, 7}}};
  return chart;
}

std::size_t count_of(const std::string& text, std::string_view part) {
  std::size_t out = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++out;
  return out;
}

TEST(Chart, DrawsAPartForEveryValueThatIsThere) {
  for (const Chart::Kind kind : {Chart::Kind::kBars, Chart::Kind::kColumns}) {
    const std::string svg = chart_svg(chart_of(kind));
    EXPECT_EQ(count_of(svg, "<rect "), 4U);
    EXPECT_EQ(count_of(svg, "class=\"chart-1\""), 2U);
    EXPECT_EQ(count_of(svg, "class=\"chart-2\""), 2U);
    EXPECT_NE(svg.find("<title>money, reported: 3,000</title>"), std::string::npos);
    EXPECT_NE(svg.find("role=\"img\" aria-labelledby=\"kinds-title kinds-desc\""), std::string::npos);
    EXPECT_NE(svg.find("<desc id=\"kinds-desc\">3 of kind; the most: money, 4,000</desc>"),
              std::string::npos);
  }
}

TEST(Chart, EscapesWhatItIsGiven) {
  for (const Chart::Kind kind : {Chart::Kind::kBars, Chart::Kind::kColumns}) {
    Chart chart = chart_of(kind);
    chart.series[0].name = "<b>";
    const std::string figure = chart_figure(chart);
    EXPECT_EQ(figure.find("<script>"), std::string::npos);
    EXPECT_EQ(figure.find("<b>"), std::string::npos);
    EXPECT_NE(figure.find("&lt;script&gt;&quot;&amp;&#39;"), std::string::npos) << figure;
  }
}

TEST(Chart, LengthsAreInProportion) {
  Chart chart = chart_of(Chart::Kind::kBars);
  chart.labels = {"a", "b"};
  chart.series = {{"", {400, 100}}};
  const std::string svg = chart_svg(chart);
  std::vector<double> widths;
  const std::string mark = " width=\"";
  for (std::size_t at = svg.find(mark); at != std::string::npos; at = svg.find(mark, at + 1))
    widths.push_back(std::stod(svg.substr(at + mark.size())));
  ASSERT_EQ(widths.size(), 2U);
  EXPECT_NEAR(widths[0] / widths[1], 4, 0.1);
}

TEST(Chart, TakesWhatCanNotBeDrawn) {
  Chart chart = chart_of(Chart::Kind::kColumns);
  chart.series = {{"", {-1, std::numeric_limits<double>::quiet_NaN()}},
                  {"", {std::numeric_limits<double>::infinity()}}};
  chart.width = std::numeric_limits<double>::quiet_NaN();
  EXPECT_NE(chart_svg(chart).find("nothing to show"), std::string::npos);
  chart.labels.clear();
  EXPECT_NE(chart_svg(chart).find("nothing to show"), std::string::npos);
  EXPECT_EQ(chart_svg(chart).find("nan"), std::string::npos);
}

TEST(Chart, LabelsThatDoNotFitAreLeftOutButTheLast) {
  Chart chart;
  chart.kind = Chart::Kind::kColumns;
  chart.series.emplace_back();
  for (int year = 1900; year < 2026; ++year) {
    chart.labels.push_back(std::to_string(year));
    chart.series[0].values.push_back(1);
  }
  const std::string svg = chart_svg(chart);
  EXPECT_NE(svg.find(">2025</text>"), std::string::npos);
  EXPECT_EQ(svg.find(">2024</text>"), std::string::npos);
  EXPECT_LT(count_of(svg, "chart-label"), 30U);
}

TEST(Chart, TableHasEveryNumber) {
  const std::string table = chart_table(chart_of(Chart::Kind::kBars));
  EXPECT_EQ(count_of(table, "<tr>"), 4U);
  EXPECT_NE(table.find("<th scope=\"col\">kind</th><th scope=\"col\" class=\"chart-value\">reported</th>"),
            std::string::npos);
  EXPECT_NE(table.find("<td class=\"chart-value\">3,000</td><td class=\"chart-value\">1,000</td>"),
            std::string::npos);
}

TEST(Chart, NumbersAreGrouped) {
  EXPECT_EQ(chart_number(0), "0");
  EXPECT_EQ(chart_number(999), "999");
  EXPECT_EQ(chart_number(1234567), "1,234,567");
  EXPECT_EQ(chart_number(-123456), "-123,456");
  EXPECT_EQ(chart_number(0.25), "0.25");
}

}  // namespace
}  // namespace figmine
