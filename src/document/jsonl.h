// document/jsonl: one line of JSON Lines -> Document. {"text", "id"?, "published"?, "language"?, "title"?,
// "url"?, "media_type"?}. Tested by tests/unit/document_test.cc.
#pragma once

#include <string_view>

#include "document/document.h"
#include "figmine/result.h"

namespace figmine {

// The text is taken exactly as it stands: spans are into it. Errors: no JSON object, no "text", a wrong type,
// a bad date.
[[nodiscard]] Result<Document> read_jsonl_line(std::string_view line);

}  // namespace figmine
