#include "server/connection.h"

#include <sys/socket.h>

#include <algorithm>
#include <cstring>

namespace figmine {
namespace {

using std::chrono::milliseconds;

int milliseconds_until(Connection::Clock::time_point until) {
  const auto left = std::chrono::ceil<milliseconds>(until - Connection::Clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000));
}

using NameOf = int (*)(int, sockaddr*, socklen_t*);

void address(NameOf name_of, int socket, std::string& ip, int& port) {
  sockaddr_storage storage = {};
  socklen_t size = sizeof storage;
  std::array<char, NI_MAXHOST> host = {};
  std::array<char, NI_MAXSERV> service = {};
  auto* name = reinterpret_cast<sockaddr*>(&storage);
  if (name_of(socket, name, &size) != 0) return;
  if (::getnameinfo(name, size, host.data(), host.size(), service.data(), service.size(),
                    NI_NUMERICHOST | NI_NUMERICSERV) != 0)
    return;
  ip = host.data();
  port = std::atoi(service.data());
}

}  // namespace

bool Connection::ready(short events, Clock::time_point until) const {
  pollfd wanted = {socket_, events, 0};
  int found = -1;
  do {
    found = ::poll(&wanted, 1, milliseconds_until(until));
  } while (found < 0 && errno == EINTR);
  return found > 0;
}

bool Connection::wait_for_request() {
  const Clock::time_point until = Clock::now() + limits_.idle_time;
  if (read_ == filled_) {
    std::array<pollfd, 2> wanted = {pollfd{socket_, POLLIN, 0}, pollfd{stop_event_, POLLIN, 0}};
    int found = -1;
    do {
      found = ::poll(wanted.data(), wanted.size(), milliseconds_until(until));
    } while (found < 0 && errno == EINTR);
    if (found <= 0 || wanted[0].revents == 0) return false;
  }
  begun_ = Clock::now();
  in_head_ = true;
  head_bytes_ = 0;
  return read_ < filled_ || fill();
}

bool Connection::fill() {
  while (true) {
    if (!ready(POLLIN, begun_ + limits_.request_time)) {
      timed_out_ = true;
      return false;
    }
    const ssize_t got = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got <= 0) return false;
    read_ = 0;
    filled_ = static_cast<std::size_t>(got);
    return true;
  }
}

ssize_t Connection::read(char* data, std::size_t size) {
  if (in_head_ && ++head_bytes_ > limits_.max_head) head_too_large_ = true;  // a head is read byte by byte
  if (head_too_large_ || timed_out_ || (read_ == filled_ && !fill())) return -1;
  // Bytes that trickle in are no reason to wait for ever, even when each comes before the last was used up.
  if (Clock::now() > begun_ + limits_.request_time) {
    timed_out_ = true;
    return -1;
  }
  const std::size_t taken = std::min(size, filled_ - read_);
  std::memcpy(data, buffer_.data() + read_, taken);
  read_ += taken;
  return static_cast<ssize_t>(taken);
}

ssize_t Connection::write(const char* data, std::size_t size) {
  const Clock::time_point until = Clock::now() + limits_.write_time;
  std::size_t done = 0;
  while (done < size && !broken_) {
    const ssize_t sent = ::send(socket_, data + done, size - done, MSG_NOSIGNAL);
    if (sent >= 0) {
      done += static_cast<std::size_t>(sent);
    } else if (errno != EINTR && !(errno == EAGAIN && ready(POLLOUT, until) && Clock::now() < until)) {
      broken_ = true;
    }
  }
  return broken_ ? -1 : static_cast<ssize_t>(size);
}

void Connection::linger() {
  constexpr milliseconds kTime{2000};
  ::shutdown(socket_, SHUT_WR);
  const Clock::time_point until = Clock::now() + kTime;
  while (Clock::now() < until && ready(POLLIN, until)) {
    const ssize_t got = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
    if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN)) return;
  }
}

void Connection::get_remote_ip_and_port(std::string& ip, int& port) const {
  address(::getpeername, socket_, ip, port);
}

void Connection::get_local_ip_and_port(std::string& ip, int& port) const {
  address(::getsockname, socket_, ip, port);
}

}  // namespace figmine
