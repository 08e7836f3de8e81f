// review/article_view: the text of an article around one fact, for a terminal, with the roles of the fact's
// words marked. Tested by tests/unit/review_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "figmine/fact.h"

namespace figmine {

// What characters are to the fact that is shown.
enum class TextRole { kOutside, kSentence, kValue, kUnit, kMeasure, kSubject, kShareOf, kPeriod, kSpeaker };
[[nodiscard]] std::string_view name_of(TextRole role);
// Printable text in the role's colour; as it is without `colour`.
[[nodiscard]] std::string painted(TextRole role, const std::string& text, bool colour);

struct ViewSize {
  std::size_t columns = 80;
  std::size_t rows = 24;
};

// At most `size.rows` lines, none wider than `size.columns`, with the figure among them. Without `colour`,
// roles are marked as "[measure: net sales]". Linear in the lines that are shown, not in the article.
[[nodiscard]] std::vector<std::string> article_view(const DocumentResult& document, const Fact& fact,
                                                    ViewSize size, bool colour);

}  // namespace figmine
