#include "server/extract_options.h"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/calendar.h"
#include "base/split.h"
#include "output/names.h"

namespace figmine {
namespace {

bool read_flag(std::string_view text, bool& out) {
  const bool yes = text.empty() || text == "1" || text == "true" || text == "yes";
  if (!yes && text != "0" && text != "false" && text != "no") return false;
  out = yes;
  return true;
}

bool read_number(std::string_view text, double& out) {
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
  return code == std::errc() && end == text.data() + text.size();
}

// "money,percent": words of a list.
bool read_choices(std::string_view text, names::List words, std::vector<std::string>& out) {
  for (const std::string_view word : split(text, ',')) {
    if (!names::contains(words, word)) return false;
    out.emplace_back(word);
  }
  return true;
}

bool read_text(const std::string& text, std::string& out) {
  out = text;
  return !text.empty();
}

bool read_format(std::string_view text, AnswerFormat& out) {
  if (text == "json") {
    out = AnswerFormat::kJson;
  } else if (text == "jsonl") {
    out = AnswerFormat::kJsonLines;
  } else if (text == "csv") {
    out = AnswerFormat::kCsv;
  } else {
    return false;
  }
  return true;
}

// A parameter of the query: how its value is written, and what takes it; false where it is written otherwise.
struct Parameter {
  std::string_view name;
  std::string_view values;
  bool (*take)(ExtractRequest&, const std::string& value);
};

constexpr std::string_view kFlag = "true or false";

constexpr Parameter kParameters[] = {
    {"all", kFlag, [](ExtractRequest& r, const std::string& v) { return read_flag(v, r.options.all); }},
    {"format", "json, jsonl or csv",
     [](ExtractRequest& r, const std::string& v) { return read_format(v, r.format); }},
    {"id", "a name for the article",
     [](ExtractRequest& r, const std::string& v) { return read_text(v, r.options.id); }},
    {"kind", "a kind of quantity, such as money; several with commas",
     [](ExtractRequest& r, const std::string& v) { return read_choices(v, names::kKind, r.filter.kinds); }},
    {"language", "a language code, such as en",
     [](ExtractRequest& r, const std::string& v) { return read_text(v, r.options.language.emplace()); }},
    {"measure", "a part of the measure's text",
     [](ExtractRequest& r, const std::string& v) { return read_text(v, r.filter.measure); }},
    {"min_score", "a number from 0 to 1",
     [](ExtractRequest& r, const std::string& v) {
       return read_number(v, r.filter.min_score) && r.filter.min_score >= 0 && r.filter.min_score <= 1;
     }},
    {"offsets", "codepoints, bytes or utf16",
     [](ExtractRequest& r, const std::string& v) {
       const std::optional<OffsetUnit> unit = offset_unit(v);
       r.json.offsets = unit.value_or(OffsetUnit::kCodePoints);
       return unit.has_value();
     }},
    {"period", "2025, 2025-Q3, 2025-07 or FROM..TO",
     [](ExtractRequest& r, const std::string& v) {
       r.filter.period = parse_period_range(v);
       return r.filter.period.has_value();
     }},
    {"pretty", kFlag, [](ExtractRequest& r, const std::string& v) { return read_flag(v, r.json.pretty); }},
    {"published", "a date: YYYY-MM-DD",
     [](ExtractRequest& r, const std::string& v) {
       r.options.published = v;
       return parse_iso_date(v).has_value();
     }},
    {"section", "a part of the article, such as headline; several with commas",
     [](ExtractRequest& r, const std::string& v) {
       return read_choices(v, names::kSection, r.filter.sections);
     }},
    {"sentence", kFlag,
     [](ExtractRequest& r, const std::string& v) { return read_flag(v, r.json.sentences); }},
    {"status", "reported, forecast, target, estimate or hypothetical; several with commas",
     [](ExtractRequest& r, const std::string& v) {
       return read_choices(v, names::kStatus, r.filter.statuses);
     }},
    {"subject", "a part of the subject's name, aliases or ids",
     [](ExtractRequest& r, const std::string& v) { return read_text(v, r.filter.subject); }},
    {"text", kFlag, [](ExtractRequest& r, const std::string& v) { return read_flag(v, r.json.text); }},
    {"times", kFlag, [](ExtractRequest& r, const std::string& v) { return read_flag(v, r.json.times); }},
};

constexpr auto kNames = [] {
  std::array<std::string_view, std::size(kParameters)> names;
  std::transform(std::begin(kParameters), std::end(kParameters), names.begin(),
                 [](const Parameter& parameter) { return parameter.name; });
  return names;
}();

std::optional<HttpResponse> read_query(const HttpFields& query, ExtractRequest& out) {
  std::vector<std::string_view> seen;
  for (const auto& [name, value] : query) {
    const auto* parameter =
        std::find_if(std::begin(kParameters), std::end(kParameters),
                     [&name = name](const Parameter& known) { return known.name == name; });
    if (parameter == std::end(kParameters)) {
      return error_response(400, "unknown parameter '" + name + "'",
                            fmt::format("known are {}", fmt::join(kNames, ", ")));
    }
    if (std::find(seen.begin(), seen.end(), name) != seen.end())
      return error_response(400, "parameter '" + name + "' comes more than once");
    seen.push_back(parameter->name);
    if (!parameter->take(out, value))
      return error_response(400, fmt::format("parameter '{}' can't be '{}'", name, value),
                            fmt::format("it is {}", parameter->values));
  }
  out.options.times = out.json.times;
  return std::nullopt;
}

std::optional<HttpResponse> read_content_type(const HttpRequest& request, ExtractRequest& out) {
  const std::string* header = request.header("Content-Type");
  const ContentType type = parse_content_type(header == nullptr ? std::string_view() : *header);
  if (!type.charset.empty()) out.options.charset = same_name(type.charset, "utf-8") ? "UTF-8" : type.charset;
  const std::string& media = type.media_type;
  if (media.empty()) {
    out.options.input = Input::kAuto;
  } else if (media == "text/plain") {
    out.options.input = Input::kText;
  } else if (media == "text/html" || media == "application/xhtml+xml") {
    out.options.input = Input::kHtml;
  } else if (media == "text/markdown") {
    out.options.input = Input::kMarkdown;
  } else if (media == "application/json") {
    out.body = BodyKind::kJson;
  } else if (media == "application/x-ndjson" || media == "application/jsonl") {
    out.body = BodyKind::kJsonLines;
  } else {
    return error_response(415, "articles do not come as " + media,
                          "set Content-Type to text/plain, text/html, text/markdown, application/json or "
                          "application/x-ndjson");
  }
  if (out.body != BodyKind::kArticle) out.options.input = Input::kJsonLine;
  return std::nullopt;
}

// How much an Accept header wants a media type, from 0 to 1; its most exact range counts (RFC 9110, 12.5.1).
double wish(std::string_view accept, std::string_view media) {
  double wanted = 0;
  std::size_t exactness = 0;
  const std::string_view family = media.substr(0, media.find('/'));
  for (const std::string_view part : split(accept, ',')) {
    const std::vector<std::string_view> fields = split(part, ';');
    const std::string_view range = trimmed(fields.front());
    const std::size_t exact = same_name(range, media)                        ? 3
                              : same_name(range, std::string(family) + "/*") ? 2
                              : range == "*/*"                               ? 1
                                                                             : 0;
    if (exact <= exactness) continue;
    exactness = exact;
    wanted = 1;
    for (const std::string_view field : fields) {
      const std::string_view parameter = trimmed(field);
      if (parameter.starts_with("q=") && !read_number(parameter.substr(2), wanted)) wanted = 0;
    }
  }
  return wanted;
}

std::optional<HttpResponse> choose_format(const HttpRequest& request, ExtractRequest& out) {
  const bool lines = out.body == BodyKind::kJsonLines;
  const bool asked = std::any_of(request.query.begin(), request.query.end(),
                                 [](const auto& parameter) { return parameter.first == "format"; });
  if (asked) {
    if (lines && out.format != AnswerFormat::kJsonLines)
      return error_response(400, "JSON Lines are answered by JSON Lines",
                            "leave 'format' out, or send application/json");
    return std::nullopt;
  }
  out.format = lines ? AnswerFormat::kJsonLines : AnswerFormat::kJson;
  const std::string* accept = request.header("Accept");
  if (accept == nullptr || trimmed(*accept).empty()) return std::nullopt;
  double best = 0;
  for (const AnswerFormat format : {AnswerFormat::kJson, AnswerFormat::kJsonLines, AnswerFormat::kCsv}) {
    if (lines && format != AnswerFormat::kJsonLines) continue;
    if (const double wanted = wish(*accept, media_type(format)); wanted > best) {
      best = wanted;
      out.format = format;
    }
  }
  if (best > 0) return std::nullopt;
  return error_response(406, "no answer can be made as '" + *accept + "'",
                        lines ? "JSON Lines are answered by application/x-ndjson"
                              : "answers are application/json, application/x-ndjson or text/csv");
}

}  // namespace

std::span<const std::string_view> extract_parameters() { return kNames; }

std::string_view media_type(AnswerFormat format) {
  switch (format) {
    case AnswerFormat::kJsonLines:
      return "application/x-ndjson";
    case AnswerFormat::kCsv:
      return "text/csv";
    case AnswerFormat::kJson:
      break;
  }
  return "application/json";
}

std::variant<ExtractRequest, HttpResponse> read_extract_request(const HttpRequest& request) {
  ExtractRequest out;
  if (std::optional<HttpResponse> refused = read_content_type(request, out)) return *std::move(refused);
  if (std::optional<HttpResponse> refused = read_query(request.query, out)) return *std::move(refused);
  if (std::optional<HttpResponse> refused = choose_format(request, out)) return *std::move(refused);
  if (!out.options.id.empty() && out.body != BodyKind::kArticle)
    return error_response(400, "parameter 'id' names an article that comes as text",
                          "put \"id\" into the JSON object");
  out.json.pretty = out.json.pretty && out.format == AnswerFormat::kJson;
  return out;
}

Result<JsonItems> json_items(std::string_view body) {
  namespace json = rapidjson;
  json::MemoryStream stream(body.data(), body.size());
  json::BaseReaderHandler<> ignore;
  json::Reader reader;
  constexpr unsigned kFlags = json::kParseIterativeFlag | json::kParseValidateEncodingFlag;
  if (const json::ParseResult parsed = reader.Parse<kFlags>(stream, ignore); parsed.IsError()) {
    return error(
        fmt::format("bad JSON at byte {}: {}", parsed.Offset(), json::GetParseError_En(parsed.Code())),
        "send {\"text\": \"…\"}, or an array of such objects, in UTF-8");
  }
  JsonItems out;
  body = trimmed(body);
  out.array = body.starts_with('[');
  if (!out.array) {
    out.items.push_back(body);
    return out;
  }
  // It is good JSON: only strings and nesting can hide a comma.
  std::size_t depth = 0;
  std::size_t begin = 1;
  bool in_string = false;
  for (std::size_t at = 0; at < body.size(); ++at) {
    const char c = body[at];
    if (in_string) {
      if (c == '\\') ++at;
      in_string = c != '"';
      continue;
    }
    in_string = c == '"';
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
    if ((c != ',' || depth != 1) && depth != 0) continue;
    const std::string_view item = trimmed(body.substr(begin, at - begin));
    if (!item.empty()) out.items.push_back(item);
    begin = at + 1;
  }
  return out;
}

std::optional<std::string_view> next_line(std::string_view& rest, int& number) {
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = trimmed(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    ++number;
    if (!line.empty()) return line;
  }
  return std::nullopt;
}

}  // namespace figmine
