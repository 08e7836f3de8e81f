#include "feed/stream.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/whole_file.h"

namespace figmine {
namespace {

// Bytes that were taken for a look, then the rest. A stream that can go back needs none.
class PeekedStream : public ByteStream {
 public:
  PeekedStream(std::string head, std::unique_ptr<ByteStream> rest)
      : head_(std::move(head)), rest_(std::move(rest)) {}

  Result<std::size_t> read(char* out, std::size_t size) override {
    if (at_ == head_.size()) return rest_->read(out, size);
    const std::size_t count = head_.copy(out, size, at_);
    at_ += count;
    return count;
  }

  std::optional<std::uint64_t> size() const override { return rest_->size(); }

 private:
  std::string head_;
  std::size_t at_ = 0;
  std::unique_ptr<ByteStream> rest_;
};

}  // namespace

bool ByteStream::seek(std::uint64_t) { return false; }
std::optional<std::uint64_t> ByteStream::size() const { return std::nullopt; }

Result<std::unique_ptr<ByteStream>> FileStream::open(const std::string& path, ReadCount* count) {
  const auto made = [&](Descriptor file, std::optional<std::uint64_t> size) {
    return std::unique_ptr<ByteStream>(new FileStream(path, std::move(file), size, count));
  };
  if (path == "-") return made(Descriptor(), std::nullopt);
  if (path.starts_with("http://") || path.starts_with("https://")) {
    Diagnostic problem =
        error("figmine opens no network connection", "fetch the page first: curl -s URL | figmine extract -");
    problem.file = path;
    return problem;
  }
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return file_error(path, "open", errno);
  struct stat status = {};
  if (::fstat(file.get(), &status) != 0) return file_error(path, "read", errno);
  if (S_ISDIR(status.st_mode)) {
    Diagnostic problem = error("is a folder");
    problem.file = path;
    return problem;
  }
  const bool regular = S_ISREG(status.st_mode);
  return made(std::move(file),
              regular ? std::optional(static_cast<std::uint64_t>(status.st_size)) : std::nullopt);
}

FileStream::~FileStream() {
  if (count_ == nullptr) return;
  count_->current = 0;
  count_->finished += size_.value_or(read_);
}

Result<std::size_t> FileStream::read(char* out, std::size_t size) {
  const int file = path_ == "-" ? STDIN_FILENO : file_.get();
  ssize_t count = 0;
  do {
    count = ::read(file, out, size);
  } while (count < 0 && errno == EINTR);
  if (count < 0) return file_error(path_ == "-" ? "standard input" : path_, "read", errno);
  read_ += static_cast<std::uint64_t>(count);
  if (count_ != nullptr) count_->current = std::min(read_, size_.value_or(read_));
  return static_cast<std::size_t>(count);
}

bool FileStream::seek(std::uint64_t offset) {
  return size_ && ::lseek(file_.get(), static_cast<off_t>(offset), SEEK_SET) >= 0;
}

Result<std::size_t> MemoryStream::read(char* out, std::size_t size) {
  if (at_ >= bytes_.size()) return std::size_t{0};
  const std::size_t count = bytes_.copy(out, size, at_);
  at_ += count;
  return count;
}

bool MemoryStream::seek(std::uint64_t offset) {
  at_ = static_cast<std::size_t>(std::min<std::uint64_t>(offset, bytes_.size()));
  return true;
}

Result<std::string> peek(std::unique_ptr<ByteStream>& stream, std::size_t size) {
  std::string head(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    const Result<std::size_t> count = stream->read(head.data() + filled, size - filled);
    if (!count) return count.errors();
    if (count.value() == 0) break;
    filled += count.value();
  }
  head.resize(filled);
  if (!stream->seek(0)) stream = std::make_unique<PeekedStream>(head, std::move(stream));
  return head;
}

Result<std::string> read_all(ByteStream& stream, std::uint64_t limit) {
  std::string out;
  if (stream.size() && *stream.size() <= limit) out.reserve(*stream.size());
  char buffer[1U << 16U];
  while (true) {
    const Result<std::size_t> count = stream.read(buffer, sizeof buffer);
    if (!count) return count.errors();
    if (count.value() == 0) return out;
    if (out.size() + count.value() > limit) {
      return error(fmt::format("more than {} MiB, the limit for one article", limit >> 20U),
                   "split it into articles");
    }
    out.append(buffer, count.value());
  }
}

}  // namespace figmine
