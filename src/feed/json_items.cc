#include "feed/json_items.h"

#include <fmt/format.h>

#include <array>

namespace figmine {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// A stream taken byte by byte.
class Bytes {
 public:
  explicit Bytes(std::unique_ptr<ByteStream> stream) : stream_(std::move(stream)) {}

  // What is at hand; reads on where nothing is. Empty: the end, or an error that problems() tells.
  std::string_view some() {
    if (at_ == size_ && !ended_) fill();
    return {buffer_.data() + at_, size_ - at_};
  }
  void take(std::size_t count) { at_ += count; }

  [[nodiscard]] const Diagnostics& problems() const { return problems_; }

 private:
  void fill() {
    const Result<std::size_t> count = stream_->read(buffer_.data(), buffer_.size());
    at_ = 0;
    size_ = count ? count.value() : 0;
    ended_ = size_ == 0;
    if (!count) problems_ = count.errors();
  }

  std::unique_ptr<ByteStream> stream_;
  std::array<char, std::size_t{1} << 16U> buffer_{};
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  bool ended_ = false;
  Diagnostics problems_;
};

// What both forms have in common: articles by number, errors in their place, and the end.
class JsonItems : public Container {
 public:
  JsonItems(FileEntry file, std::unique_ptr<ByteStream> bytes, const FeedLimits& limits)
      : file_(std::move(file)), bytes_(std::move(bytes)), limits_(limits) {}

 protected:
  Article article(std::string name, std::string source, std::string json) const {
    Article out;
    out.name = std::move(name);
    out.source = std::move(source);
    out.bytes = std::move(json);
    out.input = Input::kJsonLine;
    out.info = file_.info;
    return out;
  }

  Step failed(std::string name, Diagnostic problem, int line) const {
    problem.line = line;
    return FailedEntry{std::move(name), file_.source, {std::move(problem)}};
  }

  // The end: an error of the stream is told once.
  std::optional<Step> end() {
    if (told_ || bytes_.problems().empty()) return std::nullopt;
    told_ = true;
    return FailedEntry{file_.name, file_.source, bytes_.problems()};
  }

  Diagnostic too_long(std::string_view what) const {
    return error(fmt::format("the {} is longer than {} MiB", what, limits_.article_bytes >> 20U),
                 "split it into articles");
  }

  FileEntry file_;
  Bytes bytes_;
  FeedLimits limits_;

 private:
  bool told_ = false;
};

class JsonLines : public JsonItems {
 public:
  using JsonItems::JsonItems;

  std::optional<Step> next() override {
    while (read_line()) {
      ++number_;
      if (number_ == 1 && line_.starts_with(kByteOrderMark)) line_.erase(0, kByteOrderMark.size());
      const std::string name = numbered(file_.name, static_cast<std::uint64_t>(number_));
      if (over_) return failed(name, too_long("line"), number_);
      if (line_.find_first_not_of(" \t\r") != std::string::npos) return line_article(name);
    }
    return end();
  }

 private:
  Step line_article(std::string name) {
    Article out = article(std::move(name), file_.source, std::move(line_));
    out.line = number_;
    return out;
  }

  // False at the end. A line that is too long is passed over, and `over_` tells so.
  bool read_line() {
    line_.clear();
    over_ = false;
    bool any = false;
    for (std::string_view some = bytes_.some(); !some.empty(); some = bytes_.some()) {
      any = true;
      const std::size_t end = some.find('\n');
      add(some.substr(0, end));
      bytes_.take(end == std::string_view::npos ? some.size() : end + 1);
      if (end != std::string_view::npos) return true;
    }
    return any && bytes_.problems().empty();
  }

  void add(std::string_view part) {
    over_ = over_ || line_.size() + part.size() > limits_.article_bytes;
    if (!over_) line_ += part;
  }

  std::string line_;
  int number_ = 0;
  bool over_ = false;
};

// Cuts at the commas of the outermost array, or between objects that follow each other. What is between is
// not looked at: the reader of each object tells what is wrong with it.
class JsonFile : public JsonItems {
 public:
  using JsonItems::JsonItems;

  std::optional<Step> next() override {
    if (number_ == 0) start();
    std::optional<Item> item = held_ ? std::move(held_) : read_item();
    held_.reset();
    if (!item) return end_of_file();
    ++number_;
    if (number_ == 1 && !array_) {
      held_ = read_item();
      if (!held_) return step_of(file_.name, file_.source, std::move(*item));
    }
    return step_of(numbered(file_.name, number_), numbered(file_.source, number_), std::move(*item));
  }

 private:
  struct Item {
    std::string json;
    int line = 0;
    bool over = false;
  };

  Step step_of(std::string name, std::string source, Item item) const {
    if (item.over) return failed(std::move(name), too_long("object"), item.line);
    return article(std::move(name), std::move(source), std::move(item.json));
  }

  std::optional<Step> end_of_file() {
    if (array_ && !closed_ && !told_ && bytes_.problems().empty()) {
      told_ = true;
      return failed(file_.name, error("the JSON array does not end", "is the file complete?"), line_);
    }
    return end();
  }

  void start() {
    if (bytes_.some().starts_with(kByteOrderMark)) bytes_.take(kByteOrderMark.size());
    if (peek() != '[') return;
    array_ = true;
    bytes_.take(1);
  }

  // The next character that is no white space, not taken; 0 at the end.
  char peek() {
    for (std::string_view some = bytes_.some(); !some.empty(); some = bytes_.some()) {
      const char c = some.front();
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') return c;
      if (c == '\n') ++line_;
      bytes_.take(1);
    }
    return 0;
  }

  std::optional<Item> read_item() {
    if (closed_) return std::nullopt;
    char c = peek();
    if (array_ && c == ',' && number_ > 0) {
      bytes_.take(1);
      c = peek();
    }
    if (array_ && c == ']') {
      closed_ = true;
      return std::nullopt;
    }
    if (c == 0) return std::nullopt;
    Item item;
    item.line = line_;
    read_value(item);
    return item;
  }

  // Up to the comma or bracket behind the value or, outside an array, to the end of the object.
  void read_value(Item& item) {
    int depth = 0;
    bool in_string = false;
    bool escaped = false;
    for (std::string_view some = bytes_.some(); !some.empty(); some = bytes_.some()) {
      const char c = some.front();
      if (!in_string && depth == 0 && array_ && (c == ',' || c == ']')) return;
      bytes_.take(1);
      if (c == '\n') ++line_;
      item.over = item.over || item.json.size() >= limits_.article_bytes;
      if (!item.over) item.json += c;
      if (in_string) {
        in_string = escaped || c != '"';
        escaped = !escaped && c == '\\';
      } else if (c == '"') {
        in_string = true;
      } else if (c == '{' || c == '[') {
        ++depth;
      } else if (c == '}' || c == ']') {
        if (--depth <= 0 && !array_) return;
      }
    }
  }

  std::optional<Item> held_;  // the second, read to know whether the first is alone
  std::uint64_t number_ = 0;
  int line_ = 1;
  bool array_ = false;
  bool closed_ = false;
  bool told_ = false;
};

}  // namespace

std::unique_ptr<Container> open_json_lines(FileEntry file, std::unique_ptr<ByteStream> bytes,
                                           const FeedLimits& limits) {
  return std::make_unique<JsonLines>(std::move(file), std::move(bytes), limits);
}

std::unique_ptr<Container> open_json(FileEntry file, std::unique_ptr<ByteStream> bytes,
                                     const FeedLimits& limits) {
  return std::make_unique<JsonFile>(std::move(file), std::move(bytes), limits);
}

bool holds_articles(std::string_view head) {
  // A member "text" of the outermost object, or of the first in the outermost array.
  int depth = 0;
  int wanted = 0;
  for (std::size_t at = 0; at < head.size(); ++at) {
    const char c = head[at];
    if (c == '"') {
      const std::size_t begin = at + 1;
      for (++at; at < head.size() && head[at] != '"'; ++at) {
        if (head[at] == '\\') ++at;
      }
      const std::size_t next =
          std::min(head.find_first_not_of(" \t\r\n", std::min(at + 1, head.size())), head.size());
      if (depth == wanted && at < head.size() && head.substr(begin, at - begin) == "text" &&
          head.substr(next, 1) == ":")
        return true;
    } else if (c == '{' || c == '[') {
      ++depth;
      if (wanted == 0 && c == '{') wanted = depth;
    } else if (c == '}' || c == ']') {
      if (depth == wanted) return false;
      --depth;
    }
  }
  return false;
}

}  // namespace figmine
