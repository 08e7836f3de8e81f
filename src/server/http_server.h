// server/http_server: an HTTP/1.1 server for the extraction service and the review page: routes, limits, the
// guard, headers that every answer has, and a stop that finishes what is under way. HTTP itself is
// cpp-httplib's; no type of it is seen here. Tested by tests/e2e/serve_test.py.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "figmine/result.h"
#include "server/http_message.h"

namespace figmine {

struct ServerLimits {
  std::size_t max_body = std::size_t{8} << 20U;      // bytes of one request's body, unpacked; more: 413
  std::size_t max_bodies = std::size_t{256} << 20U;  // bytes of all bodies held at once; more: 503
  std::size_t max_head = std::size_t{32} << 10U;     // bytes of request line and headers; more: 431
  std::size_t connections = 512;                     // open at once; more: 503
  std::size_t requests = 64;  // requests with a body under way at once; more: 503 before it is read
  std::size_t requests_per_connection = 10000;    // then the connection is closed
  std::chrono::milliseconds request_time{30000};  // from a request's first byte to its last; then 408
  std::chrono::milliseconds write_time{30000};    // for a reader to take a piece of the answer
  std::chrono::milliseconds idle_time{15000};     // between two requests of a connection
};

// What happens at a moment, for the metrics.
struct ServerLoad {
  std::size_t connections = 0;
  std::size_t requests = 0;  // being read, worked on or answered
  std::size_t body_bytes = 0;
};

// One answered request, for the metrics.
struct ServedRequest {
  std::string_view route;  // the path of its route, or "other": a bounded set
  std::string_view method;
  int status = 0;
  std::chrono::duration<double> time{0};  // from the request's first byte to the answer's last
  std::size_t body_bytes = 0;
};

using HttpHandler = std::function<HttpResponse(HttpRequest)>;

// Set up by one thread (add, observe), then started; handlers are called by many threads at once.
class HttpServer {
 public:
  HttpServer() = default;
  virtual ~HttpServer() = default;  // stops
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  // GET answers HEAD too. A method with a body (POST, PUT, PATCH) counts to limits.requests. A path that ends
  // in "/*" takes everything below it; the most exact route is chosen. An exception in a handler is answered
  // with 500.
  virtual void add(std::string method, std::string path, HttpHandler handler) = 0;

  // Method and path of each route, in the order of add().
  [[nodiscard]] virtual std::vector<std::pair<std::string, std::string>> routes() const = 0;

  // Called after each answer, by the thread that gave it.
  virtual void observe(std::function<void(const ServedRequest&)> observer) = 0;

  // Binds and begins to answer; gives the port. Errors: the address can't be bound.
  [[nodiscard]] virtual Result<int> start() = 0;

  // Takes no more connections, closes the idle ones, and lets requests under way finish for at most `limit`;
  // then cuts their connections. True when nothing had to be cut.
  virtual bool stop(std::chrono::milliseconds limit) = 0;

  [[nodiscard]] virtual ServerLoad load() const = 0;
};

// `host` decides what the guard lets through: see guard.h. Errors: the server's part of figmine is missing.
[[nodiscard]] Result<std::unique_ptr<HttpServer>> make_server(std::string host, int port,
                                                              const ServerLimits& limits);

}  // namespace figmine
