#include "batch/store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <thread>

namespace figmine {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kOwn = ".figmine";

fs::path own(const fs::path& out, std::string_view name) { return out / kOwn / name; }

// Files of the store's own; a container of that name gets a '~', so that its items don't fall on them.
bool reserved(std::string_view part) {
  return part == "articles.jsonl" || part == "facts.jsonl" || part == "run.json" || part == "review";
}

Diagnostic problem_at(const fs::path& path, std::string message, std::string hint) {
  Diagnostic problem = error(std::move(message), std::move(hint));
  problem.file = path.string();
  return problem;
}

// A folder of ours, or one that nothing stands in.
Diagnostics check_folder(const fs::path& out) {
  std::error_code code;
  if (fs::exists(out / kOwn, code)) return {};
  if (fs::exists(out, code) && !fs::is_directory(out, code))
    return {problem_at(out, "is not a folder", "name a new folder for the output")};
  if (fs::exists(out, code) && !fs::is_empty(out, code)) {
    return {problem_at(out, "holds files that figmine did not write",
                       "name a new or empty folder, or one of an earlier run")};
  }
  return {};
}

std::vector<Store::Place> lines_of(const fs::path& file, bool journalled) {
  std::vector<Store::Place> out;
  std::ifstream in(file, std::ios::binary);
  std::string line;
  std::uint64_t offset = 0;
  while (std::getline(in, line)) {
    const auto size = static_cast<std::uint32_t>(line.size());
    if (const std::optional<Entry> entry = from_line(line))
      out.push_back({entry->name, journalled, offset, size});
    offset += size + 1;
  }
  return out;
}

}  // namespace

Result<fs::path> record_path(const fs::path& out, std::string_view name) {
  fs::path path = out;
  std::size_t begin = 0;
  while (begin <= name.size()) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    const std::string part(name.substr(begin, end - begin));
    const bool first = begin == 0;
    if (part.empty() || part == "." || part == ".." || part.find('\0') != std::string::npos ||
        (first && part == kOwn))
      return error("an article can't be named '" + std::string(name) + "'", "give the file another name");
    if (end == name.size()) return path / (part + ".json");
    path /= first && reserved(part) ? part + "~" : part;
    begin = end + 1;
  }
  return error("an article without a name");
}

Diagnostics read_catalogue(const fs::path& out, const std::function<bool(const Entry&)>& take) {
  const fs::path path = out / "articles.jsonl";
  std::ifstream in(path, std::ios::binary);
  if (!in)
    return {problem_at(out, "is no folder of figmine batch: it has no articles.jsonl",
                       "make one: figmine batch IN -o OUT")};
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::optional<Entry> entry = from_line(line);
    if (!entry) {
      Diagnostic problem =
          problem_at(path, "is no entry of a catalogue", "run figmine batch again to rebuild the file");
      problem.line = number;
      return {problem};
    }
    if (!take(*entry)) break;
  }
  return {};
}

Result<Store> Store::open(const fs::path& out) {
  if (Diagnostics problems = check_folder(out); !problems.empty()) return problems;
  std::error_code code;
  fs::create_directories(own(out, "tmp"), code);
  if (code) return file_error(out, "make the folder", code.value());
  Store store;
  store.out_ = out;
  store.lock_ = Descriptor(::open(own(out, "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  if (store.lock_.get() < 0) return file_error(own(out, "lock"), "write", errno);
  if (::flock(store.lock_.get(), LOCK_EX | LOCK_NB) != 0) {
    return problem_at(out, "is in use by another figmine",
                      "wait until it has ended, or name another folder with -o");
  }
  for (const fs::directory_entry& left : fs::directory_iterator(own(out, "tmp"), code))
    fs::remove(left.path(), code);
  if (Diagnostics problems = store.open_files(); !problems.empty()) return problems;
  Result<std::vector<Place>> known = store.places();
  if (!known) return known.errors();
  store.known_ = std::move(known).value();
  return store;
}

Diagnostics Store::open_files() {
  const fs::path journal = own(out_, "journal.jsonl");
  journal_ = Descriptor(::open(journal.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
  if (journal_.get() < 0) return {file_error(journal, "write", errno)};
  const off_t size = ::lseek(journal_.get(), 0, SEEK_END);
  changed_ = size > 0;
  // A killed writer may have left half a line: what follows must not be glued to it.
  char last = '\n';
  if (size > 0 && ::pread(journal_.get(), &last, 1, size - 1) == 1 && last != '\n') {
    if (Diagnostics problems = append("\n"); !problems.empty()) return problems;
  }
  const fs::path state = own(out_, "state.jsonl");
  state_ = Descriptor(::open(state.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC, 0666));
  if (state_.get() < 0) return {file_error(state, "read", errno)};
  return {};
}

std::optional<Entry> Store::known(const std::string& name) const {
  const auto it =
      std::lower_bound(known_.begin(), known_.end(), name,
                       [](const Place& place, const std::string& wanted) { return place.name < wanted; });
  if (it == known_.end() || it->name != name) return std::nullopt;
  return entry_at(*it);
}

bool Store::has_record(const std::string& name) const {
  const Result<fs::path> path = record_path(out_, name);
  std::error_code code;
  return path.ok() && fs::is_regular_file(path.value(), code);
}

fs::path Store::temporary(std::string_view name) const { return own(out_, "tmp") / name; }

Result<WholeFile> Store::replace(std::string_view name) const {
  return WholeFile::create(out_ / name, temporary(name));
}

Result<WholeFile> Store::next_state() const {
  return WholeFile::create(own(out_, "state.jsonl"), temporary("state.jsonl"));
}

Diagnostics Store::write_record(const std::string& name, std::string_view json) const {
  const Result<fs::path> path = record_path(out_, name);
  if (!path) return path.errors();
  std::error_code code;
  fs::create_directories(path.value().parent_path(), code);
  if (code) return {file_error(path.value().parent_path(), "make the folder", code.value())};
  const std::size_t thread = std::hash<std::thread::id>()(std::this_thread::get_id());
  return write_whole(path.value(), json, temporary("record-" + std::to_string(thread)));
}

Result<std::string> Store::read_record(const std::string& name) const {
  const Result<fs::path> path = record_path(out_, name);
  if (!path) return path.errors();
  return read_whole(path.value());
}

void Store::remove_record(const std::string& name) const {
  std::error_code code;
  if (const Result<fs::path> path = record_path(out_, name); path.ok()) fs::remove(path.value(), code);
}

Diagnostics Store::append(std::string_view line) {
  if (write_all(journal_.get(), line)) return {};
  return {file_error(own(out_, "journal.jsonl"), "write", errno)};
}

Diagnostics Store::journal(const Entry& entry) {
  changed_ = true;
  return append(to_line(entry, EntryUse::kState) + "\n");
}

Result<std::vector<Store::Place>> Store::places() const {
  std::vector<Place> all = lines_of(own(out_, "state.jsonl"), false);
  std::vector<Place> journalled = lines_of(own(out_, "journal.jsonl"), true);
  all.insert(all.end(), std::make_move_iterator(journalled.begin()),
             std::make_move_iterator(journalled.end()));
  std::stable_sort(all.begin(), all.end(), [](const Place& a, const Place& b) { return a.name < b.name; });
  std::vector<Place> last;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i + 1 == all.size() || all[i + 1].name != all[i].name) last.push_back(std::move(all[i]));
  }
  return last;
}

std::optional<Entry> Store::entry_at(const Place& place) const {
  std::string line(place.size, '\0');
  const int file = place.journalled ? journal_.get() : state_.get();
  if (::pread(file, line.data(), line.size(), static_cast<off_t>(place.offset)) !=
      static_cast<ssize_t>(line.size()))
    return std::nullopt;
  return from_line(line);
}

Diagnostics Store::fold(WholeFile state) {
  if (Diagnostics problems = state.commit(); !problems.empty()) return problems;
  if (::ftruncate(journal_.get(), 0) != 0) return {file_error(own(out_, "journal.jsonl"), "write", errno)};
  if (Diagnostics problems = open_files(); !problems.empty()) return problems;
  Result<std::vector<Place>> known = places();
  if (!known) return known.errors();
  known_ = std::move(known).value();
  return {};
}

}  // namespace figmine
