// text/lost_breaks: releases whose line breaks were lost carry headings and bullets inside their paragraphs
// ("Outlook for 2025Acme expects …", "Highlights: ● Revenue …", "Highlights * Revenue …"). They become blocks
// of their own again, as do paragraphs parted by wide gaps (text/wide_gaps) and the rows of tables whose
// cells became paragraphs (text/stacked_tables). Tested by tests/unit/segment_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"
#include "ruleset/program.h"

namespace figmine {

// The blocks, with such paragraphs cut. A joint of heading and paragraph needs evidence from the article: the
// word behind it stands elsewhere alone, and the two as one word stand nowhere else; or the heading begins
// with the same name. What opens sentences and which names have a capital inside come from the lexicons
// (sentence_starter, inner_capital). Linear in the text.
[[nodiscard]] std::vector<Block> restore_breaks(std::string_view text, std::vector<Block> blocks,
                                                const Program& program);

}  // namespace figmine
