// export/sqlite_schema: the tables, views and indices of the database. docs/sqlite.md tells of them.
#pragma once

#include <string_view>

namespace figmine {

// Tables and views, before the first row.
[[nodiscard]] std::string_view sqlite_tables();
// Indices and the full-text index, after the last row.
[[nodiscard]] std::string_view sqlite_indices();

}  // namespace figmine
