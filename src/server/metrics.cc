#include "server/metrics.h"

#include <fmt/format.h>
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace figmine {
namespace {

using prometheus::Counter;
using prometheus::Gauge;
using prometheus::Histogram;

const Histogram::BucketBoundaries kSeconds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                              0.25,  0.5,    1,     2.5,  5,     10,   30};

}  // namespace

struct Metrics::Families {
  Gauge& gauge(const char* name, const char* help) {
    return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
  }
  Counter& counter(const char* name, const char* help) {
    return prometheus::BuildCounter().Name(name).Help(help).Register(registry).Add({});
  }

  prometheus::Registry registry;
  prometheus::Family<Counter>& requests = prometheus::BuildCounter()
                                              .Name("figmine_http_requests_total")
                                              .Help("Answered requests by path and status")
                                              .Register(registry);
  prometheus::Family<Histogram>& seconds = prometheus::BuildHistogram()
                                               .Name("figmine_http_request_duration_seconds")
                                               .Help("From a request's first byte to its answer's last")
                                               .Register(registry);
  prometheus::Family<Counter>& articles =
      prometheus::BuildCounter().Name("figmine_articles_total").Help("Articles by result").Register(registry);
  Counter& done = articles.Add({{"result", "done"}});
  Counter& failed = articles.Add({{"result", "failed"}});
  Counter& facts = counter("figmine_facts_total", "Facts given");
  Counter& bytes = counter("figmine_http_request_body_bytes_total", "Bytes of request bodies, unpacked");
  Gauge& under_way = gauge("figmine_http_requests_in_flight", "Requests being read, worked on or answered");
  Gauge& connections = gauge("figmine_http_connections", "Open connections");
  Gauge& held = gauge("figmine_http_request_body_bytes_held", "Bytes of request bodies held at the moment");
  Gauge& waiting = gauge("figmine_articles_waiting", "Articles that wait for a thread");
};

Metrics::Metrics(const Engine& engine) : families_(std::make_unique<Families>()) {
  prometheus::BuildGauge()
      .Name("figmine_build_info")
      .Help("1; the version and the languages are labels")
      .Register(families_->registry)
      .Add({{"version", std::string(Engine::version())},
            {"languages", fmt::format("{}", fmt::join(engine.languages(), ","))}})
      .Set(1);
}

Metrics::~Metrics() = default;

void Metrics::served(const ServedRequest& request) {
  const std::string path(request.route);
  families_->requests.Add({{"path", path}, {"status", std::to_string(request.status)}}).Increment();
  families_->seconds.Add({{"path", path}}, kSeconds).Observe(request.time.count());
  families_->bytes.Increment(static_cast<double>(request.body_bytes));
}

void Metrics::article(bool done, std::size_t facts) {
  (done ? families_->done : families_->failed).Increment();
  families_->facts.Increment(static_cast<double>(facts));
}

std::string Metrics::text(const ServerLoad& load, std::size_t waiting) {
  families_->under_way.Set(static_cast<double>(load.requests));
  families_->connections.Set(static_cast<double>(load.connections));
  families_->held.Set(static_cast<double>(load.body_bytes));
  families_->waiting.Set(static_cast<double>(waiting));
  return prometheus::TextSerializer().Serialize(families_->registry.Collect());
}

}  // namespace figmine
