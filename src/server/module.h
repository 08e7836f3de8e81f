// server/module: the HTTP server, with cpp-httplib: a module (base/module.h). Tested by
// tests/e2e/serve_test.py.
#pragma once

#include <memory>
#include <string>

#include "server/http_server.h"

namespace figmine {

// As make_server().
[[nodiscard]] std::unique_ptr<HttpServer> make_http_server(std::string host, int port,
                                                           const ServerLimits& limits);

struct ServerModule {
  static constexpr const char* kName = "server";
  decltype(&make_http_server) make;
};

}  // namespace figmine
