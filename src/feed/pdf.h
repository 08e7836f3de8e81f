// feed/pdf: a PDF -> its text, by pdftotext (Debian: poppler-utils) in a process of its own, which a hostile
// PDF may crash; then paragraphs from lines. Tested by tests/unit/feed_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "feed/article.h"
#include "figmine/result.h"

namespace figmine {

// Errors: no pdftotext, a broken or encrypted PDF, one without text, more time, memory or text than `limits`.
[[nodiscard]] Result<std::string> pdf_text(std::string_view pdf, const PdfLimits& limits);

// Pages of lines (a form feed ends a page) -> paragraphs with an empty line between them: what stands on
// several pages' edge and page numbers are left out, words cut at a line's end are put together.
[[nodiscard]] std::string paragraphs_of(std::string_view pages);

}  // namespace figmine
