#include "corpus/gold.h"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace figmine {
namespace {

namespace json = rapidjson;

std::string text_of(const json::Value& value) {
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  return {};
}

// A field's own value and the readings under "alt".
template <class F>
void each_reading(const json::Value& fact, const char* name, const F& f) {
  const auto alt = fact.FindMember("alt");
  if (alt != fact.MemberEnd() && alt->value.IsObject()) {
    const auto readings = alt->value.FindMember(name);
    if (readings != alt->value.MemberEnd() && readings->value.IsArray()) {
      for (const json::Value& reading : readings->value.GetArray()) f(reading);
    }
  }
  const auto own = fact.FindMember(name);
  static const json::Value kNull;
  f(own == fact.MemberEnd() ? kNull : own->value);
}

std::vector<std::string> texts(const json::Value& fact, const char* name) {
  std::vector<std::string> out;
  each_reading(fact, name, [&](const json::Value& value) { out.push_back(text_of(value)); });
  return out;
}

std::optional<std::string> number(const json::Value& fact, const char* name) {
  const auto member = fact.FindMember(name);
  if (member == fact.MemberEnd() || member->value.IsNull()) return std::nullopt;
  return text_of(member->value);  // numbers are parsed as their literals
}

std::optional<GoldChange> change_of(const json::Value& value) {
  if (!value.IsObject()) return std::nullopt;
  const auto get = [&](const char* name) {
    return value.HasMember(name) ? text_of(value[name]) : std::string();
  };
  return GoldChange{get("direction"), get("role"), get("basis")};
}

std::optional<GoldPeriod> period_of(const json::Value& value) {
  if (!value.IsObject()) return std::nullopt;
  const auto get = [&](const char* name) {
    return value.HasMember(name) ? text_of(value[name]) : std::string();
  };
  return GoldPeriod{get("start"), get("end")};
}

GoldFact fact_of(const json::Value& value) {
  GoldFact fact;
  fact.quote = value.HasMember("quote") ? text_of(value["quote"]) : "";
  fact.near = value.HasMember("near") ? text_of(value["near"]) : fact.quote;
  fact.kind = texts(value, "kind");
  fact.op = texts(value, "op");
  fact.unit = texts(value, "unit");
  fact.per = texts(value, "per");
  fact.measure = texts(value, "measure");
  fact.subject = texts(value, "subject");
  fact.share_of = texts(value, "share_of");
  fact.status = texts(value, "status");
  fact.speaker = texts(value, "speaker");
  each_reading(value, "approx", [&](const json::Value& v) { fact.approx.push_back(v.IsTrue()); });
  each_reading(value, "change", [&](const json::Value& v) { fact.change.push_back(change_of(v)); });
  each_reading(value, "period", [&](const json::Value& v) { fact.period.push_back(period_of(v)); });
  fact.value = number(value, "value");
  fact.low = number(value, "low");
  fact.high = number(value, "high");
  if (value.HasMember("unsure") && value["unsure"].IsArray()) {
    for (const json::Value& field : value["unsure"].GetArray()) fact.unsure.push_back(text_of(field));
  }
  return fact;
}

Diagnostic problem(const std::string& path, std::string message) {
  Diagnostic d = error(std::move(message));
  d.file = path;
  return d;
}

std::string squeeze(std::string_view text) { return squeezed(text).text; }

bool inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

// Bytes of a squeezed text, from one to before the other.
struct Stretch {
  std::size_t begin = 0, end = 0;
};

// The most around `quote` that holds it once.
Stretch widest(std::string_view text, Stretch quote) {
  const std::string_view words = text.substr(quote.begin, quote.end - quote.begin);
  const std::size_t before = quote.begin == 0 ? std::string_view::npos : text.rfind(words, quote.begin - 1);
  const std::size_t after = text.find(words, quote.begin + 1);
  Stretch out{before == std::string_view::npos ? 0 : before + 1,
              after == std::string_view::npos ? text.size() : after + words.size() - 1};
  while (inside_character(text, out.begin) || (out.begin < quote.begin && text[out.begin] == ' '))
    ++out.begin;
  while (inside_character(text, out.end)) --out.end;
  return out;
}

// Whole words around `quote`, up to `reach` bytes at either side, inside of `limit`.
Stretch words_around(std::string_view text, Stretch quote, Stretch limit, std::size_t reach) {
  Stretch out = limit;
  if (quote.begin - limit.begin > reach) {
    const std::size_t space = text.find(' ', quote.begin - reach);
    out.begin = std::min(space == std::string_view::npos ? quote.begin : space + 1, quote.begin);
  }
  if (limit.end - quote.end > reach) {
    const std::size_t space = text.rfind(' ', quote.end + reach);
    out.end = std::max(space == std::string_view::npos ? quote.end : space, quote.end);
  }
  return out;
}

}  // namespace

Squeezed squeezed(std::string_view text) {
  Squeezed out;
  bool space = false;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank || (!space && !out.text.empty())) {
      out.text += blank ? ' ' : c;
      out.origin.push_back(i);
    }
    space = blank;
  }
  out.origin.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

std::optional<Quotation> quotation(const Squeezed& text, Span span) {
  const auto place = [&](std::uint32_t byte) {
    return static_cast<std::size_t>(std::lower_bound(text.origin.begin(), text.origin.end(), byte) -
                                    text.origin.begin());
  };
  Stretch quote{place(span.begin), place(span.end)};
  while (quote.begin < quote.end && text.text[quote.begin] == ' ') ++quote.begin;
  while (quote.begin < quote.end && text.text[quote.end - 1] == ' ') --quote.end;
  if (quote.begin >= quote.end) return std::nullopt;
  const Stretch limit = widest(text.text, quote);
  constexpr std::size_t kFirstReach = 24;
  for (std::size_t reach = kFirstReach;; reach *= 2) {
    const Stretch around = words_around(text.text, quote, limit, reach);
    const std::string near = text.text.substr(around.begin, around.end - around.begin);
    if (text.text.find(near) == around.begin && text.text.find(near, around.begin + 1) == std::string::npos)
      return Quotation{text.text.substr(quote.begin, quote.end - quote.begin), near};
    if (around.begin == limit.begin && around.end == limit.end) return std::nullopt;
  }
}

Result<GoldArticle> read_gold(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return problem(path, "can't open the gold file");
  std::ostringstream content;
  content << in.rdbuf();
  const std::string text = content.str();
  json::Document document;
  document.Parse<json::kParseNumbersAsStringsFlag | json::kParseIterativeFlag>(text.data(), text.size());
  if (document.HasParseError())
    return problem(path, fmt::format("bad JSON at byte {}: {}", document.GetErrorOffset(),
                                     json::GetParseError_En(document.GetParseError())));
  if (!document.IsObject() || !document.HasMember("facts") || !document["facts"].IsArray())
    return problem(path, "no \"facts\"");
  GoldArticle article;
  article.id = document.HasMember("doc") ? text_of(document["doc"]) : "";
  article.published = document.HasMember("published") ? text_of(document["published"]) : "";
  for (const json::Value& value : document["facts"].GetArray()) {
    if (!value.IsObject()) return problem(path, "a fact is not an object");
    article.facts.push_back(fact_of(value));
    const GoldFact& fact = article.facts.back();
    if (fact.quote.empty() || fact.kind.back().empty() || fact.op.back().empty())
      return problem(path, "a fact lacks quote, kind or op");
  }
  return article;
}

Diagnostics locate(GoldArticle& article, std::string_view text, const std::string& path) {
  Diagnostics problems;
  const Squeezed within = squeezed(text);
  for (GoldFact& fact : article.facts) {
    const std::string near = squeeze(fact.near);
    const std::string quote = squeeze(fact.quote);
    const std::size_t at = within.text.find(near);
    if (at == std::string::npos) {
      problems.push_back(problem(path, "the text has no \"" + near + "\""));
      continue;
    }
    if (within.text.find(near, at + 1) != std::string::npos) {
      problems.push_back(problem(path, "the text has \"" + near + "\" more than once"));
      continue;
    }
    const std::size_t inside = near.find(quote);
    if (inside == std::string::npos || near.find(quote, inside + 1) != std::string::npos) {
      problems.push_back(problem(path, "\"" + quote + "\" must stand once in \"" + near + "\""));
      continue;
    }
    fact.span = Span{within.origin[at + inside], within.origin[at + inside + quote.size() - 1] + 1};
  }
  return problems;
}

}  // namespace figmine
