// stats/review_stats: what the reviewers of a store made of its facts. Counted by review/acceptance.h, shown
// by stats/stats_report.h.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace figmine {

// Decisions that stand on the facts of one rule. A fact that two reviewers decided counts twice.
struct RuleReview {
  std::string rule;
  std::int64_t accepted = 0;  // as it was
  std::int64_t edited = 0;
  std::int64_t rejected = 0;
  std::map<std::string, std::int64_t> reasons;  // of the rejections, and "edit: FIELD"
  [[nodiscard]] std::int64_t decided() const { return accepted + edited + rejected; }
};

// Two reviewers on the facts that both decided.
struct Agreement {
  std::string first, second;
  std::int64_t both = 0;
  std::int64_t same = 0;  // accepted, rejected, or edited alike
  double kappa = 0;       // Cohen 1960, over accepted, edited and rejected; 1 where chance can't differ
};

struct ReviewStats {
  std::int64_t decided = 0;                    // facts
  std::map<std::string, std::int64_t> states;  // facts by state: accepted, edited, added, rejected, conflict
  std::vector<RuleReview> rules;               // the most edited and rejected first
  std::vector<Agreement> agreements;           // of each two reviewers who share a fact
};

}  // namespace figmine
