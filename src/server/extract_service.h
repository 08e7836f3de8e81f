// server/extract_service: the extraction API over HTTP: its routes, its threads, its metrics. docs/server.md
// is its reference, page/openapi.json its OpenAPI document. Tested by tests/unit/server_test.cc and
// tests/e2e/serve_test.py.
#pragma once

#include <chrono>
#include <memory>

#include "figmine/figmine.h"
#include "server/http_server.h"

namespace figmine {

struct ExtractServiceOptions {
  std::size_t jobs = 1;                           // articles worked on at once
  std::chrono::milliseconds article_time{30000};  // waiting and work of one article; then 504
};

// Must outlive the server that it is added to.
class ExtractService {
 public:
  ExtractService(const Engine& engine, const ExtractServiceOptions& options);
  ~ExtractService();

  // Adds the routes to a server that has not started; the server must be there whenever /metrics is asked
  // for.
  void add_to(HttpServer& server);

  // POST /v1/extract; for the tests it needs no server.
  [[nodiscard]] HttpResponse extract(HttpRequest request);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace figmine
