// output/fact_filter: which facts a reader wants. Tested by tests/unit/export_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
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

// A filter laid on one document's facts; must outlive neither.
class FactSelector {
 public:
  FactSelector(const FactFilter& filter, const DocumentResult& result);
  // `fact` is one of the result's.
  [[nodiscard]] bool lets_through(const Fact& fact) const;

 private:
  [[nodiscard]] bool is_about_subject(const Fact& fact) const;

  const FactFilter& filter_;
  std::string measure_, subject_;             // folded
  std::unordered_set<std::string> entities_;  // ids of those that the wanted subject names
};

// Drops the facts that the filter does not let through.
void filter_facts(DocumentResult& result, const FactFilter& filter);

// "2025", "2025-H1", "2025-Q3", "2025-07" or "2025-07-31"; two of them with ".." between, either of which may
// be left out. Nothing for any other text, or where the end lies before the start.
[[nodiscard]] std::optional<Interval> parse_period_range(std::string_view text);

}  // namespace figmine
