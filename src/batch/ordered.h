// batch/ordered: many inputs through several threads, taken and given in order, with a bounded number under
// way. Tested by tests/unit/batch_test.cc.
#pragma once

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <future>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "batch/savers.h"

namespace figmine {

// next() -> std::optional<In>: one caller at a time; nothing ends the run.
// work(In&&) -> Out: any number of threads at once.
// give(Out&&) -> bool: one caller at a time, in the order of next(); false stops the run early.
// `jobs` threads at most (0: all cores), and at most a small multiple of that many inputs are held.
template <class Next, class Work, class Give>
void run_ordered(std::size_t jobs, Next next, Work work, Give give) {
  using In = typename std::invoke_result_t<Next>::value_type;
  using Out = std::invoke_result_t<Work, In&&>;
  namespace tbb = oneapi::tbb;
  const std::size_t threads = jobs > 0 ? jobs : std::max<std::size_t>(1, std::thread::hardware_concurrency());
  constexpr std::size_t kHeldPerThread = 8;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  std::atomic<bool> stop = false;
  // Tokens are shared pointers: TBB drops the ones under way when a run is cancelled.
  tbb::parallel_pipeline(
      threads * kHeldPerThread,
      tbb::make_filter<void, std::shared_ptr<In>>(tbb::filter_mode::serial_in_order,
                                                  [&](tbb::flow_control& control) -> std::shared_ptr<In> {
                                                    std::optional<In> input;
                                                    if (!stop) input = next();
                                                    if (input) return std::make_shared<In>(std::move(*input));
                                                    control.stop();
                                                    return nullptr;
                                                  }) &
          tbb::make_filter<std::shared_ptr<In>, std::shared_ptr<Out>>(tbb::filter_mode::parallel,
                                                                      [&](const std::shared_ptr<In>& input) {
                                                                        return std::make_shared<Out>(
                                                                            work(std::move(*input)));
                                                                      }) &
          tbb::make_filter<std::shared_ptr<Out>, void>(tbb::filter_mode::serial_in_order,
                                                       [&](const std::shared_ptr<Out>& output) {
                                                         if (!stop && !give(std::move(*output))) stop = true;
                                                       }));
}

// The same with a step that waits for the disk: save(Out&), any number of threads at once, on threads of its
// own while the others work on. An output is given once it is saved; where give() ends the run, later ones
// may have been saved without being given.
template <class Next, class Work, class Save, class Give>
void run_ordered(std::size_t jobs, Next next, Work work, Save save, Give give) {
  using In = typename std::invoke_result_t<Next>::value_type;
  if (jobs == 1) {  // one thread is one thread
    run_ordered(
        jobs, next,
        [&](In&& input) {
          auto output = work(std::move(input));
          save(output);
          return output;
        },
        give);
    return;
  }
  struct Held {
    std::invoke_result_t<Work, In&&> output;
    std::future<void> saved;
  };
  constexpr std::size_t kUnsaved = 32;  // outputs that wait to be saved
  std::deque<Held> held;
  Savers savers;  // ends before what it saves
  const auto give_first = [&] {
    held.front().saved.get();
    const bool more = give(std::move(held.front().output));
    held.pop_front();
    return more;
  };
  bool stopped = false;
  run_ordered(jobs, next, work, [&](auto&& output) {
    held.push_back({std::move(output), {}});
    held.back().saved = savers.run([&save, &made = held.back().output] { save(made); });
    if (held.size() > kUnsaved) stopped = !give_first();
    return !stopped;
  });
  while (!held.empty() && !stopped) stopped = !give_first();
}

}  // namespace figmine
