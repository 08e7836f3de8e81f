// text/wide_gaps: some wires send a release as one paragraph in which two spaces or more stand where its
// paragraphs and headings end. Tested by tests/unit/segment_test.cc.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"

namespace figmine {

inline constexpr std::uint32_t kLongestHeading = 110;  // bytes

// The paragraph cut at such gaps, with its headings as headings; itself where the gaps tell no paragraphs:
// somebody types two spaces behind each sentence, or a table's cells stand apart. Linear in the block.
[[nodiscard]] std::vector<Block> part_at_gaps(std::string_view text, Block block);

}  // namespace figmine
