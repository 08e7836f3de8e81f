#include "review/service.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <charconv>

#include "output/offsets.h"
#include "output/read_json.h"
#include "review/answers.h"
#include "review/fields.h"
#include "review/json_text.h"
#include "review/pages.h"
#include "review/review.h"

namespace figmine {
namespace {

namespace json = rapidjson;

HttpResponse json_response(const JsonText& json) {
  HttpResponse response;
  response.content_type = "application/json";
  response.body = json.str();
  return response;
}

HttpResponse failure(int status, const Diagnostics& problems) {
  return error_response(status, problems.front().message, problems.front().hint);
}

int status_of(Refusal::Why why) {
  switch (why) {
    case Refusal::Why::kUnknown:
      return 404;
    case Refusal::Why::kWrong:
      return 422;
    case Refusal::Why::kClash:
      return 409;
    case Refusal::Why::kNotSaved:
      return 507;
  }
  return 500;
}

HttpResponse failure(const Refusal& refusal) {
  return error_response(status_of(refusal.why), refusal.message, refusal.hint);
}

// A file of review/page/.
HttpResponse asset(std::string_view file, std::string_view content_type) {
  HttpResponse response;
  for (const EmbeddedFile& page : embedded_review_pages()) {
    if (page.path == file) response.body = page.content;
  }
  response.content_type = content_type;
  response.headers.emplace_back("Content-Security-Policy",
                                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src "
                                "'self'; img-src 'self' data:; base-uri 'none'; "
                                "form-action 'none'; frame-ancestors 'none'");
  response.headers.emplace_back("Referrer-Policy", "no-referrer");
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

std::string query_value(const HttpFields& query, std::string_view name) {
  for (const auto& [key, value] : query) {
    if (key == name) return value;
  }
  return {};
}

int number_or(const std::string& text, int otherwise) {
  int value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  return code == std::errc() && end == text.data() + text.size() && value >= 0 ? value : otherwise;
}

RowFilter filter_of(const HttpFields& query) {
  RowFilter filter;
  for (std::size_t i = 0; i < kColumns; ++i) {
    const auto column = static_cast<RowColumn>(i);
    if (std::string value = query_value(query, name_of(column)); !value.empty())
      filter.equal[column] = std::move(value);
  }
  filter.rule = query_value(query, "rule");
  filter.words = query_value(query, "words");
  filter.state = query_value(query, "state");
  filter.min_score = number_or(query_value(query, "min_score"), 0);
  filter.max_score = number_or(query_value(query, "max_score"), 100);
  return filter;
}

// Equal in time whatever the first difference is.
bool same_secret(std::string_view a, std::string_view b) {
  unsigned char difference = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    difference |= static_cast<unsigned char>(a[i] ^ b[i]);
  return difference == 0;
}

std::string member(const json::Value& object, const char* key) {
  const auto it = object.FindMember(key);
  if (it == object.MemberEnd() || !it->value.IsString()) return {};
  return {it->value.GetString(), it->value.GetStringLength()};
}

std::optional<Action> action_named(const std::string& name) {
  for (const Action action : {Action::kAccept, Action::kReject, Action::kEdit, Action::kAdd}) {
    if (name_of(action) == name) return action;
  }
  return std::nullopt;
}

// {"span": [5, 9]}
std::optional<Span> span_member(const json::Value& object) {
  const auto span = object.FindMember("span");
  if (span == object.MemberEnd() || !span->value.IsArray() || span->value.Size() != 2 ||
      !span->value[0].IsUint() || !span->value[1].IsUint())
    return std::nullopt;
  return Span{span->value[0].GetUint(), span->value[1].GetUint()};
}

}  // namespace

struct ReviewService::Impl {
  std::unique_ptr<Review> review;
  std::string token;

  // ------------------------------------------------------------------------------------------------ reading

  HttpResponse summary() {
    const Review::Standing now = review->standing();
    JsonText out_json;
    out_json.object([&] {
      out_json.key("reviewer").text(review->reviewer());
      out_json.key("version").text(Engine::version());
      out_json.key("facts").number(now.index.rows().size());
      out_json.key("states").object([&] { write_states(out_json, now.index); });
      out_json.key("columns").object([&] {
        for (const RowColumn column :
             {RowColumn::kKind, RowColumn::kUnit, RowColumn::kStatus, RowColumn::kSection,
              RowColumn::kMeasure, RowColumn::kSubject, RowColumn::kArticle})
          write_counts(out_json.key(name_of(column)), now.index.counts(column));
      });
      write_counts(out_json.key("rules"), now.index.rule_counts());
      out_json.key("reasons").array(reject_reasons(),
                                    [&](const std::string& reason) { out_json.text(reason); });
      out_json.key("fields").array(review_fields(),
                                   [&](const FieldInfo& field) { write_field(out_json, field); });
    });
    return json_response(out_json);
  }

  HttpResponse rows(const HttpFields& query) {
    const Review::Standing now = review->standing();
    const std::string by = query_value(query, "sort");
    const RowOrder order{by, query_value(query, "descending") == "1"};
    const std::vector<std::uint32_t> found = now.index.find(filter_of(query), order);
    constexpr int kMost = 1000;
    const std::size_t offset = std::min<std::size_t>(
        static_cast<std::size_t>(number_or(query_value(query, "offset"), 0)), found.size());
    const std::size_t limit =
        static_cast<std::size_t>(std::min(number_or(query_value(query, "limit"), 200), kMost));
    const std::vector<std::uint32_t> page(
        found.begin() + static_cast<std::ptrdiff_t>(offset),
        found.begin() + static_cast<std::ptrdiff_t>(std::min(offset + limit, found.size())));
    JsonText to;
    to.object([&] {
      to.key("total").number(found.size());
      to.key("offset").number(offset);
      const auto open = std::find_if(found.begin(), found.end(), [&](std::uint32_t row) {
        return now.index.rows()[row].state == ReviewState::kOpen;
      });
      if (open != found.end()) to.key("first_open").number(static_cast<std::size_t>(open - found.begin()));
      to.key("rows").array(page, [&](std::uint32_t row) { write_row(to, now.index, now.index.rows()[row]); });
    });
    return json_response(to);
  }

  HttpResponse article(const std::string& name) {
    const Result<std::string> bytes = review->record(name);
    if (!bytes) return failure(404, bytes.errors());
    const Result<DocumentResult> read = from_json(bytes.value());
    if (!read) return failure(422, read.errors());
    std::string_view body = bytes.value();
    while (body.ends_with('\n')) body.remove_suffix(1);
    const Review::Standing now = review->standing();
    const std::map<FactKey, Verdict>& verdicts = now.ledger.verdicts();
    JsonText to;
    to.object([&] {
      to.key("name").text(name);
      to.key("record").raw(body);
      to.key("fields").object([&] {
        for (const Fact& fact : read.value().facts) write_fields(to.key(fact.id), fact);
      });
      to.key("verdicts").object([&] {
        for (auto at = verdicts.lower_bound({name, ""}); at != verdicts.end() && at->first.article == name;
             ++at)
          write_verdict(to.key(at->first.fact), now.index, at->first, at->second);
      });
    });
    return json_response(to);
  }

  HttpResponse explain(const std::string& name, const std::string& fact) {
    const Result<std::string> told = review->explain(name, fact);
    if (!told) return failure(404, told.errors());
    JsonText to;
    to.object([&] { to.key("text").text(told.value()); });
    return json_response(to);
  }

  // ------------------------------------------------------------------------------------------------ deciding

  HttpResponse decide(const json::Value& body) {
    Wish wish;
    wish.article = member(body, "article");
    wish.fact = member(body, "fact");
    wish.reason = member(body, "reason");
    wish.span = span_member(body);
    const std::optional<Action> action = action_named(member(body, "action"));
    if (!action) return error_response(422, "unknown action", "accept, reject, edit or add");
    wish.action = *action;
    const auto changes = body.FindMember("changes");
    if (changes != body.MemberEnd() && changes->value.IsObject()) {
      for (const auto& change : changes->value.GetObject()) {
        if (change.value.IsString())
          wish.changes[change.name.GetString()] = {change.value.GetString(), change.value.GetStringLength()};
      }
    }
    return answer(review->decide(wish));
  }

  HttpResponse answer(const Outcome& outcome) {
    return outcome.refusal ? failure(*outcome.refusal) : saved(outcome);
  }

  HttpResponse saved(const Outcome& outcome) {
    constexpr std::size_t kTold = 1000;  // the page reads more than that anew
    const std::vector<FactKey>& keys = outcome.facts;
    const std::vector<FactKey> told(keys.begin(),
                                    keys.begin() + static_cast<std::ptrdiff_t>(std::min(keys.size(), kTold)));
    const Review::Standing now = review->standing();
    JsonText to;
    to.object([&] {
      to.key("saved").text(outcome.saved);
      to.key("count").number(keys.size());
      to.key("states").object([&] { write_states(to, now.index); });
      to.key("facts").array(told, [&](const FactKey& key) {
        to.object([&] {
          to.key("article").text(key.article);
          to.key("fact").text(key.fact);
          const auto verdict = now.ledger.verdicts().find(key);
          to.key("verdict");
          write_verdict(to, now.index, key,
                        verdict == now.ledger.verdicts().end() ? Verdict{} : verdict->second);
        });
      });
    });
    return json_response(to);
  }

  HttpResponse decide_all(const json::Value& body, const HttpFields& filter) {
    const std::optional<Action> action = action_named(member(body, "action"));
    if (!action || *action == Action::kEdit || *action == Action::kAdd)
      return error_response(422, "unknown action", "accept or reject");
    const RowFilter wanted = filter_of(filter);
    const auto preview = body.FindMember("preview");
    if (preview == body.MemberEnd() || !preview->value.IsTrue())
      return answer(review->decide_all(wanted, *action, member(body, "reason")));
    const Review::Standing now = review->standing();
    const std::vector<std::uint32_t> found = now.index.find(wanted, {});
    JsonText to;
    to.object([&] {
      to.key("total").number(found.size());
      to.key("open").number(now.index.open_among(found));
    });
    return json_response(to);
  }

  HttpResponse decide_repeats(const json::Value& body) {
    const FactKey like{member(body, "article"), member(body, "fact")};
    const auto preview = body.FindMember("preview");
    if (preview == body.MemberEnd() || !preview->value.IsTrue()) return answer(review->decide_repeats(like));
    const Review::Standing now = review->standing();
    JsonText to;
    to.object([&] { to.key("open").number(now.index.repeats_of(like).size()); });
    return json_response(to);
  }

  static HttpResponse check(const json::Value& body) {
    Fact fact;
    const std::string problem = set_field(fact, member(body, "field"), member(body, "value"));
    JsonText to;
    to.object([&] { to.key("problem").text(problem); });
    return json_response(to);
  }

  // What the program makes of characters of an article, or of a text that was typed.
  HttpResponse parse(const json::Value& body) {
    std::optional<Fact> best;
    if (const std::optional<Span> marked = span_member(body)) {
      const Result<DocumentResult> read = review->document(member(body, "article"));
      if (!read) return failure(404, read.errors());
      const ByteOffsets bytes(read.value().text, OffsetUnit::kCodePoints);
      const std::optional<std::uint32_t> begin = bytes.at(marked->begin);
      const std::optional<std::uint32_t> end = bytes.at(marked->end);
      if (!begin || !end || *begin >= *end) return error_response(422, "the span is none of the text");
      best = review->figure_at(read.value(), {*begin, *end});
    } else {
      best = review->figure_of(member(body, "text"));
    }
    JsonText to;
    to.object([&] {
      to.key("fields");
      best ? write_fields(to, *best) : to.object([] {});
    });
    return json_response(to);
  }

  HttpResponse counter_example(const json::Value& body) {
    const std::optional<Refusal> refusal =
        review->note_counter_example(member(body, "article"), member(body, "fact"));
    if (refusal) return failure(*refusal);
    JsonText to;
    to.object([&] { to.key("noted").text("review/counter-examples.txt"); });
    return json_response(to);
  }

  // ------------------------------------------------------------------------------------------------ routes

  HttpResponse api(const HttpRequest& request) {
    const std::string* given = request.header("X-Figmine-Token");
    if (given == nullptr || !same_secret(*given, token))
      return error_response(403, "wrong token", "open the URL that figmine review printed");
    if (request.method == "GET") {
      if (request.path == "/api/summary") return summary();
      if (request.path == "/api/rows") return rows(request.query);
      if (request.path == "/api/article") return article(query_value(request.query, "name"));
      if (request.path == "/api/explain")
        return explain(query_value(request.query, "article"), query_value(request.query, "fact"));
      return error_response(404, "no such path");
    }
    json::Document body;
    body.Parse<json::kParseIterativeFlag>(request.body.data(), request.body.size());
    if (body.HasParseError() || !body.IsObject()) return error_response(400, "the body is no JSON object");
    if (request.path == "/api/decide") return decide(body);
    if (request.path == "/api/decide-all") return decide_all(body, request.query);
    if (request.path == "/api/repeats") return decide_repeats(body);
    if (request.path == "/api/undo") return answer(review->undo());
    if (request.path == "/api/redo") return answer(review->redo());
    if (request.path == "/api/check") return check(body);
    if (request.path == "/api/parse") return parse(body);
    if (request.path == "/api/counter-example") return counter_example(body);
    return error_response(404, "no such path");
  }

  HttpResponse handle(const HttpRequest& request) {
    if (request.path.starts_with("/api/")) return api(request);
    if (request.path == "/review.js") return asset("review.js", "text/javascript; charset=utf-8");
    if (request.path == "/review.css") return asset("review.css", "text/css; charset=utf-8");
    if (request.path != "/") return error_response(404, "no such path");
    if (!same_secret(query_value(request.query, "token"), token))
      return error_response(403, "wrong token", "open the URL that figmine review printed");
    return asset("review.html", "text/html; charset=utf-8");
  }
};

Result<ReviewService> ReviewService::open(const std::filesystem::path& out, const Engine& engine,
                                          const ReviewOptions& options) {
  Result<std::unique_ptr<Review>> review = Review::open(out, engine, options.reviewer);
  if (!review) return review.errors();
  auto impl = std::make_unique<Impl>();
  impl->review = std::move(review).value();
  impl->token = options.token;
  return ReviewService(std::move(impl));
}

ReviewService::ReviewService(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ReviewService::ReviewService(ReviewService&&) noexcept = default;
ReviewService& ReviewService::operator=(ReviewService&&) noexcept = default;
ReviewService::~ReviewService() = default;

HttpResponse ReviewService::handle(const HttpRequest& request) { return impl_->handle(request); }

}  // namespace figmine
