// server/: what needs no socket: the guard, the options of a request, the bodies, the service and its OpenAPI
// document.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <set>

#include "server/extract_options.h"
#include "server/extract_pool.h"
#include "server/extract_service.h"
#include "server/guard.h"
#include "server/metrics.h"
#include "server/pages.h"
#include "support.h"

namespace figmine {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kArticle = "Northlake Turbines sold 412 turbines in 2025, up 15 percent.";

HttpRequest request_with(HttpFields headers, HttpFields query = {}, std::string body = {}) {
  HttpRequest request;
  request.method = "POST";
  request.path = "/v1/extract";
  request.headers = std::move(headers);
  request.query = std::move(query);
  request.body = std::move(body);
  return request;
}

HttpRequest post(std::string type, std::string body, HttpFields query = {}) {
  return request_with({{"Content-Type", std::move(type)}}, std::move(query), std::move(body));
}

int status_of(const HttpRequest& request) {
  const auto read = read_extract_request(request);
  const auto* refused = std::get_if<HttpResponse>(&read);
  return refused == nullptr ? 200 : refused->status;
}

ExtractRequest read(const HttpRequest& request) {
  auto out = read_extract_request(request);
  EXPECT_TRUE(std::holds_alternative<ExtractRequest>(out)) << std::get<HttpResponse>(out).body;
  return std::get<ExtractRequest>(std::move(out));
}

rapidjson::Document parsed(std::string_view text) {
  rapidjson::Document document;
  document.Parse(text.data(), text.size());
  EXPECT_FALSE(document.HasParseError()) << text;
  return document;
}

std::string_view page(std::string_view path) {
  for (const EmbeddedFile& file : embedded_server_pages()) {
    if (file.path == path) return file.content;
  }
  return {};
}

ExtractService& service() {
  static ExtractService made(engine(), {2, std::chrono::seconds(60)});
  return made;
}

// ---------------------------------------------------------------- messages

TEST(HttpMessage, HeadersAreFoundWithoutRegardToCase) {
  const HttpRequest request = request_with({{"Content-type", "a"}, {"CONTENT-TYPE", "b"}});
  ASSERT_NE(request.header("content-Type"), nullptr);
  EXPECT_EQ(*request.header("content-Type"), "a");
  EXPECT_EQ(request.header("Accept"), nullptr);
}

TEST(HttpMessage, ContentTypes) {
  EXPECT_EQ(parse_content_type("Text/HTML; Charset=\"ISO-8859-1\"").media_type, "text/html");
  EXPECT_EQ(parse_content_type("Text/HTML; Charset=\"ISO-8859-1\"").charset, "ISO-8859-1");
  EXPECT_EQ(parse_content_type("text/plain;format=flowed; charset=utf-8").charset, "utf-8");
  EXPECT_EQ(parse_content_type("").media_type, "");
  EXPECT_EQ(parse_content_type(";;=;charset").charset, "");
}

TEST(HttpMessage, ErrorsAreJsonWhateverStandsInThem) {
  const HttpResponse response = error_response(418, "a \"quoted\" \xFF byte", "do\nsomething");
  EXPECT_EQ(response.status, 418);
  EXPECT_EQ(response.content_type, "application/json");
  const rapidjson::Document json = parsed(response.body);
  EXPECT_STREQ(json["error"]["message"].GetString(), "a \"quoted\" \xEF\xBF\xBD byte");
  EXPECT_STREQ(json["error"]["hint"].GetString(), "do\nsomething");
  EXPECT_FALSE(parsed(error_response(400, "m").body)["error"].HasMember("hint"));
}

// ---------------------------------------------------------------- guard

TEST(Guard, Loopback) {
  for (const char* host : {"127.0.0.1", "127.8.9.1", "localhost", "LOCALHOST", "::1"})
    EXPECT_TRUE(is_loopback(host)) << host;
  for (const char* host :
       {"0.0.0.0", "::", "192.168.0.1", "localhost.evil.example", "127.0.0.1.evil.example", "", "128.0.0.1"})
    EXPECT_FALSE(is_loopback(host)) << host;
}

TEST(Guard, HostsOfAuthorities) {
  EXPECT_EQ(host_of("localhost:80"), "localhost");
  EXPECT_EQ(host_of("localhost"), "localhost");
  EXPECT_EQ(host_of("[::1]:80"), "::1");
  EXPECT_EQ(host_of("[::1"), "");
  EXPECT_EQ(host_of(""), "");
}

TEST(Guard, ForeignHostsAndOriginsAreRefusedOnLoopback) {
  const Guard guard("127.0.0.1");
  const auto passes = [&](HttpFields headers) { return !guard.refusal(request_with(std::move(headers))); };
  EXPECT_TRUE(passes({{"Host", "127.0.0.1:8080"}}));
  EXPECT_TRUE(passes({{"Host", "localhost:9"}}));
  EXPECT_TRUE(passes({{"host", "[::1]:8080"}}));
  EXPECT_TRUE(passes({}));  // HTTP/1.0; a browser always sends one
  EXPECT_FALSE(passes({{"Host", "evil.example:8080"}}));
  EXPECT_FALSE(passes({{"Host", "127.0.0.1.evil.example"}}));
  EXPECT_FALSE(passes({{"Host", ""}}));
  EXPECT_TRUE(passes({{"Host", "localhost:8080"}, {"Origin", "http://localhost:8080"}}));
  EXPECT_FALSE(passes({{"Host", "localhost:8080"}, {"Origin", "http://localhost:9090"}}));
  EXPECT_FALSE(passes({{"Host", "localhost:8080"}, {"Origin", "null"}}));
  EXPECT_FALSE(passes({{"Origin", "http://localhost:8080"}}));
  EXPECT_EQ(guard.refusal(request_with({{"Host", "evil.example"}}))->status, 403);
}

TEST(Guard, OtherAddressesTakeAnyHostButNoForeignOrigin) {
  const Guard guard("0.0.0.0");
  EXPECT_FALSE(guard.refusal(request_with({{"Host", "facts.example"}})));
  EXPECT_FALSE(guard.refusal(request_with({{"Host", "facts.example"}, {"Origin", "https://facts.example"}})));
  EXPECT_TRUE(guard.refusal(request_with({{"Host", "facts.example"}, {"Origin", "https://evil.example"}})));
}

// ---------------------------------------------------------------- options

TEST(ExtractRequest, NothingAskedIsWhatTheCommandDoes) {
  const ExtractRequest out = read(post("text/plain", ""));
  EXPECT_EQ(out.options.input, Input::kText);
  EXPECT_FALSE(out.options.all);
  EXPECT_FALSE(out.options.times);
  EXPECT_FALSE(out.options.published);
  EXPECT_TRUE(out.json.sentences);
  EXPECT_FALSE(out.json.pretty);
  EXPECT_EQ(out.json.offsets, OffsetUnit::kCodePoints);
  EXPECT_EQ(out.format, AnswerFormat::kJson);
}

TEST(ExtractRequest, EveryParameterIsTaken) {
  const ExtractRequest out = read(post("text/html; charset=windows-1252", "",
                                       {{"all", ""},
                                        {"times", "1"},
                                        {"published", "2026-03-03"},
                                        {"language", "en"},
                                        {"offsets", "utf16"},
                                        {"kind", "money,percent"},
                                        {"section", "lede"},
                                        {"status", "reported"},
                                        {"subject", "acme"},
                                        {"period", "2025"},
                                        {"measure", "revenue"},
                                        {"min_score", "0.5"},
                                        {"sentence", "false"},
                                        {"text", "yes"},
                                        {"pretty", "true"},
                                        {"id", "x7"},
                                        {"format", "json"}}));
  EXPECT_EQ(out.options.input, Input::kHtml);
  EXPECT_EQ(out.options.charset, "windows-1252");
  EXPECT_TRUE(out.options.all);
  EXPECT_TRUE(out.options.times);
  EXPECT_TRUE(out.json.times);
  EXPECT_EQ(out.options.published, "2026-03-03");
  EXPECT_EQ(out.options.language, "en");
  EXPECT_EQ(out.options.id, "x7");
  EXPECT_EQ(out.json.offsets, OffsetUnit::kUtf16);
  EXPECT_THAT(out.filter.kinds, ElementsAre("money", "percent"));
  EXPECT_THAT(out.filter.sections, ElementsAre("lede"));
  EXPECT_THAT(out.filter.statuses, ElementsAre("reported"));
  EXPECT_EQ(out.filter.subject, "acme");
  EXPECT_TRUE(out.filter.period.has_value());
  EXPECT_EQ(out.filter.measure, "revenue");
  EXPECT_EQ(out.filter.min_score, 0.5);
  EXPECT_FALSE(out.json.sentences);
  EXPECT_TRUE(out.json.text);
  EXPECT_TRUE(out.json.pretty);
}

TEST(ExtractRequest, WrongParametersAreRefused) {
  const HttpFields wrong = {{"bogus", "1"},       {"all", "maybe"},   {"published", "2026-02-30"},
                            {"offsets", "runes"}, {"min_score", "2"}, {"min_score", "0.5x"},
                            {"min_score", "nan"}, {"format", "xml"},  {"kind", ""},
                            {"kind", "money,"},   {"status", "done"}, {"section", "Lede"},
                            {"period", "soon"},   {"subject", ""},    {"All", "1"}};
  for (const auto& [name, value] : wrong)
    EXPECT_EQ(status_of(post("text/plain", "", {{name, value}})), 400) << name << value;
  EXPECT_EQ(status_of(post("text/plain", "", {{"all", "1"}, {"all", "0"}})), 400);
  EXPECT_EQ(status_of(post("application/json", "", {{"id", "x"}})), 400);
}

TEST(ExtractRequest, ContentTypes) {
  EXPECT_EQ(read(post("text/markdown", "")).options.input, Input::kMarkdown);
  EXPECT_EQ(read(post("application/xhtml+xml", "")).options.input, Input::kHtml);
  EXPECT_EQ(read(post("application/json; charset=utf-8", "")).body, BodyKind::kJson);
  EXPECT_EQ(read(post("application/jsonl", "")).body, BodyKind::kJsonLines);
  EXPECT_EQ(read(request_with({})).options.input, Input::kAuto);
  EXPECT_EQ(status_of(post("application/pdf", "")), 415);
  EXPECT_EQ(status_of(post("application/x-www-form-urlencoded", "")), 415);
}

TEST(ExtractRequest, TheAnswerIsNegotiated) {
  const auto accepting = [](std::string accept, std::string type = "text/plain") {
    return request_with({{"Accept", std::move(accept)}, {"Content-Type", std::move(type)}});
  };
  EXPECT_EQ(read(accepting("*/*")).format, AnswerFormat::kJson);
  EXPECT_EQ(read(accepting("text/csv")).format, AnswerFormat::kCsv);
  EXPECT_EQ(read(accepting("text/*")).format, AnswerFormat::kCsv);
  EXPECT_EQ(read(accepting("application/json;q=0.2, text/csv; q=0.9")).format, AnswerFormat::kCsv);
  EXPECT_EQ(read(accepting("application/x-ndjson")).format, AnswerFormat::kJsonLines);
  EXPECT_EQ(read(accepting("application/json;q=0, */*")).format, AnswerFormat::kJsonLines);
  EXPECT_EQ(read(accepting("*/*", "application/x-ndjson")).format, AnswerFormat::kJsonLines);
  EXPECT_EQ(status_of(accepting("image/png")), 406);
  EXPECT_EQ(status_of(accepting("application/json;q=0")), 406);
  EXPECT_EQ(status_of(accepting("text/csv", "application/x-ndjson")), 406);
  EXPECT_EQ(status_of(post("application/x-ndjson", "", {{"format", "csv"}})), 400);
  HttpRequest both = accepting("text/csv");
  both.query = {{"format", "jsonl"}};
  EXPECT_EQ(read(both).format, AnswerFormat::kJsonLines);
}

// ---------------------------------------------------------------- bodies

TEST(JsonItems, ObjectsAndArrays) {
  EXPECT_THAT(json_items(" {\"a\": [1, 2]} ").value().items, ElementsAre("{\"a\": [1, 2]}"));
  const Result<JsonItems> many = json_items("[ {\"a\":\"],[{\\\"\"} , [1,2],\"x,y\\\\\",5 ]");
  ASSERT_TRUE(many.ok());
  EXPECT_TRUE(many.value().array);
  EXPECT_THAT(many.value().items, ElementsAre("{\"a\":\"],[{\\\"\"}", "[1,2]", "\"x,y\\\\\"", "5"));
  EXPECT_TRUE(json_items("[ ]").value().items.empty());
}

TEST(JsonItems, WhatIsNoJsonIsRefused) {
  for (const char* body : {"", "{", "[1,]", "{} {}", "{\"a\":\"\xFF\"}", "text"})
    EXPECT_FALSE(json_items(body).ok()) << body;
  const std::string deep(200000, '[');
  EXPECT_FALSE(json_items(deep).ok());
  EXPECT_EQ(json_items(deep + std::string(200000, ']')).value().items.size(), 1U);
}

TEST(NextLine, BlankLinesAreCountedAndPassed) {
  std::string_view rest = "a\r\n\n  \nb";
  int number = 0;
  EXPECT_EQ(next_line(rest, number), "a");
  EXPECT_EQ(number, 1);
  EXPECT_EQ(next_line(rest, number), "b");
  EXPECT_EQ(number, 4);
  EXPECT_EQ(next_line(rest, number), std::nullopt);
}

// ---------------------------------------------------------------- the service

TEST(ExtractPool, AnswersAndExceptionsComeBack) {
  ExtractPool pool(engine(), 2);
  auto good = pool.submit([](Extractor&) { return ExtractAnswer{"made", 1, {}}; });
  auto bad = pool.submit([](Extractor&) -> ExtractAnswer { throw std::bad_alloc(); });
  EXPECT_EQ(good.get().out, "made");
  EXPECT_THROW(bad.get(), std::bad_alloc);
}

TEST(ExtractService, AnArticle) {
  const HttpResponse response =
      service().extract(post("text/plain", kArticle, {{"kind", "count"}, {"id", "a1"}}));
  EXPECT_EQ(response.status, 200);
  const rapidjson::Document json = parsed(response.body);
  EXPECT_STREQ(json["document"]["id"].GetString(), "a1");
  ASSERT_EQ(json["facts"].Size(), 1U);
  EXPECT_STREQ(json["facts"][0]["quantity"]["text"].GetString(), "412 turbines");
}

TEST(ExtractService, TheDeclaredCharsetIsUsed) {
  const HttpResponse response =
      service().extract(post("text/plain; charset=windows-1252", "Caf\xE9 sold 5 cars.", {{"text", "1"}}));
  EXPECT_STREQ(parsed(response.body)["document"]["text"].GetString(), "Caf\xC3\xA9 sold 5 cars.");
}

TEST(ExtractService, AnArrayKeepsItsOrderAndItsFailures) {
  const HttpResponse response = service().extract(
      post("application/json", R"([{"text":"Sold 5 cars.","id":"a"}, 7, {"text":"Sold 6 cars.","id":"c"}])"));
  const rapidjson::Document json = parsed(response.body);
  ASSERT_EQ(json.Size(), 3U);
  EXPECT_STREQ(json[0]["document"]["id"].GetString(), "a");
  EXPECT_EQ(json[1]["line"].GetInt(), 2);
  EXPECT_TRUE(json[1].HasMember("error"));
  EXPECT_STREQ(json[2]["document"]["id"].GetString(), "c");
}

TEST(ExtractService, Csv) {
  const HttpResponse one = service().extract(post("text/plain", kArticle, {{"format", "csv"}}));
  EXPECT_EQ(one.content_type, "text/csv");
  EXPECT_THAT(one.body, HasSubstr("412 turbines"));
  EXPECT_TRUE(one.body.starts_with("document,"));
  const HttpResponse failed =
      service().extract(post("application/json", R"([{"text":"Sold 5 cars."}, {}])", {{"format", "csv"}}));
  EXPECT_EQ(failed.status, 422);
  EXPECT_THAT(failed.body, HasSubstr("article 2"));
}

TEST(ExtractService, LinesComeOneByOne) {
  const HttpResponse response = service().extract(
      post("application/x-ndjson", "{\"text\":\"Sold 5 cars.\"}\n\nbad\n{\"text\":\"Sold 6 cars.\"}\n"));
  ASSERT_TRUE(response.parts);
  EXPECT_THAT(*response.parts(), HasSubstr("5 cars"));
  EXPECT_EQ(parsed(*response.parts())["line"].GetInt(), 3);
  EXPECT_THAT(*response.parts(), HasSubstr("6 cars"));
  EXPECT_EQ(response.parts(), std::nullopt);
}

TEST(ExtractService, WhatCannotBeReadSaysSo) {
  EXPECT_EQ(service().extract(post("text/plain", "")).status, 422);
  EXPECT_EQ(service().extract(post("text/plain", "%PDF-1.7")).status, 422);
  EXPECT_EQ(service().extract(post("application/json", "{")).status, 400);
  EXPECT_EQ(service().extract(post("application/json", "{}")).status, 422);
  EXPECT_EQ(service().extract(post("application/json", "5")).status, 422);
}

TEST(ExtractService, ArticlesHaveATimeLimit) {
  ExtractService hasty(engine(), {1, std::chrono::milliseconds(0)});
  EXPECT_EQ(hasty.extract(post("text/plain", kArticle)).status, 504);
  EXPECT_EQ(
      hasty.extract(post("application/json", R"([{"text":"Sold 5 cars."}])", {{"format", "csv"}})).status,
      504);
  const HttpResponse lines = hasty.extract(post("application/x-ndjson", "{\"text\":\"Sold 5 cars.\"}"));
  EXPECT_THAT(*lines.parts(), HasSubstr("took longer"));
}

TEST(Metrics, AreCountedByPathAndStatus) {
  Metrics metrics(engine());
  metrics.served({"/v1/extract", "POST", 200, std::chrono::milliseconds(3), 10});
  metrics.served({"/v1/extract", "POST", 200, std::chrono::milliseconds(3), 5});
  metrics.article(true, 4);
  metrics.article(false, 0);
  const std::string text = metrics.text({3, 2, 100}, 7);
  for (const char* line :
       {"figmine_http_requests_total{path=\"/v1/extract\",status=\"200\"} 2",
        "figmine_http_request_duration_seconds_bucket{path=\"/v1/extract\",le=\"0.005\"} 2",
        "figmine_http_request_body_bytes_total 15", "figmine_articles_total{result=\"done\"} 1",
        "figmine_articles_total{result=\"failed\"} 1", "figmine_facts_total 4", "figmine_articles_waiting 7",
        "figmine_http_connections 3", "figmine_http_requests_in_flight 2",
        "figmine_build_info{languages=\"en\",version=\"0.1.0\"} 1"})
    EXPECT_THAT(text, HasSubstr(line));
}

TEST(OpenApi, HasEveryRouteAndNoOther) {
  const Result<std::unique_ptr<HttpServer>> server = make_server("127.0.0.1", 0, {});
  ASSERT_TRUE(server.ok());
  service().add_to(*server.value());
  std::set<std::pair<std::string, std::string>> documented;
  const rapidjson::Document api = parsed(page("openapi.json"));
  for (const auto& path : api["paths"].GetObject()) {
    for (const auto& method : path.value.GetObject())
      documented.emplace(method.name == "post" ? "POST" : "GET", path.name.GetString());
  }
  const auto routes = server.value()->routes();
  EXPECT_EQ(documented, std::set(routes.begin(), routes.end()));
}

TEST(OpenApi, HasEveryParameterOfARequest) {
  const rapidjson::Document api = parsed(page("openapi.json"));
  std::set<std::string> documented;
  for (const auto& parameter : api["paths"]["/v1/extract"]["post"]["parameters"].GetArray())
    documented.insert(parameter["name"].GetString());
  EXPECT_EQ(documented, std::set<std::string>(extract_parameters().begin(), extract_parameters().end()));
}

}  // namespace
}  // namespace figmine
