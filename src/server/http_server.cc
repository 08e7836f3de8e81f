#include "server/http_server.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <httplib.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <condition_variable>
#include <cstring>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "server/connection.h"
#include "server/guard.h"
#include "server/module.h"

namespace figmine {
namespace {

using Clock = Connection::Clock;

struct Route {
  std::string method;
  std::string path;
  HttpHandler handler;
};

// What is known of the request that this thread is answering, beside what cpp-httplib keeps.
struct Exchange {
  Connection* connection = nullptr;
  const Route* route = nullptr;
  std::string method;
  int status = 0;              // 0 until the answer was written
  std::size_t body_bytes = 0;  // counted to Listener::body_bytes until the end
  bool counted = false;        // counted to Listener::requests until the end
};
thread_local Exchange* exchange = nullptr;

bool takes_body(std::string_view method) {
  return method != "GET" && method != "HEAD" && method != "OPTIONS";
}

bool is_prefix(const Route& route) { return route.path.ends_with("/*"); }

bool matches(const Route& route, std::string_view path) {
  if (!is_prefix(route)) return route.path == path;
  const std::size_t stem = route.path.size() - 1;
  return path.size() > stem && path.starts_with(std::string_view(route.path).substr(0, stem));
}

HttpResponse status_response(int status) {
  switch (status) {
    case 408:
      return error_response(408, "the request did not come in time",
                            "send it faster, or start with a longer --timeout");
    case 414:
      return error_response(414, "the request's address is too long",
                            "send the article as the request's body");
    case 417:
      return error_response(417, "the Expect header is not understood");
    case 431:
      return error_response(431, "the request's headers are too large");
    case 500:
      return error_response(500, "an error in the server");
    default:
      return error_response(status, "the request is no HTTP/1.1 that this server understands");
  }
}

HttpResponse too_large(std::size_t limit) {
  return error_response(413, fmt::format("the body has more than {} bytes", limit),
                        "send fewer articles at once, or start with a larger --max-bytes");
}

// An answer as it goes over the wire, for where no request could be read.
std::string wire_form(const HttpResponse& response) {
  std::string out =
      fmt::format("HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: close\r\n",
                  response.status, response.status == 503 ? "Service Unavailable" : "Bad Request",
                  response.content_type, response.body.size());
  for (const auto& [name, value] : response.headers) out += fmt::format("{}: {}\r\n", name, value);
  return out + "\r\n" + response.body;
}

void set_header(httplib::Response& response, const std::string& name, const std::string& value) {
  response.headers.erase(name);
  response.set_header(name, value);
}

void send_parts(std::function<std::optional<std::string>()> parts, const std::string& version,
                httplib::Response& to) {
  if (version == "HTTP/1.0") {  // knows no chunks
    while (std::optional<std::string> part = parts()) to.body += *part;
    return;
  }
  const std::string type = to.get_header_value("Content-Type");
  to.headers.erase("Content-Type");  // the library adds it again
  to.set_chunked_content_provider(type, [parts = std::move(parts)](std::size_t, httplib::DataSink& sink) {
    try {
      const std::optional<std::string> part = parts();
      if (!part) {
        sink.done();
        return true;
      }
      return part->empty() || sink.write(part->data(), part->size());
    } catch (const std::exception&) {
      return false;  // the answer ends without its last chunk
    }
  });
}

void fill_in(HttpResponse from, const std::string& version, httplib::Response& to) {
  to.status = from.status;
  for (const auto& [name, value] : from.headers) set_header(to, name, value);
  if (!from.content_type.empty()) set_header(to, "Content-Type", from.content_type);
  if (from.parts) {
    send_parts(std::move(from.parts), version, to);
  } else {
    to.body = std::move(from.body);
  }
}

HttpRequest to_request(const httplib::Request& from) {
  HttpRequest request;
  request.method = from.method;
  request.path = from.path;
  request.query.assign(from.params.begin(), from.params.end());
  request.headers.assign(from.headers.begin(), from.headers.end());
  return request;
}

// What is wrong with how the body is announced, before any of it is read.
std::optional<HttpResponse> body_refusal(const httplib::Request& request, std::size_t limit) {
  const std::size_t lengths = request.get_header_value_count("Content-Length");
  if (request.has_header("Transfer-Encoding")) {
    if (lengths > 0)
      return error_response(400, "a body has a Content-Length or a Transfer-Encoding, not both");
    if (!same_name(request.get_header_value("Transfer-Encoding"), "chunked"))
      return error_response(501, "unknown Transfer-Encoding", "send the body whole or chunked");
  } else if (lengths > 0) {
    const std::string text = request.get_header_value("Content-Length");
    std::size_t length = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (code == std::errc::result_out_of_range || length > limit) return too_large(limit);
    if (lengths > 1 || code != std::errc() || end != text.data() + text.size())
      return error_response(400, "Content-Length is no number");
  }
  const std::string encoding = request.get_header_value("Content-Encoding");
  if (!encoding.empty() && encoding != "identity" && encoding != "gzip" && encoding != "deflate" &&
      encoding != "br")
    return error_response(415, "unknown Content-Encoding '" + encoding + "'",
                          "send it as it is, or use gzip, deflate or br");
  if (request.is_multipart_form_data())
    return error_response(415, "forms are not read", "send the article as the request's body");
  return std::nullopt;
}

bool announces_body(const httplib::Request& request) {
  return request.has_header("Transfer-Encoding") ||
         (request.has_header("Content-Length") && request.get_header_value("Content-Length") != "0");
}

struct Listener : httplib::Server {
  Listener(std::string bound_host, int bound_port, const ServerLimits& wanted)
      : host(std::move(bound_host)), port(bound_port), limits(wanted), guard(host) {
    set_default_headers({{"X-Content-Type-Options", "nosniff"},
                         {"Cache-Control", "no-store"},
                         {"Referrer-Policy", "no-referrer"},
                         {"Cross-Origin-Resource-Policy", "same-origin"},
                         {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"}});
    // Without the library's SO_REUSEPORT: a second server on the port must fail.
    set_socket_options([](int socket) {
      const int on = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    });
    set_keep_alive_max_count(limits.requests_per_connection);
    set_keep_alive_timeout(std::chrono::ceil<std::chrono::seconds>(limits.idle_time).count());
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      return answer_without_body(request, response) ? HandlerResponse::Handled : HandlerResponse::Unhandled;
    });
    const HandlerWithContentReader with_body =
        [this](const httplib::Request& request, httplib::Response& response,
               const httplib::ContentReader& reader) { answer_with_body(request, response, reader); };
    const std::string every_path = R"([^]*)";
    Post(every_path, with_body)
        .Put(every_path, with_body)
        .Patch(every_path, with_body)
        .Delete(every_path, with_body);
    set_expect_100_continue_handler([this](const httplib::Request& request, httplib::Response& response) {
      std::optional<HttpResponse> refused = refusal(request);
      if (!refused) return 100;
      fill_in(std::move(*refused), request.version, response);
      return response.status;
    });
    set_error_handler([](const httplib::Request& request, httplib::Response& response) {
      if (!response.body.empty()) return;
      const int status = exchange->connection->timed_out()        ? 408
                         : exchange->connection->head_too_large() ? 431
                                                                  : response.status;
      exchange->connection->set_input_left(true);
      fill_in(status_response(status), request.version, response);
    });
    set_post_routing_handler([](const httplib::Request&, httplib::Response& response) {
      response.headers.erase("Accept-Ranges");
      if (!exchange->connection->input_left()) return;
      response.headers.erase("Keep-Alive");
      set_header(response, "Connection", "close");
    });
    set_logger([](const httplib::Request& request, const httplib::Response& response) {
      exchange->method = request.method;
      exchange->status = response.status;
    });
  }

  // ---------------------------------------------------------------- one request

  // The most exact route of a path and method; `allowed` gets the methods that the path has.
  const Route* find(const std::string& method, const std::string& path,
                    std::set<std::string>& allowed) const {
    const Route* best = nullptr;
    for (const Route& route : routes) {
      if (!matches(route, path)) continue;
      allowed.insert(route.method);
      if (route.method == "GET") allowed.insert("HEAD");
      const bool fits = route.method == method || (route.method == "GET" && method == "HEAD");
      if (fits &&
          (best == nullptr || is_prefix(*best) > is_prefix(route) || best->path.size() < route.path.size()))
        best = &route;
    }
    return best;
  }

  // Why a request is not taken, as its head says; finds its route.
  std::optional<HttpResponse> refusal(const httplib::Request& request) const {
    if (std::optional<HttpResponse> refused = guard.refusal(to_request(request))) return refused;
    std::set<std::string> allowed;
    exchange->route = find(request.method, request.path, allowed);
    if (allowed.empty())
      return error_response(404, "there is nothing at " + request.path, "GET / tells what is here");
    if (exchange->route == nullptr) {
      const std::string methods = fmt::format("{}", fmt::join(allowed, ", "));
      HttpResponse refused =
          error_response(405, request.method + " is not for " + request.path, "use " + methods);
      refused.headers.emplace_back("Allow", methods);
      return refused;
    }
    return takes_body(request.method) ? body_refusal(request, limits.max_body) : std::nullopt;
  }

  // True when the answer is made; false when the body must be read first.
  bool answer_without_body(const httplib::Request& request, httplib::Response& response) {
    if (std::optional<HttpResponse> refused = refusal(request)) {
      fill_in(std::move(*refused), request.version, response);
      return true;
    }
    if (takes_body(request.method)) return false;
    handle(to_request(request), request.version, response);
    return true;
  }

  void answer_with_body(const httplib::Request& request, httplib::Response& response,
                        const httplib::ContentReader& reader) {
    if (requests.fetch_add(1) >= limits.requests) {
      --requests;
      fill_in(busy_response("too many requests are waiting"), request.version, response);
      return;
    }
    exchange->counted = true;
    HttpRequest whole = to_request(request);
    if (std::optional<HttpResponse> failed = read_body(request, response, reader, whole.body)) {
      fill_in(std::move(*failed), request.version, response);
      return;
    }
    exchange->connection->set_input_left(false);
    handle(std::move(whole), request.version, response);
  }

  std::optional<HttpResponse> read_body(const httplib::Request& request, httplib::Response& response,
                                        const httplib::ContentReader& reader, std::string& body) {
    if (!announces_body(request)) return std::nullopt;
    bool large = false;
    bool crowded = false;
    const bool whole = reader([&](const char* data, std::size_t size) {
      exchange->body_bytes += size;
      large = exchange->body_bytes > limits.max_body;
      crowded = body_bytes.fetch_add(size) + size > limits.max_bodies;
      if (large || crowded) return false;
      body.append(data, size);
      return true;
    });
    response.status = -1;  // what the reader made of its failure
    if (whole) return std::nullopt;
    if (large) return too_large(limits.max_body);
    if (crowded) return busy_response("too many bytes are being worked on");
    if (exchange->connection->timed_out()) return status_response(408);
    return error_response(400, "the body is not what its headers say", "is it cut off, or packed otherwise?");
  }

  void handle(HttpRequest request, const std::string& version, httplib::Response& response) const {
    try {
      fill_in(exchange->route->handler(std::move(request)), version, response);
    } catch (const std::exception&) {
      fill_in(status_response(500), version, response);
    }
  }

  // ---------------------------------------------------------------- one connection

  void serve(int socket) {
    Connection connection(socket, stop_event, limits);
    for (std::size_t count = 1; connection.wait_for_request(); ++count) {
      if (!serve_one(connection, stopping || count >= limits.requests_per_connection)) break;
    }
    if (connection.input_left()) connection.linger();
  }

  // False when the connection is not to be used again.
  bool serve_one(Connection& connection, bool last) {
    Exchange now;
    now.connection = &connection;
    exchange = &now;
    ++under_way;
    bool closed = last;
    bool ok = false;
    try {
      ok = process_request(connection, last, closed, [&](httplib::Request& request) {
        connection.head_read();
        connection.set_input_left(announces_body(request));
        request.ranges.clear();  // answers are made, not files to be taken in parts
        // Brotli as the library sets it takes longer than the extraction.
        const bool gzip = request.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
        request.headers.erase("Accept-Encoding");
        if (gzip) request.set_header("Accept-Encoding", "gzip");
      });
    } catch (const std::exception&) {
      ok = false;  // no memory, say: this connection ends, the others go on
    }
    if (now.status == 0 && (connection.timed_out() || connection.head_too_large()))
      answer_early(connection, now);
    exchange = nullptr;
    end(now);
    return ok && !closed && !connection.input_left() && !connection.broken();
  }

  // No line of a request came in time, or one without end.
  static void answer_early(Connection& connection, Exchange& now) {
    now.status = connection.timed_out() ? 408 : 431;
    connection.set_input_left(true);
    const std::string wire = wire_form(status_response(now.status));
    connection.write(wire.data(), wire.size());
  }

  void end(const Exchange& now) {
    body_bytes -= now.body_bytes;
    if (now.counted) --requests;
    --under_way;
    if (now.status == 0 || !observer) return;
    const std::string_view route = now.route != nullptr ? std::string_view(now.route->path) : "other";
    observer({route, now.method, now.status, Clock::now() - now.connection->begun(), now.body_bytes});
  }

  // ---------------------------------------------------------------- connections

  void accept_connections() {
    while (true) {
      std::array<pollfd, 2> wanted = {pollfd{svr_sock_, POLLIN, 0}, pollfd{stop_event, POLLIN, 0}};
      if (::poll(wanted.data(), wanted.size(), -1) < 0 && errno != EINTR) return;
      accept_waiting();
      if (stopping) break;
    }
    // Not closed before the end: the library cuts chunked answers of a server without a socket.
    ::shutdown(svr_sock_, SHUT_RDWR);
  }

  void accept_waiting() {
    constexpr std::chrono::milliseconds kBreath{10};
    while (true) {
      const int socket = ::accept4(svr_sock_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
      if (socket >= 0) {
        take(socket);
      } else if (errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == ENOBUFS) {
        std::this_thread::sleep_for(kBreath);  // until connections end
        return;
      } else if (errno != EINTR && errno != ECONNABORTED) {
        return;
      }
    }
  }

  void take(int socket) {
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    join_finished();
    const std::unique_lock lock(mutex);
    if (open.size() >= limits.connections) return turn_away(socket);
    try {
      open[socket] = std::thread([this, socket] {
        serve(socket);
        forget(socket);
      });
    } catch (const std::system_error&) {
      open.erase(socket);
      turn_away(socket);
    }
  }

  static void turn_away(int socket) {
    static const std::string wire = wire_form(busy_response("too many connections are open"));
    std::array<char, 16384> unread;
    (void)::recv(socket, unread.data(), unread.size(), MSG_DONTWAIT);
    (void)::send(socket, wire.data(), wire.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    ::close(socket);
  }

  // The last thing a connection's thread does.
  void forget(int socket) {
    const std::unique_lock lock(mutex);
    finished.push_back(std::move(open[socket]));
    open.erase(socket);
    ::close(socket);
    if (open.empty()) none_open.notify_all();
  }

  void join_finished() {
    std::vector<std::thread> threads;
    {
      const std::unique_lock lock(mutex);
      threads.swap(finished);
    }
    for (std::thread& thread : threads) thread.join();
  }

  bool stop_serving(std::chrono::milliseconds limit) {
    if (!accepting.joinable()) return true;
    stopping = true;
    const std::uint64_t one = 1;
    (void)!::write(stop_event, &one, sizeof one);
    accepting.join();
    std::unique_lock lock(mutex);
    const bool done = none_open.wait_for(lock, limit, [&] { return open.empty(); });
    for (const auto& [socket, thread] : open) ::shutdown(socket, SHUT_RDWR);
    return done;
  }

  void begin() {
    constexpr int kBacklog = 1024;  // the library's is 5: the sixth of many at once would wait a second
    ::listen(svr_sock_, kBacklog);
    ::fcntl(svr_sock_, F_SETFL, O_NONBLOCK);
    accepting = std::thread([this] { accept_connections(); });
  }

  ~Listener() override {
    stop_serving(std::chrono::milliseconds(0));
    std::unique_lock lock(mutex);
    none_open.wait(lock, [&] { return open.empty(); });
    lock.unlock();
    join_finished();
    if (svr_sock_ != INVALID_SOCKET) ::close(svr_sock_);
    ::close(stop_event);
  }

  const std::string host;
  const int port;
  const ServerLimits limits;
  const Guard guard;
  std::vector<Route> routes;
  std::function<void(const ServedRequest&)> observer;
  std::atomic<std::size_t> requests{0};  // with a body
  std::atomic<std::size_t> under_way{0};
  std::atomic<std::size_t> body_bytes{0};

  const int stop_event = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  std::atomic<bool> stopping{false};
  std::thread accepting;
  mutable std::mutex mutex;
  std::map<int, std::thread> open;    // by socket
  std::vector<std::thread> finished;  // to be joined
  std::condition_variable none_open;
};

class Server final : public HttpServer {
 public:
  Server(std::string host, int port, const ServerLimits& limits) : listener_(std::move(host), port, limits) {}

  void add(std::string method, std::string path, HttpHandler handler) override {
    listener_.routes.push_back({std::move(method), std::move(path), std::move(handler)});
  }

  std::vector<std::pair<std::string, std::string>> routes() const override {
    std::vector<std::pair<std::string, std::string>> out;
    for (const Route& route : listener_.routes) out.emplace_back(route.method, route.path);
    return out;
  }

  void observe(std::function<void(const ServedRequest&)> observer) override {
    listener_.observer = std::move(observer);
  }

  Result<int> start() override {
    errno = 0;
    const int port = listener_.port == 0 ? listener_.bind_to_any_port(listener_.host)
                     : listener_.bind_to_port(listener_.host, listener_.port) ? listener_.port
                                                                              : -1;
    if (port < 0) {
      const std::string why = errno != 0 ? std::strerror(errno) : "no such address";
      return error(fmt::format("can't listen on {}:{}: {}", listener_.host, listener_.port, why),
                   "choose another --port (0: a free one) or --host");
    }
    listener_.begin();
    return port;
  }

  bool stop(std::chrono::milliseconds limit) override { return listener_.stop_serving(limit); }

  ServerLoad load() const override {
    const std::unique_lock lock(listener_.mutex);
    return {listener_.open.size(), listener_.under_way, listener_.body_bytes};
  }

 private:
  Listener listener_;
};

}  // namespace

std::unique_ptr<HttpServer> make_http_server(std::string host, int port, const ServerLimits& limits) {
  return std::make_unique<Server>(std::move(host), port, limits);
}

}  // namespace figmine
