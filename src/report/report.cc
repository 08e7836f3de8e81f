#include "report/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/html_text.h"
#include "base/sha256.h"
#include "output/amount.h"
#include "report/html.h"
#include "report/pages.h"
#include "stats/chart.h"
#include "stats/stats.h"
#include "stats/stats_report.h"

namespace figmine {
namespace {

std::string_view page_file(std::string_view path) {
  for (const EmbeddedFile& file : embedded_report_pages()) {
    if (file.path == path) return file.content;
  }
  return {};
}

// What Content-Security-Policy calls an inline script or style by: sha256-<base64> (CSP Level 3, 2.3.1).
std::string source_hash(std::string_view content) {
  return fmt::format("'sha256-{}'", sha256_base64(content));
}

std::string period(const Fact& fact) {
  if (!fact.period) return {};
  const std::string dates = period_text(*fact.period);
  return fact.period->inferred ? dates + " (inferred)" : dates;
}

// What few facts have, in one cell.
std::string notes(const Fact& fact) {
  std::vector<std::string> parts;
  if (fact.change)
    parts.push_back(fact.change->direction +
                    (fact.change->role.empty() ? "" : " (" + fact.change->role + ")"));
  if (fact.share_of) parts.push_back("share of " + fact.share_of->text);
  if (fact.status != "reported") parts.push_back(fact.status);
  if (fact.negated) parts.emplace_back("negated");
  if (fact.attribution) parts.push_back("says " + fact.attribution->speaker);
  return fmt::format("{}", fmt::join(parts, " · "));
}

std::string cell(std::string_view text, std::string_view role = {}) {
  if (text.empty()) return "<td></td>";
  return role.empty() ? fmt::format("<td>{}</td>", html_text(text))
                      : fmt::format("<td class=\"{}\">{}</td>", role, html_text(text));
}

std::string fact_row(const Fact& fact, std::size_t number) {
  const std::string subject = !fact.subject                ? ""
                              : fact.subject->name.empty() ? fact.subject->text
                                                           : fact.subject->name;
  std::string out = fmt::format("<tr id=\"f{}\" tabindex=\"0\" data-kind=\"{}\" data-score=\"{:.2f}\">",
                                number, html_text(fact.quantity.kind), fact.score);
  out += cell(fact.quantity.text, "v") + cell(amount_text(fact.quantity, Digits::kGrouped)) +
         cell(fact.measure ? fact.measure->text : "", "m") + cell(subject, "s") + cell(period(fact), "p") +
         cell(notes(fact)) + cell(fmt::format("{:.2f}", fact.score));
  return out + "</tr>\n";
}

std::string meta_line(const DocumentInfo& info) {
  std::string out;
  for (const std::optional<std::string>& part :
       {info.publisher, info.byline, info.place, info.published, std::optional(info.source)}) {
    if (part && !part->empty()) out += (out.empty() ? "" : " · ") + html_text(*part);
  }
  return out;
}

std::string title_of(const DocumentResult& article) {
  return article.document.title.value_or(article.document.id);
}

std::string article_section(const DocumentResult& article, std::size_t number, std::size_t first) {
  constexpr std::string_view kHead =
      "<thead><tr><th>As "
      "written</th><th>Value</th><th>Measure</th><th>Subject</th><th>Period</th><th>Notes</th><th>Score</"
      "th></tr></thead>";
  std::string out =
      fmt::format("<section class=\"article\" id=\"a{}\">\n<h2>{}</h2>\n<p class=\"meta\">{}</p>\n", number,
                  html_text(title_of(article)), meta_line(article.document));
  for (const Warning& warning : article.warnings)
    out +=
        fmt::format("<p class=\"warning\">{}: {}</p>\n", html_text(warning.code), html_text(warning.message));
  out += "<div class=\"both\"><div class=\"text\">" + marked_text(article, first) +
         "</div>\n<div class=\"facts\"><table>" + std::string(kHead) + "<tbody>\n";
  for (std::size_t i = 0; i < article.facts.size(); ++i) out += fact_row(article.facts[i], first + i);
  return out + "</tbody></table></div></div>\n</section>\n";
}

std::string index_of(const std::vector<DocumentResult>& articles) {
  std::string out =
      "<nav aria-label=\"Articles\" "
      "tabindex=\"0\"><table><thead><tr><th>Article</th><th>Published</th><th>Facts</th></tr></thead>"
      "<tbody>\n";
  for (std::size_t i = 0; i < articles.size(); ++i) {
    out += fmt::format("<tr><td><a href=\"#a{}\">{}</a></td><td>{}</td><td>{}</td></tr>\n", i,
                       html_text(title_of(articles[i])),
                       html_text(articles[i].document.published.value_or("")), articles[i].facts.size());
  }
  return out + "</tbody></table></nav>\n";
}

std::string filters(const std::map<std::string, int>& kinds) {
  std::string out =
      "<form id=\"filters\"><label>Search <input id=\"words\" type=\"search\"></label> <label>Kind <select "
      "id=\"kind\">"
      "<option value=\"\">all</option>";
  for (const auto& [kind, count] : kinds)
    out += fmt::format("<option value=\"{0}\">{0} ({1})</option>", html_text(kind), count);
  return out +
         "</select></label> <label>Lowest score <input id=\"score\" type=\"number\" min=\"0\" max=\"1\" "
         "step=\"0.05\" "
         "value=\"0\"></label> <span id=\"shown\" role=\"status\"></span></form>\n";
}

// What the articles tell of, by period, measure and kind.
std::string plots(const std::vector<DocumentResult>& articles) {
  Stats stats;
  for (const DocumentResult& article : articles) stats.add(stats_of(article, article.document.source, {}));
  constexpr std::size_t kTop = 10;
  std::string out = "<section class=\"plots\" aria-label=\"Plots\">\n";
  for (const Chart& chart : charts_of(stats, kTop)) {
    if (chart.id == "years" || chart.id == "measures" || chart.id == "kinds") out += chart_figure(chart);
  }
  return out + "</section>\n";
}

std::string head_of(const std::string& title) {
  const std::string style = std::string(chart_style()) + std::string(page_file("report.css"));
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
      "http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; script-src {}; style-src {}; base-uri 'none'; form-action "
      "'none'\">\n<meta name=\"viewport\" "
      "content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>{}</style>\n</head>\n",
      source_hash(page_file("report.js")), source_hash(style), html_text(title), style);
}

}  // namespace

std::string report_page(const std::vector<DocumentResult>& articles, const ReportOptions& options) {
  std::map<std::string, int> kinds;
  std::size_t facts = 0;
  for (const DocumentResult& article : articles) {
    facts += article.facts.size();
    for (const Fact& fact : article.facts) ++kinds[fact.quantity.kind];
  }
  const std::string title = !options.title.empty() ? options.title
                            : articles.size() == 1 ? title_of(articles.front())
                                                   : fmt::format("{} articles", articles.size());
  std::string scope = articles.size() == 1 ? "" : fmt::format(" in {} articles", articles.size());
  if (options.left_out > 0) scope += fmt::format(" ({} more are not shown)", options.left_out);
  std::string out = head_of(title) +
                    fmt::format("<body>\n<header><h1>{}</h1><p>{} facts{}, found by figmine</p></header>\n",
                                html_text(title), facts, scope);
  out += filters(kinds);
  if (articles.size() > 1) out += index_of(articles) + plots(articles);
  std::size_t first = 0;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    out += article_section(articles[i], i, first);
    first += articles[i].facts.size();
  }
  return out + fmt::format("<script>{}</script>\n</body>\n</html>\n", page_file("report.js"));
}

}  // namespace figmine
