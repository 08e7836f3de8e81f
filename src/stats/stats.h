// stats/stats: what a store holds, counted. Memory does not grow with the number of facts. Tested by
// tests/unit/stats_test.cc and tests/e2e/stats_test.py.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "batch/store.h"
#include "figmine/fact.h"
#include "output/fact_filter.h"
#include "stats/review_stats.h"
#include "stats/tally.h"

namespace figmine {

// Facts of one year by what they are.
struct YearCount {
  std::int64_t reported = 0;
  std::int64_t expected = 0;  // forecast or target
  std::int64_t other = 0;     // estimate, hypothetical
};

struct Failure {
  std::string reason, hint;
  std::int64_t articles = 0;
  std::string example;  // the first article's name
};

struct Stats {
  static constexpr std::size_t kScoreBins = 10;  // [0, 0.1), … [0.9, 1]

  std::int64_t articles = 0;  // of the catalogue
  std::int64_t failed = 0;
  std::int64_t repeated = 0;  // articles that repeat another
  std::int64_t without = 0;   // articles read that have no fact
  std::int64_t facts = 0;
  std::int64_t with_measure = 0, with_subject = 0, with_period = 0, with_attribution = 0, with_change = 0;
  Tally kinds, units, measures, subjects, sections, statuses, rules;
  Tally sources;                   // facts by publisher, else by site, else by folder
  Tally languages;                 // articles
  std::map<int, YearCount> years;  // facts by the year that their period ends in, else starts in
  std::array<std::int64_t, kScoreBins> scores{};
  std::vector<Failure> failures;      // by number of articles, then reason
  std::optional<ReviewStats> review;  // of the whole store, whatever the filter; add() leaves it

  void add(const Stats& other);
};

// What one record adds.
[[nodiscard]] Stats stats_of(const DocumentResult& record, const std::string& name, const FactFilter& filter);

struct StatsOptions {
  FactFilter filter;
  bool unique = false;   // without the articles that repeat another
  std::size_t jobs = 0;  // threads; 0: all cores
};

struct StatsReport {
  Stats stats;
  Diagnostics problems;  // records that could not be read
};

// Errors: no store.
[[nodiscard]] Result<StatsReport> stats_of_store(const std::filesystem::path& out,
                                                 const StatsOptions& options);

}  // namespace figmine
