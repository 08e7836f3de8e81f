// batch/savers: threads for what waits for the disk (flushing a record takes a millisecond), so that the
// threads that extract need not. The pool is Boost.Asio's. Tested by tests/unit/batch_test.cc.
#pragma once

#include <functional>
#include <future>
#include <memory>

namespace figmine {

// One thread gives it tasks.
class Savers {
 public:
  Savers();
  ~Savers();  // waits for all tasks
  Savers(const Savers&) = delete;
  Savers& operator=(const Savers&) = delete;

  // Ready when the task has been run.
  [[nodiscard]] std::future<void> run(std::function<void()> task);

 private:
  struct Pool;
  std::unique_ptr<Pool> pool_;
};

}  // namespace figmine
