#include "server/extract_service.h"

#include <fmt/format.h>

#include <deque>

#include "base/html_text.h"
#include "output/csv.h"
#include "output/schema.h"
#include "server/extract_options.h"
#include "server/extract_pool.h"
#include "server/metrics.h"
#include "server/pages.h"

namespace figmine {
namespace {

using Clock = std::chrono::steady_clock;

// An answer that is being made, and until when it is waited for.
struct Pending {
  std::future<ExtractAnswer> answer;
  Clock::time_point deadline;
};

ExtractAnswer make_answer(Extractor& extractor, std::string_view bytes, const ExtractRequest& wanted) {
  Result<DocumentResult> extracted = extractor.extract(bytes, wanted.options);
  if (!extracted) return {"", 0, extracted.errors()};
  DocumentResult result = std::move(extracted).value();
  filter_facts(result, wanted.filter);
  const std::size_t facts = result.facts.size();
  return {wanted.format == AnswerFormat::kCsv ? to_csv(result) : to_json(result, wanted.json), facts, {}};
}

std::string error_record(const Diagnostic& problem, int number) {
  return error_json(problem.message, problem.hint, "", number);
}

HttpResponse answer(AnswerFormat format, std::string body) {
  HttpResponse response;
  response.content_type = media_type(format);
  response.body = std::move(body);
  return response;
}

HttpResponse embedded(std::string_view path, std::string_view content) {
  HttpResponse response;
  response.content_type = path.ends_with(".html")  ? "text/html; charset=utf-8"
                          : path.ends_with(".css") ? "text/css; charset=utf-8"
                                                   : "application/json";
  response.headers.emplace_back("Content-Security-Policy",
                                "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
                                "frame-ancestors 'none'");
  response.body = content;
  return response;
}

// The page at "/": its example names the server as the client did.
HttpResponse front_page(const HttpRequest& request, std::string_view content) {
  HttpResponse response = embedded("index.html", content);
  const std::string* host = request.header("Host");
  constexpr std::string_view kExample = "127.0.0.1:8080";
  const std::size_t at = response.body.find(kExample);
  if (host != nullptr && at != std::string::npos)
    response.body.replace(at, kExample.size(), html_text(*host));
  return response;
}

// The answers to several articles in one body.
class Joined {
 public:
  explicit Joined(AnswerFormat format) : format_(format) {
    if (format == AnswerFormat::kJson) body_ = "[";
    if (format == AnswerFormat::kCsv) body_ = csv_header();
  }
  void add(const std::string& one) {
    if (format_ == AnswerFormat::kJson && any_) body_ += ",\n";
    any_ = true;
    body_ += one;
    if (format_ == AnswerFormat::kJsonLines) body_ += '\n';
  }
  std::string take() {
    if (format_ == AnswerFormat::kJson) body_ += "]\n";
    return std::move(body_);
  }

 private:
  AnswerFormat format_;
  std::string body_;
  bool any_ = false;
};

}  // namespace

struct ExtractService::Impl {
  Impl(const Engine& engine, const ExtractServiceOptions& wanted)
      : options(wanted), metrics(engine), pool(engine, wanted.jobs) {}

  // `bytes` lie in `body`, which lives as long as anything works on it, even when nobody waits any more.
  Pending submit(std::shared_ptr<const std::string> body, std::string_view bytes,
                 std::shared_ptr<const ExtractRequest> wanted) {
    const Clock::time_point deadline = Clock::now() + options.article_time;
    return {pool.submit(
                [body = std::move(body), bytes, wanted = std::move(wanted), deadline](Extractor& extractor) {
                  if (Clock::now() >= deadline) return ExtractAnswer{};
                  return make_answer(extractor, bytes, *wanted);
                }),
            deadline};
  }

  // Nothing when the time is over.
  std::optional<ExtractAnswer> wait(Pending& pending) {
    const bool ready = pending.answer.wait_until(pending.deadline) == std::future_status::ready;
    std::optional<ExtractAnswer> made;
    if (ready && Clock::now() < pending.deadline) made = pending.answer.get();
    metrics.article(made && made->problems.empty(), made ? made->facts : 0);
    return made;
  }

  // What stands in the place of an answer that took too long.
  Diagnostic late() const {
    return error(fmt::format("the article took longer than {} ms", options.article_time.count()),
                 "split it, try again when there is less to do, or start with a longer --timeout");
  }

  HttpResponse extract_one(const std::shared_ptr<const std::string>& body, std::string_view bytes,
                           const std::shared_ptr<const ExtractRequest>& wanted) {
    Pending pending = submit(body, bytes, wanted);
    std::optional<ExtractAnswer> made = wait(pending);
    if (!made) return error_response(504, late().message, late().hint);
    if (!made->problems.empty())
      return error_response(422, made->problems.front().message, made->problems.front().hint);
    if (wanted->format == AnswerFormat::kCsv) return answer(wanted->format, csv_header() + made->out);
    return answer(wanted->format, std::move(made->out) + "\n");
  }

  // An array: answers in its order, an error record in the place of an article that failed. CSV has no place
  // for one.
  HttpResponse extract_array(const std::shared_ptr<const std::string>& body, const JsonItems& items,
                             const std::shared_ptr<const ExtractRequest>& wanted) {
    Joined joined(wanted->format);
    Ahead ahead(*this, body, wanted);
    std::size_t next = 0;
    const auto more = [&]() -> std::optional<Ahead::Item> {
      if (next == items.items.size()) return std::nullopt;
      const std::string_view item = items.items[next++];
      return Ahead::Item{item, static_cast<int>(next)};
    };
    while (std::optional<Ahead::Answer> made = ahead.next(more)) {
      if (!made->problem) {
        joined.add(made->out);
      } else if (wanted->format == AnswerFormat::kCsv) {
        return error_response(made->late ? 504 : 422,
                              fmt::format("article {}: {}", made->number, made->problem->message),
                              made->problem->hint);
      } else {
        joined.add(error_record(*made->problem, made->number));
      }
    }
    return answer(wanted->format, joined.take());
  }

  HttpResponse extract_json(const std::shared_ptr<const std::string>& body,
                            const std::shared_ptr<const ExtractRequest>& wanted) {
    const Result<JsonItems> items = json_items(*body);
    if (!items) return error_response(400, items.errors().front().message, items.errors().front().hint);
    if (items.value().array) return extract_array(body, items.value(), wanted);
    return extract_one(body, items.value().items.front(), wanted);
  }

  // Lines are sent as they are made, in order.
  HttpResponse extract_lines(const std::shared_ptr<const std::string>& body,
                             const std::shared_ptr<const ExtractRequest>& wanted) {
    struct Lines {
      Ahead ahead;
      std::string_view rest;
      int number = 0;
    };
    auto lines = std::make_shared<Lines>(Lines{Ahead(*this, body, wanted), *body});
    HttpResponse response = answer(wanted->format, "");
    response.parts = [lines]() -> std::optional<std::string> {
      std::optional<Ahead::Answer> made = lines->ahead.next([&]() -> std::optional<Ahead::Item> {
        const std::optional<std::string_view> line = next_line(lines->rest, lines->number);
        if (!line) return std::nullopt;
        return Ahead::Item{*line, lines->number};
      });
      if (!made) return std::nullopt;
      return (made->problem ? error_record(*made->problem, made->number) : std::move(made->out)) + "\n";
    };
    return response;
  }

  // Articles of one body, answered in order, with a few worked on ahead so that all threads have something to
  // do.
  class Ahead {
   public:
    struct Item {
      std::string_view bytes;
      int number;  // 1-based: of the line, or in the array
    };
    struct Answer {
      int number = 0;
      std::string out;
      std::optional<Diagnostic> problem;
      bool late = false;
    };

    Ahead(Impl& impl, std::shared_ptr<const std::string> body, std::shared_ptr<const ExtractRequest> wanted)
        : impl_(&impl), body_(std::move(body)), wanted_(std::move(wanted)) {}

    // The next answer; `more` gives the articles, one a call.
    template <class More>
    std::optional<Answer> next(More more) {
      while (pending_.size() < impl_->pool.threads()) {
        const std::optional<Item> item = more();
        if (!item) break;
        pending_.emplace_back(item->number, impl_->submit(body_, item->bytes, wanted_));
      }
      if (pending_.empty()) return std::nullopt;
      auto [number, pending] = std::move(pending_.front());
      pending_.pop_front();
      std::optional<ExtractAnswer> made = impl_->wait(pending);
      if (!made) return Answer{number, "", impl_->late(), true};
      if (!made->problems.empty()) return Answer{number, "", made->problems.front(), false};
      return Answer{number, std::move(made->out), std::nullopt, false};
    }

   private:
    Impl* impl_;
    std::shared_ptr<const std::string> body_;
    std::shared_ptr<const ExtractRequest> wanted_;
    std::deque<std::pair<int, Pending>> pending_;
  };

  const ExtractServiceOptions options;
  Metrics metrics;
  ExtractPool pool;
};

ExtractService::ExtractService(const Engine& engine, const ExtractServiceOptions& options)
    : impl_(std::make_unique<Impl>(engine, options)) {}
ExtractService::~ExtractService() = default;

HttpResponse ExtractService::extract(HttpRequest request) {
  std::variant<ExtractRequest, HttpResponse> read = read_extract_request(request);
  if (auto* refused = std::get_if<HttpResponse>(&read)) return std::move(*refused);
  const auto wanted = std::make_shared<const ExtractRequest>(std::get<ExtractRequest>(std::move(read)));
  const auto body = std::make_shared<const std::string>(std::move(request.body));
  switch (wanted->body) {
    case BodyKind::kJson:
      return impl_->extract_json(body, wanted);
    case BodyKind::kJsonLines:
      return impl_->extract_lines(body, wanted);
    case BodyKind::kArticle:
      break;
  }
  return impl_->extract_one(body, *body, wanted);
}

void ExtractService::add_to(HttpServer& server) {
  server.add("POST", "/v1/extract", [this](HttpRequest request) { return extract(std::move(request)); });
  server.add("GET", "/v1/schema", [](const HttpRequest&) {
    HttpResponse response;
    response.content_type = "application/schema+json";
    response.body = document_schema();
    return response;
  });
  server.add("GET", "/healthz", [](const HttpRequest&) {
    return answer(AnswerFormat::kJson,
                  fmt::format("{{\"status\":\"ok\",\"version\":\"{}\"}}\n", Engine::version()));
  });
  server.add("GET", "/metrics", [this, &server](const HttpRequest&) {
    HttpResponse response;
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    response.body = impl_->metrics.text(server.load(), impl_->pool.waiting());
    return response;
  });
  for (const EmbeddedFile& file : embedded_server_pages()) {
    if (file.path == "index.html") {
      server.add("GET", "/",
                 [file](const HttpRequest& request) { return front_page(request, file.content); });
      continue;
    }
    server.add("GET", "/" + std::string(file.path),
               [file](const HttpRequest&) { return embedded(file.path, file.content); });
  }
  server.observe([this](const ServedRequest& request) { impl_->metrics.served(request); });
}

}  // namespace figmine
