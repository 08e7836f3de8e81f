// server/connection: a client's socket as cpp-httplib's stream, with what that library has no limits for: the
// time of a whole request (a byte every four seconds is no request), the size of its head, the time of a
// write. Tested by tests/e2e/serve_test.py.
#pragma once

#include <httplib.h>
#include <poll.h>

#include <array>
#include <chrono>

#include "server/http_server.h"

namespace figmine {

// Used by one thread; does not own the socket, which must not block.
class Connection final : public httplib::Stream {
 public:
  using Clock = std::chrono::steady_clock;

  // `stop_event`: readable once the server is stopping.
  Connection(int socket, int stop_event, const ServerLimits& limits)
      : socket_(socket), stop_event_(stop_event), limits_(limits) {}

  // Waits for a request's first byte and starts its clock. False: none came in time, the client has gone, or
  // the server is stopping and nothing has come yet.
  [[nodiscard]] bool wait_for_request();
  // The head has been read: what follows is body.
  void head_read() { in_head_ = false; }

  [[nodiscard]] bool timed_out() const { return timed_out_; }
  [[nodiscard]] bool head_too_large() const { return head_too_large_; }
  [[nodiscard]] bool broken() const { return broken_; }  // an answer could not be written
  [[nodiscard]] Clock::time_point begun() const { return begun_; }

  // Whether the client may be sending what nobody will read: then the connection can't be used again.
  void set_input_left(bool left) { input_left_ = left; }
  [[nodiscard]] bool input_left() const { return input_left_; }

  // Ends the answer's side and takes in, for a short time, what the client is still sending: closed at once,
  // the socket would be reset, and the client might never see the answer.
  void linger();

  [[nodiscard]] bool is_readable() const override { return read_ < filled_ || ready(POLLIN, Clock::now()); }
  [[nodiscard]] bool is_writable() const override {
    return !broken_ && ready(POLLOUT, Clock::now() + limits_.write_time);
  }
  ssize_t read(char* data, std::size_t size) override;
  ssize_t write(const char* data, std::size_t size) override;  // all of it, or -1
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  [[nodiscard]] int socket() const override { return socket_; }

 private:
  [[nodiscard]] bool ready(short events, Clock::time_point until) const;
  [[nodiscard]] bool fill();

  int socket_;
  int stop_event_;
  const ServerLimits& limits_;
  std::array<char, 16384> buffer_;
  std::size_t read_ = 0;  // buffer_[read_, filled_) has not been taken yet
  std::size_t filled_ = 0;
  std::size_t head_bytes_ = 0;
  Clock::time_point begun_;
  bool in_head_ = true;
  bool input_left_ = false;
  bool timed_out_ = false;
  bool head_too_large_ = false;
  bool broken_ = false;
};

}  // namespace figmine
