#include "server/http_message.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

#include "document/charset.h"

namespace figmine {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

const std::string* HttpRequest::header(std::string_view name) const {
  const auto found = std::find_if(headers.begin(), headers.end(),
                                  [&](const auto& header) { return same_name(header.first, name); });
  return found == headers.end() ? nullptr : &found->second;
}

HttpResponse error_response(int status, std::string_view message, std::string_view hint) {
  namespace json = rapidjson;
  json::StringBuffer buffer;
  json::Writer<json::StringBuffer> writer(buffer);
  const auto text = [&](const char* name, std::string_view value) {
    const std::string valid = repair_utf8(value).text;  // "%FF" of a query may stand in it
    writer.Key(name);
    writer.String(valid.data(), static_cast<json::SizeType>(valid.size()));
  };
  writer.StartObject();
  writer.Key("error");
  writer.StartObject();
  text("message", message);
  if (!hint.empty()) text("hint", hint);
  writer.EndObject();
  writer.EndObject();
  HttpResponse response;
  response.status = status;
  response.content_type = "application/json";
  response.body.assign(buffer.GetString(), buffer.GetSize());
  response.body += '\n';
  return response;
}

HttpResponse busy_response(std::string_view message) {
  HttpResponse response = error_response(503, message, "try again in a second");
  response.headers.emplace_back("Retry-After", "1");
  return response;
}

ContentType parse_content_type(std::string_view header) {
  ContentType out;
  const std::string_view type = trimmed(header.substr(0, header.find(';')));
  std::transform(type.begin(), type.end(), std::back_inserter(out.media_type), lower);
  while (header.find(';') != std::string_view::npos) {
    header.remove_prefix(header.find(';') + 1);
    const std::string_view parameter = trimmed(header.substr(0, header.find(';')));
    const std::size_t equal = parameter.find('=');
    if (equal == std::string_view::npos || !same_name(trimmed(parameter.substr(0, equal)), "charset"))
      continue;
    std::string_view value = trimmed(parameter.substr(equal + 1));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
      value = value.substr(1, value.size() - 2);
    out.charset = value;
  }
  return out;
}

}  // namespace figmine
