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

// The blocks, with such paragraphs cut; what shows a heading to have run into its text is told by
// text/run_in_headings. Linear in the text.
[[nodiscard]] std::vector<Block> restore_breaks(std::string_view text, std::vector<Block> blocks,
                                                const Program& program);

}  // namespace figmine
