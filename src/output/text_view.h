// output/text_view: an article for reading in a terminal, its figures marked and the facts listed below each
// paragraph. Control characters of the article are shown as spaces, so that it can't steer the terminal.
// Tested by tests/unit/pipeline_test.cc.
#pragma once

#include <string>

#include "figmine/fact.h"

namespace figmine {

struct TextViewOptions {
  bool colour = false;  // ANSI colours; else [brackets]
};

[[nodiscard]] std::string to_text_view(const DocumentResult& result, const TextViewOptions& options);

}  // namespace figmine
