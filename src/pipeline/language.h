// pipeline/language: which language an article is in, by CLD2. Tested by tests/unit/pipeline_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace figmine {

// BCP 47 code of the text's main language; empty when the text is too short or mixed to tell.
[[nodiscard]] std::string detect_language(std::string_view text);

}  // namespace figmine
