// base/html_text: any text as HTML that holds no markup of its own. Tested by tests/unit/report_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace figmine {

// & < > " ' as references, so that it may stand in an element or in a quoted attribute; control characters,
// which HTML does not have, as U+FFFD.
[[nodiscard]] std::string html_text(std::string_view text);

}  // namespace figmine
