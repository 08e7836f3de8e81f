#include "review/service.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <mutex>

#include "batch/store.h"
#include "output/offsets.h"
#include "output/read_json.h"
#include "review/apply.h"
#include "review/fields.h"
#include "review/index.h"
#include "review/ledger.h"
#include "review/pages.h"

namespace figmine {
namespace {

namespace json = rapidjson;

// A JSON object or array under way.
class Json {
 public:
  Json() : writer_(buffer_) {}
  Json& key(std::string_view name) {
    writer_.Key(name.data(), static_cast<json::SizeType>(name.size()));
    return *this;
  }
  void text(std::string_view value) {
    writer_.String(value.data(), static_cast<json::SizeType>(value.size()));
  }
  void number(std::int64_t value) { writer_.Int64(value); }
  void flag(bool value) { writer_.Bool(value); }
  void raw(std::string_view object) { writer_.RawValue(object.data(), object.size(), json::kObjectType); }
  template <class F>
  void object(const F& members) {
    writer_.StartObject();
    members();
    writer_.EndObject();
  }
  template <class List, class F>
  void array(const List& list, const F& write_one) {
    writer_.StartArray();
    for (const auto& item : list) write_one(item);
    writer_.EndArray();
  }
  [[nodiscard]] HttpResponse response() const {
    HttpResponse response;
    response.content_type = "application/json";
    response.body.assign(buffer_.GetString(), buffer_.GetSize());
    return response;
  }

 private:
  json::StringBuffer buffer_;
  json::Writer<json::StringBuffer> writer_;
};

HttpResponse failure(int status, const Diagnostics& problems) {
  return error_response(status, problems.front().message, problems.front().hint);
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

Fact* fact_with(DocumentResult& document, const std::string& id) {
  const auto it = std::find_if(document.facts.begin(), document.facts.end(),
                               [&](const Fact& fact) { return fact.id == id; });
  return it == document.facts.end() ? nullptr : &*it;
}

// The article as a line of JSON Lines, so that extraction sees the text that the record's spans are in.
std::string line_of(const DocumentResult& document) {
  Json line;
  line.object([&] {
    line.key("text").text(document.text);
    line.key("language").text(document.document.language);
    if (document.document.title) line.key("title").text(*document.document.title);
    if (document.document.published) line.key("published").text(*document.document.published);
  });
  return line.response().body;
}

}  // namespace

struct ReviewService::Impl {
  std::filesystem::path out;
  std::string token;
  Engine engine;
  std::mutex mutex;  // guards what follows
  DecisionLog log;
  Ledger ledger;
  FactIndex index;
  std::mutex extractor_mutex;
  Extractor extractor;

  Impl(std::filesystem::path folder, const Engine& shared, const ReviewOptions& options, DecisionLog own_log,
       Ledger all, FactIndex rows)
      : out(std::move(folder)),
        token(options.token),
        engine(shared),
        log(std::move(own_log)),
        ledger(std::move(all)),
        index(std::move(rows)),
        extractor(engine) {}

  Result<std::string> record(const std::string& name) const {
    const Result<std::filesystem::path> path = record_path(out, name);
    if (!path) return path.errors();
    return read_whole(path.value());
  }

  Result<DocumentResult> document(const std::string& name) const {
    const Result<std::string> bytes = record(name);
    if (!bytes) return bytes.errors();
    return from_json(bytes.value());
  }

  // ------------------------------------------------------------------------------------------------ reading

  HttpResponse summary() {
    const std::scoped_lock lock(mutex);
    Json out_json;
    out_json.object([&] {
      out_json.key("reviewer").text(log.reviewer());
      out_json.key("version").text(Engine::version());
      out_json.key("facts").number(static_cast<std::int64_t>(index.rows().size()));
      out_json.key("states").object([&] { write_states(out_json); });
      out_json.key("columns").object([&] {
        for (const RowColumn column :
             {RowColumn::kKind, RowColumn::kUnit, RowColumn::kStatus, RowColumn::kSection,
              RowColumn::kMeasure, RowColumn::kSubject, RowColumn::kArticle})
          write_counts(out_json.key(name_of(column)), index.counts(column));
      });
      write_counts(out_json.key("rules"), index.rule_counts());
      out_json.key("reasons").array(reject_reasons(),
                                    [&](const std::string& reason) { out_json.text(reason); });
      out_json.key("fields").array(review_fields(),
                                   [&](const FieldInfo& field) { write_field(out_json, field); });
    });
    return out_json.response();
  }

  void write_states(Json& to) {
    std::map<std::string_view, int> counts;
    for (const FactRow& row : index.rows()) {
      ++counts[name_of(row.state)];
      if (row.changed) ++counts["changed"];
    }
    for (const auto& [state, count] : counts) to.key(state).number(count);
  }

  static void write_counts(Json& to, const std::vector<std::pair<std::string, int>>& counts) {
    constexpr std::size_t kMost = 200;
    const std::vector<std::pair<std::string, int>> top(
        counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(std::min(counts.size(), kMost)));
    to.array(top, [&](const auto& item) {
      to.object([&] {
        to.key("name").text(item.first);
        to.key("count").number(item.second);
      });
    });
  }

  static void write_field(Json& to, const FieldInfo& field) {
    to.object([&] {
      to.key("name").text(field.name);
      to.key("label").text(field.label);
      if (!field.choices.empty())
        to.key("choices").array(field.choices, [&](std::string_view choice) { to.text(choice); });
    });
  }

  HttpResponse rows(const HttpFields& query) {
    const std::scoped_lock lock(mutex);
    const std::string by = query_value(query, "sort");
    const RowOrder order{by, query_value(query, "descending") == "1"};
    const std::vector<std::uint32_t> found = index.find(filter_of(query), order);
    constexpr int kMost = 1000;
    const std::size_t offset = std::min<std::size_t>(
        static_cast<std::size_t>(number_or(query_value(query, "offset"), 0)), found.size());
    const std::size_t limit =
        static_cast<std::size_t>(std::min(number_or(query_value(query, "limit"), 200), kMost));
    const std::vector<std::uint32_t> page(
        found.begin() + static_cast<std::ptrdiff_t>(offset),
        found.begin() + static_cast<std::ptrdiff_t>(std::min(offset + limit, found.size())));
    Json to;
    to.object([&] {
      to.key("total").number(static_cast<std::int64_t>(found.size()));
      to.key("offset").number(static_cast<std::int64_t>(offset));
      to.key("rows").array(page, [&](std::uint32_t row) { write_row(to, index.rows()[row]); });
    });
    return to.response();
  }

  void write_row(Json& to, const FactRow& row) {
    to.object([&] {
      to.key("id").text(row.id);
      to.key("amount").text(row.amount);
      for (std::size_t i = 0; i < kColumns; ++i) {
        const auto column = static_cast<RowColumn>(i);
        if (const std::string& text = index.text(row, column); !text.empty())
          to.key(name_of(column)).text(text);
      }
      to.key("score").number(row.score);
      to.key("rules").array(row.rules, [&](std::uint32_t rule) { to.text(index.rule(rule)); });
      write_state(to, row);
    });
  }

  static void write_state(Json& to, const FactRow& row) {
    to.key("state").text(name_of(row.state));
    if (row.changed) to.key("changed").flag(true);
  }

  HttpResponse article(const std::string& name) {
    const Result<std::string> bytes = record(name);
    if (!bytes) return failure(404, bytes.errors());
    const Result<DocumentResult> read = from_json(bytes.value());
    if (!read) return failure(422, read.errors());
    std::string_view body = bytes.value();
    while (body.ends_with('\n')) body.remove_suffix(1);
    const std::scoped_lock lock(mutex);
    Json to;
    to.object([&] {
      to.key("name").text(name);
      to.key("record").raw(body);
      to.key("fields").object([&] {
        for (const Fact& fact : read.value().facts) write_fields(to.key(fact.id), fact);
      });
      to.key("verdicts").object([&] {
        for (auto at = ledger.verdicts().lower_bound({name, ""});
             at != ledger.verdicts().end() && at->first.article == name; ++at)
          write_verdict(to.key(at->first.fact), at->first, at->second);
      });
    });
    return to.response();
  }

  // The values as texts: a browser would round long numbers.
  static void write_fields(Json& to, const Fact& fact) {
    to.object([&] {
      for (const auto& [name, value] : fields_of(fact)) to.key(name).text(value);
    });
  }

  void write_verdict(Json& to, const FactKey& key, const Verdict& verdict) {
    to.object([&] {
      to.key("state").text(name_of(verdict.state()));
      const FactRow* row = index.row_of(key);
      if (row != nullptr && row->changed) to.key("changed").flag(true);
      to.key("decisions").array(verdict.by_reviewer, [&](const auto& item) { to.raw(to_line(item.second)); });
    });
  }

  HttpResponse explain(const std::string& name, const std::string& fact) {
    const Result<DocumentResult> read = document(name);
    if (!read) return failure(404, read.errors());
    ExtractOptions options;
    options.input = Input::kJsonLine;
    options.all = true;
    const std::scoped_lock lock(extractor_mutex);
    const Result<std::string> told = extractor.explain(line_of(read.value()), options, fact);
    if (!told) return failure(404, told.errors());
    Json to;
    to.object([&] { to.key("text").text(told.value()); });
    return to.response();
  }

  // ------------------------------------------------------------------------------------------------ deciding

  HttpResponse decide(const json::Value& body) {
    Decision decision;
    decision.article = member(body, "article");
    decision.fact = member(body, "fact");
    decision.reason = member(body, "reason");
    const std::optional<Action> action = action_named(member(body, "action"));
    if (!action) return error_response(422, "unknown action", "accept, reject, edit or add");
    decision.action = *action;
    Result<DocumentResult> read = document(decision.article);
    if (!read) return failure(404, read.errors());
    std::optional<HttpResponse> wrong = *action == Action::kAdd ? fill_added(body, read.value(), decision)
                                                                : fill(body, read.value(), decision);
    if (wrong) return std::move(*wrong);
    const std::scoped_lock lock(mutex);
    if (const FactRow* row = index.row_of({decision.article, decision.fact})) {
      decision.fact_sha256 = row->seen;
      for (const std::uint32_t rule : row->rules) decision.rules.push_back(index.rule(rule));
    }
    return save({std::move(decision)});
  }

  // Checks the changes on a copy of the fact; the answer is the refusal.
  std::optional<HttpResponse> fill(const json::Value& body, DocumentResult& read, Decision& decision) {
    Fact* fact = fact_with(read, decision.fact);
    if (fact == nullptr) {
      const std::scoped_lock lock(mutex);
      return index.row_of({decision.article, decision.fact}) != nullptr
                 ? std::nullopt
                 : std::optional(
                       error_response(404, "the article has no fact " + decision.fact, "reload the page"));
    }
    return fill_changes(body, *fact, decision);
  }

  static std::optional<HttpResponse> fill_changes(const json::Value& body, Fact& fact, Decision& decision) {
    const auto changes = body.FindMember("changes");
    if (changes == body.MemberEnd() || !changes->value.IsObject()) return std::nullopt;
    for (const auto& change : changes->value.GetObject()) {
      const std::string name = change.name.GetString();
      if (!change.value.IsString() || name == "begin" || name == "end") continue;
      const std::string after(change.value.GetString(), change.value.GetStringLength());
      const std::string before = field_of(fact, name);
      if (std::string problem = set_field(fact, name, after); !problem.empty())
        return error_response(422, name + " " + problem);
      if (before != after) decision.changes[name] = {before, after};
    }
    return std::nullopt;
  }

  static std::optional<HttpResponse> fill_added(const json::Value& body, DocumentResult& read,
                                                Decision& decision) {
    const auto span = body.FindMember("span");
    if (span == body.MemberEnd() || !span->value.IsArray() || span->value.Size() != 2 ||
        !span->value[0].IsUint() || !span->value[1].IsUint())
      return error_response(422, "an added fact needs the span of its figure");
    decision.changes["begin"].after = std::to_string(span->value[0].GetUint());
    decision.changes["end"].after = std::to_string(span->value[1].GetUint());
    std::optional<Fact> fact = added_fact(read, decision);
    if (!fact) return error_response(422, "the span is none of the text");
    decision.fact = fact->id;
    if (fact_with(read, fact->id) != nullptr)
      return error_response(409, "the program found this figure", "edit its fact");
    return fill_changes(body, *fact, decision);
  }

  // Written and synced before it counts, and before it is answered.
  HttpResponse save(std::vector<Decision> decisions) {
    if (Diagnostics problems = log.add(decisions); !problems.empty()) return failure(507, problems);
    for (const Decision& decision : decisions) ledger.apply(decision);
    std::vector<FactKey> keys;
    for (const Decision& decision : decisions) {
      if (decision.of.empty()) {
        keys.push_back({decision.article, decision.fact});
      } else {
        for (FactKey& key : ledger.facts_of(decision.of)) keys.push_back(std::move(key));
      }
    }
    for (const FactKey& key : keys) index.refresh(key, ledger);
    return saved(decisions, keys);
  }

  HttpResponse saved(const std::vector<Decision>& decisions, const std::vector<FactKey>& keys) {
    constexpr std::size_t kTold = 1000;  // the page reads more than that anew
    const std::vector<FactKey> told(keys.begin(),
                                    keys.begin() + static_cast<std::ptrdiff_t>(std::min(keys.size(), kTold)));
    Json to;
    to.object([&] {
      to.key("saved").text(decisions.back().id);
      to.key("count").number(static_cast<std::int64_t>(keys.size()));
      to.key("states").object([&] { write_states(to); });
      to.key("facts").array(told, [&](const FactKey& key) {
        to.object([&] {
          to.key("article").text(key.article);
          to.key("fact").text(key.fact);
          const auto verdict = ledger.verdicts().find(key);
          to.key("verdict");
          write_verdict(to, key, verdict == ledger.verdicts().end() ? Verdict{} : verdict->second);
        });
      });
    });
    return to.response();
  }

  HttpResponse decide_all(const json::Value& body, const HttpFields& filter) {
    const std::optional<Action> action = action_named(member(body, "action"));
    if (!action || *action == Action::kEdit || *action == Action::kAdd)
      return error_response(422, "unknown action", "accept or reject");
    const auto preview = body.FindMember("preview");
    const std::scoped_lock lock(mutex);
    std::vector<Decision> decisions;
    const std::vector<std::uint32_t> found = index.find(filter_of(filter), {});
    for (const std::uint32_t at : found) {
      const FactRow& row = index.rows()[at];
      if (row.state != ReviewState::kOpen) continue;
      Decision decision;
      decision.article = index.text(row, RowColumn::kArticle);
      decision.fact = row.id;
      decision.action = *action;
      decision.reason = member(body, "reason");
      decision.fact_sha256 = row.seen;
      for (const std::uint32_t rule : row.rules) decision.rules.push_back(index.rule(rule));
      decisions.push_back(std::move(decision));
    }
    if ((preview != body.MemberEnd() && preview->value.IsTrue()) || decisions.empty()) {
      Json to;
      to.object([&] {
        to.key("total").number(static_cast<std::int64_t>(found.size()));
        to.key("open").number(static_cast<std::int64_t>(decisions.size()));
      });
      return to.response();
    }
    const std::string group = log.reviewer() + "-all-" + std::to_string(log.next());
    for (Decision& decision : decisions) decision.group = group;
    return save(std::move(decisions));
  }

  HttpResponse step_back(Action action) {
    const std::scoped_lock lock(mutex);
    Decision decision;
    decision.action = action;
    decision.of =
        action == Action::kUndo ? ledger.last_of(log.reviewer()) : ledger.last_undone_of(log.reviewer());
    if (decision.of.empty())
      return error_response(409, action == Action::kUndo ? "nothing to undo" : "nothing to redo");
    return save({std::move(decision)});
  }

  static HttpResponse check(const json::Value& body) {
    Fact fact;
    const std::string problem = set_field(fact, member(body, "field"), member(body, "value"));
    Json to;
    to.object([&] { to.key("problem").text(problem); });
    return to.response();
  }

  // What the program makes of characters of an article, or of a text that was typed.
  HttpResponse parse(const json::Value& body) {
    ExtractOptions options;
    options.input = Input::kJsonLine;
    options.all = true;
    std::optional<Fact> best;
    const auto span = body.FindMember("span");
    if (span != body.MemberEnd() && span->value.IsArray() && span->value.Size() == 2 &&
        span->value[0].IsUint() && span->value[1].IsUint()) {
      const Result<DocumentResult> read = document(member(body, "article"));
      if (!read) return failure(404, read.errors());
      const ByteOffsets bytes(read.value().text, OffsetUnit::kCodePoints);
      const std::optional<std::uint32_t> begin = bytes.at(span->value[0].GetUint());
      const std::optional<std::uint32_t> end = bytes.at(span->value[1].GetUint());
      if (!begin || !end || *begin >= *end) return error_response(422, "the span is none of the text");
      best = overlapping(extracted(line_of(read.value()), options), {*begin, *end});
    } else {
      Json line;
      line.object([&] {
        line.key("text").text(member(body, "text") + ".");
        line.key("language").text("en");
      });
      best = overlapping(extracted(line.response().body, options), {0, UINT32_MAX});
    }
    Json to;
    to.object([&] {
      to.key("fields");
      best ? write_fields(to, *best) : to.object([] {});
    });
    return to.response();
  }

  std::vector<Fact> extracted(const std::string& line, const ExtractOptions& options) {
    const std::scoped_lock lock(extractor_mutex);
    Result<DocumentResult> result = extractor.extract(line, options);
    return result.ok() ? std::move(result.value().facts) : std::vector<Fact>();
  }

  // The fact whose figure shares the most characters with `span`.
  static std::optional<Fact> overlapping(const std::vector<Fact>& facts, Span span) {
    std::optional<Fact> best;
    std::uint32_t most = 0;
    for (const Fact& fact : facts) {
      const Span own = fact.quantity.span;
      const std::uint32_t begin = std::max(own.begin, span.begin);
      const std::uint32_t end = std::min(own.end, span.end);
      if (begin < end && end - begin > most) {
        most = end - begin;
        best = fact;
      }
    }
    return best;
  }

  HttpResponse counter_example(const json::Value& body) {
    Result<DocumentResult> read = document(member(body, "article"));
    if (!read) return failure(404, read.errors());
    const Fact* fact = fact_with(read.value(), member(body, "fact"));
    if (fact == nullptr) return error_response(404, "the article has no such fact");
    Json line;
    line.object([&] {
      line.key("rules").array(fact->rules, [&](const std::string& rule) { line.text(rule); });
      line.key("no").text(slice(read.value().text, fact->sentence));
      line.key("quantity").text(fact->quantity.text);
      line.key("article").text(member(body, "article"));
    });
    const std::filesystem::path path = out / "review" / "counter-examples.txt";
    const std::scoped_lock lock(mutex);
    std::ofstream file(path, std::ios::app | std::ios::binary);
    file << line.response().body << '\n' << std::flush;
    if (!file) return error_response(507, "can't write " + path.string());
    Json to;
    to.object([&] { to.key("noted").text("review/counter-examples.txt"); });
    return to.response();
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
    if (request.path == "/api/undo") return step_back(Action::kUndo);
    if (request.path == "/api/redo") return step_back(Action::kRedo);
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
  // First the store: a folder that is none is not given a log.
  if (Diagnostics problems = read_catalogue(out, [](const Entry&) { return false; }); !problems.empty())
    return problems;
  Result<DecisionLog> log = DecisionLog::open(out, options.reviewer);
  if (!log) return log.errors();
  const Result<std::vector<Decision>> decisions = read_decisions(out);
  if (!decisions) return decisions.errors();
  Ledger ledger;
  for (const Decision& decision : decisions.value()) ledger.apply(decision);
  Result<FactIndex> index = FactIndex::read(out, ledger);
  if (!index) return index.errors();
  return ReviewService(std::make_unique<Impl>(out, engine, options, std::move(log).value(), std::move(ledger),
                                              std::move(index).value()));
}

ReviewService::ReviewService(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ReviewService::ReviewService(ReviewService&&) noexcept = default;
ReviewService& ReviewService::operator=(ReviewService&&) noexcept = default;
ReviewService::~ReviewService() = default;

HttpResponse ReviewService::handle(const HttpRequest& request) { return impl_->handle(request); }

}  // namespace figmine
