// figmine serve: the extraction API over HTTP, until a signal ends it.
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "cli/common.h"
#include "server/extract_service.h"
#include "server/guard.h"
#include "server/http_server.h"

namespace figmine::cli {
namespace {

struct ServeFlags {
  std::string host = "127.0.0.1";
  int port = 8080;
  std::string rules;
  std::size_t jobs = 0;
  std::size_t queue = 256;
  std::uint64_t max_bytes = std::uint64_t{8} << 20U;
  std::size_t connections = 512;
  double timeout = 30;
  double idle_timeout = 15;
  double stop_timeout = 10;
};

std::chrono::milliseconds milliseconds(double seconds) {
  return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

ServerLimits limits_of(const ServeFlags& flags, std::size_t jobs) {
  constexpr std::size_t kBodies = 32;  // of the largest size, held at once
  ServerLimits limits;
  limits.max_body = flags.max_bytes;
  limits.max_bodies = flags.max_bytes * kBodies;
  limits.connections = flags.connections;
  limits.requests = jobs + flags.queue;
  limits.request_time = milliseconds(flags.timeout);
  limits.write_time = milliseconds(flags.timeout);
  limits.idle_time = milliseconds(flags.idle_timeout);
  return limits;
}

void announce(const std::string& host, int port) {
  const bool v6 = host.find(':') != std::string::npos;
  std::fprintf(stderr, "listening on http://%s:%d\n", (v6 ? "[" + host + "]" : host).c_str(), port);
  if (is_loopback(host)) return;
  Diagnostic warning = error("the server answers other machines, without encryption or passwords",
                             "put a reverse proxy in front of it, or leave --host out");
  warning.severity = Severity::kWarning;
  report(warning);
}

int run_serve(const ServeFlags& flags) {
  // Before any thread is made: all inherit it, and the signals come to sigwait alone.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  const std::optional<Engine> engine = make_engine(flags.rules);
  if (!engine) return kWrongUse;
  const std::size_t jobs = flags.jobs > 0 ? flags.jobs : std::max(1U, std::thread::hardware_concurrency());
  ExtractService service(*engine, {jobs, milliseconds(flags.timeout)});
  const Result<std::unique_ptr<HttpServer>> made =
      make_server(flags.host, flags.port, limits_of(flags, jobs));
  if (!made) {
    report(made.errors());
    return kWrongUse;
  }
  HttpServer& server = *made.value();
  service.add_to(server);
  const Result<int> port = server.start();
  if (!port) {
    report(port.errors());
    return kWrongUse;
  }
  announce(flags.host, port.value());
  int signal = 0;
  sigwait(&signals, &signal);
  if (server.stop(milliseconds(flags.stop_timeout))) return kDone;
  report(error("requests were still under way after the time to stop, and were cut off"));
  std::_Exit(kSomeFailed);  // their threads can't be waited for
}

}  // namespace

void add_serve(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("serve", "Facts of articles over HTTP");
  auto flags = std::make_shared<ServeFlags>();
  command->add_option("--host", flags->host, "Address to listen on; this machine alone unless told otherwise")
      ->capture_default_str();
  command->add_option("--port", flags->port, "Port; 0: a free one, told on standard error")
      ->capture_default_str()
      ->check(CLI::Range(0, 65535));
  command->add_option("--rules", flags->rules, "A folder of rules laid over the shipped ones");
  command->add_option("--jobs", flags->jobs, "Articles worked on at once; 0: as many as there are cores")
      ->check(CLI::Range(0, 1024));
  command->add_option("--queue", flags->queue, "Requests that may wait; one more is answered 503 at once")
      ->capture_default_str()
      ->check(CLI::Range(0, 100000));
  command
      ->add_option("--connections", flags->connections, "Connections open at once; one more is answered 503")
      ->capture_default_str()
      ->check(CLI::Range(1, 100000));
  command
      ->add_option("--max-bytes", flags->max_bytes, "Largest body of a request, such as 500KB or 8MB (8MB)")
      ->transform(CLI::AsSizeValue(false))
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{64} << 20U));
  command
      ->add_option(
          "--timeout", flags->timeout,
          "Seconds for a request to come (else 408), for an article (else 504), for the answer to be taken")
      ->capture_default_str()
      ->check(CLI::Range(0.05, 3600.0));
  command->add_option("--idle-timeout", flags->idle_timeout, "Seconds that a connection may be idle")
      ->capture_default_str()
      ->check(CLI::Range(0.05, 3600.0));
  command
      ->add_option("--stop-timeout", flags->stop_timeout,
                   "Seconds for requests under way to finish after SIGTERM or SIGINT; then exit code 1")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 3600.0));
  command->footer(
      "Examples:\n  figmine serve\n  figmine serve --port 0 --jobs 4 --max-bytes 2MB --timeout 10\n"
      "  curl --data-binary @release.txt -H 'Content-Type: text/plain' http://127.0.0.1:8080/v1/extract\n"
      "GET / tells what is there; docs/server.md is the reference.");
  command->callback([flags, &run] { run = [flags] { return run_serve(*flags); }; });
}

}  // namespace figmine::cli
