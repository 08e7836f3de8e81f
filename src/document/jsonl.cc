#include "document/jsonl.h"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "base/calendar.h"
#include "document/charset.h"
#include "document/read.h"

namespace figmine {
namespace {

namespace json = rapidjson;

// A string or number field as text; an error names the field.
std::optional<Diagnostic> take(const json::Document& object, const char* name,
                               std::optional<std::string>& out) {
  const auto member = object.FindMember(name);
  if (member == object.MemberEnd() || member->value.IsNull()) return std::nullopt;
  if (!member->value.IsString()) return error(fmt::format("\"{}\" is not a string", name));
  out = std::string(member->value.GetString(), member->value.GetStringLength());
  return std::nullopt;
}

}  // namespace

Result<Document> read_jsonl_line(std::string_view line) {
  json::Document object;
  constexpr unsigned kFlags =
      json::kParseIterativeFlag | json::kParseNumbersAsStringsFlag | json::kParseValidateEncodingFlag;
  object.Parse<kFlags>(line.data(), line.size());
  if (object.HasParseError()) {
    Diagnostic d = error(fmt::format("bad JSON: {}", json::GetParseError_En(object.GetParseError())),
                         "each line is one JSON object in UTF-8");
    d.column = static_cast<int>(object.GetErrorOffset()) + 1;
    return d;
  }
  if (!object.IsObject()) return error("the line is not a JSON object", "write {\"text\": \"…\"}");
  Document document;
  std::optional<std::string> text;
  std::optional<std::string> id;
  std::optional<std::string> media_type;
  Metadata& metadata = document.metadata;
  for (const auto& [name, field] : std::initializer_list<std::pair<const char*, std::optional<std::string>*>>{
           {"text", &text},
           {"id", &id},
           {"published", &metadata.published},
           {"language", &metadata.language},
           {"title", &metadata.title},
           {"url", &metadata.url},
           {"media_type", &media_type}}) {
    if (const std::optional<Diagnostic> problem = take(object, name, *field)) return *problem;
  }
  if (!text) return error("the object has no \"text\"", "write {\"text\": \"…\"}");
  if (metadata.published && !parse_iso_date(*metadata.published))
    return error("\"published\" is no date: " + *metadata.published, "write YYYY-MM-DD");
  metadata.id = id.value_or("");
  document.charset = "UTF-8";
  document.media_type = media_type.value_or("text/plain");
  if (document.media_type == "text/html") {
    read_html(*text, document);
  } else if (document.media_type == "text/markdown") {
    read_markdown(*text, document);
  } else {
    document.text = std::move(*text);
    read_plain_text(document);
  }
  return document;
}

}  // namespace figmine
