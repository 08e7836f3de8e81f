// server/guard: who may speak to a local server. A page of another site that a browser shows can send
// requests to 127.0.0.1, or make its own name resolve there (DNS rebinding); its Host or Origin header gives
// it away. Tested by tests/unit/server_test.cc and tests/e2e/serve_test.py.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/http_message.h"

namespace figmine {

// True for the names and addresses that mean this machine alone: "localhost", 127.0.0.0/8, "::1".
[[nodiscard]] bool is_loopback(std::string_view host);

// "[::1]:8080" -> "::1"; "localhost" -> "localhost". Empty when it is no authority.
[[nodiscard]] std::string_view host_of(std::string_view authority);

// Immutable; any number of threads may use one.
class Guard {
 public:
  // Bound to loopback, only loopback names are let through as Host; bound elsewhere, names are not known and
  // every Host is. An Origin must always be the server's own, as the Host header names it.
  explicit Guard(std::string_view bound_host) : loopback_(is_loopback(bound_host)) {}

  // The refusal (403), or nothing for a request that may pass.
  [[nodiscard]] std::optional<HttpResponse> refusal(const HttpRequest& request) const;

 private:
  bool loopback_;
};

}  // namespace figmine
