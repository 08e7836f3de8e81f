// stats/chart: counts -> a plot as SVG, its numbers as a table, and both as a figure, for every page that
// figmine writes. Drawn with classes that chart_style() colours, light and dark; no script, no network, no
// inline style, so that it stands under a Content-Security-Policy. Everything is escaped; the same chart
// gives the same bytes. Tested by tests/unit/chart_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace figmine {

struct ChartSeries {
  std::string name;            // for the legend; may be empty where there is only one
  std::vector<double> values;  // one a label; negative, missing and endless ones are drawn as 0
};

// Plain value. Several series are stacked in their order; kSeries of them have a colour of their own.
struct Chart {
  static constexpr std::size_t kSeries = 4;

  enum class Kind {
    kColumns,  // for labels with an order (years): upright, labels below, some left out where they don't fit
    kBars      // for names, the largest first: lying, a row a name with its number
  } kind = Kind::kBars;
  std::string id;     // of the SVG's elements; unique in the page, ASCII letters, digits and '-'
  std::string title;  // "Facts by kind"
  std::string labels_name, values_name;  // heads of the table: "kind", "facts"
  std::vector<std::string> labels;
  std::vector<ChartSeries> series;
  double width = 560;  // of the drawing; at this many CSS pixels its type is 12 pixels high
};

// <svg role="img"> as wide as what it stands in. Without labels: a plot that says that there is nothing.
[[nodiscard]] std::string chart_svg(const Chart& chart);
[[nodiscard]] std::string chart_table(const Chart& chart);
// <figure> with the title, the legend, the plot and, to be opened, the table.
[[nodiscard]] std::string chart_figure(const Chart& chart);
// The style sheet of all three. A page may set --chart-ink, --chart-soft, --chart-line, --chart-back and
// --chart-1 … --chart-4 after it.
[[nodiscard]] std::string_view chart_style();

// "12,345", "0.25": for numbers on plots and in their tables.
[[nodiscard]] std::string chart_number(double value);

}  // namespace figmine
