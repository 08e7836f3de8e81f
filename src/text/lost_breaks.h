// text/lost_breaks: a heading that ran into its paragraph ("Outlook for 2025Acme expects …", as releases look
// whose line breaks were lost) becomes a block of its own again. Tested by tests/unit/segment_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"
#include "ruleset/program.h"

namespace figmine {

// The blocks, with each paragraph that begins with such a heading cut in two. A joint needs evidence from the
// article: the word behind it stands elsewhere alone, and the two as one word stand nowhere else. What opens
// sentences and which names have a capital inside come from the lexicons (sentence_starter, inner_capital).
// Linear in the text.
[[nodiscard]] std::vector<Block> restore_breaks(std::string_view text, std::vector<Block> blocks,
                                                const Program& program);

}  // namespace figmine
