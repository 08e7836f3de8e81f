// feed/stream: bytes that are read as they come: of a file, of memory, of a compressed stream. Tested by
// tests/unit/feed_test.cc.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/descriptor.h"
#include "figmine/result.h"

namespace figmine {

// Not thread-safe.
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  // Up to `size` bytes, as soon as there are some; 0: the end.
  [[nodiscard]] virtual Result<std::size_t> read(char* out, std::size_t size) = 0;
  // Moves to `offset` from the start; false where the stream can only go on.
  [[nodiscard]] virtual bool seek(std::uint64_t offset);
  // Of the whole; nothing where it is not known before its end.
  [[nodiscard]] virtual std::optional<std::uint64_t> size() const;
};

// How much of the files of a feed has been read; one thread adds, any may look.
struct ReadCount {
  std::atomic<std::uint64_t> finished{0};  // files that are done with
  std::atomic<std::uint64_t> current{0};   // of the file under way
};

class FileStream : public ByteStream {
 public:
  // "-" is standard input. Errors: a URL, a folder, no permission, no such file.
  [[nodiscard]] static Result<std::unique_ptr<ByteStream>> open(const std::string& path,
                                                                ReadCount* count = nullptr);
  ~FileStream() override;
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

  [[nodiscard]] Result<std::size_t> read(char* out, std::size_t size) override;
  [[nodiscard]] bool seek(std::uint64_t offset) override;
  [[nodiscard]] std::optional<std::uint64_t> size() const override { return size_; }

 private:
  FileStream(std::string path, Descriptor file, std::optional<std::uint64_t> size, ReadCount* count)
      : path_(std::move(path)), file_(std::move(file)), size_(size), count_(count) {}

  std::string path_;
  Descriptor file_;  // none: standard input
  std::optional<std::uint64_t> size_;
  ReadCount* count_;
  std::uint64_t read_ = 0;
};

class MemoryStream : public ByteStream {
 public:
  explicit MemoryStream(std::string bytes) : bytes_(std::move(bytes)) {}
  [[nodiscard]] Result<std::size_t> read(char* out, std::size_t size) override;
  [[nodiscard]] bool seek(std::uint64_t offset) override;
  [[nodiscard]] std::optional<std::uint64_t> size() const override { return bytes_.size(); }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

// The first bytes of `stream` without taking them from it: `stream` is replaced by one that gives them again.
[[nodiscard]] Result<std::string> peek(std::unique_ptr<ByteStream>& stream, std::size_t size);

// All bytes. Errors: the stream's, or more than `limit`.
[[nodiscard]] Result<std::string> read_all(ByteStream& stream, std::uint64_t limit);

}  // namespace figmine
