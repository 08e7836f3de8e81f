// report/html: texts of articles as HTML that holds no markup of theirs. Tested by tests/unit/report_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "figmine/fact.h"

namespace figmine {

// The article's lines as <p>, cut where a figure or a role of a fact begins or ends. A piece says in data-r
// what it is: "3v" the value of fact 3 of the page (m measure, s subject, w whole, p period, k speaker);
// `first` is the number of the article's first fact.
[[nodiscard]] std::string marked_text(const DocumentResult& article, std::size_t first);

}  // namespace figmine
