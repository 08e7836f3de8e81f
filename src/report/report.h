// report/report: articles and their facts -> one HTML page that needs no server and no network: the text with
// its figures marked beside the facts, filters, plots. Everything of an article is escaped, and a
// Content-Security-Policy in the page lets nothing but the page's own script and style run. Tested by
// tests/unit/report_test.cc.
#pragma once

#include <string>
#include <vector>

#include "figmine/fact.h"

namespace figmine {

struct ReportOptions {
  std::string title;         // of the page; empty: the article's, or the number of articles
  std::size_t left_out = 0;  // articles that are not shown, told on the page
};

// The whole page. The same articles give the same bytes.
[[nodiscard]] std::string report_page(const std::vector<DocumentResult>& articles,
                                      const ReportOptions& options);

}  // namespace figmine
