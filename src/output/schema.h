// output/schema: the JSON Schema (draft 2020-12) of a document result and of a fact. Every output is tested
// against it.
#pragma once

#include <string_view>

namespace figmine {

[[nodiscard]] std::string_view document_schema();
[[nodiscard]] std::string_view fact_schema();

}  // namespace figmine
