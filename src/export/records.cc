#include "export/records.h"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/filereadstream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <optional>

#include "base/whole_file.h"
#include "batch/store.h"
#include "output/json.h"
#include "output/read_json.h"

namespace figmine {
namespace {

namespace fs = std::filesystem;
namespace json = rapidjson;

Diagnostics placed(Diagnostics problems, const fs::path& path) {
  for (Diagnostic& problem : problems) problem.file = path.string();
  return problems;
}

// Fills `record`, whose name and JSON are there.
Diagnostics read_record(Record& record, const RecordOptions& options) {
  Result<DocumentResult> result = from_json(record.json);
  if (!result) return result.errors();
  record.result = std::move(result).value();
  if (options.revise) {
    options.revise(record.name, record.result);
    JsonOptions json;
    json.text = true;
    record.json = to_json(record.result, json);
  }
  const FactSelector selector(options.filter, record.result);
  for (std::size_t i = 0; i < record.result.facts.size(); ++i) {
    if (selector.lets_through(record.result.facts[i])) record.wanted.push_back(i);
  }
  return {};
}

Diagnostics read_stored(const fs::path& store, const Entry& entry, const RecordOptions& options,
                        Record& record) {
  const Result<fs::path> path = record_path(store, entry.name);
  if (!path) return placed(path.errors(), store);
  Result<std::string> bytes = read_whole(path.value());
  if (!bytes) return bytes.errors();
  record.name = entry.name;
  record.duplicate_of = entry.duplicate_of;
  record.json = std::move(bytes).value();
  return placed(read_record(record, options), path.value());
}

Diagnostics each_stored(const fs::path& store, const RecordOptions& options,
                        const std::function<bool(Record&&)>& take,
                        const std::function<void(const Diagnostics&)>& failed) {
  return read_catalogue(store, [&](const Entry& entry) {
    if (entry.status != Entry::Status::kDone || (options.unique && !entry.duplicate_of.empty())) return true;
    Record record;
    if (const Diagnostics problems = read_stored(store, entry, options, record); !problems.empty()) {
      failed(problems);
      return true;
    }
    return take(std::move(record));
  });
}

// The values of a file, one at a time, whether they stand in an array, one a line or one after the other;
// never the whole file at once.
class Values {
 public:
  explicit Values(std::FILE* file) : stream_(file, buffer_, sizeof buffer_) {}

  // The next value as compact JSON; nothing at the end and after an error.
  std::optional<std::string> next() {
    for (char c = stream_.Peek(); c == ' ' || c == '\t' || c == '\n' || c == '\r' || is_bracket(c);
         c = stream_.Peek())
      stream_.Take();
    if (stream_.Peek() == '\0') {
      if (!at_end()) error_ = fmt::format("bad JSON at byte {}: a NUL", stream_.Tell());
      return std::nullopt;
    }
    json::StringBuffer out;
    Copy copy(out);
    constexpr unsigned kFlags =
        json::kParseIterativeFlag | json::kParseNumbersAsStringsFlag | json::kParseStopWhenDoneFlag;
    const json::ParseResult parsed = reader_.Parse<kFlags>(stream_, copy);
    if (parsed.IsError()) {
      error_ = fmt::format("bad JSON at byte {}: {}", parsed.Offset(), json::GetParseError_En(parsed.Code()));
      return std::nullopt;
    }
    return std::string(out.GetString(), out.GetSize());
  }

  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  // Writes what the reader tells, numbers as the literals they are.
  struct Copy : json::Writer<json::StringBuffer> {
    using Writer::Writer;
    bool RawNumber(const char* text, json::SizeType size, bool /*copy*/) {
      return RawValue(text, size, json::kNumberType);
    }
  };

  // Around and between the records: an array holds them as lines do.
  static bool is_bracket(char c) { return c == '[' || c == ',' || c == ']'; }

  // The stream shows its end as a NUL that can't be taken.
  bool at_end() {
    const std::size_t before = stream_.Tell();
    stream_.Take();
    return stream_.Tell() == before;
  }

  char buffer_[1U << 16U];
  json::FileReadStream stream_;
  json::Reader reader_;
  std::string error_;
};

struct FileCloser {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

Diagnostics each_in_file(const fs::path& path, const RecordOptions& options,
                         const std::function<bool(Record&&)>& take,
                         const std::function<void(const Diagnostics&)>& failed) {
  const bool standard = path == "-";
  const std::unique_ptr<std::FILE, FileCloser> file(standard ? stdin : std::fopen(path.c_str(), "rb"));
  if (!file) return {file_error(path, "open", errno)};
  const fs::path shown = standard ? "standard input" : path;
  Values values(file.get());
  std::size_t number = 0;
  while (std::optional<std::string> value = values.next()) {
    ++number;
    Record record;
    record.json = std::move(*value);
    if (Diagnostics problems = read_record(record, options); !problems.empty()) {
      for (Diagnostic& problem : problems)
        problem.message = fmt::format("record {}: {}", number, problem.message);
      failed(placed(std::move(problems), shown));
      continue;
    }
    record.name = record.result.document.id;
    if (!take(std::move(record))) return {};
  }
  if (std::ferror(file.get()) != 0) return {file_error(shown, "read", errno)};
  if (!values.error().empty())
    return placed({error(values.error(), "the file is what figmine extract --format json or jsonl writes")},
                  shown);
  return {};
}

}  // namespace

Diagnostics each_record(const fs::path& path, const RecordOptions& options,
                        const std::function<bool(Record&&)>& take,
                        const std::function<void(const Diagnostics&)>& failed) {
  std::error_code code;
  if (fs::is_directory(path, code)) return each_stored(path, options, take, failed);
  if (options.unique) {
    return placed({error("--unique needs a folder of figmine batch",
                         "only its catalogue tells which articles repeat another")},
                  path);
  }
  if (options.revise) {
    return placed({error("only the records of a folder of figmine batch can be revised",
                         "give the folder that was reviewed")},
                  path);
  }
  return each_in_file(path, options, take, failed);
}

}  // namespace figmine
