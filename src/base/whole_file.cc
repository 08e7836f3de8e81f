#include "base/whole_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/descriptor.h"

namespace figmine {
namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 18U;

std::string_view remedy(int errno_value) {
  switch (errno_value) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return "free some space and run the command again";
    case EACCES:
    case EPERM:
    case EROFS:
      return "check the permissions of the file and of its folder";
    case ENOENT:
      return "is the path right?";
    case ENAMETOOLONG:
      return "give the article a shorter name";
    default:
      return "";
  }
}

}  // namespace

Diagnostic file_error(const std::filesystem::path& path, std::string_view action, int errno_value) {
  Diagnostic problem;
  problem.file = path.string();
  problem.message = "can't " + std::string(action) + ": " + std::strerror(errno_value);
  problem.hint = remedy(errno_value);
  return problem;
}

Result<WholeFile> WholeFile::create(std::filesystem::path target, std::filesystem::path temporary) {
  if (temporary.empty()) temporary = target.string() + ".tmp-" + std::to_string(::getpid());
  const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) return file_error(target, "write", errno);
  return WholeFile(std::move(target), std::move(temporary), descriptor);
}

WholeFile::WholeFile(WholeFile&& other) noexcept
    : target_(std::move(other.target_)),
      temporary_(std::move(other.temporary_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      error_(other.error_),
      buffer_(std::move(other.buffer_)) {}

WholeFile& WholeFile::operator=(WholeFile&& other) noexcept {
  drop();
  target_ = std::move(other.target_);
  temporary_ = std::move(other.temporary_);
  descriptor_ = std::exchange(other.descriptor_, -1);
  error_ = other.error_;
  buffer_ = std::move(other.buffer_);
  return *this;
}

WholeFile::~WholeFile() { drop(); }

void WholeFile::drop() {
  if (descriptor_ < 0) return;
  ::close(std::exchange(descriptor_, -1));
  ::unlink(temporary_.c_str());
}

void WholeFile::flush() {
  if (error_ == 0 && !write_all(descriptor_, buffer_)) error_ = errno;
  buffer_.clear();
}

void WholeFile::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= kBuffer) flush();
}

Diagnostics WholeFile::commit() {
  flush();
  if (error_ == 0 && ::fsync(descriptor_) != 0) error_ = errno;
  if (error_ == 0 && ::rename(temporary_.c_str(), target_.c_str()) != 0) error_ = errno;
  if (error_ != 0) {
    drop();
    return {file_error(target_, "write", error_)};
  }
  ::close(std::exchange(descriptor_, -1));
  return {};
}

Diagnostics write_whole(const std::filesystem::path& target, std::string_view bytes,
                        const std::filesystem::path& temporary) {
  Result<WholeFile> file = WholeFile::create(target, temporary);
  if (!file) return file.errors();
  file.value().write(bytes);
  return file.value().commit();
}

Result<std::string> read_whole(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return file_error(path, "read", errno);
  struct stat status = {};
  std::string bytes;
  if (::fstat(descriptor, &status) == 0 && status.st_size > 0)
    bytes.reserve(static_cast<std::size_t>(status.st_size));
  char buffer[1U << 16U];
  ssize_t count = 0;
  while ((count = ::read(descriptor, buffer, sizeof buffer)) != 0) {
    if (count > 0) {
      bytes.append(buffer, static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      const int reason = errno;
      ::close(descriptor);
      return file_error(path, "read", reason);
    }
  }
  ::close(descriptor);
  return bytes;
}

}  // namespace figmine
