// batch/ordered: many inputs through several threads, taken and given in order, with a bounded number under
// way. Tested by tests/unit/batch_test.cc.
#pragma once

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include <atomic>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

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

}  // namespace figmine
