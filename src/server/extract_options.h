// server/extract_options: what a request asks for, from its query and headers, checked: the options of
// `figmine extract` that make sense over HTTP. Pure. Tested by tests/unit/server_test.cc.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "figmine/figmine.h"
#include "output/fact_filter.h"
#include "output/json.h"
#include "server/http_message.h"

namespace figmine {

enum class BodyKind { kArticle, kJson, kJsonLines };
enum class AnswerFormat { kJson, kJsonLines, kCsv };  // in the order of preference

struct ExtractRequest {
  ExtractOptions options;
  JsonOptions json;
  FactFilter filter;
  BodyKind body = BodyKind::kArticle;
  AnswerFormat format = AnswerFormat::kJson;
};

// The names of the query's parameters; the OpenAPI document has the same, and a test checks that.
[[nodiscard]] std::span<const std::string_view> extract_parameters();

// All but the body; or the refusal: 400 (a parameter), 406 (Accept), 415 (Content-Type).
[[nodiscard]] std::variant<ExtractRequest, HttpResponse> read_extract_request(const HttpRequest& request);

[[nodiscard]] std::string_view media_type(AnswerFormat format);

// The objects of a JSON body: one, or those of an array; views into `body`. Errors: no JSON, or neither of
// both.
struct JsonItems {
  std::vector<std::string_view> items;
  bool array = false;
};
[[nodiscard]] Result<JsonItems> json_items(std::string_view body);

// The next line that is not blank, taken off `rest` and counted in `number`; nothing at the end.
[[nodiscard]] std::optional<std::string_view> next_line(std::string_view& rest, int& number);

}  // namespace figmine
