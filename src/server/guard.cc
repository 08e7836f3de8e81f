#include "server/guard.h"

#include <arpa/inet.h>

namespace figmine {

bool is_loopback(std::string_view host) {
  const std::string name(host);
  in_addr v4 = {};
  if (::inet_pton(AF_INET, name.c_str(), &v4) == 1) return (ntohl(v4.s_addr) >> 24U) == 127;
  in6_addr v6 = {};
  if (::inet_pton(AF_INET6, name.c_str(), &v6) == 1) return IN6_IS_ADDR_LOOPBACK(&v6);
  return same_name(name, "localhost");
}

std::string_view host_of(std::string_view authority) {
  if (authority.starts_with('[')) {
    const std::size_t end = authority.find(']');
    return end == std::string_view::npos ? std::string_view() : authority.substr(1, end - 1);
  }
  return authority.substr(0, authority.find(':'));
}

std::optional<HttpResponse> Guard::refusal(const HttpRequest& request) const {
  const std::string* host = request.header("Host");
  if (loopback_ && host != nullptr && !is_loopback(host_of(*host))) {
    return error_response(403, "this server answers on this machine only, not as '" + *host + "'",
                          "use http://127.0.0.1 or http://localhost");
  }
  // "https" where a proxy in front of the server speaks TLS.
  const std::string* origin = request.header("Origin");
  if (origin != nullptr && (host == nullptr || (!same_name(*origin, "http://" + *host) &&
                                                !same_name(*origin, "https://" + *host)))) {
    return error_response(403, "a page of another site ('" + *origin + "') may not use this server",
                          "send the request from a program, or from the server's own page");
  }
  return std::nullopt;
}

}  // namespace figmine
