// export/document_table: a document as a row of cells, for spreadsheets and the database.
#pragma once

#include <span>

#include "export/records.h"
#include "output/fact_table.h"

namespace figmine {

using DocumentColumn = Column<Record>;
[[nodiscard]] std::span<const DocumentColumn> document_table();

}  // namespace figmine
