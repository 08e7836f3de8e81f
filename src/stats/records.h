// stats/records: the records of a store, one after the other, read by several threads. Tested by
// tests/unit/stats_test.cc.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <vector>

#include "batch/ordered.h"
#include "batch/store.h"
#include "figmine/fact.h"
#include "output/read_json.h"

namespace figmine {

// The entries of the catalogue, in name order. Errors: no store, a bad line.
[[nodiscard]] Result<std::vector<Entry>> catalogue_of(const std::filesystem::path& out);

// The record of a done entry. Errors name its file.
[[nodiscard]] Result<DocumentResult> record_of(const std::filesystem::path& out, const Entry& entry);

// reduce(entry, DocumentResult&&) -> Part, on any number of threads at once; give(entry, Part&&), one caller
// at a time in the order of the entries. Entries without a record (failed) are passed over. Gives the records
// that could not be read; the others are taken.
template <class Reduce, class Give>
[[nodiscard]] Diagnostics for_each_record(const std::filesystem::path& out,
                                          const std::vector<const Entry*>& entries, std::size_t jobs,
                                          Reduce reduce, Give give) {
  using Part = std::invoke_result_t<Reduce, const Entry&, DocumentResult&&>;
  struct Read {
    const Entry* entry = nullptr;
    std::optional<Part> part;
    Diagnostics problems;
  };
  Diagnostics problems;
  std::size_t at = 0;
  const auto next = [&]() -> std::optional<const Entry*> {
    while (at < entries.size() && entries[at]->status != Entry::Status::kDone) ++at;
    if (at == entries.size()) return std::nullopt;
    return entries[at++];
  };
  const auto work = [&](const Entry*&& entry) {
    Read read;
    read.entry = entry;
    Result<DocumentResult> record = record_of(out, *entry);
    if (record.ok()) {
      read.part = reduce(*entry, std::move(record).value());
    } else {
      read.problems = record.errors();
    }
    return read;
  };
  run_ordered(jobs, next, work, [&](Read&& read) {
    problems.insert(problems.end(), read.problems.begin(), read.problems.end());
    if (read.part) give(*read.entry, std::move(*read.part));
    return true;
  });
  return problems;
}

}  // namespace figmine
