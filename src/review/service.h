// review/service: the API behind the review page: rows of the table, articles with their facts, decisions. A
// handler needs no socket; server/http_server carries it. Tested by tests/unit/review_test.cc and, in a
// browser, by tests/browser/.
//   GET  /                      the page; GET /review.js, /review.css
//   GET  /api/summary           counts, fields, reasons
//   GET  /api/rows              ?offset&limit, filter and order: a page of the table, and the first open row
//   GET  /api/article           ?name: the record, and what is decided of its facts
//   GET  /api/explain           ?article&fact: how the fact was derived
//   POST /api/decide            {"article","fact","action","reason"?,"changes"?,"span"?}
//   POST /api/decide-all        ?filter {"action","reason"?,"preview"?}
//   POST /api/repeats           {"article","fact","preview"?}: what was decided of it, for the facts that say
//   the same POST /api/undo, /api/redo POST /api/check             {"field","value"}; POST /api/parse
//   {"article","span"} or {"text"} POST /api/counter-example   {"article","fact"}: notes the sentence for the
//   fact's rules
// All of /api wants the header X-Figmine-Token, the page ?token=.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "figmine/figmine.h"
#include "server/http_message.h"

namespace figmine {

struct ReviewOptions {
  std::string reviewer;
  std::string token;  // not empty
};

// Any number of threads may call handle().
class ReviewService {
 public:
  // Errors: no store, a log that can't be read or is in use.
  [[nodiscard]] static Result<ReviewService> open(const std::filesystem::path& out, const Engine& engine,
                                                  const ReviewOptions& options);
  ReviewService(ReviewService&&) noexcept;
  ReviewService& operator=(ReviewService&&) noexcept;
  ~ReviewService();

  [[nodiscard]] HttpResponse handle(const HttpRequest& request);

 private:
  struct Impl;
  explicit ReviewService(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace figmine
