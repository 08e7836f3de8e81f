// base/whole_file: a file that is written whole or not at all: into a temporary file, flushed to the disk,
// then renamed (POSIX rename replaces in one step). Tested by tests/unit/batch_test.cc.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "figmine/result.h"

namespace figmine {

// One file under way; not thread-safe. Dropped without commit(), it leaves nothing behind.
class WholeFile {
 public:
  // `temporary` must lie on the file system of `target`; an empty one stands for "<target>.tmp-<process id>".
  // Errors: the temporary file can't be made.
  [[nodiscard]] static Result<WholeFile> create(std::filesystem::path target,
                                                std::filesystem::path temporary = {});
  WholeFile(WholeFile&& other) noexcept;
  WholeFile& operator=(WholeFile&& other) noexcept;
  ~WholeFile();

  // Where the bytes stand until commit(): for a library that writes a file by its path.
  [[nodiscard]] const std::filesystem::path& temporary() const { return temporary_; }

  // A failed write is remembered and told by commit().
  void write(std::string_view bytes);
  // Flushes, syncs and renames; nothing may be written after it. Nothing in the result: done. Errors: disk
  // full, no permission, …; then the target is as it was.
  [[nodiscard]] Diagnostics commit();

 private:
  WholeFile(std::filesystem::path target, std::filesystem::path temporary, int descriptor)
      : target_(std::move(target)), temporary_(std::move(temporary)), descriptor_(descriptor) {}
  void flush();
  void drop();

  std::filesystem::path target_;
  std::filesystem::path temporary_;
  int descriptor_ = -1;
  int error_ = 0;  // errno of the first failure
  std::string buffer_;
};

// The whole in one call.
[[nodiscard]] Diagnostics write_whole(const std::filesystem::path& target, std::string_view bytes,
                                      const std::filesystem::path& temporary = {});

// All bytes of a file. Errors name the path and the system's reason.
[[nodiscard]] Result<std::string> read_whole(const std::filesystem::path& path);

// "can't ACTION" with the reason of `errno_value` and, where it is known, what to do.
[[nodiscard]] Diagnostic file_error(const std::filesystem::path& path, std::string_view action,
                                    int errno_value);

}  // namespace figmine
