#include "feed/feed.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <utility>

#include "base/module.h"
#include "feed/inputs.h"
#include "feed/json_items.h"
#include "feed/kinds.h"
#include "feed/module.h"

namespace figmine {
namespace {

FileKind kind_of(Input input) {
  switch (input) {
    case Input::kText:
      return FileKind::kText;
    case Input::kMarkdown:
      return FileKind::kMarkdown;
    case Input::kHtml:
      return FileKind::kHtml;
    case Input::kJsonLine:
      return FileKind::kJsonLines;
    case Input::kAuto:
      break;
  }
  return FileKind::kUnknown;
}

Input input_of(FileKind kind) {
  switch (kind) {
    case FileKind::kText:
      return Input::kText;
    case FileKind::kMarkdown:
      return Input::kMarkdown;
    case FileKind::kHtml:
      return Input::kHtml;
    default:
      return Input::kAuto;
  }
}

bool is_plain(FileKind kind) { return input_of(kind) != Input::kAuto; }
bool is_packed(FileKind kind) { return kind == FileKind::kArchive || kind == FileKind::kCompressed; }

}  // namespace

class Feed::State {
 public:
  State(std::vector<std::string> inputs, FeedOptions options)
      : inputs_(std::move(inputs)), options_(std::move(options)) {
    Result<Selection> selection = Selection::create(options_.include, options_.exclude);
    if (!selection) {
      wrong_glob_ = selection.errors();
      return;
    }
    selection_ = std::move(selection).value();
    containers_.push_back(open_inputs(inputs_, options_, selection_, &count_));
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  ~State() {
    while (!containers_.empty()) containers_.pop_back();  // what is inside reads from what is outside
  }

  std::optional<FeedItem> next() {
    if (!wrong_glob_.empty()) return failed({"glob", "", std::exchange(wrong_glob_, {})});
    while (!containers_.empty()) {
      std::optional<Step> step = containers_.back()->next();
      if (!step) {
        containers_.pop_back();
        continue;
      }
      if (auto* const article = std::get_if<Article>(&*step)) return FeedItem{std::move(*article), {}};
      if (auto* const failure = std::get_if<FailedEntry>(&*step)) return failed(std::move(*failure));
      if (std::optional<FeedItem> item = take(std::get<FileEntry>(std::move(*step)))) return item;
    }
    return std::nullopt;
  }

  bool ended() const {
    return std::all_of(containers_.begin(), containers_.end(),
                       [](const auto& container) { return container->ended(); });
  }

  FeedProgress progress() const {
    std::call_once(measured_, [this] { total_ = total_bytes(inputs_, options_, selection_); });
    const std::uint64_t done = count_.finished + count_.current;
    return {total_ > 0 ? std::min(done, total_) : done, total_};
  }

  const std::map<std::string, int>& skipped() const { return skipped_; }

 private:
  static FeedItem failed(FailedEntry failure) {
    FeedItem item;
    item.article.name = std::move(failure.name);
    item.article.source = std::move(failure.source);
    for (const Diagnostic& problem : failure.problems) {
      if (item.article.line == 0 && problem.file.empty()) item.article.line = problem.line;
    }
    item.problems = placed(std::move(failure.problems), item.article);
    return item;
  }

  static FeedItem failed(const FileEntry& file, Diagnostics problems) {
    return failed(FailedEntry{file.name, file.source, std::move(problems)});
  }

  std::optional<FeedItem> skip(std::string_view name) {
    ++skipped_[extension_of(name)];
    return std::nullopt;
  }

  // What the user says of the input goes for the files that were given and for all plain texts.
  FileKind kind_for(std::string_view name, bool given) const {
    const FileKind kind = kind_by_name(name);
    const bool told = options_.input != Input::kAuto && (is_plain(kind) || (given && !is_packed(kind)));
    return told ? kind_of(options_.input) : kind;
  }

  // An article or a failure; nothing where the file is passed over or was opened as a container.
  std::optional<FeedItem> take(FileEntry file) {
    if (!file.given && kind_by_name(file.name) == FileKind::kUnknown) return skip(file.name);
    if (!file.given && !to_open(file.name, selection_)) return std::nullopt;
    if (file.depth > options_.limits.depth) {
      return failed(file,
                    {error(fmt::format("lies in more than {} archives and mails", options_.limits.depth),
                           "unpack the outer ones and give the folder")});
    }
    Result<std::unique_ptr<ByteStream>> opened = file.open();
    if (!opened) return failed(file, opened.errors());
    std::unique_ptr<ByteStream> bytes = std::move(opened).value();
    if (!file.expansion) file.expansion = std::make_shared<Expansion>(Expansion{bytes->size(), &count_});
    return unpack(std::move(file), std::move(bytes));
  }

  // Through gzip and zstd to what is inside: "wire.jsonl.gz" is JSON Lines.
  std::optional<FeedItem> unpack(FileEntry file, std::unique_ptr<ByteStream> bytes) {
    std::string_view form = file.name;
    while (kind_for(form, file.given) == FileKind::kCompressed) form = without_extension(form);
    FileKind kind = kind_for(form, file.given);
    if (kind == FileKind::kUnknown && !file.given) return skip(form);
    if (form != file.name) {
      if (std::optional<FeedItem> failure = expand(file, bytes)) return failure;
    }
    if (kind != FileKind::kUnknown) return read(std::move(file), kind, std::move(bytes));
    for (int looks = 0; looks < 2; ++looks) {
      const Result<std::string> head = peek(bytes, kSniffed);
      if (!head) return failed(file, head.errors());
      kind = kind_by_content(head.value());
      if (kind != FileKind::kCompressed) break;
      if (std::optional<FeedItem> failure = expand(file, bytes)) return failure;
    }
    return read(std::move(file), kind, std::move(bytes));
  }

  // `bytes` become what they expand to. Gives a failure or nothing.
  std::optional<FeedItem> expand(const FileEntry& file, std::unique_ptr<ByteStream>& bytes) const {
    const Result<const FeedModule*>& module = load_module<FeedModule>();
    if (!module) return failed(file, module.errors());
    bytes = module.value()->expand(std::move(bytes), file.expansion, options_.limits);
    return std::nullopt;
  }

  std::optional<FeedItem> read(FileEntry file, FileKind kind, std::unique_ptr<ByteStream> bytes) {
    const bool holds_files = kind == FileKind::kArchive || kind == FileKind::kMail ||
                             kind == FileKind::kXml || kind == FileKind::kJson;
    if (holds_files && file.source == "-") file.source = file.name;
    switch (kind) {
      case FileKind::kArchive:
      case FileKind::kMail:
      case FileKind::kXml:
        return read_by_module(std::move(file), kind, std::move(bytes));
      case FileKind::kJsonLines:
        containers_.push_back(open_json_lines(std::move(file), std::move(bytes), options_.limits));
        return std::nullopt;
      case FileKind::kJson:
        return read_json(std::move(file), std::move(bytes));
      default:
        break;
    }
    Result<std::string> whole = read_all(*bytes, options_.limits.article_bytes);
    return whole ? article(file, kind, std::move(whole).value()) : failed(file, whole.errors());
  }

  // An archive, a mail or XML.
  std::optional<FeedItem> read_by_module(FileEntry file, FileKind kind, std::unique_ptr<ByteStream> bytes) {
    const Result<const FeedModule*>& loaded = load_module<FeedModule>();
    if (!loaded) return failed(file, loaded.errors());
    const FeedModule& module = *loaded.value();
    if (kind == FileKind::kArchive) {
      containers_.push_back(module.open_archive(std::move(file), std::move(bytes), options_.limits));
      return std::nullopt;
    }
    Result<std::string> whole = read_all(*bytes, options_.limits.article_bytes);
    if (!whole) return failed(file, whole.errors());
    if (kind == FileKind::kXml) return read_xml(module, std::move(file), std::move(whole).value());
    containers_.push_back(module.open_mail(std::move(file), whole.value()));
    return std::nullopt;
  }

  // Many a .json in a folder is something else.
  std::optional<FeedItem> read_json(FileEntry file, std::unique_ptr<ByteStream> bytes) {
    if (!file.given) {
      constexpr std::size_t kLook = std::size_t{1} << 16U;
      const Result<std::string> head = peek(bytes, kLook);
      if (!head) return failed(file, head.errors());
      if (!holds_articles(head.value())) return skip(file.name);
    }
    containers_.push_back(open_json(std::move(file), std::move(bytes), options_.limits));
    return std::nullopt;
  }

  std::optional<FeedItem> read_xml(const FeedModule& module, FileEntry file, std::string bytes) {
    Result<XmlFile> opened = module.open_xml(file, bytes);
    if (!opened) return failed(file, opened.errors());
    if (opened.value().items) {
      containers_.push_back(std::move(opened.value().items));
      return std::nullopt;
    }
    if (opened.value().root == "html") return article(file, FileKind::kHtml, std::move(bytes));
    return file.given ? std::optional(article(file, FileKind::kUnknown, std::move(bytes))) : skip(file.name);
  }

  static FeedItem article(const FileEntry& file, FileKind kind, std::string bytes) {
    FeedItem item;
    item.article.name = file.name;
    item.article.source = file.source;
    item.article.bytes = std::move(bytes);
    item.article.input = input_of(kind);
    item.article.pdf = kind == FileKind::kPdf;
    item.article.info = file.info;
    return item;
  }

  std::vector<std::string> inputs_;
  FeedOptions options_;
  Selection selection_;
  ReadCount count_;
  std::vector<std::unique_ptr<Container>> containers_;  // each lies in the one before it
  std::map<std::string, int> skipped_;
  Diagnostics wrong_glob_;
  mutable std::once_flag measured_;
  mutable std::uint64_t total_ = 0;
};

Feed::Feed(std::unique_ptr<State> state) : state_(std::move(state)) {}
Feed::~Feed() = default;
Feed::Feed(Feed&&) noexcept = default;
Feed& Feed::operator=(Feed&&) noexcept = default;

Feed Feed::open(const std::vector<std::string>& inputs, const FeedOptions& options) {
  return Feed(std::make_unique<State>(inputs, options));
}

std::optional<FeedItem> Feed::next() { return state_->next(); }
bool Feed::ended() const { return state_->ended(); }
FeedProgress Feed::progress() const { return state_->progress(); }
const std::map<std::string, int>& Feed::skipped() const { return state_->skipped(); }

}  // namespace figmine
