// server/extract_pool: threads with an Extractor each, and articles that wait for one. How many may wait is
// the server's to limit. Tested by tests/unit/server_test.cc.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "figmine/figmine.h"

namespace figmine {

// What an article came to: text of the answer, or why there is none.
struct ExtractAnswer {
  std::string out;
  std::size_t facts = 0;
  Diagnostics problems;
};

// Any number of threads may use one.
class ExtractPool {
 public:
  ExtractPool(const Engine& engine, std::size_t threads);
  ~ExtractPool();  // what is being worked on is finished, what waits is dropped
  ExtractPool(const ExtractPool&) = delete;
  ExtractPool& operator=(const ExtractPool&) = delete;

  using Work = std::function<ExtractAnswer(Extractor&)>;
  // In the order of the calls; the future gets the work's answer or what it threw.
  [[nodiscard]] std::future<ExtractAnswer> submit(Work work);

  [[nodiscard]] std::size_t threads() const { return threads_.size(); }
  [[nodiscard]] std::size_t waiting() const;

 private:
  void run(const Engine& engine);

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::packaged_task<ExtractAnswer(Extractor&)>> tasks_;
  bool stop_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace figmine
