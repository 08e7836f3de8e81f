// The lines of articles.jsonl, of the state and of the journal.
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <iterator>

#include "batch/store.h"

namespace figmine {
namespace {

namespace json = rapidjson;
using Writer = json::Writer<json::StringBuffer>;

constexpr const char* kStatus[] = {"done", "failed", "gone"};

void put(Writer& writer, const char* key, const std::string& value) {
  writer.Key(key);
  writer.String(value.data(), static_cast<json::SizeType>(value.size()));
}

void put_if(Writer& writer, const char* key, const std::string& value) {
  if (!value.empty()) put(writer, key, value);
}

void put_error(Writer& writer, const Entry& entry) {
  writer.Key("error");
  writer.StartObject();
  put(writer, "message", entry.error);
  put_if(writer, "hint", entry.hint);
  writer.EndObject();
}

void put_facts(Writer& writer, const Entry& entry) {
  writer.Key("facts");
  writer.Int(entry.facts);
  writer.Key("kinds");
  writer.StartObject();
  for (const auto& [kind, count] : entry.kinds) {
    writer.Key(kind.c_str());
    writer.Int(count);
  }
  writer.EndObject();
}

std::string text(const json::Value& object, const char* key) {
  const auto it = object.FindMember(key);
  if (it == object.MemberEnd() || !it->value.IsString()) return {};
  return {it->value.GetString(), it->value.GetStringLength()};
}

}  // namespace

std::string to_line(const Entry& entry, EntryUse use) {
  json::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartObject();
  put(writer, "name", entry.name);
  put(writer, "source", entry.source);
  put(writer, "sha256", entry.sha256);
  put(writer, "rules", entry.made_by);
  put(writer, "status", kStatus[static_cast<std::size_t>(entry.status)]);
  if (entry.status == Entry::Status::kFailed) put_error(writer, entry);
  if (entry.status == Entry::Status::kDone) put_facts(writer, entry);
  put_if(writer, "title", entry.title);
  put_if(writer, "published", entry.published);
  put_if(writer, "language", entry.language);
  if (use == EntryUse::kState) put_if(writer, "signature", entry.signature);
  if (use == EntryUse::kCatalogue && !entry.duplicate_of.empty()) {
    put(writer, "duplicate_of", entry.duplicate_of);
    writer.Key("similarity");
    writer.SetMaxDecimalPlaces(3);
    writer.Double(entry.similarity);
  }
  writer.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

std::optional<Entry> from_line(std::string_view line) {
  json::Document object;
  object.Parse<json::kParseIterativeFlag>(line.data(), line.size());
  if (object.HasParseError() || !object.IsObject()) return std::nullopt;
  Entry entry;
  entry.name = text(object, "name");
  if (entry.name.empty()) return std::nullopt;
  entry.source = text(object, "source");
  entry.sha256 = text(object, "sha256");
  entry.made_by = text(object, "rules");
  const auto* const status = std::find(std::begin(kStatus), std::end(kStatus), text(object, "status"));
  if (status == std::end(kStatus)) return std::nullopt;
  entry.status = static_cast<Entry::Status>(status - std::begin(kStatus));
  if (const auto error = object.FindMember("error"); error != object.MemberEnd() && error->value.IsObject()) {
    entry.error = text(error->value, "message");
    entry.hint = text(error->value, "hint");
  }
  if (const auto facts = object.FindMember("facts"); facts != object.MemberEnd() && facts->value.IsInt())
    entry.facts = facts->value.GetInt();
  if (const auto kinds = object.FindMember("kinds"); kinds != object.MemberEnd() && kinds->value.IsObject()) {
    for (const auto& kind : kinds->value.GetObject()) {
      if (kind.value.IsInt()) entry.kinds[kind.name.GetString()] = kind.value.GetInt();
    }
  }
  entry.title = text(object, "title");
  entry.published = text(object, "published");
  entry.language = text(object, "language");
  entry.signature = text(object, "signature");
  entry.duplicate_of = text(object, "duplicate_of");
  const auto similarity = object.FindMember("similarity");
  if (similarity != object.MemberEnd() && similarity->value.IsNumber())
    entry.similarity = similarity->value.GetDouble();
  return entry;
}

}  // namespace figmine
