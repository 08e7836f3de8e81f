#include "batch/savers.h"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <utility>

namespace figmine {
namespace {

// More flush no faster: the file system writes its journal for all at once.
constexpr std::size_t kThreads = 4;

}  // namespace

struct Savers::Pool {
  boost::asio::thread_pool threads{kThreads};
};

Savers::Savers() : pool_(std::make_unique<Pool>()) {}

Savers::~Savers() { pool_->threads.join(); }

std::future<void> Savers::run(std::function<void()> task) {
  std::packaged_task<void()> packaged(std::move(task));
  std::future<void> done = packaged.get_future();
  boost::asio::post(pool_->threads, std::move(packaged));
  return done;
}

}  // namespace figmine
