// server/http_message: requests and answers as plain values, so that a handler needs no socket to be tested.
// Tested by tests/unit/server_test.cc.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace figmine {

using HttpFields = std::vector<std::pair<std::string, std::string>>;

struct HttpRequest {
  std::string method;  // as it was sent: "GET"
  std::string path;    // percent-decoded, without the query
  HttpFields query;    // decoded; a name may come more than once
  HttpFields headers;
  std::string body;  // whole, and unpacked when it came with a Content-Encoding

  // The first header of that name, without regard to case; nullptr when there is none.
  [[nodiscard]] const std::string* header(std::string_view name) const;
};

struct HttpResponse {
  int status = 200;
  std::string content_type;
  std::string body;
  HttpFields headers;  // beside those that the server adds to every answer
  // In the place of `body`: called until it gives nothing; each part is sent as soon as it is made.
  std::function<std::optional<std::string>()> parts;
};

// {"error": {"message", "hint"?}} with its status.
[[nodiscard]] HttpResponse error_response(int status, std::string_view message, std::string_view hint = {});

// 503 with Retry-After: too much to do at the moment.
[[nodiscard]] HttpResponse busy_response(std::string_view message);

// "Text/HTML; Charset=UTF-8" -> media type "text/html", charset "UTF-8" (empty when there is none).
struct ContentType {
  std::string media_type;
  std::string charset;
};
[[nodiscard]] ContentType parse_content_type(std::string_view header);

// Equal without regard to the case of ASCII letters.
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);
// Without blanks at either end.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace figmine
