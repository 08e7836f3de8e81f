// The server of the module.
#include "base/module.h"
#include "server/http_server.h"
#include "server/module.h"

namespace figmine {

Result<std::unique_ptr<HttpServer>> make_server(std::string host, int port, const ServerLimits& limits) {
  const Result<const ServerModule*>& module = load_module<ServerModule>();
  if (!module) return module.errors();
  return module.value()->make(std::move(host), port, limits);
}

}  // namespace figmine
