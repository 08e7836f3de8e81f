#include "output/fact_lines.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <vector>

namespace figmine {
namespace {

namespace json = rapidjson;

// Follows the parser through {"document": {…}, "facts": [{…}, …]} and notes where the facts stand.
class Outline : public json::BaseReaderHandler<json::UTF8<>, Outline> {
 public:
  // RapidJSON's iterative parser tells of a bracket before it takes it from the stream.
  explicit Outline(const json::MemoryStream& stream) : stream_(stream) {}

  struct Piece {
    std::size_t begin = 0, end = 0;
  };
  std::vector<Piece> facts;
  std::string id, source, title, published;

  bool Key(const char* text, json::SizeType size, bool) {
    if (depth_ <= 2) key_[depth_ - 1].assign(text, size);
    return true;
  }
  bool StartObject() {
    ++depth_;
    if (in_facts_ && depth_ == 3) facts.push_back({stream_.Tell(), 0});
    return true;
  }
  bool EndObject(json::SizeType) {
    if (in_facts_ && depth_ == 3) facts.back().end = stream_.Tell() + 1;
    --depth_;
    return true;
  }
  bool StartArray() {
    ++depth_;
    if (depth_ == 2 && key_[0] == "facts") in_facts_ = true;
    return true;
  }
  bool EndArray(json::SizeType) {
    if (depth_ == 2) in_facts_ = false;
    --depth_;
    return true;
  }
  bool String(const char* text, json::SizeType size, bool) {
    if (depth_ != 2 || key_[0] != "document") return true;
    if (key_[1] == "id") id.assign(text, size);
    if (key_[1] == "source") source.assign(text, size);
    if (key_[1] == "title") title.assign(text, size);
    if (key_[1] == "published") published.assign(text, size);
    return true;
  }
  bool RawNumber(const char*, json::SizeType, bool) { return true; }

 private:
  const json::MemoryStream& stream_;
  std::size_t depth_ = 0;
  bool in_facts_ = false;
  std::string key_[2];  // of the outer object, and of the object in it
};

std::string head_of(const Outline& outline) {
  json::StringBuffer buffer;
  json::Writer<json::StringBuffer> writer(buffer);
  writer.StartObject();
  const auto put = [&](const char* key, const std::string& value, bool always) {
    if (value.empty() && !always) return;
    writer.Key(key);
    writer.String(value.data(), static_cast<json::SizeType>(value.size()));
  };
  put("id", outline.id, true);
  put("source", outline.source, true);
  put("title", outline.title, false);
  put("published", outline.published, false);
  writer.EndObject();
  return R"({"document":)" + std::string(buffer.GetString(), buffer.GetSize());
}

}  // namespace

std::optional<std::string> fact_lines(std::string_view record,
                                      const std::function<bool(std::size_t)>& wanted) {
  json::MemoryStream stream(record.data(), record.size());
  Outline outline(stream);
  json::Reader reader;
  constexpr unsigned kFlags =
      json::kParseIterativeFlag | json::kParseNumbersAsStringsFlag | json::kParseStopWhenDoneFlag;
  if (reader.Parse<kFlags>(stream, outline).IsError()) return std::nullopt;
  const std::string head = head_of(outline);
  std::string lines;
  for (std::size_t i = 0; i < outline.facts.size(); ++i) {
    if (!wanted(i)) continue;
    const auto [begin, end] = outline.facts[i];
    lines += head;
    lines += ',';
    lines += record.substr(begin + 1, end - begin - 1);
    lines += '\n';
  }
  return lines;
}

}  // namespace figmine
