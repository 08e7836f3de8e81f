#include "output/json.h"

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "output/fields.h"

namespace figmine {
namespace {

namespace json = rapidjson;

// What the writer has written so far. Its buffer is emptied now and then into a text that has room for all:
// one that grows by itself copies many megabytes again and again.
class Output {
 public:
  [[nodiscard]] json::StringBuffer& buffer() { return buffer_; }
  // After `done` of `all` facts.
  void take(std::size_t done, std::size_t all) {
    constexpr std::size_t kBlock = std::size_t{1} << 18U;
    if (buffer_.GetSize() < kBlock) return;
    append();
    const std::size_t expected = text_.size() / done * all;
    if (expected > text_.capacity()) text_.reserve(expected + expected / 8);
  }
  [[nodiscard]] std::string finish() {
    append();
    return std::move(text_);
  }

 private:
  void append() {
    text_.append(buffer_.GetString(), buffer_.GetSize());
    buffer_.Clear();
  }
  json::StringBuffer buffer_;
  std::string text_;
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
    if (options_.sentences) text("text", slice(result_.text, place));
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
  void raw(const std::string& literal) {
    writer_.RawValue(literal.data(), literal.size(), json::kNumberType);
  }

  Writer& writer_;
  Output& out_;
  const DocumentResult& result_;
  const JsonOptions& options_;
  Offsets offsets_;
};

}  // namespace

std::string to_json(const DocumentResult& result, const JsonOptions& options) {
  Output out;
  if (options.pretty) {
    json::PrettyWriter<json::StringBuffer> writer(out.buffer());
    writer.SetIndent(' ', 2);
    writer.SetFormatOptions(json::kFormatSingleLineArray);
    ResultWriter(writer, out, result, options).write(result);
  } else {
    json::Writer<json::StringBuffer> writer(out.buffer());
    ResultWriter(writer, out, result, options).write(result);
  }
  return out.finish();
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
