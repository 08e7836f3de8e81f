// server/metrics: what a service counts, in Prometheus' text format. Tested by tests/unit/server_test.cc.
#pragma once

#include <memory>
#include <string>

#include "figmine/figmine.h"
#include "server/http_server.h"

namespace figmine {

// Any number of threads may use one.
class Metrics {
 public:
  explicit Metrics(const Engine& engine);
  ~Metrics();

  void served(const ServedRequest& request);
  void article(bool done, std::size_t facts);

  // `waiting`: articles that wait for a thread.
  [[nodiscard]] std::string text(const ServerLoad& load, std::size_t waiting);

 private:
  struct Families;
  std::unique_ptr<Families> families_;
};

}  // namespace figmine
