// export/exporter: records -> CSV, JSON Lines, a spreadsheet (XLSX) or a database (SQLite). Every exporter
// holds one record at a time, and the same records give the same bytes. Tested by tests/unit/export_test.cc
// and tests/e2e/export_test.py.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

#include "export/records.h"
#include "figmine/result.h"

namespace figmine {

// One output under way; not thread-safe. Dropped without finish(), it leaves no file behind.
class Exporter {
 public:
  Exporter() = default;
  Exporter(const Exporter&) = delete;
  Exporter& operator=(const Exporter&) = delete;
  virtual ~Exporter() = default;

  // The wanted facts of one record. Errors: the output can't be written.
  [[nodiscard]] virtual Diagnostics add(const Record& record) = 0;
  // Completes the output and puts it in its place; nothing may be added after it. Errors: as add().
  [[nodiscard]] virtual Diagnostics finish() = 0;
};

// The text formats go where `write` takes them, which keeps its own errors.
using Write = std::function<void(std::string_view)>;
// The columns of output/fact_table.h, behind a byte order mark if asked for.
[[nodiscard]] std::unique_ptr<Exporter> csv_exporter(Write write, bool byte_order_mark);
// The lines of output/fact_lines.h.
[[nodiscard]] std::unique_ptr<Exporter> jsonl_exporter(Write write);

// The others make a file, whole or not at all. Errors: it can't be made.
using MadeExporter = Result<std::unique_ptr<Exporter>>;
inline constexpr std::uint32_t kSheetRows = 1'048'576;  // of a sheet in Excel, its header among them
// Sheets "Facts" and "Documents"; what is more than `sheet_rows` goes on in "Facts 2" and so on.
[[nodiscard]] MadeExporter xlsx_exporter(const std::filesystem::path& target,
                                         std::uint32_t sheet_rows = kSheetRows);
// The schema of docs/sqlite.md.
[[nodiscard]] MadeExporter sqlite_exporter(const std::filesystem::path& target);

}  // namespace figmine
