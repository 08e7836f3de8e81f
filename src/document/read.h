// document/read: bytes -> Document. Decides charset and markup; later stages see canonical UTF-8 and blocks
// only. Tested by tests/unit/document_test.cc and fuzzed by tests/fuzz/fuzz_extract.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/document.h"
#include "figmine/result.h"

namespace figmine {

enum class InputFormat { kAuto, kText, kMarkdown, kHtml };

struct ReadOptions {
  InputFormat format = InputFormat::kAuto;
  std::string path;                    // for its extension, and for messages
  std::optional<std::string> charset;  // IANA name that outranks detection
  std::size_t max_bytes = std::size_t{64} << 20U;
};

// Errors: no text, binary input, more than max_bytes.
[[nodiscard]] Result<Document> read_document(std::string_view bytes, const ReadOptions& options);

// The blocks of each markup; `document.text` is already canonical for plain text and is made here for the
// others.
void read_plain_text(Document& document);
void read_markdown(std::string_view source, Document& document);
void read_html(std::string_view source, Document& document);

}  // namespace figmine
