#include "review/decision.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <iterator>

namespace figmine {
namespace {

namespace json = rapidjson;
using Writer = json::Writer<json::StringBuffer>;

constexpr std::string_view kActions[] = {"accept", "reject", "edit", "add", "undo", "redo"};

void put(Writer& writer, std::string_view key, std::string_view value) {
  writer.Key(key.data(), static_cast<json::SizeType>(key.size()));
  writer.String(value.data(), static_cast<json::SizeType>(value.size()));
}

void put_if(Writer& writer, std::string_view key, std::string_view value) {
  if (!value.empty()) put(writer, key, value);
}

void put_changes(Writer& writer, const std::map<std::string, FieldChange>& changes) {
  writer.Key("changes");
  writer.StartObject();
  for (const auto& [field, change] : changes) {
    writer.Key(field.data(), static_cast<json::SizeType>(field.size()));
    writer.StartObject();
    put(writer, "before", change.before);
    put(writer, "after", change.after);
    writer.EndObject();
  }
  writer.EndObject();
}

std::string text(const json::Value& object, const char* key) {
  const auto it = object.FindMember(key);
  if (it == object.MemberEnd() || !it->value.IsString()) return {};
  return {it->value.GetString(), it->value.GetStringLength()};
}

std::map<std::string, FieldChange> changes_of(const json::Value& object) {
  std::map<std::string, FieldChange> out;
  const auto changes = object.FindMember("changes");
  if (changes == object.MemberEnd() || !changes->value.IsObject()) return out;
  for (const auto& change : changes->value.GetObject()) {
    if (!change.value.IsObject()) continue;
    out[{change.name.GetString(), change.name.GetStringLength()}] = {text(change.value, "before"),
                                                                     text(change.value, "after")};
  }
  return out;
}

}  // namespace

std::string_view name_of(Action action) { return kActions[static_cast<std::size_t>(action)]; }

std::string to_line(const Decision& decision) {
  json::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartObject();
  put(writer, "id", decision.id);
  put(writer, "time", decision.time);
  put(writer, "reviewer", decision.reviewer);
  put_if(writer, "article", decision.article);
  put_if(writer, "fact", decision.fact);
  put(writer, "action", name_of(decision.action));
  put_if(writer, "reason", decision.reason);
  if (!decision.changes.empty()) put_changes(writer, decision.changes);
  put_if(writer, "of", decision.of);
  put_if(writer, "group", decision.group);
  put_if(writer, "fact_sha256", decision.fact_sha256);
  if (!decision.rules.empty()) {
    writer.Key("rules");
    writer.StartArray();
    for (const std::string& rule : decision.rules) writer.String(rule.c_str());
    writer.EndArray();
  }
  writer.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

std::optional<Decision> decision_from_line(std::string_view line) {
  json::Document object;
  object.Parse<json::kParseIterativeFlag>(line.data(), line.size());
  if (object.HasParseError() || !object.IsObject()) return std::nullopt;
  Decision decision;
  decision.id = text(object, "id");
  decision.time = text(object, "time");
  decision.reviewer = text(object, "reviewer");
  const auto* const action = std::find(std::begin(kActions), std::end(kActions), text(object, "action"));
  if (decision.id.empty() || action == std::end(kActions)) return std::nullopt;
  decision.action = static_cast<Action>(action - std::begin(kActions));
  decision.article = text(object, "article");
  decision.fact = text(object, "fact");
  decision.reason = text(object, "reason");
  decision.changes = changes_of(object);
  decision.of = text(object, "of");
  decision.group = text(object, "group");
  decision.fact_sha256 = text(object, "fact_sha256");
  if (const auto rules = object.FindMember("rules"); rules != object.MemberEnd() && rules->value.IsArray()) {
    for (const json::Value& rule : rules->value.GetArray()) {
      if (rule.IsString()) decision.rules.emplace_back(rule.GetString(), rule.GetStringLength());
    }
  }
  return decision;
}

const std::vector<std::string>& reject_reasons() {
  static const std::vector<std::string> kReasons = {"no_claim", "value",  "unit",   "measure", "subject",
                                                    "period",   "change", "status", "other"};
  return kReasons;
}

}  // namespace figmine
