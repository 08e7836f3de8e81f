// batch/store: the OUT folder. What stands in it:
//   <name>.json             one article's record (docs/facts-format.md with document.text, compact, one line)
//   articles.jsonl          the catalogue: an Entry a line, in name order
//   facts.jsonl             a fact a line with its document's id, source, title and date, in name and text
//   order run.json                the last run: when, versions, counts, errors .figmine/               lock,
//   state (the entries that the files above were made from), journal (the entries since),
//                           tmp/
// A record is written before its entry is journalled, and the files made from the entries are replaced before
// the journal is folded into the state, so that a process killed anywhere leaves a store that the next run
// completes. Tested by tests/unit/batch_test.cc and, with real kills, by tests/e2e/batch_test.py.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/descriptor.h"
#include "base/whole_file.h"
#include "figmine/result.h"

namespace figmine {

// What the catalogue says of one article. Plain value.
struct Entry {
  std::string name;
  std::string source;
  std::string sha256;   // of the input bytes, in hexadecimal
  std::string made_by;  // program, rules and options: a change of any of them asks for the article again
  enum class Status {
    kDone,
    kFailed,
    kGone
  } status = Status::kDone;  // gone: to be dropped, and its record with it
  std::string error;         // where failed: what is wrong and what to do
  std::string hint;
  int facts = 0;
  std::map<std::string, int> kinds;  // facts by kind
  std::string title, published, language;
  std::string signature;     // of the text, for near-duplicates; kept in the state only
  std::string duplicate_of;  // name of the article that this one repeats; in the catalogue only
  double similarity = 0;     // Jaccard, where duplicate_of
};

enum class EntryUse { kState, kCatalogue };
// One JSON object without a line end.
[[nodiscard]] std::string to_line(const Entry& entry, EntryUse use);
// Nothing where the line is no entry (the last line of a journal whose writer was killed).
[[nodiscard]] std::optional<Entry> from_line(std::string_view line);

// Where the record of `name` stands in `out`. Errors: a name that leads out of `out` or into .figmine/.
[[nodiscard]] Result<std::filesystem::path> record_path(const std::filesystem::path& out,
                                                        std::string_view name);

// The catalogue of a store, an entry at a time in name order; `take` returns false to stop.
// Errors: no store, a line that is no entry.
[[nodiscard]] Diagnostics read_catalogue(const std::filesystem::path& out,
                                         const std::function<bool(const Entry&)>& take);

// One process's hold of a store for writing; the second process is refused. Lives until destroyed; not
// thread-safe but for write_record().
class Store {
 public:
  // Makes the folder where there is none, takes the lock and clears what a killed run left.
  // Errors: not a folder, a folder with foreign files, no permission, in use by another process.
  [[nodiscard]] static Result<Store> open(const std::filesystem::path& out);

  [[nodiscard]] const std::filesystem::path& folder() const { return out_; }
  // The last entry of `name` when the store was opened.
  [[nodiscard]] std::optional<Entry> known(const std::string& name) const;
  [[nodiscard]] bool has_record(const std::string& name) const;

  // Whole or not at all; from any thread. Errors: the disk's.
  [[nodiscard]] Diagnostics write_record(const std::string& name, std::string_view json) const;
  [[nodiscard]] Result<std::string> read_record(const std::string& name) const;
  void remove_record(const std::string& name) const;
  // Adds an entry to the journal. Errors: the disk's.
  [[nodiscard]] Diagnostics journal(const Entry& entry);

  // Whether the journal holds what articles.jsonl and facts.jsonl don't show yet.
  [[nodiscard]] bool changed() const { return changed_; }

  // Where an entry's line stands. Few bytes an article, however many articles.
  struct Place {
    std::string name;
    bool journalled = false;  // in the journal, else in the state
    std::uint64_t offset = 0;
    std::uint32_t size = 0;
  };
  // The entries as they are now, the last of each name, in name order. Errors: the disk's.
  [[nodiscard]] Result<std::vector<Place>> places() const;
  // From any thread. Nothing where the line is gone.
  [[nodiscard]] std::optional<Entry> entry_at(const Place& place) const;

  // A file of the store's own, written whole: "articles.jsonl", "facts.jsonl", "run.json", or the next state.
  [[nodiscard]] Result<WholeFile> replace(std::string_view name) const;
  [[nodiscard]] Result<WholeFile> next_state() const;
  // Puts the next state (an entry a line, in name order) in the place of the state and of the journal.
  [[nodiscard]] Diagnostics fold(WholeFile state);

 private:
  Store() = default;
  [[nodiscard]] Diagnostics append(std::string_view line);
  [[nodiscard]] Diagnostics open_files();
  [[nodiscard]] std::filesystem::path temporary(std::string_view name) const;

  std::filesystem::path out_;
  Descriptor lock_;
  Descriptor journal_;
  Descriptor state_;
  bool changed_ = false;
  std::vector<Place> known_;  // sorted by name
};

}  // namespace figmine
