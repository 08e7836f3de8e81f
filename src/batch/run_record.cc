#include "batch/run_record.h"

#include <fmt/chrono.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

namespace figmine {
namespace {

namespace json = rapidjson;
using Writer = json::PrettyWriter<json::StringBuffer>;

void put(Writer& writer, const char* key, std::string_view value) {
  writer.Key(key);
  writer.String(value.data(), static_cast<json::SizeType>(value.size()));
}

void put(Writer& writer, const char* key, std::int64_t value) {
  writer.Key(key);
  writer.Int64(value);
}

std::string utc(std::chrono::system_clock::time_point time) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(time)));
}

template <class Counts>
void put_counts(Writer& writer, const char* key, const Counts& counts) {
  writer.Key(key);
  writer.StartObject();
  for (const auto& [name, count] : counts) put(writer, name.c_str(), std::int64_t{count});
  writer.EndObject();
}

void put_errors(Writer& writer, const std::vector<BatchFailure>& failures) {
  writer.Key("errors");
  writer.StartArray();
  for (const BatchFailure& failure : failures) {
    writer.StartObject();
    put(writer, "name", failure.name);
    put(writer, "message", failure.problems.front().message);
    if (!failure.problems.front().hint.empty()) put(writer, "hint", failure.problems.front().hint);
    writer.EndObject();
  }
  writer.EndArray();
}

void put_duplicates(Writer& writer, const std::vector<DuplicateLink>& links) {
  writer.Key("duplicates");
  writer.StartArray();
  for (const DuplicateLink& link : links) {
    writer.StartObject();
    put(writer, "name", link.name);
    put(writer, "duplicate_of", link.duplicate_of);
    writer.Key("similarity");
    writer.Double(link.similarity);
    writer.EndObject();
  }
  writer.EndArray();
}

void put_slowest(Writer& writer, const std::vector<SlowArticle>& slowest) {
  writer.Key("slowest");
  writer.StartArray();
  for (const SlowArticle& article : slowest) {
    writer.StartObject();
    put(writer, "name", article.name);
    put(writer, "microseconds", std::int64_t{article.time.count()});
    writer.EndObject();
  }
  writer.EndArray();
}

}  // namespace

std::string to_json(const RunRecord& run) {
  json::StringBuffer buffer;
  Writer writer(buffer);
  writer.SetIndent(' ', 2);
  constexpr int kDecimals = 3;
  writer.SetMaxDecimalPlaces(kDecimals);
  writer.StartObject();
  put(writer, "started", utc(run.started));
  put(writer, "finished", utc(run.finished));
  put(writer, "version", Engine::version());
  put(writer, "rules", run.rules);
  writer.Key("inputs");
  writer.StartArray();
  for (const std::string& input : run.inputs) writer.String(input.c_str());
  writer.EndArray();
  writer.Key("interrupted");
  writer.Bool(run.interrupted);
  const std::map<std::string, std::int64_t> counts = {
      {"extracted", run.result.counts.done},
      {"unchanged", run.result.counts.unchanged},
      {"failed", run.result.counts.failed},
      {"pruned", run.result.counts.pruned},
      {"articles_in_store", run.totals.articles},
      {"facts_in_store", run.totals.facts},
      {"duplicates_in_store", static_cast<std::int64_t>(run.totals.duplicates.size())},
  };
  put_counts(writer, "counts", counts);
  put_counts(writer, "facts_by_kind", run.totals.kinds);
  put_counts(writer, "skipped", run.skipped);
  put_errors(writer, run.result.failures);
  put_duplicates(writer, run.totals.duplicates);
  put_slowest(writer, run.result.slowest);
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace figmine
