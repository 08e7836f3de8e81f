#include "output/json.h"

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstring>

#include "output/fields.h"

namespace figmine {
namespace {

namespace json = rapidjson;

// What the writer has written and the sink has not had yet.
class Output {
 public:
  explicit Output(const JsonSink& sink) : sink_(sink) {}
  [[nodiscard]] json::StringBuffer& buffer() { return buffer_; }
  // After `done` of `all` facts.
  void take(std::size_t done, std::size_t all) {
    constexpr std::size_t kBlock = std::size_t{1} << 18U;
    if (buffer_.GetSize() >= kBlock) give(done, all);
  }
  void finish() { give(1, 1); }
  // Bytes behind what the writer has written: a value that it was told of as an empty one.
  void put(std::string_view bytes) { std::memcpy(buffer_.Push(bytes.size()), bytes.data(), bytes.size()); }

 private:
  void give(std::size_t done, std::size_t all) {
    sink_({buffer_.GetString(), buffer_.GetSize()}, done, all);
    buffer_.Clear();
  }
  const JsonSink& sink_;
  json::StringBuffer buffer_;
};

// Writes what output/fields.h runs through.
template <class Writer>
class ResultWriter {
 public:
  ResultWriter(Writer& writer, Output& out, const DocumentResult& result, const JsonOptions& options)
      : writer_(writer),
        out_(out),
        result_(result),
        options_(options),
        offsets_(result.text, options.offsets) {}

  template <class T>
  void write(const T& value) {
    writer_.StartObject();
    fields(*this, value);
    writer_.EndObject();
  }
  void write(const std::string& value) { string(value); }
  void write(Span span) {
    writer_.StartArray();
    writer_.Uint(offsets_.at(span.begin));
    writer_.Uint(offsets_.at(span.end));
    writer_.EndArray();
  }

  // The verbs of output/fields.h.
  void constant(std::string_view name, std::string_view value) { text(name, value); }
  void text(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }
  void text_if(std::string_view name, std::string_view value) {
    if (!value.empty()) text(name, value);
  }
  void text_or_null(std::string_view name, const std::optional<std::string>& value) {
    key(name);
    value ? string(*value) : static_cast<void>(writer_.Null());
  }
  void choice(std::string_view name, std::string_view value, names::List /*allowed*/) { text(name, value); }
  void choice_if(std::string_view name, std::string_view value, names::List /*allowed*/) {
    text_if(name, value);
  }
  void flag_if(std::string_view name, bool value) {
    if (value) flag(name, true);
  }
  void flag_unless(std::string_view name, bool value) {
    if (!value) flag(name, false);
  }
  void number(std::string_view name, const std::string& literal) {
    key(name);
    raw(literal);
  }
  void number_if(std::string_view name, const std::optional<std::string>& literal) {
    if (literal) number(name, *literal);
  }
  void count_if(std::string_view name, int value) {
    if (value <= 0) return;
    key(name);
    writer_.Int(value);
  }
  void score(std::string_view name, double value) { number(name, fmt::format("{:.2f}", value)); }
  void fraction_if(std::string_view name, const std::optional<std::pair<std::string, std::string>>& value) {
    if (!value) return;
    key(name);
    writer_.StartArray();
    raw(value->first);
    raw(value->second);
    writer_.EndArray();
  }
  void span(Span value) {
    key("span");
    write(value);
  }
  void span_if(Span value) {
    if (!value.empty()) span(value);
  }
  void span_if(const std::optional<Span>& value) {
    if (value) span(*value);
  }
  void quote(std::string_view name, std::string_view value, Span place) {
    text(name, value);
    span(place);
  }
  void sentence(std::string_view name, Span place) {
    key(name);
    writer_.StartObject();
    if (options_.sentences) {
      key("text");
      writer_.RawValue("", 0, json::kStringType);
      out_.put(quoted(place));
    }
    span(place);
    writer_.EndObject();
  }
  void canonical_text(std::string_view name) {
    if (options_.text) text(name, result_.text);
  }
  template <class T>
  void object(std::string_view name, const T& value) {
    key(name);
    write(value);
  }
  template <class T>
  void object_if(std::string_view name, const std::optional<T>& value) {
    if (value) object(name, *value);
  }
  template <class T>
  void list(std::string_view name, const std::vector<T>& items) {
    key(name);
    writer_.StartArray();
    for (const T& item : items) write(item);
    writer_.EndArray();
  }
  void list(std::string_view name, const std::vector<Fact>& facts) {
    key(name);
    writer_.StartArray();
    for (std::size_t i = 0; i < facts.size(); ++i) {
      write(facts[i]);
      out_.take(i + 1, facts.size());
    }
    writer_.EndArray();
  }
  template <class T>
  void list_if(std::string_view name, const std::vector<T>& items) {
    if (!items.empty()) list(name, items);
  }
  template <class T>
  void list_if_wanted(std::string_view name, const std::vector<T>& items) {
    if (options_.times) list(name, items);
  }
  void pairs_if(std::string_view name, const std::vector<std::pair<std::string, std::string>>& pairs) {
    if (pairs.empty()) return;
    key(name);
    writer_.StartObject();
    for (const auto& [id, value] : pairs) text(id, value);
    writer_.EndObject();
  }

 private:
  void key(std::string_view name) { writer_.Key(name.data(), static_cast<json::SizeType>(name.size())); }
  void string(std::string_view value) {
    writer_.String(value.data(), static_cast<json::SizeType>(value.size()));
  }
  void flag(std::string_view name, bool value) {
    key(name);
    writer_.Bool(value);
  }
  // The text of the place as a JSON string. Facts of one sentence follow each other: it is made once for all.
  std::string_view quoted(Span place) {
    if (quoted_place_ != place) {
      const std::string_view text = slice(result_.text, place);
      quoted_.Clear();
      json::Writer<json::StringBuffer>(quoted_).String(text.data(), static_cast<json::SizeType>(text.size()));
      quoted_place_ = place;
    }
    return {quoted_.GetString(), quoted_.GetSize()};
  }
  void raw(const std::string& literal) {
    writer_.RawValue(literal.data(), literal.size(), json::kNumberType);
  }

  Writer& writer_;
  Output& out_;
  const DocumentResult& result_;
  const JsonOptions& options_;
  Offsets offsets_;
  std::optional<Span> quoted_place_;
  json::StringBuffer quoted_;
};

}  // namespace

void write_json(const DocumentResult& result, const JsonOptions& options, const JsonSink& sink) {
  Output out(sink);
  if (options.pretty) {
    json::PrettyWriter<json::StringBuffer> writer(out.buffer());
    writer.SetIndent(' ', 2);
    writer.SetFormatOptions(json::kFormatSingleLineArray);
    ResultWriter(writer, out, result, options).write(result);
  } else {
    json::Writer<json::StringBuffer> writer(out.buffer());
    ResultWriter(writer, out, result, options).write(result);
  }
  out.finish();
}

std::string to_json(const DocumentResult& result, const JsonOptions& options) {
  std::string text;
  // Room for all at once: a text that grows by itself copies many megabytes again and again.
  write_json(result, options, [&](std::string_view block, std::size_t done, std::size_t all) {
    text.append(block);
    const std::size_t expected = text.size() / done * all;
    if (expected > text.capacity()) text.reserve(expected + expected / 8);
  });
  return text;
}

std::string error_json(std::string_view message, std::string_view hint, std::string_view source, int line) {
  json::StringBuffer buffer;
  json::Writer<json::StringBuffer> writer(buffer);
  const auto text = [&](std::string_view name, std::string_view value) {
    writer.Key(name.data(), static_cast<json::SizeType>(name.size()));
    writer.String(value.data(), static_cast<json::SizeType>(value.size()));
  };
  writer.StartObject();
  writer.Key("error");
  writer.StartObject();
  text("message", message);
  if (!hint.empty()) text("hint", hint);
  writer.EndObject();
  text("source", source);
  if (line > 0) {
    writer.Key("line");
    writer.Int(line);
  }
  writer.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace figmine
