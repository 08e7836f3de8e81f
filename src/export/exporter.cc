// The exporters of the module.
#include "export/exporter.h"

#include "base/module.h"
#include "export/module.h"

namespace figmine {

MadeExporter xlsx_exporter(const std::filesystem::path& target, std::uint32_t sheet_rows) {
  const Result<const ExportModule*>& module = load_module<ExportModule>();
  return module ? module.value()->xlsx(target, sheet_rows) : module.errors();
}

MadeExporter sqlite_exporter(const std::filesystem::path& target) {
  const Result<const ExportModule*>& module = load_module<ExportModule>();
  return module ? module.value()->sqlite(target) : module.errors();
}

}  // namespace figmine
