#include "feed/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>

#include <array>
#include <cerrno>
#include <unordered_set>

#include "feed/selection.h"

namespace figmine {
namespace {

// libarchive converts names to the locale's charset and drops those that it can't: for its calls this
// thread's charset is UTF-8.
class Utf8Names {
 public:
  Utf8Names() : before_(::uselocale(utf8())) {}
  ~Utf8Names() { ::uselocale(before_); }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  static locale_t utf8() {
    static const locale_t made = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return made;  // null, which changes nothing, on a system without it
  }
  locale_t before_;
};

enum class Form { kEntries, kRaw };

// libarchive over a ByteStream, with what it gives counted against the limits.
class ArchiveReader {
 public:
  ArchiveReader(std::unique_ptr<ByteStream> bytes, std::shared_ptr<Expansion> expansion,
                const FeedLimits& limits, Form form)
      : bytes_(std::move(bytes)),
        expansion_(std::move(expansion)),
        limits_(limits),
        archive_(archive_read_new(), &archive_read_free) {
    archive* const a = archive_.get();
    archive_read_support_filter_gzip(a);
    archive_read_support_filter_zstd(a);
    if (form == Form::kRaw) {
      archive_read_support_format_raw(a);
      archive_read_support_format_empty(a);
    } else {
      archive_read_support_format_zip(a);
      archive_read_support_format_tar(a);
    }
    archive_read_set_read_callback(a, &ArchiveReader::give);
    if (bytes_->size() && bytes_->seek(0)) archive_read_set_seek_callback(a, &ArchiveReader::move);
    archive_read_set_callback_data(a, this);
  }
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;

  // The next entry's header; null at the end. Errors: damaged beyond reading on.
  Result<archive_entry*> next() {
    if (!opened_ && archive_read_open1(archive_.get()) != ARCHIVE_OK) return failure();
    opened_ = true;
    const Utf8Names names;
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(archive_.get(), &entry);
    if (status == ARCHIVE_EOF) return static_cast<archive_entry*>(nullptr);
    if (status == ARCHIVE_FATAL || status == ARCHIVE_RETRY) return failure();
    return entry;
  }

  // As ByteStream::read, of the entry that next() gave.
  Result<std::size_t> read(char* out, std::size_t size) {
    const la_ssize_t count = archive_read_data(archive_.get(), out, size);
    if (count < 0) return failure();
    if (std::optional<Diagnostic> problem = expansion_->add(static_cast<std::uint64_t>(count), limits_))
      return *problem;
    return static_cast<std::size_t>(count);
  }

  // Reads the rest of the entry where libarchive would expand it, uncounted, to pass over it.
  Diagnostics pass_over() {
    constexpr int kPlain = 1;  // libarchive counts the file itself as a filter
    if (archive_filter_count(archive_.get()) == kPlain) return {};
    std::array<char, kBlock> unread{};
    while (true) {
      const Result<std::size_t> count = read(unread.data(), unread.size());
      if (!count) return count.errors();
      if (count.value() == 0) return {};
    }
  }

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 16U;

  static la_ssize_t give(archive* a, void* self, const void** out) {
    auto& reader = *static_cast<ArchiveReader*>(self);
    const Result<std::size_t> count = reader.bytes_->read(reader.block_.data(), kBlock);
    if (!count) {
      reader.source_problems_ = count.errors();
      archive_set_error(a, EIO, "%s", count.errors().front().message.c_str());
      return ARCHIVE_FATAL;
    }
    *out = reader.block_.data();
    reader.at_ += static_cast<la_int64_t>(count.value());
    return static_cast<la_ssize_t>(count.value());
  }

  static la_int64_t move(archive*, void* self, la_int64_t offset, int whence) {
    auto& reader = *static_cast<ArchiveReader*>(self);
    const auto size = static_cast<la_int64_t>(reader.bytes_->size().value_or(0));
    const la_int64_t target = offset + (whence == SEEK_SET ? 0 : whence == SEEK_END ? size : reader.at_);
    if (target < 0 || target > size || !reader.bytes_->seek(static_cast<std::uint64_t>(target)))
      return ARCHIVE_FATAL;
    reader.at_ = target;
    return target;
  }

  Diagnostics failure() const {
    if (!source_problems_.empty()) return source_problems_;
    const char* const reason = archive_error_string(archive_.get());
    return {error(fmt::format("can't be unpacked: {}", reason == nullptr ? "damaged data" : reason),
                  "is the file complete? unzip -t, tar -t, gzip -t and zstd -t tell more")};
  }

  std::unique_ptr<ByteStream> bytes_;
  std::shared_ptr<Expansion> expansion_;
  FeedLimits limits_;
  std::unique_ptr<archive, decltype(&archive_read_free)> archive_;
  std::array<char, kBlock> block_{};  // libarchive looks into it until it asks for the next
  la_int64_t at_ = 0;
  bool opened_ = false;
  Diagnostics source_problems_;
};

// The entry that the archive stands at.
class EntryStream : public ByteStream {
 public:
  explicit EntryStream(ArchiveReader& reader) : reader_(reader) {}
  Result<std::size_t> read(char* out, std::size_t size) override { return reader_.read(out, size); }

 private:
  ArchiveReader& reader_;
};

class ExpandedStream : public ByteStream {
 public:
  ExpandedStream(std::unique_ptr<ByteStream> bytes, std::shared_ptr<Expansion> expansion,
                 const FeedLimits& limits)
      : reader_(std::move(bytes), std::move(expansion), limits, Form::kRaw) {}

  Result<std::size_t> read(char* out, std::size_t size) override {
    if (!started_) {
      const Result<archive_entry*> entry = reader_.next();
      if (!entry) return entry.errors();
      started_ = true;
      ended_ = entry.value() == nullptr;
    }
    return ended_ ? std::size_t{0} : reader_.read(out, size);
  }

 private:
  ArchiveReader reader_;
  bool started_ = false;
  bool ended_ = false;
};

std::string raw_name(archive_entry* entry) {
  const Utf8Names names;
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  return name == nullptr ? "" : name;
}

class Archive : public Container {
 public:
  Archive(FileEntry file, std::unique_ptr<ByteStream> bytes, const FeedLimits& limits)
      : file_(std::move(file)),
        limits_(limits),
        reader_(std::move(bytes), file_.expansion, limits, Form::kEntries) {}

  std::optional<Step> next() override {
    while (!ended_) {
      if (under_way_ && !file_.expansion->exhausted) {
        if (Diagnostics problems = reader_.pass_over(); !problems.empty()) return end(std::move(problems));
      }
      if (file_.expansion->exhausted) return std::nullopt;  // told by the entry that did it
      const Result<archive_entry*> entry = reader_.next();
      if (!entry) return end(entry.errors());
      if (entry.value() == nullptr) return std::nullopt;
      if (++count_ > limits_.archive_entries) {
        return end({error(fmt::format("has more than {} entries", limits_.archive_entries),
                          "the rest is not read; split the archive")});
      }
      if (std::optional<Step> step = step_of(entry.value())) return step;
    }
    return std::nullopt;
  }

 private:
  // Nothing where the entry is no file for us.
  std::optional<Step> step_of(archive_entry* entry) {
    under_way_ = true;
    const std::string raw = raw_name(entry);
    if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr || hidden(raw))
      return std::nullopt;
    FileEntry out;
    const std::string inner = safe_name(raw);
    out.name = file_.name + "/" + (inner.empty() ? std::to_string(count_) : inner);
    out.source = file_.source + "/" + (inner.empty() ? std::to_string(count_) : inner);
    if (!names_.insert(out.name).second) {
      return failed(safe_name(fmt::format("{}~{}", out.name, count_)), out.source,
                    {error("the archive holds another entry of this name before it", "rename one of them")});
    }
    if (archive_entry_is_encrypted(entry) != 0)
      return failed(out.name, out.source, {error("is encrypted", "unpack the archive and give the folder")});
    out.depth = file_.depth + 1;
    out.info = file_.info;
    out.expansion = file_.expansion;
    out.open = [this]() -> Result<std::unique_ptr<ByteStream>> {
      return std::unique_ptr<ByteStream>(std::make_unique<EntryStream>(reader_));
    };
    return out;
  }

  static Step failed(std::string name, std::string source, Diagnostics problems) {
    return FailedEntry{std::move(name), std::move(source), std::move(problems)};
  }

  Step end(Diagnostics problems) {
    ended_ = true;
    return failed(file_.name, file_.source, std::move(problems));
  }

  FileEntry file_;
  FeedLimits limits_;
  ArchiveReader reader_;
  std::unordered_set<std::string> names_;
  std::uint64_t count_ = 0;
  bool under_way_ = false;  // an entry was given
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Container> open_archive(FileEntry file, std::unique_ptr<ByteStream> bytes,
                                        const FeedLimits& limits) {
  return std::make_unique<Archive>(std::move(file), std::move(bytes), limits);
}

std::unique_ptr<ByteStream> expand(std::unique_ptr<ByteStream> bytes, std::shared_ptr<Expansion> expansion,
                                   const FeedLimits& limits) {
  return std::make_unique<ExpandedStream>(std::move(bytes), std::move(expansion), limits);
}

}  // namespace figmine
