// base/fact_id: what names a fact: its article's text and the place of its figure, so that the name stays
// when rules change. Tested by tests/unit/review_test.cc.
#pragma once

#include <string>

#include "base/sha256.h"
#include "figmine/span.h"

namespace figmine {

// 16 hexadecimal digits. `text_sha256`: of the canonical text; `quantity`: bytes of it.
[[nodiscard]] inline std::string fact_id(std::string_view text_sha256, Span quantity) {
  constexpr std::size_t kDigits = 16;
  return sha256_hex({text_sha256, ":", std::to_string(quantity.begin), "-", std::to_string(quantity.end)})
      .substr(0, kDigits);
}

}  // namespace figmine
