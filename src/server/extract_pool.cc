#include "server/extract_pool.h"

#include <algorithm>

namespace figmine {

ExtractPool::ExtractPool(const Engine& engine, std::size_t threads) {
  for (std::size_t i = 0; i < std::max<std::size_t>(1, threads); ++i)
    threads_.emplace_back([this, engine] { run(engine); });
}

ExtractPool::~ExtractPool() {
  {
    const std::unique_lock lock(mutex_);
    stop_ = true;
    tasks_.clear();
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

std::future<ExtractAnswer> ExtractPool::submit(Work work) {
  std::packaged_task<ExtractAnswer(Extractor&)> task(std::move(work));
  std::future<ExtractAnswer> answer = task.get_future();
  {
    const std::unique_lock lock(mutex_);
    tasks_.push_back(std::move(task));
  }
  changed_.notify_one();
  return answer;
}

std::size_t ExtractPool::waiting() const {
  const std::unique_lock lock(mutex_);
  return tasks_.size();
}

void ExtractPool::run(const Engine& engine) {
  Extractor extractor(engine);
  while (true) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stop_ || !tasks_.empty(); });
    if (stop_) return;
    std::packaged_task<ExtractAnswer(Extractor&)> task = std::move(tasks_.front());
    tasks_.pop_front();
    lock.unlock();
    task(extractor);
  }
}

}  // namespace figmine
