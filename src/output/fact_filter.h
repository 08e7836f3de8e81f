// output/fact_filter: which facts a reader wants. Tested by tests/unit/export_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "figmine/fact.h"

namespace figmine {

// What is empty asks for nothing; what is given must all hold.
struct FactFilter {
  std::vector<std::string> kinds;
  std::vector<std::string> sections;
  std::vector<std::string> statuses;
  std::string measure;  // a part of the measure's text, without regard to case
  std::string subject;  // likewise, of the subject's text or name, or of its entity's name, aliases or ids
  std::optional<Interval> period;  // the fact's period lies in it; a fact without period does not
  double min_score = 0;
};

// `fact` is one of `result`'s.
[[nodiscard]] bool lets_through(const FactFilter& filter, const DocumentResult& result, const Fact& fact);

// Drops the facts that the filter does not let through.
void filter_facts(DocumentResult& result, const FactFilter& filter);

// "2025", "2025-H1", "2025-Q3", "2025-07" or "2025-07-31"; two of them with ".." between, either of which may
// be left out. Nothing for any other text, or where the end lies before the start.
[[nodiscard]] std::optional<Interval> parse_period_range(std::string_view text);

// The entity of the fact's subject; nullptr where there is none.
[[nodiscard]] const Entity* subject_entity(const DocumentResult& result, const Fact& fact);

}  // namespace figmine
