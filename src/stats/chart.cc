#include "stats/chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/html_text.h"
#include "base/terminal.h"

namespace figmine {
namespace {

// Units of the view box; a page scales them. The narrowest drawing leaves room for labels.
constexpr double kNarrowest = 400;
constexpr double kCharacter = 7.2;  // of the plots' 12-unit type, on average
constexpr double kGap = 1.5;        // between the parts of a stack

constexpr double kRow = 26, kBar = 16;                                    // of lying bars
constexpr double kPlotHeight = 200, kTop = 14, kFoot = 26, kMargin = 14;  // of upright columns
constexpr std::size_t kLongestLabel = 34;                                 // columns of a terminal

double width_for(const Chart& chart) {
  return std::isfinite(chart.width) ? std::max(chart.width, kNarrowest) : kNarrowest;
}

double value_at(const ChartSeries& series, std::size_t label) {
  const double value = label < series.values.size() ? series.values[label] : 0;
  return std::isfinite(value) && value > 0 ? value : 0;
}

double total_at(const Chart& chart, std::size_t label) {
  double total = 0;
  for (const ChartSeries& series : chart.series) total += value_at(series, label);
  return total;
}

double largest(const Chart& chart) {
  double out = 0;
  for (std::size_t i = 0; i < chart.labels.size(); ++i) out = std::max(out, total_at(chart, i));
  return out;
}

// Coordinates with one decimal: the same text on every machine.
std::string at(double coordinate) { return fmt::format("{:.1f}", coordinate); }

std::string text(double x, double y, std::string_view classes, std::string_view content) {
  return fmt::format("<text x=\"{}\" y=\"{}\" class=\"{}\">{}</text>\n", at(x), at(y), classes,
                     html_text(content));
}

std::string line(double x1, double y1, double x2, double y2, std::string_view classes) {
  return fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" class=\"{}\"/>\n", at(x1), at(y1), at(x2),
                     at(y2), classes);
}

std::string class_of(std::size_t series) { return "chart-" + std::to_string(series % Chart::kSeries + 1); }

// "2025, reported: 1,204", for who points at it.
std::string hint(const Chart& chart, std::size_t label, std::size_t series) {
  const std::string& name = chart.series[series].name;
  return chart.labels[label] + (name.empty() ? "" : ", " + name) + ": " +
         chart_number(value_at(chart.series[series], label));
}

std::string part(const Chart& chart, std::size_t label, std::size_t series, double x, double y, double width,
                 double height) {
  if (width <= 0 || height <= 0) return {};
  return fmt::format(
      "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"1.5\" class=\"{}\"><title>{}</title></rect>\n",
      at(x), at(y), at(width), at(height), class_of(series), html_text(hint(chart, label, series)));
}

// A stack keeps a thin gap between its parts, but no part vanishes.
double drawn(double length) { return std::max(std::min(length, 1.0), length - kGap); }

// The step of a scale: 1, 2 or 5 times a power of ten, at most four to the largest value.
double step_for(double most) {
  const double rough = most / 4;
  const double power = std::pow(10, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= rough) return factor * power;
  }
  return 10 * power;
}

std::string lying_bars(const Chart& chart) {
  std::size_t widest = 0, longest = 0;
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    widest = std::max(widest, width_of(fit(printable(chart.labels[i]), kLongestLabel)));
    longest = std::max(longest, chart_number(total_at(chart, i)).size());
  }
  const double left = static_cast<double>(widest) * kCharacter + 10;
  const double room = width_for(chart) - left - static_cast<double>(longest) * kCharacter - 10;
  const double most = largest(chart);
  std::string out;
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    const double y = static_cast<double>(i) * kRow + (kRow - kBar) / 2;
    out +=
        text(left - 8, y + kBar - 4, "chart-label chart-end", fit(printable(chart.labels[i]), kLongestLabel));
    double x = left;
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
      const double length = most > 0 ? value_at(chart.series[s], i) / most * room : 0;
      out += part(chart, i, s, x, y, drawn(length), kBar);
      x += length;
    }
    out += text(x + 5, y + kBar - 4, "chart-number", chart_number(total_at(chart, i)));
  }
  return out;
}

std::string scale_lines(double most, double left, double right) {
  std::string out;
  const double step = step_for(most);
  for (double value = 0; value <= most * 1.0001; value += step) {
    const double y = kTop + kPlotHeight * (1 - value / most);
    out += line(left, y, right, y, value == 0 ? "chart-axis" : "chart-grid");
    out += text(left - 6, y + 4, "chart-number chart-end", chart_number(value));
  }
  return out;
}

std::string upright_columns(const Chart& chart) {
  const double most = largest(chart);
  if (most <= 0) return {};
  const double left = static_cast<double>(chart_number(most).size()) * kCharacter + 12;
  const double right = width_for(chart) - kMargin;
  const double slot = (right - left) / static_cast<double>(chart.labels.size());
  const double width = std::min(slot * 0.76, 48.0);
  std::size_t widest = 1;
  for (const std::string& label : chart.labels) widest = std::max(widest, width_of(printable(label)));
  const auto every = static_cast<std::size_t>(
      std::max(1.0, std::ceil((static_cast<double>(widest) + 1.5) * kCharacter / slot)));
  std::string out = scale_lines(most, left, right);
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    const double middle = left + (static_cast<double>(i) + 0.5) * slot;
    double y = kTop + kPlotHeight;
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
      const double height = value_at(chart.series[s], i) / most * kPlotHeight;
      y -= height;
      out += part(chart, i, s, middle - width / 2, y + height - drawn(height), width, drawn(height));
    }
    // From the last label on: the newest year is named.
    if ((chart.labels.size() - 1 - i) % every == 0)
      out += text(middle, kTop + kPlotHeight + 17, "chart-label chart-middle", printable(chart.labels[i]));
  }
  return out;
}

// What a screen reader says of the plot.
std::string summary(const Chart& chart) {
  if (chart.labels.empty()) return "nothing to show";
  std::size_t top = 0;
  for (std::size_t i = 1; i < chart.labels.size(); ++i) {
    if (total_at(chart, i) > total_at(chart, top)) top = i;
  }
  return fmt::format("{} of {}; the most: {}, {}", chart.labels.size(), chart.labels_name, chart.labels[top],
                     chart_number(total_at(chart, top)));
}

std::string legend(const Chart& chart) {
  if (chart.series.size() < 2) return {};
  std::string out = "<ul class=\"chart-legend\">";
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    out += fmt::format(
        "<li><svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><rect width=\"12\" height=\"12\" rx=\"2\" "
        "class=\"{}\"/></svg>{}</li>",
        class_of(s), html_text(chart.series[s].name));
  }
  return out + "</ul>\n";
}

constexpr std::string_view kStyle = R"css(
:root { --chart-back: #ffffff; --chart-ink: #1b1f27; --chart-soft: #565d6b; --chart-line: #dfe3e9; --chart-1: #2463c4; --chart-2: #e08a1e; --chart-3: #16816f; --chart-4: #a4468f; }
@media (prefers-color-scheme: dark) { :root { --chart-back: #14171c; --chart-ink: #e8eaee; --chart-soft: #a8b0bf; --chart-line: #303641; --chart-1: #6ea3f5; --chart-2: #f0ab55; --chart-3: #4fbfa8; --chart-4: #d58ac4; } }
.chart { margin: 0; color: var(--chart-ink); }
.chart figcaption { font-weight: 600; margin-bottom: 6px; }
.chart > svg { display: block; width: 100%; height: auto; }
.chart text { font: 12px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: var(--chart-ink); }
.chart .chart-number { fill: var(--chart-soft); font-variant-numeric: tabular-nums; }
.chart .chart-end { text-anchor: end; } .chart .chart-middle { text-anchor: middle; }
.chart-1 { fill: var(--chart-1); } .chart-2 { fill: var(--chart-2); } .chart-3 { fill: var(--chart-3); } .chart-4 { fill: var(--chart-4); }
.chart rect:hover { opacity: .75; }
.chart-grid { stroke: var(--chart-line); } .chart-axis { stroke: var(--chart-soft); }
.chart-legend { display: flex; flex-wrap: wrap; gap: 4px 16px; list-style: none; margin: 0 0 6px; padding: 0; font-size: 13px; color: var(--chart-soft); }
.chart-legend svg { width: 11px; height: 11px; margin-right: 6px; }
.chart details { margin-top: 6px; font-size: 13px; } .chart summary { cursor: pointer; color: var(--chart-soft); }
.chart table { border-collapse: collapse; margin: 6px 0; } .chart th { font-weight: 600; text-align: left; color: var(--chart-soft); }
.chart td, .chart th { padding: 2px 16px 2px 0; border-bottom: 1px solid var(--chart-line); overflow-wrap: anywhere; }
.chart td.chart-value, .chart th.chart-value { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
)css";

}  // namespace

std::string chart_number(double value) {
  if (value == std::floor(value) && std::abs(value) < 1e15) {
    std::string digits = fmt::format("{:.0f}", value);
    for (std::size_t i = digits.size(); i > 3 && digits[i - 4] != '-'; i -= 3) digits.insert(i - 3, 1, ',');
    return digits;
  }
  return fmt::format("{:.4g}", value);
}

std::string chart_svg(const Chart& chart) {
  const bool bars = chart.kind == Chart::Kind::kBars;
  std::string body = chart.labels.empty() ? std::string() : bars ? lying_bars(chart) : upright_columns(chart);
  double height = bars ? kRow * static_cast<double>(chart.labels.size()) : kTop + kPlotHeight + kFoot;
  if (body.empty()) {
    height = kRow;
    body = text(0, kRow - 9, "chart-number", "nothing to show");
  }
  return fmt::format(
      "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{}-title {}-desc\">\n<title "
      "id=\"{}-title\">{}</title>\n<desc id=\"{}-desc\">{}</desc>\n{}</svg>\n",
      at(width_for(chart)), at(height), chart.id, chart.id, chart.id, html_text(chart.title), chart.id,
      html_text(summary(chart)), body);
}

std::string chart_table(const Chart& chart) {
  std::string out =
      fmt::format("<table>\n<thead><tr><th scope=\"col\">{}</th>", html_text(chart.labels_name));
  for (const ChartSeries& series : chart.series)
    out += fmt::format("<th scope=\"col\" class=\"chart-value\">{}</th>",
                       html_text(series.name.empty() ? chart.values_name : series.name));
  out += "</tr></thead>\n<tbody>\n";
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    out += "<tr><td>" + html_text(chart.labels[i]) + "</td>";
    for (const ChartSeries& series : chart.series)
      out += "<td class=\"chart-value\">" + chart_number(value_at(series, i)) + "</td>";
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

std::string chart_figure(const Chart& chart) {
  return "<figure class=\"chart\">\n<figcaption>" + html_text(chart.title) + "</figcaption>\n" +
         legend(chart) + chart_svg(chart) + "<details><summary>the numbers as a table</summary>\n" +
         chart_table(chart) + "</details>\n</figure>\n";
}

std::string_view chart_style() { return kStyle; }

}  // namespace figmine
