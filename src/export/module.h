// export/module: the exporters that need libxlsxwriter and SQLite: a module (base/module.h). Tested by
// tests/unit/export_test.cc.
#pragma once

#include "export/exporter.h"

namespace figmine {

// As xlsx_exporter() and sqlite_exporter().
[[nodiscard]] MadeExporter make_xlsx_exporter(const std::filesystem::path& target, std::uint32_t sheet_rows);
[[nodiscard]] MadeExporter make_sqlite_exporter(const std::filesystem::path& target);

struct ExportModule {
  static constexpr const char* kName = "export";
  decltype(&make_xlsx_exporter) xlsx;
  decltype(&make_sqlite_exporter) sqlite;
};

}  // namespace figmine
