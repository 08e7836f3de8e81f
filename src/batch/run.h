// batch/run: articles -> a store. Unchanged articles are passed over, changed and failed ones done (again),
// what fails is reported and passed over. Tested by tests/unit/batch_test.cc and tests/e2e/batch_test.py.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "batch/store.h"
#include "feed/feed.h"
#include "figmine/figmine.h"

namespace figmine {

struct BatchOptions {
  ExtractOptions extract;  // what the user asked for; `source`, `id` and the like come from each article
  std::size_t jobs = 0;    // threads; 0: all cores
  bool force = false;      // unchanged articles too
  bool prune = false;      // drop what the store holds of earlier runs and `next` did not give
};

struct BatchFailure {
  std::string name;
  Diagnostics problems;
};

struct BatchCounts {
  int done = 0;       // extracted in this run
  int unchanged = 0;  // passed over: same bytes, rules and options as before
  int failed = 0;
  int pruned = 0;
};

struct SlowArticle {
  std::string name;
  std::chrono::microseconds time{0};
};

struct BatchResult {
  BatchCounts counts;
  std::vector<BatchFailure> failures;  // in the feed's order
  std::vector<SlowArticle> slowest;    // a few, the slowest first
  Diagnostics stopped;                 // why the run ended early: the store can't be written
};

// Called in the feed's order, one at a time.
struct BatchEvents {
  std::function<void(const BatchCounts&)> progress = [](const BatchCounts&) {};
  std::function<void(const BatchFailure&)> failed = [](const BatchFailure&) {};
  std::function<void(const Entry&)> taken = [](const Entry&) {
  };  // an article that the store now holds, or that failed
};

// Takes articles from `next` until it gives nothing or `stop` is set; what is under way is finished. The
// caller combines the store afterwards.
[[nodiscard]] BatchResult run_batch(Store& store, const Engine& engine, const BatchOptions& options,
                                    const std::function<std::optional<FeedItem>()>& next,
                                    const BatchEvents& events, const std::atomic<bool>& stop);

}  // namespace figmine
