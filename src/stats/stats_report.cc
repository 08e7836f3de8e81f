#include "stats/stats_report.h"

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <cmath>

#include "base/html_text.h"
#include "base/terminal.h"

namespace figmine {
namespace {

namespace json = rapidjson;
using Writer = json::PrettyWriter<json::StringBuffer>;

// One table of counts, the same for the terminal, JSON and the page.
struct Table {
  const char* id;      // in JSON and in the page
  const char* title;   // "Facts by kind"
  const char* labels;  // "kind"
  Tally Stats::*tally;
  bool open;  // as many names as articles have: only the commonest are shown
};

constexpr Table kTables[] = {{"kinds", "Facts by kind", "kind", &Stats::kinds, false},
                             {"measures", "Commonest measures", "measure", &Stats::measures, true},
                             {"subjects", "Commonest subjects", "subject", &Stats::subjects, true},
                             {"units", "Commonest units", "unit", &Stats::units, true},
                             {"sections", "Facts by section", "section", &Stats::sections, false},
                             {"statuses", "Facts by status", "status", &Stats::statuses, false},
                             {"sources", "Facts by source", "source", &Stats::sources, true},
                             {"rules", "Facts by rule", "rule", &Stats::rules, true}};

std::string grouped(std::int64_t number) { return chart_number(static_cast<double>(number)); }

std::string percent(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? "–"
                    : fmt::format("{:.0f}%", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

std::string articles_text(std::int64_t count) {
  return grouped(count) + (count == 1 ? " article" : " articles");
}

// "1,500 articles, 21,633 facts; 3 failed, 7 repeat another".
std::string headline(const Stats& stats) {
  std::string out =
      articles_text(stats.articles) + ", " + grouped(stats.facts) + (stats.facts == 1 ? " fact" : " facts");
  std::vector<std::string> more;
  if (stats.failed > 0) more.push_back(grouped(stats.failed) + " failed");
  if (stats.repeated > 0) more.push_back(grouped(stats.repeated) + " repeat another");
  if (stats.without > 0) more.push_back(grouped(stats.without) + " without facts");
  return out + (more.empty() ? "" : "; " + fmt::format("{}", fmt::join(more, ", ")));
}

// ---------------------------------------------------------------- years and scores

constexpr std::size_t kYears = 24;

struct Years {
  std::vector<std::string> labels;
  std::vector<YearCount> counts;
};

void add_to(YearCount& sum, const YearCount& more) {
  sum.reported += more.reported;
  sum.expected += more.expected;
  sum.other += more.other;
}

std::int64_t total(const YearCount& count) { return count.reported + count.expected + count.other; }

// The years without gaps; a few far ones are summed at the ends so that the others keep their width.
Years years_of(const Stats& stats) {
  Years out;
  if (stats.years.empty()) return out;
  std::int64_t facts = 0;
  for (const auto& [year, count] : stats.years) facts += total(count);
  int first = stats.years.begin()->first, last = stats.years.rbegin()->first;
  // The year that most facts are before and after is the middle of what is shown.
  std::int64_t before = 0;
  int middle = first;
  for (const auto& [year, count] : stats.years) {
    before += total(count);
    middle = year;
    if (2 * before >= facts) break;
  }
  const int reach = static_cast<int>(kYears) / 2;
  const int from = std::max(first, middle - reach), to = std::min(last, middle + reach - 1);
  YearCount earlier, later;
  for (const auto& [year, count] : stats.years) {
    if (year < from) add_to(earlier, count);
    if (year > to) add_to(later, count);
  }
  const auto push = [&out](std::string label, const YearCount& count) {
    out.labels.push_back(std::move(label));
    out.counts.push_back(count);
  };
  if (total(earlier) > 0) push("earlier", earlier);
  for (int year = from; year <= to; ++year) {
    const auto found = stats.years.find(year);
    push(std::to_string(year), found == stats.years.end() ? YearCount{} : found->second);
  }
  if (total(later) > 0) push("later", later);
  return out;
}

std::string score_label(std::size_t bin) {
  return fmt::format("{:.1f}–{:.1f}", static_cast<double>(bin) / Stats::kScoreBins,
                     static_cast<double>(bin + 1) / Stats::kScoreBins);
}

// ---------------------------------------------------------------- review

std::vector<RuleReview> first_rules(const ReviewStats& review, std::size_t top) {
  const std::size_t count = top == 0 ? review.rules.size() : std::min(top, review.rules.size());
  return {review.rules.begin(), review.rules.begin() + static_cast<std::ptrdiff_t>(count)};
}

// "value 3, edit: measure 2": why facts of a rule were not accepted as they are, the commonest first.
std::string reasons_text(const RuleReview& rule) {
  std::vector<std::pair<std::string, std::int64_t>> reasons(rule.reasons.begin(), rule.reasons.end());
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string out;
  for (const auto& [reason, count] : reasons)
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", reason, count);
  return out;
}

std::string review_headline(const ReviewStats& review) {
  std::string out = "Reviewed: " + grouped(review.decided) + (review.decided == 1 ? " fact" : " facts");
  for (const auto& [state, count] : review.states) out += fmt::format(" · {} {}", grouped(count), state);
  return out;
}

std::string agreement_text(const Agreement& agreement) {
  return fmt::format("{} and {}: {} of {} alike ({}), kappa {:.2f}", agreement.first, agreement.second,
                     grouped(agreement.same), grouped(agreement.both),
                     percent(agreement.same, agreement.both), agreement.kappa);
}

// ---------------------------------------------------------------- terminal

// In eighths of a column; at least one, so that what is there shows.
std::string bar_of(double share, std::size_t columns) {
  constexpr const char* kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const auto eighths = static_cast<std::size_t>(
      std::max(1L, std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(columns) * 8)));
  std::string out;
  for (std::size_t i = 0; i < eighths / 8; ++i) out += "█";
  return out + kEighths[eighths % 8];
}

class TextTables {
 public:
  explicit TextTables(const StatsTextOptions& options)
      : style_(options.colour), columns_(static_cast<std::size_t>(std::clamp(options.columns, 40, 160))) {}

  void table(const std::string& title, const std::vector<Count>& counts, std::int64_t left_out) {
    if (counts.empty()) return;
    std::int64_t most = 1;
    std::size_t widest = 0, longest = 0;
    for (const Count& count : counts) {
      most = std::max(most, count.count);
      widest = std::max(widest, width_of(printable(count.name)));
      longest = std::max(longest, grouped(count.count).size());
    }
    widest = std::min(widest, columns_ * 2 / 5);
    const std::size_t room = columns_ - widest - longest - 6;
    out_ += "\n" + style_.strong(title) + "\n";
    for (const Count& count : counts) {
      const std::string name = fit(printable(count.name), widest);
      out_ += fmt::format(
          "  {}{}  {:>{}}  {}\n", name, std::string(widest - width_of(name), ' '), grouped(count.count),
          longest,
          style_.bar(count.count == 0
                         ? ""
                         : bar_of(static_cast<double>(count.count) / static_cast<double>(most), room)));
    }
    if (left_out > 0) out_ += "  " + style_.dim(fmt::format("and {} more", grouped(left_out))) + "\n";
  }

  void review(const ReviewStats& review, std::size_t top) {
    strong("\n" + review_headline(review));
    for (const Agreement& agreement : review.agreements) line("  " + printable(agreement_text(agreement)));
    const std::vector<RuleReview> rules = first_rules(review, top);
    std::size_t widest = 0;
    for (const RuleReview& rule : rules) widest = std::max(widest, width_of(printable(rule.rule)));
    if (!rules.empty()) strong("\nAcceptance by rule, the most edited and rejected first");
    for (const RuleReview& rule : rules) {
      const std::string name = printable(rule.rule);
      line(fit(printable(fmt::format(
                   "  {}{}  {:>4} of {} accepted  {}", name, std::string(widest - width_of(name), ' '),
                   percent(rule.accepted, rule.decided()), grouped(rule.decided()), reasons_text(rule))),
               columns_));
    }
    if (rules.size() < review.rules.size())
      line("  " + style_.dim(fmt::format("and {} more", review.rules.size() - rules.size())));
  }

  void line(const std::string& text) { out_ += text + "\n"; }
  void dim(const std::string& text) { line(style_.dim(text)); }
  void strong(const std::string& text) { line(style_.strong(text)); }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  Style style_;
  std::size_t columns_;
  std::string out_;
};

std::vector<Count> score_counts(const Stats& stats) {
  std::vector<Count> out;
  for (std::size_t bin = 0; bin < Stats::kScoreBins; ++bin) {
    if (stats.scores[bin] > 0 || !out.empty()) out.push_back({score_label(bin), stats.scores[bin]});
  }
  return out;
}

std::vector<Count> year_counts(const Stats& stats) {
  const Years years = years_of(stats);
  std::vector<Count> out;
  for (std::size_t i = 0; i < years.labels.size(); ++i)
    out.push_back({years.labels[i], total(years.counts[i])});
  return out;
}

// ---------------------------------------------------------------- JSON

void put(Writer& writer, const char* key, std::int64_t number) {
  writer.Key(key);
  writer.Int64(number);
}

void put(Writer& writer, const char* key, const std::string& text) {
  writer.Key(key);
  writer.String(text.data(), static_cast<json::SizeType>(text.size()));
}

void put(Writer& writer, const char* key, const std::vector<Count>& counts) {
  writer.Key(key);
  writer.StartArray();
  for (const Count& count : counts) {
    writer.StartObject();
    put(writer, "name", count.name);
    put(writer, "count", count.count);
    writer.EndObject();
  }
  writer.EndArray();
}

void put_years(Writer& writer, const Stats& stats) {
  writer.Key("years");
  writer.StartArray();
  for (const auto& [year, count] : stats.years) {
    writer.StartObject();
    put(writer, "year", year);
    put(writer, "reported", count.reported);
    put(writer, "expected", count.expected);
    put(writer, "other", count.other);
    writer.EndObject();
  }
  writer.EndArray();
}

void put_failures(Writer& writer, const Stats& stats) {
  writer.Key("failures");
  writer.StartArray();
  for (const Failure& failure : stats.failures) {
    writer.StartObject();
    put(writer, "reason", failure.reason);
    put(writer, "hint", failure.hint);
    put(writer, "articles", failure.articles);
    put(writer, "example", failure.example);
    writer.EndObject();
  }
  writer.EndArray();
}

void put_review(Writer& writer, const ReviewStats& review, std::size_t top) {
  writer.Key("review");
  writer.StartObject();
  put(writer, "decided", review.decided);
  for (const auto& [state, count] : review.states) put(writer, state.c_str(), count);
  writer.Key("rules");
  writer.StartArray();
  for (const RuleReview& rule : first_rules(review, top)) {
    writer.StartObject();
    put(writer, "name", rule.rule);
    put(writer, "accepted", rule.accepted);
    put(writer, "edited", rule.edited);
    put(writer, "rejected", rule.rejected);
    writer.Key("reasons");
    writer.StartObject();
    for (const auto& [reason, count] : rule.reasons) put(writer, reason.c_str(), count);
    writer.EndObject();
    writer.EndObject();
  }
  writer.EndArray();
  writer.Key("agreement");
  writer.StartArray();
  for (const Agreement& agreement : review.agreements) {
    writer.StartObject();
    put(writer, "first", agreement.first);
    put(writer, "second", agreement.second);
    put(writer, "both", agreement.both);
    put(writer, "same", agreement.same);
    writer.Key("kappa");
    writer.Double(std::round(agreement.kappa * 1000) / 1000);
    writer.EndObject();
  }
  writer.EndArray();
  writer.EndObject();
}

// ---------------------------------------------------------------- page

Chart bars(const std::string& id, const std::string& title, const std::string& labels,
           const std::vector<Count>& counts) {
  Chart chart;
  chart.id = id;
  chart.title = title;
  chart.labels_name = labels;
  chart.values_name = "facts";
  chart.series.emplace_back();
  for (const Count& count : counts) {
    chart.labels.push_back(count.name);
    chart.series[0].values.push_back(static_cast<double>(count.count));
  }
  return chart;
}

Chart year_chart(const Stats& stats) {
  const Years years = years_of(stats);
  Chart chart;
  chart.kind = Chart::Kind::kColumns;
  chart.id = "years";
  chart.width = 1100;
  chart.title = "Facts by the year of their period";
  chart.labels_name = "year";
  chart.values_name = "facts";
  chart.labels = years.labels;
  chart.series = {{"reported", {}}, {"forecast or target", {}}, {"estimate or hypothetical", {}}};
  for (const YearCount& count : years.counts) {
    chart.series[0].values.push_back(static_cast<double>(count.reported));
    chart.series[1].values.push_back(static_cast<double>(count.expected));
    chart.series[2].values.push_back(static_cast<double>(count.other));
  }
  return chart;
}

Chart score_chart(const Stats& stats) {
  std::vector<Count> counts;
  for (std::size_t bin = 0; bin < Stats::kScoreBins; ++bin)
    counts.push_back({score_label(bin), stats.scores[bin]});
  Chart chart = bars("scores", "Facts by score", "score", counts);
  chart.kind = Chart::Kind::kColumns;
  return chart;
}

Chart acceptance_chart(const ReviewStats& review, std::size_t top) {
  Chart chart;
  chart.id = "acceptance";
  chart.title = "Decisions by rule, the most edited and rejected first";
  chart.labels_name = "rule";
  chart.values_name = "decisions";
  chart.series = {{"accepted", {}}, {"edited", {}}, {"rejected", {}}};
  for (const RuleReview& rule : first_rules(review, top)) {
    chart.labels.push_back(rule.rule);
    chart.series[0].values.push_back(static_cast<double>(rule.accepted));
    chart.series[1].values.push_back(static_cast<double>(rule.edited));
    chart.series[2].values.push_back(static_cast<double>(rule.rejected));
  }
  return chart;
}

std::string agreement_html(const Stats& stats) {
  std::string out;
  if (!stats.review) return out;
  for (const Agreement& agreement : stats.review->agreements)
    out += "<p>" + html_text(agreement_text(agreement)) + "</p>\n";
  return out;
}

std::string tile(const std::string& number, const std::string& what) {
  return "<li><b>" + html_text(number) + "</b> " + html_text(what) + "</li>\n";
}

std::string tiles(const Stats& stats) {
  std::string out = "<ul class=\"tiles\">\n" + tile(grouped(stats.articles), "articles") +
                    tile(grouped(stats.facts), "facts");
  out += tile(percent(stats.with_subject, stats.facts), "name a subject") +
         tile(percent(stats.with_period, stats.facts), "tell a period") +
         tile(percent(stats.with_change, stats.facts), "tell of a change") +
         tile(percent(stats.with_attribution, stats.facts), "have a speaker");
  if (stats.repeated > 0) out += tile(grouped(stats.repeated), "articles repeat another");
  if (stats.failed > 0) out += tile(grouped(stats.failed), "articles failed");
  if (stats.review) out += tile(grouped(stats.review->decided), "facts reviewed");
  return out + "</ul>\n";
}

std::string failures_html(const Stats& stats) {
  if (stats.failures.empty()) return {};
  std::string out =
      "<section class=\"chart\"><h2>What failed</h2>\n<table><thead><tr><th scope=\"col\" "
      "class=\"chart-value\">articles</th><th "
      "scope=\"col\">reason</th><th scope=\"col\">for example</th></tr></thead><tbody>\n";
  for (const Failure& failure : stats.failures) {
    out += "<tr><td class=\"chart-value\">" + grouped(failure.articles) + "</td><td>" +
           html_text(failure.reason) + "</td><td>" + html_text(failure.example) + "</td></tr>\n";
  }
  return out + "</tbody></table></section>\n";
}

constexpr std::string_view kPageStyle = R"css(
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 20px 24px 60px; max-width: 1160px; background: var(--chart-back); color: var(--chart-ink); font: 15px/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
h1 { font-size: 22px; line-height: 1.3; margin: 0 0 14px; overflow-wrap: anywhere; } h2 { font-size: 15px; margin: 0 0 6px; }
.tiles { display: flex; flex-wrap: wrap; gap: 8px 34px; list-style: none; margin: 0 0 26px; padding: 0 0 18px; border-bottom: 1px solid var(--chart-line); color: var(--chart-soft); font-size: 13px; }
.tiles b { display: block; font-size: 22px; line-height: 1.25; color: var(--chart-ink); font-weight: 600; font-variant-numeric: tabular-nums; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(480px, 100%), 1fr)); gap: 34px 44px; align-items: start; }
.grid > .wide { grid-column: 1 / -1; overflow-x: auto; } .wide > .chart > svg { min-width: 700px; }
)css";

}  // namespace

std::string to_text(const Stats& stats, const StatsTextOptions& options) {
  TextTables out(options);
  out.strong(headline(stats));
  if (stats.facts > 0) {
    out.dim(fmt::format("measure {} · subject {} · period {} · change {} · speaker {}",
                        percent(stats.with_measure, stats.facts), percent(stats.with_subject, stats.facts),
                        percent(stats.with_period, stats.facts), percent(stats.with_change, stats.facts),
                        percent(stats.with_attribution, stats.facts)));
  }
  for (const Table& table : kTables) {
    const Tally& tally = stats.*table.tally;
    const std::vector<Count> counts = tally.sorted(table.open ? options.top : 0);
    out.table(table.title, counts, static_cast<std::int64_t>(tally.size() - counts.size()));
  }
  out.table("Facts by the year of their period", year_counts(stats), 0);
  out.table("Facts by score", score_counts(stats), 0);
  if (stats.review) out.review(*stats.review, options.top);
  if (!stats.failures.empty()) out.strong("\nWhat failed");
  for (const Failure& failure : stats.failures)
    out.line(
        printable(fmt::format("  {} × {} ({})", grouped(failure.articles), failure.reason, failure.example)));
  return out.take();
}

std::string to_json(const Stats& stats, std::size_t top) {
  json::StringBuffer buffer;
  Writer writer(buffer);
  writer.SetIndent(' ', 2);
  writer.StartObject();
  put(writer, "articles", stats.articles);
  put(writer, "failed", stats.failed);
  put(writer, "repeated", stats.repeated);
  put(writer, "without_facts", stats.without);
  put(writer, "facts", stats.facts);
  put(writer, "with_measure", stats.with_measure);
  put(writer, "with_subject", stats.with_subject);
  put(writer, "with_period", stats.with_period);
  put(writer, "with_change", stats.with_change);
  put(writer, "with_attribution", stats.with_attribution);
  for (const Table& table : kTables) put(writer, table.id, (stats.*table.tally).sorted(table.open ? top : 0));
  put(writer, "languages", stats.languages.sorted());
  put_years(writer, stats);
  writer.Key("scores");
  writer.StartArray();
  for (const std::int64_t count : stats.scores) writer.Int64(count);
  writer.EndArray();
  put_failures(writer, stats);
  if (stats.review) put_review(writer, *stats.review, top);
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

std::vector<Chart> charts_of(const Stats& stats, std::size_t top) {
  std::vector<Chart> out = {year_chart(stats)};
  for (const Table& table : kTables)
    out.push_back(
        bars(table.id, table.title, table.labels, (stats.*table.tally).sorted(table.open ? top : 0)));
  out.push_back(score_chart(stats));
  if (stats.review) out.push_back(acceptance_chart(*stats.review, top));
  return out;
}

std::string stats_page(const Stats& stats, const std::string& title, std::size_t top) {
  std::string out =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
      "http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"viewport\" "
      "content=\"width=device-width, "
      "initial-scale=1\">\n<title>" +
      html_text(title) + "</title>\n<style>" + std::string(chart_style()) + std::string(kPageStyle) +
      "</style>\n</head>\n<body>\n<h1>" + html_text(title) + "</h1>\n" + tiles(stats) +
      "<main class=\"grid\">\n";
  bool wide = true;  // the first: years
  for (const Chart& chart : charts_of(stats, top)) {
    out += std::string("<div") + (wide ? " class=\"wide\"" : "") + ">\n" + chart_figure(chart) + "</div>\n";
    wide = false;
  }
  return out + agreement_html(stats) + failures_html(stats) + "</main>\n</body>\n</html>\n";
}

}  // namespace figmine
