#include "export/module.h"

namespace figmine {

extern "C" [[gnu::visibility("default")]] const ExportModule figmine_export;
const ExportModule figmine_export = {&make_xlsx_exporter, &make_sqlite_exporter};

}  // namespace figmine
