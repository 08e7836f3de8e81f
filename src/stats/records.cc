#include "stats/records.h"

namespace figmine {

Result<std::vector<Entry>> catalogue_of(const std::filesystem::path& out) {
  std::vector<Entry> entries;
  Diagnostics problems = read_catalogue(out, [&](const Entry& entry) {
    entries.push_back(entry);
    return true;
  });
  if (!problems.empty()) return problems;
  return entries;
}

Result<DocumentResult> record_of(const std::filesystem::path& out, const Entry& entry) {
  const Result<std::filesystem::path> path = record_path(out, entry.name);
  if (!path) return path.errors();
  const Result<std::string> bytes = read_whole(path.value());
  if (!bytes) return bytes.errors();
  Result<DocumentResult> record = from_json(bytes.value());
  if (record.ok()) return record;
  Diagnostics problems = record.errors();
  for (Diagnostic& problem : problems) {
    problem.file = path.value().string();
    problem.hint = "run figmine batch again to make the record anew";
  }
  return problems;
}

}  // namespace figmine
